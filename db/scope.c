/* db/scope.c — what a rule had to look at. */

#include "db/scope.h"

#define SCOPES                                                                    \
  "SELECT s.rule, r.title, coalesce((SELECT o.severity FROM office_severity o"    \
  " WHERE o.rule = s.rule), r.severity), w.subject, w.lacks, s.looked, s.lacking" \
  " FROM scope s JOIN rule r ON r.id = s.rule JOIN rule_scope w ON w.rule = s.rule"

void
scope_free (gpointer data)
{
  Scope *scope = data;

  g_free (scope->rule);
  g_free (scope->title);
  g_free (scope->severity);
  g_free (scope->subject);
  g_free (scope->lacks);
  g_free (scope);
}

GPtrArray *
scope_list (Db *db, gint64 document, gint64 project, GError **error)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db,
                  project != DB_NULL ? SCOPES
                      " WHERE s.project_id = :id ORDER BY r.ordinal"
                                     : SCOPES
                      " WHERE s.document_id = :id AND s.project_id IS NULL ORDER BY"
                      " r.ordinal",
                  error);
  g_autoptr (GPtrArray) scopes = g_ptr_array_new_with_free_func (scope_free);
  DbStep step;

  if (q == NULL)
    return NULL;
  db_bind_int (q, ":id", project != DB_NULL ? project : document);
  while ((step = db_step (q, error)) == DB_ROW)
    {
      Scope *scope = g_new0 (Scope, 1);
      char **texts[] = { &scope->rule, &scope->title, &scope->severity, &scope->subject,
                         &scope->lacks };

      for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
        *texts[i] = g_strdup (db_column_text (q, i));
      scope->looked = sqlite3_column_int64 (q, 5);
      scope->lacking = sqlite3_column_int64 (q, 6);
      g_ptr_array_add (scopes, scope);
    }
  return step == DB_DONE ? g_steal_pointer (&scopes) : NULL;
}
