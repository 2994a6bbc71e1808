/* app/export/fit.c — how high the rows of a printed table must be for its texts. */

#include "app/export/fit.h"
#include "app/export/look.h"

#define POINTS_PER_MM (72 / 25.4)

/* A row of one line is so many lines high. */
#define LEAST_ROW 1.7

static void
set_columns (Fit *self, double width)
{
  const GArray *widths = self->table->form->widths;
  double        sum = 0;

  self->x = g_new0 (double, widths->len + 1);
  for (guint i = 0; i < widths->len; i++)
    {
      sum += g_array_index (widths, guint, i) * POINTS_PER_MM;
      self->x[i + 1] = sum;
    }
  for (guint i = 0; i <= widths->len && sum > width; i++)
    self->x[i] *= width / sum;
}

Measure
fit_measure (FormStyle style, double size, double width)
{
  const CellLook *look = look_of_cell (style);

  return (Measure){
    .size = size * look->scale,
    .width = MAX (width - 2 * FIT_PADDING_X, 1),
    .align = look->align,
  };
}

double
fit_line (FormStyle style, double size)
{
  const Measure measure = fit_measure (style, size, 0);

  return measure_leading (&measure);
}

Setting *
fit_setting (Typeset *typeset, const FormCell *cell)
{
  return typeset_shape (typeset, look_of_cell (cell->style)->bold, cell->text);
}

static void
measure_texts (Fit *self)
{
  const FormTable *table = self->table;

  self->text = g_new (double, table->cells->len);
  for (guint i = 0; i < table->cells->len; i++)
    {
      const FormCell *cell = table->cells->pdata[i];
      const Measure   measure =
          fit_measure (cell->style, self->size,
                       self->x[cell->col + cell->col_span] - self->x[cell->col]);
      const Setting *setting = fit_setting (self->typeset, cell);

      self->text[i] = setting_lines (setting, &measure) * measure_leading (&measure) +
                      2 * FIT_PADDING_Y;
    }
}

Fit *
fit_new (Typeset *typeset, const FormTable *table, double size, double width)
{
  Fit *self = g_new0 (Fit, 1);

  self->table = table;
  self->typeset = typeset;
  self->size = size;
  set_columns (self, width);
  measure_texts (self);
  self->row = g_new0 (double, table->rows);
  for (guint row = 0; row < table->rows; row++)
    if (!form_table_row_is_blank (table, row))
      self->row[row] =
          LEAST_ROW * fit_line (form_table_at (table, row, 0)->style, size);
  for (guint i = 0; i < table->cells->len; i++)
    {
      const FormCell *cell = table->cells->pdata[i];

      if (cell->row_span == 1 && self->row[cell->row] > 0)
        self->row[cell->row] = MAX (self->row[cell->row], self->text[i]);
    }
  return self;
}

void
fit_free (Fit *self)
{
  if (self == NULL)
    return;
  g_free (self->x);
  g_free (self->text);
  g_free (self->row);
  g_free (self);
}
