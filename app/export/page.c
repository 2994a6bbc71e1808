/* app/export/page.c — printed tables and texts laid out on pages of A4. */

#include "app/export/page.h"
#include "app/export/slice.h"

#define MM         (72 / 25.4) /* in points */
#define SHORT_EDGE (210 * MM)
#define LONG_EDGE  (297 * MM)
#define MARGIN     (15 * MM)
#define LINE_WIDTH 0.6

#define NUMBER_SIZE 9        /* of the page number … */
#define NUMBER_EDGE (8 * MM) /* … and its place over the lower edge */

/* The largest of these at which a table fits on one page; if none, the first. */
static const double sizes[] = { 10, 9.5, 9, 8.5, 8 };

/* A box of text at its place on a page. */
typedef struct {
  double      x, y, width, height;
  FormStyle   style;
  double      size;
  const char *text;         /* of a table that Pages holds; NULL: blank */
  guint       first, lines; /* the part of it that is shown */
} Item;

typedef struct {
  double  width, height;
  GArray *items; /* Item */
} Page;

struct _Pages {
  Typeset   *typeset;
  GPtrArray *pages;  /* Page * */
  GPtrArray *tables; /* FormTable *: their texts are on the pages */
  Subset    *fonts;  /* cut for these pages, or NULL */
};

static void
free_page (gpointer data)
{
  Page *page = data;

  g_array_unref (page->items);
  g_free (page);
}

Pages *
pages_new (void)
{
  Pages *self = g_new0 (Pages, 1);

  self->typeset = typeset_new ();
  self->pages = g_ptr_array_new_with_free_func (free_page);
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) form_table_free);
  return self;
}

void
pages_free (Pages *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->tables);
  g_clear_pointer (&self->fonts, subset_free);
  typeset_free (self->typeset);
  g_free (self);
}

static Page *
add_page (Pages *self, gboolean landscape)
{
  Page *page = g_new (Page, 1);

  page->width = landscape ? LONG_EDGE : SHORT_EDGE;
  page->height = landscape ? SHORT_EDGE : LONG_EDGE;
  page->items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_ptr_array_add (self->pages, page);
  return page;
}

static gboolean
covers (const FormCell *cell, const Slice *slice)
{
  return slice->row - cell->row < cell->row_span;
}

/* Puts a cell on the page from the slice on that it begins at or is continued in.
 * A merged cell whose rows are on several pages is closed on each, with its text.  */
static void
add_cell (Page *page, const Fit *fit, const FormCell *cell, double y,
          const Slice *slice, const Slice *end)
{
  double left = (page->width - fit->x[fit->table->cols]) / 2;
  Item   item = {
      .x = left + fit->x[cell->col],
      .y = y,
      .width = fit->x[cell->col + cell->col_span] - fit->x[cell->col],
      .style = cell->style,
      .size = fit->size,
      .text = cell->text,
      .first = cell->row_span == 1 ? slice->first : 0,
  };

  for (; slice < end && covers (cell, slice); slice++)
    {
      item.height += slice->height;
      item.lines = slice->lines == G_MAXUINT || cell->row_span > 1
                       ? G_MAXUINT
                       : item.lines + slice->lines;
    }
  if (item.height > 0)
    g_array_append_val (page->items, item);
}

static void
add_slices (Page *page, const Fit *fit, const GArray *slices)
{
  const Slice *begin = (const Slice *) slices->data;
  const Slice *end = begin + slices->len;
  double       y = MARGIN;

  for (const Slice *slice = begin; slice < end; slice++)
    {
      for (guint col = 0; col < fit->table->cols; col++)
        {
          const FormCell *cell = form_table_at (fit->table, slice->row, col);

          if (col == cell->col && (slice == begin || !covers (cell, slice - 1)))
            add_cell (page, fit, cell, y, slice, end);
        }
      y += slice->height;
    }
}

void
pages_take_table (Pages *self, FormTable *table)
{
  gboolean   landscape = table->form->landscape;
  double     width = (landscape ? LONG_EDGE : SHORT_EDGE) - 2 * MARGIN;
  double     height = (landscape ? SHORT_EDGE : LONG_EDGE) - 2 * MARGIN;
  Fit       *fit = NULL;
  GPtrArray *flow = NULL;

  g_ptr_array_add (self->tables, table);
  for (guint i = 0; i <= G_N_ELEMENTS (sizes) && (flow == NULL || flow->len > 1); i++)
    {
      g_clear_pointer (&flow, g_ptr_array_unref);
      g_clear_pointer (&fit, fit_free);
      fit = fit_new (self->typeset, table, sizes[i % G_N_ELEMENTS (sizes)], width);
      flow = slice_pages (fit, height);
    }
  for (guint i = 0; i < flow->len; i++)
    add_slices (add_page (self, landscape), fit, flow->pdata[i]);
  g_ptr_array_unref (flow);
  fit_free (fit);
}

guint
pages_count (const Pages *self)
{
  return self->pages->len;
}

void
pages_get_size (const Pages *self, guint n, double *width, double *height)
{
  const Page *page = self->pages->pdata[n];

  *width = page->width;
  *height = page->height;
}

static PangoLayout *
layout_item (Pages *self, const Item *item)
{
  return typeset_text (self->typeset, item->style, item->size,
                       item->width - 2 * FIT_PADDING_X, item->text);
}

static void
draw_item (Pages *self, const Item *item, cairo_t *cr)
{
  g_autoptr (PangoLayout) layout = NULL;
  double shown;
  guint  all, lines;

  if (typeset_has_border (item->style))
    {
      cairo_rectangle (cr, item->x, item->y, item->width, item->height);
      cairo_stroke (cr);
    }
  if (item->text == NULL)
    return;
  layout = layout_item (self, item);
  all = pango_layout_get_line_count (layout);
  if (item->first >= all)
    return;
  lines = MIN (item->lines, all - item->first);
  shown = typeset_height (layout) * lines / all;
  typeset_draw (cr, self->fonts, layout, item->x + FIT_PADDING_X,
                item->y + (item->height - shown) / 2, item->width - 2 * FIT_PADDING_X,
                item->first, lines);
}

static PangoLayout *
layout_number (Pages *self, guint n)
{
  const Page      *page = self->pages->pdata[n];
  g_autofree char *text =
      g_strdup_printf ("第 %u 页　共 %u 页", n + 1, self->pages->len);

  return typeset_text (self->typeset, FORM_CENTRE, NUMBER_SIZE, page->width, text);
}

static void
draw_number (Pages *self, guint n, cairo_t *cr)
{
  const Page *page = self->pages->pdata[n];
  g_autoptr (PangoLayout) layout = layout_number (self, n);

  typeset_draw (cr, self->fonts, layout, 0,
                page->height - NUMBER_EDGE - typeset_height (layout), page->width, 0,
                1);
}

static void
add_glyphs (Pages *self, PangoLayout *layout)
{
  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    subset_add (self->fonts, pango_layout_get_line_readonly (layout, i));
}

void
pages_cut_fonts (Pages *self)
{
  g_clear_pointer (&self->fonts, subset_free);
  self->fonts = subset_new ();
  for (guint n = 0; n < self->pages->len; n++)
    {
      const Page *page = self->pages->pdata[n];
      g_autoptr (PangoLayout) number = layout_number (self, n);

      add_glyphs (self, number);
      for (guint i = 0; i < page->items->len; i++)
        {
          g_autoptr (PangoLayout) layout =
              layout_item (self, &g_array_index (page->items, Item, i));

          add_glyphs (self, layout);
        }
    }
  subset_cut (self->fonts);
}

void
pages_draw (Pages *self, guint n, cairo_t *cr)
{
  const Page *page = self->pages->pdata[n];

  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  for (guint i = 0; i < page->items->len; i++)
    draw_item (self, &g_array_index (page->items, Item, i), cr);
  draw_number (self, n, cr);
  cairo_restore (cr);
}
