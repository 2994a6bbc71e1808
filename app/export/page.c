/* app/export/page.c — pages of A4: what stands on them, and drawing it. */

#include "app/export/page-item.h"

#define SHORT_EDGE (210 * MM)
#define LONG_EDGE  (297 * MM)

#define EDGE_SIZE       9        /* of header, footer and page number … */
#define EDGE            (8 * MM) /* … and their place within the edges */
#define MOST_EDGE_LINES 2        /* that PAGE_LONGEST_EDGE takes */

static void
free_page (gpointer data)
{
  Page *page = data;

  g_array_unref (page->items);
  g_free (page);
}

static void
clear_place (gpointer data)
{
  g_free (((PagePlace *) data)->text);
}

Pages *
pages_new (const PageSetup *setup)
{
  Pages *self = g_new0 (Pages, 1);

  if (setup != NULL)
    self->setup = *setup;
  self->setup.header = g_strdup (self->setup.header);
  self->setup.footer = g_strdup (self->setup.footer);
  self->typeset = typeset_new ();
  self->pages = g_ptr_array_new_with_free_func (free_page);
  self->places = g_array_new (FALSE, FALSE, sizeof (PagePlace));
  g_array_set_clear_func (self->places, clear_place);
  return self;
}

void
pages_free (Pages *self)
{
  if (self == NULL)
    return;
  page_setup_clear (&self->setup);
  g_ptr_array_unref (self->pages);
  g_array_unref (self->places);
  typeset_free (self->typeset);
  g_free (self);
}

Page *
pages_add (Pages *self, gboolean landscape)
{
  Page *page = g_new0 (Page, 1);

  page->width = landscape ? LONG_EDGE : SHORT_EDGE;
  page->height = landscape ? SHORT_EDGE : LONG_EDGE;
  page->items = g_array_new (FALSE, FALSE, sizeof (PageItem));
  g_ptr_array_add (self->pages, page);
  return page;
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

const GArray *
pages_places (const Pages *self)
{
  return self->places;
}

static void
draw_box (const PageItem *item, cairo_t *cr)
{
  if (item->marked)
    {
      cairo_set_source_rgb (cr, MARK_COLOUR);
      cairo_rectangle (cr, item->x, item->y, item->width, item->height);
      cairo_fill (cr);
      cairo_set_source_rgb (cr, 0, 0, 0);
    }
  if (!item->border)
    return;
  cairo_rectangle (cr, item->x, item->y, item->width, item->height);
  cairo_stroke (cr);
}

static void
draw_leader (const PageItem *item, cairo_t *cr)
{
  const double dots[] = { DOTS };
  double       y = item->y + item->height * LEADER_PLACE;

  cairo_save (cr);
  cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
  cairo_move_to (cr, item->x, y);
  cairo_line_to (cr, item->x + item->width, y);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* What the item shows; the number of a page is known only now. */
static const Setting *
setting_of (Pages *self, const PageItem *item)
{
  g_autofree char *number = NULL;

  if (!item->is_number)
    return item->setting;
  number =
      g_strdup_printf ("%u",
                       g_array_index (self->places, PagePlace, item->target).page + 1);
  return typeset_shape (self->typeset, FALSE, number);
}

gboolean
pages_item_text (Pages *self, const PageItem *item, PageText *text)
{
  const Setting *setting = setting_of (self, item);
  guint          all = setting != NULL ? setting_lines (setting, &item->measure) : 0;
  guint          lines;

  if (item->first >= all)
    return FALSE;
  lines = MIN (item->lines, all - item->first);
  *text = (PageText){
    .setting = setting,
    .measure = item->measure,
    .x = item->x + (item->width - item->measure.width) / 2,
    .y = item->y + (item->height - lines * measure_leading (&item->measure)) / 2,
    .first = item->first,
    .lines = lines,
  };
  return TRUE;
}

static PageText
edge_text (Pages *self, const Page *page, const char *text, TypesetAlign align,
           gboolean top)
{
  const Measure  measure = { .size = EDGE_SIZE,
                             .width = page->width - 2 * MARGIN,
                             .align = align };
  const Setting *setting = typeset_shape (self->typeset, FALSE, text);
  const double   leading = measure_leading (&measure);
  guint          lines = MIN (setting_lines (setting, &measure), MOST_EDGE_LINES);
  double         edge = EDGE - (lines - 1) * leading / 2;

  return (PageText){ .setting = setting,
                     .measure = measure,
                     .x = MARGIN,
                     .y = top ? edge : page->height - edge - lines * leading,
                     .lines = lines };
}

guint
pages_edge_texts (Pages *self, guint n, PageText texts[MOST_EDGES])
{
  const Page      *page = self->pages->pdata[n];
  const char      *footer = self->setup.footer;
  g_autofree char *number =
      g_strdup_printf ("%s%s第 %u 页　共 %u 页", footer != NULL ? footer : "",
                       footer != NULL ? "　　" : "", n + 1, self->pages->len);
  guint count = 0;

  if (page->is_cover)
    return 0;
  texts[count++] = edge_text (self, page, number, TYPESET_CENTRE, FALSE);
  if (self->setup.header != NULL)
    texts[count++] = edge_text (self, page, self->setup.header, TYPESET_RIGHT, TRUE);
  return count;
}

static void
draw_text (Pages *self, const PageText *text, cairo_t *cr)
{
  typeset_draw (self->typeset, cr, text->setting, &text->measure, text->x, text->y,
                text->first, text->lines);
}

static void
draw_item (Pages *self, const PageItem *item, cairo_t *cr)
{
  PageText text;

  draw_box (item, cr);
  if (item->leader)
    draw_leader (item, cr);
  if (pages_item_text (self, item, &text))
    draw_text (self, &text, cr);
}

void
pages_draw (Pages *self, guint n, cairo_t *cr)
{
  const Page *page = self->pages->pdata[n];
  PageText    edges[MOST_EDGES];
  guint       count = pages_edge_texts (self, n, edges);

  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  for (guint i = 0; i < page->items->len; i++)
    draw_item (self, &g_array_index (page->items, PageItem, i), cr);
  for (guint i = 0; i < count; i++)
    draw_text (self, &edges[i], cr);
  cairo_restore (cr);
}

gboolean
pages_find (const Pages *self, guint n, double x, double y, PageHit *hit)
{
  const Page *page = self->pages->pdata[n];

  for (guint i = 0; i < page->items->len; i++)
    {
      const PageItem *item = &g_array_index (page->items, PageItem, i);

      if (item->item != NULL && x >= item->x && x < item->x + item->width &&
          y >= item->y && y < item->y + item->height)
        {
          *hit = (PageHit){ item->item, item->cell };
          return TRUE;
        }
    }
  return FALSE;
}
