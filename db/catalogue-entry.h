/* db/catalogue-entry.h — a line of the contents (目录).  See schema.sql for its
 * columns. */

#pragma once

#include "db/record.h"

typedef struct {
  DbRecord record;
  gint64   is_part;
  char    *text;
} CatalogueEntry;

extern const DbTable catalogue_entry_table;
