/* db/export-record.c — what was printed or handed out, and when. */

#include "db/export-record.h"

gboolean
export_record_add (Db *db, gint64 document, const char *format, const char *name,
                   const char *hash, GError **error)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (
      db,
      "INSERT INTO export (document_id, who, format, name, sha256, history_id)"
      " VALUES (:document, :who, :format, :name, :hash,"
      "  coalesce((SELECT max(id) FROM history), 0))",
      error);

  if (q == NULL)
    return FALSE;
  db_bind_int (q, ":document", document);
  db_bind_text (q, ":who", g_get_user_name ());
  db_bind_text (q, ":format", format);
  db_bind_text (q, ":name", name);
  db_bind_text (q, ":hash", hash);
  return db_run (q, error);
}

static void
free_record (gpointer data)
{
  ExportRecord *record = data;

  g_free (record->at);
  g_free (record->who);
  g_free (record->format);
  g_free (record->name);
  g_free (record->hash);
  g_free (record);
}

GPtrArray *
export_records (Db *db, GError **error)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (
      db,
      "SELECT document_id, at, who, format, name, sha256, history_id FROM export"
      " WHERE id IN (SELECT max(id) FROM export GROUP BY document_id)"
      " ORDER BY document_id",
      error);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (free_record);
  DbStep step;

  if (q == NULL)
    return NULL;
  while ((step = db_step (q, error)) == DB_ROW)
    {
      ExportRecord *record = g_new (ExportRecord, 1);

      *record = (ExportRecord){
        .document = sqlite3_column_int64 (q, 0),
        .at = g_strdup (db_column_text (q, 1)),
        .who = g_strdup (db_column_text (q, 2)),
        .format = g_strdup (db_column_text (q, 3)),
        .name = g_strdup (db_column_text (q, 4)),
        .hash = g_strdup (db_column_text (q, 5)),
        .line = sqlite3_column_int64 (q, 6),
      };
      g_ptr_array_add (records, record);
    }
  return step == DB_DONE ? g_steal_pointer (&records) : NULL;
}
