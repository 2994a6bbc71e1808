/* ui/context-menu.c — a menu that pops up where the pointer or the focus is. */

#include "ui/context-menu.h"

typedef struct {
  GMenuModel     *model; /* NULL: of the resource */
  const char     *path;  /* static */
  UiContextChoose choose;
} Context;

/* GTK 4.8 would give the focus to the nearest pane. */
static void
closed_cb (GtkPopover *menu, gpointer data)
{
  g_autoptr (GtkWidget) focus = g_object_steal_data (G_OBJECT (menu), "focus");

  if (focus != NULL && gtk_widget_get_mapped (focus))
    gtk_widget_grab_focus (focus);
}

/* Made when it is first asked for: the window comes up without it. */
static GtkWidget *
menu_of (GtkWidget *widget, const Context *context)
{
  GtkWidget *menu = g_object_get_data (G_OBJECT (widget), "menu");
  g_autoptr (GtkBuilder) builder = NULL;
  GMenuModel *model = context->model;

  if (menu != NULL)
    return menu;
  if (model == NULL)
    {
      builder = gtk_builder_new_from_resource (context->path);
      model = G_MENU_MODEL (gtk_builder_get_object (builder, "menu"));
    }
  menu = gtk_popover_menu_new_from_model (model);
  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  g_signal_connect (menu, "closed", G_CALLBACK (closed_cb), NULL);
  g_object_set_data_full (G_OBJECT (widget), "menu", g_object_ref_sink (menu),
                          g_object_unref);
  return menu;
}

/* Where the focus is, the menu is: its owner is a part of it. */
static void
hang_on (GtkWidget *menu, GtkWidget *owner)
{
  GtkWidget *before = gtk_widget_get_parent (menu);

  if (before == owner)
    return;
  if (before != NULL)
    {
      g_signal_handlers_disconnect_by_func (before, gtk_widget_unparent, menu);
      gtk_widget_unparent (menu);
    }
  gtk_widget_set_parent (menu, owner);
  g_signal_connect_swapped (owner, "destroy", G_CALLBACK (gtk_widget_unparent), menu);
}

/* When it has the style of its new place, and with it its size. */
static gboolean
popup_cb (gpointer menu)
{
  if (gtk_widget_get_parent (menu) != NULL)
    gtk_popover_popup (menu);
  return G_SOURCE_REMOVE;
}

/* x and y: in the widget that the menu was added to. */
static void
show_menu (GtkWidget *widget, GtkWidget *owner, const Context *context, double x,
           double y)
{
  GtkWidget   *menu = menu_of (widget, context);
  GtkWidget   *root = GTK_WIDGET (gtk_widget_get_root (widget));
  GtkWidget   *focus = gtk_root_get_focus (GTK_ROOT (root));
  GdkRectangle place = { 0, 0, 1, 1 };

  hang_on (menu, owner);
  /* GTK 4.8 finds no monitor for a popover that points outside of the window, as where
   * a cell is scrolled to only now.  */
  gtk_widget_translate_coordinates (widget, root, x, y, &x, &y);
  x = CLAMP (x, 0, gtk_widget_get_width (root) - 1);
  y = CLAMP (y, 0, gtk_widget_get_height (root) - 1);
  gtk_widget_translate_coordinates (root, owner, x, y, &x, &y);
  place.x = (int) x;
  place.y = (int) y;
  gtk_popover_set_pointing_to (GTK_POPOVER (menu), &place);
  if (focus != NULL)
    g_object_set_data_full (G_OBJECT (menu), "focus", g_object_ref (focus),
                            g_object_unref);
  g_idle_add_full (G_PRIORITY_LOW, popup_cb, g_object_ref (menu), g_object_unref);
}

/* What is under the pointer is what the menu is for. */
static void
pressed_cb (GtkGestureClick *click, int n, double x, double y, Context *context)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click));
  GtkWidget *picked = gtk_widget_pick (widget, x, y, GTK_PICK_DEFAULT);

  GtkWidget *owner = picked != NULL ? context->choose (picked) : NULL;

  if (owner == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu (widget, owner, context, x, y);
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        Context *context)
{
  GtkWidget *widget =
      gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GtkRoot        *root = gtk_widget_get_root (widget);
  GtkWidget      *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget      *owner;
  graphene_rect_t bounds;

  state &= gtk_accelerator_get_default_mod_mask ();
  if (!(key == GDK_KEY_Menu || (key == GDK_KEY_F10 && state == GDK_SHIFT_MASK)) ||
      focus == NULL || !gtk_widget_compute_bounds (focus, widget, &bounds))
    return GDK_EVENT_PROPAGATE;
  owner = context->choose (focus);
  if (owner == NULL)
    return GDK_EVENT_PROPAGATE;
  show_menu (widget, owner, context, bounds.origin.x + 48,
             bounds.origin.y + bounds.size.height);
  return GDK_EVENT_STOP;
}

static void
add (GtkWidget *widget, GMenuModel *model, const char *path, UiContextChoose choose)
{
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  Context            *context = g_new (Context, 1);

  *context = (Context){ model, path, choose };
  g_object_set_data_full (G_OBJECT (widget), "context", context, g_free);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), context);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), context);
  gtk_widget_add_controller (widget, keys);
}

void
ui_context_menu_add (GtkWidget *widget, GMenuModel *model, UiContextChoose choose)
{
  add (widget, model, NULL, choose);
}

void
ui_context_menu_add_resource (GtkWidget *widget, const char *path,
                              UiContextChoose choose)
{
  add (widget, NULL, path, choose);
}
