/* db/fork.c — two copies of one record file. */

#include "db/fork.h"

#include <string.h>

typedef struct {
  gint64 id;
  char  *mark;
} Action;

static DbStep
next_action (sqlite3_stmt *q, Action *action, GError **error)
{
  DbStep step = db_step (q, error);

  g_clear_pointer (&action->mark, g_free);
  if (step == DB_ROW)
    {
      action->id = sqlite3_column_int64 (q, 0);
      action->mark = g_strdup (db_column_text (q, 1));
    }
  return step;
}

gint64
fork_find (Db *one, Db *other, GError **error)
{
  static const char sql[] = "SELECT id, mark FROM action ORDER BY id";
  g_autoptr (sqlite3_stmt) q = db_prepare (one, sql, error);
  g_autoptr (sqlite3_stmt) r = q ? db_prepare (other, sql, error) : NULL;
  Action mine = { 0 }, theirs = { 0 };
  DbStep step = r ? DB_ROW : DB_ERROR, other_step = DB_ROW;
  gint64 common = 0;

  while (step == DB_ROW && other_step == DB_ROW)
    {
      step = next_action (q, &mine, error);
      other_step = step != DB_ERROR ? next_action (r, &theirs, error) : DB_ERROR;
      if (step != DB_ROW || other_step != DB_ROW || mine.id != theirs.id ||
          strcmp (mine.mark, theirs.mark) != 0)
        break;
      common = mine.id;
    }
  g_free (mine.mark);
  g_free (theirs.mark);
  return step == DB_ERROR || other_step == DB_ERROR ? -1 : common;
}

static void
row_free (gpointer data)
{
  ForkRow *row = data;

  g_ptr_array_unref (row->columns);
  g_ptr_array_unref (row->before);
  g_free (row);
}

static ForkRow *
row_of (GPtrArray *rows, GHashTable *known, const DbTable *table, gint64 id)
{
  char    *key = g_strdup_printf ("%s %" G_GINT64_FORMAT, table->name, id);
  ForkRow *row = g_hash_table_lookup (known, key);

  if (row != NULL)
    {
      g_free (key);
      return row;
    }
  row = g_new0 (ForkRow, 1);
  row->table = table;
  row->row = id;
  row->columns = g_ptr_array_new ();
  row->before = g_ptr_array_new_with_free_func (g_free);
  g_hash_table_insert (known, key, row);
  g_ptr_array_add (rows, row);
  return row;
}

/* Only the first that is said of a cell tells what stood there before. */
static void
add_cell (ForkRow *row, const char *name, const char *before)
{
  const char *column = table_column (row->table, name);

  if (column == NULL || g_ptr_array_find (row->columns, column, NULL))
    return;
  if (strcmp (column, "ordinal") == 0)
    {
      row->is_moved = TRUE;
      return;
    }
  g_ptr_array_add (row->columns, (gpointer) column);
  g_ptr_array_add (row->before, g_strdup (before));
}

/* insert, update or delete. */
static void
add_line (ForkRow *row, const char *change, const char *column, const char *before)
{
  gboolean is_fresh = row->columns->len == 0 && !row->is_gone && !row->is_moved;

  if (strcmp (change, "insert") == 0)
    {
      row->is_new |= is_fresh;
      row->is_gone = FALSE;
    }
  else if (column == NULL)
    row->is_gone = TRUE;
  else
    add_cell (row, column, before);
}

GPtrArray *
fork_rows (Db *db, gint64 action, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  g_autoptr (GHashTable) known =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db,
                  "SELECT table_name, row_id, change, column_name, CAST(old AS TEXT)"
                  " FROM history WHERE id > (SELECT coalesce(max(id), 0) FROM history"
                  "   WHERE action_id <= :action) ORDER BY id",
                  error);
  DbStep step;

  if (q == NULL)
    return NULL;
  db_bind_int (q, ":action", action);
  while ((step = db_step (q, error)) == DB_ROW)
    {
      const DbTable *table = table_find (db_column_text (q, 0));

      if (table != NULL)
        add_line (row_of (rows, known, table, sqlite3_column_int64 (q, 1)),
                  db_column_text (q, 2), db_column_text (q, 3), db_column_text (q, 4));
    }
  return step == DB_DONE ? g_steal_pointer (&rows) : NULL;
}

GArray *
fork_children (Db *db, const DbTable *table, gint64 parent, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT id FROM %s WHERE %s = :parent ORDER BY %sid",
                       table->name, table->parent,
                       table->has_ordinal ? "ordinal, " : "");
  g_autoptr (sqlite3_stmt) q = db_prepare (db, sql, error);

  if (q == NULL)
    return NULL;
  db_bind_int (q, ":parent", parent);
  return db_collect (q, error);
}
