/* app/read/pdf/page.c — pages from the helper's records, none of which is believed. */

#include "app/read/pdf/page.h"

#include "app/read/pdf/record.h"
#include "app/read/pdf/spread.h"

#include <math.h>
#include <string.h>

#define EDGE 2.0 /* points: how exactly it is known where a page is cut off */
/* The share of a page of an image that is the page itself: with no text on it, and with
 * no more than what a scanner stamps there. */
#define PICTURE 0.4
#define WHOLE   0.8

#define ENOUGH  50   /* letters to tell by whether a page can be read */
#define STRANGE 0.15 /* the share of letters that no text has, or more */
#define FEW     20   /* letters that are written over a drawing */

/* Times the mean width of Chinese characters. */
#define LARGE       2.2  /* letters of a watermark */
#define TINY        0.25 /* Chinese characters that nobody can read */
#define TINY_NARROW 0.1  /* … and others */

static void
page_free (gpointer data)
{
  PdfPage *page = data;

  g_array_unref (page->glyphs);
  g_array_unref (page->rules);
  g_array_unref (page->clips);
  g_free (page);
}

PdfPage *
pdf_page_new (guint number, double width, double height)
{
  PdfPage *page = g_new0 (PdfPage, 1);
  PdfBox   whole = { 0, 0, width, height };

  page->number = number;
  page->width = width;
  page->height = height;
  page->glyphs = g_array_new (FALSE, FALSE, sizeof (PdfGlyph));
  page->rules = g_array_new (FALSE, FALSE, sizeof (PdfBox));
  page->clips = g_array_new (FALSE, FALSE, sizeof (PdfBox));
  g_array_append_val (page->clips, whole);
  return page;
}

/* Numbers that can be reckoned with. */
static gboolean
is_sane (const PdfRecord *record)
{
  const float values[] = { record->x0, record->y0, record->x1, record->y1 };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    if (!isfinite (values[i]) || fabsf (values[i]) > 1e6f)
      return FALSE;
  return TRUE;
}

static PdfBox
box_of (const PdfRecord *record)
{
  return (PdfBox){ MIN (record->x0, record->x1), MIN (record->y0, record->y1),
                   MAX (record->x0, record->x1), MAX (record->y0, record->y1) };
}

/* The nearest place to a point that is inside of an edge on both sides. */
static double
inside (double point, double low, double high)
{
  double edge = MIN (EDGE, (high - low) / 4);

  return CLAMP (point, low + edge, high - edge);
}

static void
add_glyph (PdfPage *page, const PdfBox *box, guint value)
{
  gunichar      c = value & ~PDF_RECORD_BEGINS;
  const PdfBox *clip = &g_array_index (page->clips, PdfBox, page->clips->len - 1);
  PdfGlyph      glyph = { .box = *box,
                          .x = inside ((box->x0 + box->x1) / 2, clip->x0, clip->x1),
                          .y = inside ((box->y0 + box->y1) / 2, clip->y0, clip->y1),
                          .c = c,
                          .order = page->glyphs->len,
                          .begins = (value & PDF_RECORD_BEGINS) != 0,
                          .clip = page->clips->len - 1 };

  if (g_unichar_validate (c) && c > ' ')
    g_array_append_val (page->glyphs, glyph);
}

static void
add_to_page (PdfPage *page, const PdfRecord *record)
{
  PdfBox box = box_of (record);
  double area = page->width * page->height;

  if (record->kind == PDF_RECORD_GLYPH)
    add_glyph (page, &box, record->value);
  else if (record->kind == PDF_RECORD_CLIP)
    g_array_append_val (page->clips, box);
  else if (record->kind == PDF_RECORD_MUTE)
    page->mute = record->value;
  else if (record->kind == PDF_RECORD_SHAPE)
    page->shapes = record->value;
  else if (record->kind == PDF_RECORD_RULE)
    g_array_append_val (page->rules, box);
  else if (record->kind == PDF_RECORD_IMAGE && area > 0)
    page->images += (box.x1 - box.x0) * (box.y1 - box.y0) / area;
}

static double
width_of (const PdfGlyph *glyph)
{
  return glyph->box.x1 - glyph->box.x0;
}

/* The mean width of Chinese characters; fonts say of themselves how high they are, some
 * far too much. */
static double
mean_width (const GPtrArray *pages)
{
  double sum = 0;
  guint  n = 0;

  for (guint i = 0; i < pages->len; i++)
    {
      const GArray *glyphs = ((PdfPage *) pages->pdata[i])->glyphs;

      for (guint j = 0; j < glyphs->len; j++)
        {
          const PdfGlyph *glyph = &g_array_index (glyphs, PdfGlyph, j);

          sum += g_unichar_iswide (glyph->c) ? width_of (glyph) : 0;
          n += g_unichar_iswide (glyph->c);
        }
    }
  return n > 0 ? sum / n : 0;
}

/* A character and its place, as a key. */
static char *
place_of (const PdfGlyph *glyph)
{
  return g_strdup_printf ("%u@%.0f,%.0f", glyph->c, glyph->box.x0 / 4,
                          glyph->box.y0 / 4);
}

/* How often each large character stands at its place. */
static GHashTable *
count_large (const GPtrArray *pages, double least)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < pages->len; i++)
    {
      const GArray *glyphs = ((PdfPage *) pages->pdata[i])->glyphs;

      for (guint j = 0; j < glyphs->len; j++)
        {
          const PdfGlyph *glyph = &g_array_index (glyphs, PdfGlyph, j);
          char           *key;
          guint           n;

          if (width_of (glyph) < least)
            continue;
          key = place_of (glyph);
          n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));
          g_hash_table_insert (counts, key, GUINT_TO_POINTER (n + 1));
        }
    }
  return counts;
}

static gboolean
is_tiny (const PdfGlyph *glyph, double mean)
{
  return width_of (glyph) < mean * (g_unichar_iswide (glyph->c) ? TINY : TINY_NARROW);
}

/* Takes out what nobody is to read: the letters of a watermark, large ones that stand
 * at the same place of at least half of the pages, and tiny ones. */
static void
drop_unread (GPtrArray *pages)
{
  double mean = mean_width (pages), least = LARGE * mean;
  g_autoptr (GHashTable) counts = count_large (pages, least);

  for (guint i = 0; i < pages->len; i++)
    {
      GArray *glyphs = ((PdfPage *) pages->pdata[i])->glyphs;
      guint   kept = 0;

      for (guint j = 0; j < glyphs->len; j++)
        {
          PdfGlyph         glyph = g_array_index (glyphs, PdfGlyph, j);
          g_autofree char *key = width_of (&glyph) < least ? NULL : place_of (&glyph);
          guint            n =
              key != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) : 0;

          if ((n < 2 || n * 2 < pages->len) && !is_tiny (&glyph, mean))
            g_array_index (glyphs, PdfGlyph, kept++) = glyph;
        }
      g_array_set_size (glyphs, kept);
    }
}

GPtrArray *
pdf_pages_decode (GBytes *records)
{
  gsize       size;
  const char *data = g_bytes_get_data (records, &size);
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (page_free);

  for (; size >= sizeof (PdfRecord);
       data += sizeof (PdfRecord), size -= sizeof (PdfRecord))
    {
      PdfRecord record;

      memcpy (&record, data, sizeof record);
      if (record.kind == PDF_RECORD_END)
        {
          if (record.value != pages->len)
            return NULL;
          drop_unread (pages);
          pdf_pages_part (pages);
          return g_steal_pointer (&pages);
        }
      if (!is_sane (&record))
        continue;
      if (record.kind == PDF_RECORD_PAGE)
        g_ptr_array_add (pages, pdf_page_new (record.value, record.x1, record.y1));
      else if (pages->len > 0)
        add_to_page (pages->pdata[pages->len - 1], &record);
    }
  return NULL;
}

/* Whether a character is none that a Chinese text is written with: codes that are no
 * characters look like any letter of any script. */
static gboolean
is_strange (gunichar c)
{
  static const struct {
    gunichar first, last;
  } usual[] = {
    { 0x20, 0x7E },       { 0xA0, 0xBF },       { 0xD7, 0xD7 },     { 0xF7, 0xF7 },
    { 0x391, 0x3C9 },     { 0x2000, 0x27BF },   { 0x2E80, 0x4DBF }, { 0x4E00, 0x9FFF },
    { 0xF0A0, 0xF0FF },   { 0xF900, 0xFAFF },   { 0xFE30, 0xFE4F }, { 0xFF00, 0xFFEF },
    { 0x1F100, 0x1F2FF }, { 0x20000, 0x3FFFF },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (usual); i++)
    if (c >= usual[i].first && c <= usual[i].last)
      return FALSE;
  return TRUE;
}

PdfTrouble
pdf_page_trouble (const PdfPage *page)
{
  guint letters = page->glyphs->len + page->mute, strange = page->mute;

  for (guint i = 0; i < page->glyphs->len; i++)
    strange += is_strange (g_array_index (page->glyphs, PdfGlyph, i).c);
  if (letters >= ENOUGH && strange > STRANGE * letters)
    return PDF_UNKNOWN;
  if (page->images >= (page->glyphs->len == 0 ? PICTURE : WHOLE))
    return PDF_SCANNED;
  return page->glyphs->len < FEW && page->shapes >= ENOUGH ? PDF_DRAWN : PDF_READABLE;
}
