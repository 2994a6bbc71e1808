/* db/record.c — storing, loading and freeing rows by the description of their table. */

#include "db/record.h"
#include "db/title.h"

#include <string.h>

static gpointer
member (gpointer record, gsize offset)
{
  return (char *) record + offset;
}

static char **
text_member (gpointer record, const DbField *field)
{
  return member (record, field->offset);
}

static gint64 *
integer_member (gpointer record, const DbField *field)
{
  return member (record, field->offset);
}

static GPtrArray **
children_member (gpointer record, const DbTable *table, int i)
{
  return member (record, table->children[i].offset);
}

gpointer
db_record_new (const DbTable *table)
{
  gpointer record = g_malloc0 (table->size);

  for (gsize i = 0; i < table->n_fields; i++)
    if (table->fields[i].type == DB_INTEGER)
      *integer_member (record, &table->fields[i]) = DB_NULL;
  for (int i = 0; table->children[i].table != NULL; i++)
    *children_member (record, table, i) = g_ptr_array_new ();
  return record;
}

void
db_record_free (const DbTable *table, gpointer record)
{
  if (record == NULL)
    return;
  for (gsize i = 0; i < table->n_fields; i++)
    if (table->fields[i].type == DB_TEXT)
      g_free (*text_member (record, &table->fields[i]));
  for (int i = 0; table->children[i].table != NULL; i++)
    db_record_array_free (table->children[i].table,
                          *children_member (record, table, i));
  g_free (record);
}

void
db_record_array_free (const DbTable *table, GPtrArray *records)
{
  if (records == NULL)
    return;
  for (guint i = 0; i < records->len; i++)
    db_record_free (table, records->pdata[i]);
  g_ptr_array_unref (records);
}

gpointer
db_record_add (GPtrArray *records, const DbTable *table)
{
  gpointer record = db_record_new (table);

  g_ptr_array_add (records, record);
  return record;
}

void
db_record_take_text (char **text_of_record, char *text)
{
  g_free (*text_of_record);
  *text_of_record = text;
}

/* "INSERT INTO goal (project_id, ordinal, label, text) VALUES (?1, ?2, ?3, ?4)" */
static char *
insert_sql (const DbTable *table)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);
  int n = 0;

  g_string_printf (sql, "INSERT INTO %s (", table->name);
  if (table->parent != NULL)
    g_string_append_printf (sql, "%s", table->parent);
  if (table->has_ordinal)
    g_string_append (sql, ", ordinal");
  n = (table->parent != NULL) + table->has_ordinal;
  for (gsize i = 0; i < table->n_fields; i++)
    if (table->fields[i].column != NULL)
      g_string_append_printf (sql, "%s%s", n++ > 0 ? ", " : "",
                              table->fields[i].column);
  for (int i = 1; i <= n; i++)
    g_string_append_printf (values, "%s?%d", i > 1 ? ", " : "", i);
  g_string_append_printf (sql, ") VALUES (%s)", values->str);
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/* Insertions of trees: a statement for each table met. */
struct _DbWriter {
  Db         *db;
  GHashTable *statements; /* const DbTable * -> sqlite3_stmt * */
};

static void
finalize (gpointer statement)
{
  sqlite3_finalize (statement);
}

static sqlite3_stmt *
writer_statement (DbWriter *writer, const DbTable *table, GError **error)
{
  sqlite3_stmt *q = g_hash_table_lookup (writer->statements, table);

  if (q == NULL)
    {
      g_autofree char *sql = insert_sql (table);

      q = db_prepare (writer->db, sql, error);
      if (q != NULL)
        g_hash_table_insert (writer->statements, (gpointer) table, q);
    }
  return q;
}

static void
bind_fields (sqlite3_stmt *q, const DbTable *table, gpointer record, int n)
{
  for (gsize i = 0; i < table->n_fields; i++)
    {
      const DbField *field = &table->fields[i];

      if (field->column == NULL)
        continue;
      n++;
      if (field->type == DB_TEXT)
        sqlite3_bind_text (q, n, *text_member (record, field), -1, SQLITE_STATIC);
      else if (*integer_member (record, field) == DB_NULL)
        sqlite3_bind_null (q, n);
      else
        sqlite3_bind_int64 (q, n, *integer_member (record, field));
    }
}

static const char *
group_of (const DbTable *table, gpointer record)
{
  for (gsize i = 0; table->ordinal_group != NULL && i < table->n_fields; i++)
    if (g_strcmp0 (table->fields[i].column, table->ordinal_group) == 0)
      return *text_member (record, &table->fields[i]);
  return NULL;
}

static int
ordinal_of (const DbTable *table, GPtrArray *siblings, guint place)
{
  const char *group = group_of (table, siblings->pdata[place]);
  int         ordinal = 1;

  for (guint i = 0; i < place; i++)
    ordinal += g_strcmp0 (group, group_of (table, siblings->pdata[i])) == 0;
  return ordinal;
}

static gboolean
insert_tree (DbWriter *writer, const DbTable *table, gpointer record, gint64 parent,
             int ordinal, GError **error)
{
  sqlite3_stmt *q = writer_statement (writer, table, error);
  DbRecord     *head = record;

  if (q == NULL)
    return FALSE;
  head->parent = parent;
  if (table->parent != NULL)
    sqlite3_bind_int64 (q, 1, parent);
  if (table->has_ordinal)
    sqlite3_bind_int64 (q, 2, ordinal);
  bind_fields (q, table, record, (table->parent != NULL) + table->has_ordinal);
  if (!db_run (q, error))
    return FALSE;
  head->id = db_last_id (writer->db);

  for (int i = 0; table->children[i].table != NULL; i++)
    {
      const DbTable *below = table->children[i].table;
      GPtrArray     *children = *children_member (record, table, i);

      for (guint k = 0; k < children->len; k++)
        if (!insert_tree (writer, below, children->pdata[k], head->id,
                          ordinal_of (below, children, k), error))
          return FALSE;
    }
  return TRUE;
}

DbWriter *
db_writer_new (Db *db)
{
  DbWriter *writer = g_new (DbWriter, 1);

  writer->db = db;
  writer->statements = g_hash_table_new_full (NULL, NULL, NULL, finalize);
  return writer;
}

void
db_writer_free (DbWriter *writer)
{
  g_hash_table_unref (writer->statements);
  g_free (writer);
}

gboolean
db_writer_insert (DbWriter *writer, const DbTable *table, gpointer record,
                  gint64 parent, GError **error)
{
  return insert_tree (writer, table, record, parent, 1, error);
}

gboolean
db_record_insert (Db *db, const DbTable *table, gpointer record, gint64 parent,
                  GError **error)
{
  g_autoptr (DbWriter) writer = db_writer_new (db);

  return db_writer_insert (writer, table, record, parent, error);
}

/* "SELECT id, project_id, label, text FROM goal WHERE <key> = ?1 ORDER BY …" */
static char *
select_sql (const DbTable *table, const char *key)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_printf (sql, "SELECT id, %s", table->parent != NULL ? table->parent : "0");
  for (gsize i = 0; i < table->n_fields; i++)
    if (table->fields[i].column != NULL)
      g_string_append_printf (sql, ", %s", table->fields[i].column);
  g_string_append_printf (sql, " FROM %s WHERE %s = ?1 ORDER BY ", table->name, key);
  if (table->ordinal_group != NULL)
    g_string_append_printf (sql, "%s DESC, ", table->ordinal_group);
  g_string_append (sql, table->has_ordinal ? "ordinal, id" : "id");
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static gpointer
read_row (sqlite3_stmt *q, const DbTable *table)
{
  DbRecord *record = db_record_new (table);
  int       n = 2;

  record->id = sqlite3_column_int64 (q, 0);
  record->parent = sqlite3_column_int64 (q, 1);
  for (gsize i = 0; i < table->n_fields; i++)
    {
      const DbField *field = &table->fields[i];

      if (field->column == NULL)
        continue;
      if (field->type == DB_TEXT)
        *text_member (record, field) = g_strdup (db_column_text (q, n));
      else if (sqlite3_column_type (q, n) != SQLITE_NULL)
        *integer_member (record, field) = sqlite3_column_int64 (q, n);
      n++;
    }
  return record;
}

static gboolean
load_children (Db *db, const DbTable *table, gpointer record, GError **error)
{
  for (int i = 0; table->children[i].table != NULL; i++)
    {
      GPtrArray **children = children_member (record, table, i);
      GPtrArray  *loaded = db_record_list (db, table->children[i].table,
                                           ((DbRecord *) record)->id, error);

      if (loaded == NULL)
        return FALSE;
      g_ptr_array_unref (*children);
      *children = loaded;
    }
  return TRUE;
}

static GPtrArray *
select_trees (Db *db, const DbTable *table, const char *key, gint64 value,
              GError **error)
{
  g_autofree char *sql = select_sql (table, key);
  g_autoptr (sqlite3_stmt) q = db_prepare (db, sql, error);
  GPtrArray *records;
  DbStep     step;

  if (q == NULL)
    return NULL;
  records = g_ptr_array_new ();
  sqlite3_bind_int64 (q, 1, value);
  while ((step = db_step (q, error)) == DB_ROW)
    {
      gpointer record = read_row (q, table);

      g_ptr_array_add (records, record);
      if (!load_children (db, table, record, error))
        {
          step = DB_ERROR;
          break;
        }
    }
  if (step == DB_DONE)
    return records;
  db_record_array_free (table, records);
  return NULL;
}

GPtrArray *
db_record_list (Db *db, const DbTable *table, gint64 parent, GError **error)
{
  return select_trees (db, table, table->parent, parent, error);
}

void
db_record_set_missing (const DbTable *table, GError **error)
{
  g_set_error (error, DB_ERROR_DOMAIN, DB_MISSING, "要找的%s已不在文件里",
               title_of_table (table->name));
}

gpointer
db_record_get (Db *db, const DbTable *table, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) records = select_trees (db, table, "id", id, error);

  if (records == NULL)
    return NULL;
  if (records->len == 1)
    return records->pdata[0];
  db_record_set_missing (table, error);
  return NULL;
}
