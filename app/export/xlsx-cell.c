/* app/export/xlsx-cell.c — a printed cell in a sheet of a workbook. */

#include "app/export/xlsx-cell.h"

#include <string.h>

#define LONGEST_TEXT 32766 /* characters that a cell may hold */

/* Digits that a spreadsheet's number keeps. */
#define MOST_DIGITS 15

/* What stands behind a number, and stays outside of it. */
static const char *const suffixes[] = { "", "%", "万元", "元" };

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
  g_autofree char *zeros = g_strnfill (decimals, '0');

  if (length == 0)
    return NULL;
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

static char *
text_for_cell (const FormCell *cell)
{
  const char *text = cell->text ? cell->text : "";

  if (strlen (text) <= LONGEST_TEXT)
    return g_utf8_make_valid (text, -1);
  {
    g_autofree char *valid = g_utf8_make_valid (text, -1);

    return g_utf8_strlen (valid, -1) <= LONGEST_TEXT
               ? g_steal_pointer (&valid)
               : g_utf8_substring (valid, 0, LONGEST_TEXT);
  }
}

static char *
code_for_cell (XlsxBook *book, const FormCell *cell, double *number)
{
  g_autofree char *code = NULL;

  if (cell->text == NULL || cell->field == NULL ||
      !g_strv_contains (number_fields, cell->field))
    return NULL;
  code = number_code (cell->text, number);
  return code != NULL && xlsx_book_shows (book, code, *number, cell->text)
             ? g_steal_pointer (&code)
             : NULL;
}

void
xlsx_put_cell (XlsxBook *book, XlsxSheet *sheet, const FormCell *cell, double size)
{
  XlsxCell        *at = xlsx_sheet_at (sheet, cell->row, cell->col);
  g_autofree char *code = code_for_cell (book, cell, &at->number);
  g_autofree char *text = text_for_cell (cell);

  at->look = xlsx_book_look (book, cell->style, size, cell->marked, code);
  if (code != NULL)
    {
      at->kind = XLSX_NUMBER;
      xlsx_book_see (book, text);
    }
  else if (*text != '\0')
    {
      at->kind = XLSX_TEXT;
      at->text = xlsx_book_text (book, text);
    }
  else
    at->kind = XLSX_BLANK;
  if (cell->row_span * cell->col_span > 1)
    xlsx_sheet_merge (sheet, cell->row, cell->col, cell->row + cell->row_span - 1,
                      cell->col + cell->col_span - 1);
}
