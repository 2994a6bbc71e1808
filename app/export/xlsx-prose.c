/* app/export/xlsx-prose.c — a sheet of one wide column, a row for each line. */

#include "app/export/xlsx-prose.h"
#include "app/export/look.h"
#include "app/export/xlsx-size.h"
#include "app/form/list.h"

#define NAME  "正文"
#define MM    138 /* narrower than a page: some programs count in wider digits */
#define WIDTH 74  /* the same in digits of the workbook's font */

static const FormStyle styles[] = {
  [TEXT_COVER] = FORM_TITLE,        [TEXT_TITLE] = FORM_TITLE,
  [TEXT_CONTENTS_PART] = FORM_LEFT, [TEXT_CONTENTS] = FORM_LEFT,
  [TEXT_PART] = FORM_TITLE,         [TEXT_HEADING] = FORM_LEFT,
  [TEXT_SUBHEADING] = FORM_LEFT,    [TEXT_PARAGRAPH] = FORM_LEFT,
  [TEXT_LETTERHEAD] = FORM_TITLE,   [TEXT_CENTRE] = FORM_TITLE,
  [TEXT_LEFT] = FORM_LEFT,          [TEXT_RIGHT] = FORM_RIGHT,
};

static lxw_worksheet *
add_sheet (XlsxWriter *writer, const PageSetup *setup, guint number)
{
  g_autofree char *name =
      number > 1 ? g_strdup_printf (NAME " %u", number) : g_strdup (NAME);
  lxw_worksheet *sheet = workbook_add_worksheet (writer->book, name);

  if (sheet == NULL)
    return NULL;
  worksheet_set_paper (sheet, 9); /* A4 */
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_set_margins (sheet, 0.59, 0.59, 0.59, 0.71);
  worksheet_center_horizontally (sheet);
  xlsx_set_edges (sheet, setup);
  worksheet_gridlines (sheet, LXW_HIDE_ALL_GRIDLINES);
  worksheet_set_column (sheet, 0, 0, WIDTH, NULL);
  return sheet;
}

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
xlsx_write_prose (XlsxWriter *writer, const Outline *outline, const PageSetup *setup,
                  guint i, guint number)
{
  lxw_worksheet *sheet = add_sheet (writer, setup, number);
  guint          end;
  g_autoptr (FormTable) lines = table_of (outline, i, &end);
  g_autofree double *heights = lines != NULL ? g_new (double, lines->rows) : NULL;
  g_autofree guint  *at = NULL;

  if (sheet == NULL || lines == NULL)
    return G_MAXUINT;
  xlsx_row_heights (lines, LOOK_CELL_SIZE, heights);
  at = xlsx_place_rows (sheet, lines->rows, heights);
  for (guint row = 0; row < lines->cells->len; row++)
    if (!xlsx_write_placed (writer, sheet, lines->cells->pdata[row], LOOK_CELL_SIZE,
                            at))
      return G_MAXUINT;
  return end;
}
