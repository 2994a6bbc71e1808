/* ui/choice-menu.c — a list below a cell, to choose one of a few words. */

#include "ui/choice-menu.h"

#include <string.h>

typedef struct {
  GtkWidget *cell;
  GPtrArray *choices; /* Choice * */
  UiChosen   done;
  gpointer   data;
  int        chosen; /* -1: none yet */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_object_unref (request->cell);
  g_ptr_array_unref (request->choices);
  g_free (request);
}

static void
activated_cb (GtkListBox *list, GtkListBoxRow *row, Request *request)
{
  request->chosen = gtk_list_box_row_get_index (row);
  gtk_popover_popdown (
      GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_POPOVER)));
}

/* Only when it is off the screen: what is chosen may rebuild the page. */
static gboolean
finish_cb (gpointer popover)
{
  Request *request = g_object_get_data (popover, "request");

  if (gtk_widget_get_parent (popover) == NULL)
    return G_SOURCE_REMOVE;
  gtk_widget_grab_focus (request->cell);
  gtk_widget_unparent (popover);
  if (request->chosen >= 0 && gtk_widget_get_root (request->cell) != NULL)
    request->done (request->cell,
                   ((Choice *) request->choices->pdata[request->chosen])->value,
                   request->data);
  return G_SOURCE_REMOVE;
}

static void
closed_cb (GtkPopover *popover, gpointer data)
{
  g_idle_add_full (G_PRIORITY_HIGH, finish_cb, g_object_ref (popover), g_object_unref);
}

static GtkWidget *
row_for (const Choice *choice)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (choice->title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  choice->title, -1);
  return row;
}

static void
point_at (GtkWidget *popover, GtkWidget *cell)
{
  graphene_rect_t bounds;
  GdkRectangle    place;

  if (!gtk_widget_compute_bounds (cell, gtk_widget_get_parent (popover), &bounds))
    return;
  place = (GdkRectangle){ bounds.origin.x, bounds.origin.y, bounds.size.width,
                          bounds.size.height };
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_BOTTOM);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &place);
}

void
ui_choice_menu_show (GtkWidget *page, GtkWidget *cell, GPtrArray *choices,
                     const char *value, UiChosen done, gpointer data)
{
  GtkWidget     *popover = gtk_popover_new ();
  GtkWidget     *list = gtk_list_box_new ();
  GtkListBoxRow *current = NULL;
  Request       *request = g_new (Request, 1);

  *request = (Request){ g_object_ref (cell), choices, done, data, -1 };
  g_object_set_data_full (G_OBJECT (popover), "request", request, request_free);
  for (guint i = 0; i < choices->len; i++)
    {
      GtkWidget *row = row_for (choices->pdata[i]);

      gtk_list_box_append (GTK_LIST_BOX (list), row);
      if (g_strcmp0 (((Choice *) choices->pdata[i])->value, value) == 0)
        current = GTK_LIST_BOX_ROW (row);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), list);
  gtk_widget_set_parent (popover, page);
  point_at (popover, cell);
  g_signal_connect (list, "row-activated", G_CALLBACK (activated_cb), request);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_list_box_select_row (GTK_LIST_BOX (list), current);
  gtk_popover_popup (GTK_POPOVER (popover));
  gtk_widget_grab_focus (current ? GTK_WIDGET (current) : list);
}
