/* db/evaluation.c — 绩效自评: points and what is still open. */

#include "db/evaluation.h"

gboolean
evaluation_total (Db *db, gint64 project, EvaluationTotal *total, GError **error)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db,
                  "SELECT rate_e6, execution_e6, weight_e6, score_e6"
                  " FROM evaluation_total WHERE project_id = :project",
                  error);

  if (q == NULL)
    return FALSE;
  db_bind_int (q, ":project", project);
  *total = (EvaluationTotal){ DB_NULL, DB_NULL, DB_NULL, DB_NULL };
  switch (db_step (q, error))
    {
    case DB_ROW:
      *total = (EvaluationTotal){ db_column_int (q, 0), db_column_int (q, 1),
                                  db_column_int (q, 2), db_column_int (q, 3) };
      return TRUE;
    case DB_DONE:
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
evaluation_score (Db *db, gint64 indicator, gint64 *score_e6, char **state,
                  GError **error)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db,
                  "SELECT score_e6, state FROM evaluation_score"
                  " WHERE indicator_id = :indicator",
                  error);

  if (q == NULL)
    return FALSE;
  db_bind_int (q, ":indicator", indicator);
  if (db_step (q, error) != DB_ROW)
    return FALSE;
  *score_e6 = db_column_int (q, 0);
  *state = g_strdup (db_column_text (q, 1));
  return TRUE;
}

static void
question_free (gpointer data)
{
  EvaluationQuestion *question = data;

  g_free (question->kind);
  g_free (question->message);
  g_free (question);
}

GPtrArray *
evaluation_questions (Db *db, gint64 project, gboolean is_monitoring, GError **error)
{
  static const char *const sql[] = {
    "SELECT indicator_id, kind, message FROM evaluation_question"
    " WHERE project_id = :project"
    " ORDER BY indicator_id IS NULL DESC, indicator_id, kind",
    "SELECT indicator_id, kind, message FROM monitoring_question"
    " WHERE project_id = :project"
    " ORDER BY indicator_id IS NULL DESC, indicator_id, kind",
  };
  g_autoptr (GPtrArray) questions = g_ptr_array_new_with_free_func (question_free);
  g_autoptr (sqlite3_stmt) q = db_prepare (db, sql[is_monitoring], error);
  DbStep step;

  if (q == NULL)
    return NULL;
  db_bind_int (q, ":project", project);
  while ((step = db_step (q, error)) == DB_ROW)
    {
      EvaluationQuestion *question = g_new0 (EvaluationQuestion, 1);

      question->indicator = db_column_int (q, 0);
      question->kind = g_strdup (db_column_text (q, 1));
      question->message = g_strdup (db_column_text (q, 2));
      g_ptr_array_add (questions, question);
    }
  return step == DB_DONE ? g_steal_pointer (&questions) : NULL;
}

char *
evaluation_target_name (Db *db, gint64 indicator, GError **error)
{
  g_autoptr (sqlite3_stmt) q = NULL;

  if (indicator == DB_NULL)
    return g_strdup ("");
  q = db_prepare (db, "SELECT label FROM target WHERE indicator_id = :indicator",
                  error);
  if (q == NULL)
    return NULL;
  db_bind_int (q, ":indicator", indicator);
  return db_step (q, error) == DB_ROW ? g_strdup (db_column_text (q, 0)) : NULL;
}
