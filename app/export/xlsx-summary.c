/* app/export/xlsx-summary.c — the sheet before those of the projects. */

#include "app/export/xlsx-summary.h"
#include "app/export/xlsx.h"

#include "app/decimal.h"
#include "app/export/enclosure.h"
#include "app/export/look.h"
#include "db/funding.h"

#include <string.h>

#define NAME "汇总"

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
  XlsxWriter    *writer;
  lxw_worksheet *sheet;
  guint          row;
} Summary;

static gboolean
put_text (Summary *summary, guint col, FormStyle style, const char *text)
{
  enclosure_see (summary->writer->seen, text);
  return worksheet_write_string (summary->sheet, summary->row, col,
                                 text != NULL ? text : "",
                                 xlsx_format (summary->writer, style, LOOK_CELL_SIZE,
                                              FALSE, NULL)) == LXW_NO_ERROR;
}

/* A number is shown as General shows it: without zeros behind the point. */
static gboolean
put_number (Summary *summary, guint col, gint64 e6)
{
  g_autofree char *text = e6 != DB_NULL ? decimal_write (e6) : NULL;

  if (text == NULL)
    return put_text (summary, col, FORM_CENTRE, NULL);
  enclosure_see (summary->writer->seen, text);
  return worksheet_write_number (summary->sheet, summary->row, col,
                                 g_ascii_strtod (text, NULL),
                                 xlsx_format (summary->writer, FORM_CENTRE,
                                              LOOK_CELL_SIZE, FALSE, "General")) ==
         LXW_NO_ERROR;
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
static gboolean
put_name (Summary *summary, const OutlineItem *item, guint number)
{
  g_autofree char *sheet = xlsx_sheet_name (item->table, number);
  g_autofree char *url = g_strdup_printf ("internal:'%s'!A1", sheet);
  const char      *name = item->project->name ? item->project->name : item->text;
  lxw_format      *format =
      xlsx_format (summary->writer, FORM_TEXT, LOOK_CELL_SIZE, FALSE, NULL);

  return worksheet_write_url (summary->sheet, summary->row, PROJECT, url, format) ==
             LXW_NO_ERROR &&
         put_text (summary, PROJECT, FORM_TEXT, name);
}

static gboolean
put_project (Summary *summary, const OutlineItem *item, guint number)
{
  const Project *project = item->project;

  return put_number (summary, NO, (gint64) summary->row * FEN_PER_WAN) &&
         put_name (summary, item, number) &&
         put_text (summary, UNIT, FORM_TEXT, project->unit_name) &&
         put_text (summary, CODE, FORM_TEXT, project->code) &&
         put_number (summary, AMOUNT, project->amount_fen) &&
         put_number (summary, FISCAL, sum_of (project, FALSE)) &&
         put_number (summary, OTHER, sum_of (project, TRUE)) &&
         put_number (summary, GOALS, (gint64) project->goals->len * FEN_PER_WAN) &&
         put_number (summary, INDICATORS,
                     (gint64) project->indicators->len * FEN_PER_WAN);
}

static void
set_page (lxw_worksheet *sheet, const PageSetup *setup)
{
  for (guint col = 0; col < G_N_ELEMENTS (columns); col++)
    worksheet_set_column (sheet, col, col, columns[col].width, NULL);
  worksheet_set_landscape (sheet);
  worksheet_set_paper (sheet, 9); /* A4 */
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_repeat_rows (sheet, 0, 0);
  worksheet_freeze_panes (sheet, 1, 0);
  xlsx_set_edges (sheet, setup);
}

static gboolean
is_project (const OutlineItem *item)
{
  return item->project != NULL && g_str_equal (item->project->kind, "project");
}

static gboolean
has_projects (const Outline *outline)
{
  for (guint i = 0; i < outline->items->len; i++)
    if (is_project (outline->items->pdata[i]))
      return TRUE;
  return FALSE;
}

gboolean
xlsx_write_summary (XlsxWriter *writer, const Outline *outline, const PageSetup *setup)
{
  Summary  summary = { .writer = writer };
  gboolean ok = TRUE;
  guint    number = 0;

  if (!has_projects (outline))
    return TRUE;
  summary.sheet = workbook_add_worksheet (writer->book, NAME);
  if (summary.sheet == NULL)
    return FALSE;
  set_page (summary.sheet, setup);
  for (guint col = 0; col < G_N_ELEMENTS (columns); col++)
    ok = ok && put_text (&summary, col, FORM_HEAD, columns[col].title);
  for (guint i = 0; ok && i < outline->items->len; i++)
    {
      const OutlineItem *item = outline->items->pdata[i];

      number += item->style == TEXT_TABLE;
      if (!is_project (item))
        continue;
      summary.row++;
      ok = put_project (&summary, item, number);
    }
  return ok;
}
