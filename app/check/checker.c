/* app/check/checker.c — the findings of what somebody looks at, read aside. */

#include "app/check/checker.h"

/* So many tables are asked at once. */
#define SLICE 16

struct _Checker {
  int    references; /* the owner's and the threads' */
  char  *path;
  GMutex mutex; /* of what follows: one thread at a time */
  Db    *db;    /* NULL: not open yet */
};

/* What a thread is asked. */
typedef struct {
  Checker *checker;
  gint64   document;
  gint64   project; /* 0: the document */
} Question;

Checker *
checker_new (const char *path)
{
  Checker *self = g_new0 (Checker, 1);

  self->references = 1;
  self->path = g_strdup (path);
  g_mutex_init (&self->mutex);
  return self;
}

void
checker_unref (Checker *self)
{
  if (!g_atomic_int_dec_and_test (&self->references))
    return;
  g_clear_pointer (&self->db, db_close);
  g_mutex_clear (&self->mutex);
  g_free (self->path);
  g_free (self);
}

static void
question_free (gpointer data)
{
  Question *question = data;

  checker_unref (question->checker);
  g_free (question);
}

/* The tables by slices, so that a change need not wait for all of them. */
static gboolean
add_tables (Db *db, GArray *tables, GCancellable *cancellable, GPtrArray *findings,
            GError **error)
{
  for (guint from = 0; from < tables->len; from += SLICE)
    {
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      GPtrArray *some;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
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
of_document (Db *db, gint64 document, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) tables = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  g_array_append_val (ids, document);
  tables = check_tables (db, ids, error);
  findings = tables != NULL ? finding_of_documents (db, ids, error) : NULL;
  if (findings == NULL || !add_tables (db, tables, cancellable, findings, error))
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

static GPtrArray *
read_findings (const Question *question, GCancellable *cancellable, GError **error)
{
  Checker *checker = question->checker;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (checker->db == NULL)
    checker->db = db_open (checker->path, DB_OPEN_READ, error);
  if (checker->db == NULL)
    return NULL;
  return question->project != 0
             ? of_project (checker->db, question->project, error)
             : of_document (checker->db, question->document, cancellable, error);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;
  GError         *error = NULL;
  GPtrArray      *findings;

  g_mutex_lock (&question->checker->mutex);
  findings = read_findings (question, cancellable, &error);
  g_mutex_unlock (&question->checker->mutex);
  if (findings != NULL)
    g_task_return_pointer (task, findings, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
checker_read (Checker *self, gint64 document, gint64 project, GCancellable *cancellable,
              GAsyncReadyCallback done, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, done, data);
  Question *question = g_new (Question, 1);

  g_atomic_int_inc (&self->references);
  *question = (Question){ self, document, project };
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, read_in_thread);
}

GPtrArray *
checker_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
