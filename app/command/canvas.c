/* app/command/canvas.c — the grid of a form, in box-drawing characters.
 *
 * Every column and row of the grid has a line before and after it.  A place on
 * the canvas is one column of the terminal; it holds a character, the right half of a
 * wide one, or the arms of a border.
 */

#include "app/command/canvas.h"

#include <string.h>

enum { UP = 1, DOWN = 2, LEFT = 4, RIGHT = 8 };

#define RIGHT_HALF G_MAXUINT32

typedef struct {
  const FormTable *table;
  int      *left; /* column of the border before each grid column, and after the last */
  int      *top;  /* line of the border above each grid row, and below the last */
  gunichar *characters;
  guint8   *arms;
  int       width, height;
} Canvas;

static int
width_of (gunichar c)
{
  return g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
}

/* Where the text breaks to stay within width; the rest of it, or NULL at its end. */
static const char *
break_line (const char *text, int width, const char **end)
{
  int used = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c == '\n')
        {
          *end = text;
          return text + 1;
        }
      if (used + width_of (c) > width)
        {
          *end = text;
          return text;
        }
      used += width_of (c);
    }
  *end = text;
  return NULL;
}

static int
line_count (const char *text, int width)
{
  int         n = 0;
  const char *end;

  for (; text != NULL; n++)
    text = break_line (text, width, &end);
  return n;
}

static int
inner_width (const Canvas *canvas, const FormCell *cell)
{
  return canvas->left[cell->col + cell->col_span] - canvas->left[cell->col] - 1;
}

/* Columns get their share of the width by the form's millimetres. */
static void
place_columns (Canvas *canvas, int width)
{
  const FormTable *table = canvas->table;
  int              total = 0, sum = 0;

  for (guint i = 0; i < table->cols; i++)
    total += g_array_index (table->form->widths, guint, i);
  canvas->left = g_new (int, table->cols + 1);
  for (guint i = 0; i <= table->cols; i++)
    {
      canvas->left[i] =
          MAX (sum * width / MAX (total, 1), i > 0 ? canvas->left[i - 1] + 5 : 0);
      if (i < table->cols)
        sum += g_array_index (table->form->widths, guint, i);
    }
  canvas->width = canvas->left[table->cols] + 1;
}

/* A row is as high as its highest cell; a cell over several rows makes the last of
 * them higher where they do not do.  */
static void
place_rows (Canvas *canvas)
{
  const FormTable *table = canvas->table;

  canvas->top = g_new0 (int, table->rows + 1);
  for (guint row = 0; row < table->rows; row++)
    {
      canvas->top[row + 1] = canvas->top[row] + 2;
      for (guint i = 0; i < table->cells->len; i++)
        {
          const FormCell *cell = table->cells->pdata[i];

          if (cell->row + cell->row_span == row + 1 && cell->text != NULL)
            canvas->top[row + 1] =
                MAX (canvas->top[row + 1],
                     canvas->top[cell->row] + 1 +
                         line_count (cell->text, inner_width (canvas, cell)));
        }
    }
  canvas->height = canvas->top[table->rows] + 1;
}

static void
draw_border (Canvas *canvas, const FormCell *cell)
{
  int x1 = canvas->left[cell->col], x2 = canvas->left[cell->col + cell->col_span];
  int y1 = canvas->top[cell->row], y2 = canvas->top[cell->row + cell->row_span];

  for (int x = x1; x <= x2; x++)
    for (int y = y1; y <= y2; y += y2 - y1)
      canvas->arms[y * canvas->width + x] |= (x > x1 ? LEFT : 0) | (x < x2 ? RIGHT : 0);
  for (int y = y1; y <= y2; y++)
    for (int x = x1; x <= x2; x += x2 - x1)
      canvas->arms[y * canvas->width + x] |= (y > y1 ? UP : 0) | (y < y2 ? DOWN : 0);
}

static void
draw_line (Canvas *canvas, int x, int y, const char *text, const char *end)
{
  gunichar *place = canvas->characters + y * canvas->width + x;

  for (; text < end; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (width_of (c) == 0)
        continue;
      *place++ = c;
      if (width_of (c) == 2)
        *place++ = RIGHT_HALF;
    }
}

static int
text_width (const char *text, const char *end)
{
  int width = 0;

  for (; text < end; text = g_utf8_next_char (text))
    width += width_of (g_utf8_get_char (text));
  return width;
}

/* Long texts begin at the left, all else is centred; both centred in height. */
static void
draw_text (Canvas *canvas, const FormCell *cell)
{
  int width = inner_width (canvas, cell);
  int height = canvas->top[cell->row + cell->row_span] - canvas->top[cell->row] - 1;
  int y = canvas->top[cell->row] + 1;
  const char *text = cell->text;

  if (text == NULL)
    return;
  y += MAX (0, (height - line_count (text, width)) / 2);
  while (text != NULL)
    {
      const char *end;
      const char *rest = break_line (text, width, &end);
      int         spare = width - text_width (text, end);
      int         indent = cell->style == FORM_TEXT || cell->style == FORM_LEFT ? 0
                           : cell->style == FORM_RIGHT                          ? spare
                                                       : spare / 2;

      draw_line (canvas, canvas->left[cell->col] + 1 + indent, y++, text, end);
      text = rest;
    }
}

static char *
as_text (const Canvas *canvas)
{
  static const char *const borders[16] = {
    " ", "│", "│", "│", "─", "┘", "┐", "┤", "─", "└", "┌", "├", "─", "┴", "┬", "┼",
  };
  GString *text = g_string_new (NULL);

  for (int y = 0; y < canvas->height; y++)
    {
      for (int x = 0; x < canvas->width; x++)
        {
          gunichar c = canvas->characters[y * canvas->width + x];

          if (c == 0)
            g_string_append (text, borders[canvas->arms[y * canvas->width + x]]);
          else if (c != RIGHT_HALF)
            g_string_append_unichar (text, c);
        }
      while (text->len > 0 && text->str[text->len - 1] == ' ')
        g_string_truncate (text, text->len - 1);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

char *
canvas_draw (const FormTable *table, int width)
{
  Canvas canvas = { .table = table };
  char  *text;

  place_columns (&canvas, width);
  place_rows (&canvas);
  canvas.characters = g_new0 (gunichar, canvas.width * canvas.height);
  canvas.arms = g_new0 (guint8, canvas.width * canvas.height);
  for (guint i = 0; i < table->cells->len; i++)
    {
      const FormCell *cell = table->cells->pdata[i];

      if (cell->style > FORM_RIGHT)
        draw_border (&canvas, cell);
      draw_text (&canvas, cell);
    }
  text = as_text (&canvas);
  g_free (canvas.left);
  g_free (canvas.top);
  g_free (canvas.characters);
  g_free (canvas.arms);
  return text;
}
