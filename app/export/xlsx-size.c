/* app/export/xlsx-size.c — how high the rows of a sheet must be. */

#include "app/export/xlsx-size.h"
#include "app/export/look.h"

#define MM      (72 / 25.4) /* in points */
#define LEADING 1.32
#define PADDING 5.0 /* points, above and below a text together */
#define SIDES   6.0 /* … at its left and right */
#define LEAST   1.7 /* lines of a row of one */

/* Nearly all are 汉字 or ASCII: GLib looks for each in a table. */
static double
width_of (gunichar c)
{
  gboolean is_wide = c >= 0x4E00 && c <= 0x9FFF;

  return is_wide || (c >= 0x80 && g_unichar_iswide (c)) ? 1 : 0.55;
}

static guint
count_lines (const char *text, double room)
{
  guint  lines = 1;
  double used = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c == '\n' || used + width_of (c) > room)
        {
          lines++;
          used = 0;
        }
      if (c != '\n')
        used += width_of (c);
    }
  return lines;
}

static double
height_of (const FormTable *table, const FormCell *cell, double size)
{
  double width = -SIDES;

  for (guint col = cell->col; col < cell->col + cell->col_span; col++)
    width += g_array_index (table->form->widths, guint, col) * MM;
  if (cell->text == NULL)
    return 0;
  return count_lines (cell->text, MAX (width / size, 1)) * size * LEADING + PADDING;
}

/* Gives the rows of a merged cell what it lacks. */
static void
stretch (double *heights, const FormCell *cell, double height)
{
  double sum = 0;

  for (guint row = cell->row; row < cell->row + cell->row_span; row++)
    sum += heights[row];
  for (guint row = cell->row; row < cell->row + cell->row_span && sum < height; row++)
    heights[row] += (height - sum) / cell->row_span;
}

double
xlsx_row_heights (const FormTable *table, double size, double *heights)
{
  double sum = 0;

  for (guint row = 0; row < table->rows; row++)
    heights[row] =
        form_table_row_is_blank (table, row)
            ? 0
            : LEAST * size * look_of_cell (form_table_at (table, row, 0)->style)->scale;
  for (guint i = 0; i < table->cells->len; i++)
    {
      const FormCell *cell = table->cells->pdata[i];

      if (cell->row_span == 1 && heights[cell->row] > 0)
        heights[cell->row] =
            MAX (heights[cell->row],
                 height_of (table, cell, size * look_of_cell (cell->style)->scale));
    }
  for (guint i = 0; i < table->cells->len; i++)
    {
      const FormCell *cell = table->cells->pdata[i];

      if (cell->row_span > 1)
        stretch (heights, cell,
                 height_of (table, cell, size * look_of_cell (cell->style)->scale));
    }
  for (guint row = 0; row < table->rows; row++)
    sum += heights[row];
  return sum;
}
