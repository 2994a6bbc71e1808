/* app/export/page.c — pages of A4: what stands on them, and drawing it. */

#include "app/export/page-item.h"

#include <cairo-pdf.h>

#define SHORT_EDGE (210 * MM)
#define LONG_EDGE  (297 * MM)
#define LINE_WIDTH 0.6

#define EDGE_SIZE 9        /* of header, footer and page number … */
#define EDGE      (8 * MM) /* … and their place within the edges */

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
  self->header = g_strdup (self->setup.header);
  self->footer = g_strdup (self->setup.footer);
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
  g_free (self->header);
  g_free (self->footer);
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

void
pages_tag (Pages *self, gboolean tag)
{
  self->tags = tag;
}

char *
pages_place_name (guint place)
{
  return g_strdup_printf ("p%u", place);
}

static void
draw_box (const PageItem *item, cairo_t *cr)
{
  if (item->marked)
    {
      cairo_set_source_rgb (cr, 1, 0.9, 0.6);
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
  const double dots[] = { 0.8, 3.2 };
  double       y = item->y + item->height * 0.68;

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

static void
begin_link (Pages *self, const PageItem *item, cairo_t *cr)
{
  g_autofree char *name = pages_place_name (item->target);
  g_autofree char *attributes =
      g_strdup_printf ("dest='%s' rect=[%.2f %.2f %.2f %.2f]", name, item->x, item->y,
                       item->width, item->height);

  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
}

static void
draw_item (Pages *self, const PageItem *item, cairo_t *cr)
{
  const Setting *setting = setting_of (self, item);
  gboolean       leads = self->tags && item->target != OUTLINE_NONE;
  guint          all, lines;

  draw_box (item, cr);
  if (item->leader)
    draw_leader (item, cr);
  if (setting == NULL)
    return;
  all = setting_lines (setting, &item->measure);
  if (item->first >= all)
    return;
  lines = MIN (item->lines, all - item->first);
  if (self->tags && item->tag != NULL)
    cairo_tag_begin (cr, item->tag, NULL);
  if (leads)
    begin_link (self, item, cr);
  typeset_draw (self->typeset, cr, setting, &item->measure,
                item->x + (item->width - item->measure.width) / 2,
                item->y + (item->height - lines * measure_leading (&item->measure)) / 2,
                item->first, lines);
  if (leads)
    cairo_tag_end (cr, CAIRO_TAG_LINK);
  if (self->tags && item->tag != NULL)
    cairo_tag_end (cr, item->tag);
}

/* Header, footer and page number.  */
typedef struct {
  const Setting *setting;
  TypesetAlign   align;
  gboolean       top;
} EdgeText;

static guint
edge_texts (Pages *self, guint n, EdgeText edges[3])
{
  g_autofree char *number =
      g_strdup_printf ("第 %u 页　共 %u 页", n + 1, self->pages->len);
  guint count = 0;

  edges[count++] =
      (EdgeText){ typeset_shape (self->typeset, FALSE, number), TYPESET_CENTRE, FALSE };
  if (self->header != NULL)
    edges[count++] = (EdgeText){ typeset_shape (self->typeset, FALSE, self->header),
                                 TYPESET_RIGHT, TRUE };
  if (self->footer != NULL)
    edges[count++] = (EdgeText){ typeset_shape (self->typeset, FALSE, self->footer),
                                 TYPESET_LEFT, FALSE };
  return count;
}

static void
draw_edges (Pages *self, guint n, cairo_t *cr)
{
  const Page   *page = self->pages->pdata[n];
  const Measure measure = { .size = EDGE_SIZE, .width = page->width - 2 * MARGIN };
  const double  line = measure_leading (&measure);
  EdgeText      edges[3];
  guint         count = edge_texts (self, n, edges);

  for (guint i = 0; i < count && !page->is_cover; i++)
    {
      Measure own = measure;

      own.align = edges[i].align;
      typeset_draw (self->typeset, cr, edges[i].setting, &own, MARGIN,
                    edges[i].top ? EDGE : page->height - EDGE - line, 0, 1);
    }
}

void
pages_cut_fonts (Pages *self)
{
  for (guint n = 0; n < self->pages->len; n++)
    {
      const Page *page = self->pages->pdata[n];
      EdgeText    edges[3];

      edge_texts (self, n, edges);
      for (guint i = 0; i < page->items->len; i++)
        setting_of (self, &g_array_index (page->items, PageItem, i));
    }
  typeset_cut_fonts (self->typeset);
}

static void
name_places (Pages *self, guint n, cairo_t *cr)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      const PagePlace *place = &g_array_index (self->places, PagePlace, i);
      g_autofree char *name = NULL;
      g_autofree char *attributes = NULL;

      if (place->page != n || place->level == 0)
        continue;
      name = pages_place_name (i);
      attributes = g_strdup_printf ("name='%s' x=0 y=%.2f", name, place->y);
      cairo_tag_begin (cr, CAIRO_TAG_DEST, attributes);
      cairo_tag_end (cr, CAIRO_TAG_DEST);
    }
}

void
pages_draw (Pages *self, guint n, cairo_t *cr)
{
  const Page *page = self->pages->pdata[n];

  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  if (self->tags)
    name_places (self, n, cr);
  for (guint i = 0; i < page->items->len; i++)
    draw_item (self, &g_array_index (page->items, PageItem, i), cr);
  draw_edges (self, n, cr);
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
