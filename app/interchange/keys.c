/* app/interchange/keys.c — which key of the interchange JSON stands for which
 * member of a record. */

#include "app/interchange/keys.h"
#include "db/approval.h"
#include "db/asset-report.h"
#include "db/asset.h"
#include "db/document.h"
#include "db/funding.h"
#include "db/glossary-term.h"
#include "db/indicator.h"
#include "db/procurement-item.h"
#include "db/procurement.h"
#include "db/project.h"
#include "db/section.h"
#include "db/sub-goal.h"

/* clang-format off */
#define AT(Struct, member) G_STRUCT_OFFSET (Struct, member)
#define CORE KEY_CORE

/* The schema holds the same words; here they give a message with a path. */
static const char *const stages[] = { "draft1", "draft2", "approved", "adjusted", NULL };
static const char *const sources[] = { "fiscal", "local", "other", NULL };
static const char *const repairs[] = { "shifted", NULL };
static const char *const section_kinds[] = {
  "cover", "catalogue", "overall", "overall_goal", "sub_goals", "overall_indicators",
  "safeguards", "special_funds", "projects", "procurement", "assets", "glossary",
  "other_matters", "approval", NULL
};

const InterchangeKey document_keys[] = {
  { "department", KEY_TEXT, AT (Document, department), CORE },
  { "year", KEY_WHOLE, AT (Document, fiscal_year), CORE },
  { "year_is_printed", KEY_FLAG, AT (Document, year_is_printed) },
  { "stage", KEY_TEXT, AT (Document, stage), KEY_EXTRA, stages },
  { "form", KEY_TEXT, AT (Document, form_id) },
  { "title", KEY_TEXT, AT (Document, title), CORE },
  { "special_funds_note", KEY_TEXT, AT (Document, special_funds_note), CORE },
  { "other_matters", KEY_TEXT, AT (Document, other_matters) },
  { NULL }
};

const InterchangeKey section_keys[] = {
  { "kind", KEY_TEXT, AT (Section, kind), KEY_REQUIRED, section_kinds },
  { "text", KEY_TEXT, AT (Section, text), KEY_REQUIRED },
  { NULL }
};

const InterchangeKey sub_goal_keys[] = {
  { "title", KEY_TEXT, AT (SubGoal, title), CORE },
  { "goal", KEY_TEXT, AT (SubGoal, goal), CORE },
  { "indicators_text", KEY_TEXT, AT (SubGoal, indicators_text), CORE },
  { NULL }
};

const InterchangeKey project_keys[] = {
  { "heading", KEY_TEXT, AT (Project, heading), CORE },
  { "unit_code", KEY_TEXT, AT (Project, unit_code), CORE },
  { "unit_name", KEY_TEXT, AT (Project, unit_name), CORE },
  { "code", KEY_CODE, AT (Project, code), CORE },
  { "name", KEY_TEXT, AT (Project, name), CORE },
  { "title_row_code", KEY_TEXT, AT (Project, title_row_code) },
  { "name_in_title_row", KEY_TEXT, AT (Project, title_row_name), CORE },
  { "target_template", KEY_TEXT, AT (Project, target_template) },
  { "year", KEY_WHOLE, AT (Project, fiscal_year), CORE },
  { "currency_line", KEY_TEXT, AT (Project, currency_line) },
  { "amount_wan", KEY_AMOUNT, AT (Project, amount_fen), CORE },
  { "amount_as_printed", KEY_TEXT, AT (Project, amount_text), CORE },
  { "amount_unit", KEY_TEXT, AT (Project, amount_unit), CORE },
  { NULL }
};

const InterchangeKey funding_keys[] = {
  { "source", KEY_TEXT, AT (Funding, source), KEY_REQUIRED, sources },
  { "amount_wan", KEY_AMOUNT, AT (Funding, amount_fen), CORE },
  { "amount_as_printed", KEY_TEXT, AT (Funding, amount_text), CORE },
  { NULL }
};

const InterchangeFunding interchange_fundings[3] = {
  { "fiscal", "fiscal_wan", "fiscal_as_printed", TRUE },
  { "local", "local_wan", "local_as_printed", FALSE },
  { "other", "other_wan", "other_as_printed", TRUE },
};

const InterchangeKey purpose_keys[] = {
  { "purpose_lead", KEY_TEXT, AT (Project, purpose_lead) },
  { "purpose", KEY_TEXT, AT (Project, purpose), CORE },
  { "plan_label", KEY_TEXT, AT (Project, plan_label) },
  { NULL }
};

const InterchangeKey indicator_keys[] = {
  { "level1", KEY_TEXT, AT (Indicator, level1), CORE },
  { "level2", KEY_TEXT, AT (Indicator, level2), CORE },
  { "level3", KEY_TEXT, AT (Indicator, name), CORE },
  { "description", KEY_TEXT, AT (Indicator, description), CORE },
  { "criterion", KEY_TEXT, AT (Indicator, criterion), CORE },
  { NULL }
};

const InterchangeKey indicator_end_keys[] = {
  { "basis", KEY_TEXT, AT (Indicator, basis), CORE },
  { "weight", KEY_TEXT, AT (Indicator, weight_text) },
  { "repair", KEY_TEXT, AT (Indicator, repair), KEY_EXTRA, repairs },
  { NULL }
};

const InterchangeKey procurement_keys[] = {
  { "statement", KEY_TEXT, AT (Procurement, statement), CORE },
  { "amount_stated_wan", KEY_AMOUNT, AT (Procurement, stated_fen), CORE },
  { "table_title", KEY_TEXT, AT (Procurement, title), CORE },
  { "unit_line", KEY_TEXT, AT (Procurement, unit_line), CORE },
  { "currency", KEY_TEXT, AT (Procurement, currency_line), CORE },
  { NULL }
};

const InterchangeColumn procurement_columns[] = {
  { "政府采购项目来源/项目名称", AT (ProcurementItem, project_name) },
  { "政府采购项目来源/预算资金", AT (ProcurementItem, project_budget) },
  { "采购物品名称", AT (ProcurementItem, item) },
  { "政府采购目录序号", AT (ProcurementItem, catalogue_no) },
  { "数量单位", AT (ProcurementItem, unit) },
  { "数量", AT (ProcurementItem, quantity) },
  { "单价", AT (ProcurementItem, price) },
  { "政府采购金额/当年部门预算安排资金/合计", AT (ProcurementItem, total) },
  { "政府采购金额/当年部门预算安排资金/一般公共预算拨款",
    AT (ProcurementItem, general_budget) },
  { "政府采购金额/当年部门预算安排资金/基金预算拨款", AT (ProcurementItem, fund_budget) },
  { "政府采购金额/当年部门预算安排资金/财政专户核拨",
    AT (ProcurementItem, special_account) },
  { "政府采购金额/当年部门预算安排资金/其他来源收入",
    AT (ProcurementItem, other_income) },
  { "政府采购金额/其他渠道资金", AT (ProcurementItem, other_channel) },
  { NULL }
};

const InterchangeKey asset_report_keys[] = {
  { "statement", KEY_TEXT, AT (AssetReport, statement), CORE },
  { "fixed_assets_stated_wan", KEY_AMOUNT, AT (AssetReport, stated_fen), CORE },
  { "planned_purchase_wan", KEY_AMOUNT, AT (AssetReport, planned_fen), CORE },
  { "table_title", KEY_TEXT, AT (AssetReport, title), CORE },
  { "prepared_by", KEY_TEXT, AT (AssetReport, prepared_by), CORE },
  { "as_of", KEY_TEXT, AT (AssetReport, as_of), CORE },
  { NULL }
};

const InterchangeColumn asset_columns[] = {
  { "项目", AT (Asset, item) },
  { "数量", AT (Asset, quantity) },
  { "价值（金额单位：万元）", AT (Asset, value) },
  { NULL }
};

const InterchangeKey glossary_term_keys[] = {
  { "term", KEY_TEXT, AT (GlossaryTerm, term), KEY_REQUIRED },
  { "definition", KEY_TEXT, AT (GlossaryTerm, definition), CORE },
  { NULL }
};

const InterchangeKey approval_keys[] = {
  { "heading", KEY_TEXT, AT (Approval, heading), CORE },
  { "letterhead", KEY_TEXT, AT (Approval, letterhead), CORE },
  { "issuer", KEY_TEXT, AT (Approval, issuer), CORE },
  { "doc_no", KEY_TEXT, AT (Approval, doc_no), CORE },
  { "title", KEY_TEXT, AT (Approval, title), CORE },
  { "addressee", KEY_TEXT, AT (Approval, addressee), CORE },
  { "approval_date", KEY_TEXT, AT (Approval, approval_date), CORE },
  { "signed_by", KEY_TEXT, AT (Approval, signed_by), CORE },
  { "signed_date", KEY_TEXT, AT (Approval, signed_date), CORE },
  { "printed_by", KEY_TEXT, AT (Approval, printed_by), CORE },
  { "printed_on", KEY_TEXT, AT (Approval, printed_on), CORE },
  { NULL }
};

const InterchangeKey approval_figure_keys[] = {
  { "income_total", KEY_AMOUNT, AT (Approval, income_fen), CORE },
  { "income_public", KEY_AMOUNT, AT (Approval, public_fen), CORE },
  { "income_gov_fund", KEY_AMOUNT, AT (Approval, fund_fen), CORE },
  { "expenditure_total", KEY_AMOUNT, AT (Approval, expenditure_fen), CORE },
  { "basic", KEY_AMOUNT, AT (Approval, basic_fen), CORE },
  { "project", KEY_AMOUNT, AT (Approval, project_fen), CORE },
  { NULL }
};
/* clang-format on */

/* "————" is how some counties print that there is no code. */
static gboolean
is_dashes (const char *text)
{
  if (text == NULL || *text == '\0')
    return FALSE;
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (g_unichar_type (c) != G_UNICODE_DASH_PUNCTUATION && c != 0x2500)
        return FALSE;
    }
  return TRUE;
}

static void
put_text_key (JsonPut *json, const InterchangeKey *key, const char *text)
{
  gboolean is_none = key->kind == KEY_CODE && is_dashes (text);

  if (text != NULL || key->presence != KEY_EXTRA)
    json_put_text (json, key->key, is_none ? NULL : text);
  if (is_none)
    json_put_text (json, "code_as_printed", text);
}

static void
put_number_key (JsonPut *json, const InterchangeKey *key, gint64 number)
{
  if (number == DB_NULL)
    {
      if (key->presence != KEY_EXTRA)
        json_put_text (json, key->key, NULL);
    }
  else if (key->kind == KEY_AMOUNT)
    json_put_decimal (json, key->key, number);
  else if (key->kind == KEY_WHOLE)
    json_put_whole (json, key->key, number);
  else
    {
      json_put_member (json, key->key);
      json_put_flag (json, number != 0);
    }
}

void
interchange_put_keys (JsonPut *json, const InterchangeKey *keys, gconstpointer record)
{
  for (; keys->key != NULL; keys++)
    if (keys->kind == KEY_TEXT || keys->kind == KEY_CODE)
      put_text_key (json, keys, G_STRUCT_MEMBER (char *, record, keys->offset));
    else
      put_number_key (json, keys, G_STRUCT_MEMBER (gint64, record, keys->offset));
}

static void
get_text_key (JsonWalk *walk, JsonObject *object, const InterchangeKey *key,
              char **text)
{
  json_walk_text (walk, object, key->key, text);
  if (key->kind == KEY_CODE && *text == NULL)
    {
      json_walk_text (walk, object, "code_as_printed", text);
      if (*text != NULL && **text == '\0')
        g_clear_pointer (text, g_free);
    }
  if (*text != NULL && key->allowed != NULL && !g_strv_contains (key->allowed, *text))
    {
      gsize size = json_walk_enter (walk, key->key);

      json_walk_fail (walk, "不能是“%s”", *text);
      json_walk_leave (walk, size);
    }
  if (*text == NULL && key->presence == KEY_REQUIRED)
    json_walk_fail (walk, "缺少 %s", key->key);
}

void
interchange_get_keys (JsonWalk *walk, JsonObject *object, const InterchangeKey *keys,
                      gpointer record)
{
  for (; keys->key != NULL; keys++)
    {
      gpointer member = G_STRUCT_MEMBER_P (record, keys->offset);

      switch (keys->kind)
        {
        case KEY_TEXT:
        case KEY_CODE:
          get_text_key (walk, object, keys, member);
          break;
        case KEY_WHOLE:
          json_walk_whole (walk, object, keys->key, member);
          break;
        case KEY_FLAG:
          json_walk_flag (walk, object, keys->key, member);
          break;
        case KEY_AMOUNT:
          json_walk_decimal (walk, object, keys->key, member);
          break;
        }
    }
}

void
interchange_put_rows (JsonPut *json, const InterchangeColumn *columns,
                      GPtrArray *records)
{
  json_put_array (json, "columns");
  for (const InterchangeColumn *column = columns; column->title != NULL; column++)
    json_put_item (json, column->title);
  json_put_close_array (json);
  json_put_array (json, "rows");
  for (guint i = 0; i < records->len; i++)
    {
      json_put_open_array (json);
      for (const InterchangeColumn *column = columns; column->title != NULL; column++)
        json_put_item (json,
                       G_STRUCT_MEMBER (char *, records->pdata[i], column->offset));
      json_put_close_array (json);
    }
  json_put_close_array (json);
}

/* What an array is read into. */
typedef struct {
  GPtrArray               *records;
  const DbTable           *table;
  gsize                    offset;
  const InterchangeColumn *columns;
  InterchangeGetRecord     get;
} Target;

static void
get_row (JsonWalk *walk, JsonNode *item, guint index, gpointer data)
{
  Target    *target = data;
  JsonArray *cells = JSON_NODE_HOLDS_ARRAY (item) ? json_node_get_array (item) : NULL;
  gpointer   record = db_record_add (target->records, target->table);
  guint      n = 0;

  if (cells == NULL)
    {
      json_walk_fail (walk, "应是一行单元格的数组 […]");
      return;
    }
  for (; n < json_array_get_length (cells) && target->columns[n].title != NULL; n++)
    {
      JsonNode *cell = json_array_get_element (cells, n);

      if (!json_walk_node_is_null (cell))
        db_record_take_text (G_STRUCT_MEMBER_P (record, target->columns[n].offset),
                             json_walk_node_text (walk, cell));
    }
  if (n < json_array_get_length (cells))
    json_walk_fail (walk, "有 %u 个单元格，多于表的 %u 列",
                    json_array_get_length (cells), n);
}

void
interchange_get_rows (JsonWalk *walk, JsonObject *object,
                      const InterchangeColumn *columns, const DbTable *table,
                      GPtrArray *records)
{
  Target target = { records, table, .columns = columns };

  json_walk_array (walk, object, "rows", get_row, &target);
}

static void
get_one_text (JsonWalk *walk, JsonNode *item, guint index, gpointer data)
{
  Target  *target = data;
  gpointer record = db_record_add (target->records, target->table);

  db_record_take_text (G_STRUCT_MEMBER_P (record, target->offset),
                       json_walk_node_text (walk, item));
}

void
interchange_get_texts (JsonWalk *walk, JsonObject *object, const char *key,
                       const DbTable *table, gsize offset, GPtrArray *records)
{
  Target target = { records, table, offset };

  json_walk_array (walk, object, key, get_one_text, &target);
}

static void
get_one_record (JsonWalk *walk, JsonNode *item, guint index, gpointer data)
{
  Target     *target = data;
  JsonObject *object = json_walk_node_object (walk, item);

  if (object != NULL)
    target->get (walk, object, db_record_add (target->records, target->table));
}

void
interchange_get_records (JsonWalk *walk, JsonObject *object, const char *key,
                         const DbTable *table, InterchangeGetRecord get,
                         GPtrArray *records)
{
  Target    target = { records, table, .get = get };
  JsonNode *node = json_object_get_member (object, key);

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    {
      gsize size = json_walk_enter (walk, key);

      get_one_record (walk, node, 0, &target);
      json_walk_leave (walk, size);
    }
  else
    json_walk_array (walk, object, key, get_one_record, &target);
}
