/* ui/overview-picture.c — 汇总 drawn in the window.
 *
 * The picture is one drawing; over each place that leads somewhere lies a button that
 * nobody sees until the pointer or the focus is on it.
 */

#include "ui/overview-picture.h"
#include "ui/text-scale.h"

#include <math.h>

/* Pixels of a point of the picture, where texts are of the usual size. */
#define USUAL_ZOOM (96.0 / 72)

/* Below it a picture is not narrowed further. */
#define LEAST_WIDTH 400.0

struct _UiOverviewPicture {
  GtkWidget       parent_instance;
  const Overview *overview;     /* lent; NULL: none */
  Picture        *picture;      /* of the width below; NULL: not laid out */
  double          width;        /* pixels that it was laid out for */
  GPtrArray      *buttons;      /* GtkWidget *, as the marks of all panels */
  GtkWidget      *current;      /* the button that Tab goes to */
  GtkWidget      *shown;        /* the button whose rows are shown */
  gboolean        is_to_scroll; /* to it, when it has its place */
  GskRenderNode  *drawing;      /* NULL: to be drawn again */
};

enum { ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UiOverviewPicture, ui_overview_picture, GTK_TYPE_WIDGET)

/* Pixels of a point of the picture: its texts follow those of the window. */
static double
zoom_of (UiOverviewPicture *self)
{
  return ui_text_scale (GTK_WIDGET (self)) * USUAL_ZOOM;
}

static void
forget (UiOverviewPicture *self)
{
  g_clear_pointer (&self->picture, picture_free);
  g_clear_pointer (&self->drawing, gsk_render_node_unref);
}

/* Lays the picture out for so many pixels, unless it is. */
static void
lay_out (UiOverviewPicture *self, int width)
{
  double points = MAX (width / zoom_of (self), LEAST_WIDTH);

  if (self->overview == NULL || (self->picture != NULL && self->width == width))
    return;
  forget (self);
  self->width = width;
  self->picture = layout_for_width (self->overview, points);
}

/* The nth mark of all panels, and the panel it is in; NULL: there are not so many. */
static const PictureMark *
mark_at (UiOverviewPicture *self, guint n, const PicturePanel **in)
{
  for (guint i = 0; self->picture != NULL && i < self->picture->panels->len; i++)
    {
      const PicturePanel *panel = self->picture->panels->pdata[i];

      if (n < panel->marks->len)
        {
          *in = panel;
          return &g_array_index (panel->marks, PictureMark, n);
        }
      n -= panel->marks->len;
    }
  return NULL;
}

static void
clicked_cb (GtkWidget *button, UiOverviewPicture *self)
{
  const PicturePanel *panel;
  const PictureMark  *mark;
  guint               place;

  if (!g_ptr_array_find (self->buttons, button, &place))
    return;
  self->current = button;
  mark = mark_at (self, place, &panel);
  if (mark != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, mark);
}

static void
enter_cb (GtkEventControllerFocus *controller, UiOverviewPicture *self)
{
  self->current = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
}

static GtkWidget *
new_button (UiOverviewPicture *self)
{
  GtkWidget          *button = gtk_button_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_add_css_class (button, "mark");
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);
  g_signal_connect (focus, "enter", G_CALLBACK (enter_cb), self);
  gtk_widget_add_controller (button, focus);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

/* A button a mark; those that are there stay, so that the focus does. */
static void
make_buttons (UiOverviewPicture *self)
{
  const PicturePanel *panel;
  const PictureMark  *mark;
  guint               n = 0;

  while ((mark = mark_at (self, n, &panel)) != NULL)
    {
      GtkWidget *button;

      if (n == self->buttons->len)
        g_ptr_array_add (self->buttons, new_button (self));
      button = self->buttons->pdata[n++];
      gtk_widget_set_tooltip_text (button, mark->name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, mark->name, -1);
    }
  while (self->buttons->len > n)
    {
      GtkWidget *last = g_ptr_array_steal_index (self->buttons, self->buttons->len - 1);

      if (self->current == last)
        self->current = NULL;
      if (self->shown == last)
        self->shown = NULL;
      gtk_widget_unparent (last);
    }
}

void
ui_overview_picture_set (UiOverviewPicture *self, const Overview *overview)
{
  int width = self->picture != NULL ? (int) self->width : (int) LEAST_WIDTH;

  forget (self);
  self->overview = overview;
  lay_out (self, width);
  make_buttons (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
ui_overview_picture_show_activated (UiOverviewPicture *self, gboolean is_shown)
{
  if (self->shown != NULL)
    gtk_widget_remove_css_class (self->shown, "shown");
  self->shown = is_shown ? self->current : NULL;
  if (self->shown != NULL)
    gtk_widget_add_css_class (self->shown, "shown");
  self->is_to_scroll = is_shown;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
ui_overview_picture_measure (GtkWidget *widget, GtkOrientation orientation,
                             int for_size, int *minimum, int *natural,
                             int *minimum_baseline, int *natural_baseline)
{
  UiOverviewPicture *self = UI_OVERVIEW_PICTURE (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) LEAST_WIDTH;
      *natural = (int) (LEAST_WIDTH * zoom_of (self));
      return;
    }
  lay_out (self, for_size > 0 ? for_size : *natural);
  if (self->picture != NULL)
    *minimum = *natural = (int) ceil (self->picture->height * zoom_of (self));
}

/* Only now is it known where the button went. */
static void
scroll (gpointer data)
{
  g_autoptr (UiOverviewPicture) self = data;
  GtkWidget *scroller =
      gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment  *adjustment;
  graphene_rect_t bounds;

  if (self->shown == NULL || scroller == NULL ||
      !gtk_widget_compute_bounds (self->shown, GTK_WIDGET (self), &bounds))
    return;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  gtk_adjustment_clamp_page (adjustment, bounds.origin.y - 24,
                             bounds.origin.y + bounds.size.height + 24);
}

static GtkSizeRequestMode
ui_overview_picture_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* A button covers its mark, and no other. */
static void
ui_overview_picture_size_allocate (GtkWidget *widget, int width, int height,
                                   int baseline)
{
  UiOverviewPicture *self = UI_OVERVIEW_PICTURE (widget);
  double             zoom = zoom_of (self);

  lay_out (self, width);
  if (self->is_to_scroll)
    g_idle_add_once (scroll, g_object_ref (self));
  self->is_to_scroll = FALSE;
  for (guint i = 0; i < self->buttons->len; i++)
    {
      const PicturePanel *panel;
      const PictureMark  *mark = mark_at (self, i, &panel);
      int                 least_width, least_height;

      if (mark == NULL)
        return;
      gtk_widget_measure (self->buttons->pdata[i], GTK_ORIENTATION_HORIZONTAL, -1,
                          &least_width, NULL, NULL, NULL);
      gtk_widget_measure (self->buttons->pdata[i], GTK_ORIENTATION_VERTICAL, -1,
                          &least_height, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->buttons->pdata[i],
                                &(GtkAllocation){
                                    (int) ((panel->x + mark->x) * zoom),
                                    (int) ((panel->y + mark->y) * zoom),
                                    MAX ((int) (mark->width * zoom), least_width),
                                    MAX ((int) (mark->height * zoom), least_height) },
                                -1);
    }
}

static void
mix (double tone[3], const GdkRGBA *one, const GdkRGBA *other, double part)
{
  tone[0] = one->red * (1 - part) + other->red * part;
  tone[1] = one->green * (1 - part) + other->green * part;
  tone[2] = one->blue * (1 - part) + other->blue * part;
}

static double
brightness (const GdkRGBA *colour)
{
  return 0.3 * colour->red + 0.59 * colour->green + 0.11 * colour->blue;
}

/* The theme's own colours, so that it is right on light, dark and high contrast. */
static void
read_theme (UiOverviewPicture *self, PictureTheme *theme)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA          ink, paper, accent;

  gtk_style_context_get_color (style, &ink);
  if (!gtk_style_context_lookup_color (style, "theme_bg_color", &paper))
    paper = brightness (&ink) < 0.5 ? (GdkRGBA){ 1, 1, 1, 1 } : (GdkRGBA){ 0, 0, 0, 1 };
  if (!gtk_style_context_lookup_color (style, "theme_selected_bg_color", &accent))
    accent = (GdkRGBA){ 0.2, 0.5, 0.85, 1 };
  mix (theme->tones[TONE_INK], &ink, &paper, 0);
  mix (theme->tones[TONE_DIM], &ink, &paper, 0.25);
  mix (theme->tones[TONE_GREY], &ink, &paper, 0.62);
  mix (theme->tones[TONE_FAINT], &ink, &paper, 0.84);
  /* A selection is darker than a bar on a dark ground may be. */
  mix (theme->tones[TONE_ACCENT], &accent, &ink,
       fabs (brightness (&accent) - brightness (&paper)) < 0.25 ? 0.4 : 0);
}

static void
draw (UiOverviewPicture *self, int width, int height)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_t     *cr =
      gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width,
                                                                (float) height));
  PictureTheme theme;

  read_theme (self, &theme);
  cairo_scale (cr, zoom_of (self), zoom_of (self));
  picture_draw (self->picture, 0, cr, &theme);
  cairo_destroy (cr);
  self->drawing = gtk_snapshot_free_to_node (snapshot);
}

static void
ui_overview_picture_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  UiOverviewPicture *self = UI_OVERVIEW_PICTURE (widget);

  if (self->picture != NULL && self->drawing == NULL)
    draw (self, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  if (self->drawing != NULL)
    gtk_snapshot_append_node (snapshot, self->drawing);
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_widget_snapshot_child (widget, self->buttons->pdata[i], snapshot);
}

static void
ui_overview_picture_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  UiOverviewPicture *self = UI_OVERVIEW_PICTURE (widget);

  GTK_WIDGET_CLASS (ui_overview_picture_parent_class)->css_changed (widget, change);
  forget (self);
  gtk_widget_queue_resize (widget);
}

/* How far a button lies in a direction, what lies aside counting more; negative: it
 * does not lie there.  */
static double
distance (GtkWidget *from, GtkWidget *to, GtkDirectionType direction)
{
  graphene_rect_t a, b;
  double          across, down;

  if (!gtk_widget_compute_bounds (from, gtk_widget_get_parent (from), &a) ||
      !gtk_widget_compute_bounds (to, gtk_widget_get_parent (to), &b))
    return -1;
  across = b.origin.x - a.origin.x;
  down = b.origin.y + b.size.height / 2 - a.origin.y - a.size.height / 2;
  switch (direction)
    {
    case GTK_DIR_UP:
      return down < -1 ? -down + 3 * fabs (across) : -1;
    case GTK_DIR_DOWN:
      return down > 1 ? down + 3 * fabs (across) : -1;
    case GTK_DIR_LEFT:
      return across < -1 ? -across + 3 * fabs (down) : -1;
    default:
      return across > 1 ? across + 3 * fabs (down) : -1;
    }
}

static GtkWidget *
nearest (UiOverviewPicture *self, GtkDirectionType direction)
{
  GtkWidget *found = NULL;
  double     least = G_MAXDOUBLE;

  for (guint i = 0; i < self->buttons->len; i++)
    {
      double far = distance (self->current, self->buttons->pdata[i], direction);

      if (far >= 0 && far < least)
        {
          least = far;
          found = self->buttons->pdata[i];
        }
    }
  return found;
}

/* Tab enters and leaves the picture; within it the arrow keys move.  */
static gboolean
ui_overview_picture_focus (GtkWidget *widget, GtkDirectionType direction)
{
  UiOverviewPicture *self = UI_OVERVIEW_PICTURE (widget);
  gboolean           is_inside = gtk_widget_get_focus_child (widget) != NULL;
  GtkWidget         *to = self->current;

  if (self->buttons->len == 0)
    return FALSE;
  if (to == NULL)
    to = self->current = self->buttons->pdata[0];
  if (is_inside &&
      (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD))
    return FALSE;
  if (is_inside)
    to = nearest (self, direction);
  return to != NULL && gtk_widget_grab_focus (to);
}

static void
ui_overview_picture_dispose (GObject *object)
{
  UiOverviewPicture *self = UI_OVERVIEW_PICTURE (object);

  forget (self);
  self->overview = NULL;
  self->current = NULL;
  self->shown = NULL;
  for (guint i = 0; self->buttons != NULL && i < self->buttons->len; i++)
    gtk_widget_unparent (self->buttons->pdata[i]);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  G_OBJECT_CLASS (ui_overview_picture_parent_class)->dispose (object);
}

static void
ui_overview_picture_class_init (UiOverviewPictureClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ui_overview_picture_dispose;
  widget_class->measure = ui_overview_picture_measure;
  widget_class->get_request_mode = ui_overview_picture_get_request_mode;
  widget_class->size_allocate = ui_overview_picture_size_allocate;
  widget_class->snapshot = ui_overview_picture_snapshot;
  widget_class->css_changed = ui_overview_picture_css_changed;
  widget_class->focus = ui_overview_picture_focus;
  gtk_widget_class_set_css_name (widget_class, "overview-picture");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[ACTIVATED] =
      g_signal_new ("activated", UI_TYPE_OVERVIEW_PICTURE, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
ui_overview_picture_init (UiOverviewPicture *self)
{
  self->buttons = g_ptr_array_new ();
}

GtkWidget *
ui_overview_picture_new (void)
{
  return g_object_new (UI_TYPE_OVERVIEW_PICTURE, NULL);
}
