/* app/errand.c — work that is done in a thread, with a connection of its own. */

#include "app/errand.h"
#include "app/read/process.h"

#include <gio/gio.h>

/* So long another one has who was made way for, in microseconds. */
#define PAUSE 10000

struct _Desk {
  int        references; /* the owner's and the errands' */
  char      *path;
  DbOpenMode mode;
  GMutex     mutex; /* of what follows: one thread at a time */
  Db        *db;    /* NULL: not open yet */
};

struct _Errand {
  Errand          **place; /* NULL: dropped */
  Desk             *desk;  /* NULL: none */
  const ErrandKind *kind;
  gpointer          what;
  ErrandDone        done;
  gpointer          data;
  Progress          progress; /* of both threads */
};

Desk *
desk_new (const char *path, DbOpenMode mode)
{
  Desk *self = g_new0 (Desk, 1);

  self->references = 1;
  self->path = g_strdup (path);
  self->mode = mode;
  g_mutex_init (&self->mutex);
  return self;
}

void
desk_unref (Desk *self)
{
  if (!g_atomic_int_dec_and_test (&self->references))
    return;
  g_clear_pointer (&self->db, db_close);
  g_mutex_clear (&self->mutex);
  g_free (self->path);
  g_free (self);
}

/* One who reads makes way for one who writes, and begins anew. */
static gpointer
work_at_desk (Errand *self, GError **error)
{
  Desk    *desk = self->desk;
  gpointer result = NULL;

  if (desk->db == NULL)
    desk->db = db_open (desk->path, desk->mode, error);
  if (desk->db == NULL)
    return NULL;
  db_make_way (desk->db, &self->progress.stopped);
  result = self->kind->work (desk->db, self->what, &self->progress, error);
  while (result == NULL && g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED) &&
         !progress_failed (&self->progress, NULL))
    {
      g_clear_error (error);
      g_usleep (PAUSE);
      result = self->kind->work (desk->db, self->what, &self->progress, error);
    }
  db_make_way (desk->db, NULL);
  return result;
}

static gpointer
work (Errand *self, GError **error)
{
  gpointer result = NULL;

  if (self->desk == NULL)
    return progress_failed (&self->progress, error)
               ? NULL
               : self->kind->work (NULL, self->what, &self->progress, error);
  g_mutex_lock (&self->desk->mutex);
  if (!progress_failed (&self->progress, error))
    result = work_at_desk (self, error);
  g_mutex_unlock (&self->desk->mutex);
  return result;
}

static void
work_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Errand  *self = data;
  GError  *error = NULL;
  gpointer result;

  process_heed (&self->progress.stopped);
  result = work (self, &error);
  process_heed (NULL);
  if (result != NULL)
    g_task_return_pointer (task, result, self->kind->free_result);
  else
    g_task_return_error (task, error);
}

/* What is freed is freed in the thread that began it. */
static void
done_cb (GObject *source, GAsyncResult *task, gpointer data)
{
  Errand  *self = g_task_get_task_data (G_TASK (task));
  GError  *error = NULL;
  gpointer result = g_task_propagate_pointer (G_TASK (task), &error);

  if (self->place != NULL)
    {
      *self->place = NULL;
      self->done (result, error, self->data);
    }
  else
    {
      if (result != NULL && self->kind->free_result != NULL)
        self->kind->free_result (result);
      g_clear_error (&error);
    }
  if (self->kind->free_what != NULL)
    self->kind->free_what (self->what);
  g_clear_pointer (&self->desk, desk_unref);
}

void
errand_begin (Errand **place, Desk *desk, const ErrandKind *kind, gpointer what,
              ErrandDone done, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, done_cb, NULL);
  Errand *self = g_new0 (Errand, 1);

  errand_drop (place);
  *self = (Errand){ place, desk, kind, what, done, data, { 0 } };
  if (desk != NULL)
    g_atomic_int_inc (&desk->references);
  *place = self;
  g_task_set_task_data (task, self, g_free);
  g_task_set_priority (task, kind->priority);
  g_task_run_in_thread (task, work_in_thread);
}

void
errand_drop (Errand **place)
{
  Errand *self = g_steal_pointer (place);

  if (self == NULL)
    return;
  self->place = NULL;
  errand_stop (self);
}

void
errand_stop (Errand *self)
{
  progress_stop (&self->progress);
}

Progress *
errand_get_progress (Errand *self)
{
  return &self->progress;
}
