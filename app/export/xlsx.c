/* app/export/xlsx.c — printed tables as a spreadsheet, one sheet each, and the text
 * between them. */

#include "app/export/xlsx.h"
#include "app/export/enclose.h"
#include "app/export/look.h"
#include "app/export/properties.h"
#include "app/export/xlsx-cell.h"
#include "app/export/xlsx-prose.h"
#include "app/export/xlsx-size.h"
#include "app/export/xlsx-summary.h"
#include "app/reading/level.h"

#include <string.h>

/* A column's width is counted in digits of the workbook's font, of 7 pixels at 96 a
 * inch, beside 5 pixels of padding.  */
#define DIGITS(mm) (((mm) *96 / 25.4 - 5) / 7)

#define LONGEST_NAME 31    /* of a sheet */
#define HIGHEST_HEAD 260.0 /* points that may stay in sight */

/* A4 within the margins, in points. */
#define SHORT_EDGE 501.7
#define LONG_EDGE  748.3

/* Points over and of the line to sign and seal. */
#define SEAL_GAP    8.5
#define SEAL_HEIGHT 20.0

/* What is so little longer than a page is printed a little smaller. */
#define NEARLY 1.08

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
set_page (lxw_worksheet *sheet, const FormTable *table, const PageSetup *setup)
{
  if (table->form->landscape)
    worksheet_set_landscape (sheet);
  worksheet_set_paper (sheet, 9); /* A4 */
  worksheet_set_margins (sheet, 0.59, 0.59, 0.59, 0.71);
  worksheet_center_horizontally (sheet);
  xlsx_set_edges (sheet, setup);
  worksheet_gridlines (sheet, LXW_HIDE_ALL_GRIDLINES);
}

static void
set_columns (lxw_worksheet *sheet, const FormTable *table, const guint *at)
{
  for (guint col = 0; col < table->cols; col++)
    worksheet_set_column (sheet, col, col,
                          DIGITS (g_array_index (table->form->widths, guint, col)),
                          NULL);
  if (table->head_rows > 0)
    worksheet_repeat_rows (sheet, at[table->head_first],
                           at[table->head_first + table->head_rows] - 1);
}

static gboolean
has_seal (const FormTable *table, const PageSetup *setup)
{
  return setup->seal && table->form->seal != NULL;
}

/* Below the table, which ends before a row, as wide as it is. */
static gboolean
write_seal (XlsxWriter *writer, lxw_worksheet *sheet, const FormTable *table, guint end)
{
  const FormCell line = { .row = end + 1,
                          .row_span = 1,
                          .col_span = table->cols,
                          .style = FORM_LEFT,
                          .text = table->form->seal };

  worksheet_set_row (sheet, end, SEAL_GAP, NULL);
  worksheet_set_row (sheet, end + 1, SEAL_HEIGHT, NULL);
  return xlsx_write_cell (writer, sheet, &line, LOOK_CELL_SIZE);
}

/* A table that is longer than a page is set smaller, as on paper, if it then fits.
 * Returns the size of its texts.  */
static double
fit_page (lxw_worksheet *sheet, const FormTable *table, const PageSetup *setup,
          double *heights)
{
  double page = NEARLY * (table->form->landscape ? SHORT_EDGE : LONG_EDGE) -
                (has_seal (table, setup) ? SEAL_GAP + SEAL_HEIGHT : 0);
  double   size = LOOK_CELL_SIZE;
  double   height = xlsx_row_heights (table, size, heights);
  gboolean may_fit = !setup->keep_size && !table->is_list;

  while (may_fit && height > page && size > LOOK_LEAST_SIZE)
    {
      size -= LOOK_SIZE_STEP;
      height = xlsx_row_heights (table, size, heights);
    }
  worksheet_fit_to_pages (sheet, 1, may_fit && height <= page ? 1 : 0);
  if (height <= page)
    return size;
  xlsx_row_heights (table, LOOK_CELL_SIZE, heights);
  return LOOK_CELL_SIZE;
}

/* The head stays in sight while the rows below move, as far as it leaves them room: a
 * form whose head fills the screen keeps its title.  */
static void
freeze_head (lxw_worksheet *sheet, const FormTable *table, const double *heights,
             const guint *at)
{
  guint  end = table->head_first + table->head_rows;
  double height = 0;

  for (guint row = 0; row < end; row++)
    height += heights[row];
  if (height > HIGHEST_HEAD)
    end = table->title_rows;
  if (end > 0)
    worksheet_freeze_panes (sheet, at[end], 0);
}

/* Cells of a column that take words of a list; other words may be typed all the same.
 */
static void
offer_words (lxw_worksheet *sheet, const FormTable *table, const guint *at,
             const char *field, const char *const *words)
{
  lxw_data_validation offer = {
    .validate = LXW_VALIDATION_TYPE_LIST,
    .error_type = LXW_VALIDATION_ERROR_TYPE_INFORMATION,
    .error_title = (char *) "绩效表",
    .error_message = (char *) "这里通常填列表里的词",
    .value_list = (char **) words,
  };
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
    worksheet_data_validation_range (sheet, at[first->row], first->col,
                                     at[last->row + last->row_span] - 1, first->col,
                                     &offer);
}

static void
offer_lists (lxw_worksheet *sheet, const FormTable *table, const guint *at)
{
  static const char *const operators[] = {
    "≥", "＞", "＝", "≤", "＜", "文字描述", NULL
  };

  offer_words (sheet, table, at, "level1", level1_names ());
  offer_words (sheet, table, at, "level2", level2_names ());
  offer_words (sheet, table, at, "operator", operators);
}

/* The headings stay in sight and filter what is below. */
static void
make_list (lxw_worksheet *sheet, const FormTable *table, const guint *at)
{
  worksheet_freeze_panes (sheet, at[table->head_first + 1], 0);
  worksheet_autofilter (sheet, at[table->head_first], 0, at[table->rows] - 1,
                        table->cols - 1);
}

static gboolean
write_table (XlsxWriter *writer, const FormTable *table, const PageSetup *setup,
             guint number)
{
  g_autofree char *name =
      table->is_list ? g_strdup (table->form->title) : xlsx_sheet_name (table, number);
  g_autofree double *heights = g_new (double, table->rows);
  g_autofree guint  *at = NULL;
  lxw_worksheet     *sheet = workbook_add_worksheet (writer->book, name);
  double             size;

  if (sheet == NULL)
    return FALSE;
  set_page (sheet, table, setup);
  size = fit_page (sheet, table, setup, heights);
  at = xlsx_place_rows (sheet, table->rows, heights);
  set_columns (sheet, table, at);
  for (guint i = 0; i < table->cells->len; i++)
    {
      const FormCell *cell = table->cells->pdata[i];

      if (!xlsx_write_placed (writer, sheet, cell, size, at))
        return FALSE;
    }
  worksheet_ignore_errors (sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
  if (table->is_list)
    make_list (sheet, table, at);
  else
    {
      freeze_head (sheet, table, heights, at);
      offer_lists (sheet, table, at);
    }
  return !has_seal (table, setup) || write_seal (writer, sheet, table, at[table->rows]);
}

/* Puts records beside the workbook, packed while it is closed.  Only then is the part
 * there that says what belongs to it.  */
static gboolean
close_with_records (XlsxWriter *writer, Parcel *parcel, const char *records)
{
  static const char relations[] = "xl/_rels/workbook.xml.rels";

  GBytes  *old;
  gboolean ok;

  enclose_records (parcel, writer->seen, records);
  ok = workbook_close (writer->book) == LXW_NO_ERROR;
  old = parcel_get (parcel, relations);
  if (old != NULL)
    enclose_relation (parcel, relations, old);
  return ok && old != NULL;
}

/* What the file says of itself names no day, which libxlsxwriter always does: the same
 * records give the same file.  */
static gboolean
close_book (XlsxWriter *writer, const Outline *outline, const char *records,
            const char *path)
{
  Parcel  *parcel = parcel_onto (path);
  gboolean ok;

  parcel_add (parcel, PROPERTIES_PART,
              properties_write (outline->title, outline->author));
  ok = records != NULL ? close_with_records (writer, parcel, records)
                       : workbook_close (writer->book) == LXW_NO_ERROR;
  return parcel_close (parcel) && ok;
}

gboolean
xlsx_write (const Outline *outline, const PageSetup *setup, const char *records,
            const char *path)
{
  g_autoptr (GChecksum) seen = g_checksum_new (G_CHECKSUM_SHA256);
  XlsxWriter *writer = xlsx_writer_new (workbook_new (path), seen);
  gboolean    ok;
  guint       number = 0, prose = 0;
  guint       end = 0; /* behind the lines that were written */

  ok = xlsx_write_summary (writer, outline, setup);
  progress_begin (outline->progress, PROGRESS_WRITING, outline->items->len);
  for (guint i = 0; ok && i < outline->items->len; i++)
    {
      const OutlineItem *item = outline->items->pdata[i];

      if (item->style == TEXT_TABLE)
        ok = write_table (writer, item->table, setup, ++number);
      else if (i >= end)
        {
          end = xlsx_write_prose (writer, outline, setup, i, ++prose);
          ok = end != G_MAXUINT;
        }
      ok = progress_step (outline->progress) && ok;
    }
  ok = close_book (writer, outline, records, path) && ok;
  xlsx_writer_free (writer);
  return ok;
}
