/* db/row.h — rows among their siblings: made, copied, moved and removed so that
 * ordinals stay 1…n.
 */

#pragma once

#include "db/table.h"

/* A cell of a new row.  column is a name that table_column() gave. */
typedef struct {
  const char *column;
  const char *text;
} RowValue;

/* Makes a row, the last of its siblings.  What the table insists on and values does not
 * hold is an empty text.  Returns its id, 0 on error.  */
gint64 row_insert (Db *db, const DbTable *table, gint64 parent, const RowValue *values,
                   gsize n, GError **error);

/* Makes a copy of a row and all below it, the next of its siblings; 0 on error. */
gint64 row_copy (Db *db, const DbTable *table, gint64 row, GError **error);

/* Moves a row to a place among its siblings, counted from 1; the nearest there is. */
gboolean row_move (Db *db, const DbTable *table, gint64 row, gint64 place,
                   GError **error);

/* Takes a row to another parent, behind the rows that are there. */
gboolean row_transfer (Db *db, const DbTable *table, gint64 row, gint64 parent,
                       GError **error);

/* Removes a row with all below it. */
gboolean row_remove (Db *db, const DbTable *table, gint64 row, GError **error);

/* The document and the project that a row is, or belongs to; 0 where it belongs to none
 * or is gone.  */
gboolean row_home (Db *db, const DbTable *table, gint64 row, gint64 *document,
                   gint64 *project, GError **error);
