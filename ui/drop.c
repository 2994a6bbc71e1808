/* ui/drop.c — what is dropped goes the way of what is chosen in a dialog. */

#include "ui/drop.h"
#include "ui/dialog.h"
#include "ui/import-window.h"
#include "ui/window-open.h"

#define KEY "dropped-documents" /* a GListModel, until there is a file for them */

static void
opened (UiWindow *window, gboolean is_open)
{
  if (is_open)
    ui_import_files (window, g_object_get_data (G_OBJECT (window), KEY));
  g_object_set_data (G_OBJECT (window), KEY, NULL);
}

static void
made (GListModel *files, gpointer window)
{
  g_autoptr (GFile) file = ui_named_file (files, ".jixiao");

  ui_window_open (window, file, DB_OPEN_CREATE, opened);
}

static void
import (UiWindow *window, GListStore *documents)
{
  if (ui_window_get_db (window) != NULL)
    {
      ui_import_files (window, G_LIST_MODEL (documents));
      return;
    }
  g_object_set_data_full (G_OBJECT (window), KEY, g_object_ref (documents),
                          g_object_unref);
  ui_choose_files (GTK_WINDOW (window), UI_CHOOSE_NEW_RECORDS, NULL, made, window);
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y,
            UiWindow *window)
{
  g_autoptr (GListStore) documents = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *each = files; each != NULL; each = each->next)
    {
      g_autofree char *name = g_file_get_basename (each->data);

      if (g_str_has_suffix (name, ".jixiao"))
        ui_window_open_beside (window, each->data, DB_OPEN_WRITE);
      else
        g_list_store_append (documents, each->data);
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (documents)) > 0)
    import (window, documents);
  return TRUE;
}

void
ui_drop_accept (UiWindow *window)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), window);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (target));
}
