/* app/export/xlsx.c — printed tables as a spreadsheet, one sheet each, and the text
 * between them. */

#include "app/export/xlsx.h"
#include "app/export/look.h"
#include "app/export/xlsx-cell.h"
#include "app/export/xlsx-prose.h"
#include "app/export/xlsx-size.h"
#include "app/export/xlsx-summary.h"
#include "app/reading/level.h"

#include <string.h>

/* A column's width is counted in digits of the workbook's font, of 8 pixels at 96 a
 * inch.  */
#define DIGITS(mm) ((mm) *96 / 25.4 / 8)

#define LONGEST_NAME 31 /* of a sheet */
/* A4, in points. */
#define SHORT_EDGE 595.3
#define LONG_EDGE  841.9

/* What is so little longer than a page is printed a little smaller. */
#define NEARLY 1.08

#define HIGHEST_HEAD 260.0 /* points that may stay in sight */

static const char *
text_of_project (const FormTable *table, const char *column)
{
  for (guint i = 0; i < table->cells->len; i++)
    {
      const FormCell *cell = table->cells->pdata[i];

      if (cell->text != NULL && g_strcmp0 (cell->table_name, "project") == 0 &&
          g_str_equal (cell->column_name, column))
        return cell->text;
    }
  return NULL;
}

/* What stands over a table that is of no project. */
static const char *
title_of (const FormTable *table)
{
  for (guint i = 0; i < table->cells->len; i++)
    {
      const FormCell *cell = table->cells->pdata[i];

      if (cell->style == FORM_TITLE && cell->text != NULL && *cell->text != '\0')
        return cell->text;
    }
  return "整体绩效指标";
}

/* "3 城乡居民养老保险": the number makes it unlike all others.  No control or reserved
 * character, no apostrophe, as spreadsheets demand.  */
char *
xlsx_sheet_name (const FormTable *table, guint number)
{
  g_autoptr (GString) full = g_string_new (NULL);
  const char *name = text_of_project (table, "name");

  if (name == NULL)
    name = text_of_project (table, "heading");
  if (name == NULL)
    name = title_of (table);
  g_string_printf (full, "%u ", number);
  for (glong n = full->len; *name != '\0' && n < LONGEST_NAME;
       name = g_utf8_next_char (name), n++)
    {
      gunichar c = g_utf8_get_char (name);

      if (g_unichar_iscntrl (c) || c > 0xFFFF)
        c = ' ';
      if (c < 0x80 && strchr ("[]:*?/\\'", (char) c) != NULL)
        c = '-';
      g_string_append_unichar (full, c);
    }
  return g_strdup (g_strchomp (full->str));
}

static void
set_page (XlsxSheet *sheet, const FormTable *table)
{
  static const double margin[] = { 0.59, 0.59, 0.59, 0.71 };

  memcpy (sheet->margin, margin, sizeof margin);
  sheet->landscape = table->form->landscape;
  sheet->centred = TRUE;
  sheet->numbers_as_is = TRUE;
  sheet->repeat_first = table->head_first;
  sheet->repeat_rows = table->head_rows;
  for (guint col = 0; col < table->cols; col++)
    sheet->widths[col] = DIGITS (g_array_index (table->form->widths, guint, col));
}

/* The head stays in sight while the rows below move, as far as it leaves them room: a
 * form whose head fills the screen keeps its title.  */
static void
freeze_head (XlsxSheet *sheet, const FormTable *table)
{
  double height = 0;

  sheet->frozen = table->head_first + table->head_rows;
  for (guint row = 0; row < sheet->frozen; row++)
    height += sheet->heights[row];
  if (height > HIGHEST_HEAD)
    sheet->frozen = table->title_rows;
}

/* A table that is longer than a page is set smaller, as on paper, if it then fits.
 * Returns the size of its texts.  */
static double
fit_page (XlsxSheet *sheet, const FormTable *table, const PageSetup *setup)
{
  double page = (sheet->landscape ? SHORT_EDGE : LONG_EDGE) -
                72 * (sheet->margin[2] + sheet->margin[3]);
  double height = xlsx_row_heights (table, LOOK_CELL_SIZE, sheet->heights);
  double size = LOOK_CELL_SIZE;

  if (setup->keep_size)
    return size;
  while (height > page * NEARLY && size > LOOK_LEAST_SIZE)
    {
      size -= LOOK_SIZE_STEP;
      height = xlsx_row_heights (table, size, sheet->heights);
    }
  sheet->one_page = height <= page * NEARLY;
  if (sheet->one_page || size == LOOK_CELL_SIZE)
    return size;
  xlsx_row_heights (table, LOOK_CELL_SIZE, sheet->heights);
  return LOOK_CELL_SIZE;
}

/* … for the cells that show a field. */
static void
offer_words (XlsxSheet *sheet, const FormTable *table, const char *field,
             const char *const *words)
{
  const FormCell *first = NULL, *last = NULL;

  for (guint i = 0; i < table->cells->len; i++)
    {
      const FormCell *cell = table->cells->pdata[i];

      if (g_strcmp0 (cell->field, field) != 0)
        continue;
      if (first == NULL)
        first = cell;
      last = cell;
    }
  if (first != NULL)
    xlsx_sheet_offer (sheet, first->row, last->row + last->row_span - 1, first->col,
                      words);
}

static void
offer_lists (XlsxSheet *sheet, const FormTable *table)
{
  static const char *const operators[] = {
    "≥", "＞", "＝", "≤", "＜", "文字描述", NULL
  };

  offer_words (sheet, table, "level1", level1_names ());
  offer_words (sheet, table, "level2", level2_names ());
  offer_words (sheet, table, "operator", operators);
}

/* The headings stay in sight and filter what is below. */
static void
make_list (XlsxSheet *sheet, const FormTable *table)
{
  sheet->frozen = table->head_first + 1;
  sheet->filter = table->head_first + 1;
}

static void
put_table (XlsxBook *book, const FormTable *table, const PageSetup *setup, guint number)
{
  XlsxSheet       *sheet = xlsx_sheet_new (table->rows, table->cols);
  g_autofree char *name =
      table->is_list ? g_strdup (table->form->title) : xlsx_sheet_name (table, number);
  double size = LOOK_CELL_SIZE;

  set_page (sheet, table);
  if (table->is_list)
    xlsx_row_heights (table, size, sheet->heights);
  else
    size = fit_page (sheet, table, setup);
  for (guint i = 0; i < table->cells->len; i++)
    xlsx_put_cell (book, sheet, table->cells->pdata[i], size);
  if (table->is_list)
    make_list (sheet, table);
  else
    {
      freeze_head (sheet, table);
      offer_lists (sheet, table);
    }
  xlsx_book_add (book, name, sheet);
}

gboolean
xlsx_write (const Outline *outline, const PageSetup *setup, const char *records,
            const char *path)
{
  XlsxBook *book = xlsx_book_new (outline, setup, path);
  guint     number = 0, prose = 0;
  guint     end = 0; /* behind the lines that were written */
  gboolean  going = TRUE;

  xlsx_put_summary (book, outline);
  progress_begin (outline->progress, PROGRESS_WRITING, outline->items->len);
  for (guint i = 0; going && i < outline->items->len; i++)
    {
      const OutlineItem *item = outline->items->pdata[i];

      if (item->style == TEXT_TABLE)
        put_table (book, item->table, setup, ++number);
      else if (i >= end)
        end = xlsx_put_prose (book, outline, i, ++prose);
      going = progress_step (outline->progress);
    }
  return xlsx_book_close (book, records) && going;
}
