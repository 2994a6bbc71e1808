/* ui/form-paper.c — the paper that tables stand on, scrolled to what the user looks at.
 */

#include "ui/form-paper.h"

/* What stands around it stays in sight. */
#define SURROUNDINGS 36

struct _UiFormPaper {
  GtkWidget  parent_instance;
  GtkWidget *scroller;
  GtkWidget *box;
  GtkWidget *revealed; /* weak; NULL: nothing has to be scrolled to */
  guint      tick;     /* the frames' callback; 0: none */
  int        frames;   /* until all is laid out */
};

enum { SETTLED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UiFormPaper, ui_form_paper, GTK_TYPE_WIDGET)

static void
show_stretch (GtkAdjustment *adjustment, double from, double length)
{
  gtk_adjustment_clamp_page (adjustment, from - SURROUNDINGS,
                             from + length + SURROUNDINGS);
}

static void
scroll (UiFormPaper *self)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (self->scroller);
  GtkWidget         *widget = self->revealed;
  graphene_rect_t    bounds;

  g_clear_weak_pointer (&self->revealed);
  if (widget == NULL || !gtk_widget_compute_bounds (widget, self->box, &bounds))
    return;
  show_stretch (gtk_scrolled_window_get_vadjustment (scroller), bounds.origin.y,
                bounds.size.height);
  show_stretch (gtk_scrolled_window_get_hadjustment (scroller), bounds.origin.x,
                bounds.size.width);
}

/* A frame begins: what was new in the one before has been laid out. */
static gboolean
frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  UiFormPaper *self = data;

  if (self->frames-- > 0)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  scroll (self);
  g_signal_emit (self, signals[SETTLED], 0);
  return G_SOURCE_REMOVE;
}

static void
await_layout (UiFormPaper *self)
{
  self->frames = 1;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (self->scroller, frame_cb, self, NULL);
}

static void
ui_form_paper_dispose (GObject *object)
{
  UiFormPaper *self = UI_FORM_PAPER (object);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (self->scroller, self->tick);
  self->tick = 0;
  g_clear_weak_pointer (&self->revealed);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (ui_form_paper_parent_class)->dispose (object);
}

static void
ui_form_paper_class_init (UiFormPaperClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ui_form_paper_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class),
                                            GTK_TYPE_BIN_LAYOUT);
  signals[SETTLED] = g_signal_new ("settled", UI_TYPE_FORM_PAPER, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* The paper lies on a desk, in the middle of its width and as high as it likes.  An
 * alignment of the paper itself would do the same, but then GTK 4.8 asks how wide it is
 * for its height; wrapped texts give no steady answer, and its search never ends.  */
static GtkSizeRequestMode
desk_mode (GtkWidget *desk G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
width_of_paper (GtkWidget *paper, int width)
{
  int least, natural;

  gtk_widget_measure (paper, GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL,
                      NULL);
  return CLAMP (width, least, natural);
}

static void
measure_desk (GtkWidget *desk, GtkOrientation orientation, int for_size, int *least,
              int *natural, int *least_baseline G_GNUC_UNUSED,
              int *natural_baseline G_GNUC_UNUSED)
{
  GtkWidget *paper = gtk_widget_get_first_child (desk);
  int        width = -1;

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    width = width_of_paper (paper, for_size);
  gtk_widget_measure (paper, orientation, width, least, natural, NULL, NULL);
}

static void
allocate_desk (GtkWidget *desk, int width, int height G_GNUC_UNUSED,
               int baseline G_GNUC_UNUSED)
{
  GtkWidget       *paper = gtk_widget_get_first_child (desk);
  int              paper_width = width_of_paper (paper, width);
  int              paper_height;
  graphene_point_t corner;

  gtk_widget_measure (paper, GTK_ORIENTATION_VERTICAL, paper_width, NULL, &paper_height,
                      NULL, NULL);
  graphene_point_init (&corner, MAX (0, width - paper_width) / 2, 0);
  gtk_widget_allocate (paper, paper_width, paper_height, -1,
                       gsk_transform_translate (NULL, &corner));
}

static void
ui_form_paper_init (UiFormPaper *self)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  GtkWidget         *desk = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_layout_manager (desk, gtk_custom_layout_new (desk_mode, measure_desk,
                                                              allocate_desk));
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->box, "paper");
  gtk_box_append (GTK_BOX (desk), self->box);
  self->scroller = GTK_WIDGET (scroller);
  gtk_scrolled_window_set_child (scroller, desk);
  /* It would scroll before the layout, to where a new cell is not. */
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (
                                        gtk_scrolled_window_get_child (scroller)),
                                    FALSE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  g_signal_connect_swapped (gtk_scrolled_window_get_vadjustment (scroller),
                            "value-changed", G_CALLBACK (await_layout), self);
}

GtkWidget *
ui_form_paper_new (const char *name)
{
  UiFormPaper *self = g_object_new (UI_TYPE_FORM_PAPER, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

GtkWidget *
ui_form_paper_get_box (UiFormPaper *self)
{
  return self->box;
}

double
ui_form_paper_get_page (UiFormPaper *self)
{
  return gtk_adjustment_get_page_size (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)));
}

void
ui_form_paper_reveal (UiFormPaper *self, GtkWidget *widget)
{
  g_set_weak_pointer (&self->revealed, widget);
  await_layout (self);
}

void
ui_form_paper_begin_with (UiFormPaper *self, GtkWidget *widget)
{
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (widget == NULL)
    gtk_adjustment_set_value (adjustment, 0);
  else if (gtk_widget_compute_bounds (widget, self->box, &bounds))
    gtk_adjustment_set_value (adjustment, bounds.origin.y);
}
