/* db/extent.h — how much hangs below records: what goes when they go. */

#pragma once

#include "db/table.h"

typedef struct {
  const char *title; /* what people call such rows, static */
  gint64      n;
} Extent;

/* The rows below these records (ids: gint64) by table, tables without any left out:
 * Extent.  NULL on error.  */
GArray *extent_below (Db *db, const DbTable *table, GArray *ids, GError **error);

/* How many tables of targets these projects (ids) are: projects, and others.  */
gboolean extent_of_projects (Db *db, GArray *ids, GArray *extents, GError **error);
