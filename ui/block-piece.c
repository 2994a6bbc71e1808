/* ui/block-piece.c — a slice is laid out for a width and drawn without widgets of its
 * own: there are thousands of cells.
 */

#include "ui/block-piece.h"
#include "ui/naming.h"

#include <glib/gi18n.h>

#define PADDING 4
#define GAP     10 /* over what begins a page or a table */
#define LEAST   360
#define NATURAL 640

/* A cell, or the paragraph, as it is laid out. */
typedef struct {
  const BlockCell *cell;
  PangoLayout     *layout;
  graphene_rect_t  area;
} Part;

struct _UiBlockPiece {
  GtkWidget           parent_instance;
  const UiBlockSlice *slice;
  const UiBlockMarks *marks;
  GArray             *parts;   /* Part */
  PangoLayout        *caption; /* what begins here; NULL: nothing */
  int                 width;   /* that it is laid out for; 0: it is not */
  int                 height;
};

G_DEFINE_FINAL_TYPE (UiBlockPiece, ui_block_piece, GTK_TYPE_WIDGET)

static void
part_clear (gpointer data)
{
  g_clear_object (&((Part *) data)->layout);
}

static PangoLayout *
new_layout (UiBlockPiece *self, const char *text, int width)
{
  PangoLayout     *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  g_autofree char *words = g_strstrip (g_strdup (text));

  pango_layout_set_text (layout, words, -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  return layout;
}

static int
height_of (PangoLayout *layout)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static int
lay_out_caption (UiBlockPiece *self, int width)
{
  const UiBlockSlice *slice = self->slice;
  g_autofree char    *page =
      slice->page > 0 ? g_strdup_printf (_ ("Page %u"), slice->page) : NULL;
  g_autofree char *table =
      slice->table > 0 ? g_strdup_printf (_ ("Table %u"), slice->table) : NULL;
  g_autofree char *text = page != NULL && table != NULL
                              ? g_strdup_printf ("%s · %s", page, table)
                              : g_strdup (page != NULL ? page : table);

  g_clear_object (&self->caption);
  if (text == NULL)
    return 0;
  self->caption = new_layout (self, text, width);
  return GAP + height_of (self->caption) + PADDING;
}

/* The rows that cells of the slice begin in: their tops, and the end of the last. */
static GArray *
find_tops (UiBlockPiece *self, GArray *rows, int top)
{
  GArray *tops = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < rows->len; i++)
    {
      int next = top + 2 * PADDING;

      g_array_append_val (tops, top);
      for (guint n = 0; n < self->parts->len; n++)
        {
          const Part *part = &g_array_index (self->parts, Part, n);
          guint       row = part->cell->row, end = row + part->cell->row_span;
          guint       from = 0;
          gboolean    is_last =
              i + 1 == rows->len || end <= g_array_index (rows, guint, i + 1);

          if (row > g_array_index (rows, guint, i) ||
              end <= g_array_index (rows, guint, i) || !is_last)
            continue;
          while (g_array_index (rows, guint, from) < row)
            from++;
          next = MAX (next, g_array_index (tops, int, from) + height_of (part->layout) +
                                2 * PADDING);
        }
      top = next;
    }
  g_array_append_val (tops, top);
  return tops;
}

static void
set_areas (UiBlockPiece *self, const GArray *rows, const GArray *tops, int width)
{
  for (guint n = 0; n < self->parts->len; n++)
    {
      Part            *part = &g_array_index (self->parts, Part, n);
      const BlockCell *cell = part->cell;
      int left = ui_block_slice_edge (self->slice, cell->col) * (width - 1);
      int right =
          ui_block_slice_edge (self->slice, cell->col + cell->col_span) * (width - 1);
      guint from = 0, to;

      while (g_array_index (rows, guint, from) < cell->row)
        from++;
      for (to = from + 1; to < rows->len &&
                          g_array_index (rows, guint, to) < cell->row + cell->row_span;)
        to++;
      graphene_rect_init (&part->area, left, g_array_index (tops, int, from),
                          right - left + 1,
                          g_array_index (tops, int, to) -
                              g_array_index (tops, int, from) + 1);
    }
}

static int
lay_out_cells (UiBlockPiece *self, int top, int width)
{
  const UiBlockSlice *slice = self->slice;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) tops = NULL;

  for (guint i = 0; i < slice->n; i++)
    {
      const BlockCell *cell = slice->of->cells->pdata[slice->first + i];
      double           share = ui_block_slice_edge (slice, cell->col + cell->col_span) -
                     ui_block_slice_edge (slice, cell->col);
      Part part = { .cell = cell,
                    .layout = new_layout (self, cell->text,
                                          share * (width - 1) - 2 * PADDING) };

      g_array_append_val (self->parts, part);
      if (rows->len == 0 || g_array_index (rows, guint, rows->len - 1) < cell->row)
        g_array_append_val (rows, cell->row);
    }
  tops = find_tops (self, rows, top);
  set_areas (self, rows, tops, width);
  return g_array_index (tops, int, tops->len - 1) + 1;
}

static int
lay_out_paragraph (UiBlockPiece *self, int top, int width)
{
  Part part = { .layout =
                    new_layout (self, self->slice->of->text, width - 2 * PADDING) };
  int  height = height_of (part.layout) + 2 * PADDING;

  graphene_rect_init (&part.area, 0, top, width, height);
  g_array_append_val (self->parts, part);
  return top + height;
}

static void
lay_out (UiBlockPiece *self, int width)
{
  int top;

  if (self->width == width)
    return;
  self->width = width;
  g_array_set_size (self->parts, 0);
  self->height = 0;
  if (self->slice == NULL)
    return;
  top = lay_out_caption (self, width);
  self->height = self->slice->n > 0 ? lay_out_cells (self, top, width)
                                    : lay_out_paragraph (self, top, width);
}

static GtkSizeRequestMode
ui_block_piece_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ui_block_piece_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                        int *minimum, int *natural, int *minimum_baseline,
                        int *natural_baseline)
{
  UiBlockPiece *self = UI_BLOCK_PIECE (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST;
      *natural = NATURAL;
      return;
    }
  lay_out (self, for_size > 0 ? for_size : NATURAL);
  *minimum = *natural = self->height;
}

static void
ui_block_piece_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (UI_BLOCK_PIECE (widget), width);
}

static gconstpointer
text_of (UiBlockPiece *self, const Part *part)
{
  return part->cell != NULL ? (gconstpointer) part->cell : self->slice->of;
}

static gboolean
is_in (GHashTable *set, gconstpointer text)
{
  return set != NULL && g_hash_table_contains (set, text);
}

/* One of those that the style names. */
static GdkRGBA
colour_of (UiBlockPiece *self, const char *name)
{
  GdkRGBA colour = { 0 };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)),
                                  name, &colour);
  return colour;
}

static void
draw_text (GtkSnapshot *snapshot, PangoLayout *layout, float x, float y,
           const GdkRGBA *colour)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

static void
draw_border (GtkSnapshot *snapshot, const graphene_rect_t *area, float width,
             const GdkRGBA *colour)
{
  GskRoundedRect frame;

  gsk_rounded_rect_init_from_rect (&frame, area, 0);
  gtk_snapshot_append_border (snapshot, &frame, (float[]){ width, width, width, width },
                              (GdkRGBA[]){ *colour, *colour, *colour, *colour });
}

static void
draw_part (UiBlockPiece *self, GtkSnapshot *snapshot, const Part *part)
{
  gconstpointer text = text_of (self, part);
  gboolean      is_chosen = self->marks->chosen == text;
  gboolean      is_unread = is_in (self->marks->unread, text);
  gboolean      is_label =
      self->marks->placed != NULL && !is_unread && !is_in (self->marks->placed, text);
  GdkRGBA ground = colour_of (self, is_chosen                        ? "chosen_paper"
                                    : is_unread                      ? "warning_paper"
                                    : is_label && part->cell != NULL ? "label_paper"
                                                                     : "paper");
  GdkRGBA ink = colour_of (self, is_label ? "paper_faint" : "paper_ink");
  GdkRGBA line = colour_of (self, "paper_line");
  GdkRGBA sign = colour_of (self, is_chosen ? "chosen_ink" : "warning_ink");

  line.alpha = 0.5;
  gtk_snapshot_append_color (snapshot, &ground, &part->area);
  if (part->cell != NULL)
    draw_border (snapshot, &part->area, 1, &line);
  if (is_unread) /* not by colour alone */
    gtk_snapshot_append_color (snapshot, &sign,
                               &GRAPHENE_RECT_INIT (part->area.origin.x,
                                                    part->area.origin.y, 3,
                                                    part->area.size.height));
  draw_text (snapshot, part->layout, part->area.origin.x + PADDING,
             part->area.origin.y + PADDING, &ink);
  if (is_chosen)
    draw_border (snapshot, &part->area, 2, &sign);
}

static void
ui_block_piece_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  UiBlockPiece *self = UI_BLOCK_PIECE (widget);

  if (self->slice == NULL)
    return;
  if (self->caption != NULL)
    {
      GdkRGBA faint = colour_of (self, "paper_faint");

      draw_text (snapshot, self->caption, PADDING, GAP, &faint);
    }
  for (guint i = 0; i < self->parts->len; i++)
    draw_part (self, snapshot, &g_array_index (self->parts, Part, i));
}

static void
ui_block_piece_finalize (GObject *object)
{
  UiBlockPiece *self = UI_BLOCK_PIECE (object);

  g_array_unref (self->parts);
  g_clear_object (&self->caption);
  G_OBJECT_CLASS (ui_block_piece_parent_class)->finalize (object);
}

static void
ui_block_piece_class_init (UiBlockPieceClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = ui_block_piece_finalize;
  widget_class->get_request_mode = ui_block_piece_get_request_mode;
  widget_class->measure = ui_block_piece_measure;
  widget_class->size_allocate = ui_block_piece_size_allocate;
  widget_class->snapshot = ui_block_piece_snapshot;
  gtk_widget_class_set_css_name (widget_class, "block-piece");
}

static void
ui_block_piece_init (UiBlockPiece *self)
{
  self->parts = g_array_new (FALSE, TRUE, sizeof (Part));
  g_array_set_clear_func (self->parts, part_clear);
}

/* What a screen reader says of it. */
static char *
say (const UiBlockSlice *slice)
{
  g_autoptr (GString) words = g_string_new (slice->of->text);

  for (guint i = 0; i < slice->n; i++)
    {
      const BlockCell *cell = slice->of->cells->pdata[slice->first + i];

      if (!block_is_blank (cell->text))
        g_string_append_printf (words, "%s ", cell->text);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

void
ui_block_piece_show (UiBlockPiece *self, const UiBlockSlice *slice,
                     const UiBlockMarks *marks)
{
  self->slice = slice;
  self->marks = marks;
  self->width = 0;
  g_array_set_size (self->parts, 0);
  if (slice != NULL)
    {
      g_autofree char *words = say (slice);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
      ui_name_row (GTK_WIDGET (self), words);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

const UiBlockSlice *
ui_block_piece_get_slice (UiBlockPiece *self)
{
  return self->slice;
}

gboolean
ui_block_piece_pick (UiBlockPiece *self, double x, double y, const BlockCell **cell)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);

      if (graphene_rect_contains_point (&part->area, &GRAPHENE_POINT_INIT (x, y)))
        {
          *cell = part->cell;
          return TRUE;
        }
    }
  return FALSE;
}
