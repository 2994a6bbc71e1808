/* app/read/pdf/level.c — pieces of lines, and the columns that they stand in. */

#include "app/read/pdf/level.h"

#include <math.h>

/* In em: a gap that parts pieces, and one that does so between columns.  What typesets
 * Chinese leaves up to a third around Latin letters. */
#define GAP_PIECE       0.45
#define GAP_PIECE_WORD  0.7 /* … beside letters and digits */
#define GAP_COLUMN      0.12
#define GAP_COLUMN_WORD 0.4
#define SAME_EDGE       0.05 /* what begins as near to the edge of a column stands in it */

#define MAX_RIVERS 60
#define MAX_PIECES 100 /* of a line; a table has fewer */

static const PdfGlyph *
glyphs_of (const PdfLevel *level)
{
  return (const PdfGlyph *) (const void *) level->line->glyphs->data;
}

/* Whether the gap between two characters is as wide as one that parts Chinese, or what
 * stands beside letters and digits. */
static gboolean
is_gap (const PdfGlyph *left, const PdfGlyph *right, double chinese, double words)
{
  double least = pdf_is_word (left->c) || pdf_is_word (right->c) ? words : chinese;

  return right->box.x0 - left->box.x1 > least;
}

static PdfPiece
piece_of (const PdfLevel *level, guint from, guint n)
{
  const PdfGlyph *glyphs = glyphs_of (level) + from;
  PdfPiece        piece = { .x0 = glyphs[0].box.x0,
                            .x1 = glyphs[n - 1].box.x1,
                            .unit = pdf_glyphs_unit (glyphs, n),
                            .from = from,
                            .n = n };

  for (guint i = 0; i < n; i++)
    piece.y += (glyphs[i].box.y0 + glyphs[i].box.y1) / 2 / n;
  piece.y -= (level->line->box.y0 + level->line->box.y1) / 2;
  return piece;
}

PdfLevel *
pdf_level_new (const PdfLine *line, guint page)
{
  PdfLevel       *level = g_new0 (PdfLevel, 1);
  const PdfGlyph *glyphs;
  guint           from = 0;

  level->line = line;
  level->em = line->em;
  level->page = page;
  level->y = (line->box.y0 + line->box.y1) / 2;
  level->pieces = g_array_new (FALSE, FALSE, sizeof (PdfPiece));
  glyphs = glyphs_of (level);
  for (guint i = 1; i <= line->glyphs->len; i++)
    if (i == line->glyphs->len ||
        (level->pieces->len + 1 < MAX_PIECES &&
         is_gap (&glyphs[i - 1], &glyphs[i], GAP_PIECE * line->em,
                 GAP_PIECE_WORD * line->em)))
      {
        PdfPiece piece = piece_of (level, from, i - from);

        g_array_append_val (level->pieces, piece);
        from = i;
      }
  return level;
}

void
pdf_level_free (PdfLevel *level)
{
  g_array_unref (level->pieces);
  g_free (level);
}

static int
by_low (gconstpointer a, gconstpointer b)
{
  const PdfRiver *left = a, *right = b;

  return left->low < right->low ? -1 : left->low > right->low;
}

static GArray *
find_gaps (const GPtrArray *levels, guint first, guint behind)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (PdfRiver));

  for (guint i = first; i < behind; i++)
    {
      const GArray *pieces = ((PdfLevel *) levels->pdata[i])->pieces;

      for (guint j = 1; j < pieces->len; j++)
        {
          PdfRiver gap = { g_array_index (pieces, PdfPiece, j - 1).x1,
                           g_array_index (pieces, PdfPiece, j).x0 };

          g_array_append_val (gaps, gap);
        }
    }
  return gaps;
}

static int
by_value (gconstpointer a, gconstpointer b)
{
  const double *left = a, *right = b;

  return *left < *right ? -1 : *left > *right;
}

/* The part that most of the gaps, which are sorted, have in common: it begins with one
 * of them. */
static PdfRiver
most_common (const GArray *gaps)
{
  g_autoptr (GArray) highs = g_array_new (FALSE, FALSE, sizeof (double));
  PdfRiver best = { 0, INFINITY };
  guint    most = 0, last = 0, closed = 0;

  for (guint i = 0; i < gaps->len; i++)
    g_array_append_val (highs, g_array_index (gaps, PdfRiver, i).high);
  g_array_sort (highs, by_value);
  for (guint i = 0; i < gaps->len; i++)
    {
      double low = g_array_index (gaps, PdfRiver, i).low;

      while (closed < highs->len && g_array_index (highs, double, closed) <= low)
        closed++;
      if (i + 1 - MIN (closed, i) <= most)
        continue;
      most = i + 1 - MIN (closed, i);
      best.low = low;
      last = i;
    }
  for (guint i = 0; i <= last; i++)
    if (g_array_index (gaps, PdfRiver, i).high > best.low)
      best.high = MIN (best.high, g_array_index (gaps, PdfRiver, i).high);
  return best;
}

/* Parts the pieces that stand across a river where they have a gap in it. */
static void
part_pieces (PdfLevel *level, const PdfRiver *river)
{
  const PdfGlyph *glyphs = glyphs_of (level);
  double          reach = level->em / 2;

  for (guint i = 0; i < level->pieces->len && level->pieces->len < MAX_PIECES; i++)
    {
      PdfPiece piece = g_array_index (level->pieces, PdfPiece, i);

      if (piece.x0 >= river->high || piece.x1 <= river->low)
        continue;
      for (guint j = piece.from + 1; j < piece.from + piece.n; j++)
        {
          double   high = glyphs[j].box.x0;
          gboolean is_at_edge =
              glyphs[j].begins && fabs (high - river->high) < SAME_EDGE * level->em;

          if (!is_gap (&glyphs[j - 1], &glyphs[j], GAP_COLUMN * level->em,
                       (is_at_edge ? GAP_COLUMN : GAP_COLUMN_WORD) * level->em) ||
              high < river->low - reach || fabs (high - river->high) > reach)
            continue;
          g_array_index (level->pieces, PdfPiece, i) =
              piece_of (level, piece.from, j - piece.from);
          piece = piece_of (level, j, piece.from + piece.n - j);
          g_array_insert_val (level->pieces, i + 1, piece);
          break;
        }
    }
}

/* Where words reach into a river from one side, it is no wider. */
static void
narrow_river (PdfRiver *river, const GPtrArray *levels, guint first, guint behind)
{
  PdfRiver narrow = *river;

  for (guint i = first; i < behind; i++)
    {
      const GArray *pieces = ((PdfLevel *) levels->pdata[i])->pieces;

      for (guint j = 0; j < pieces->len; j++)
        {
          const PdfPiece *piece = &g_array_index (pieces, PdfPiece, j);

          if (piece->x0 < river->low && piece->x1 <= river->high)
            narrow.low = MAX (narrow.low, piece->x1);
          if (piece->x1 > river->high && piece->x0 >= river->low)
            narrow.high = MIN (narrow.high, piece->x0);
        }
    }
  if (narrow.low <= narrow.high)
    *river = narrow;
}

/* The columns that a piece covers: what sticks out a little does not stand there. */
static void
place_piece (PdfPiece *piece, const GArray *rivers, double em)
{
  piece->first = 0;
  while (piece->first < rivers->len)
    {
      const PdfRiver *river = &g_array_index (rivers, PdfRiver, piece->first);

      if (piece->x0 < (river->low + river->high) / 2)
        break;
      piece->first++;
    }
  piece->behind = piece->first + 1;
  while (piece->behind <= rivers->len &&
         piece->x1 > g_array_index (rivers, PdfRiver, piece->behind - 1).high + em / 4)
    piece->behind++;
}

GArray *
pdf_rivers_find (const GPtrArray *levels, guint first, guint behind)
{
  GArray *rivers = g_array_new (FALSE, FALSE, sizeof (PdfRiver));
  g_autoptr (GArray) gaps = find_gaps (levels, first, behind);

  g_array_sort (gaps, by_low);
  while (gaps->len > 0 && rivers->len < MAX_RIVERS)
    {
      PdfRiver river = most_common (gaps);
      guint    kept = 0;

      for (guint i = 0; i < gaps->len; i++)
        {
          PdfRiver gap = g_array_index (gaps, PdfRiver, i);

          if (gap.low > river.low || gap.high < river.high)
            g_array_index (gaps, PdfRiver, kept++) = gap;
        }
      g_array_set_size (gaps, kept);
      g_array_append_val (rivers, river);
    }
  g_array_sort (rivers, by_low);
  for (guint r = 0; r < rivers->len; r++)
    for (guint i = first; i < behind; i++)
      part_pieces (levels->pdata[i], &g_array_index (rivers, PdfRiver, r));
  for (guint r = 0; r < rivers->len; r++)
    narrow_river (&g_array_index (rivers, PdfRiver, r), levels, first, behind);
  for (guint i = first; i < behind; i++)
    {
      PdfLevel *level = levels->pdata[i];

      for (guint j = 0; j < level->pieces->len; j++)
        place_piece (&g_array_index (level->pieces, PdfPiece, j), rivers, level->em);
    }
  return rivers;
}
