/* app/form/check.c — whether a layout can be printed: it fits the page, its boxes cover
 * the grid once, and what they show is there to be shown.
 */

#include "app/form/check.h"
#include "app/text-file.h"
#include "db/form.h"
#include "db/text.h"

#include <string.h>

/* Within the margins of A4, in mm. */
#define PORTRAIT_ROOM  180
#define LANDSCAPE_ROOM 267

static const char *
row_kind (const FormDefinition *form, guint row)
{
  return form->rows->pdata[row - 1];
}

static gboolean
repeats (const char *kind)
{
  return strcmp (kind, "title") != 0 && strcmp (kind, "body") != 0;
}

static gboolean
check_widths (const FormSource *source, GError **error)
{
  const FormDefinition *form = source->form;
  guint                 room = form->landscape ? LANDSCAPE_ROOM : PORTRAIT_ROOM;
  guint                 sum = 0;

  if (source->columns == 0)
    return text_file_fail (error, source->line, "格式 %s 没有写列宽（columns）",
                           form->id);
  for (guint i = 0; i < form->widths->len; i++)
    sum += g_array_index (form->widths, guint, i);
  return sum <= room ||
         text_file_fail (error, source->columns, "列宽合计 %u 毫米，%s A4 只有 %u 毫米",
                         sum, form->landscape ? "横向" : "纵向", room);
}

/* Each kind repeats once at most, and something does. */
static gboolean
check_rows (const FormSource *source, GError **error)
{
  static const char *const kinds[] = { "goal", "indicator", "item" };

  const FormDefinition *form = source->form;
  guint                 seen[G_N_ELEMENTS (kinds)] = { 0 };

  for (guint i = 0; i < form->rows->len; i++)
    for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
      if (strcmp (form->rows->pdata[i], kinds[k]) == 0 && seen[k]++ > 0)
        return text_file_fail (error, FORM_SOURCE_LINE (source->rows, i),
                               "%s 行只能有一行", kinds[k]);
  if (seen[1] + seen[2] == 1)
    return TRUE;
  return text_file_fail (error, source->line,
                         seen[1] == 0 ? "格式 %s 没有指标行（row indicator）"
                                      : "格式 %s 里 indicator 行和 item 行只能有一种",
                         form->id);
}

static gboolean
check_place (const FormSource *source, guint i, GError **error)
{
  const FormDefinition *form = source->form;
  const FormBox        *box = form->boxes->pdata[i];
  guint                 line = FORM_SOURCE_LINE (source->boxes, i);

  if (box->col + box->col_span - 1 > form->widths->len)
    return text_file_fail (error, line, "这一格到第 %u 列，表只有 %u 列",
                           box->col + box->col_span - 1, form->widths->len);
  if (box->row + box->row_span - 1 > form->rows->len)
    return text_file_fail (error, line, "这一格高 %u 行，下面没有那么多行",
                           box->row_span);
  for (guint row = box->row; row < box->row + box->row_span; row++)
    if (box->row_span > 1 && repeats (row_kind (form, row)))
      return text_file_fail (error, line,
                             "跨行的格子不能有 %s 行：那一行要重复（可用 * 合并）",
                             row_kind (form, row));
  return !box->merges || repeats (row_kind (form, box->row)) ||
         text_file_fail (error, line, "只有重复的行里的格子才能用 * 上下合并");
}

/* Every place has one box: line gets, for each, the line of the file. */
static gboolean
check_grid (const FormSource *source, GError **error)
{
  const FormDefinition *form = source->form;
  const guint           cols = form->widths->len;
  g_autofree guint     *taken = g_new0 (guint, form->rows->len * cols + 1);

  for (guint i = 0; i < form->boxes->len; i++)
    {
      const FormBox *box = form->boxes->pdata[i];
      guint          line = FORM_SOURCE_LINE (source->boxes, i);

      if (box->part > 1)
        continue;
      if (!check_place (source, i, error))
        return FALSE;
      for (guint row = box->row; row < box->row + box->row_span; row++)
        for (guint col = box->col; col < box->col + box->col_span; col++)
          {
            guint *place = &taken[(row - 1) * cols + col - 1];

            if (*place != 0)
              return text_file_fail (error, line, "这一格与第 %u 行的重叠（第 %u 列）",
                                     *place, col);
            *place = line;
          }
    }
  for (guint i = 0; i < form->rows->len * cols; i++)
    if (taken[i] == 0)
      return text_file_fail (error, FORM_SOURCE_LINE (source->rows, i / cols),
                             "这一行第 %u 列没有格子", i % cols + 1);
  return TRUE;
}

/* The kind of row that a record's fields stand in; NULL: any. */
static const char *
home_of (const char *field, const char *table)
{
  static const struct {
    const char *table, *kind;
  } homes[] = {
    { "indicator", "indicator" },   { "outcome", "indicator" }, { "goal", "goal" },
    { "procurement_item", "item" }, { "asset", "item" },
  };

  /* all goals in one cell */
  if (strcmp (field, "goals") == 0)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (homes); i++)
    if (g_strcmp0 (homes[i].table, table) == 0)
      return homes[i].kind;
  return NULL;
}

/* The tables of procurement and assets show other records than those of projects. */
static gboolean
fits_form (const FormDefinition *form, const char *table)
{
  static const char *const annexes[] = { "procurement", "procurement_item",
                                         "asset_report", "asset", NULL };

  gboolean is_annex = FALSE;

  for (guint i = 0; i < form->rows->len; i++)
    is_annex = is_annex || strcmp (form->rows->pdata[i], "item") == 0;
  return table == NULL || is_annex == g_strv_contains (annexes, table);
}

static gboolean
check_box (Db *db, const FormSource *source, guint i, GError **error)
{
  const FormBox   *box = source->form->boxes->pdata[i];
  guint            line = FORM_SOURCE_LINE (source->boxes, i);
  g_autofree char *table = NULL;
  const char      *home;

  if (!form_knows_style (box->style))
    return text_file_fail (error, line, "没有“%s”这种格子", box->style);
  if (box->field == NULL)
    return TRUE;
  if (!form_definition_field (db, box->field, &table))
    return text_file_fail (error, line, "没有字段“%s”", box->field);
  if (!fits_form (source->form, table))
    return text_file_fail (error, line, "字段“%s”不是这种表的", box->field);
  home = home_of (box->field, table);
  return home == NULL || strcmp (home, row_kind (source->form, box->row)) == 0 ||
         text_file_fail (error, line, "字段“%s”只能在 %s 行里", box->field, home);
}

static gboolean
check_line (Db *db, const FormSource *source, guint i, GError **error)
{
  const FormLine *line = source->form->lines->pdata[i];
  guint           no = FORM_SOURCE_LINE (source->lines, i);
  gboolean        is_table;

  if (!text_knows_style (line->style))
    return text_file_fail (error, no, "没有“%s”这种文字行", line->style);
  if (!form_definition_line (db, line->kind, NULL, &is_table))
    return text_file_fail (error, no, "没有“%s”这个部分", line->kind);
  if (line->field == NULL)
    return TRUE;
  if (!form_definition_line (db, line->kind, line->field, &is_table))
    return text_file_fail (error, no, "%s 部分没有字段“%s”", line->kind, line->field);
  return is_table == (strcmp (line->style, "table") == 0) ||
         text_file_fail (error, no,
                         is_table ? "“%s”是表，要写成 table"
                                  : "“%s”不是表，不能写成 table",
                         line->field);
}

/* The form of overall tables stands in the file before it, or in the record file. */
static gboolean
check_overall (Db *db, const FormSource *source, const GPtrArray *forms, GError **error)
{
  const FormDefinition *form = source->form;
  g_autoptr (FormDefinition) stored = NULL;
  const FormDefinition *overall = NULL;

  if (form->overall == NULL)
    return TRUE;
  for (guint i = 0; i < forms->len; i++)
    if (strcmp (((FormSource *) forms->pdata[i])->form->id, form->overall) == 0)
      overall = ((FormSource *) forms->pdata[i])->form;
  if (overall == NULL)
    overall = stored = form_definition_read (db, form->overall, NULL);
  if (overall == NULL || overall->overall != NULL)
    return text_file_fail (error, source->overall,
                           "没有印整体指标的格式“%s”，请写在前面或先导入",
                           form->overall);
  for (guint i = 0; i < form->lines->len; i++)
    if (g_strcmp0 (((FormLine *) form->lines->pdata[i])->field, "project_table") == 0)
      return TRUE;
  return text_file_fail (error, source->line,
                         "格式 %s 的整份文本里没有项目表（table {project_table}）",
                         form->id);
}

gboolean
form_check (Db *db, const FormSource *source, const GPtrArray *forms, GError **error)
{
  if (!check_widths (source, error) || !check_rows (source, error) ||
      !check_grid (source, error) || !check_overall (db, source, forms, error))
    return FALSE;
  for (guint i = 0; i < source->form->boxes->len; i++)
    if (!check_box (db, source, i, error))
      return FALSE;
  for (guint i = 0; i < source->form->lines->len; i++)
    if (!check_line (db, source, i, error))
      return FALSE;
  return TRUE;
}
