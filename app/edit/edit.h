/* app/edit/edit.h — what a user does to the records: each verb is one action, in one
 * transaction with all that follows from it, and can be undone.
 *
 * Tables and columns are named as form_cell names them; a name that is no record
 * table's or that nobody may write to is refused.
 */

#pragma once

#include "db/row.h"

/* A cell, and the text it gets; NULL or white space: blank.
 * row ≤ 0: there is no such record yet, and the first text makes it, the last below
 * parent.  Cells with the same table, row, parent and source then share the new one. */
typedef struct {
  const char *table;
  gint64      row; /* becomes the id of a row that was made */
  const char *column;
  const char *text;
  gint64      parent; /* of a row to be made */
  const char *source; /* of a funding to be made: fiscal, local or other */
} EditCell;

/* Sets cells as one action.  label is what the user would call it; NULL makes one:
 * “指标值 95→98”.  Where nothing changes there is no action.  */
gboolean edit_cells (Db *db, EditCell *cells, gsize n, const char *label,
                     GError **error);

/* The same as a part of an action that has begun (change_begin()). */
gboolean edit_cells_within (Db *db, EditCell *cells, gsize n, GError **error);

/* A number of a column as people write it, an amount in 万元; newly allocated, NULL for
 * DB_NULL.  */
char *edit_number (const DbField *field, gint64 value);

/* What the user would call such a change, “指标值 95→98”: long texts are quoted from
 * where they differ.  Newly allocated.  */
char *edit_label (const char *title, const char *old, const char *new);

/* Sets one cell of a row that is there. */
gboolean edit_cell (Db *db, const char *table, gint64 row, const char *column,
                    const char *text, GError **error);
