/* app/read/pdf/row.c — the rows of a table without lines.
 *
 * No single thing shows where a row ends: its cells have more or fewer lines, and stand
 * at its top, in its middle or at its foot.  So every way to part the levels into rows
 * has a price, for each thing that speaks against it, and the cheapest is taken.
 */

#include "app/read/pdf/level.h"

#include <math.h>

#define MAX_LEVELS 60 /* of a row */

/* Prices. */
#define ROW     0.5  /* of each row: fewer are likelier */
#define ROOM    2.0  /* two lines of a cell though the first had room for the second */
#define ENDED   1.0  /* … but it ended a sentence */
#define SIDE    0.15 /* two lines of a cell: each may be a cell */
#define LIKE    1.5  /* two lines that fill the same columns, most of them */
#define FAR     2.0  /* two lines of a cell with an empty one between them */
#define ACROSS  3.0  /* a line of a cell above two that stand side by side, or below */
#define WRAPPED 1.0  /* rows that part lines of which the first had no room */
#define OVERLAP 3.0  /* rows of which one begins beside the last line of the other */
#define MERGED  0.5  /* … where that may be the label of several rows */
#define LONE    2.0  /* a row of one label and nothing else */
#define SHORT                                                                         \
  1.0             /* less of ROOM for two lines of a label, which are often parted so \
                   */
#define RULED 2.0 /* rows with no line between them, where others have one */

#define LABELS      3   /* columns that may have cells merged over rows */
#define SHORT_WIDTH 2.5 /* em, of a line of a label */

/* A line of a cell and the next one in the same column. */
typedef struct {
  guint  above, below; /* levels */
  double together;     /* the price of their being in one row */
  double apart;        /* … in two */
} Pair;

typedef struct {
  const GPtrArray *levels;
  guint            first, n;
  const GArray    *rivers;
  double           left, right; /* of all pieces */
  double           pitch;       /* from line to line */
  GArray          *pairs;       /* Pair, by their lower level */
  double          *borders;     /* the price of a row's beginning at each level */
} Table;

static const PdfLevel *
level_at (const Table *table, guint i)
{
  return table->levels->pdata[table->first + i];
}

static int
by_value (gconstpointer a, gconstpointer b)
{
  const double *left = a, *right = b;

  return *left < *right ? -1 : *left > *right;
}

/* The smaller of the distances that occur between lines that do not overlap. */
static double
common_pitch (const Table *table)
{
  g_autoptr (GArray) pitches = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 1; i < table->n; i++)
    {
      double pitch = level_at (table, i)->y - level_at (table, i - 1)->y;

      if (pitch > level_at (table, i)->em)
        g_array_append_val (pitches, pitch);
    }
  if (pitches->len == 0)
    return 1.5 * level_at (table, 0)->em;
  g_array_sort (pitches, by_value);
  return g_array_index (pitches, double, pitches->len / 4);
}

/* How much of a line is free, in the columns that a piece covers. */
static double
room_behind (const Table *table, const PdfPiece *piece)
{
  double left = table->left, right = table->right;

  if (piece->first > 0)
    left = g_array_index (table->rivers, PdfRiver, piece->first - 1).high;
  if (piece->behind <= table->rivers->len)
    right = g_array_index (table->rivers, PdfRiver, piece->behind - 1).low;
  return right - left - (piece->x1 - piece->x0);
}

static gboolean
ends_sentence (const PdfLevel *level, const PdfPiece *piece)
{
  gunichar c =
      g_array_index (level->line->glyphs, PdfGlyph, piece->from + piece->n - 1).c;

  return g_utf8_strchr ("。；;：:", -1, c) != NULL;
}

static Pair
pair_of (const Table *table, guint above, const PdfPiece *piece, guint below,
         const PdfPiece *next)
{
  const PdfLevel *level = level_at (table, above);
  double          pitch = level_at (table, below)->y - level->y;
  double          width = (piece->x1 - piece->x0) / level->em;
  Pair            pair = { above, below, SIDE, 0 };

  if (room_behind (table, piece) >= next->unit + 0.3 * level->em)
    {
      pair.together += ends_sentence (level, piece) ? ENDED : ROOM;
      if (width < SHORT_WIDTH && next->x1 - next->x0 < SHORT_WIDTH * level->em)
        pair.together -= MIN (pair.together, SHORT);
    }
  else if (pitch < 1.3 * table->pitch)
    pair.apart = WRAPPED * CLAMP ((width - 2) / 8, 0.1, 1);
  if (pitch > 1.9 * table->pitch)
    pair.together += FAR;
  return pair;
}

static gboolean
overlaps (const PdfPiece *piece, const PdfPiece *other)
{
  return piece->first < other->behind && other->first < piece->behind;
}

static guint
count_overlaps (const PdfLevel *level, const PdfPiece *piece)
{
  guint n = 0;

  for (guint i = 0; i < level->pieces->len; i++)
    n += overlaps (&g_array_index (level->pieces, PdfPiece, i), piece);
  return n;
}

/* Adds the pairs of a piece with what stands next above it. */
static void
add_pairs (Table *table, guint below, const PdfPiece *piece)
{
  const PdfLevel *level = level_at (table, below);
  guint           n = 0;

  for (guint i = below; i-- > 0 && n == 0 && below - i < MAX_LEVELS;)
    {
      const PdfLevel *above = level_at (table, i);

      if (level->y - above->y > 4 * table->pitch)
        return;
      n = count_overlaps (above, piece);
      for (guint j = 0; n > 0 && j < above->pieces->len; j++)
        {
          const PdfPiece *other = &g_array_index (above->pieces, PdfPiece, j);
          Pair            pair;

          if (!overlaps (piece, other))
            continue;
          pair = pair_of (table, i, other, below, piece);
          if (n > 1 || count_overlaps (level, other) > 1)
            {
              pair.together += ACROSS;
              pair.apart = 0;
            }
          g_array_append_val (table->pairs, pair);
        }
    }
}

/* Whether two levels fill the same columns, and most of them: rows of single lines do.
 */
static gboolean
are_like (const Table *table, const PdfLevel *level, const PdfLevel *above)
{
  if (level->pieces->len != above->pieces->len ||
      level->pieces->len * 2 <= table->rivers->len + 1)
    return FALSE;
  for (guint i = 0; i < level->pieces->len; i++)
    if (g_array_index (level->pieces, PdfPiece, i).first !=
        g_array_index (above->pieces, PdfPiece, i).first)
      return FALSE;
  return TRUE;
}

/* The pairs of all pieces. */
static void
find_pairs (Table *table)
{
  for (guint i = 1; i < table->n; i++)
    {
      const PdfLevel *level = level_at (table, i);
      guint           from = table->pairs->len;

      for (guint j = 0; j < level->pieces->len; j++)
        add_pairs (table, i, &g_array_index (level->pieces, PdfPiece, j));
      if (from < table->pairs->len && are_like (table, level, level_at (table, i - 1)))
        g_array_index (table->pairs, Pair, from).together += LIKE;
    }
}

/* Whether a level may be no more than the label of several rows. */
static gboolean
is_label (const PdfLevel *level)
{
  return level->pieces->len == 1 &&
         g_array_index (level->pieces, PdfPiece, 0).behind <= LABELS;
}

static double
overlap (const Table *table, guint i)
{
  const PdfLevel *level = level_at (table, i), *above = level_at (table, i - 1);

  if (level->y - above->y >= 0.9 * MIN (level->em, above->em))
    return 0;
  return is_label (level) || is_label (above) ? MERGED : OVERLAP;
}

static void
price_borders (Table *table)
{
  guint ruled = 0;

  for (guint i = 1; i < table->n; i++)
    ruled += level_at (table, i)->is_ruled;
  for (guint i = 1; i < table->n; i++)
    {
      table->borders[i] = overlap (table, i);
      if (ruled > 1)
        table->borders[i] += level_at (table, i)->is_ruled ? -RULED : RULED;
    }
  for (guint i = 0; i < table->pairs->len; i++)
    {
      const Pair *pair = &g_array_index (table->pairs, Pair, i);

      for (guint j = pair->above + 1; j <= pair->below; j++)
        table->borders[j] += pair->apart;
    }
}

/* The first and the last line of the cells of a row, by the column they begin in. */
typedef struct {
  double *tops, *ends;
  guint   n;
} Extents;

static void
extend (Extents *extents, const PdfLevel *level)
{
  for (guint i = 0; i < level->pieces->len; i++)
    {
      guint col = g_array_index (level->pieces, PdfPiece, i).first;

      if (isnan (extents->tops[col]))
        extents->tops[col] = level->y;
      extents->ends[col] = level->y;
    }
}

/* How far the cells are from standing all at the top, in the middle or at the foot. */
static double
misalignment (const Extents *extents, double top, double end, double pitch)
{
  double at_top = 0, at_end = 0, in_middle = 0;

  for (guint i = 0; i < extents->n; i++)
    {
      double above = extents->tops[i] - top, below = end - extents->ends[i];

      if (isnan (above))
        continue;
      at_top += MIN (1, above / pitch);
      at_end += MIN (1, below / pitch);
      in_middle += MIN (1, fabs (above - below) / 2 / pitch);
    }
  return MIN (in_middle, MIN (at_top, at_end));
}

/* The cheapest rows that end before each level, by the level that the last one begins
 * with. */
static void
find_cheapest (const Table *table, guint *begins)
{
  g_autofree double *prices = g_new (double, table->n + 1);
  g_autofree guint  *first_pairs = g_new0 (guint, table->n + 1);
  Extents            extents = { .n = table->rivers->len + 1 };

  extents.tops = g_new (double, extents.n);
  extents.ends = g_new (double, extents.n);
  for (guint i = 0, at = 0; i <= table->n; i++)
    {
      while (at < table->pairs->len && g_array_index (table->pairs, Pair, at).below < i)
        at++;
      first_pairs[i] = at;
      prices[i] = i == 0 ? 0 : INFINITY;
    }
  for (guint i = 0; i < table->n; i++)
    {
      double price = prices[i] + ROW + (i > 0 ? table->borders[i] : 0);

      for (guint col = 0; col < extents.n; col++)
        extents.tops[col] = NAN;
      for (guint j = i; j < table->n && j - i < MAX_LEVELS; j++)
        {
          double whole;

          extend (&extents, level_at (table, j));
          for (guint k = first_pairs[j]; k < first_pairs[j + 1]; k++)
            if (g_array_index (table->pairs, Pair, k).above >= i)
              price += g_array_index (table->pairs, Pair, k).together;
          whole = price + (i == j && is_label (level_at (table, i)) ? LONE : 0) +
                  misalignment (&extents, level_at (table, i)->y,
                                level_at (table, j)->y, table->pitch);
          if (whole < prices[j + 1])
            {
              prices[j + 1] = whole;
              begins[j + 1] = i;
            }
        }
    }
  g_free (extents.tops);
  g_free (extents.ends);
}

gboolean *
pdf_rows_find (const GPtrArray *levels, guint first, guint behind, const GArray *rivers)
{
  gboolean          *rows = g_new0 (gboolean, behind - first + 1);
  g_autofree guint  *begins = g_new0 (guint, behind - first + 1);
  g_autofree double *borders = g_new0 (double, behind - first + 1);
  Table              table = { levels,    first, behind - first, rivers, INFINITY,
                               -INFINITY, 0,     NULL,           borders };

  for (guint i = 0; i < table.n; i++)
    {
      const GArray *pieces = level_at (&table, i)->pieces;

      table.left = MIN (table.left, g_array_index (pieces, PdfPiece, 0).x0);
      table.right =
          MAX (table.right, g_array_index (pieces, PdfPiece, pieces->len - 1).x1);
    }
  table.pitch = common_pitch (&table);
  table.pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  find_pairs (&table);
  price_borders (&table);
  find_cheapest (&table, begins);
  for (guint i = table.n; i > 0; i = begins[i])
    rows[begins[i]] = TRUE;
  g_array_unref (table.pairs);
  return rows;
}
