/* ui/window-pane.c — the parts of a window: going from one to the next by key, hiding
 * what stands beside the form.
 */

#include "ui/window-pane.h"
#include "ui/part-list.h"

/* Enough for the window's, and for what may be hidden of them. */
#define MOST 4

/* The list of the parts, which stands before the text. */
static GtkWidget *
parts_of (UiWindow *window)
{
  GtkWidget *box =
      gtk_widget_get_first_child (GTK_WIDGET (ui_window_get_pages (window)));

  return gtk_widget_get_first_child (box);
}

/* Those that are shown, from left to right; how many. */
static guint
shown_panes (UiWindow *window, GtkWidget *panes[MOST])
{
  GtkWidget *all[MOST] = {
    GTK_WIDGET (ui_window_get_navigator (window)),
    parts_of (window),
    gtk_widget_get_parent (GTK_WIDGET (ui_window_get_form (window))),
    GTK_WIDGET (ui_window_get_findings (window)),
  };
  guint n = 0;

  for (guint i = 0; i < MOST; i++)
    if (gtk_widget_get_mapped (all[i]))
      panes[n++] = all[i];
  return n;
}

/* The pane with the focus, n: none; the parts come before the middle, which has them.
 */
static guint
pane_with_focus (UiWindow *window, GtkWidget *panes[MOST], guint n)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  for (guint i = 0; focus != NULL && i < n; i++)
    if (gtk_widget_is_ancestor (focus, panes[i]))
      return i;
  return n;
}

/* A whole text is entered at the part that is selected. */
static gboolean
enter (UiWindow *window, GtkWidget *pane)
{
  GtkWidget *parts = parts_of (window);

  if (pane == GTK_WIDGET (ui_window_get_navigator (window)))
    {
      ui_navigator_focus (ui_window_get_navigator (window));
      return TRUE;
    }
  if (pane != parts && gtk_widget_is_ancestor (parts, pane) &&
      gtk_widget_get_mapped (parts))
    return ui_part_list_activate (UI_PART_LIST (parts));
  return gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD);
}

static void
step (UiWindow *window, int by)
{
  GtkWidget *panes[MOST];
  guint      n = shown_panes (window, panes);
  guint      from = pane_with_focus (window, panes, n);

  if (!ui_window_commit (window))
    return;
  if (n == 0)
    {
      gtk_widget_child_focus (GTK_WIDGET (window),
                              by > 0 ? GTK_DIR_TAB_FORWARD : GTK_DIR_TAB_BACKWARD);
      return;
    }
  if (from == n)
    from = by > 0 ? n - 1 : 0;
  for (guint i = 1; i < n; i++) /* one that has nothing to focus is passed by */
    if (enter (window, panes[(from + n + (guint) (by * (int) i)) % n]))
      return;
}

static void
next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (UI_WINDOW (widget), 1);
}

static void
previous_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (UI_WINDOW (widget), -1);
}

static GtkWidget *
box_of (UiWindow *window, UiPane pane)
{
  return gtk_widget_get_parent (pane == UI_PANE_PROJECTS
                                    ? GTK_WIDGET (ui_window_get_navigator (window))
                                    : GTK_WIDGET (ui_window_get_findings (window)));
}

void
ui_window_pane_show (UiWindow *window, UiPane pane)
{
  gtk_widget_set_visible (box_of (window, pane), TRUE);
}

/* What has the focus in it goes on in the form. */
static void
toggle (UiWindow *window, UiPane pane)
{
  GtkWidget *box = box_of (window, pane);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));
  GtkWidget *middle = gtk_widget_get_parent (GTK_WIDGET (ui_window_get_form (window)));

  if (gtk_widget_get_visible (box) && focus != NULL &&
      gtk_widget_is_ancestor (focus, box))
    enter (window, middle);
  gtk_widget_set_visible (box, !gtk_widget_get_visible (box));
}

static void
toggle_projects_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  toggle (UI_WINDOW (widget), UI_PANE_PROJECTS);
}

static void
toggle_findings_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  toggle (UI_WINDOW (widget), UI_PANE_FINDINGS);
}

void
ui_window_pane_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.toggle-projects", NULL,
                                   toggle_projects_cb);
  gtk_widget_class_install_action (widget_class, "win.toggle-findings", NULL,
                                   toggle_findings_cb);
  gtk_widget_class_install_action (widget_class, "win.next-pane", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "win.previous-pane", NULL,
                                   previous_cb);
}
