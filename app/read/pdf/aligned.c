/* app/read/pdf/aligned.c — which lines of the pages are a table without lines. */

#include "app/read/pdf/aligned.h"

#include "app/read/pattern.h"
#include "app/read/pdf/column.h"
#include "app/read/pdf/grid.h"
#include "app/read/pdf/ruling.h"

#include <math.h>

/* In em. */
#define GAP       1.0  /* between words of two cells */
#define SAME_EDGE 0.35 /* edges nearer to each other are one */
#define NEXT_LINE 1.9  /* to a line that may go on with a cell, at most */
#define OVERLAP   0.9  /* lines nearer to each other stand in one row */
#define PAGE_STEP 1.6  /* over the end of a page */

#define NEAR_LINES 4 /* that a line of a table may be like */

/* A table has so many lines of so many pieces. */
#define ENOUGH_LINES  2
#define ENOUGH_PIECES 3

typedef struct {
  PdfDrawn  *drawn;  /* whose levels they are; NULL when they are lines of the pages */
  GPtrArray *levels; /* PdfLevel *, of all pages */
  GArray    *breaks; /* gboolean: something stands between it and the one before */
  GArray    *places; /* guint: the page, counted from 0 */
} Text;

static void
aligned_free (gpointer data)
{
  PdfAligned *aligned = data;

  block_free (aligned->block);
  g_free (aligned);
}

static const PdfPiece *
piece_at (const PdfLevel *level, guint i)
{
  return &g_array_index (level->pieces, PdfPiece, i);
}

/* Whether a line is that of a title and its page. */
static gboolean
is_entry (const PdfLevel *level)
{
  return level->pieces->len == 2 &&
         pattern_match ("(?:[\\t ]|[.…·]{3})\\s*\\d{1,4}$", level->line->text);
}

/* Whether words of two cells stand side by side. */
static gboolean
is_multi (const PdfLevel *level)
{
  double widest = 0;

  for (guint i = 1; i < level->pieces->len; i++)
    widest = MAX (widest, piece_at (level, i)->x0 - piece_at (level, i - 1)->x1);
  return widest > GAP * level->em && !is_entry (level);
}

/* How many tables with lines begin on a page above a line. */
static guint
count_tables (const GPtrArray *tables, double y)
{
  guint n = 0;

  while (n < tables->len && ((PdfTable *) tables->pdata[n])->box.y0 < y)
    n++;
  return n;
}

/* Whether a line is drawn between two levels of a page. */
static gboolean
is_ruled (const PdfPage *page, const PdfLevel *above, const PdfLevel *level)
{
  double top = (above->line->box.y0 + above->line->box.y1) / 2;
  double end = (level->line->box.y0 + level->line->box.y1) / 2;

  for (guint i = 0; i < page->rules->len; i++)
    {
      const PdfBox *rule = &g_array_index (page->rules, PdfBox, i);

      if (rule->y0 > top && rule->y1 < end && rule->y1 - rule->y0 < PDF_NEAR &&
          rule->x1 - rule->x0 > level->em && rule->x0 < level->line->box.x1 &&
          rule->x1 > level->line->box.x0)
        return TRUE;
    }
  return FALSE;
}

static void
read_page (Text *text, guint place, const PdfPage *page, const GPtrArray *lines,
           const GPtrArray *tables, gboolean *is_open)
{
  const GPtrArray *drawn =
      text->drawn != NULL ? pdf_drawn_levels (text->drawn)->pdata[place] : NULL;
  guint           of_page = drawn != NULL ? drawn->len : lines->len;
  const PdfLevel *above = NULL;
  guint           n = 0;

  for (guint i = 0; i < of_page; i++)
    {
      PdfLevel       *level = drawn != NULL ? drawn->pdata[i]
                                            : pdf_level_new (lines->pdata[i], page->number);
      guint           tables_above = count_tables (tables, level->line->box.y0);
      gboolean        is_break = !*is_open || tables_above > n;
      const PdfLevel *last =
          text->levels->len > 0 ? text->levels->pdata[text->levels->len - 1] : NULL;

      if (above != NULL)
        {
          level->is_ruled = is_ruled (page, above, level);
          level->y = last->y + (level->line->box.y0 + level->line->box.y1 -
                                above->line->box.y0 - above->line->box.y1) /
                                   2;
        }
      else if (last != NULL)
        level->y = last->y + PAGE_STEP * level->em;
      g_ptr_array_add (text->levels, level);
      g_array_append_val (text->breaks, is_break);
      g_array_append_val (text->places, place);
      above = level;
      n = tables_above;
      *is_open = TRUE;
    }
  if (tables->len > n)
    *is_open = FALSE;
}

/* Whether a single piece stands in a column of a line with several: in its first one,
 * or behind that. */
static gboolean
stands_below (const PdfLevel *level, const PdfLevel *multi)
{
  const PdfPiece *piece = piece_at (level, 0);

  return piece->x0 >= piece_at (multi, 0)->x1 - SAME_EDGE * level->em ||
         piece->x1 <= piece_at (multi, 1)->x0;
}

/* Whether it begins, or has its middle, where a piece of the other line has. */
static gboolean
is_aligned (const PdfLevel *level, const PdfLevel *other)
{
  const PdfPiece *piece = piece_at (level, 0);

  for (guint i = 0; i < other->pieces->len; i++)
    {
      const PdfPiece *next = piece_at (other, i);

      if (fabs (next->x0 - piece->x0) < SAME_EDGE * level->em ||
          fabs (next->x0 + next->x1 - piece->x0 - piece->x1) < SAME_EDGE * level->em)
        return TRUE;
    }
  return FALSE;
}

static const PdfLevel *
level_at (const Text *text, guint i)
{
  return text->levels->pdata[i];
}

static gboolean
is_break (const Text *text, guint i)
{
  return g_array_index (text->breaks, gboolean, i);
}

static double
distance (const Text *text, guint above, guint below)
{
  return (level_at (text, below)->y - level_at (text, above)->y) /
         level_at (text, below)->em;
}

/* Over how many words of another line it stands. */
static guint
count_over (const PdfLevel *level, const PdfLevel *other)
{
  const PdfPiece *piece = piece_at (level, 0);
  guint           n = 0;

  for (guint i = 0; i < other->pieces->len; i++)
    n += piece_at (other, i)->x0 < piece->x1 && piece_at (other, i)->x1 > piece->x0;
  return n;
}

/* Whether a line in larger letters, or in the middle of the lines from first to last,
 * stands below a table as the heading of another. */
static gboolean
is_heading (const Text *text, guint first, guint last, guint i)
{
  const PdfLevel *level = level_at (text, i), *multi = level_at (text, last);
  const PdfPiece *piece = piece_at (level, 0);
  double          left = INFINITY, right = -INFINITY;

  if (level->em > 1.15 * multi->em)
    return TRUE;
  for (guint j = first; j <= last; j++)
    {
      const PdfLevel *other = level_at (text, j);

      left = MIN (left, piece_at (other, 0)->x0);
      right = MAX (right, piece_at (other, other->pieces->len - 1)->x1);
    }
  return fabs (left + right - piece->x0 - piece->x1) < level->em &&
         (!is_aligned (level, multi) || count_over (level, multi) > 1);
}

/* Whether a line that is no multi stands in the table between the lines last and next
 * that are. */
static gboolean
is_between (const Text *text, guint first, guint last, guint i, guint next)
{
  const PdfLevel *level = level_at (text, i);

  if (text->drawn != NULL && level->pieces->len > 1 && !is_entry (level))
    return TRUE;
  if (distance (text, i - 1, i) < OVERLAP || distance (text, i, i + 1) < OVERLAP)
    return TRUE;
  if (is_heading (text, first, last, i))
    return FALSE;
  if (stands_below (level, level_at (text, next)))
    return TRUE;
  for (guint j = last, n = 0; n < NEAR_LINES; j--)
    {
      if (is_multi (level_at (text, j)))
        {
          if (stands_below (level, level_at (text, j)))
            return TRUE;
          n++;
        }
      if (j == first)
        break;
    }
  return FALSE;
}

/* Where the table that begins with a line ends. */
static guint
find_end (const Text *text, guint first)
{
  guint last = first, i;

  for (;;)
    {
      guint next = last + 1;

      while (next < text->levels->len && !is_break (text, next) &&
             !is_multi (level_at (text, next)))
        next++;
      if (next >= text->levels->len || is_break (text, next))
        break;
      for (i = last + 1; i < next && is_between (text, first, last, i, next); i++)
        ;
      if (i < next)
        break;
      last = next;
    }
  for (i = last + 1; text->drawn == NULL && i < text->levels->len &&
                     !is_break (text, i) && !is_multi (level_at (text, i));
       i++)
    if (distance (text, i - 1, i) >= OVERLAP &&
        !(distance (text, i - 1, i) < NEXT_LINE &&
          is_aligned (level_at (text, i), level_at (text, i - 1)) &&
          stands_below (level_at (text, i), level_at (text, last))))
      break;
  return i;
}

/* Lines above the first multi that stand in its row. */
static guint
find_start (const Text *text, guint first, guint least)
{
  guint multi = first;

  while (first > least && !is_break (text, first) &&
         (distance (text, first - 1, first) < OVERLAP ||
          (distance (text, first - 1, first) < NEXT_LINE &&
           is_aligned (level_at (text, first - 1), level_at (text, first)) &&
           piece_at (level_at (text, first - 1), 0)->x0 >=
               piece_at (level_at (text, multi), 1)->x0 -
                   SAME_EDGE * level_at (text, multi)->em)))
    first--;
  return first;
}

static gboolean
is_table (const Text *text, guint first, guint behind)
{
  guint lines = 0;

  for (guint i = first; i < behind; i++)
    lines += is_multi (level_at (text, i)) &&
             level_at (text, i)->pieces->len >= ENOUGH_PIECES;
  return lines >= ENOUGH_LINES;
}

static PdfAligned *
aligned_new (const Text *text, guint first, guint behind)
{
  PdfAligned *aligned = g_new0 (PdfAligned, 1);

  aligned->top = level_at (text, first)->line->box.y0;
  aligned->block = text->drawn != NULL
                       ? pdf_drawn_to_table (text->drawn, text->levels, first, behind)
                       : pdf_levels_to_table (text->levels, first, behind);
  return aligned;
}

/* Takes the lines of a table out of those of the pages. */
static void
take_lines (const Text *text, guint first, guint behind, GPtrArray *lines_of_pages)
{
  for (guint i = first; i < behind; i++)
    g_ptr_array_remove (lines_of_pages->pdata[g_array_index (text->places, guint, i)],
                        (gpointer) level_at (text, i)->line);
}

GPtrArray *
pdf_aligned_find (GPtrArray *lines_of_pages, const GPtrArray *pages,
                  const GPtrArray *tables_of_pages)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (PdfDrawn) drawn = pdf_drawn_new (lines_of_pages, pages);
  g_autoptr (GPtrArray) levels = g_ptr_array_new_with_free_func (
      drawn != NULL ? NULL : (GDestroyNotify) pdf_level_free);
  g_autoptr (GArray) breaks = g_array_new (FALSE, FALSE, sizeof (gboolean));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  Text     text = { drawn, levels, breaks, places };
  gboolean is_open = FALSE;
  guint    least = 0;

  for (guint i = 0; i < pages->len; i++)
    {
      read_page (&text, i, pages->pdata[i], lines_of_pages->pdata[i],
                 tables_of_pages->pdata[i], &is_open);
      g_ptr_array_add (all, g_ptr_array_new_with_free_func (aligned_free));
    }
  for (guint i = 0; i < levels->len; i++)
    {
      guint end;

      if (!is_multi (level_at (&text, i)))
        continue;
      end = find_end (&text, i);
      if (is_table (&text, i, end))
        {
          guint first = drawn != NULL ? i : find_start (&text, i, least);

          g_ptr_array_add (all->pdata[g_array_index (places, guint, first)],
                           aligned_new (&text, first, end));
          if (drawn == NULL)
            take_lines (&text, first, end, lines_of_pages);
        }
      least = end;
      i = end - 1;
    }
  if (drawn != NULL)
    pdf_drawn_take_lines (drawn, lines_of_pages);
  return all;
}
