/* ui/import-job.c — reads documents into a window's record file, one after the other.
 *
 * That is done in a thread with a connection of its own.  A dialog keeps the window
 * from using the file meanwhile, says how far it is, and lets the user stop.
 */

#include "ui/import-job.h"
#include "app/import/import.h"
#include "app/import/report.h"
#include "ui/dialog.h"

#include <glib/gi18n.h>

typedef struct {
  UiWindow  *window; /* this and the next three are the window's thread's */
  GtkWidget *dialog;
  GtkWidget *bar;
  gboolean   gone;  /* the window */
  char      *path;  /* of the record file */
  GPtrArray *paths; /* of the documents; NULL: not on this computer */
  GString   *text;
  guint      taken, known, failed, unread;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_signal_handlers_disconnect_by_data (job->window, job);
  g_object_unref (job->window);
  g_free (job->path);
  g_ptr_array_unref (job->paths);
  g_string_free (job->text, TRUE);
  g_free (job);
}

static void
add_report (Job *job, const Import *import)
{
  for (guint i = 0; i < import->proposals->len; i++)
    {
      const Proposal  *proposal = import->proposals->pdata[i];
      g_autofree char *report = report_text (import->name, proposal, FALSE);

      g_string_append_printf (job->text, "%s\n", report);
      job->unread += report_count_unread (proposal);
    }
  job->taken++;
}

/* Who stops while a document is read does not want it either. */
static void
import_one (Job *job, Db *db, const char *path, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Import) import = path ? import_read (path, &error) : NULL;

  if (g_cancellable_is_cancelled (cancellable))
    return;
  if (import != NULL && import_store (import, db, FALSE, &error))
    {
      add_report (job, import);
      return;
    }
  g_string_append_printf (job->text, "%s\n\n",
                          error ? error->message
                                : _ ("Only texts in a folder of this computer can be "
                                     "imported; please copy it there first"));
  if (g_error_matches (error, IMPORT_ERROR_DOMAIN, IMPORT_KNOWN))
    job->known++;
  else
    job->failed++;
}

/* How far it is, on its way to the window's thread. */
typedef struct {
  GTask *task;
  guint  place;
} Progress;

static void
progress_free (gpointer data)
{
  g_object_unref (((Progress *) data)->task);
  g_free (data);
}

static gboolean
progress_cb (gpointer data)
{
  const Progress  *progress = data;
  const Job       *job = g_task_get_task_data (progress->task);
  const char      *path = job->paths->pdata[progress->place];
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : g_strdup ("");
  g_autofree char *text =
      g_strdup_printf (_ ("%u of %u: %s"), progress->place + 1, job->paths->len, name);

  if (job->gone || job->dialog == NULL)
    return G_SOURCE_REMOVE;
  gtk_progress_bar_set_text (GTK_PROGRESS_BAR (job->bar), text);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (job->bar),
                                 progress->place / (double) job->paths->len);
  return G_SOURCE_REMOVE;
}

static void
import_in_thread (GTask *task, gpointer source, gpointer data,
                  GCancellable *cancellable)
{
  Job    *job = data;
  GError *error = NULL;
  g_autoptr (Db) db = db_open (job->path, DB_OPEN_WRITE, &error);

  if (db == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < job->paths->len && !g_cancellable_is_cancelled (cancellable);
       i++)
    {
      Progress *progress = g_new (Progress, 1);

      *progress = (Progress){ g_object_ref (task), i };
      g_main_context_invoke_full (NULL, G_PRIORITY_DEFAULT, progress_cb, progress,
                                  progress_free);
      import_one (job, db, job->paths->pdata[i], cancellable);
    }
  g_task_return_boolean (task, TRUE);
}

/* 读入 2 份文本，1 份没有读入，3 处没有看懂 */
static char *
summary (const Job *job)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (job->taken > 0)
    g_ptr_array_add (parts, g_strdup_printf (_ ("%u documents read"), job->taken));
  if (job->known > 0)
    g_ptr_array_add (parts, g_strdup_printf (_ ("%u were read before"), job->known));
  if (job->failed > 0)
    g_ptr_array_add (parts, g_strdup_printf (_ ("%u were not read"), job->failed));
  if (job->taken + job->known + job->failed < job->paths->len)
    g_ptr_array_add (parts, g_strdup (_ ("stopped")));
  if (job->taken > 0 && job->unread > 0)
    g_ptr_array_add (parts,
                     g_strdup_printf (_ ("%u places not understood"), job->unread));
  else if (job->taken > 0)
    g_ptr_array_add (parts, g_strdup (_ ("all understood")));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (_ (", "), (char **) parts->pdata);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  if (job->gone)
    return;
  gtk_window_destroy (GTK_WINDOW (job->dialog));
  job->dialog = NULL;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      ui_window_complain (job->window, _ ("Nothing was imported"),
                          g_steal_pointer (&error));
      return;
    }
  if (job->taken > 0)
    ui_window_reload (job->window);
  title = summary (job);
  ui_show_report (GTK_WINDOW (job->window), title, g_strchomp (job->text->str));
}

static gboolean
stop_cb (GtkWidget *widget, GCancellable *cancellable)
{
  g_cancellable_cancel (cancellable);
  return TRUE;
}

static void
gone_cb (GtkWidget *window, Job *job)
{
  job->gone = TRUE;
}

static void
make_dialog (Job *job, GCancellable *cancellable)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *stop = gtk_button_new_with_label (_ ("Stop"));

  job->bar = gtk_progress_bar_new ();
  gtk_progress_bar_set_show_text (GTK_PROGRESS_BAR (job->bar), TRUE);
  gtk_progress_bar_set_text (GTK_PROGRESS_BAR (job->bar), "");
  gtk_progress_bar_set_ellipsize (GTK_PROGRESS_BAR (job->bar), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_size_request (job->bar, 360, -1);
  gtk_widget_set_halign (stop, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), job->bar);
  gtk_box_append (GTK_BOX (box), stop);
  gtk_widget_add_css_class (box, "progress");
  job->dialog = gtk_window_new ();
  gtk_window_set_title (GTK_WINDOW (job->dialog), _ ("Importing"));
  gtk_window_set_transient_for (GTK_WINDOW (job->dialog), GTK_WINDOW (job->window));
  gtk_window_set_modal (GTK_WINDOW (job->dialog), TRUE);
  gtk_window_set_resizable (GTK_WINDOW (job->dialog), FALSE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (job->dialog), TRUE);
  gtk_window_set_child (GTK_WINDOW (job->dialog), box);
  g_signal_connect_object (stop, "clicked", G_CALLBACK (stop_cb), cancellable, 0);
  g_signal_connect_object (job->dialog, "close-request", G_CALLBACK (stop_cb),
                           cancellable, 0);
  gtk_window_present (GTK_WINDOW (job->dialog));
}

void
ui_import_files (UiWindow *window, GListModel *files)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (!ui_window_commit (window))
    return;
  job = g_new0 (Job, 1);
  job->window = g_object_ref (window);
  job->path = g_strdup (db_get_path (ui_window_get_db (window)));
  job->paths = g_ptr_array_new_with_free_func (g_free);
  job->text = g_string_new (NULL);
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      g_ptr_array_add (job->paths, g_file_get_path (file));
    }
  g_signal_connect (window, "destroy", G_CALLBACK (gone_cb), job);
  task = g_task_new (NULL, cancellable, imported_cb, NULL);
  g_task_set_check_cancellable (task, FALSE); /* what was read is there */
  g_task_set_task_data (task, job, job_free);
  make_dialog (job, cancellable);
  g_task_run_in_thread (task, import_in_thread);
}
