/* app/interchange-write.c — documents as the interchange JSON. */

#include "app/decimal.h"
#include "app/interchange-keys.h"
#include "app/interchange.h"
#include "app/target.h"
#include "db/approval-paragraph.h"
#include "db/approval.h"
#include "db/asset-report.h"
#include "db/asset.h"
#include "db/catalogue-entry.h"
#include "db/funding.h"
#include "db/glossary-term.h"
#include "db/goal.h"
#include "db/indicator.h"
#include "db/overall-goal.h"
#include "db/plan-point.h"
#include "db/procurement-item.h"
#include "db/procurement.h"
#include "db/project.h"
#include "db/safeguard.h"
#include "db/section.h"
#include "db/sub-goal.h"

#include <json-glib/json-glib.h>

typedef void (*WriteRecord) (JsonBuilder *json, gpointer record, guint no);

/* The rows over the procurement table, as it is printed. */
static const char *const procurement_head[][13] = {
  { "政府采购项目来源", NULL, "采购物品名称", "政府采购目录序号", "数量单位", "数量",
    "单价", "政府采购金额" },
  { "项目名称", "预算资金", NULL, NULL, NULL, NULL, NULL, "当年部门预算安排资金", NULL,
    NULL, NULL, NULL, "其他渠道资金" },
  { NULL, NULL, NULL, NULL, NULL, NULL, NULL, "合计", "一般公共预算拨款",
    "基金预算拨款", "财政专户核拨", "其他来源收入" },
};

static void
add_text (JsonBuilder *json, const char *text)
{
  if (text != NULL)
    json_builder_add_string_value (json, text);
  else
    json_builder_add_null_value (json);
}

static void
put_text (JsonBuilder *json, const char *key, const char *text)
{
  json_builder_set_member_name (json, key);
  add_text (json, text);
}

static void
put_decimal (JsonBuilder *json, const char *key, gint64 e6)
{
  g_autofree char *text = e6 != DB_NULL ? decimal_write (e6) : NULL;

  put_text (json, key, text);
}

/* "————" is how some counties print that there is no code. */
static gboolean
is_dashes (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (g_unichar_type (c) != G_UNICODE_DASH_PUNCTUATION && c != 0x2500)
        return FALSE;
    }
  return TRUE;
}

static void
put_code (JsonBuilder *json, const char *key, const char *code)
{
  gboolean is_none = code != NULL && *code != '\0' && is_dashes (code);

  put_text (json, key, is_none ? NULL : code);
  if (is_none)
    put_text (json, "code_as_printed", code);
}

static void
put_key (JsonBuilder *json, const InterchangeKey *key, gconstpointer record)
{
  const char *text = NULL;
  gint64      number = DB_NULL;

  if (key->kind == KEY_TEXT || key->kind == KEY_CODE)
    text = G_STRUCT_MEMBER (char *, record, key->offset);
  else
    number = G_STRUCT_MEMBER (gint64, record, key->offset);
  if (text == NULL && number == DB_NULL)
    {
      if (key->is_core)
        put_text (json, key->key, NULL);
      return;
    }
  switch (key->kind)
    {
    case KEY_TEXT:
      put_text (json, key->key, text);
      break;
    case KEY_CODE:
      put_code (json, key->key, text);
      break;
    case KEY_WHOLE:
      json_builder_set_member_name (json, key->key);
      json_builder_add_int_value (json, number);
      break;
    case KEY_FLAG:
      json_builder_set_member_name (json, key->key);
      json_builder_add_boolean_value (json, number != 0);
      break;
    case KEY_AMOUNT:
      put_decimal (json, key->key, number);
      break;
    }
}

static void
put_keys (JsonBuilder *json, const InterchangeKey *keys, gconstpointer record)
{
  for (; keys->key != NULL; keys++)
    put_key (json, keys, record);
}

static void
add_object (JsonBuilder *json, const InterchangeKey *keys, gconstpointer record,
            guint no)
{
  json_builder_begin_object (json);
  if (no > 0)
    {
      json_builder_set_member_name (json, "no");
      json_builder_add_int_value (json, no);
    }
  put_keys (json, keys, record);
  json_builder_end_object (json);
}

static void
begin_array (JsonBuilder *json, const char *key)
{
  json_builder_set_member_name (json, key);
  json_builder_begin_array (json);
}

/* An array of objects, one for each record. */
static void
put_objects (JsonBuilder *json, const char *key, GPtrArray *records, WriteRecord write)
{
  begin_array (json, key);
  for (guint i = 0; i < records->len; i++)
    write (json, records->pdata[i], i + 1);
  json_builder_end_array (json);
}

/* What stands once in a text: null, an object, or, should it stand there more than
 * once, an array of objects.  */
static void
put_parts (JsonBuilder *json, const char *key, GPtrArray *records, WriteRecord write)
{
  if (records->len > 1)
    put_objects (json, key, records, write);
  else
    {
      json_builder_set_member_name (json, key);
      if (records->len == 1)
        write (json, records->pdata[0], 0);
      else
        json_builder_add_null_value (json);
    }
}

/* One text member of each record, as an array of strings. */
static void
put_texts (JsonBuilder *json, const char *key, GPtrArray *records, gsize offset)
{
  begin_array (json, key);
  for (guint i = 0; i < records->len; i++)
    add_text (json, G_STRUCT_MEMBER (char *, records->pdata[i], offset));
  json_builder_end_array (json);
}

static gboolean
flag_at (GPtrArray *records, guint i, gsize flag)
{
  return G_STRUCT_MEMBER (gint64, records->pdata[i], flag) == 1;
}

static void
put_texts_flagged (JsonBuilder *json, const char *key, GPtrArray *records, gsize text,
                   gsize flag, gboolean is_set)
{
  begin_array (json, key);
  for (guint i = 0; i < records->len; i++)
    if (flag_at (records, i, flag) == is_set)
      add_text (json, G_STRUCT_MEMBER (char *, records->pdata[i], text));
  json_builder_end_array (json);
}

/* Where the records whose flag is set stand among the others, unless they all stand
 * at the end that is usual.  */
static void
put_places (JsonBuilder *json, const char *key, GPtrArray *records, gsize flag,
            gboolean first)
{
  guint changes = 0;

  for (guint i = 1; i < records->len; i++)
    changes += flag_at (records, i, flag) != flag_at (records, i - 1, flag);
  if (changes == 0 || (changes == 1 && flag_at (records, 0, flag) == first))
    return;
  begin_array (json, key);
  for (guint i = 0; i < records->len; i++)
    if (flag_at (records, i, flag))
      json_builder_add_int_value (json, i);
  json_builder_end_array (json);
}

static void
add_cells (JsonBuilder *json, const InterchangeColumn *columns, gconstpointer record)
{
  json_builder_begin_array (json);
  for (; columns->title != NULL; columns++)
    add_text (json, G_STRUCT_MEMBER (char *, record, columns->offset));
  json_builder_end_array (json);
}

static void
put_table (JsonBuilder *json, const InterchangeColumn *columns, GPtrArray *records)
{
  begin_array (json, "columns");
  for (const InterchangeColumn *column = columns; column->title != NULL; column++)
    add_text (json, column->title);
  json_builder_end_array (json);
  begin_array (json, "rows");
  for (guint i = 0; i < records->len; i++)
    add_cells (json, columns, records->pdata[i]);
  json_builder_end_array (json);
}

/* The target as understood, and the cells it was printed in where it has three. */
static void
put_target (JsonBuilder *json, const Indicator *indicator)
{
  const char *operator= indicator->operator_text;
  const char      *value = indicator->value_text;
  const char      *unit = indicator->unit_text;
  gboolean         is_split = operator!= NULL || unit != NULL;
  g_autofree char *printed = NULL;
  g_auto (Target) target = { 0 };

  target_read (&target, operator, value, unit);
  if (is_split)
    printed =
        g_strconcat (operator? operator: "", value ? value : "", unit ? unit : "", NULL);
  put_text (json, "value_as_printed", is_split ? printed : value);
  put_text (json, "symbol", target.kind == TARGET_NUMBER ? target.operator: NULL);
  put_decimal (json, "number",
               target.kind == TARGET_NUMBER ? target.number_e6 : DB_NULL);
  put_text (json, "unit", target.unit);
  put_text (json, "text", target.words);
  if (is_split || (value != NULL && g_str_has_prefix (value, "文字描述")))
    {
      put_text (json, "operator_cell", operator);
      put_text (json, "value_cell", value);
      put_text (json, "unit_cell", unit);
    }
}

static void
add_indicator (JsonBuilder *json, gpointer record, guint no)
{
  json_builder_begin_object (json);
  put_keys (json, indicator_keys, record);
  put_target (json, record);
  put_keys (json, indicator_end_keys, record);
  json_builder_end_object (json);
}

static void
add_funding (JsonBuilder *json, gpointer record, guint no)
{
  add_object (json, funding_keys, record, 0);
}

/* fiscal_wan, local_wan, other_wan; the list itself as well where it has a source
 * twice or in another order.  *_as_printed is there when the form has the cell.  */
static void
put_fundings (JsonBuilder *json, GPtrArray *fundings)
{
  const Funding *found[G_N_ELEMENTS (interchange_fundings)] = { NULL };
  guint          next = 0;

  for (guint i = 0; i < G_N_ELEMENTS (interchange_fundings); i++)
    {
      if (next < fundings->len)
        {
          const Funding *funding = fundings->pdata[next];

          if (g_strcmp0 (funding->source, interchange_fundings[i].source) == 0)
            {
              found[i] = funding;
              next++;
            }
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (interchange_fundings); i++)
    {
      const InterchangeFunding *keys = &interchange_fundings[i];

      if (found[i] != NULL || i != 1)
        put_decimal (json, keys->amount, found[i] ? found[i]->amount_fen : DB_NULL);
      if (found[i] != NULL)
        put_text (json, keys->text, found[i]->amount_text);
    }
  if (next < fundings->len)
    put_objects (json, "fundings", fundings, add_funding);
}

/* The plan as bare percents, and as printed where that differs ("30%"). */
static void
put_plan (JsonBuilder *json, GPtrArray *plan)
{
  gboolean differs = FALSE;

  put_texts (json, "plan_periods", plan, G_STRUCT_OFFSET (PlanPoint, label));
  begin_array (json, "plan");
  for (guint i = 0; i < plan->len; i++)
    {
      const PlanPoint *point = plan->pdata[i];
      g_autofree char *percent =
          point->percent_e6 != DB_NULL ? decimal_write (point->percent_e6) : NULL;

      add_text (json, percent);
      differs = differs || g_strcmp0 (percent, point->percent_text) != 0;
    }
  json_builder_end_array (json);
  if (differs)
    put_texts (json, "plan_as_printed", plan,
               G_STRUCT_OFFSET (PlanPoint, percent_text));
}

static void
put_goals (JsonBuilder *json, GPtrArray *goals)
{
  gboolean labelled = FALSE;

  for (guint i = 0; i < goals->len; i++)
    labelled = labelled || ((Goal *) goals->pdata[i])->label != NULL;
  if (labelled)
    put_texts (json, "goal_labels", goals, G_STRUCT_OFFSET (Goal, label));
  put_texts (json, "goals", goals, G_STRUCT_OFFSET (Goal, text));
}

static void
put_project (JsonBuilder *json, const Project *project)
{
  put_keys (json, project_keys, project);
  put_fundings (json, project->fundings);
  put_keys (json, purpose_keys, project);
  put_plan (json, project->plan);
  put_goals (json, project->goals);
}

static void
add_project (JsonBuilder *json, gpointer record, guint no)
{
  const Project *project = record;

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "no");
  json_builder_add_int_value (json, no);
  put_project (json, project);
  put_objects (json, "indicators", project->indicators, add_indicator);
  json_builder_end_object (json);
}

/* The tables of one kind, borrowed. */
static GPtrArray *
projects_of_kind (const Document *document, const char *kind)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < document->projects->len; i++)
    {
      Project *project = document->projects->pdata[i];

      if (g_strcmp0 (project->kind ? project->kind : "project", kind) == 0)
        g_ptr_array_add (found, project);
    }
  return found;
}

/* Has the overall table anything but indicators, or not even these? */
static gboolean
has_table_of_its_own (const Project *project)
{
  for (gsize i = 0; i < project_table.n_fields; i++)
    {
      const DbField *field = &project_table.fields[i];

      if (field->offset == G_STRUCT_OFFSET (Project, kind) ||
          field->offset == G_STRUCT_OFFSET (Project, unit_id))
        continue;
      if (field->type == DB_TEXT
              ? G_STRUCT_MEMBER (char *, project, field->offset) != NULL
              : G_STRUCT_MEMBER (gint64, project, field->offset) != DB_NULL)
        return TRUE;
    }
  return project->fundings->len + project->plan->len + project->goals->len > 0 ||
         project->indicators->len == 0;
}

/* The tables of overall indicators: the first as overall.indicators, with its head,
 * should it have one, in overall.table.  */
static void
put_overall_tables (JsonBuilder *json, const Document *document)
{
  g_autoptr (GPtrArray) tables = projects_of_kind (document, "overall");
  const Project *first = tables->len > 0 ? tables->pdata[0] : NULL;

  if (first == NULL)
    {
      begin_array (json, "indicators");
      json_builder_end_array (json);
      return;
    }
  put_objects (json, "indicators", first->indicators, add_indicator);
  if (has_table_of_its_own (first))
    {
      json_builder_set_member_name (json, "table");
      json_builder_begin_object (json);
      put_project (json, first);
      json_builder_end_object (json);
    }
  if (tables->len > 1)
    {
      g_ptr_array_remove_index (tables, 0);
      put_objects (json, "further_tables", tables, add_project);
    }
}

static void
add_sub_goal (JsonBuilder *json, gpointer record, guint no)
{
  add_object (json, sub_goal_keys, record, no);
}

static void
put_overall (JsonBuilder *json, const Document *document)
{
  json_builder_set_member_name (json, "overall");
  json_builder_begin_object (json);
  put_texts (json, "general_goal", document->overall_goals,
             G_STRUCT_OFFSET (OverallGoal, text));
  put_objects (json, "sub_goals", document->sub_goals, add_sub_goal);
  put_texts (json, "safeguards", document->safeguards,
             G_STRUCT_OFFSET (Safeguard, text));
  put_overall_tables (json, document);
  json_builder_end_object (json);
}

static void
add_section (JsonBuilder *json, gpointer record, guint no)
{
  add_object (json, section_keys, record, 0);
}

static void
add_procurement (JsonBuilder *json, gpointer record, guint no)
{
  const Procurement *procurement = record;

  json_builder_begin_object (json);
  put_keys (json, procurement_keys, procurement);
  begin_array (json, "header_rows");
  for (guint row = 0; row < G_N_ELEMENTS (procurement_head); row++)
    {
      json_builder_begin_array (json);
      for (guint column = 0; column < G_N_ELEMENTS (procurement_head[row]); column++)
        add_text (json, procurement_head[row][column]);
      json_builder_end_array (json);
    }
  json_builder_end_array (json);
  put_table (json, procurement_columns, procurement->items);
  json_builder_end_object (json);
}

static void
add_asset_report (JsonBuilder *json, gpointer record, guint no)
{
  const AssetReport *report = record;

  json_builder_begin_object (json);
  put_keys (json, asset_report_keys, report);
  put_table (json, asset_columns, report->assets);
  json_builder_end_object (json);
}

static void
add_glossary_term (JsonBuilder *json, gpointer record, guint no)
{
  add_object (json, glossary_term_keys, record, no);
}

static void
add_approval (JsonBuilder *json, gpointer record, guint no)
{
  const Approval *approval = record;
  const gsize     text = G_STRUCT_OFFSET (ApprovalParagraph, text);
  const gsize     flag = G_STRUCT_OFFSET (ApprovalParagraph, is_attachment);

  json_builder_begin_object (json);
  put_keys (json, approval_keys, approval);
  put_texts_flagged (json, "paragraphs", approval->paragraphs, text, flag, FALSE);
  put_texts_flagged (json, "attachments", approval->paragraphs, text, flag, TRUE);
  put_places (json, "attachment_places", approval->paragraphs, flag, FALSE);
  json_builder_set_member_name (json, "figures_wan");
  add_object (json, approval_figure_keys, approval, 0);
  json_builder_end_object (json);
}

static void
put_catalogue (JsonBuilder *json, GPtrArray *catalogue)
{
  const gsize text = G_STRUCT_OFFSET (CatalogueEntry, text);
  const gsize flag = G_STRUCT_OFFSET (CatalogueEntry, is_part);

  put_texts_flagged (json, "catalogue_parts", catalogue, text, flag, TRUE);
  put_texts_flagged (json, "catalogue", catalogue, text, flag, FALSE);
  put_places (json, "catalogue_part_places", catalogue, flag, TRUE);
}

static void
add_document (JsonBuilder *json, const Document *document)
{
  g_autoptr (GPtrArray) projects = projects_of_kind (document, "project");
  g_autoptr (GPtrArray) special_funds = projects_of_kind (document, "special_fund");

  json_builder_begin_object (json);
  put_keys (json, document_keys, document);
  put_objects (json, "sections", document->sections, add_section);
  put_catalogue (json, document->catalogue);
  put_overall (json, document);
  if (special_funds->len > 0)
    put_objects (json, "special_funds", special_funds, add_project);
  put_objects (json, "projects", projects, add_project);
  put_parts (json, "procurement", document->procurements, add_procurement);
  put_parts (json, "assets", document->asset_reports, add_asset_report);
  put_objects (json, "glossary", document->glossary, add_glossary_term);
  put_parts (json, "approval", document->approvals, add_approval);
  json_builder_end_object (json);
}

char *
interchange_write (GPtrArray *documents)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (json);
  put_text (json, "format", "jixiao");
  json_builder_set_member_name (json, "version");
  json_builder_add_int_value (json, 1);
  begin_array (json, "documents");
  for (guint i = 0; i < documents->len; i++)
    add_document (json, documents->pdata[i]);
  json_builder_end_array (json);
  json_builder_end_object (json);

  root = json_builder_get_root (json);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_indent (generator, 1);
  return json_generator_to_data (generator, NULL);
}
