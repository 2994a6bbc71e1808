/* app/form/range.c — a rectangle of places of a printed table. */

#include "app/form/range.h"

FormRange
form_range_of (const FormCell *cell)
{
  return (FormRange){ cell->row, cell->col, cell->row_span, cell->col_span };
}

static gboolean
meets (const FormRange *range, const FormCell *cell)
{
  return cell->row < range->row + range->rows &&
         cell->row + cell->row_span > range->row &&
         cell->col < range->col + range->cols &&
         cell->col + cell->col_span > range->col;
}

/* Whether the range grew: it holds the cell then. */
static gboolean
take_in (FormRange *range, const FormCell *cell)
{
  FormRange old = *range;
  guint     bottom = MAX (range->row + range->rows, cell->row + cell->row_span);
  guint     right = MAX (range->col + range->cols, cell->col + cell->col_span);

  range->row = MIN (range->row, cell->row);
  range->col = MIN (range->col, cell->col);
  range->rows = bottom - range->row;
  range->cols = right - range->col;
  return range->rows != old.rows || range->cols != old.cols;
}

FormRange
form_range_between (const FormTable *table, const FormCell *a, const FormCell *b)
{
  FormRange range = form_range_of (a);
  gboolean  grew;

  take_in (&range, b);

  do
    {
      grew = FALSE;
      for (guint i = 0; i < table->cells->len; i++)
        if (meets (&range, table->cells->pdata[i]))
          grew |= take_in (&range, table->cells->pdata[i]);
    }
  while (grew);
  return range;
}

gboolean
form_range_holds (const FormRange *range, const FormCell *cell)
{
  return meets (range, cell);
}

gboolean
form_range_is_one (const FormTable *table, const FormRange *range)
{
  const FormCell *cell = form_table_at (table, range->row, range->col);

  return cell->row_span >= range->rows && cell->col_span >= range->cols;
}

gboolean
form_range_begins (const FormTable *table, const FormRange *range, guint col)
{
  for (guint row = range->row; row < MIN (range->row + range->rows, table->rows); row++)
    if (form_table_at (table, row, col)->col == col)
      return TRUE;
  return FALSE;
}
