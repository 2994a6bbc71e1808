/* db/indicator.h — a row of a table of targets.  See schema.sql for its columns. */

#pragma once

#include "db/record.h"

typedef struct {
  DbRecord record;
  char    *level1;
  char    *level2;
  char    *name;
  char    *description;
  char    *criterion;
  char    *operator_text;
  char    *value_text;
  char    *unit_text;
  char    *basis;
  char    *weight_text;
  gint64   weight_e6;
  char    *repair;
} Indicator;

extern const DbTable indicator_table;

/* Takes a row to another project of its text, behind the rows there, with the answers
 * to its findings, its comments and what was said of its lineage.  */
gboolean indicator_transfer (Db *db, gint64 indicator, gint64 project, GError **error);
