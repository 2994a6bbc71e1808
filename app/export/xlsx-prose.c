/* app/export/xlsx-prose.c — a sheet of one wide column, a row for each line. */

#include "app/export/xlsx-prose.h"
#include "app/export/look.h"
#include "app/export/xlsx-cell.h"
#include "app/export/xlsx-size.h"
#include "app/form/list.h"

#define NAME  "正文"
#define MM    154 /* narrower than a page: some programs count in wider digits */
#define WIDTH 72  /* the same in digits of the workbook's font */

static const FormStyle styles[] = {
  [TEXT_COVER] = FORM_TITLE,        [TEXT_TITLE] = FORM_TITLE,
  [TEXT_CONTENTS_PART] = FORM_LEFT, [TEXT_CONTENTS] = FORM_LEFT,
  [TEXT_PART] = FORM_TITLE,         [TEXT_HEADING] = FORM_LEFT,
  [TEXT_SUBHEADING] = FORM_LEFT,    [TEXT_PARAGRAPH] = FORM_LEFT,
  [TEXT_LETTERHEAD] = FORM_TITLE,   [TEXT_CENTRE] = FORM_TITLE,
  [TEXT_LEFT] = FORM_LEFT,          [TEXT_RIGHT] = FORM_RIGHT,
};

/* The lines from item i on as a table of one column, for their heights; *end gets the
 * item behind them.  */
static FormTable *
table_of (const Outline *outline, guint i, guint *end)
{
  const FormColumn column = { NAME, MM, FORM_LEFT };
  FormList        *lines = form_list_new (NAME, NAME, FALSE, &column, 1);

  for (; i < outline->items->len; i++)
    {
      const OutlineItem *item = outline->items->pdata[i];

      if (item->style == TEXT_TABLE)
        break;
      form_list_add_line (lines, styles[item->style], g_strdup (item->text));
    }
  *end = i;
  return form_list_finish (lines, NULL);
}

guint
xlsx_put_prose (XlsxBook *book, const Outline *outline, guint i, guint number)
{
  guint end;
  g_autoptr (FormTable) lines = table_of (outline, i, &end);
  XlsxSheet       *sheet = xlsx_sheet_new (lines->rows, 1);
  g_autofree char *name =
      number > 1 ? g_strdup_printf (NAME " %u", number) : g_strdup (NAME);

  sheet->widths[0] = WIDTH;
  sheet->centred = TRUE;
  xlsx_row_heights (lines, LOOK_CELL_SIZE, sheet->heights);
  for (guint row = 0; row < lines->rows; row++)
    xlsx_put_cell (book, sheet, lines->cells->pdata[row], LOOK_CELL_SIZE);
  xlsx_book_add (book, name, sheet);
  return end;
}
