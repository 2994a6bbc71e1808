/* app/read/pdf/blocks.c — pages become blocks: tables and paragraphs as they follow
 * each other, over the ends of pages. */

#include "app/read/limits.h"
#include "app/read/pdf.h"
#include "app/read/pdf/aligned.h"
#include "app/read/pdf/body.h"
#include "app/read/pdf/overhang.h"
#include "app/read/pdf/sheet.h"

#include <math.h>
#include <string.h>

/* How far the middle of a character may stand outside of the table that it belongs to,
 * in its width: a page break may cut a line of text that sticks out of its row. */
#define REACH 0.45

#define HIDDEN 1.0 /* points: how far from where it can be seen a character stands */

#define ENOUGH_LINES 10  /* to know the edges of a text by */
#define SAME_SIZE    1.0 /* points: from one page to another */

typedef struct {
  GPtrArray *tables;    /* PdfTable * */
  GPtrArray *of_tables; /* GArray of PdfGlyph: what stands in each */
} Layout;

typedef struct {
  GPtrArray     *blocks;
  PdfMeasure     measure;
  GString       *paragraph; /* that is open; NULL when none is */
  guint          paragraph_page;
  const PdfLine *last; /* the line it ends with */
  guint          last_page;
  PdfSheet      *sheet; /* that is open; NULL when none is */
  double         sheet_bottom;
  Limits         limits;
} Assembly;

/* Each character goes to the smallest table it stands in, or to the running text. */
static GArray *
give_glyphs (const PdfPage *page, const GPtrArray *tables, GPtrArray *of_tables)
{
  GArray *outside = g_array_new (FALSE, FALSE, sizeof (PdfGlyph));

  for (guint i = 0; i < page->glyphs->len; i++)
    {
      const PdfGlyph *glyph = &g_array_index (page->glyphs, PdfGlyph, i);
      double          smallest = 0;
      double          reach = REACH * (glyph->box.x1 - glyph->box.x0);
      GArray         *owner = outside;

      for (guint j = 0; j < tables->len; j++)
        {
          const PdfBox *box = &((PdfTable *) tables->pdata[j])->box;
          double        area = (box->x1 - box->x0) * (box->y1 - box->y0);
          double        at = CLAMP (glyph->y, box->y0, box->y1 - 1e-3);

          if (fabs (at - glyph->y) <= reach && pdf_box_has (box, glyph->x, at) &&
              (owner == outside || area < smallest))
            {
              owner = of_tables->pdata[j];
              smallest = area;
            }
        }
      g_array_append_vals (owner, glyph, 1);
    }
  return outside;
}

static void
close_paragraph (Assembly *a)
{
  Block *block;

  if (a->paragraph == NULL)
    return;
  block = block_new_paragraph (a->paragraph->str, 0);
  block->page = a->paragraph_page;
  g_ptr_array_add (a->blocks, block);
  g_string_free (a->paragraph, TRUE);
  a->paragraph = NULL;
}

static void
close_sheet (Assembly *a)
{
  if (a->sheet == NULL)
    return;
  limits_take_table (&a->limits, a->sheet->block);
  g_ptr_array_add (a->blocks, g_steal_pointer (&a->sheet->block));
  g_clear_pointer (&a->sheet, pdf_sheet_free);
}

/* The text without the dot that a list puts in front of it. */
static const char *
without_bullet (const char *text)
{
  static const char *const bullets[] = { "•", "●", "▪", "■", "◆", "\xEF\x82\xB7" };

  for (gsize i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (text, bullets[i]))
      {
        text += strlen (bullets[i]);
        while (*text == ' ')
          text++;
        break;
      }
  return text;
}

static void
add_line (Assembly *a, const PdfLine *line, guint page)
{
  limits_take (&a->limits, 1, strlen (line->text));
  close_sheet (a);
  if (a->paragraph == NULL ||
      !pdf_body_goes_on (&a->measure, a->last, line, a->last_page == page))
    {
      close_paragraph (a);
      a->paragraph = g_string_new (NULL);
      a->paragraph_page = page;
      pdf_line_continue (a->paragraph, without_bullet (line->text));
    }
  else
    pdf_line_continue (a->paragraph, line->text);
  a->last = line;
  a->last_page = page;
}

/* A table goes on on the next page when it has the same columns, and the page cut its
 * cells or its next row would not have fitted on the page before. */
static gboolean
goes_on (const Assembly *a, PdfSheet *next)
{
  return a->sheet != NULL && a->paragraph == NULL &&
         pdf_sheet_matches (a->sheet, next) &&
         (pdf_sheet_is_cut (a->sheet, next) ||
          a->measure.bottom - a->sheet_bottom <
              pdf_sheet_need (a->sheet, next) + PDF_NEAR);
}

static void
add_table (Assembly *a, const PdfTable *table, const GArray *glyphs, guint page)
{
  PdfSheet *sheet = pdf_sheet_new (table, glyphs, page);

  limits_take (&a->limits, sheet->block->cells->len, glyphs->len * 3);
  close_paragraph (a);
  if (a->sheet != NULL && a->last_page != page && goes_on (a, sheet))
    pdf_sheet_continue (a->sheet, sheet);
  else
    {
      close_sheet (a);
      a->sheet = sheet;
    }
  a->sheet_bottom = table->box.y1;
  a->last_page = page;
}

static void
add_picture (Assembly *a, guint number, PdfTrouble trouble)
{
  static const char *const words[] = {
    [PDF_SCANNED] = "是扫描图像，没有文字可读",
    [PDF_DRAWN] = "的文字画成了图形，没有文字可读",
    [PDF_UNKNOWN] = "的文字没有编码，读不出是什么字",
  };
  Block *block = block_new_paragraph ("", 0);

  close_paragraph (a);
  close_sheet (a);
  g_free (block->text);
  block->kind = BLOCK_PICTURE;
  block->text = g_strdup_printf ("第 %u 页%s", number, words[trouble]);
  block->page = number;
  g_ptr_array_add (a->blocks, block);
}

static void
add_aligned (Assembly *a, PdfAligned *aligned)
{
  close_paragraph (a);
  close_sheet (a);
  for (guint i = 0; i < aligned->block->cells->len; i++)
    limits_take (&a->limits, 1,
                 strlen (((BlockCell *) aligned->block->cells->pdata[i])->text));
  limits_take_table (&a->limits, aligned->block);
  g_ptr_array_add (a->blocks, g_steal_pointer (&aligned->block));
}

/* What stands on a page, from the top.  aligned: PdfAligned *, those that begin on it.
 */
static void
add_page (Assembly *a, const PdfPage *page, const Layout *layout,
          const GPtrArray *lines, const GPtrArray *aligned)
{
  PdfTrouble trouble = pdf_page_trouble (page);
  guint      table = 0, line = 0, next = 0;

  if (trouble != PDF_READABLE)
    add_picture (a, page->number, trouble);
  for (;;)
    {
      const PdfTable *t =
          table < layout->tables->len ? layout->tables->pdata[table] : NULL;
      const PdfLine *l = line < lines->len ? lines->pdata[line] : NULL;
      PdfAligned    *c = next < aligned->len ? aligned->pdata[next] : NULL;
      double         top = t != NULL ? t->box.y0 : INFINITY;

      if (c != NULL && c->top <= MIN (top, l != NULL ? l->box.y0 : INFINITY))
        {
          add_aligned (a, c);
          next++;
        }
      else if (l != NULL && l->box.y0 <= top)
        {
          add_line (a, l, page->number);
          line++;
        }
      else if (t != NULL)
        add_table (a, t, layout->of_tables->pdata[table++], page->number);
      else
        break;
    }
}

static void
layout_free (gpointer data)
{
  Layout *layout = data;

  g_ptr_array_unref (layout->tables);
  g_ptr_array_unref (layout->of_tables);
  g_free (layout);
}

/* The middle of a line; where that is cut off, the nearest place that is not. */
static double
seen_at (const PdfLine *line)
{
  double sum = 0;

  for (guint i = 0; i < line->glyphs->len; i++)
    sum += g_array_index (line->glyphs, PdfGlyph, i).y;
  return sum / line->glyphs->len;
}

static int
by_top (gconstpointer a, gconstpointer b)
{
  double apart = seen_at (*(PdfLine *const *) a) - seen_at (*(PdfLine *const *) b);

  return apart < 0 ? -1 : apart > 0;
}

/* Lines of characters, from the top.  Those that are cut off may stand where others
 * do. */
static GPtrArray *
lines_of (const GArray *glyphs)
{
  GPtrArray *lines = pdf_lines_new ();
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (PdfGlyph));
  g_autoptr (GArray) hidden = g_array_new (FALSE, FALSE, sizeof (PdfGlyph));

  for (guint i = 0; i < glyphs->len; i++)
    {
      const PdfGlyph *glyph = &g_array_index (glyphs, PdfGlyph, i);
      gboolean        is_hidden =
          fabs (glyph->y - (glyph->box.y0 + glyph->box.y1) / 2) > HIDDEN;

      if (is_hidden && hidden->len > 0 &&
          g_array_index (hidden, PdfGlyph, 0).clip != glyph->clip)
        {
          pdf_lines_add (lines, hidden);
          g_array_set_size (hidden, 0);
        }
      g_array_append_vals (is_hidden ? hidden : seen, glyph, 1);
    }
  pdf_lines_add (lines, hidden);
  pdf_lines_add (lines, seen);
  g_ptr_array_sort (lines, by_top);
  return lines;
}

static Layout *
layout_new (const PdfPage *page, GPtrArray **lines)
{
  Layout    *layout = g_new0 (Layout, 1);
  PdfTrouble trouble = pdf_page_trouble (page);
  g_autoptr (GArray) outside = NULL;

  layout->tables = trouble == PDF_UNKNOWN || trouble == PDF_DRAWN
                       ? g_ptr_array_new ()
                       : pdf_tables_find (page);
  layout->of_tables = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < layout->tables->len; i++)
    {
      pdf_overhang_mend (page->glyphs, layout->tables->pdata[i]);
      g_ptr_array_add (layout->of_tables,
                       g_array_new (FALSE, FALSE, sizeof (PdfGlyph)));
    }
  outside = trouble == PDF_UNKNOWN
                ? g_array_new (FALSE, FALSE, sizeof (PdfGlyph))
                : give_glyphs (page, layout->tables, layout->of_tables);
  *lines = lines_of (outside);
  return layout;
}

/* Which pages show the edges of the text: those without tables, where they have enough
 * of it. */
static gboolean *
find_text_pages (const GPtrArray *layouts, const GPtrArray *lines)
{
  gboolean *is_text = g_new (gboolean, layouts->len + 1);
  guint     n = 0;

  for (guint i = 0; i < layouts->len; i++)
    {
      is_text[i] = ((const Layout *) layouts->pdata[i])->tables->len == 0;
      n += is_text[i] ? ((const GPtrArray *) lines->pdata[i])->len : 0;
    }
  for (guint i = 0; i < layouts->len && n < ENOUGH_LINES; i++)
    is_text[i] = TRUE;
  return is_text;
}

static gboolean
are_as_large (const PdfPage *page, const PdfPage *other)
{
  return fabs (page->width - other->width) < SAME_SIZE &&
         fabs (page->height - other->height) < SAME_SIZE;
}

/* Where the text of a page stands, by those that are as large: tables may lie across
 * pages of their own. */
static PdfMeasure
measure_like (const PdfPage *page, const GPtrArray *pages, const GPtrArray *layouts,
              const GPtrArray *lines)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  g_autoptr (GPtrArray) own_layouts = g_ptr_array_new ();
  g_autoptr (GPtrArray) own_lines = g_ptr_array_new ();
  g_autofree gboolean *is_text = NULL;
  PdfMeasure           measure;

  for (guint i = 0; i < pages->len; i++)
    if (are_as_large (page, pages->pdata[i]))
      {
        g_ptr_array_add (own, pages->pdata[i]);
        g_ptr_array_add (own_layouts, layouts->pdata[i]);
        g_ptr_array_add (own_lines, lines->pdata[i]);
      }
  is_text = find_text_pages (own_layouts, own_lines);
  measure = pdf_body_measure (own_lines, own, is_text);
  for (guint i = 0; i < own->len; i++)
    {
      const GPtrArray *tables = ((const Layout *) own_layouts->pdata[i])->tables;

      for (guint j = 0; j < tables->len; j++)
        measure.bottom = MAX (measure.bottom, ((PdfTable *) tables->pdata[j])->box.y1);
    }
  return measure;
}

/* For each page where its text stands. */
static GArray *
measure_pages (const GPtrArray *pages, const GPtrArray *layouts, const GPtrArray *lines)
{
  GArray *measures = g_array_new (FALSE, FALSE, sizeof (PdfMeasure));

  for (guint i = 0; i < pages->len; i++)
    {
      PdfMeasure measure;
      guint      like = 0;

      while (like < i && !are_as_large (pages->pdata[like], pages->pdata[i]))
        like++;
      measure = like < i ? g_array_index (measures, PdfMeasure, like)
                         : measure_like (pages->pdata[i], pages, layouts, lines);
      g_array_append_val (measures, measure);
    }
  return measures;
}

GPtrArray *
pdf_blocks (const GPtrArray *pages, const char *name, GError **error)
{
  g_autoptr (GPtrArray) blocks = block_array_new ();
  g_autoptr (GPtrArray) layouts = g_ptr_array_new_with_free_func (layout_free);
  g_autoptr (GPtrArray) lines =
      g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) tables = g_ptr_array_new ();
  g_autoptr (GPtrArray) aligned = NULL;
  g_autoptr (GArray) measures = NULL;
  Assembly a = { .blocks = blocks };

  for (guint i = 0; i < pages->len; i++)
    {
      GPtrArray *of_page;

      g_ptr_array_add (layouts, layout_new (pages->pdata[i], &of_page));
      g_ptr_array_add (tables, ((Layout *) layouts->pdata[i])->tables);
      g_ptr_array_add (lines, of_page);
    }
  pdf_body_drop_furniture (lines, pages);
  aligned = pdf_aligned_find (lines, pages, tables);
  measures = measure_pages (pages, layouts, lines);
  for (guint i = 0; i < pages->len; i++)
    {
      a.measure = g_array_index (measures, PdfMeasure, i);
      add_page (&a, pages->pdata[i], layouts->pdata[i], lines->pdata[i],
                aligned->pdata[i]);
    }
  close_paragraph (&a);
  close_sheet (&a);
  return limits_check (&a.limits, name, error) ? g_steal_pointer (&blocks) : NULL;
}
