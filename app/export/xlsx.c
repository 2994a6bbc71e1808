/* app/export/xlsx.c — printed tables as a spreadsheet, one sheet each. */

#include "app/export/xlsx.h"
#include "app/export/look.h"
#include "app/export/slice.h"

#include "app/enclosure.h"

#include <string.h>
#include <xlsxwriter.h>

#define MM   (72 / 25.4) /* in points */
#define FONT "宋体"
#define SIZE 10.0

/* A column's width is counted in digits of the workbook's font, of 7 pixels at 96 a
 * inch, beside 5 pixels of padding.  */
#define DIGITS(mm) (((mm) *96 / 25.4 - 5) / 7)

/* The spreadsheet breaks lines by a font of its own: text is measured in a little less
 * room than it has.  */
#define ROOM 0.94

#define LONGEST_TEXT 32766 /* characters that a cell may hold */
#define LONGEST_NAME 31    /* of a sheet */
#define HIGHEST_ROW  409.0 /* points */

/* The day of an export is no part of the records: the same ones give the same file. */
#define CREATED 946684800 /* 2000-01-01 */

typedef struct {
  lxw_workbook *book;
  lxw_format   *formats[FORM_TEXT + 1];
  Typeset      *typeset;
  GChecksum    *seen;
} Writer;

static const uint8_t aligns[] = {
  [TYPESET_LEFT] = LXW_ALIGN_LEFT,
  [TYPESET_CENTRE] = LXW_ALIGN_CENTER,
  [TYPESET_RIGHT] = LXW_ALIGN_RIGHT,
};

static void
make_formats (Writer *writer)
{
  for (guint style = 0; style < G_N_ELEMENTS (writer->formats); style++)
    {
      const CellLook *look = look_of_cell (style);
      lxw_format     *format = workbook_add_format (writer->book);

      format_set_font_name (format, FONT);
      format_set_font_size (format, SIZE * look->scale);
      if (look->bold)
        format_set_bold (format);
      format_set_align (format, aligns[look->align]);
      format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
      format_set_text_wrap (format);
      format_set_num_format_index (format, 49); /* text */
      if (look->border)
        format_set_border (format, LXW_BORDER_THIN);
      writer->formats[style] = format;
    }
}

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

/* "3 城乡居民养老保险": the number makes it unlike all others.  No control or reserved
 * character, no apostrophe, as spreadsheets demand.  */
static char *
name_of_sheet (const FormTable *table, guint number)
{
  g_autoptr (GString) full = g_string_new (NULL);
  const char *name = text_of_project (table, "name");

  if (name == NULL)
    name = text_of_project (table, "heading");
  if (name == NULL)
    name = "整体绩效指标";
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

static char *
text_for_cell (const FormCell *cell)
{
  g_autofree char *valid = g_utf8_make_valid (cell->text ? cell->text : "", -1);

  if (g_utf8_strlen (valid, -1) <= LONGEST_TEXT)
    return g_steal_pointer (&valid);
  return g_utf8_substring (valid, 0, LONGEST_TEXT);
}

static lxw_error
write_cell (Writer *writer, lxw_worksheet *sheet, const FormCell *cell)
{
  lxw_format      *format = writer->formats[cell->style];
  g_autofree char *text = text_for_cell (cell);
  guint            last_row = cell->row + cell->row_span - 1;
  guint            last_col = cell->col + cell->col_span - 1;

  enclosure_see (writer->seen, text);
  if (last_row > cell->row || last_col > cell->col)
    return worksheet_merge_range (sheet, cell->row, cell->col, last_row, last_col, text,
                                  format);
  if (*text == '\0')
    return worksheet_write_blank (sheet, cell->row, cell->col, format);
  return worksheet_write_string (sheet, cell->row, cell->col, text, format);
}

static void
set_page (lxw_worksheet *sheet, const FormTable *table)
{
  if (table->form->landscape)
    worksheet_set_landscape (sheet);
  worksheet_set_paper (sheet, 9); /* A4 */
  worksheet_set_margins (sheet, 0.59, 0.59, 0.59, 0.71);
  worksheet_center_horizontally (sheet);
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_set_footer (sheet, "&C第&P页 共&N页");
  worksheet_gridlines (sheet, LXW_HIDE_ALL_GRIDLINES);
  if (table->head_rows > 0)
    worksheet_repeat_rows (sheet, table->head_first,
                           table->head_first + table->head_rows - 1);
}

static void
set_sizes (Writer *writer, lxw_worksheet *sheet, const FormTable *table)
{
  double width = 0;
  g_autoptr (Fit) fit = NULL;
  g_autoptr (GPtrArray) flow = NULL;

  for (guint col = 0; col < table->cols; col++)
    {
      guint mm = g_array_index (table->form->widths, guint, col);

      worksheet_set_column (sheet, col, col, DIGITS (mm), NULL);
      width += mm * MM;
    }
  fit = fit_new (writer->typeset, table, SIZE, width * ROOM);
  flow = slice_pages (fit, G_MAXDOUBLE, G_MAXDOUBLE);
  for (guint row = 0; row < table->rows && flow->len > 0; row++)
    {
      const Slice *slice = &g_array_index ((GArray *) flow->pdata[0], Slice, row);

      if (slice->height > 0)
        worksheet_set_row (sheet, row, MIN (slice->height, HIGHEST_ROW), NULL);
      else
        {
          lxw_row_col_options hidden = { .hidden = TRUE };

          worksheet_set_row_opt (sheet, row, SIZE, NULL, &hidden);
        }
    }
}

/* The headings stay in sight and filter what is below. */
static void
make_list (lxw_worksheet *sheet, const FormTable *table)
{
  worksheet_freeze_panes (sheet, table->head_first + 1, 0);
  worksheet_autofilter (sheet, table->head_first, 0, table->rows - 1, table->cols - 1);
}

static gboolean
write_table (Writer *writer, const FormTable *table, guint number)
{
  g_autofree char *name =
      table->is_list ? g_strdup (table->form->title) : name_of_sheet (table, number);
  lxw_worksheet *sheet = workbook_add_worksheet (writer->book, name);

  if (sheet == NULL)
    return FALSE;
  set_page (sheet, table);
  set_sizes (writer, sheet, table);
  for (guint i = 0; i < table->cells->len; i++)
    {
      const FormCell *cell = table->cells->pdata[i];

      if (write_cell (writer, sheet, cell) != LXW_NO_ERROR)
        return FALSE;
    }
  worksheet_ignore_errors (sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
  if (table->is_list)
    make_list (sheet, table);
  return TRUE;
}

gboolean
xlsx_write (const Outline *outline, const PageSetup *setup, GChecksum *seen,
            const char *path)
{
  g_autoptr (Typeset) typeset = typeset_new ();
  g_autofree char   *heading = g_strdup (outline->title);
  Writer             writer = { workbook_new (path), { NULL }, typeset, seen };
  lxw_doc_properties properties = { .title = heading, .created = CREATED };
  gboolean           ok = TRUE;
  guint              number = 0;

  make_formats (&writer);
  workbook_set_properties (writer.book, &properties);
  for (guint i = 0; ok && i < outline->items->len; i++)
    {
      const OutlineItem *item = outline->items->pdata[i];

      if (item->style == TEXT_TABLE)
        ok = write_table (&writer, item->table, ++number);
    }
  return workbook_close (writer.book) == LXW_NO_ERROR && ok;
}
