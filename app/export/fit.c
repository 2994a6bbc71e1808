/* app/export/fit.c — how high the rows of a printed table must be for its texts. */

#include "app/export/fit.h"

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

static void
measure_texts (Fit *self, Typeset *typeset)
{
  const FormTable *table = self->table;

  self->text = g_new (double, table->cells->len);
  for (guint i = 0; i < table->cells->len; i++)
    {
      const FormCell *cell = table->cells->pdata[i];
      double          width = self->x[cell->col + cell->col_span] - self->x[cell->col];
      g_autoptr (PangoLayout) layout =
          typeset_text (typeset, cell->style, self->size, width - 2 * FIT_PADDING_X,
                        cell->text);

      self->text[i] = typeset_height (layout) + 2 * FIT_PADDING_Y;
    }
}

Fit *
fit_new (Typeset *typeset, const FormTable *table, double size, double width)
{
  Fit *self = g_new0 (Fit, 1);

  self->table = table;
  self->size = size;
  set_columns (self, width);
  measure_texts (self, typeset);
  self->row = g_new0 (double, table->rows);
  for (guint row = 0; row < table->rows; row++)
    if (!form_table_row_is_blank (table, row))
      self->row[row] =
          LEAST_ROW * typeset_line (form_table_at (table, row, 0)->style, size);
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
