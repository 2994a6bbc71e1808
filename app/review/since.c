/* app/review/since.c — the net changes of a text behind the last one a reviewer saw. */

#include "app/review/since.h"
#include "app/edit/understanding.h"
#include "db/cell.h"
#include "db/fork.h"
#include "db/title.h"

static void
change_free (gpointer data)
{
  ReviewChange *change = data;

  g_free (change->before);
  g_free (change->after);
  g_free (change->place);
  g_free (change);
}

/* Whether the row is or was part of the text; comments have a list of their own. */
static gboolean
is_of (Db *db, gint64 document, const ForkRow *row)
{
  HistoryChange change = { .kind = row->is_gone ? HISTORY_DELETED : HISTORY_INSERTED,
                           .table = (char *) row->table->name,
                           .row = row->row };

  return row->table != &comment_table &&
         history_document (db, &change, NULL) == document;
}

/* Takes before and after. */
static void
add (GPtrArray *changes, Db *db, const ForkRow *row, HistoryChangeKind kind,
     const char *column, char *before, char *after)
{
  ReviewChange *change = g_new (ReviewChange, 1);

  *change = (ReviewChange){ kind,
                            row->table,
                            row->row,
                            column,
                            before,
                            after,
                            title_of_place (db, row->table->name, row->row, NULL) };
  g_ptr_array_add (changes, change);
}

/* Cells that people see and that hold something else than then. */
static void
add_cells (GPtrArray *changes, Db *db, const ForkRow *row)
{
  for (guint i = 0; i < row->columns->len; i++)
    {
      const char    *column = row->columns->pdata[i];
      const DbField *field = table_field (row->table, column);
      char          *after = NULL;

      if (field == NULL || field->type != DB_TEXT ||
          title_of_column (row->table->name, column) == NULL ||
          understanding_fills (row->table->name, column) ||
          !cell_get (db, row->table, row->row, column, &after, NULL))
        continue;
      if (g_strcmp0 (after, row->before->pdata[i]) == 0)
        g_free (after);
      else
        add (changes, db, row, HISTORY_UPDATED, column,
             g_strdup (row->before->pdata[i]), after);
    }
}

GPtrArray *
review_since (Db *db, gint64 document, gboolean *is_first, GError **error)
{
  gint64 action = review_look_action (db, document, g_get_user_name (), error);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (change_free);
  g_autoptr (GPtrArray) rows = action > 0 ? fork_rows (db, action, error) : NULL;

  *is_first = action == 0;
  if (action < 0 || (action > 0 && rows == NULL))
    return NULL;
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const ForkRow *row = rows->pdata[i];

      if ((row->is_new && row->is_gone) || !is_of (db, document, row))
        continue;
      if (row->is_new || row->is_gone)
        add (changes, db, row, row->is_new ? HISTORY_INSERTED : HISTORY_DELETED, NULL,
             NULL, NULL);
      else
        add_cells (changes, db, row);
    }
  return g_steal_pointer (&changes);
}

gboolean
review_seen (Db *db, gint64 document, GError **error)
{
  return review_look_now (db, document, g_get_user_name (), error);
}
