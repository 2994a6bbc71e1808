/* app/edit/restore.c — putting back a single value out of the history. */

#include "app/edit/restore.h"
#include "app/edit/edit.h"
#include "db/title.h"

#define LABEL_CHARACTERS 30

gboolean
restore_cell (Db *db, const HistoryChange *change, GError **error)
{
  const char *title = title_of_cell (db, change->table, change->row, change->column);
  const char *old = change->old != NULL ? change->old : "（空）";
  g_autofree char *words =
      g_utf8_substring (old, 0, MIN (g_utf8_strlen (old, -1), LABEL_CHARACTERS));
  g_autofree char *label =
      g_strdup_printf ("恢复%s：%s", title != NULL ? title : change->column, words);
  EditCell cell = { .table = change->table,
                    .row = change->row,
                    .column = change->column,
                    .text = change->old };

  return edit_cells (db, &cell, 1, label, error);
}
