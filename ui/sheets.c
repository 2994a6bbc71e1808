/* ui/sheets.c — pages below each other as they are printed. */

#include "ui/sheets.h"

#include <math.h>

#define GAP 12 /* pixels around a page */

/* This many pages before and behind those in sight stay drawn. */
#define SPARE 2

struct _UiSheets {
  GtkWidget      parent_instance;
  GtkAdjustment *adjustment;
  Pages         *pages; /* lent */
  double         zoom;
  double         widest; /* points */
  GArray        *tops;   /* double, pixels: of each page, and the end */
  GHashTable    *drawn;  /* page + 1 -> GdkTexture */
  guint          marked; /* page, or G_MAXUINT */
};

enum { PRESSED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UiSheets, ui_sheets, GTK_TYPE_WIDGET)

static guint
count (UiSheets *self)
{
  return self->pages != NULL ? pages_count (self->pages) : 0;
}

static double
top_of (UiSheets *self, guint page)
{
  return g_array_index (self->tops, double, page);
}

/* Where the pages stand at this zoom. */
static void
measure_pages (UiSheets *self)
{
  double top = GAP;

  g_hash_table_remove_all (self->drawn);
  g_array_set_size (self->tops, 0);
  self->widest = 0;
  for (guint n = 0; n < count (self); n++)
    {
      double width, height;

      pages_get_size (self->pages, n, &width, &height);
      g_array_append_val (self->tops, top);
      self->widest = MAX (self->widest, width);
      top += ceil (height * self->zoom) + GAP;
    }
  g_array_append_val (self->tops, top);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The page that stands at or below a height. */
static guint
page_at (UiSheets *self, double y)
{
  guint low = 0, high = count (self);

  while (low + 1 < high)
    {
      guint middle = (low + high) / 2;

      if (top_of (self, middle) - GAP / 2.0 <= y)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static graphene_rect_t
rect_of (UiSheets *self, guint page)
{
  double width, height;

  pages_get_size (self->pages, page, &width, &height);
  width = ceil (width * self->zoom);
  return GRAPHENE_RECT_INIT (
      MAX (GAP, floor ((gtk_widget_get_width (GTK_WIDGET (self)) - width) / 2)),
      top_of (self, page), width, ceil (height * self->zoom));
}

static GdkTexture *
draw_page (UiSheets *self, guint page, const graphene_rect_t *rect)
{
  int              scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  int              width = rect->size.width * scale, height = rect->size.height * scale;
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  int stride = cairo_image_surface_get_stride (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, self->zoom * scale, self->zoom * scale);
  pages_draw (self->pages, page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) height * stride,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static GdkTexture *
texture_of (UiSheets *self, guint page, const graphene_rect_t *rect)
{
  GdkTexture *texture = g_hash_table_lookup (self->drawn, GUINT_TO_POINTER (page + 1));

  if (texture == NULL)
    {
      texture = draw_page (self, page, rect);
      g_hash_table_insert (self->drawn, GUINT_TO_POINTER (page + 1), texture);
    }
  return texture;
}

static void
forget_far (UiSheets *self, guint first, guint last)
{
  GHashTableIter iter;
  gpointer       key;

  g_hash_table_iter_init (&iter, self->drawn);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint page = GPOINTER_TO_UINT (key) - 1;

      if (page + SPARE < first || page > last + SPARE)
        g_hash_table_iter_remove (&iter);
    }
}

static void
ui_sheets_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  static const GdkRGBA edge = { 0, 0, 0, 0.25 }, mark = { 0.11, 0.43, 0.82, 1 };

  UiSheets *self = UI_SHEETS (widget);
  double    from = gtk_adjustment_get_value (self->adjustment);
  double    to = from + gtk_adjustment_get_page_size (self->adjustment);
  guint     first, page;

  if (count (self) == 0)
    return;
  first = page_at (self, from);
  for (page = first; page < count (self) && top_of (self, page) <= to; page++)
    {
      graphene_rect_t rect = rect_of (self, page);
      gboolean        is_marked = page == self->marked;
      float           width = is_marked ? 3 : 1;
      GskRoundedRect  outline;
      graphene_rect_t around;

      gtk_snapshot_append_texture (snapshot, texture_of (self, page, &rect), &rect);
      graphene_rect_inset_r (&rect, -width, -width, &around);
      gsk_rounded_rect_init_from_rect (&outline, &around, 0);
      gtk_snapshot_append_border (snapshot, &outline,
                                  (float[4]){ width, width, width, width },
                                  is_marked ? (GdkRGBA[4]){ mark, mark, mark, mark }
                                            : (GdkRGBA[4]){ edge, edge, edge, edge });
    }
  forget_far (self, first, page);
}

static void
ui_sheets_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                   int *minimum, int *natural, int *minimum_baseline,
                   int *natural_baseline)
{
  UiSheets *self = UI_SHEETS (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = ceil (self->widest * self->zoom) + 2 * GAP;
  else
    *minimum = *natural = top_of (self, count (self));
}

static void
pressed_cb (GtkGestureClick *click, int presses, double x, double y, UiSheets *self)
{
  guint           page = page_at (self, y);
  graphene_rect_t rect;

  if (count (self) == 0)
    return;
  rect = rect_of (self, page);
  if (graphene_rect_contains_point (&rect, &GRAPHENE_POINT_INIT (x, y)))
    g_signal_emit (self, signals[PRESSED], 0, page, (x - rect.origin.x) / self->zoom,
                   (y - rect.origin.y) / self->zoom);
}

static void
ui_sheets_dispose (GObject *object)
{
  UiSheets *self = UI_SHEETS (object);

  self->pages = NULL;
  g_clear_object (&self->adjustment);
  G_OBJECT_CLASS (ui_sheets_parent_class)->dispose (object);
}

static void
ui_sheets_finalize (GObject *object)
{
  UiSheets *self = UI_SHEETS (object);

  g_array_unref (self->tops);
  g_hash_table_unref (self->drawn);
  G_OBJECT_CLASS (ui_sheets_parent_class)->finalize (object);
}

static void
ui_sheets_class_init (UiSheetsClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ui_sheets_dispose;
  G_OBJECT_CLASS (class)->finalize = ui_sheets_finalize;
  widget_class->snapshot = ui_sheets_snapshot;
  widget_class->measure = ui_sheets_measure;
  gtk_widget_class_set_css_name (widget_class, "sheets");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  signals[PRESSED] =
      g_signal_new ("pressed", UI_TYPE_SHEETS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
ui_sheets_init (UiSheets *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->zoom = 1;
  self->marked = G_MAXUINT;
  self->tops = g_array_new (FALSE, FALSE, sizeof (double));
  self->drawn = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  measure_pages (self);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

UiSheets *
ui_sheets_new (GtkAdjustment *adjustment)
{
  UiSheets *self = g_object_new (UI_TYPE_SHEETS, NULL);

  self->adjustment = g_object_ref (adjustment);
  g_signal_connect_object (adjustment, "value-changed",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  return self;
}

void
ui_sheets_set_pages (UiSheets *self, Pages *pages)
{
  self->pages = pages;
  measure_pages (self);
}

void
ui_sheets_set_zoom (UiSheets *self, double zoom)
{
  self->zoom = zoom;
  measure_pages (self);
}

double
ui_sheets_get_zoom (UiSheets *self)
{
  return self->zoom;
}

double
ui_sheets_fit (UiSheets *self, int width)
{
  return self->widest > 0 ? MAX (width - 2 * GAP, 1) / self->widest : 1;
}

guint
ui_sheets_get_current (UiSheets *self)
{
  return page_at (self, gtk_adjustment_get_value (self->adjustment) +
                            gtk_adjustment_get_page_size (self->adjustment) / 3);
}

void
ui_sheets_show (UiSheets *self, guint page)
{
  double end = top_of (self, count (self));

  if (page >= count (self))
    return;
  /* the scrolled window learns only later that the pages have grown */
  if (gtk_adjustment_get_upper (self->adjustment) < end)
    gtk_adjustment_set_upper (self->adjustment, end);
  gtk_adjustment_set_value (self->adjustment, top_of (self, page) - GAP);
}

void
ui_sheets_mark (UiSheets *self, guint page)
{
  if (page != self->marked && page < count (self))
    gtk_adjustment_clamp_page (self->adjustment, top_of (self, page) - GAP,
                               top_of (self, page + 1));
  self->marked = page;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
ui_sheets_count_drawn (UiSheets *self)
{
  return g_hash_table_size (self->drawn);
}
