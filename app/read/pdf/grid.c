/* app/read/pdf/grid.c — a table from rows of cells: columns, labels of several rows,
 * and what the ends of pages cut. */

#include "app/read/pdf/grid.h"

#include <math.h>
#include <string.h>

#define LABELS   3 /* columns that may have cells merged over rows */
#define MAX_HEAD 8 /* rows that are printed again on each page */

typedef struct {
  BlockCell *cell;
  double     room;    /* left in the last line, points */
  double     unit;    /* what must stay together at the beginning of the first line */
  double     end, em; /* of the last line */
} Cell;

typedef struct {
  GArray *cells; /* Cell, from the left */
  guint   page;
  double  end; /* of its last line */
} Row;

typedef struct {
  PdfDrawn        *drawn;
  const GPtrArray *levels;
  GArray          *rivers;
  GPtrArray       *rows; /* Row * */
  Block           *block;
} Grid;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_array_unref (row->cells);
  g_free (row);
}

static Row *
row_at (const Grid *grid, guint i)
{
  return grid->rows->pdata[i];
}

static Cell *
cell_at (const Row *row, guint i)
{
  return &g_array_index (row->cells, Cell, i);
}

/* The edges that words of columns keep. */
static PdfBox
box_of (const Grid *grid, const PdfPiece *piece, const GPtrArray *lines)
{
  PdfBox box = ((PdfLine *) lines->pdata[0])->box;

  for (guint i = 1; i < lines->len; i++)
    pdf_box_add (&box, &((PdfLine *) lines->pdata[i])->box);
  if (piece->first > 0)
    box.x0 =
        MIN (box.x0, g_array_index (grid->rivers, PdfRiver, piece->first - 1).high);
  if (piece->behind <= grid->rivers->len)
    box.x1 =
        MAX (box.x1, g_array_index (grid->rivers, PdfRiver, piece->behind - 1).low);
  return box;
}

static void
add_row (Grid *grid, guint i)
{
  const PdfLevel *level = grid->levels->pdata[i];
  Row            *row = g_new0 (Row, 1);
  guint           col = 0;

  row->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  row->page = level->page;
  for (guint j = 0; j < level->pieces->len; j++)
    {
      const PdfPiece *piece = &g_array_index (level->pieces, PdfPiece, j);
      g_autoptr (GArray) glyphs = pdf_drawn_take (grid->drawn, i, piece);
      g_autoptr (GPtrArray) lines = pdf_lines_of (glyphs);
      const PdfLine   *first = lines->pdata[0], *last = lines->pdata[lines->len - 1];
      PdfBox           box = box_of (grid, piece, lines);
      g_autofree char *text = pdf_lines_in_cell (lines, &box);
      Cell             cell;

      cell.cell = block_cell_new (0, MAX (piece->first, col), text, 0);
      cell.cell->col_span = MAX (piece->behind, cell.cell->col + 1) - cell.cell->col;
      cell.cell->page = level->page;
      cell.room = pdf_lines_width (lines, &box) - (last->box.x1 - last->box.x0);
      cell.unit = first->unit + 0.3 * first->em;
      cell.end = last->box.y1;
      cell.em = last->em;
      row->end = MAX (row->end, cell.end);
      col = cell.cell->col + cell.cell->col_span;
      g_array_append_val (row->cells, cell);
    }
  g_ptr_array_add (grid->rows, row);
}

static Cell *
cell_over (const Row *row, const BlockCell *cell)
{
  for (guint i = 0; i < row->cells->len; i++)
    if (cell_at (row, i)->cell->col == cell->col &&
        cell_at (row, i)->cell->col_span == cell->col_span)
      return cell_at (row, i);
  return NULL;
}

static gboolean
say_the_same (const Row *row, const Row *other)
{
  if (row->cells->len != other->cells->len || row->cells->len < 2)
    return FALSE;
  for (guint i = 0; i < row->cells->len; i++)
    if (!g_str_equal (cell_at (row, i)->cell->text, cell_at (other, i)->cell->text))
      return FALSE;
  return TRUE;
}

static void
drop_row (Grid *grid, guint i)
{
  Row *row = row_at (grid, i);

  for (guint j = 0; j < row->cells->len; j++)
    block_cell_free (cell_at (row, j)->cell);
  g_ptr_array_remove_index (grid->rows, i);
}

/* Whether the first row of a page is what the page break cut off the last row: in each
 * of its cells goes on what had no room left, down to the foot of the page. */
static gboolean
is_rest (const Row *row, const Row *above)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      const Cell *cell = cell_at (row, i), *over = cell_over (above, cell->cell);

      if (over == NULL || over->room >= cell->unit || above->end - over->end > over->em)
        return FALSE;
    }
  return TRUE;
}

/* Adds the rest to the row, which then stands on the page of that and ends where it
 * does: only what came last may go on once more. */
static void
join_rest (Grid *grid, guint i)
{
  Row *row = row_at (grid, i), *above = row_at (grid, i - 1);

  for (guint j = 0; j < above->cells->len; j++)
    cell_at (above, j)->end = -INFINITY;
  for (guint j = 0; j < row->cells->len; j++)
    {
      const Cell *rest = cell_at (row, j);
      Cell       *cell = cell_over (above, rest->cell);
      GString    *text = g_string_new (cell->cell->text);

      pdf_line_continue (text, rest->cell->text);
      g_free (cell->cell->text);
      cell->cell->text = g_string_free (text, FALSE);
      cell->room = rest->room;
      cell->end = rest->end;
      cell->em = rest->em;
    }
  above->end = row->end;
  above->page = row->page;
  drop_row (grid, i);
}

/* The head that is printed again is left out, and a row that the page cut is one
 * again. */
static void
mend_breaks (Grid *grid)
{
  for (guint i = 1; i < grid->rows->len; i++)
    {
      guint head = 0;

      if (row_at (grid, i)->page == row_at (grid, i - 1)->page)
        continue;
      while (head < MIN (i, MAX_HEAD) && i < grid->rows->len &&
             say_the_same (row_at (grid, i), row_at (grid, head)))
        {
          drop_row (grid, i);
          head++;
        }
      if (i < grid->rows->len && is_rest (row_at (grid, i), row_at (grid, i - 1)))
        {
          join_rest (grid, i);
          i--;
        }
    }
}

/* Gives the cells of the rows to the table; which of them covers a place, NULL for
 * none. */
static BlockCell **
fill (Grid *grid, guint cols)
{
  BlockCell **places = g_new0 (BlockCell *, (gsize) grid->rows->len * cols);

  for (guint i = 0; i < grid->rows->len; i++)
    for (guint j = 0; j < row_at (grid, i)->cells->len; j++)
      {
        BlockCell *cell = cell_at (row_at (grid, i), j)->cell;

        cell->row = i;
        g_ptr_array_add (grid->block->cells, cell);
        for (guint col = cell->col; col < MIN (cols, cell->col + cell->col_span); col++)
          places[(gsize) i * cols + col] = cell;
      }
  return places;
}

/* Whether two rows have about the same columns filled behind one, and more than one. */
static gboolean
are_alike (BlockCell *const *row, BlockCell *const *other, guint col, guint cols)
{
  guint both = 0, one = 0;

  for (guint i = col + 1; i < cols; i++)
    {
      both += row[i] != NULL && other[i] != NULL;
      one += (row[i] != NULL) != (other[i] != NULL);
    }
  return both > 0 && one <= both / 2;
}

/* Labels of several rows are drawn with the first of them: they go down as far as their
 * column is blank. */
static void
spread_labels (Grid *grid)
{
  guint                  cols = grid->rivers->len + 1;
  g_autofree BlockCell **places = fill (grid, cols);

  for (guint col = 0; col < MIN (LABELS, cols); col++)
    for (guint row = 0; row < grid->rows->len; row++)
      {
        BlockCell **here = &places[(gsize) row * cols];
        BlockCell  *cell = here[col];
        guint       next = row + 1;

        if (cell == NULL || cell->row != row || cell->col != col || cell->col_span > 1)
          continue;
        for (; next < grid->rows->len; next++)
          {
            BlockCell **below = &places[(gsize) next * cols];

            if (below[col] != NULL || (col > 0 && below[col - 1] == NULL) ||
                !are_alike (here, below, col, cols))
              break;
            below[col] = cell;
          }
        cell->row_span = next - row;
      }
}

Block *
pdf_drawn_to_table (PdfDrawn *drawn, const GPtrArray *levels, guint first, guint behind)
{
  g_autoptr (GArray) rivers = pdf_rivers_find (levels, first, behind);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  Grid grid = { drawn, levels, rivers, rows, block_new_table (0) };

  for (guint i = first; i < behind; i++)
    add_row (&grid, i);
  mend_breaks (&grid);
  grid.block->page = row_at (&grid, 0)->page;
  spread_labels (&grid);
  return grid.block;
}
