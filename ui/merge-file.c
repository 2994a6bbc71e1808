/* ui/merge-file.c — a file that was sent back is asked for and read. */

#include "ui/dialog.h"
#include "ui/merge-window.h"

#include <glib/gi18n.h>

/* Two files on their way to a merge. */
typedef struct {
  char *ours, *theirs;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->ours);
  g_free (request->theirs);
  g_free (request);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Request *request = data;
  GError        *error = NULL;
  g_autoptr (Db) ours = db_open (request->ours, DB_OPEN_READ, &error);
  Merge *merge = ours != NULL ? merge_open (ours, request->theirs, &error) : NULL;

  if (merge != NULL)
    g_task_return_pointer (task, merge, (GDestroyNotify) merge_free);
  else
    g_task_return_error (task, error);
}

/* Changes that fit no record are the user's to look at. */
static void
report_unplaced (UiWindow *window, guint n)
{
  g_autofree char *text =
      g_strdup_printf (_ ("%u changes stand in rows that no record could be found for. "
                          "Please look at the file that was sent back."),
                       n);

  ui_show_report (GTK_WINDOW (window), _ ("Not everything can be taken over"), text);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  UiWindow        *window = UI_WINDOW (source);
  const Request   *request = g_task_get_task_data (G_TASK (result));
  GError          *error = NULL;
  Merge           *merge = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *name = g_path_get_basename (request->theirs);
  guint            unplaced, n;

  ui_window_await (window, NULL);
  if (merge == NULL)
    {
      ui_window_complain (window, _ ("The file cannot be merged"), error);
      return;
    }
  unplaced = merge->unplaced;
  n = merge->items->len;
  if (n > 0)
    gtk_window_present (GTK_WINDOW (ui_merge_window_new (window, merge, name)));
  else
    merge_free (merge);
  if (unplaced > 0)
    report_unplaced (window, unplaced);
  else if (n == 0)
    ui_show_report (GTK_WINDOW (window), _ ("Nothing differs"), name);
}

void
ui_merge_file (UiWindow *window, GFile *file)
{
  g_autoptr (GTask) task = g_task_new (window, NULL, read_cb, NULL);
  Request *request = g_new (Request, 1);

  *request = (Request){ g_strdup (db_get_path (ui_window_get_db (window))),
                        g_file_get_path (file) };
  g_task_set_task_data (task, request, request_free);
  ui_window_await (window, file);
  g_task_run_in_thread (task, read_in_thread);
}

static void
chosen (GListModel *files, gpointer window)
{
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);

  if (ui_window_get_db (window) != NULL)
    ui_merge_file (window, file);
}

static void
merge_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (ui_window_commit (UI_WINDOW (widget)))
    ui_choose_files (GTK_WINDOW (widget), UI_CHOOSE_RETURNED, NULL, chosen, widget);
}

void
ui_merge_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.merge", NULL, merge_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.merge",
                                       NULL);
}

void
ui_merge_update (GtkWidget *widget)
{
  Db *db = ui_window_get_db (UI_WINDOW (widget));

  gtk_widget_action_set_enabled (widget, "win.merge",
                                 db != NULL && !db_is_read_only (db));
}
