/* ui/import-list.c — a line with its name and one with its state for each document. */

#include "ui/import-list.h"
#include "ui/import-file.h"
#include "ui/naming.h"

#include <glib/gi18n.h>
#include <string.h>

/* The reason without the name, which stands over it, and the folders before that. */
static const char *
reason_of (UiImportFile *file)
{
  const char *reason = ui_import_file_get_reason (file);
  const char *name = ui_import_file_get_name (file);
  const char *at = reason != NULL ? strstr (reason, name) : NULL;

  if (at == NULL || (at > reason && at[-1] != G_DIR_SEPARATOR) ||
      !g_str_has_prefix (at + strlen (name), "："))
    return reason;
  return at + strlen (name) + strlen ("：");
}

static void
state_cb (UiImportFile *file, GtkListItem *item)
{
  GtkWidget       *name = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget       *state = gtk_widget_get_next_sibling (name);
  const char      *reason = reason_of (file);
  g_autofree char *words =
      reason != NULL ? g_strdup (reason) : ui_import_file_describe (file);
  g_autofree char *both =
      g_strdup_printf ("%s\n%s", ui_import_file_get_name (file), words);

  gtk_label_set_text (GTK_LABEL (name), ui_import_file_get_name (file));
  gtk_label_set_text (GTK_LABEL (state), words);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), both);
  ui_name_row (gtk_list_item_get_child (item), both);
  if (reason != NULL)
    gtk_widget_add_css_class (state, "refused");
  else
    gtk_widget_remove_css_class (state, "refused");
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  for (int i = 0; i < 2; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label),
                               i == 0 ? PANGO_ELLIPSIZE_MIDDLE : PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (box), label);
      if (i == 1)
        gtk_widget_add_css_class (label, "dim-label");
    }
  gtk_widget_add_css_class (box, "import-file");
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  UiImportFile *file = gtk_list_item_get_item (item);

  g_signal_connect_object (file, "described", G_CALLBACK (state_cb), item, 0);
  state_cb (file, item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), state_cb, item);
}

GtkWidget *
ui_import_list_new (GtkSingleSelection *files)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget          *view, *scroller = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  view = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (files)), factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Documents"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scroller, 190, -1);
  return scroller;
}
