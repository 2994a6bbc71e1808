/* ui/bar.c — controls in a row, which goes on in the next line where room is short. */

#include "ui/bar.h"

struct _UiBar {
  GtkWidget parent_instance;
  int       gap;
};

G_DEFINE_FINAL_TYPE (UiBar, ui_bar, GTK_TYPE_WIDGET)

static int
natural_size (GtkWidget *child, GtkOrientation orientation, int for_size)
{
  int size;

  gtk_widget_measure (child, orientation, for_size, NULL, &size, NULL, NULL);
  return size;
}

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_get_visible (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* The children from one on that fit into a width, at least that one. */
typedef struct {
  GtkWidget *end;   /* the first of the next line; NULL: there is none */
  int        width; /* that they need */
  int        height;
  guint      expanding; /* how many share what is left */
} Line;

static Line
line_from (UiBar *self, GtkWidget *first, int width)
{
  Line line = { .end = first };

  while (line.end != NULL)
    {
      int more = natural_size (line.end, GTK_ORIENTATION_HORIZONTAL, -1) +
                 (line.end != first ? self->gap : 0);

      if (line.end != first && line.width + more > width)
        break;
      line.width += more;
      line.height =
          MAX (line.height, natural_size (line.end, GTK_ORIENTATION_VERTICAL, -1));
      line.expanding +=
          gtk_widget_compute_expand (line.end, GTK_ORIENTATION_HORIZONTAL);
      line.end = next_shown (gtk_widget_get_next_sibling (line.end));
    }
  return line;
}

/* How high all lines are; they are given their room too, unless that is only asked. */
static int
lay_out (UiBar *self, int width, gboolean is_asked)
{
  GtkWidget *child = next_shown (gtk_widget_get_first_child (GTK_WIDGET (self)));
  int        y = 0;

  while (child != NULL)
    {
      Line line = line_from (self, child, width);
      int  left = MAX (width - line.width, 0), x = 0;

      for (; !is_asked && child != line.end;
           child = next_shown (gtk_widget_get_next_sibling (child)))
        {
          GtkAllocation area = { x, y,
                                 natural_size (child, GTK_ORIENTATION_HORIZONTAL, -1),
                                 line.height };

          if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
            area.width += left / (int) line.expanding;
          area.width = MIN (area.width, MAX (width, 1));
          gtk_widget_size_allocate (child, &area, -1);
          x += area.width + self->gap;
        }
      child = line.end;
      y += line.height + (child != NULL ? self->gap : 0);
    }
  return y;
}

static void
ui_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                int *minimum, int *natural, int *minimum_baseline,
                int *natural_baseline)
{
  UiBar *self = UI_BAR (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = lay_out (self, for_size < 0 ? G_MAXINT : for_size, TRUE);
  else
    for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget));
         child != NULL; child = next_shown (gtk_widget_get_next_sibling (child)))
      {
        int size = natural_size (child, orientation, -1);

        *minimum = MAX (*minimum, size);
        *natural += size + (*natural > 0 ? self->gap : 0);
      }
}

static void
ui_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (UI_BAR (widget), width, FALSE);
}

static GtkSizeRequestMode
height_for_width (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ui_bar_dispose (GObject *object)
{
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (object)));)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ui_bar_parent_class)->dispose (object);
}

static void
ui_bar_class_init (UiBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ui_bar_dispose;
  widget_class->get_request_mode = height_for_width;
  widget_class->measure = ui_bar_measure;
  widget_class->size_allocate = ui_bar_size_allocate;
}

static void
ui_bar_init (UiBar *self)
{
}

GtkWidget *
ui_bar_new (int gap)
{
  UiBar *self = g_object_new (UI_TYPE_BAR, NULL);

  self->gap = gap;
  return GTK_WIDGET (self);
}

void
ui_bar_append (UiBar *self, GtkWidget *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}
