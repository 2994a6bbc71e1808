/* db/source.c — keeping imported files, the places of fields, and notes. */

#include "db/source.h"

SourceOrigin *
source_find (Db *db, const char *sha256, GError **error)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db,
                  "SELECT department.name, fiscal_year, source.name, at FROM source"
                  " JOIN document ON document.id = document_id"
                  " JOIN department ON department.id = department_id"
                  " LEFT JOIN action ON action.id = action_id WHERE sha256 = :sha256",
                  error);
  SourceOrigin *origin;

  if (q == NULL)
    return NULL;
  db_bind_text (q, ":sha256", sha256);
  if (db_step (q, error) != DB_ROW)
    return NULL;
  origin = g_new0 (SourceOrigin, 1);
  origin->department = g_strdup (db_column_text (q, 0));
  origin->fiscal_year =
      sqlite3_column_type (q, 1) == SQLITE_NULL ? DB_NULL : sqlite3_column_int64 (q, 1);
  origin->name = g_strdup (db_column_text (q, 2));
  origin->at = g_strdup (db_column_text (q, 3));
  return origin;
}

void
source_origin_free (SourceOrigin *origin)
{
  g_free (origin->department);
  g_free (origin->name);
  g_free (origin->at);
  g_free (origin);
}

gint64
source_store (Db *db, gint64 document, gint64 action, const char *name,
              const char *sha256, GBytes *bytes, GError **error)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db,
                  "INSERT INTO source (document_id, action_id, name, sha256, bytes)"
                  " VALUES (:document, :action, :name, :sha256, :bytes)",
                  error);

  if (q == NULL)
    return 0;
  db_bind_int (q, ":document", document);
  db_bind_int (q, ":action", action);
  db_bind_text (q, ":name", name);
  db_bind_text (q, ":sha256", sha256);
  db_bind_bytes (q, ":bytes", bytes);
  return db_run (q, error) ? db_last_id (db) : 0;
}

/* A number of 0 or G_MAXUINT (as none says) is not known and stays NULL. */
static void
bind_known (sqlite3_stmt *q, const char *name, guint value, guint none)
{
  if (value == none)
    db_bind_null (q, name);
  else
    db_bind_int (q, name, value);
}

gboolean
source_store_places (Db *db, gint64 source, const SourcePlace *places, gsize n,
                     GError **error)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (
      db,
      "INSERT OR IGNORE INTO provenance"
      " (source_id, table_name, row_id, column_name, line, block, row, col)"
      " VALUES (:source, :table, :row_id, :column, :line, :block, :row, :col)",
      error);

  if (q == NULL)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      const SourcePlace *place = &places[i];

      db_bind_int (q, ":source", source);
      db_bind_text (q, ":table", place->table);
      db_bind_int (q, ":row_id", place->row_id);
      db_bind_text (q, ":column", place->column);
      bind_known (q, ":line", place->line, 0);
      db_bind_int (q, ":block", place->block);
      bind_known (q, ":row", place->row, G_MAXUINT);
      bind_known (q, ":col", place->col, G_MAXUINT);
      if (!db_run (q, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
source_store_note (Db *db, gint64 source, const char *kind, guint line,
                   const char *text, GError **error)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db,
                  "INSERT INTO import_note (source_id, kind, line, text)"
                  " VALUES (:source, :kind, :line, :text)",
                  error);

  if (q == NULL)
    return FALSE;
  db_bind_int (q, ":source", source);
  db_bind_text (q, ":kind", kind);
  bind_known (q, ":line", line, 0);
  db_bind_text (q, ":text", text);
  return db_run (q, error);
}
