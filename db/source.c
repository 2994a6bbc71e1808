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
  origin->fiscal_year = db_column_int (q, 1);
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

GBytes *
source_bytes (Db *db, gint64 source, GError **error)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db, "SELECT bytes FROM source WHERE id = :source", error);

  if (q == NULL)
    return NULL;
  db_bind_int (q, ":source", source);
  switch (db_step (q, error))
    {
    case DB_ROW:
      return g_bytes_new (sqlite3_column_blob (q, 0), sqlite3_column_bytes (q, 0));
    case DB_DONE:
      g_set_error_literal (error, DB_ERROR_DOMAIN, DB_REFUSED, "没有保存这份原文");
      return NULL;
    default:
      return NULL;
    }
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
      "INSERT OR REPLACE INTO provenance (source_id, table_name, row_id, column_name,"
      " line, page, block, sheet, row, col, words)"
      " VALUES (:source, :table, :row_id, :column, :line, :page, :block, :sheet, :row,"
      " :col, :words)",
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
      bind_known (q, ":page", place->page, 0);
      db_bind_int (q, ":block", place->block);
      bind_known (q, ":sheet", place->sheet, 0);
      bind_known (q, ":row", place->row, G_MAXUINT);
      bind_known (q, ":col", place->col, G_MAXUINT);
      db_bind_text (q, ":words", place->words);
      if (!db_run (q, error))
        return FALSE;
    }
  return TRUE;
}

static guint
known (sqlite3_stmt *q, int column, guint none)
{
  return sqlite3_column_type (q, column) == SQLITE_NULL
             ? none
             : (guint) sqlite3_column_int64 (q, column);
}

/* The place that is asked for, or where else its words stand: a unit is named in its
 * projects' heads, a year in a title.  */
#define PLACES                                                           \
  "(VALUES (:table, :row, :column)"                                      \
  " UNION ALL SELECT 'project', id, 'unit_' || :column FROM project"     \
  " WHERE :table = 'unit' AND unit_id = :row"                            \
  " UNION ALL SELECT 'document', id, 'title' FROM document"              \
  " WHERE :table = 'document' AND :column = 'fiscal_year' AND id = :row" \
  " AND instr(title, fiscal_year) > 0)"

SourceFound *
source_find_place (Db *db, const char *table, gint64 row, const char *column,
                   GError **error)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (
      db,
      "SELECT source.id, name, sha256, at, line, page, block, sheet, row, col, words"
      " FROM provenance JOIN source ON source.id = source_id"
      " LEFT JOIN action ON action.id = action_id"
      " WHERE (table_name, row_id, column_name) IN " PLACES
      " ORDER BY column_name = :column DESC, source_id DESC, row_id LIMIT 1",
      error);
  SourceFound *found;

  if (q == NULL)
    return NULL;
  db_bind_text (q, ":table", table);
  db_bind_int (q, ":row", row);
  db_bind_text (q, ":column", column);
  if (db_step (q, error) != DB_ROW)
    return NULL;
  found = g_new0 (SourceFound, 1);
  found->source = sqlite3_column_int64 (q, 0);
  found->name = g_strdup (db_column_text (q, 1));
  found->sha256 = g_strdup (db_column_text (q, 2));
  found->at = g_strdup (db_column_text (q, 3));
  found->words = g_strdup (db_column_text (q, 10));
  found->place = (SourcePlace){
    .row_id = row,
    .line = known (q, 4, 0),
    .page = known (q, 5, 0),
    .block = known (q, 6, 0),
    .sheet = known (q, 7, 0),
    .row = known (q, 8, G_MAXUINT),
    .col = known (q, 9, G_MAXUINT),
    .words = found->words,
  };
  return found;
}

void
source_found_free (SourceFound *found)
{
  g_free (found->name);
  g_free (found->sha256);
  g_free (found->at);
  g_free (found->words);
  g_free (found);
}

gint64
source_of_document (Db *db, gint64 document, const char *sha256, GError **error)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (
      db, "SELECT id FROM source WHERE document_id = :document AND sha256 = :sha256",
      error);

  if (q == NULL)
    return -1;
  db_bind_int (q, ":document", document);
  db_bind_text (q, ":sha256", sha256);
  switch (db_step (q, error))
    {
    case DB_ROW:
      return sqlite3_column_int64 (q, 0);
    case DB_DONE:
      return 0;
    default:
      return -1;
    }
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
