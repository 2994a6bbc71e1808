/* app/read/pdf/spread.c — two pages beside each other on each sheet become two. */

#include "app/read/pdf/spread.h"

#define GUTTER 8.0 /* points: free on both sides of the middle */

static const PdfGlyph *
glyph_at (const PdfPage *page, guint i)
{
  return &g_array_index (page->glyphs, PdfGlyph, i);
}

static const PdfBox *
rule_at (const PdfPage *page, guint i)
{
  return &g_array_index (page->rules, PdfBox, i);
}

static gboolean
is_across (const PdfBox *box, double middle)
{
  return box->x0 < middle + GUTTER && box->x1 > middle - GUTTER;
}

/* Whether both halves of a sheet may be pages of their own: nothing stands across its
 * middle.  has_second counts those that hold something in the second half. */
static gboolean
is_spread (const PdfPage *page, guint *has_second)
{
  double   middle = page->width / 2;
  gboolean has = FALSE;

  if (page->width <= page->height)
    return FALSE;
  for (guint i = 0; i < page->rules->len; i++)
    if (is_across (rule_at (page, i), middle))
      return FALSE;
  for (guint i = 0; i < page->glyphs->len; i++)
    {
      if (is_across (&glyph_at (page, i)->box, middle))
        return FALSE;
      has = has || glyph_at (page, i)->x > middle;
    }
  *has_second += has;
  return TRUE;
}

/* Moves what stands beyond a place of a page to another page, which begins there. */
static void
move_glyphs (PdfPage *page, PdfPage *next, double from)
{
  guint kept = 0;

  for (guint i = 0; i < page->glyphs->len; i++)
    {
      PdfGlyph glyph = *glyph_at (page, i);

      if (glyph.x < from)
        {
          g_array_index (page->glyphs, PdfGlyph, kept++) = glyph;
          continue;
        }
      glyph.x -= from;
      glyph.box.x0 -= from;
      glyph.box.x1 -= from;
      g_array_append_val (next->glyphs, glyph);
    }
  g_array_set_size (page->glyphs, kept);
}

static void
move_rules (PdfPage *page, PdfPage *next, double from)
{
  guint kept = 0;

  for (guint i = 0; i < page->rules->len; i++)
    {
      PdfBox rule = *rule_at (page, i);

      if (rule.x1 < from)
        {
          g_array_index (page->rules, PdfBox, kept++) = rule;
          continue;
        }
      rule.x0 -= from;
      rule.x1 -= from;
      g_array_append_val (next->rules, rule);
    }
  g_array_set_size (page->rules, kept);
}

/* Cuts the second half of a sheet off. */
static PdfPage *
part_page (PdfPage *page)
{
  double   width = page->width / 2;
  PdfPage *next = pdf_page_new (page->number, width, page->height);

  for (guint i = 1; i < page->clips->len; i++)
    {
      PdfBox clip = g_array_index (page->clips, PdfBox, i);

      clip.x0 -= width;
      clip.x1 -= width;
      g_array_append_val (next->clips, clip);
    }
  move_glyphs (page, next, width);
  move_rules (page, next, width);
  page->width = width;
  next->images = page->images;
  next->mute = page->mute / 2;
  next->shapes = page->shapes / 2;
  page->mute -= next->mute;
  page->shapes -= next->shapes;
  return next;
}

void
pdf_pages_part (GPtrArray *pages)
{
  guint has_second = 0;

  for (guint i = 0; i < pages->len; i++)
    if (!is_spread (pages->pdata[i], &has_second))
      return;
  if (has_second * 2 <= pages->len)
    return;
  for (guint i = 0; i < pages->len; i += 2)
    g_ptr_array_insert (pages, (int) i + 1, part_page (pages->pdata[i]));
}
