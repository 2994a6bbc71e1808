/* db/cell.c — one cell of one row: what an editor reads and writes. */

#include "db/cell.h"
#include "db/title.h"

/* Stands on the cell, or says that its row is gone. */
static sqlite3_stmt *
find (Db *db, const DbTable *table, gint64 row, const char *column, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT %s FROM %s WHERE id = :id", column, table->name);
  g_autoptr (sqlite3_stmt) q = db_prepare (db, sql, error);

  if (q == NULL)
    return NULL;
  db_bind_int (q, ":id", row);
  switch (db_step (q, error))
    {
    case DB_ROW:
      return g_steal_pointer (&q);
    case DB_DONE:
      db_record_set_missing (table, error);
      return NULL;
    default:
      return NULL;
    }
}

gboolean
cell_get (Db *db, const DbTable *table, gint64 row, const char *column, char **text,
          GError **error)
{
  g_autoptr (sqlite3_stmt) q = find (db, table, row, column, error);

  if (q != NULL)
    *text = g_strdup (db_column_text (q, 0));
  return q != NULL;
}

gboolean
cell_get_integer (Db *db, const DbTable *table, gint64 row, const char *column,
                  gint64 *value, GError **error)
{
  g_autoptr (sqlite3_stmt) q = find (db, table, row, column, error);

  if (q != NULL)
    *value = db_column_int (q, 0);
  return q != NULL;
}

static sqlite3_stmt *
prepare_update (Db *db, const DbTable *table, gint64 row, const char *column,
                GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("UPDATE %s SET %s = :value WHERE id = :id", table->name, column);
  sqlite3_stmt *q = db_prepare (db, sql, error);

  if (q != NULL)
    db_bind_int (q, ":id", row);
  return q;
}

gboolean
cell_set (Db *db, const DbTable *table, gint64 row, const char *column,
          const char *text, GError **error)
{
  g_autoptr (sqlite3_stmt) q = prepare_update (db, table, row, column, error);

  if (q == NULL)
    return FALSE;
  db_bind_text (q, ":value", text);
  return db_run (q, error);
}

gboolean
cell_set_integer (Db *db, const DbTable *table, gint64 row, const char *column,
                  gint64 value, GError **error)
{
  g_autoptr (sqlite3_stmt) q = prepare_update (db, table, row, column, error);

  if (q == NULL)
    return FALSE;
  if (value == DB_NULL)
    db_bind_null (q, ":value");
  else
    db_bind_int (q, ":value", value);
  return db_run (q, error);
}

gboolean
cell_is_required (Db *db, const DbTable *table, const char *column)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (
      db, "SELECT \"notnull\" FROM pragma_table_info (:table) WHERE name = :column",
      NULL);

  db_bind_text (q, ":table", table->name);
  db_bind_text (q, ":column", column);
  return db_step (q, NULL) == DB_ROW && sqlite3_column_int (q, 0) != 0;
}

/* The columns of the unique index that has this one in it: const char *. */
static GPtrArray *
unique_columns (Db *db, const DbTable *table, const char *column)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db,
                  "SELECT b.name FROM pragma_index_list (:table) l"
                  " JOIN pragma_index_info (l.name) a JOIN pragma_index_info (l.name) b"
                  " WHERE l.\"unique\" AND a.name = :column ORDER BY l.seq, b.seqno",
                  NULL);
  GPtrArray *columns = g_ptr_array_new ();

  db_bind_text (q, ":table", table->name);
  db_bind_text (q, ":column", column);
  while (db_step (q, NULL) == DB_ROW)
    g_ptr_array_add (columns, (gpointer) table_column (table, db_column_text (q, 0)));
  return columns;
}

static char *
titles_of (const DbTable *table, GPtrArray *columns)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < columns->len; i++)
    {
      const char *column = columns->pdata[i];
      const char *title = g_strcmp0 (column, table->parent) == 0
                              ? title_of_table (table_parent (table)->name)
                              : title_of_column (table->name, column);

      g_string_append_printf (titles, "%s%s", i > 0 ? "、" : "",
                              title ? title : column);
    }
  return g_string_free (g_steal_pointer (&titles), FALSE);
}

char *
cell_taken (Db *db, const DbTable *table, gint64 row, const char *column,
            const char *value)
{
  g_autoptr (GPtrArray) columns = unique_columns (db, table, column);
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (sqlite3_stmt) q = NULL;

  if (columns->len == 0)
    return NULL;
  g_string_printf (sql,
                   "SELECT 1 FROM %s a JOIN %s b ON b.id <> a.id WHERE a.id = :id"
                   " AND CAST(b.%s AS TEXT) IS :value",
                   table->name, table->name, column);
  for (guint i = 0; i < columns->len; i++)
    if (g_strcmp0 (columns->pdata[i], column) != 0)
      g_string_append_printf (sql, " AND a.%s IS b.%s", (char *) columns->pdata[i],
                              (char *) columns->pdata[i]);
  q = db_prepare (db, sql->str, NULL);
  db_bind_int (q, ":id", row);
  db_bind_text (q, ":value", value);
  return db_step (q, NULL) == DB_ROW ? titles_of (table, columns) : NULL;
}
