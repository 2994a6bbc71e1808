/* app/read/worksheet.c — which cells of a sheet make a table, which a line of text.
 */

#include "app/read/worksheet.h"

#include <string.h>

/* Empty rows with borders are the rows of a form that nobody filled in; more of them
 * are a sheet that somebody drew borders on. */
#define MAX_EMPTY_ROWS 64

typedef struct {
  guint row, col, row_span, col_span;
} Area;

/* A row that holds something. */
typedef struct {
  guint    row;
  guint    first, n;   /* its cells */
  gboolean is_framed;  /* has borders */
  gboolean is_shared;  /* an area without text begins in it, beside its text */
  guint    covered_to; /* the last row that a cell from above reaches */
} Row;

struct _Worksheet {
  Limits   *limits;
  Block    *all;    /* the cells with text */
  GArray   *areas;  /* Area: the merged ones */
  GArray   *framed; /* guint: rows */
  GArray   *hidden; /* guint: rows */
  gboolean *hidden_cols;
  guint     width; /* of what shows */
  guint     left;  /* the first column with text */
};

Worksheet *
worksheet_new (Limits *limits)
{
  Worksheet *sheet = g_new0 (Worksheet, 1);

  sheet->limits = limits;
  sheet->all = block_new_table (0);
  sheet->areas = g_array_new (FALSE, FALSE, sizeof (Area));
  sheet->framed = g_array_new (FALSE, FALSE, sizeof (guint));
  sheet->hidden = g_array_new (FALSE, FALSE, sizeof (guint));
  sheet->hidden_cols = g_new0 (gboolean, WORKSHEET_COLS);
  return sheet;
}

void
worksheet_free (Worksheet *sheet)
{
  block_free (sheet->all);
  g_array_unref (sheet->areas);
  g_array_unref (sheet->framed);
  g_array_unref (sheet->hidden);
  g_free (sheet->hidden_cols);
  g_free (sheet);
}

void
worksheet_add (Worksheet *sheet, guint row, guint col, const char *text)
{
  if (row < WORKSHEET_ROWS && col < WORKSHEET_COLS && !block_is_blank (text) &&
      limits_take (sheet->limits, 1, strlen (text)))
    g_ptr_array_add (sheet->all->cells, block_cell_new (row, col, text, 0));
}

/* One row for each time; a file that names more rows than a sheet has is not believed.
 */
static void
note_row (GArray *rows, guint row)
{
  if (row < WORKSHEET_ROWS && rows->len < WORKSHEET_ROWS)
    g_array_append_val (rows, row);
}

void
worksheet_frame (Worksheet *sheet, guint row)
{
  note_row (sheet->framed, row);
}

void
worksheet_hide_row (Worksheet *sheet, guint row)
{
  note_row (sheet->hidden, row);
}

void
worksheet_hide_cols (Worksheet *sheet, guint first, guint last)
{
  for (guint col = first; col <= MIN (last, WORKSHEET_COLS - 1); col++)
    sheet->hidden_cols[col] = TRUE;
}

void
worksheet_merge (Worksheet *sheet, guint row, guint col, guint row_span, guint col_span)
{
  Area area = { row, col, row_span, col_span };

  if (row < WORKSHEET_ROWS && col < WORKSHEET_COLS &&
      row_span <= WORKSHEET_ROWS - row && col_span <= WORKSHEET_COLS - col &&
      (row_span > 1 || col_span > 1) && limits_take (sheet->limits, 1, 0))
    g_array_append_val (sheet->areas, area);
}

static int
by_corner (gconstpointer a, gconstpointer b)
{
  const Area *left = a, *right = b;

  if (left->row != right->row)
    return left->row < right->row ? -1 : 1;
  return (int) left->col - (int) right->col;
}

static int
by_number (gconstpointer a, gconstpointer b)
{
  const guint *left = a, *right = b;

  return *left < *right ? -1 : *left > *right;
}

/* Gives the areas that begin in a cell with text to that cell; the others stay.  Of
 * areas with the same corner, which no program makes, the first counts. */
static void
span_cells (Worksheet *sheet)
{
  GPtrArray *cells = sheet->all->cells;
  guint      cell = 0, kept = 0;

  g_array_sort (sheet->areas, by_corner);
  for (guint i = 0; i < sheet->areas->len; i++)
    {
      Area      *area = &g_array_index (sheet->areas, Area, i);
      BlockCell  corner = { .row = area->row, .col = area->col }, *at = &corner;
      BlockCell *found;

      while (cell < cells->len && block_cell_compare (&cells->pdata[cell], &at) < 0)
        cell++;
      found = cell < cells->len ? cells->pdata[cell] : NULL;
      if (found != NULL && found->row == area->row && found->col == area->col)
        {
          if (found->row_span > 1 || found->col_span > 1)
            continue;
          found->row_span = area->row_span;
          found->col_span = area->col_span;
        }
      else
        g_array_index (sheet->areas, Area, kept++) = *area;
    }
  g_array_set_size (sheet->areas, kept);
}

/* Keeps the cells that a test lets pass, in order. */
static void
keep_cells (Worksheet *sheet, gboolean (*test) (Worksheet *, BlockCell *, gpointer),
            gpointer   data)
{
  GPtrArray *cells = sheet->all->cells;
  guint      kept = 0;

  for (guint i = 0; i < cells->len; i++)
    if (test (sheet, cells->pdata[i], data))
      {
        gpointer cell = cells->pdata[i];

        cells->pdata[i] = cells->pdata[kept];
        cells->pdata[kept++] = cell;
      }
  g_ptr_array_set_size (cells, (int) kept);
}

/* What a merged cell lies over does not show; data: the first free row of each column.
 */
static gboolean
is_uncovered (Worksheet *sheet, BlockCell *cell, gpointer data)
{
  guint *free = data;

  if (free[cell->col] > cell->row)
    return FALSE;
  for (guint col = cell->col; col < cell->col + cell->col_span; col++)
    free[col] = cell->row + cell->row_span;
  return limits_take (sheet->limits, cell->col_span - 1, 0);
}

/* Hidden rows in front of a row. */
static guint
rows_hidden (const Worksheet *sheet, guint row)
{
  guint low = 0, high = sheet->hidden->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (sheet->hidden, guint, middle) < row)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Moves a cell to where it shows; data: the hidden columns in front of each.  A merged
 * cell shows as long as a part of it does. */
static gboolean
move_to_shown (Worksheet *sheet, BlockCell *cell, gpointer data)
{
  const guint *cols_hidden = data;
  guint        row = cell->row - rows_hidden (sheet, cell->row);
  guint        end_row = cell->row + cell->row_span;
  guint        end_col = cell->col + cell->col_span;
  guint        col = cell->col - cols_hidden[cell->col];

  cell->row_span = end_row - rows_hidden (sheet, end_row) - row;
  cell->col_span = end_col - cols_hidden[end_col] - col;
  cell->row = row;
  cell->col = col;
  return cell->row_span > 0 && cell->col_span > 0;
}

static void
sort_rows (GArray *rows)
{
  guint kept = 0;

  g_array_sort (rows, by_number);
  for (guint i = 0; i < rows->len; i++)
    if (kept == 0 ||
        g_array_index (rows, guint, i) != g_array_index (rows, guint, kept - 1))
      g_array_index (rows, guint, kept++) = g_array_index (rows, guint, i);
  g_array_set_size (rows, kept);
}

static gboolean
is_row_hidden (const Worksheet *sheet, guint row)
{
  guint i = rows_hidden (sheet, row);

  return i < sheet->hidden->len && g_array_index (sheet->hidden, guint, i) == row;
}

static void
arrange (Worksheet *sheet)
{
  g_autofree guint *free = g_new0 (guint, WORKSHEET_COLS + 1);
  guint             hidden = 0;

  sort_rows (sheet->hidden);
  sort_rows (sheet->framed);
  g_ptr_array_sort (sheet->all->cells, block_cell_compare);
  span_cells (sheet);
  keep_cells (sheet, is_uncovered, free);
  for (guint col = 0; col < WORKSHEET_COLS; col++)
    {
      free[col] = hidden;
      hidden += sheet->hidden_cols[col] ? 1 : 0;
    }
  free[WORKSHEET_COLS] = hidden;
  keep_cells (sheet, move_to_shown, free);
  g_ptr_array_sort (sheet->all->cells, block_cell_compare);
}

static void
measure (Worksheet *sheet)
{
  guint right = 0;

  sheet->left = G_MAXUINT;
  for (guint i = 0; i < sheet->all->cells->len; i++)
    {
      const BlockCell *cell = sheet->all->cells->pdata[i];

      sheet->left = MIN (sheet->left, cell->col);
      right = MAX (right, cell->col + cell->col_span);
    }
  sheet->width = right > sheet->left ? right - sheet->left : 0;
}

/* The rows with text and those with borders, in order. */
static GArray *
collect_rows (const Worksheet *sheet)
{
  GArray          *rows = g_array_new (FALSE, TRUE, sizeof (Row));
  const GPtrArray *cells = sheet->all->cells;
  guint            framed = 0, cell = 0;

  while (cell < cells->len || framed < sheet->framed->len)
    {
      guint text_row =
          cell < cells->len ? ((BlockCell *) cells->pdata[cell])->row : G_MAXUINT;
      guint at = framed < sheet->framed->len
                     ? g_array_index (sheet->framed, guint, framed)
                     : G_MAXUINT;
      guint frame_row = at == G_MAXUINT ? at : at - rows_hidden (sheet, at);
      Row   row = { .row = MIN (text_row, frame_row), .first = cell };

      if (at != G_MAXUINT && is_row_hidden (sheet, at))
        {
          framed++;
          continue;
        }
      row.is_framed = frame_row == row.row;
      framed += row.is_framed ? 1 : 0;
      while (cell < cells->len && ((BlockCell *) cells->pdata[cell])->row == row.row)
        cell++;
      row.n = cell - row.first;
      g_array_append_val (rows, row);
    }
  return rows;
}

/* What the areas without text and the cells above say about the rows. */
static void
describe_rows (const Worksheet *sheet, GArray *rows)
{
  guint area = 0, covered_to = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      Row *row = &g_array_index (rows, Row, i);

      for (; area < sheet->areas->len; area++)
        {
          guint at = g_array_index (sheet->areas, Area, area).row;
          guint shown = at - rows_hidden (sheet, at);

          if (shown > row->row)
            break;
          row->is_shared |= shown == row->row && !is_row_hidden (sheet, at);
        }
      row->covered_to = covered_to;
      for (guint j = row->first; j < row->first + row->n; j++)
        {
          const BlockCell *cell = sheet->all->cells->pdata[j];

          covered_to = MAX (covered_to, cell->row + cell->row_span - 1);
        }
    }
}

/* Whether a row is a line of text.  In a form that has begun, a row with borders is a
 * part of it. */
static gboolean
is_line (const Worksheet *sheet, const Row *row, gboolean in_table)
{
  const BlockCell *cell = sheet->all->cells->pdata[row->first];
  gboolean         is_wide = cell->col_span * 2 > sheet->width;

  if (row->n != 1 || row->is_shared || (row->covered_to >= row->row && row->row > 0) ||
      (cell->row_span > 1 && !is_wide))
    return FALSE;
  return in_table ? !row->is_framed && (is_wide || cell->col == sheet->left)
                  : !row->is_framed || is_wide;
}

static void
add_lines (GPtrArray *blocks, const BlockCell *cell)
{
  g_auto (GStrv) lines = g_strsplit (cell->text, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    if (!block_is_blank (*line))
      g_ptr_array_add (blocks, block_new_paragraph (*line, 0));
}

static void
move_row (Worksheet *sheet, const Row *row, Block *table)
{
  for (guint i = row->first; i < row->first + row->n; i++)
    g_ptr_array_add (table->cells, g_steal_pointer (&sheet->all->cells->pdata[i]));
}

/* Lets a table count its rows and columns from its own corner. */
static void
end_table (Worksheet *sheet, Block *table)
{
  guint top = G_MAXUINT, left = G_MAXUINT;

  if (table == NULL)
    return;
  for (guint i = 0; i < table->cells->len; i++)
    {
      const BlockCell *cell = table->cells->pdata[i];

      top = MIN (top, cell->row);
      left = MIN (left, cell->col);
    }
  for (guint i = 0; i < table->cells->len; i++)
    {
      BlockCell *cell = table->cells->pdata[i];

      cell->row -= top;
      cell->col -= left;
    }
  limits_take_table (sheet->limits, table);
}

void
worksheet_finish (Worksheet *sheet, GPtrArray *blocks)
{
  g_autoptr (GArray) rows = NULL;
  Block *table = NULL;
  guint  reached = 0, frames = 0; /* rows that the table reaches; empty ones since */

  arrange (sheet);
  measure (sheet);
  rows = collect_rows (sheet);
  describe_rows (sheet, rows);
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      guint      end = MAX (reached, row->covered_to + 1);
      guint      gap = row->row > end ? row->row - end : 0;
      gboolean   joins = gap == 0 || (gap <= MAX_EMPTY_ROWS && frames >= gap);

      frames = row->n == 0 ? frames + 1 : 0;
      if (row->n == 0)
        continue;
      reached = row->row + 1;
      if (!joins || is_line (sheet, row, table != NULL))
        {
          end_table (sheet, table);
          table = NULL;
        }
      if (is_line (sheet, row, table != NULL))
        add_lines (blocks, sheet->all->cells->pdata[row->first]);
      else
        {
          if (table == NULL)
            g_ptr_array_add (blocks, table = block_new_table (0));
          move_row (sheet, row, table);
        }
    }
  end_table (sheet, table);
}
