/* app/export/xlsx-cell.c — the cells of a workbook under way. */

#include "app/export/xlsx-cell.h"
#include "app/export/look.h"

#include "app/export/enclosure.h"
#include "app/read/number-format.h"

#include <math.h>
#include <string.h>

#define LONGEST_TEXT 32766 /* characters that a cell may hold */
#define HIGHEST_ROW  409.0 /* points that a row may have */

/* Digits that a spreadsheet's number keeps. */
#define MOST_DIGITS 15

/* What stands behind a number, and stays outside of it. */
static const char *const suffixes[] = { "", "%", "万元", "元" };

static const uint8_t aligns[] = {
  [TYPESET_LEFT] = LXW_ALIGN_LEFT,
  [TYPESET_CENTRE] = LXW_ALIGN_CENTER,
  [TYPESET_RIGHT] = LXW_ALIGN_RIGHT,
};

/* Fields that hold numbers.  A code is none, whatever it is made of. */
static const char *const number_fields[] = { "amount",
                                             "amount_with_unit",
                                             "fiscal",
                                             "local",
                                             "other",
                                             "percent",
                                             "value",
                                             "item_budget",
                                             "item_quantity",
                                             "item_price",
                                             "item_total",
                                             "item_general_budget",
                                             "item_fund_budget",
                                             "item_special_account",
                                             "item_other_income",
                                             "item_other_channel",
                                             "asset_quantity",
                                             "asset_value",
                                             NULL };

static void
free_show (gpointer show)
{
  number_format_free (show);
}

XlsxWriter *
xlsx_writer_new (lxw_workbook *book, GChecksum *seen)
{
  XlsxWriter *self = g_new (XlsxWriter, 1);

  self->book = book;
  self->seen = seen;
  self->formats = g_hash_table_new (NULL, NULL);
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->shows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_show);
  return self;
}

void
xlsx_writer_free (XlsxWriter *self)
{
  g_hash_table_unref (self->formats);
  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->shows);
  g_free (self);
}

/* A program that lacks the font takes another of its kind. */
#define FONT_WITH_SERIFS 1

static lxw_format *
make_format (XlsxWriter *self, const CellLook *look, double size, gboolean marked,
             const char *code)
{
  lxw_format *format = workbook_add_format (self->book);

  format_set_font_name (format, XLSX_FONT);
  format_set_font_family (format, FONT_WITH_SERIFS);
  format_set_font_size (format, size * look->scale);
  if (look->bold)
    format_set_bold (format);
  format_set_align (format, aligns[look->align]);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  format_set_text_wrap (format);
  if (code != NULL)
    format_set_num_format (format, code);
  else
    format_set_num_format_index (format, 49); /* text */
  if (look->border)
    format_set_border (format, LXW_BORDER_THIN);
  if (marked)
    format_set_bg_color (format, 0xFFE699);
  return format;
}

/* Styles that look alike are one format: libxlsxwriter compares one that is like
 * another with all there are, at every cell.  */
lxw_format *
xlsx_format (XlsxWriter *self, FormStyle style, double size, gboolean marked,
             const char *code)
{
  const CellLook *look = look_of_cell (style);
  guint           number = (guint) (size * look->scale * 100) << 5 | look->align << 3 |
                 (look->bold != 0) << 2 | (look->border != 0) << 1 | (marked != 0);
  gpointer         shape = GUINT_TO_POINTER (number);
  g_autofree char *key = code != NULL ? g_strdup_printf ("%u %s", number, code) : NULL;
  lxw_format      *format = key != NULL ? g_hash_table_lookup (self->numbers, key)
                                        : g_hash_table_lookup (self->formats, shape);

  if (format != NULL)
    return format;
  format = make_format (self, look, size, marked, code);
  if (key != NULL)
    g_hash_table_insert (self->numbers, g_steal_pointer (&key), format);
  else
    g_hash_table_insert (self->formats, shape, format);
  return format;
}

/* Digits with at most one point, as a spreadsheet would write them back: no zero in
 * front, no sign, no more than it keeps.  Returns their length, *decimals behind the
 * point.  */
static gsize
plain_number (const char *text, guint *decimals)
{
  gsize whole = strspn (text, "0123456789");
  gsize length = whole;

  *decimals = 0;
  if (whole == 0 || (whole > 1 && text[0] == '0'))
    return 0;
  if (text[whole] == '.')
    {
      *decimals = strspn (text + whole + 1, "0123456789");
      length += 1 + *decimals;
    }
  return text[length - 1] != '.' && whole + *decimals <= MOST_DIGITS ? length : 0;
}

/* The code that shows a number as text does, newly allocated; NULL: text is not one. */
static char *
number_code (const char *text, double *number)
{
  guint            decimals;
  gsize            length = plain_number (text, &decimals);
  g_autofree char *zeros = NULL;

  if (length == 0)
    return NULL;
  zeros = g_strnfill (decimals, '0');
  *number = g_ascii_strtod (text, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_equal (text + length, suffixes[i]))
      {
        const char *point = decimals > 0 ? "." : "";

        if (g_str_equal (suffixes[i], "%"))
          *number /= 100;
        return i == 0 ? g_strconcat ("0", point, zeros, NULL)
               : i == 1
                   ? g_strconcat ("0", point, zeros, "%", NULL)
                   : g_strconcat ("0", point, zeros, "\"", suffixes[i], "\"", NULL);
      }
  return NULL;
}

/* Whether the code shows the number just as it was printed. */
static gboolean
shows (XlsxWriter *self, const char *code, double number, const char *text)
{
  NumberFormat    *format = g_hash_table_lookup (self->shows, code);
  g_autofree char *shown = NULL;

  if (format == NULL)
    {
      format = number_format_new (code);
      g_hash_table_insert (self->shows, g_strdup (code), format);
    }
  shown = number_format_number (format, number, FALSE);
  return g_strcmp0 (shown, text) == 0;
}

/* Does _x0041_ stand here, which a spreadsheet takes for the letter A? */
static gboolean
is_escape (const char *at)
{
  if (at[0] != '_' || at[1] != 'x')
    return FALSE;
  for (guint i = 2; i < 6; i++)
    if (!g_ascii_isxdigit (at[i]))
      return FALSE;
  return at[6] == '_';
}

/* text, so that a spreadsheet shows it as it is.  Takes it. */
static char *
escape (char *text)
{
  GString *safe;

  if (strstr (text, "_x") == NULL)
    return text;
  safe = g_string_new (NULL);
  for (const char *at = text; *at != '\0'; at++)
    if (is_escape (at))
      g_string_append (safe, "_x005F_");
    else
      g_string_append_c (safe, *at);
  g_free (text);
  return g_string_free (safe, FALSE);
}

static char *
text_for_cell (const FormCell *cell)
{
  g_autofree char *valid = g_utf8_make_valid (cell->text ? cell->text : "", -1);

  return strlen (valid) <= LONGEST_TEXT || g_utf8_strlen (valid, -1) <= LONGEST_TEXT
             ? g_steal_pointer (&valid)
             : g_utf8_substring (valid, 0, LONGEST_TEXT);
}

static char *
code_for_cell (XlsxWriter *self, const FormCell *cell, double *number)
{
  g_autofree char *code = cell->text != NULL && cell->field != NULL
                              ? number_code (cell->text, number)
                              : NULL;

  return code != NULL && g_strv_contains (number_fields, cell->field) &&
                 shows (self, code, *number, cell->text)
             ? g_steal_pointer (&code)
             : NULL;
}

gboolean
xlsx_write_cell (XlsxWriter *self, lxw_worksheet *sheet, const FormCell *cell,
                 double size)
{
  double           number = 0;
  g_autofree char *code = code_for_cell (self, cell, &number);
  g_autofree char *text = text_for_cell (cell);
  lxw_format      *format = xlsx_format (self, cell->style, size, cell->marked, code);
  guint            last_row = cell->row + cell->row_span - 1;
  guint            last_col = cell->col + cell->col_span - 1;

  enclosure_see (self->seen, text);
  text = escape (g_steal_pointer (&text));
  if ((last_row > cell->row || last_col > cell->col) &&
      worksheet_merge_range (sheet, cell->row, cell->col, last_row, last_col,
                             code != NULL ? "" : text, format) != LXW_NO_ERROR)
    return FALSE;
  if (code != NULL)
    return worksheet_write_number (sheet, cell->row, cell->col, number, format) ==
           LXW_NO_ERROR;
  if (last_row > cell->row || last_col > cell->col)
    return TRUE;
  if (*text == '\0')
    return worksheet_write_blank (sheet, cell->row, cell->col, format) == LXW_NO_ERROR;
  return worksheet_write_string (sheet, cell->row, cell->col, text, format) ==
         LXW_NO_ERROR;
}

static void
hide_row (lxw_worksheet *sheet, guint row)
{
  lxw_row_col_options hidden = { .hidden = TRUE };

  worksheet_set_row_opt (sheet, row, LXW_DEF_ROW_HEIGHT, NULL, &hidden);
}

guint *
xlsx_place_rows (lxw_worksheet *sheet, guint n, const double *heights)
{
  guint *at = g_new (guint, n + 1);

  at[0] = 0;
  for (guint row = 0; row < n; row++)
    {
      guint parts = MAX (1, (guint) ceil (heights[row] / HIGHEST_ROW));

      at[row + 1] = at[row] + parts;
      if (heights[row] == 0)
        hide_row (sheet, at[row]);
      else
        for (guint part = at[row]; part < at[row + 1]; part++)
          worksheet_set_row (sheet, part, heights[row] / parts, NULL);
    }
  return at;
}

gboolean
xlsx_write_placed (XlsxWriter *self, lxw_worksheet *sheet, const FormCell *cell,
                   double size, const guint *at)
{
  FormCell placed = *cell;

  placed.row = at[cell->row];
  placed.row_span = at[cell->row + cell->row_span] - placed.row;
  return xlsx_write_cell (self, sheet, &placed, size);
}

/* As on paper. */
#define EDGE_FONT "&9&\"" XLSX_FONT ",Regular\""

/* & begins a field of a header. */
static char *
plain (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", "&", -1);

  return g_strjoinv ("&&", parts);
}

void
xlsx_set_edges (lxw_worksheet *sheet, const PageSetup *setup)
{
  g_autofree char *above = plain (setup->header);
  g_autofree char *below = plain (setup->footer);
  g_autofree char *head = g_strconcat ("&R" EDGE_FONT, above, NULL);
  g_autofree char *foot =
      g_strconcat ("&C" EDGE_FONT, below, *below != '\0' ? "　　" : "",
                   "第 &P 页　共 &N 页", NULL);

  if (*above != '\0')
    worksheet_set_header (sheet, head);
  worksheet_set_footer (sheet, foot);
}
