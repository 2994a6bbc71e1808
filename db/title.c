/* db/title.c — what people call the tables, columns and rows of a record file. */

#include "db/title.h"

static const struct {
  const char *table;
  const char *column; /* NULL: the table itself */
  const char *title;
} titles[] = {
  { "department", NULL, "部门" },
  { "department", "name", "部门名称" },
  { "unit", NULL, "预算单位" },
  { "unit", "code", "单位编码" },
  { "unit", "name", "单位名称" },
  { "document", NULL, "文本" },
  { "document", "fiscal_year", "年度" },
  { "document", "year_is_printed", "年度出处" },
  { "document", "stage", "阶段" },
  { "document", "form_id", "表格式样" },
  { "document", "title", "文本标题" },
  { "document", "special_funds_note", "专项资金绩效目标" },
  { "document", "other_matters", "其他说明" },
  { "section", NULL, "标题行" },
  { "section", "kind", "标题类别" },
  { "section", "text", "标题文字" },
  { "catalogue_entry", NULL, "目录行" },
  { "catalogue_entry", "is_part", "目录级别" },
  { "catalogue_entry", "text", "目录文字" },
  { "overall_goal", NULL, "总体目标" },
  { "overall_goal", "text", "总体目标" },
  { "sub_goal", NULL, "分项目标" },
  { "sub_goal", "title", "分项名称" },
  { "sub_goal", "goal", "分项目标" },
  { "sub_goal", "indicators_text", "分项指标" },
  { "safeguard", NULL, "保障措施" },
  { "safeguard", "text", "保障措施" },
  { "project", NULL, "项目" },
  { "project", "unit_id", "预算单位" },
  { "project", "heading", "表题" },
  { "project", "title_row_code", "表头项目编码" },
  { "project", "title_row_name", "表头项目名称" },
  { "project", "code", "项目编码" },
  { "project", "name", "项目名称" },
  { "project", "fiscal_year", "预算年度" },
  { "project", "target_template", "项目绩效模板" },
  { "project", "currency_line", "金额单位" },
  { "project", "amount_text", "预算数" },
  { "project", "purpose", "资金用途" },
  { "project", "purpose_lead", "资金数额" },
  { "project", "plan_label", "资金支出计划" },
  { "funding", NULL, "资金来源" },
  { "funding", "source", "资金来源" },
  { "funding", "amount_text", "资金" },
  { "plan_point", NULL, "支出时点" },
  { "plan_point", "label", "时点" },
  { "plan_point", "percent_text", "累计进度" },
  { "goal", NULL, "绩效目标" },
  { "goal", "label", "目标序号" },
  { "goal", "text", "绩效目标" },
  { "indicator", NULL, "指标" },
  { "indicator", "level1", "一级指标" },
  { "indicator", "level2", "二级指标" },
  { "indicator", "name", "三级指标" },
  { "indicator", "description", "绩效指标描述" },
  { "indicator", "criterion", "评（扣）分标准" },
  { "indicator", "operator_text", "符号" },
  { "indicator", "value_text", "指标值" },
  { "indicator", "unit_text", "单位（文字描述）" },
  { "indicator", "basis", "指标值确定依据" },
  { "indicator", "weight_text", "分值" },
  { "indicator", "repair", "复位标记" },
  { "procurement", NULL, "政府采购" },
  { "procurement", "statement", "政府采购说明" },
  { "procurement", "stated_fen", "采购说明金额" },
  { "procurement", "title", "采购表题" },
  { "procurement", "unit_line", "采购单位" },
  { "procurement", "currency_line", "金额单位" },
  { "procurement_item", NULL, "采购项目" },
  { "procurement_item", "project_name", "采购项目名称" },
  { "procurement_item", "project_budget", "预算资金" },
  { "procurement_item", "item", "采购物品名称" },
  { "procurement_item", "catalogue_no", "采购目录序号" },
  { "procurement_item", "unit", "数量单位" },
  { "procurement_item", "quantity", "数量" },
  { "procurement_item", "price", "单价" },
  { "procurement_item", "total", "合计" },
  { "procurement_item", "general_budget", "一般公共预算拨款" },
  { "procurement_item", "fund_budget", "基金预算拨款" },
  { "procurement_item", "special_account", "财政专户核拨" },
  { "procurement_item", "other_income", "其他来源收入" },
  { "procurement_item", "other_channel", "其他渠道资金" },
  { "asset_report", NULL, "国有资产" },
  { "asset_report", "statement", "国有资产说明" },
  { "asset_report", "stated_fen", "固定资产金额" },
  { "asset_report", "planned_fen", "拟购置固定资产" },
  { "asset_report", "title", "资产表题" },
  { "asset_report", "prepared_by", "编制部门" },
  { "asset_report", "as_of", "截止时间" },
  { "asset", NULL, "资产" },
  { "asset", "item", "资产项目" },
  { "asset", "quantity", "数量" },
  { "asset", "value", "价值" },
  { "glossary_term", NULL, "名词解释" },
  { "glossary_term", "term", "名词" },
  { "glossary_term", "definition", "解释" },
  { "approval", NULL, "预算批复" },
  { "approval", "heading", "批复标题行" },
  { "approval", "letterhead", "文头" },
  { "approval", "issuer", "批复机关" },
  { "approval", "doc_no", "文号" },
  { "approval", "title", "批复标题" },
  { "approval", "addressee", "主送单位" },
  { "approval", "approval_date", "批复日期" },
  { "approval", "signed_by", "落款" },
  { "approval", "signed_date", "落款日期" },
  { "approval", "printed_by", "印发单位" },
  { "approval", "printed_on", "印发日期" },
  { "approval", "income_fen", "收入合计" },
  { "approval", "public_fen", "一般公共预算收入" },
  { "approval", "fund_fen", "基金预算收入" },
  { "approval", "expenditure_fen", "支出合计" },
  { "approval", "basic_fen", "基本支出" },
  { "approval", "project_fen", "项目支出" },
  { "approval_paragraph", NULL, "批复段落" },
  { "approval_paragraph", "is_attachment", "段落类别" },
  { "approval_paragraph", "text", "批复段落" },
  { "word", NULL, "词" },
  { "word", "word", "词" },
  { "word", "meaning", "词的解释" },
  { "office_severity", NULL, "本单位的严重程度" },
  { "office_severity", "severity", "严重程度" },
  { "waiver", NULL, "豁免" },
  { "waiver", "reason", "豁免理由" },
  { "lineage", NULL, "沿革" },
  { "carried", NULL, "照搬上年" },
  { "comment", NULL, "审核意见" },
  { "comment", "text", "审核意见" },
  { "comment", "answer", "答复" },
  { "comment", "state", "意见状态" },
  { "outcome", NULL, "完成情况" },
  { "outcome", "monitored_text", "监控时完成值" },
  { "outcome", "likelihood", "完成的可能性" },
  { "outcome", "monitored_reason", "偏差原因" },
  { "outcome", "measure", "改进措施" },
  { "outcome", "actual_text", "实际完成值" },
  { "outcome", "score_text", "得分" },
  { "outcome", "reason", "偏差原因分析及改进措施" },
  { "execution", NULL, "资金执行" },
  { "execution", "adjusted_text", "全年预算数" },
  { "execution", "monitored_text", "监控时执行数" },
  { "execution", "spent_text", "全年执行数" },
  { "execution", "conclusion", "实际完成情况" },
};

const char *
title_of_column (const char *table, const char *column)
{
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_strcmp0 (titles[i].table, table) == 0 &&
        g_strcmp0 (titles[i].column, column) == 0)
      return titles[i].title;
  return NULL;
}

const char *
title_of_table (const char *table)
{
  const char *title = title_of_column (table, NULL);

  return title != NULL ? title : table;
}

const char *
title_of_source (const char *source)
{
  static const struct {
    const char *source, *title;
  } sources[] = {
    { "fiscal", "财政资金" },
    { "local", "本级资金" },
    { "other", "其他资金" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sources); i++)
    if (g_strcmp0 (sources[i].source, source) == 0)
      return sources[i].title;
  return title_of_column ("funding", "amount_text");
}

const char *
title_of_cell (Db *db, const char *table, gint64 row, const char *column)
{
  g_autoptr (sqlite3_stmt) q = NULL;

  if (g_strcmp0 (table, "funding") == 0 && g_strcmp0 (column, "amount_text") == 0)
    {
      q = db_prepare (db, "SELECT source FROM funding WHERE id = :id", NULL);
      db_bind_int (q, ":id", row);
      if (db_step (q, NULL) == DB_ROW)
        return title_of_source (db_column_text (q, 0));
    }
  return title_of_column (table, column);
}

/* A row in a few words; ?2 is the title of its table. */
static const char *
words_sql (const DbTable *table)
{
  static const struct {
    const char *table, *sql;
  } words[] = {
    { "department", "name" },
    { "unit", "coalesce(code, '') || name" },
    { "document",
      "format('%s 年 %s', coalesce(fiscal_year, '？'),"
      " (SELECT name FROM department WHERE department.id = department_id))" },
    { "project", "CASE kind WHEN 'overall' THEN '整体绩效指标'"
                 " WHEN 'special_fund' THEN '专项资金 ' || ordinal"
                 " ELSE ?2 || ' ' || ordinal || coalesce(' ' || name, '') END" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].table, table->name))
      return words[i].sql;
  return table->has_ordinal ? "?2 || ' ' || ordinal" : "?2";
}

/* Puts the row in front of the place; row becomes what it belongs to, 0 if gone. */
static gboolean
climb (Db *db, const DbTable *table, gint64 *row, GString *place, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s, %s FROM %s WHERE id = ?1",
                                          table->parent ? table->parent : "0",
                                          words_sql (table), table->name);
  g_autoptr (sqlite3_stmt) q = db_prepare (db, sql, error);
  DbStep step;

  if (q == NULL)
    return FALSE;
  sqlite3_bind_int64 (q, 1, *row);
  sqlite3_bind_text (q, 2, title_of_table (table->name), -1, SQLITE_STATIC);
  step = db_step (q, error);
  *row = step == DB_ROW ? sqlite3_column_int64 (q, 0) : 0;
  if (step == DB_ROW)
    {
      g_string_prepend (place, place->len > 0 ? "，" : "");
      g_string_prepend (place, db_column_text (q, 1));
    }
  return step != DB_ERROR;
}

/* depth: how many rows upwards, but no higher than the document. */
static char *
title_upwards (Db *db, const char *name, gint64 row, int depth, GError **error)
{
  const DbTable *table = table_find (name);
  g_autoptr (GString) place = g_string_new (NULL);

  for (; table != NULL && row != 0 && depth > 0; depth--)
    {
      if (!climb (db, table, &row, place, error))
        return NULL;
      table = g_str_equal (table->name, "document") ? NULL : table_parent (table);
    }
  if (place->len == 0)
    g_string_printf (place, "已删除的%s", title_of_table (name));
  return g_string_free (g_steal_pointer (&place), FALSE);
}

char *
title_of_row (Db *db, const char *table, gint64 row, GError **error)
{
  return title_upwards (db, table, row, 1, error);
}

char *
title_of_place (Db *db, const char *table, gint64 row, GError **error)
{
  return title_upwards (db, table, row, G_MAXINT, error);
}
