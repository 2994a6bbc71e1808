/* db/cell.h — one cell of one row: what an editor reads and writes.
 *
 * column is a name that table_column() gave.
 */

#pragma once

#include "db/table.h"

/* A cell as text, NULL where it is blank, newly allocated.  FALSE with DB_MISSING when
 * there is no such row.  */
gboolean cell_get (Db *db, const DbTable *table, gint64 row, const char *column,
                   char **text, GError **error);

/* DB_NULL where it is blank. */
gboolean cell_get_integer (Db *db, const DbTable *table, gint64 row, const char *column,
                           gint64 *value, GError **error);

/* NULL and DB_NULL make the cell blank. */
gboolean cell_set (Db *db, const DbTable *table, gint64 row, const char *column,
                   const char *text, GError **error);
gboolean cell_set_integer (Db *db, const DbTable *table, gint64 row, const char *column,
                           gint64 value, GError **error);

/* Whether the table insists on something in this column. */
gboolean cell_is_required (Db *db, const DbTable *table, const char *column);

/* Rows of a table that must differ: whether another row holds already what this one
 * would with the value in the cell (as SQLite writes it; NULL: blank, which counts as
 * equal to blank).  Returns what people call the columns that are the same, newly
 * allocated; NULL: there is no such row.  */
char *cell_taken (Db *db, const DbTable *table, gint64 row, const char *column,
                  const char *value);
