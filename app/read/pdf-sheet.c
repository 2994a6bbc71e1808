/* app/read/pdf-sheet.c — a table over the pages it stands on. */

#include "app/read/pdf-sheet.h"

#include "app/read/pdf-line.h"

#include <math.h>
#include <string.h>

#define SAME_COLUMN 4.0 /* points */
#define MAX_HEAD    8   /* rows that are printed again on each page */

/* The place of the grid that a point lies in. */
static guint
find_place (const GArray *places, double point)
{
  guint low = 0, high = places->len - 1;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (places, double, middle) <= point)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* For each cell of the table an array of the characters in it. */
static GPtrArray *
sort_glyphs (const PdfTable *table, const GArray *glyphs)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  guint      cols = table->xs->len - 1;
  g_autofree guint *owners = g_new0 (guint, cols * (table->ys->len - 1));

  for (guint i = 0; i < table->cells->len; i++)
    {
      const PdfCell *cell = &g_array_index (table->cells, PdfCell, i);

      g_ptr_array_add (texts, g_array_new (FALSE, FALSE, sizeof (PdfGlyph)));
      for (guint row = cell->row; row < cell->row + cell->row_span; row++)
        for (guint col = cell->col; col < cell->col + cell->col_span; col++)
          owners[row * cols + col] = i;
    }
  for (guint i = 0; i < glyphs->len; i++)
    {
      const PdfGlyph *glyph = &g_array_index (glyphs, PdfGlyph, i);
      guint           col = find_place (table->xs, (glyph->box.x0 + glyph->box.x1) / 2);
      guint           row = find_place (table->ys, (glyph->box.y0 + glyph->box.y1) / 2);

      g_array_append_vals (texts->pdata[owners[row * cols + col]], glyph, 1);
    }
  return texts;
}

static PdfEdge
edge_of (BlockCell *cell, const GPtrArray *lines, const PdfBox *box)
{
  const PdfLine *first = lines->len > 0 ? lines->pdata[0] : NULL;
  const PdfLine *last = lines->len > 0 ? lines->pdata[lines->len - 1] : NULL;

  return (PdfEdge){
    .cell = cell,
    .lines = lines->len,
    .is_full = last != NULL && box->y1 - last->box.y1 < 1.5 * last->em,
    .room =
        last != NULL ? pdf_lines_width (lines, box) - (last->box.x1 - last->box.x0) : 0,
    .unit = first != NULL ? first->unit + 0.3 * first->em : 0,
  };
}

/* Reads a cell; at the head and foot of the table it is remembered how. */
static void
add_cell (PdfSheet *sheet, const PdfTable *table, const PdfCell *cell,
          const GArray *glyphs, guint page)
{
  g_autoptr (GPtrArray) lines = pdf_lines_of (glyphs);
  PdfBox           box = pdf_table_cell_box (table, cell);
  g_autofree char *text = pdf_lines_in_cell (lines, &box);
  BlockCell       *read = block_cell_new (cell->row, cell->col, text, 0);
  PdfEdge          edge = edge_of (read, lines, &box);

  read->row_span = cell->row_span;
  read->col_span = cell->col_span;
  read->page = page;
  g_ptr_array_add (sheet->block->cells, read);
  if (cell->row == 0)
    g_array_append_val (sheet->starts, edge);
  if (cell->row + cell->row_span == sheet->rows)
    g_array_append_val (sheet->ends, edge);
}

PdfSheet *
pdf_sheet_new (const PdfTable *table, const GArray *glyphs, guint page)
{
  PdfSheet *sheet = g_new0 (PdfSheet, 1);
  g_autoptr (GPtrArray) texts = sort_glyphs (table, glyphs);

  sheet->block = block_new_table (0);
  sheet->block->page = page;
  sheet->rows = table->ys->len - 1;
  sheet->xs = g_array_copy (table->xs);
  for (guint i = 0; i < sheet->xs->len; i++)
    g_array_index (sheet->xs, double, i) -= table->box.x0;
  sheet->starts = g_array_new (FALSE, FALSE, sizeof (PdfEdge));
  sheet->ends = g_array_new (FALSE, FALSE, sizeof (PdfEdge));
  for (guint i = 0; i < table->cells->len; i++)
    add_cell (sheet, table, &g_array_index (table->cells, PdfCell, i), texts->pdata[i],
              page);
  return sheet;
}

void
pdf_sheet_free (PdfSheet *sheet)
{
  if (sheet == NULL)
    return;
  block_free (sheet->block);
  g_array_unref (sheet->xs);
  g_array_unref (sheet->starts);
  g_array_unref (sheet->ends);
  g_free (sheet);
}

static gboolean
has_place (const GArray *places, double point)
{
  for (guint i = 0; i < places->len; i++)
    if (fabs (g_array_index (places, double, i) - point) <= SAME_COLUMN)
      return TRUE;
  return FALSE;
}

static gboolean
has_all (const GArray *places, const GArray *others)
{
  for (guint i = 0; i < others->len; i++)
    if (!has_place (places, g_array_index (others, double, i)))
      return FALSE;
  return TRUE;
}

static double
width (const PdfSheet *sheet)
{
  return g_array_index (sheet->xs, double, sheet->xs->len - 1);
}

gboolean
pdf_sheet_matches (const PdfSheet *sheet, const PdfSheet *next)
{
  return fabs (width (sheet) - width (next)) <= SAME_COLUMN &&
         (has_all (sheet->xs, next->xs) || has_all (next->xs, sheet->xs));
}

static int
by_value (gconstpointer a, gconstpointer b)
{
  const double *left = a, *right = b;

  return *left < *right ? -1 : *left > *right;
}

static GArray *
unite (const GArray *places, const GArray *others)
{
  GArray *all = g_array_copy ((GArray *) places);

  for (guint i = 0; i < others->len; i++)
    if (!has_place (places, g_array_index (others, double, i)))
      g_array_append_vals (all, &g_array_index (others, double, i), 1);
  g_array_sort (all, by_value);
  return all;
}

static guint
nearest (const GArray *places, double point)
{
  guint best = 0;

  for (guint i = 1; i < places->len; i++)
    if (fabs (g_array_index (places, double, i) - point) <
        fabs (g_array_index (places, double, best) - point))
      best = i;
  return best;
}

/* Counts the columns of a sheet by the lines of a finer grid. */
static void
count_columns_by (PdfSheet *sheet, const GArray *xs)
{
  for (guint i = 0; i < sheet->block->cells->len; i++)
    {
      BlockCell *cell = sheet->block->cells->pdata[i];
      double     from = g_array_index (sheet->xs, double, cell->col);
      double     to = g_array_index (sheet->xs, double, cell->col + cell->col_span);

      cell->col = nearest (xs, from);
      cell->col_span = MAX (nearest (xs, to), cell->col + 1) - cell->col;
    }
  g_array_unref (sheet->xs);
  sheet->xs = g_array_copy ((GArray *) xs);
}

/* The cell that begins at a row and covers the same columns as another. */
static BlockCell *
cell_below (const PdfSheet *sheet, guint row, const BlockCell *other)
{
  for (guint i = 0; i < sheet->block->cells->len; i++)
    {
      BlockCell *cell = sheet->block->cells->pdata[i];

      if (cell->row > row)
        break;
      if (cell->row == row && cell->col == other->col &&
          cell->col_span == other->col_span)
        return cell;
    }
  return NULL;
}

static gboolean
is_blank (const BlockCell *cell)
{
  return block_is_blank (cell->text);
}

/* How many rows at the top are printed again on the next page. */
static guint
count_repeated (const PdfSheet *sheet, const PdfSheet *next)
{
  guint    n = MIN (MAX_HEAD, MIN (sheet->rows, next->rows));
  gboolean has_text = FALSE;

  for (guint i = 0; i < next->block->cells->len; i++)
    {
      const BlockCell *cell = next->block->cells->pdata[i];
      const BlockCell *same =
          cell->row < n ? cell_below (sheet, cell->row, cell) : NULL;

      if (cell->row >= n)
        break;
      if (same == NULL || same->row_span != cell->row_span ||
          !g_str_equal (same->text, cell->text))
        n = cell->row;
      else
        has_text = has_text || !is_blank (cell);
    }
  for (guint i = 0; i < next->block->cells->len; i++)
    {
      const BlockCell *cell = next->block->cells->pdata[i];

      if (cell->row < n && cell->row + cell->row_span > n)
        return 0;
    }
  return has_text && n < next->rows ? n : 0;
}

static void
drop_rows (PdfSheet *sheet, guint n)
{
  GPtrArray *cells = sheet->block->cells;
  guint      dropped = 0;

  while (dropped < cells->len && ((BlockCell *) cells->pdata[dropped])->row < n)
    dropped++;
  if (dropped > 0)
    g_ptr_array_remove_range (cells, 0, dropped);
  for (guint i = 0; i < cells->len; i++)
    ((BlockCell *) cells->pdata[i])->row -= n;
  sheet->rows -= n;
}

/* Whether what begins a cell of the next page would not have fitted in the last line.
 */
static gboolean
is_wrapped (const PdfSheet *next, const BlockCell *below, const PdfEdge *end)
{
  for (guint i = 0; i < next->starts->len; i++)
    {
      const PdfEdge *start = &g_array_index (next->starts, PdfEdge, i);

      if (start->cell == below)
        return end->room < start->unit;
    }
  return FALSE;
}

/* Whether the first row of the next page is what the page break cut off the last row:
 * it says nothing where that had room left, and is blank elsewhere. */
static gboolean
is_cut_row (const PdfSheet *sheet, const PdfSheet *next)
{
  guint ended = 0, goes_on = 0, begins = 0, wrapped = 0, lines = 0;

  for (guint i = 0; i < sheet->ends->len; i++)
    {
      const PdfEdge   *end = &g_array_index (sheet->ends, PdfEdge, i);
      const BlockCell *below = cell_below (next, 0, end->cell);

      if (below == NULL)
        return FALSE;
      if (end->cell->row_span > 1 || below->row_span > 1)
        continue;
      if (is_blank (below))
        ended += !is_blank (end->cell);
      else if (is_blank (end->cell))
        begins++;
      else if (!end->is_full)
        return FALSE;
      else
        {
          goes_on++;
          wrapped += is_wrapped (next, below, end);
          lines = MAX (lines, end->lines);
        }
    }
  if (begins > 0)
    return ended > goes_on + begins;
  return goes_on > 0 && ended > 0 &&
         (wrapped == goes_on || lines > 1 || ended > goes_on);
}

static void
join_cells (BlockCell *cell, BlockCell *below, guint rows)
{
  GString *text = g_string_new (cell->text);

  pdf_line_continue (text, below->text);
  g_free (cell->text);
  cell->text = g_string_free (text, FALSE);
  cell->row_span += rows;
}

static void
replace_end (PdfSheet *next, const BlockCell *old, BlockCell *cell)
{
  for (guint i = 0; i < next->ends->len; i++)
    if (g_array_index (next->ends, PdfEdge, i).cell == old)
      g_array_index (next->ends, PdfEdge, i).cell = cell;
}

/* Joins the cells that the page cut.  is_row: the last row goes on; otherwise only
 * merged cells do, which say nothing new or had no room. */
static void
join_cut (PdfSheet *sheet, PdfSheet *next, gboolean is_row)
{
  for (guint i = 0; i < sheet->ends->len; i++)
    {
      PdfEdge   *end = &g_array_index (sheet->ends, PdfEdge, i);
      BlockCell *below = cell_below (next, 0, end->cell);
      gboolean   is_merged =
          below != NULL && (end->cell->row_span > 1 || below->row_span > 1);

      if (below == NULL || !(is_row || is_merged) ||
          (!is_row && !is_blank (below) && !end->is_full))
        continue;
      if (!is_row && !is_blank (below) && end->lines < 2)
        continue;
      join_cells (end->cell, below, below->row_span - (is_row ? 1 : 0));
      replace_end (next, below, end->cell);
      g_ptr_array_remove (next->block->cells, below);
    }
}

void
pdf_sheet_continue (PdfSheet *sheet, PdfSheet *next)
{
  g_autoptr (GArray) xs = unite (sheet->xs, next->xs);
  gboolean is_row;

  count_columns_by (sheet, xs);
  count_columns_by (next, xs);
  drop_rows (next, count_repeated (sheet, next));
  is_row = is_cut_row (sheet, next);
  join_cut (sheet, next, is_row);
  for (guint i = 0; i < next->block->cells->len; i++)
    {
      BlockCell *cell = g_steal_pointer (&next->block->cells->pdata[i]);

      cell->row += sheet->rows - (is_row ? 1 : 0);
      g_ptr_array_add (sheet->block->cells, cell);
    }
  sheet->rows += next->rows - (is_row ? 1 : 0);
  g_array_unref (sheet->ends);
  sheet->ends = g_steal_pointer (&next->ends);
  next->ends = g_array_new (FALSE, FALSE, sizeof (PdfEdge));
  pdf_sheet_free (next);
}
