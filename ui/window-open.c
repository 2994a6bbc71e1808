/* ui/window-open.c — opening a record file without making anybody wait in the dark. */

#include "ui/window-open.h"
#include "app/reading.h"

#include <glib/gi18n.h>

/* So many projects are read while one waits. */
#define FEW 20

void
ui_window_open_beside (UiWindow *window, GFile *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));

  if (application != NULL)
    g_application_open (G_APPLICATION (application), &file, 1, "");
  else
    ui_window_open (window, file);
}

/* A file on its way into a window. */
typedef struct {
  UiWindow *window;
  GFile    *file;
  Db       *db;   /* the thread's, until it is done */
  gboolean  gone; /* the window */
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_signal_handlers_disconnect_by_data (opening->window, opening);
  g_object_unref (opening->window);
  g_object_unref (opening->file);
  g_clear_pointer (&opening->db, db_close);
  g_free (opening);
}

static void
gone_cb (GtkWidget *window, Opening *opening)
{
  opening->gone = TRUE;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Opening *opening = data;
  GError  *error = NULL;

  if (reading_refresh (opening->db, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Opening *opening = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean is_read = g_task_propagate_boolean (G_TASK (result), &error);

  if (opening->gone)
    return;
  ui_window_set_busy (opening->window, FALSE);
  if (is_read)
    ui_window_take_file (opening->window, opening->file,
                         g_steal_pointer (&opening->db));
  else
    ui_window_complain (opening->window, _ ("This file cannot be opened"),
                        g_steal_pointer (&error));
}

static void
read_aside (UiWindow *window, GFile *file, Db *db)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, read_cb, NULL);
  Opening *opening = g_new0 (Opening, 1);

  opening->window = g_object_ref (window);
  opening->file = g_object_ref (file);
  opening->db = db;
  g_signal_connect (window, "destroy", G_CALLBACK (gone_cb), opening);
  g_task_set_task_data (task, opening, opening_free);
  ui_window_set_busy (window, TRUE);
  g_task_run_in_thread (task, read_in_thread);
}

gboolean
ui_window_begin_open (UiWindow *window, GFile *file, const char *path, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (Db) db = db_open (path, DB_OPEN_CREATE, &cause);
  g_autoptr (GArray) unread = NULL;

  if (db == NULL && g_error_matches (cause, DB_ERROR_DOMAIN, DB_READ_ONLY))
    {
      db = db_open (path, DB_OPEN_READ, error);
      if (db != NULL)
        ui_window_take_file (window, file, g_steal_pointer (&db));
      return ui_window_get_db (window) != NULL && db == NULL;
    }
  if (db == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  unread = reading_unread_projects (db, error);
  if (unread == NULL)
    return FALSE;
  if (unread->len > FEW)
    read_aside (window, file, g_steal_pointer (&db));
  else if (reading_refresh (db, error))
    ui_window_take_file (window, file, g_steal_pointer (&db));
  else
    return FALSE;
  return TRUE;
}
