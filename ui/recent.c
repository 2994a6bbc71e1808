/* ui/recent.c — the record files that were opened last, as the desktop remembers them.
 */

#include "ui/recent.h"

#include <glib/gi18n.h>

#define ENDING ".jixiao"

void
ui_recent_add (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData    data = { .mime_type = (char *) "application/vnd.sqlite3",
                            .app_name = (char *) g_get_application_name (),
                            .app_exec = (char *) "jixiao-desktop %f" };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) b),
                              gtk_recent_info_get_modified ((GtkRecentInfo *) a));
}

/* GtkRecentInfo: of files that are still there, the last first. */
static GList *
recent_files (void)
{
  GList *infos = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  GList *files = NULL;
  guint  n = 0;

  infos = g_list_sort (infos, compare);
  for (GList *info = infos; info != NULL; info = info->next)
    if (n < RECENT_SHOWN &&
        g_str_has_suffix (gtk_recent_info_get_uri (info->data), ENDING) &&
        gtk_recent_info_exists (info->data))
      {
        files = g_list_prepend (files, gtk_recent_info_ref (info->data));
        n++;
      }
  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);
  return g_list_reverse (files);
}

/* A number to choose it by; an underscore of the name is no mark of a key. */
static char *
label_of (GtkRecentInfo *info, guint number)
{
  g_auto (GStrv) parts = g_strsplit (gtk_recent_info_get_display_name (info), "_", -1);
  g_autofree char *name = g_strjoinv ("__", parts);

  return g_strdup_printf ("_%u　%s", number, name);
}

/* Read when the menu is opened. */
static void
fill_menu_cb (GtkMenuButton *button, gpointer data)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GList *files = recent_files ();
  guint  n = 0;

  for (GList *file = files; file != NULL; file = file->next)
    {
      g_autofree char *label = label_of (file->data, ++n);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.open-recent", "s",
                                         gtk_recent_info_get_uri (file->data));
      g_menu_append_item (menu, item);
    }
  if (files == NULL)
    g_menu_append (menu, _ ("Nothing was opened yet"), UI_RECENT_NONE);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
  g_list_free_full (files, (GDestroyNotify) gtk_recent_info_unref);
}

void
ui_recent_fill_button (GtkMenuButton *button)
{
  gtk_menu_button_set_create_popup_func (button, fill_menu_cb, NULL, NULL);
}

void
ui_recent_fill_box (GtkBox *box)
{
  GList     *files = recent_files ();
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  if (files != NULL)
    {
      child = gtk_label_new (_ ("Opened before"));
      gtk_widget_add_css_class (child, "dim-label");
      gtk_box_append (box, child);
    }
  for (GList *file = files; file != NULL; file = file->next)
    {
      g_autofree char *place = gtk_recent_info_get_uri_display (file->data);

      child = gtk_button_new_with_label (gtk_recent_info_get_display_name (file->data));
      gtk_widget_add_css_class (child, "flat");
      gtk_widget_set_tooltip_text (child, place);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (child), "win.open-recent");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (child), "s",
                                        gtk_recent_info_get_uri (file->data));
      gtk_box_append (box, child);
    }
  gtk_widget_set_visible (GTK_WIDGET (box), files != NULL);
  g_list_free_full (files, (GDestroyNotify) gtk_recent_info_unref);
}
