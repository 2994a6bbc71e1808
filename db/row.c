/* db/row.c — rows among their siblings: made, copied, moved and removed. */

#include "db/row.h"

#include <string.h>

static gboolean
has_value (const RowValue *values, gsize n, const char *column)
{
  for (gsize i = 0; i < n; i++)
    if (strcmp (values[i].column, column) == 0)
      return TRUE;
  return FALSE;
}

/* The columns that must not stay NULL, have no default and are in nobody's hands. */
static GPtrArray *
empty_columns (Db *db, const DbTable *table, const RowValue *values, gsize n,
               GError **error)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db,
                  "SELECT name FROM pragma_table_info (:table)"
                  " WHERE \"notnull\" AND dflt_value IS NULL AND type = 'TEXT'",
                  error);
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  DbStep step;

  if (q == NULL)
    return NULL;
  db_bind_text (q, ":table", table->name);
  while ((step = db_step (q, error)) == DB_ROW)
    {
      const char *column = table_column (table, db_column_text (q, 0));

      if (column != NULL && !has_value (values, n, column))
        g_ptr_array_add (columns, (gpointer) column);
    }
  return step == DB_DONE ? g_steal_pointer (&columns) : NULL;
}

/* INSERT INTO goal (project_id, ordinal, text, label)
 * SELECT :parent, (SELECT count(*) + 1 …), '', ?  */
static char *
insert_sql (const DbTable *table, const RowValue *values, gsize n, GPtrArray *empty)
{
  g_autoptr (GString) columns = g_string_new ("id");
  g_autoptr (GString) cells = g_string_new ("NULL");

  if (table->parent != NULL)
    {
      g_string_append_printf (columns, ", %s", table->parent);
      g_string_append (cells, ", :parent");
    }
  if (table->has_ordinal)
    {
      g_string_append (columns, ", ordinal");
      g_string_append_printf (
          cells, ", (SELECT coalesce(max(ordinal), 0) + 1 FROM %s WHERE %s = :parent)",
          table->name, table->parent);
    }
  for (guint i = 0; i < empty->len; i++)
    {
      g_string_append_printf (columns, ", %s", (char *) empty->pdata[i]);
      g_string_append (cells, ", ''");
    }
  for (gsize i = 0; i < n; i++)
    {
      g_string_append_printf (columns, ", %s", values[i].column);
      g_string_append_printf (cells, ", :%s", values[i].column);
    }
  return g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", table->name, columns->str,
                          cells->str);
}

/* The ids of a row and its siblings in their order. */
static GArray *
siblings (Db *db, const DbTable *table, gint64 row, GError **error)
{
  const char      *group = table->ordinal_group ? table->ordinal_group : table->parent;
  g_autofree char *sql =
      g_strdup_printf ("SELECT b.id FROM %s a JOIN %s b ON b.%s = a.%s AND b.%s = a.%s"
                       " WHERE a.id = :id ORDER BY b.ordinal, b.id",
                       table->name, table->name, table->parent, table->parent, group,
                       group);
  g_autoptr (sqlite3_stmt) q = db_prepare (db, sql, error);

  if (q == NULL)
    return NULL;
  db_bind_int (q, ":id", row);
  return db_collect (q, error);
}

/* Numbers the rows in this order; history hears only of those that moved. */
static gboolean
arrange (Db *db, const DbTable *table, const GArray *ids, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET ordinal = :ordinal"
                                          " WHERE id = :id AND ordinal <> :ordinal",
                                          table->name);
  g_autoptr (sqlite3_stmt) q = db_prepare (db, sql, error);

  if (q == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      db_bind_int (q, ":id", g_array_index (ids, gint64, i));
      db_bind_int (q, ":ordinal", i + 1);
      if (!db_run (q, error))
        return FALSE;
    }
  return TRUE;
}

static guint
position (const GArray *ids, gint64 row)
{
  guint i = 0;

  while (i < ids->len && g_array_index (ids, gint64, i) != row)
    i++;
  return i;
}

gboolean
row_move (Db *db, const DbTable *table, gint64 row, gint64 place, GError **error)
{
  g_autoptr (GArray) ids = NULL;

  if (!table->has_ordinal)
    return TRUE;
  ids = siblings (db, table, row, error);
  if (ids == NULL)
    return FALSE;
  if (ids->len > 0)
    {
      g_array_remove_index (ids, position (ids, row));
      g_array_insert_val (ids, CLAMP (place, 1, (gint64) ids->len + 1) - 1, row);
    }
  return arrange (db, table, ids, error);
}

gint64
row_insert (Db *db, const DbTable *table, gint64 parent, const RowValue *values,
            gsize n, GError **error)
{
  g_autoptr (GPtrArray) empty = empty_columns (db, table, values, n, error);
  g_autofree char *sql = NULL;
  g_autoptr (sqlite3_stmt) q = NULL;
  gint64 row;

  if (empty == NULL)
    return 0;
  sql = insert_sql (table, values, n, empty);
  q = db_prepare (db, sql, error);
  if (q == NULL)
    return 0;
  if (table->parent != NULL)
    db_bind_int (q, ":parent", parent);
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *name = g_strconcat (":", values[i].column, NULL);

      db_bind_text (q, name, values[i].text);
    }
  if (!db_run (q, error))
    return 0;
  row = db_last_id (db);
  return row_move (db, table, row, G_MAXINT64, error) ? row : 0;
}

gint64
row_copy (Db *db, const DbTable *table, gint64 row, GError **error)
{
  g_autoptr (GArray) ids = NULL;
  DbRecord *record;
  gint64    copy = 0;

  if (table->has_ordinal)
    {
      ids = siblings (db, table, row, error);
      if (ids == NULL)
        return 0;
    }
  record = db_record_get (db, table, row, error);
  if (record == NULL)
    return 0;
  if (db_record_insert (db, table, record, record->parent, error))
    copy = record->id;
  db_record_free (table, record);
  if (copy != 0 && ids != NULL)
    {
      g_array_insert_val (ids, position (ids, row) + 1, copy);
      if (!arrange (db, table, ids, error))
        return 0;
    }
  return copy;
}

gboolean
row_transfer (Db *db, const DbTable *table, gint64 row, gint64 parent, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("UPDATE %s SET %s = :parent, ordinal = (SELECT"
                       " coalesce(max(ordinal), 0) + 1 FROM %s WHERE %s = :parent)"
                       " WHERE id = :id",
                       table->name, table->parent, table->name, table->parent);
  g_autoptr (sqlite3_stmt) q = db_prepare (db, sql, error);
  g_autoptr (GArray) left = q != NULL ? siblings (db, table, row, error) : NULL;

  if (left == NULL)
    return FALSE;
  db_bind_int (q, ":parent", parent);
  db_bind_int (q, ":id", row);
  if (!db_run (q, error))
    return FALSE;
  if (left->len > 0)
    g_array_remove_index (left, position (left, row));
  return arrange (db, table, left, error) &&
         row_move (db, table, row, G_MAXINT64, error);
}

gboolean
row_remove (Db *db, const DbTable *table, gint64 row, GError **error)
{
  g_autoptr (GArray) ids = NULL;
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE id = :id", table->name);
  g_autoptr (sqlite3_stmt) q = db_prepare (db, sql, error);

  if (q == NULL)
    return FALSE;
  if (table->has_ordinal)
    {
      ids = siblings (db, table, row, error);
      if (ids == NULL)
        return FALSE;
    }
  db_bind_int (q, ":id", row);
  if (!db_run (q, error))
    return FALSE;
  if (ids == NULL || ids->len == 0)
    return TRUE;
  g_array_remove_index (ids, position (ids, row));
  return arrange (db, table, ids, error);
}

/* The id of what the row belongs to; 0: it stands alone, or is gone. */
static gboolean
read_parent (Db *db, const DbTable *table, gint64 row, gint64 *parent, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT %s FROM %s WHERE id = :id",
                       table->parent ? table->parent : "0", table->name);
  g_autoptr (sqlite3_stmt) q = db_prepare (db, sql, error);
  DbStep step;

  if (q == NULL)
    return FALSE;
  db_bind_int (q, ":id", row);
  step = db_step (q, error);
  *parent = step == DB_ROW ? sqlite3_column_int64 (q, 0) : 0;
  return step != DB_ERROR;
}

gboolean
row_home (Db *db, const DbTable *table, gint64 row, gint64 *document, gint64 *project,
          GError **error)
{
  gint64 parent = 0;

  *document = *project = 0;
  for (; table != NULL && row > 0; table = table_parent (table), row = parent)
    {
      if (!read_parent (db, table, row, &parent, error))
        return FALSE;
      if (parent == 0)
        break;
      if (strcmp (table->name, "project") == 0)
        *project = row;
      else if (strcmp (table->name, "document") == 0)
        *document = row;
    }
  if (*document == 0)
    *project = 0;
  return TRUE;
}
