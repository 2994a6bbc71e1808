/* app/check/checker.c — the findings of what somebody looks at, read aside. */

#include "app/check/checker.h"

/* So many tables are asked at once. */
#define SLICE 16

/* What a thread is asked. */
typedef struct {
  gint64 document;
  gint64 project; /* 0: the document */
} Question;

/* The tables by slices, so that a change need not wait for all of them. */
static gboolean
add_tables (Db *db, GArray *tables, Progress *progress, GPtrArray *findings,
            GError **error)
{
  progress_begin (progress, 0, tables->len / SLICE + 1);
  for (guint from = 0; from < tables->len; from += SLICE)
    {
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      GPtrArray *some;

      if (!progress_step (progress) && progress_failed (progress, error))
        return FALSE;
      g_array_append_vals (ids, &g_array_index (tables, gint64, from),
                           MIN (SLICE, tables->len - from));
      some = finding_of_projects (db, ids, error);
      if (some == NULL)
        return FALSE;
      g_ptr_array_extend_and_steal (findings, some);
    }
  return TRUE;
}

static GPtrArray *
of_document (Db *db, gint64 document, Progress *progress, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) tables = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  g_array_append_val (ids, document);
  tables = check_tables (db, ids, error);
  findings = tables != NULL ? finding_of_documents (db, ids, error) : NULL;
  if (findings == NULL || !add_tables (db, tables, progress, findings, error))
    return NULL;
  check_sort (findings);
  return g_steal_pointer (&findings);
}

static GPtrArray *
of_project (Db *db, gint64 project, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  CheckFilter filter = { .projects = ids };

  g_array_append_val (ids, project);
  return check_findings (db, &filter, error);
}

GPtrArray *
checker_findings (Db *db, gint64 document, gint64 project, Progress *progress,
                  GError **error)
{
  return project != 0 ? of_project (db, project, error)
                      : of_document (db, document, progress, error);
}

static gpointer
read_findings (Db *db, gpointer what, Progress *progress, GError **error)
{
  const Question *question = what;

  return checker_findings (db, question->document, question->project, progress, error);
}

void
checker_read (Errand **place, Desk *desk, gint64 document, gint64 project,
              ErrandDone done, gpointer data)
{
  static const ErrandKind kind = { read_findings, g_free,
                                   (GDestroyNotify) g_ptr_array_unref, 0 };
  Question               *question = g_new (Question, 1);

  *question = (Question){ document, project };
  errand_begin (place, desk, &kind, question, done, data);
}
