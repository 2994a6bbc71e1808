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

static UiSides *
sides_of (UiWindow *window)
{
  return ui_sides_of (GTK_WIDGET (ui_window_get_navigator (window)));
}

/* The side that a pane is; UI_N_SIDES: it is none. */
static UiSide
side_of (UiWindow *window, GtkWidget *pane)
{
  return pane == GTK_WIDGET (ui_window_get_navigator (window))  ? UI_SIDE_PROJECTS
         : pane == GTK_WIDGET (ui_window_get_findings (window)) ? UI_SIDE_FINDINGS
                                                                : UI_N_SIDES;
}

/* A side that has no room is there all the same: going to it brings it. */
static gboolean
is_there (UiWindow *window, GtkWidget *pane)
{
  UiSides *sides = sides_of (window);
  UiSide   side = side_of (window, pane);

  return gtk_widget_get_mapped (pane) ||
         (side != UI_N_SIDES && gtk_widget_get_visible (pane) &&
          gtk_widget_get_mapped (GTK_WIDGET (sides)) &&
          ui_sides_is_wanted (sides, side));
}

/* Those that are there, from left to right; how many. */
static guint
panes_there (UiWindow *window, GtkWidget *panes[MOST])
{
  GtkWidget *all[MOST] = {
    GTK_WIDGET (ui_window_get_navigator (window)),
    parts_of (window),
    gtk_widget_get_parent (GTK_WIDGET (ui_window_get_form (window))),
    GTK_WIDGET (ui_window_get_findings (window)),
  };
  guint n = 0;

  for (guint i = 0; i < MOST; i++)
    if (is_there (window, all[i]))
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
  UiSide     side = side_of (window, pane);

  if (side != UI_N_SIDES)
    ui_sides_prefer (sides_of (window), side);
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
  guint      n = panes_there (window, panes);
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

void
ui_window_pane_show (UiWindow *window, UiSide side)
{
  ui_sides_want (sides_of (window), side, TRUE);
}

/* What has the focus in it goes on in the form. */
static void
toggle (UiWindow *window, UiSide side)
{
  GtkWidget *box = ui_sides_get_box (sides_of (window), side);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));
  GtkWidget *middle = gtk_widget_get_parent (GTK_WIDGET (ui_window_get_form (window)));
  gboolean   is_shown = gtk_widget_get_visible (box);

  if (is_shown && focus != NULL && gtk_widget_is_ancestor (focus, box))
    enter (window, middle);
  ui_sides_want (sides_of (window), side, !is_shown);
}

static void
toggle_projects_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  toggle (UI_WINDOW (widget), UI_SIDE_PROJECTS);
}

static void
toggle_findings_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  toggle (UI_WINDOW (widget), UI_SIDE_FINDINGS);
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
