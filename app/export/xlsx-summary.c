/* app/export/xlsx-summary.c — the sheet before those of the projects. */

#include "app/export/xlsx-summary.h"
#include "app/export/xlsx.h"

#include "app/decimal.h"
#include "app/export/look.h"
#include "db/funding.h"

#include <string.h>

#define NAME "汇总"

/* What a column has beside its characters, in characters. */
#define PADDING 0.7

/* 万元 of 分, as the text of a number. */
#define FEN_PER_WAN 1000000

/* Not the words of the forms: nobody should take this for the table of a project. */
static const struct {
  const char *title;
  double      width; /* characters */
} columns[] = {
  { "序号", 6 },          { "名称", 42 },         { "单位", 26 },
  { "编码", 26 },         { "金额（万元）", 14 }, { "财政（万元）", 14 },
  { "其他（万元）", 14 }, { "目标数", 9 },        { "指标数", 9 },
};

enum { NO, PROJECT, UNIT, CODE, AMOUNT, FISCAL, OTHER, GOALS, INDICATORS };

typedef struct {
  XlsxBook  *book;
  XlsxSheet *sheet;
  guint      row;
} Summary;

static void
put_text (Summary *summary, guint col, FormStyle style, const char *text)
{
  XlsxCell *cell = xlsx_sheet_at (summary->sheet, summary->row, col);

  cell->look = xlsx_book_look (summary->book, style, LOOK_CELL_SIZE, FALSE, NULL);
  cell->kind = text != NULL ? XLSX_TEXT : XLSX_BLANK;
  if (text != NULL)
    cell->text = xlsx_book_text (summary->book, text);
}

/* A number is shown as General shows it: without zeros behind the point. */
static void
put_number (Summary *summary, guint col, gint64 e6)
{
  XlsxCell        *cell = xlsx_sheet_at (summary->sheet, summary->row, col);
  g_autofree char *text = e6 != DB_NULL ? decimal_write (e6) : NULL;

  if (text == NULL)
    {
      put_text (summary, col, FORM_CENTRE, NULL);
      return;
    }
  xlsx_book_see (summary->book, text);
  cell->kind = XLSX_NUMBER;
  cell->look =
      xlsx_book_look (summary->book, FORM_CENTRE, LOOK_CELL_SIZE, FALSE, "General");
  cell->number = g_ascii_strtod (text, NULL);
}

static gint64
sum_of (const Project *project, gboolean other)
{
  gint64 sum = DB_NULL;

  for (guint i = 0; i < project->fundings->len; i++)
    {
      const Funding *funding = project->fundings->pdata[i];

      if (g_str_equal (funding->source, "other") == other &&
          funding->amount_fen != DB_NULL &&
          (other || g_str_equal (funding->source, "fiscal")))
        sum = (sum == DB_NULL ? 0 : sum) + funding->amount_fen;
    }
  return sum;
}

/* The name leads to the project's sheet. */
static void
put_name (Summary *summary, const OutlineItem *item, guint number)
{
  g_autofree char *sheet = xlsx_sheet_name (item->table, number);

  xlsx_sheet_link (summary->sheet, summary->row, PROJECT, sheet);
  put_text (summary, PROJECT, FORM_TEXT,
            item->project->name ? item->project->name : item->text);
}

static void
put_project (Summary *summary, const OutlineItem *item, guint number)
{
  const Project *project = item->project;

  put_number (summary, NO, (gint64) summary->row * FEN_PER_WAN);
  put_name (summary, item, number);
  put_text (summary, UNIT, FORM_TEXT, project->unit_name);
  put_text (summary, CODE, FORM_TEXT, project->code);
  put_number (summary, AMOUNT, project->amount_fen);
  put_number (summary, FISCAL, sum_of (project, FALSE));
  put_number (summary, OTHER, sum_of (project, TRUE));
  put_number (summary, GOALS, (gint64) project->goals->len * FEN_PER_WAN);
  put_number (summary, INDICATORS, (gint64) project->indicators->len * FEN_PER_WAN);
}

static void
set_page (XlsxSheet *sheet)
{
  for (guint col = 0; col < G_N_ELEMENTS (columns); col++)
    sheet->widths[col] = columns[col].width + PADDING;
  sheet->landscape = TRUE;
  sheet->shows_grid = TRUE;
  sheet->repeat_rows = 1;
  sheet->frozen = 1;
}

static gboolean
is_project (const OutlineItem *item)
{
  return item->project != NULL && g_str_equal (item->project->kind, "project");
}

static guint
count_projects (const Outline *outline)
{
  guint count = 0;

  for (guint i = 0; i < outline->items->len; i++)
    count += is_project (outline->items->pdata[i]);
  return count;
}

void
xlsx_put_summary (XlsxBook *book, const Outline *outline)
{
  guint   count = count_projects (outline), number = 0;
  Summary summary = { book, NULL, 0 };

  if (count == 0)
    return;
  summary.sheet = xlsx_sheet_new (1 + count, G_N_ELEMENTS (columns));
  set_page (summary.sheet);
  for (guint col = 0; col < G_N_ELEMENTS (columns); col++)
    put_text (&summary, col, FORM_HEAD, columns[col].title);
  for (guint i = 0; i < outline->items->len; i++)
    {
      const OutlineItem *item = outline->items->pdata[i];

      number += item->style == TEXT_TABLE;
      if (!is_project (item))
        continue;
      summary.row++;
      put_project (&summary, item, number);
    }
  xlsx_book_add (book, NAME, summary.sheet);
}
