/* app/interchange-keys.c — which key of the interchange JSON stands for which
 * member of a record. */

#include "app/interchange-keys.h"
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
#define CORE TRUE

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
  { "stage", KEY_TEXT, AT (Document, stage), FALSE, stages },
  { "form", KEY_TEXT, AT (Document, form_id) },
  { "title", KEY_TEXT, AT (Document, title), CORE },
  { "special_funds_note", KEY_TEXT, AT (Document, special_funds_note), CORE },
  { "other_matters", KEY_TEXT, AT (Document, other_matters) },
  { NULL }
};

const InterchangeKey section_keys[] = {
  { "kind", KEY_TEXT, AT (Section, kind), CORE, section_kinds },
  { "text", KEY_TEXT, AT (Section, text), CORE },
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
  { "source", KEY_TEXT, AT (Funding, source), CORE, sources },
  { "amount_wan", KEY_AMOUNT, AT (Funding, amount_fen), CORE },
  { "amount_as_printed", KEY_TEXT, AT (Funding, amount_text), CORE },
  { NULL }
};

const InterchangeFunding interchange_fundings[3] = {
  { "fiscal", "fiscal_wan", "fiscal_as_printed" },
  { "local", "local_wan", "local_as_printed" },
  { "other", "other_wan", "other_as_printed" },
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
  { "repair", KEY_TEXT, AT (Indicator, repair), FALSE, repairs },
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
  { "term", KEY_TEXT, AT (GlossaryTerm, term), CORE },
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
