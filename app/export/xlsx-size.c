/* app/export/xlsx-size.c — how high the rows of a sheet must be. */

#include "app/export/xlsx-size.h"
#include "app/export/look.h"

#include <string.h>

#define MM      (72 / 25.4) /* in points */
#define LEADING 1.32
#define PADDING 5.0 /* points, above and below a text together */
#define SIDES   6.0 /* … at its left and right */
#define LEAST   1.7 /* lines of a row of one */

#define NARROW                                                           \
  0.55 /* of a letter that is not wide: as much as a byte takes, or more \
        */

/* The width of the letter at *text, which moves on.  Nearly all are ASCII, or 汉字 and
 * the signs between them: U+3000 to U+9FFF and U+FF00 to U+FF3F, three bytes each. GLib
 * looks for each other one in a table.  */
static double
take_width (const char **text)
{
  guchar   first = **text;
  gunichar c;

  if (first < 0x80)
    {
      (*text)++;
      return NARROW;
    }
  if ((first >= 0xE3 && first <= 0xE9) ||
      (first == 0xEF && (guchar) (*text)[1] == 0xBC))
    {
      *text += 3;
      return 1;
    }
  c = g_utf8_get_char (*text);
  *text = g_utf8_next_char (*text);
  return g_unichar_iswide (c) ? 1 : NARROW;
}

static guint
count_lines (const char *text, double room)
{
  guint  lines = 1;
  double used = 0;

  if (strlen (text) * NARROW < room - NARROW && strchr (text, '\n') == NULL)
    return 1;
  while (*text != '\0')
    {
      gboolean ends = *text == '\n';
      double   width = take_width (&text);

      if (ends || used + width > room)
        {
          lines++;
          used = 0;
        }
      used += ends ? 0 : width;
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
