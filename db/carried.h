/* db/carried.h — 照搬上年: cells of a drafted text that still stand as they came over
 * from the year before.  See schema.sql for its columns. */

#pragma once

#include "db/record.h"

typedef struct {
  DbRecord record;
  char    *table_name;
  gint64   row_id;
  char    *column_name;
  char    *value;
  gint64   is_confirmed;
} Carried;

extern const DbTable carried_table;

/* Marks every amount, plan point and target of a text. */
gboolean carried_mark (Db *db, gint64 document, GError **error);

/* The marked cells that nobody has touched or confirmed, of a project (0: of all of the
 * document): Carried *, to be freed with db_record_array_free().  */
GPtrArray *carried_cells (Db *db, gint64 document, gint64 project, GError **error);

/* How many there are; -1 on error. */
gint64 carried_count (Db *db, gint64 document, gint64 project, GError **error);

/* Confirms them. */
gboolean carried_confirm (Db *db, gint64 document, gint64 project, GError **error);

/* Confirms one cell. */
gboolean carried_confirm_cell (Db *db, const char *table, gint64 row,
                               const char *column, GError **error);
