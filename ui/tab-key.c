/* ui/tab-key.c — Tab goes from control to control: a list is one of them.
 *
 * In GTK 4.8 Tab visits every line of a list before it goes on, be there a thousand.
 */

#include "ui/tab-key.h"

#include <gtk/gtk.h>

/* The innermost list that the focus is in; NULL: it is in none. */
static GtkWidget *
list_with_focus (GtkWindow *window)
{
  GtkWidget *widget = gtk_window_get_focus (window);

  while (widget != NULL && !GTK_IS_LIST_VIEW (widget) && !GTK_IS_LIST_BOX (widget))
    widget = gtk_widget_get_parent (widget);
  return widget;
}

static gboolean
goes_on_in_line (GtkWidget *list, GtkDirectionType direction)
{
  GtkWidget *line = gtk_widget_get_focus_child (list);

  return line != NULL && gtk_widget_child_focus (line, direction);
}

/* A list that cannot have the focus is passed by on the way to the next control. */
static void
move_focus_cb (GtkWindow *window, GtkDirectionType direction)
{
  gboolean is_tab =
      direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;
  GtkWidget *list = is_tab ? list_with_focus (window) : NULL;

  if (list != NULL && !goes_on_in_line (list, direction))
    gtk_widget_set_can_focus (list, FALSE);
  g_signal_chain_from_overridden_handler (window, direction);
  if (list != NULL)
    gtk_widget_set_can_focus (list, TRUE);
}

void
ui_tab_key_leave_lists (void)
{
  g_signal_override_class_handler ("move-focus", GTK_TYPE_WINDOW,
                                   G_CALLBACK (move_focus_cb));
}
