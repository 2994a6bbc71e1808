/* ui/page-switcher.c — a button for each page, the last ones in a menu where room is
 * short.  The page that is shown always keeps its button.
 */

#include "ui/page-switcher.h"

#include <glib/gi18n.h>

struct _UiPageSwitcher {
  GtkWidget          parent_instance;
  GtkStack          *stack; /* NULL until it is set */
  GtkSelectionModel *pages; /* of the stack, which does not keep it */
  GPtrArray *buttons; /* GtkToggleButton *, one a page, in the order of the stack */
  GtkWidget *more;
};

enum { PROP_STACK = 1 };

G_DEFINE_FINAL_TYPE (UiPageSwitcher, ui_page_switcher, GTK_TYPE_WIDGET)

static const char *
name_of (GtkWidget *button)
{
  return gtk_stack_page_get_name (g_object_get_data (G_OBJECT (button), "page"));
}

static gboolean
is_shown (UiPageSwitcher *self, GtkWidget *button)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), name_of (button)) ==
         0;
}

static void
show_state (UiPageSwitcher *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_toggle_button_set_active (self->buttons->pdata[i],
                                  is_shown (self, self->buttons->pdata[i]));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* The page may be refused: the buttons say what is shown, not what was asked for. */
static void
clicked_cb (GtkWidget *button, UiPageSwitcher *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", name_of (button));
  show_state (self);
}

/* A page without a title is not for choosing. */
static void
title_cb (GtkStackPage *page, GParamSpec *spec, GtkWidget *button)
{
  const char *title = gtk_stack_page_get_title (page);

  gtk_widget_set_visible (button, title != NULL);
  gtk_button_set_label (GTK_BUTTON (button), title != NULL ? title : "");
}

static GtkWidget *
new_button (UiPageSwitcher *self, GtkStackPage *page)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "page", g_object_ref (page),
                          g_object_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);
  g_signal_connect_object (page, "notify::title", G_CALLBACK (title_cb), button, 0);
  title_cb (page, NULL, button);
  gtk_widget_insert_before (button, GTK_WIDGET (self), self->more);
  return button;
}

static void
pages_cb (GListModel *pages, guint at, guint removed, guint added, UiPageSwitcher *self)
{
  for (guint i = 0; i < removed; i++)
    {
      gtk_widget_unparent (self->buttons->pdata[at]);
      g_ptr_array_remove_index (self->buttons, at);
    }
  for (guint i = at; i < at + added; i++)
    {
      GtkStackPage *page = g_list_model_get_item (pages, i);

      g_ptr_array_insert (self->buttons, i, new_button (self, page));
      g_object_unref (page);
    }
  show_state (self);
}

/* The pages whose buttons have no room. */
static void
fill_menu_cb (GtkMenuButton *more, gpointer data)
{
  UiPageSwitcher *self = data;
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkWidget *button = self->buttons->pdata[i];
      g_autoptr (GMenuItem) item = NULL;

      if (!gtk_widget_get_visible (button) || gtk_widget_get_child_visible (button))
        continue;
      item = g_menu_item_new (gtk_button_get_label (GTK_BUTTON (button)), NULL);
      g_menu_item_set_action_and_target (item, "win.page", "s", name_of (button));
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (more, G_MENU_MODEL (menu));
}

static int
natural_width (GtkWidget *widget)
{
  int width = 0;

  if (gtk_widget_get_visible (widget))
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL,
                        NULL);
  return width;
}

static void
ui_page_switcher_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                          int *minimum, int *natural, int *minimum_baseline,
                          int *natural_baseline)
{
  UiPageSwitcher *self = UI_PAGE_SWITCHER (widget);
  int             sum = 0, widest = 0, least, usual;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      for (guint i = 0; i < self->buttons->len; i++)
        {
          int width = natural_width (self->buttons->pdata[i]);

          sum += width;
          widest = MAX (widest, width);
        }
      *minimum = MIN (sum, widest + natural_width (self->more));
      *natural = sum;
      return;
    }
  gtk_widget_measure (self->more, orientation, -1, minimum, natural, NULL, NULL);
  for (guint i = 0; i < self->buttons->len; i++)
    {
      gtk_widget_measure (self->buttons->pdata[i], orientation, -1, &least, &usual,
                          NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, usual);
    }
}

static void
place (GtkWidget *child, int *x, int height, gboolean has_room)
{
  int width = natural_width (child);

  gtk_widget_set_child_visible (child, has_room);
  if (!has_room)
    return;
  gtk_widget_size_allocate (child, &(GtkAllocation){ *x, 0, width, height }, -1);
  *x += width;
}

static void
ui_page_switcher_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  UiPageSwitcher *self = UI_PAGE_SWITCHER (widget);
  int             sum = 0, shown = 0, x = 0, left;
  gboolean        is_full = FALSE;

  for (guint i = 0; i < self->buttons->len; i++)
    {
      sum += natural_width (self->buttons->pdata[i]);
      if (is_shown (self, self->buttons->pdata[i]))
        shown = natural_width (self->buttons->pdata[i]);
    }
  left = sum <= width ? width : width - natural_width (self->more) - shown;
  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkWidget *button = self->buttons->pdata[i];
      gboolean   keeps = sum > width && is_shown (self, button);

      if (!gtk_widget_get_visible (button))
        continue;
      is_full |= !keeps && natural_width (button) > left;
      left -= keeps || is_full ? 0 : natural_width (button);
      place (button, &x, height, keeps || !is_full);
    }
  place (self->more, &x, height, sum > width);
}

static void
set_stack (UiPageSwitcher *self, GtkStack *stack)
{
  g_return_if_fail (self->stack == NULL);
  self->stack = stack;
  self->pages = gtk_stack_get_pages (stack);
  g_signal_connect_object (self->pages, "items-changed", G_CALLBACK (pages_cb), self,
                           0);
  g_signal_connect_object (stack, "notify::visible-child", G_CALLBACK (show_state),
                           self, G_CONNECT_SWAPPED);
  pages_cb (G_LIST_MODEL (self->pages), 0, 0,
            g_list_model_get_n_items (G_LIST_MODEL (self->pages)), self);
}

static void
ui_page_switcher_set_property (GObject *object, guint id, const GValue *value,
                               GParamSpec *spec)
{
  set_stack (UI_PAGE_SWITCHER (object), g_value_get_object (value));
}

static void
ui_page_switcher_dispose (GObject *object)
{
  UiPageSwitcher *self = UI_PAGE_SWITCHER (object);

  g_ptr_array_set_size (self->buttons, 0);
  g_clear_object (&self->pages);
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self)));)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ui_page_switcher_parent_class)->dispose (object);
}

static void
ui_page_switcher_finalize (GObject *object)
{
  g_ptr_array_unref (UI_PAGE_SWITCHER (object)->buttons);
  G_OBJECT_CLASS (ui_page_switcher_parent_class)->finalize (object);
}

static void
ui_page_switcher_class_init (UiPageSwitcherClass *class)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->set_property = ui_page_switcher_set_property;
  object_class->dispose = ui_page_switcher_dispose;
  object_class->finalize = ui_page_switcher_finalize;
  widget_class->measure = ui_page_switcher_measure;
  widget_class->size_allocate = ui_page_switcher_size_allocate;
  g_object_class_install_property (object_class, PROP_STACK,
                                   g_param_spec_object ("stack", NULL, NULL,
                                                        GTK_TYPE_STACK,
                                                        G_PARAM_WRITABLE));
  gtk_widget_class_set_css_name (widget_class, "page-switcher");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ui_page_switcher_init (UiPageSwitcher *self)
{
  self->buttons = g_ptr_array_new ();
  self->more = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->more), _ ("More"));
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (self->more), FALSE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->more), fill_menu_cb,
                                         self, NULL);
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
}
