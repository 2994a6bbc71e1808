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
      g_set_error (error, DB_ERROR_DOMAIN, DB_MISSING, "这一行（%s）已不在文件里",
                   title_of_table (table->name));
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
    *value = sqlite3_column_type (q, 0) == SQLITE_NULL ? DB_NULL
                                                       : sqlite3_column_int64 (q, 0);
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
