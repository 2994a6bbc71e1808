/* app/read/pdf/column.c — cells from the rows and columns of a table without lines. */

#include "app/read/pdf/column.h"

#include <math.h>
#include <string.h>

#define LABELS     3       /* columns that may have cells merged over rows */
#define MAX_SPREAD 1000000 /* rows and labels, multiplied */

/* A row, and what stands in each of its columns. */
typedef struct {
  guint       first, behind; /* its levels */
  double      y;             /* of its middle */
  BlockCell **cells;         /* for each column the cell that begins there, or NULL */
  gboolean   *taken;         /* whether one covers it */
  double     *ys;            /* the middle of the text of the cell */
} Row;

typedef struct {
  const GPtrArray *levels;
  GArray          *rivers;
  GPtrArray       *rows; /* Row * */
  guint            cols;
  Block           *block;
} Grid;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->cells);
  g_free (row->taken);
  g_free (row->ys);
  g_free (row);
}

/* The edges that words of columns keep. */
static PdfBox
box_of (const Grid *grid, guint first, guint behind, const GPtrArray *lines)
{
  const PdfLine *line = lines->pdata[0];
  PdfBox         box = line->box;

  for (guint i = 1; i < lines->len; i++)
    pdf_box_add (&box, &((PdfLine *) lines->pdata[i])->box);
  if (first > 0)
    box.x0 = MIN (box.x0, g_array_index (grid->rivers, PdfRiver, first - 1).high);
  if (behind < grid->cols)
    box.x1 = MAX (box.x1, g_array_index (grid->rivers, PdfRiver, behind - 1).low);
  return box;
}

/* The lines of a row between two columns. */
static GPtrArray *
lines_between (const Grid *grid, const Row *row, guint first, guint behind)
{
  GPtrArray *lines = pdf_lines_new ();

  for (guint i = row->first; i < row->behind; i++)
    {
      const PdfLevel *level = grid->levels->pdata[i];
      g_autoptr (GArray) glyphs = g_array_new (FALSE, FALSE, sizeof (PdfGlyph));

      for (guint j = 0; j < level->pieces->len; j++)
        {
          const PdfPiece *piece = &g_array_index (level->pieces, PdfPiece, j);

          if (piece->first >= first && piece->first < behind)
            g_array_append_vals (glyphs,
                                 &g_array_index (level->line->glyphs, PdfGlyph,
                                                 piece->from),
                                 piece->n);
        }
      pdf_lines_add (lines, glyphs);
    }
  return lines;
}

/* The middle of what stands in a row between two columns. */
static double
middle_between (const Grid *grid, const Row *row, guint first, guint behind)
{
  double top = NAN, end = NAN;

  for (guint i = row->first; i < row->behind; i++)
    {
      const PdfLevel *level = grid->levels->pdata[i];

      for (guint j = 0; j < level->pieces->len; j++)
        {
          const PdfPiece *piece = &g_array_index (level->pieces, PdfPiece, j);

          if (piece->first < first || piece->first >= behind)
            continue;
          end = level->y + piece->y;
          top = isnan (top) ? end : top;
        }
    }
  return (top + end) / 2;
}

static void
add_cell (Grid *grid, Row *row, guint first, guint behind)
{
  g_autoptr (GPtrArray) lines = lines_between (grid, row, first, behind);
  g_autofree char *text = NULL;
  PdfBox           box;
  BlockCell       *cell;

  if (lines->len == 0)
    return;
  box = box_of (grid, first, behind, lines);
  text = pdf_lines_in_cell (lines, &box);
  cell = block_cell_new (0, first, text, 0);
  cell->col_span = behind - first;
  cell->page = ((PdfLevel *) grid->levels->pdata[row->first])->page;
  g_ptr_array_add (grid->block->cells, cell);
  row->cells[first] = cell;
  for (guint col = first; col < behind; col++)
    row->taken[col] = TRUE;
  row->ys[first] = middle_between (grid, row, first, behind);
}

/* A row of the levels: columns that a piece stands over are one cell. */
static void
add_row (Grid *grid, guint first, guint behind)
{
  Row                 *row = g_new0 (Row, 1);
  g_autofree gboolean *goes_on = g_new0 (gboolean, grid->cols + 1);
  guint                start = 0;

  row->first = first;
  row->behind = behind;
  row->y = (((PdfLevel *) grid->levels->pdata[first])->y +
            ((PdfLevel *) grid->levels->pdata[behind - 1])->y) /
           2;
  row->cells = g_new0 (BlockCell *, grid->cols);
  row->taken = g_new0 (gboolean, grid->cols);
  row->ys = g_new0 (double, grid->cols);
  for (guint i = first; i < behind; i++)
    {
      const GArray *pieces = ((PdfLevel *) grid->levels->pdata[i])->pieces;

      for (guint j = 0; j < pieces->len; j++)
        {
          const PdfPiece *piece = &g_array_index (pieces, PdfPiece, j);

          for (guint col = piece->first + 1; col < piece->behind; col++)
            goes_on[col] = TRUE;
        }
    }
  for (guint col = 1; col <= grid->cols; col++)
    if (col == grid->cols || !goes_on[col])
      {
        add_cell (grid, row, start, col);
        start = col;
      }
  g_ptr_array_add (grid->rows, row);
}

static double
em_of (const Grid *grid, const Row *row)
{
  return ((PdfLevel *) grid->levels->pdata[row->first])->em;
}

/* Whether two rows have the same columns filled behind one, and more than one. */
static gboolean
are_alike (const Row *row, const Row *other, guint col, guint cols)
{
  guint both = 0, one = 0;

  for (guint i = col + 1; i < cols; i++)
    {
      both += row->cells[i] != NULL && other->cells[i] != NULL;
      one += (row->cells[i] != NULL) != (other->cells[i] != NULL);
    }
  return both > 0 && one <= both / 2;
}

static Row *
row_at (const Grid *grid, guint i)
{
  return grid->rows->pdata[i];
}

/* The column of the one label that a row holds, or the number of columns. */
static guint
label_of (const Grid *grid, const Row *row)
{
  guint label = grid->cols, n = 0;

  for (guint i = 0; i < grid->cols; i++)
    if (row->cells[i] != NULL)
      {
        label = i;
        n++;
      }
  return n == 1 && label < LABELS && row->cells[label]->col_span == 1 ? label
                                                                      : grid->cols;
}

/* A label between two rows was read as a row: it goes to the nearer one that is blank
 * there. */
static void
attach_labels (Grid *grid)
{
  for (guint i = 0; i < grid->rows->len;)
    {
      Row  *row = row_at (grid, i), *best = NULL;
      guint col = label_of (grid, row);

      for (guint j = i > 0 ? i - 1 : 0; col < grid->cols && j <= i + 1; j++)
        {
          Row *other = j < grid->rows->len && j != i ? row_at (grid, j) : NULL;

          if (other != NULL && !other->taken[col] &&
              fabs (other->y - row->y) < 2 * em_of (grid, row) &&
              (best == NULL || fabs (other->y - row->y) < fabs (best->y - row->y)))
            best = other;
        }
      if (best == NULL)
        {
          i++;
          continue;
        }
      best->cells[col] = row->cells[col];
      best->taken[col] = TRUE;
      best->ys[col] = row->ys[col];
      g_ptr_array_remove_index (grid->rows, i);
    }
}

/* How much the labels of a column are above the middle of their rows, or below. */
typedef enum { AT_TOP, IN_MIDDLE, AT_END } Place;

/* Where the cells of rows with several levels stand. */
static Place
common_place (const Grid *grid)
{
  double sums[3] = { 0 };

  for (guint i = 0; i < grid->rows->len; i++)
    {
      const Row *row = grid->rows->pdata[i];
      double     top = ((PdfLevel *) grid->levels->pdata[row->first])->y;
      double     end = ((PdfLevel *) grid->levels->pdata[row->behind - 1])->y;

      for (guint j = row->first; j < row->behind; j++)
        {
          const PdfLevel *level = grid->levels->pdata[j];

          if (level->pieces->len < 2)
            continue;
          sums[AT_TOP] += level->y - top;
          sums[AT_END] += end - level->y;
          sums[IN_MIDDLE] += fabs (level->y - row->y);
        }
    }
  if (sums[AT_TOP] < 0.8 * sums[IN_MIDDLE] && sums[AT_TOP] < sums[AT_END])
    return AT_TOP;
  return sums[AT_END] < 0.8 * sums[IN_MIDDLE] ? AT_END : IN_MIDDLE;
}

/* The middle of so many rows. */
static double
middle_of (const Grid *grid, guint first, guint last)
{
  const Row *top = grid->rows->pdata[first], *end = grid->rows->pdata[last];

  return (((PdfLevel *) grid->levels->pdata[top->first])->y +
          ((PdfLevel *) grid->levels->pdata[end->behind - 1])->y) /
         2;
}

static void
stretch (Grid *grid, guint col, guint row, guint first, guint last)
{
  Row       *at = grid->rows->pdata[row];
  BlockCell *cell = at->cells[col];

  cell->row = first;
  cell->row_span = last - first + 1;
  for (guint i = first; i <= last; i++)
    row_at (grid, i)->taken[col] = TRUE;
}

/* Gives the rows from first up to behind, where a column is blank but for some labels,
 * to these: each stands in the middle of its rows as nearly as can be. */
static void
spread_middle (Grid *grid, guint col, guint first, guint behind)
{
  g_autoptr (GArray) labels = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree double *costs = NULL;
  g_autofree guint  *starts = NULL;
  guint              n = behind - first, end;

  for (guint i = first; i < behind; i++)
    if (((Row *) grid->rows->pdata[i])->cells[col] != NULL)
      g_array_append_val (labels, i);
  if (labels->len * (gsize) n > MAX_SPREAD)
    return;
  /* costs[k * (n + 1) + e]: of the first k labels over the rows before first + e. */
  costs = g_new (double, (labels->len + 1) * (n + 1));
  starts = g_new0 (guint, (labels->len + 1) * (n + 1));
  for (guint i = 0; i < (labels->len + 1) * (n + 1); i++)
    costs[i] = i == 0 ? 0 : INFINITY;
  for (guint k = 1; k <= labels->len; k++)
    {
      guint  row = g_array_index (labels, guint, k - 1);
      guint  next = k < labels->len ? g_array_index (labels, guint, k) : behind;
      guint  before = k > 1 ? g_array_index (labels, guint, k - 2) + 1 : first;
      double y = ((Row *) grid->rows->pdata[row])->ys[col];

      for (guint s = before; s <= row; s++)
        for (guint e = row + 1; e <= next; e++)
          {
            double cost = costs[(k - 1) * (n + 1) + s - first] +
                          fabs (middle_of (grid, s, e - 1) - y);

            if (cost < costs[k * (n + 1) + e - first])
              {
                costs[k * (n + 1) + e - first] = cost;
                starts[k * (n + 1) + e - first] = s;
              }
          }
    }
  end = behind;
  for (guint k = labels->len; k > 0; k--)
    {
      guint start = starts[k * (n + 1) + end - first];

      stretch (grid, col, g_array_index (labels, guint, k - 1), start, end - 1);
      end = start;
    }
}

static void
spread (Grid *grid, guint col, guint first, guint behind, Place place)
{
  guint start = first;

  if (place == IN_MIDDLE)
    {
      spread_middle (grid, col, first, behind);
      return;
    }
  for (guint i = first; i < behind; i++)
    {
      guint end = i;

      if (((Row *) grid->rows->pdata[i])->cells[col] == NULL)
        continue;
      while (place == AT_TOP && end + 1 < behind &&
             ((Row *) grid->rows->pdata[end + 1])->cells[col] == NULL)
        end++;
      stretch (grid, col, i, place == AT_TOP ? i : start, end);
      start = end + 1;
    }
}

/* Where the cells of a row behind a column have their middle. */
static double
middle_behind (const Grid *grid, const Row *row, guint col)
{
  double sum = 0;
  guint  n = 0;

  for (guint i = col + 1; i < grid->cols; i++)
    if (row->cells[i] != NULL)
      {
        sum += row->ys[i];
        n++;
      }
  return n > 0 ? sum / n : NAN;
}

/* A label of two lines beside the border of two rows was read as two: its lines stand
 * nearer to each other than their rows do. */
static void
join_labels (Grid *grid, guint col)
{
  for (guint i = 1; i < grid->rows->len; i++)
    {
      Row       *row = row_at (grid, i), *above = row_at (grid, i - 1);
      BlockCell *cell = row->cells[col], *upper = above->cells[col];
      double     em = em_of (grid, row);
      double     down = above->ys[col] - middle_behind (grid, above, col);
      double     up = middle_behind (grid, row, col) - row->ys[col];
      GString   *text;

      if (cell == NULL || upper == NULL || cell->col_span > 1 || upper->col_span > 1 ||
          row->ys[col] - above->ys[col] > 1.7 * em ||
          !(down > em / 20 && up > em / 20 && down + up > em * 0.15))
        continue;
      text = g_string_new (upper->text);
      pdf_line_continue (text, cell->text);
      g_free (upper->text);
      upper->text = g_string_free (text, FALSE);
      above->ys[col] = (above->ys[col] + row->ys[col]) / 2;
      row->cells[col] = NULL;
      row->taken[col] = FALSE;
      g_ptr_array_remove (grid->block->cells, cell);
    }
}

static void
number_rows (Grid *grid)
{
  for (guint i = 0; i < grid->rows->len; i++)
    for (guint col = 0; col < grid->cols; col++)
      if (row_at (grid, i)->cells[col] != NULL)
        row_at (grid, i)->cells[col]->row = i;
}

/* Labels of several rows: those that are alike and blank there belong to one above or
 * below. */
static void
spread_labels (Grid *grid)
{
  Place place = common_place (grid);

  for (guint col = 0; col < MIN (LABELS, grid->cols); col++)
    for (guint first = 0, behind; first < grid->rows->len; first = behind)
      {
        guint labels = 0;

        for (behind = first; behind < grid->rows->len; behind++)
          {
            const BlockCell *cell = row_at (grid, behind)->cells[col];

            if ((col > 0 && !row_at (grid, behind)->taken[col - 1]) ||
                (cell == NULL ? row_at (grid, behind)->taken[col]
                              : cell->col_span > 1) ||
                (behind > first && !are_alike (row_at (grid, first),
                                               row_at (grid, behind), col, grid->cols)))
              break;
            labels += cell != NULL;
          }
        behind = MAX (behind, first + 1);
        if (labels > 0 && labels < behind - first)
          spread (grid, col, first, behind, place);
      }
}

Block *
pdf_levels_to_table (const GPtrArray *levels, guint first, guint behind)
{
  g_autoptr (GArray) rivers = pdf_rivers_find (levels, first, behind);
  g_autofree gboolean *begins = pdf_rows_find (levels, first, behind, rivers);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  Grid  grid = { levels, rivers, rows, rivers->len + 1, block_new_table (0) };
  guint start = first;

  grid.block->page = ((PdfLevel *) levels->pdata[first])->page;
  for (guint i = first + 1; i <= behind; i++)
    if (i == behind || begins[i - first])
      {
        add_row (&grid, start, i);
        start = i;
      }
  attach_labels (&grid);
  for (guint col = 0; col < MIN (LABELS, grid.cols); col++)
    join_labels (&grid, col);
  number_rows (&grid);
  spread_labels (&grid);
  g_ptr_array_sort (grid.block->cells, block_cell_compare);
  return grid.block;
}
