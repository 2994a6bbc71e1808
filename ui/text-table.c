/* ui/text-table.c — a list of rows in columns of text that never ask for width. */

#include "ui/text-table.h"
#include "ui/naming.h"
#include "ui/text-scale.h"

#include <glib/gi18n.h>

typedef struct {
  UiTextOf text;
  gpointer data;
} Source;

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, Source *source)
{
  GtkWidget       *label = gtk_list_item_get_child (item);
  g_autofree char *text = source->text (gtk_list_item_get_item (item), source->data);
  g_autofree char *line = g_strdup (text ? text : "");

  gtk_label_set_text (GTK_LABEL (label), g_strdelimit (line, "\r\n\t", ' '));
  gtk_widget_set_tooltip_text (label, text != NULL && *text != '\0' ? text : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text ? text : "", -1);
  ui_name_row (label, NULL);
}

static void
free_source (gpointer source, GClosure *closure)
{
  g_free (source);
}

static void
add_column (GtkColumnView *view, const UiTextColumn *column, gpointer data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Source             *source = g_new (Source, 1);
  g_autoptr (GtkColumnViewColumn) added = NULL;

  *source = (Source){ column->text, data };
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_data (factory, "bind", G_CALLBACK (bind_cb), source, free_source, 0);
  added = gtk_column_view_column_new (_ (column->title), factory);
  gtk_column_view_column_set_resizable (added, TRUE);
  if (column->width > 0)
    gtk_column_view_column_set_fixed_width (added,
                                            (int) (column->width *
                                                   ui_text_scale (GTK_WIDGET (view))));
  else
    gtk_column_view_column_set_expand (added, TRUE);
  gtk_column_view_append_column (view, added);
}

GtkWidget *
ui_text_table_new (GtkSelectionModel *selection, const char *name,
                   const UiTextColumn *columns, gsize n, GCallback activated,
                   gpointer data)
{
  GtkWidget *view = gtk_column_view_new (g_object_ref (selection));
  GtkWidget *scroller = gtk_scrolled_window_new ();

  for (gsize i = 0; i < n; i++)
    add_column (GTK_COLUMN_VIEW (view), &columns[i], data);
  if (activated != NULL)
    g_signal_connect (view, "activate", activated, data);
  gtk_widget_add_css_class (view, "data-table");
  ui_name (view, name);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}
