/* app/form/text-layout.c — the parts of a whole text and what their pages show. */

#include "app/form/text-layout.h"

#include <string.h>

const guint text_field_widths[4] = { 27, 57, 27, 57 };

static const TextField facts[] = {
  { "document", "title", TRUE },
  { "department", "name", TRUE },
  { "document", "fiscal_year", FALSE },
  { "document", "year_is_printed", FALSE },
  { "document", "stage", FALSE },
  { "document", "form_id", FALSE },
  { NULL, NULL, FALSE },
};

static const TextColumn units[] = { { "code", 40, NULL },
                                    { "name", 115, NULL },
                                    { NULL, 0, NULL } };

static const TextColumn sections[] = { { "kind", 30, NULL },
                                       { "text", 125, NULL },
                                       { NULL, 0, NULL } };

static const TextColumn catalogue[] = { { "is_part", 18, "级别" },
                                        { "text", 137, NULL },
                                        { NULL, 0, NULL } };

static const TextColumn paragraphs[] = { { "text", 155, "段落" }, { NULL, 0, NULL } };

static const TextColumn sub_goals[] = { { "title", 32, NULL },
                                        { "goal", 62, NULL },
                                        { "indicators_text", 61, NULL },
                                        { NULL, 0, NULL } };

static const TextField special_funds[] = { { "document", "special_funds_note", TRUE },
                                           { NULL, NULL, FALSE } };

static const TextField procurement[] = {
  { "procurement", "statement", TRUE },      { "procurement", "stated_fen", FALSE },
  { "procurement", "title", FALSE },         { "procurement", "unit_line", FALSE },
  { "procurement", "currency_line", FALSE }, { NULL, NULL, FALSE },
};

static const TextColumn procurement_items[] = {
  { "project_name", 32, NULL },
  { "project_budget", 19, NULL },
  { "item", 26, NULL },
  { "catalogue_no", 22, NULL },
  { "unit", 13, NULL },
  { "quantity", 13, NULL },
  { "price", 18, NULL },
  { "total", 19, NULL },
  { "general_budget", 19, NULL },
  { "fund_budget", 19, NULL },
  { "special_account", 19, NULL },
  { "other_income", 19, NULL },
  { "other_channel", 19, NULL },
  { NULL, 0, NULL },
};

static const TextField asset_report[] = {
  { "asset_report", "statement", TRUE },
  { "asset_report", "stated_fen", FALSE },
  { "asset_report", "planned_fen", FALSE },
  { "asset_report", "title", TRUE },
  { "asset_report", "prepared_by", FALSE },
  { "asset_report", "as_of", FALSE },
  { NULL, NULL, FALSE },
};

static const TextColumn assets[] = { { "item", 95, NULL },
                                     { "quantity", 30, NULL },
                                     { "value", 30, "价值（万元）" },
                                     { NULL, 0, NULL } };

static const TextColumn glossary[] = { { "term", 40, NULL },
                                       { "definition", 115, NULL },
                                       { NULL, 0, NULL } };

static const TextField other_matters[] = { { "document", "other_matters", TRUE },
                                           { NULL, NULL, FALSE } };

static const TextField approval[] = {
  { "approval", "heading", TRUE },        { "approval", "title", TRUE },
  { "approval", "letterhead", FALSE },    { "approval", "issuer", FALSE },
  { "approval", "doc_no", FALSE },        { "approval", "addressee", FALSE },
  { "approval", "income_fen", FALSE },    { "approval", "expenditure_fen", FALSE },
  { "approval", "public_fen", FALSE },    { "approval", "basic_fen", FALSE },
  { "approval", "fund_fen", FALSE },      { "approval", "project_fen", FALSE },
  { "approval", "approval_date", FALSE }, { "approval", "signed_by", FALSE },
  { "approval", "signed_date", FALSE },   { "approval", "printed_by", FALSE },
  { "approval", "printed_on", TRUE },     { NULL, NULL, FALSE },
};

static const TextColumn letter[] = { { "is_attachment", 18, "类别" },
                                     { "text", 137, NULL },
                                     { NULL, 0, NULL } };

const TextPart text_parts[] = {
  { "facts", "基本信息", NULL, facts, NULL, NULL, NULL },
  { "units", "预算单位", NULL, NULL, "unit", units, NULL },
  { "sections", "封面与标题", NULL, NULL, "section", sections, NULL },
  { "catalogue", "目录", NULL, NULL, "catalogue_entry", catalogue, NULL },
  { "overall_goal", "总体目标", NULL, NULL, "overall_goal", paragraphs, NULL },
  { "sub_goals", "分项目标", NULL, NULL, "sub_goal", sub_goals, NULL },
  { "overall_indicators", "整体绩效指标", NULL, NULL, NULL, NULL, "overall" },
  { "safeguards", "保障措施", NULL, NULL, "safeguard", paragraphs, NULL },
  { "special_funds", "专项资金", NULL, special_funds, NULL, NULL, "special_fund" },
  { "procurement", "政府采购", "procurement", procurement, "procurement_item",
    procurement_items, NULL },
  { "assets", "国有资产", "asset_report", asset_report, "asset", assets, NULL },
  { "glossary", "名词解释", NULL, NULL, "glossary_term", glossary, NULL },
  { "other_matters", "其他说明", NULL, other_matters, NULL, NULL, NULL },
  { "approval", "预算批复", "approval", approval, "approval_paragraph", letter, NULL },
  { NULL, NULL, NULL, NULL, NULL, NULL, NULL },
};

gboolean
text_layout_is_wide (const char *part)
{
  return strcmp (part, "procurement") == 0;
}

static const struct {
  const char *table, *columns; /* the columns in one string, each between spaces */
} figures[] = {
  { "procurement_item",
    " project_budget quantity price total general_budget fund_budget special_account "
    "other_income other_channel " },
  { "asset", " quantity value " },
};

gboolean
text_layout_is_figure (const char *table, const char *column)
{
  g_autofree char *word = g_strconcat (" ", column, " ", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    if (strcmp (table, figures[i].table) == 0 &&
        strstr (figures[i].columns, word) != NULL)
      return TRUE;
  return g_str_has_suffix (column, "_fen");
}

/* A total that differs from the approved one may be mended at either end; the letter is
 * the one that stands on these pages.  */
static const struct {
  const char *field, *table, *column;
} places[] = {
  { "fiscal_year", "document", "fiscal_year" },
  { "project_total", "approval", "project_fen" },
  { "procurement_statement", "procurement", "statement" },
};

gboolean
text_layout_of_finding (const char *field, const char **table, const char **column)
{
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_strcmp0 (field, places[i].field) == 0)
      {
        *table = places[i].table;
        *column = places[i].column;
        return TRUE;
      }
  return FALSE;
}
