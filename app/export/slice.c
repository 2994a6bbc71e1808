/* app/export/slice.c — which rows of a printed table go on which page. */

#include "app/export/slice.h"

/* A row that takes more of a page than this is cut into parts of a few lines. */
#define WHOLE_ROW     0.5
#define LINES_OF_PART 3

/* A row may be cut only between lines: each part is so many of them. */
static void
add_parts (GArray *slices, const Fit *fit, guint row)
{
  FormStyle style = form_table_at (fit->table, row, 0)->style;
  double    line = fit_line (style, fit->size);
  guint     lines = (fit->row[row] - 2 * FIT_PADDING_Y) / line + 0.5;

  for (guint first = 0; first < lines; first += LINES_OF_PART)
    {
      Slice slice = { row, first, LINES_OF_PART, LINES_OF_PART * line };

      if (first == 0)
        slice.height += FIT_PADDING_Y;
      if (first + LINES_OF_PART >= lines)
        slice.height = (lines - first) * line + 2 * FIT_PADDING_Y;
      g_array_append_val (slices, slice);
    }
}

static GArray *
slice_table (const Fit *fit, double page)
{
  GArray *slices = g_array_new (FALSE, FALSE, sizeof (Slice));

  for (guint row = 0; row < fit->table->rows; row++)
    {
      Slice whole = { row, 0, G_MAXUINT, fit->row[row] };

      if (fit->row[row] > WHOLE_ROW * page)
        add_parts (slices, fit, row);
      else
        g_array_append_val (slices, whole);
    }
  return slices;
}

/* Makes the slices of a page as high as its merged cells need; returns their sum. */
static double
stretch (const Fit *fit, GArray *page)
{
  Slice *slices = (Slice *) page->data;
  double sum = 0;

  for (guint i = 0; i < fit->table->cells->len; i++)
    {
      const FormCell *cell = fit->table->cells->pdata[i];
      double          height = 0;
      guint           n = 0;

      for (guint k = 0; k < page->len && cell->row_span > 1; k++)
        if (slices[k].row - cell->row < cell->row_span)
          {
            height += slices[k].height;
            n++;
          }
      for (guint k = 0; k < page->len && n > 0 && height < fit->text[i]; k++)
        if (slices[k].row - cell->row < cell->row_span)
          slices[k].height += (fit->text[i] - height) / n;
    }
  for (guint k = 0; k < page->len; k++)
    sum += slices[k].height;
  return sum;
}

/* A page must not end inside the column headings, nor between two rows that one label
 * stands beside.  */
static gboolean
may_end_before (const FormTable *table, guint row)
{
  if ((row > table->head_first && row <= table->head_first + table->head_rows))
    return FALSE;
  for (guint col = 0; col < table->cols; col++)
    {
      const FormCell *above = form_table_at (table, row - 1, col);

      if (above == form_table_at (table, row, col) && above->row_span == 2 &&
          above->style == FORM_LABEL)
        return FALSE;
    }
  return TRUE;
}

/* The slices from begin to end as they stand on a page, under the column headings
 * when those are on an earlier one; *height is what they take.  */
static GArray *
make_page (const Fit *fit, const GArray *slices, guint begin, guint end, double *height)
{
  const FormTable *table = fit->table;
  const Slice     *from = &g_array_index (slices, Slice, begin);
  guint            head_end = table->head_first + table->head_rows;
  GArray          *page = g_array_new (FALSE, FALSE, sizeof (Slice));

  for (guint row = table->head_first; row < head_end && from->row >= head_end; row++)
    {
      Slice head = { row, 0, G_MAXUINT, fit->row[row] };

      g_array_append_val (page, head);
    }
  g_array_append_vals (page, from, end - begin);
  *height = stretch (fit, page);
  return page;
}

/* Where a page that begins at begin may end at best: behind a row, or inside one that
 * was cut.  0: nowhere before it is full.  */
static guint
best_end (const Fit *fit, const GArray *slices, guint begin, double height)
{
  guint good = 0;

  for (guint end = begin + 1; end <= slices->len; end++)
    {
      double used;
      g_autoptr (GArray) page = make_page (fit, slices, begin, end, &used);
      const Slice *last = &g_array_index (slices, Slice, end - 1);

      if (used > height)
        break;
      if (end == slices->len || last[1].row == last->row ||
          may_end_before (fit->table, last[1].row))
        good = end;
    }
  return good;
}

static gboolean
all_fit (const Fit *fit, const GArray *slices, guint begin, double height)
{
  double used;
  g_autoptr (GArray) page = make_page (fit, slices, begin, slices->len, &used);

  return used <= height;
}

/* The next page, from *begin on, which is moved behind it.  What does not fit at all
 * gets a page to itself, unless there is another one: then it is left empty.  */
static GArray *
next_page (const Fit *fit, const GArray *slices, guint *begin, double height,
           gboolean may_be_empty)
{
  guint  from = *begin;
  guint  end = all_fit (fit, slices, from, height)
                   ? slices->len
                   : best_end (fit, slices, from, height);
  double used;

  if (end == 0 && may_be_empty)
    return g_array_new (FALSE, FALSE, sizeof (Slice));
  *begin = MAX (end, from + 1);
  return make_page (fit, slices, from, *begin, &used);
}

/* A page in use must hold more of the table than the column headings and one row. */
#define LEAST_ROWS_BELOW 2

static gboolean
begins_too_low (const Fit *fit, const GArray *slices, double room)
{
  const FormTable *table = fit->table;
  guint            need = table->head_first + table->head_rows + LEAST_ROWS_BELOW;
  double           used = 0;

  for (guint i = 0; i < slices->len && used <= room; i++)
    {
      const Slice *slice = &g_array_index (slices, Slice, i);

      if (slice->row >= need)
        return FALSE;
      used += slice->height;
    }
  return used > room;
}

GPtrArray *
slice_pages (const Fit *fit, double room, double height)
{
  g_autoptr (GArray) slices = slice_table (fit, height);
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  guint      begin = 0;

  if (room < height && begins_too_low (fit, slices, room))
    {
      g_ptr_array_add (pages, g_array_new (FALSE, FALSE, sizeof (Slice)));
      room = height;
    }
  while (begin < slices->len)
    {
      g_ptr_array_add (pages, next_page (fit, slices, &begin, room, room < height));
      room = height;
    }
  return pages;
}
