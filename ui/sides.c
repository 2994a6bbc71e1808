/* ui/sides.c — what stands beside the form: how wide it is, and whether there is room.
 */

#include "ui/sides.h"
#include "ui/text-scale.h"

#include <glib/gi18n.h>

/* So wide the form is at least before a side gives way. */
#define LEAST_FORM 690

static const struct {
  int         usual, least; /* widths */
  const char *action, *icon, *tip;
  const char *width_key, *hidden_key;
} kinds[] = {
  [UI_SIDE_PROJECTS] = { 270, 200, "win.toggle-projects", "sidebar-show-symbolic",
                         N_ ("Show the projects (Ctrl+F7)"), "projects-width",
                         "projects-hidden" },
  [UI_SIDE_FINDINGS] = { 420, 240, "win.toggle-findings", "sidebar-show-right-symbolic",
                         N_ ("Show the findings (Ctrl+F8)"), "findings-width",
                         "findings-hidden" },
};

struct _UiSides {
  GtkWidget  parent_instance;
  GtkWidget *box;               /* an edge, the page, an edge */
  GtkPaned  *panes[UI_N_SIDES]; /* that has the side */
  GtkWidget *edges[UI_N_SIDES]; /* a button, shown while the side is not */
  gboolean   is_wanted[UI_N_SIDES];
  int        wanted[UI_N_SIDES]; /* widths */
  int        given[UI_N_SIDES];  /* 0: it was not shown yet */
  UiSide     preferred;
  int        width; /* of all; 0: not known yet */
};

G_DEFINE_FINAL_TYPE (UiSides, ui_sides, GTK_TYPE_WIDGET)

GtkWidget *
ui_sides_get_box (UiSides *self, UiSide side)
{
  return side == UI_SIDE_PROJECTS ? gtk_paned_get_start_child (self->panes[side])
                                  : gtk_paned_get_end_child (self->panes[side]);
}

/* The width that it has now; 0: it is not shown. */
static int
width_of (UiSides *self, UiSide side)
{
  GtkWidget *box = ui_sides_get_box (self, side);

  return gtk_widget_get_visible (box) ? gtk_widget_get_width (box) : 0;
}

/* A width that is not the one it was given is the user's. */
static void
adopt (UiSides *self)
{
  for (UiSide side = 0; side < UI_N_SIDES; side++)
    {
      int width = width_of (self, side);

      if (width > 0 && self->given[side] > 0 && width != self->given[side])
        self->wanted[side] = width;
    }
}

/* The handle between the parts of a pane. */
static int
width_of_handle (GtkPaned *pane)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (pane));
  int        width = 0;

  while (child != NULL && (child == gtk_paned_get_start_child (pane) ||
                           child == gtk_paned_get_end_child (pane)))
    child = gtk_widget_get_next_sibling (child);
  if (child != NULL)
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL,
                        NULL);
  return width;
}

/* Shows the sides that are wanted and have room; the room that they leave. */
static int
show_sides (UiSides *self, const int least[UI_N_SIDES])
{
  int      room = self->width - least[UI_SIDE_PROJECTS] - least[UI_SIDE_FINDINGS];
  gboolean is_narrow = room < LEAST_FORM * ui_text_scale (GTK_WIDGET (self));

  room = self->width;
  for (UiSide side = 0; side < UI_N_SIDES; side++)
    {
      gboolean is_shown =
          self->is_wanted[side] && (!is_narrow || side == self->preferred);
      int edge = 0;

      gtk_widget_set_visible (ui_sides_get_box (self, side), is_shown);
      gtk_widget_set_visible (self->edges[side], !is_shown);
      if (is_shown)
        edge = width_of_handle (self->panes[side]);
      else
        gtk_widget_measure (self->edges[side], GTK_ORIENTATION_HORIZONTAL, -1, &edge,
                            NULL, NULL, NULL);
      self->given[side] = is_shown ? MAX (self->wanted[side], least[side]) : 0;
      room -= edge;
    }
  return room;
}

/* The findings become narrower before the projects do. */
static void
fit (UiSides *self)
{
  double scale = ui_text_scale (GTK_WIDGET (self));
  int    least[UI_N_SIDES], room;

  for (UiSide side = 0; side < UI_N_SIDES; side++)
    least[side] = (int) (kinds[side].least * scale);
  room = show_sides (self, least);
  for (int side = UI_N_SIDES - 1; side >= 0; side--)
    {
      int lack = (int) (LEAST_FORM * scale) + self->given[UI_SIDE_PROJECTS] +
                 self->given[UI_SIDE_FINDINGS] - room;

      if (self->given[side] > 0)
        self->given[side] -= CLAMP (lack, 0, self->given[side] - least[side]);
    }
  gtk_paned_set_position (self->panes[UI_SIDE_PROJECTS], self->given[UI_SIDE_PROJECTS]);
  gtk_paned_set_position (self->panes[UI_SIDE_FINDINGS],
                          room - self->given[UI_SIDE_PROJECTS] -
                              self->given[UI_SIDE_FINDINGS]);
}

/* The side that the user is in stays. */
static void
prefer_focus (UiSides *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (UiSide side = 0; focus != NULL && side < UI_N_SIDES; side++)
    if (gtk_widget_is_ancestor (focus, ui_sides_get_box (self, side)))
      self->preferred = side;
}

static void
ui_sides_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  UiSides *self = UI_SIDES (widget);

  if (width != self->width)
    {
      adopt (self);
      prefer_focus (self);
      self->width = width;
      fit (self);
    }
  gtk_widget_measure (self->box, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL,
                      NULL);
  gtk_widget_allocate (self->box, width, height, baseline, NULL);
}

static void
ui_sides_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                  int *minimum, int *natural, int *minimum_baseline,
                  int *natural_baseline)
{
  gtk_widget_measure (UI_SIDES (widget)->box, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
ui_sides_dispose (GObject *object)
{
  g_clear_pointer (&UI_SIDES (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ui_sides_parent_class)->dispose (object);
}

static void
ui_sides_class_init (UiSidesClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ui_sides_dispose;
  widget_class->measure = ui_sides_measure;
  widget_class->size_allocate = ui_sides_size_allocate;
}

static void
ui_sides_init (UiSides *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  for (UiSide side = 0; side < UI_N_SIDES; side++)
    {
      GtkWidget *edge = gtk_button_new_from_icon_name (kinds[side].icon);

      gtk_widget_set_valign (gtk_button_get_child (GTK_BUTTON (edge)), GTK_ALIGN_START);
      gtk_widget_add_css_class (edge, "flat");
      gtk_widget_add_css_class (edge, "edge");
      gtk_widget_set_visible (edge, FALSE);
      gtk_widget_set_tooltip_text (edge, _ (kinds[side].tip));
      gtk_accessible_update_property (GTK_ACCESSIBLE (edge),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ (kinds[side].tip), -1);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (edge), kinds[side].action);
      gtk_box_append (GTK_BOX (self->box), edge);
      self->edges[side] = edge;
      self->is_wanted[side] = TRUE;
      self->wanted[side] = kinds[side].usual;
    }
}

UiSides *
ui_sides_new (GtkPaned *page, GtkPaned *beside)
{
  UiSides *self = g_object_new (UI_TYPE_SIDES, NULL);

  self->panes[UI_SIDE_PROJECTS] = page;
  self->panes[UI_SIDE_FINDINGS] = beside;
  gtk_widget_set_hexpand (GTK_WIDGET (page), TRUE);
  gtk_box_insert_child_after (GTK_BOX (self->box), GTK_WIDGET (page),
                              self->edges[UI_SIDE_PROJECTS]);
  return self;
}

UiSides *
ui_sides_of (GtkWidget *widget)
{
  return UI_SIDES (gtk_widget_get_ancestor (widget, UI_TYPE_SIDES));
}

gboolean
ui_sides_is_wanted (UiSides *self, UiSide side)
{
  return self->is_wanted[side];
}

void
ui_sides_want (UiSides *self, UiSide side, gboolean is_wanted)
{
  adopt (self);
  self->is_wanted[side] = is_wanted;
  if (is_wanted)
    self->preferred = side;
  if (self->width > 0)
    fit (self);
}

void
ui_sides_prefer (UiSides *self, UiSide side)
{
  if (self->is_wanted[side])
    ui_sides_want (self, side, TRUE);
}

void
ui_sides_load (UiSides *self, GKeyFile *file, const char *group)
{
  for (UiSide side = 0; side < UI_N_SIDES; side++)
    {
      int width = g_key_file_get_integer (file, group, kinds[side].width_key, NULL);

      if (width > 0)
        self->wanted[side] = width;
      self->is_wanted[side] =
          !g_key_file_get_boolean (file, group, kinds[side].hidden_key, NULL);
    }
}

void
ui_sides_save (UiSides *self, GKeyFile *file, const char *group)
{
  adopt (self);
  for (UiSide side = 0; side < UI_N_SIDES; side++)
    {
      g_key_file_set_integer (file, group, kinds[side].width_key, self->wanted[side]);
      g_key_file_set_boolean (file, group, kinds[side].hidden_key,
                              !self->is_wanted[side]);
    }
}
