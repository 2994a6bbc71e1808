/* db/draft.c — what is being typed into cells of tables and not stored yet. */

#include "db/draft.h"

Draft *
draft_new (gint64 project, gint64 document, const char *table, gint64 row,
           const char *field, const char *text)
{
  Draft *draft = g_new (Draft, 1);

  *draft = (Draft){ project, document,         g_strdup (table),
                    row,     g_strdup (field), g_strdup (text) };
  return draft;
}

void
draft_free (Draft *draft)
{
  if (draft == NULL)
    return;
  g_free (draft->table);
  g_free (draft->field);
  g_free (draft->text);
  g_free (draft);
}

/* Runs a statement with the parameters that name the cell. */
static gboolean
run (Db *db, const char *sql, const Draft *draft, const char *text, GError **error)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (db, sql, error);

  if (q == NULL)
    return FALSE;
  /* The other one stays NULL. */
  if (draft->project != 0)
    db_bind_int (q, ":project", draft->project);
  else
    db_bind_int (q, ":document", draft->document);
  db_bind_text (q, ":table", draft->table);
  db_bind_int (q, ":row", draft->row);
  db_bind_text (q, ":field", draft->field);
  if (text != NULL)
    db_bind_text (q, ":text", text);
  return db_run (q, error);
}

gboolean
draft_drop (Db *db, const Draft *draft, GError **error)
{
  return run (db,
              "DELETE FROM draft WHERE project_id IS :project"
              " AND document_id IS :document AND table_name = :table"
              " AND row_id = :row AND field = :field",
              draft, NULL, error);
}

gboolean
draft_keep (Db *db, const Draft *draft, GError **error)
{
  g_auto (DbTxn) txn = { NULL };

  return db_txn_begin (&txn, db, error) && draft_drop (db, draft, error) &&
         run (db,
              "INSERT INTO draft (project_id, document_id, table_name, row_id, field,"
              " text) VALUES (:project, :document, :table, :row, :field, :text)",
              draft, draft->text, error) &&
         db_txn_commit (&txn, error);
}

Draft *
draft_newest (Db *db, GError **error)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db,
                  "SELECT coalesce(project_id, 0), coalesce(document_id, 0),"
                  " table_name, row_id, field, text FROM draft"
                  " ORDER BY at DESC LIMIT 1",
                  error);

  if (q == NULL || db_step (q, error) != DB_ROW)
    return NULL;
  return draft_new (sqlite3_column_int64 (q, 0), sqlite3_column_int64 (q, 1),
                    db_column_text (q, 2), sqlite3_column_int64 (q, 3),
                    db_column_text (q, 4), db_column_text (q, 5));
}
