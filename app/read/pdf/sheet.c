/* app/read/pdf/sheet.c — a table over the pages it stands on. */

#include "app/read/pdf/sheet.h"

#include "app/read/pdf/line.h"

#include <math.h>
#include <string.h>

#define SAME_COLUMN 4.0 /* points */
#define CERTAIN     3   /* cells that all look cut: no chance */
/* Below the last line of a cell, in em: room for another one, and for the two that are
 * kept together. */
#define ONE_LINE  1.5
#define TWO_LINES 3.5
#define MAX_HEAD  8 /* rows that are printed again on each page */

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
      guint           col = find_place (table->xs, glyph->x);
      guint           row = find_place (table->ys, glyph->y);

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
    .is_at_top = first != NULL && first->box.y0 - box->y0 < first->em,
    .free = last != NULL ? (box->y1 - last->box.y1) / last->em : 0,
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
  edge.is_open = table->is_framed && !cell->is_ruled_above;
  if (cell->row <= MAX_HEAD)
    g_array_append_val (sheet->starts, edge);
  edge.is_open = table->is_framed && !cell->is_ruled_below;
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
  sheet->ys = g_array_copy (table->ys);
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
  g_array_unref (sheet->ys);
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

gboolean
pdf_sheet_matches (PdfSheet *sheet, PdfSheet *next)
{
  g_autoptr (GArray) xs = NULL;

  if (fabs (width (sheet) - width (next)) > SAME_COLUMN ||
      !(has_all (sheet->xs, next->xs) || has_all (next->xs, sheet->xs)))
    return FALSE;
  xs = unite (sheet->xs, next->xs);
  count_columns_by (sheet, xs);
  count_columns_by (next, xs);
  return TRUE;
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

double
pdf_sheet_need (const PdfSheet *sheet, const PdfSheet *next)
{
  guint rows = count_repeated (sheet, next) + 1;

  for (guint i = 0; i < next->block->cells->len; i++)
    {
      const BlockCell *cell = next->block->cells->pdata[i];

      if (cell->row >= rows)
        break;
      rows = MAX (rows, cell->row + cell->row_span);
    }
  return g_array_index (next->ys, double, rows) - g_array_index (next->ys, double, 0);
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

/* Whether what begins a cell of the next page would not have fitted in the last line of
 * the one above it. */
static gboolean
is_wrapped (const PdfEdge *start, const PdfEdge *end)
{
  return end->lines > 0 && end->room < start->unit;
}

static const PdfEdge *
start_of (const PdfSheet *next, const BlockCell *cell)
{
  for (guint i = 0; i < next->starts->len; i++)
    {
      const PdfEdge *start = &g_array_index (next->starts, PdfEdge, i);

      if (start->cell == cell)
        return start;
    }
  return NULL;
}

gboolean
pdf_sheet_is_cut (const PdfSheet *sheet, const PdfSheet *next)
{
  for (guint i = 0; i < sheet->ends->len; i++)
    {
      const PdfEdge   *end = &g_array_index (sheet->ends, PdfEdge, i);
      const BlockCell *below = end->is_open ? cell_below (next, 0, end->cell) : NULL;

      if (below != NULL && start_of (next, below)->is_open)
        return TRUE;
    }
  return FALSE;
}

/* What the cells at a page break look like. */
typedef struct {
  guint closed;  /* lines stand there */
  guint apart;   /* merged cells begin anew */
  guint ended;   /* nothing comes after them */
  guint goes_on; /* something does */
  guint wrapped; /* … that had no room in the line */
  guint roomy;   /* … though there was room for another line */
  guint empty;   /* … and for more than what is kept together */
  guint begins;  /* something stands only on the next page */
  guint lines;   /* of those that go on, at most */
} Break;

static void
look_at (Break *seen, const PdfEdge *end, const PdfEdge *start)
{
  if (is_blank (start->cell))
    seen->ended += !is_blank (end->cell);
  else if (is_blank (end->cell))
    seen->begins++;
  else
    {
      seen->goes_on++;
      seen->wrapped += is_wrapped (start, end);
      seen->roomy += end->free >= ONE_LINE;
      seen->empty += end->free >= TWO_LINES;
      seen->lines = MAX (seen->lines, end->lines);
    }
}

/* Whether the lines at a page break show what it cut: they are drawn at some cells and
 * not at others, or on one side of it only.  has_head: the head is printed again, and
 * the line below it says nothing. */
static gboolean
do_lines_tell (const PdfSheet *sheet, const PdfSheet *next, gboolean has_head)
{
  guint open[2] = { 0 }, closed[2] = { 0 };

  for (guint i = 0; i < sheet->ends->len; i++)
    {
      const PdfEdge *end = &g_array_index (sheet->ends, PdfEdge, i);

      (end->is_open ? open : closed)[0]++;
    }
  for (guint i = 0; i < next->starts->len && !has_head; i++)
    {
      const PdfEdge *start = &g_array_index (next->starts, PdfEdge, i);

      if (start->cell->row == 0)
        (start->is_open ? open : closed)[1]++;
    }
  return open[0] + open[1] > 0 && closed[0] + closed[1] > 0;
}

/* Whether the first row of the next page is what the page break cut off the last row:
 * it says nothing where that was at its end, and goes on elsewhere. */
static gboolean
is_cut_row (const PdfSheet *sheet, const PdfSheet *next, gboolean do_tell)
{
  Break seen = { 0 };

  for (guint i = 0; i < sheet->ends->len; i++)
    {
      const PdfEdge   *end = &g_array_index (sheet->ends, PdfEdge, i);
      const BlockCell *below = cell_below (next, 0, end->cell);
      const PdfEdge   *start = below != NULL ? start_of (next, below) : NULL;

      if (start == NULL)
        return FALSE;
      seen.closed += !(end->is_open && start->is_open);
      if (end->cell->row_span == 1 && below->row_span == 1)
        look_at (&seen, end, start);
      else if (!is_blank (below) && !(end->free < ONE_LINE && is_wrapped (start, end)))
        seen.apart++;
    }
  if (seen.closed == 0 || do_tell)
    return seen.closed == 0;
  if (seen.apart > 0)
    return FALSE;
  if (seen.goes_on > 0 && seen.begins == 0 && seen.wrapped == seen.goes_on &&
      seen.empty == 0 && seen.ended + seen.goes_on >= CERTAIN)
    return TRUE;
  if (seen.roomy > 0)
    return FALSE;
  if (seen.begins > 0)
    return seen.ended > seen.goes_on + seen.begins;
  return seen.goes_on > 0 && seen.ended > 0 &&
         (seen.lines > 1 || seen.ended > seen.goes_on);
}

static void
join_cells (BlockCell *cell, BlockCell *below, guint rows)
{
  GString *text = g_string_new (cell->text);

  /* Some print all of a merged cell on both pages. */
  if (!g_str_equal (cell->text, below->text))
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

/* Whether a merged cell goes on on the next page: it says nothing new there, or what it
 * had no room for, at the top.  is_open: so may do those to its left, which it is part
 * of. */
static gboolean
is_cut_cell (const PdfEdge *end, const PdfEdge *start, gboolean do_tell,
             gboolean *is_open)
{
  gboolean is_rest =
      end->free < ONE_LINE && start->is_at_top && is_wrapped (start, end);

  if ((end->is_open && start->is_open) || do_tell)
    return end->is_open && start->is_open;
  if (end->cell->row_span == 1 && start->cell->row_span == 1)
    return FALSE;
  if (is_blank (start->cell))
    return TRUE;
  *is_open = *is_open && is_rest && end->cell->row_span > 1;
  return *is_open;
}

/* Joins the cells that the page cut.  is_row: all of the last row; otherwise merged
 * cells. */
static void
join_cut (PdfSheet *sheet, PdfSheet *next, gboolean is_row, gboolean do_tell)
{
  gboolean is_open = TRUE;

  for (guint i = 0; i < sheet->ends->len; i++)
    {
      PdfEdge       *end = &g_array_index (sheet->ends, PdfEdge, i);
      BlockCell     *below = cell_below (next, 0, end->cell);
      const PdfEdge *start = below != NULL ? start_of (next, below) : NULL;

      if (start == NULL || !(is_row || is_cut_cell (end, start, do_tell, &is_open)))
        continue;
      join_cells (end->cell, below, below->row_span - (is_row ? 1 : 0));
      replace_end (next, below, end->cell);
      g_ptr_array_remove (next->block->cells, below);
    }
}

void
pdf_sheet_continue (PdfSheet *sheet, PdfSheet *next)
{
  guint    head = count_repeated (sheet, next);
  gboolean do_tell, is_row;

  drop_rows (next, head);
  for (guint i = 0; i < next->starts->len && head > 0; i++)
    g_array_index (next->starts, PdfEdge, i).is_open = TRUE;
  do_tell = do_lines_tell (sheet, next, head > 0);
  is_row = is_cut_row (sheet, next, do_tell);
  join_cut (sheet, next, is_row, do_tell);
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
