/* ui/import-paste.c — the clipboard's text/html goes the way of a document file. */

#include "ui/import-paste.h"
#include "ui/dialog.h"
#include "ui/import-window.h"

#include <glib/gi18n.h>

#define MIME_TYPE "text/html"

static void
refuse (UiWindow *window, GError *cause)
{
  g_autoptr (GError) error = cause;

  if (error == NULL)
    error = g_error_new_literal (
        G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
        _ ("The clipboard holds no table. Copy one in WPS, Word or a browser first."));
  ui_show_error (GTK_WINDOW (window), _ ("Nothing was pasted"), error);
}

static void
open_preview (UiWindow *window, GBytes *html)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (files,
                   ui_import_file_new_pasted (html, ui_window_get_document (window)));
  ui_import_window_open (window, files);
}

static void
spliced_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (UiWindow) window = data;
  GOutputStream *memory = G_OUTPUT_STREAM (source);
  GError        *error = NULL;
  g_autoptr (GBytes) html = NULL;

  if (g_output_stream_splice_finish (memory, result, &error) >= 0)
    html = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
  if (ui_window_get_db (window) == NULL)
    g_clear_error (&error);
  else if (html == NULL || g_bytes_get_size (html) == 0)
    refuse (window, error);
  else
    open_preview (window, html);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (UiWindow) window = data;
  g_autoptr (GInputStream) html = NULL;
  g_autoptr (GOutputStream) memory = NULL;
  GError *error = NULL;

  html = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);
  if (html == NULL)
    {
      refuse (window, error);
      return;
    }
  memory = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (memory, html,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE |
                                    G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, spliced_cb,
                                g_steal_pointer (&window));
}

static void
paste_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiWindow     *window = UI_WINDOW (widget);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);

  if (ui_form_sheet_is_editing (ui_window_get_sheet (window)) ||
      !ui_window_commit (window))
    return;
  if (!gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard),
                                              MIME_TYPE))
    {
      refuse (window, NULL);
      return;
    }
  gdk_clipboard_read_async (clipboard, (const char *[]){ MIME_TYPE, NULL },
                            G_PRIORITY_DEFAULT, NULL, read_cb, g_object_ref (window));
}

void
ui_import_paste_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.paste-document", NULL, paste_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.paste-document", NULL);
}

void
ui_import_paste_update (GtkWidget *window)
{
  Db *db = ui_window_get_db (UI_WINDOW (window));

  gtk_widget_action_set_enabled (window, "win.paste-document",
                                 db != NULL && !db_is_read_only (db));
}
