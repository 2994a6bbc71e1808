/* app/import/grid.c — a table block by rows and columns. */

#include "app/import/grid.h"

#include "app/import/label.h"

#include <string.h>

gboolean
cell_is_blank (const BlockCell *cell)
{
  return cell == NULL || block_is_blank (cell->text);
}

static int
by_column (gconstpointer a, gconstpointer b)
{
  const BlockCell *const *left = a, *const *right = b;

  return (int) (*left)->col - (int) (*right)->col;
}

static const char *
skip_blanks (const char *p)
{
  while (g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

gboolean
grid_is_number (const BlockCell *cell)
{
  const char *p = skip_blanks (cell->text);
  guint       digits = 0;

  for (; g_unichar_isdigit (g_utf8_get_char (p)); p = g_utf8_next_char (p))
    digits++;
  if (p[0] == '.' && p[1] == '0') /* a sheet may show it with decimals */
    p += 1 + strspn (p + 1, "0");
  return digits >= 1 && digits <= 3 && *skip_blanks (p) == '\0';
}

static gboolean
is_serial_label (const BlockCell *cell)
{
  Label label = label_of (cell->text);

  return label == LABEL_SERIAL || label == LABEL_COLUMNS;
}

/* The first column numbers the rows when most of what it holds is numbers. */
static guint
find_serial (const Grid *grid)
{
  guint numbers = 0, others = 0;

  for (guint row = 0; row < grid->rows->len; row++)
    {
      const BlockCell *cell = grid_at (grid, row, 0);

      if (cell == NULL || cell_is_blank (cell))
        continue;
      if (grid_is_number (cell) || is_serial_label (cell))
        numbers++;
      else
        others++;
    }
  return numbers >= 3 && numbers > others ? 0 : G_MAXUINT;
}

gboolean
grid_is_serial (const Grid *grid, const BlockCell *cell)
{
  return cell->col == grid->serial && (grid_is_number (cell) || is_serial_label (cell));
}

static GPtrArray *
cells_beginning (const Grid *grid, guint row)
{
  const GPtrArray *all = grid->rows->pdata[row];
  GPtrArray       *cells = g_ptr_array_sized_new (all->len);

  for (guint i = 0; i < all->len; i++)
    {
      BlockCell *cell = all->pdata[i];

      if (cell->row == row && !grid_is_serial (grid, cell))
        g_ptr_array_add (cells, cell);
    }
  return cells;
}

Grid *
grid_new (const Block *table)
{
  Grid *grid = g_new0 (Grid, 1);
  guint n_rows = 0;

  for (guint i = 0; i < table->cells->len; i++)
    {
      const BlockCell *cell = table->cells->pdata[i];

      n_rows = MAX (n_rows, cell->row + 1);
      grid->n_cols = MAX (grid->n_cols, cell->col + 1);
    }
  grid->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint row = 0; row < n_rows; row++)
    g_ptr_array_add (grid->rows, g_ptr_array_new ());
  for (guint i = 0; i < table->cells->len; i++)
    {
      BlockCell *cell = table->cells->pdata[i];
      guint      end = cell->row + MIN (cell->row_span, n_rows - cell->row);

      for (guint row = cell->row; row < end; row++)
        g_ptr_array_add (grid->rows->pdata[row], cell);
    }
  for (guint row = 0; row < n_rows; row++)
    g_ptr_array_sort (grid->rows->pdata[row], by_column);
  grid->serial = find_serial (grid);
  grid->begins = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint row = 0; row < n_rows; row++)
    g_ptr_array_add (grid->begins, cells_beginning (grid, row));
  return grid;
}

void
grid_free (Grid *grid)
{
  g_ptr_array_unref (grid->rows);
  g_ptr_array_unref (grid->begins);
  g_free (grid);
}

static gboolean
covers (const BlockCell *cell, guint col)
{
  return cell->col <= col && col - cell->col < cell->col_span;
}

/* The cells of a row are in order; in most rows as many stand left of a column as it
 * has columns to its left.  Of cells that lie over one another the first counts.  */
BlockCell *
grid_at (const Grid *grid, guint row, guint col)
{
  const GPtrArray *cells = row < grid->rows->len ? grid->rows->pdata[row] : NULL;
  guint            at;

  if (cells == NULL || cells->len == 0)
    return NULL;
  at = MIN (col, cells->len - 1);
  while (at + 1 < cells->len && ((BlockCell *) cells->pdata[at + 1])->col <= col)
    at++;
  while (at > 0 &&
         (!covers (cells->pdata[at], col) || covers (cells->pdata[at - 1], col)))
    at--;
  return covers (cells->pdata[at], col) ? cells->pdata[at] : NULL;
}

const GPtrArray *
grid_row (const Grid *grid, guint row)
{
  return grid->begins->pdata[row];
}
