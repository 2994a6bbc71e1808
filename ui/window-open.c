/* ui/window-open.c — opening a record file in a thread, while the window comes up. */

#include "ui/window-open.h"
#include "app/reading/reading.h"
#include "db/form.h"

#include <glib/gi18n.h>

void
ui_window_open_beside (UiWindow *window, GFile *file, DbOpenMode mode)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));

  if (application != NULL)
    g_application_open (G_APPLICATION (application), &file, 1,
                        mode == DB_OPEN_CREATE ? UI_HINT_NEW : "");
  else
    ui_window_open (window, file, mode, NULL);
}

/* A file on its way into a window. */
typedef struct {
  UiWindow  *window; /* NULL: there is none yet */
  GFile     *file;
  DbOpenMode mode;
  UiOpened   opened; /* NULL: nobody waits */
  Db        *db;     /* the thread's, until it is done */
  gboolean   gone;   /* the window */
} Opening;

static Opening *early; /* begun before there was a window; NULL: none */

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  if (opening->window != NULL)
    g_signal_handlers_disconnect_by_data (opening->window, opening);
  g_clear_object (&opening->window);
  g_object_unref (opening->file);
  g_clear_pointer (&opening->db, db_close);
  g_free (opening);
}

static void
gone_cb (GtkWidget *window, Opening *opening)
{
  opening->gone = TRUE;
}

/* For writing where that is possible, else as it is. */
static Db *
open_file (GFile *file, DbOpenMode mode, GError **error)
{
  const char *path = g_file_peek_path (file);
  g_autoptr (GError) cause = NULL;
  Db *db;

  if (path == NULL)
    {
      g_set_error_literal (error, DB_ERROR_DOMAIN, DB_FAILED,
                           _ ("Only files in a folder of this computer can be opened; "
                              "please copy it there first"));
      return NULL;
    }
  db = db_open (path, mode, &cause);
  if (db == NULL && g_error_matches (cause, DB_ERROR_DOMAIN, DB_READ_ONLY))
    return db_open (path, DB_OPEN_READ, error);
  if (db == NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  return db;
}

/* What is asked of a project is prepared here, where nobody waits for it: SQLite takes
 * its time to understand the views.  */
static gboolean
prepare (Db *db, GError **error)
{
  g_autoptr (GPtrArray) cells = form_cells (db, 0, NULL, error);

  return cells != NULL;
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Opening *opening = data;
  GError  *error = NULL;

  opening->db = open_file (opening->file, opening->mode, &error);
  if (opening->db != NULL &&
      (db_is_read_only (opening->db) || reading_refresh (opening->db, &error)) &&
      prepare (opening->db, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
open_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Opening  *opening = g_task_get_task_data (G_TASK (result));
  UiWindow *window = opening->window;
  g_autoptr (GError) error = NULL;
  gboolean is_open = g_task_propagate_boolean (G_TASK (result), &error);

  if (opening == early)
    early = NULL;
  if (window == NULL || opening->gone ||
      ui_window_get_awaited (window) != opening->file)
    return;
  ui_window_await (window, NULL);
  if (is_open)
    ui_window_take_file (window, opening->file, g_steal_pointer (&opening->db));
  else
    {
      gtk_window_present (GTK_WINDOW (window)); /* a dialog needs it there */
      ui_window_complain (window, _ ("This file cannot be opened"),
                          g_steal_pointer (&error));
    }
  if (opening->opened != NULL)
    opening->opened (window, is_open);
}

static Opening *
begin (GFile *file, DbOpenMode mode)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, open_cb, NULL);
  Opening *opening = g_new0 (Opening, 1);

  opening->file = g_file_dup (file); /* its address tells it from other openings */
  opening->mode = mode;
  g_task_set_task_data (task, opening, opening_free);
  g_task_set_priority (task,
                       G_PRIORITY_DEFAULT_IDLE); /* a frame that is due comes first */
  g_task_run_in_thread (task, open_in_thread);
  return opening;
}

void
ui_window_open_early (GFile *file)
{
  early = begin (file, DB_OPEN_WRITE);
}

void
ui_window_open (UiWindow *window, GFile *file, DbOpenMode mode, UiOpened opened)
{
  Opening *opening;

  if (!ui_window_commit (window))
    {
      if (opened != NULL)
        opened (window, FALSE);
      return;
    }
  if (early != NULL && early->window == NULL && early->mode == mode &&
      g_file_equal (early->file, file))
    opening = early;
  else
    opening = begin (file, mode);
  opening->window = g_object_ref (window);
  opening->opened = opened;
  g_signal_connect (window, "destroy", G_CALLBACK (gone_cb), opening);
  ui_window_await (window, opening->file);
}
