/* ui/merge-file.c — a file that was sent back is asked for and read. */

#include "ui/dialog.h"
#include "ui/merge-window.h"

#include <glib/gi18n.h>

/* A file on its way to a merge. */
typedef struct {
  UiWindow *window; /* borrowed: it owns this */
  char     *theirs;
  Errand   *running;
} Returning;

static void
returning_free (gpointer data)
{
  Returning *self = data;

  errand_drop (&self->running);
  g_free (self->theirs);
  g_free (self);
}

static gpointer
read_returned (Db *ours, gpointer theirs, Progress *progress, GError **error)
{
  return merge_open (ours, theirs, error);
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
returned (gpointer result, GError *error, gpointer data)
{
  const Returning *self = data;
  UiWindow        *window = self->window;
  Merge           *merge = result;
  g_autofree char *name = g_path_get_basename (self->theirs);
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
  static const ErrandKind kind = { read_returned, g_free, (GDestroyNotify) merge_free,
                                   0 };
  g_autoptr (Desk) desk =
      desk_new (db_get_path (ui_window_get_db (window)), DB_OPEN_READ);
  Returning *self = g_new0 (Returning, 1);

  self->window = window;
  self->theirs = g_file_get_path (file);
  g_object_set_data_full (G_OBJECT (window), "returning", self, returning_free);
  ui_window_await (window, file);
  errand_begin (&self->running, desk, &kind, g_strdup (self->theirs), returned, self);
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
