/* ui/window-search.c — what one does about searching in a window. */

#include "ui/window-search.h"
#include "ui/window-pane.h"

/* The page with the tree; a file without documents has none. */
static gboolean
show_records (UiWindow *window)
{
  GtkStack *stack = ui_window_get_stack (window);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (stack), "empty") == 0)
    return FALSE;
  gtk_stack_set_visible_child_name (stack, "records");
  return TRUE;
}

static void
step (UiWindow *window, int by)
{
  if (show_records (window))
    ui_search_pane_step (ui_window_get_search (window), by);
}

static void
search_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  if (!show_records (UI_WINDOW (window)))
    return;
  ui_window_pane_show (UI_WINDOW (window), UI_SIDE_PROJECTS);
  ui_search_pane_begin (ui_window_get_search (UI_WINDOW (window)));
}

static void
next_hit_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  step (UI_WINDOW (window), 1);
}

static void
previous_hit_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  step (UI_WINDOW (window), -1);
}

void
ui_window_search_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.next-hit", NULL, next_hit_cb);
  gtk_widget_class_install_action (widget_class, "win.previous-hit", NULL,
                                   previous_hit_cb);
}

/* What is being typed may not be stored: then the window stays where it is. */
static void
found_cb (UiSearchPane *pane, gpointer data, UiWindow *window)
{
  const SearchHit *hit = data;
  UiPlace          place = { .document = hit->document,
                             .project = hit->table != NULL ? hit->line.id : 0,
                             .table = hit->table,
                             .row = hit->row,
                             .column = hit->column };

  if (!ui_window_commit (window))
    return;
  if (hit->table == NULL)
    ui_navigator_select_line (ui_window_get_navigator (window), hit->document,
                              &hit->line);
  else
    ui_window_go_to (window, &place);
}

static void
left_cb (UiSearchPane *pane, UiNavigator *navigator)
{
  ui_navigator_focus (navigator);
}

void
ui_window_search_connect (UiWindow *window, UiSearchPane *pane, UiNavigator *navigator)
{
  g_signal_connect (pane, "found", G_CALLBACK (found_cb), window);
  g_signal_connect (pane, "left", G_CALLBACK (left_cb), navigator);
  g_object_bind_property (pane, "searching", navigator, "visible",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
}
