/* tests/walk.c — going through a window with Tab, as a user does. */

#include "tests/walk.h"
#include "tests/windowed.h"
#include "ui/form-grid.h"
#include "ui/overview-picture.h"

/* So many steps go through any of our windows. */
#define MOST 1000

static gboolean
send_to (GtkWidget *widget, GtkPropagationPhase phase, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean is_done = FALSE;

  for (guint i = 0; !is_done && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) each = g_list_model_get_item (controllers, i);
      gboolean is_ours =
          phase == GTK_PHASE_CAPTURE
              ? gtk_event_controller_get_propagation_phase (each) == phase
              : gtk_event_controller_get_propagation_phase (each) != GTK_PHASE_CAPTURE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (each) && is_ours)
        g_signal_emit_by_name (each, "key-pressed", key, 0, state, &is_done);
    }
  return is_done;
}

/* The outermost first, as GTK does; widget NULL: nothing has the focus. */
static gboolean
capture (GtkWidget *widget, guint key, GdkModifierType state)
{
  return widget != NULL && (capture (gtk_widget_get_parent (widget), key, state) ||
                            send_to (widget, GTK_PHASE_CAPTURE, key, state));
}

GtkWidget *
walk_step (GtkWindow *on, gboolean back)
{
  guint           key = back ? GDK_KEY_ISO_Left_Tab : GDK_KEY_Tab;
  GdkModifierType state = back ? GDK_SHIFT_MASK : 0;
  GtkWidget      *focus = gtk_window_get_focus (on);
  gboolean        is_done = capture (focus, key, state);

  for (GtkWidget *widget = focus; !is_done && widget != NULL;
       widget = gtk_widget_get_parent (widget))
    is_done = send_to (widget, GTK_PHASE_BUBBLE, key, state);
  if (!is_done)
    g_signal_emit_by_name (on, "move-focus",
                           back ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
  windowed_settle ();
  return gtk_window_get_focus (on);
}

GPtrArray *
walk_round (GtkWindow *on, gboolean back)
{
  GPtrArray *visited = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *at = gtk_window_get_focus (on);

  while (at != NULL && visited->len < MOST && !g_ptr_array_find (visited, at, NULL))
    {
      g_ptr_array_add (visited, g_object_ref (at));
      at = walk_step (on, back);
    }
  return visited;
}

/* One control for Tab, however many can have the focus in it. */
static gboolean
is_one (GtkWidget *widget)
{
  return GTK_IS_LIST_VIEW (widget) || GTK_IS_LIST_BOX (widget) ||
         UI_IS_FORM_GRID (widget) || UI_IS_OVERVIEW_PICTURE (widget);
}

static gboolean
can_have_focus (GtkWidget *widget)
{
  return is_one (widget)
             ? gtk_widget_get_first_child (widget) != NULL
             : gtk_widget_get_focusable (widget) && !GTK_IS_SCROLLED_WINDOW (widget);
}

/* Adds the innermost; whether there is one. */
static gboolean
add_controls (GtkWidget *from, GPtrArray *controls)
{
  gboolean found = FALSE;

  if (!gtk_widget_get_mapped (from) || !gtk_widget_is_sensitive (from) ||
      !gtk_widget_get_can_focus (from) || GTK_IS_POPOVER (from))
    return FALSE;
  for (GtkWidget *child = is_one (from) ? NULL : gtk_widget_get_first_child (from);
       child != NULL; child = gtk_widget_get_next_sibling (child))
    found |= add_controls (child, controls);
  if (found || !can_have_focus (from))
    return found;
  g_ptr_array_add (controls, g_object_ref (from));
  return TRUE;
}

GPtrArray *
walk_controls (GtkWidget *from)
{
  GPtrArray *controls = g_ptr_array_new_with_free_func (g_object_unref);

  add_controls (from, controls);
  return controls;
}

/* The one below an ancestor that a widget stands in. */
static GtkWidget *
part_of (GtkWidget *widget, GtkWidget *ancestor)
{
  while (gtk_widget_get_parent (widget) != ancestor)
    widget = gtk_widget_get_parent (widget);
  return widget;
}

gboolean
walk_is_onward (GtkWidget *from, GtkWidget *to)
{
  GtkWidget      *both = gtk_widget_get_parent (from);
  graphene_rect_t a, b;

  while (!gtk_widget_is_ancestor (to, both))
    both = gtk_widget_get_parent (both);
  if (from == to || gtk_widget_is_ancestor (to, from) ||
      !gtk_widget_compute_bounds (part_of (from, both), both, &a) ||
      !gtk_widget_compute_bounds (part_of (to, both), both, &b))
    return TRUE;
  if (b.origin.y + b.size.height <= a.origin.y + 1)
    return FALSE;                                        /* up */
  return b.origin.y + 1 >= a.origin.y + a.size.height || /* down */
         b.origin.x + 1 >= a.origin.x;
}

char *
walk_name (GtkWidget *widget)
{
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint i = 0; i < 4 && widget != NULL; i++)
    {
      const char *label =
          GTK_IS_BUTTON (widget) ? gtk_button_get_label (GTK_BUTTON (widget)) : NULL;

      g_string_append_printf (name, "%s%s%s%s", i > 0 ? " < " : "",
                              G_OBJECT_TYPE_NAME (widget), label ? ":" : "",
                              label ? label : "");
      widget = gtk_widget_get_parent (widget);
    }
  return g_string_free (g_steal_pointer (&name), FALSE);
}
