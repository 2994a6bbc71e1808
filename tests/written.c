/* tests/written.c — made-up texts with something in every table. */

#include "tests/written.h"
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
#include "db/table.h"

#include <check.h>

#define PLAN_POINTS 4
#define INDICATORS  6

static char *
words (const char *what, guint n)
{
  return g_strdup_printf ("%s之%u", what, n);
}

static void
add_indicators (Project *project, guint seed)
{
  static const char *const levels[][2] = {
    { "产出指标", "数量指标" }, { "产出指标", "质量指标" },
    { "产出指标", "时效指标" }, { "产出指标", "成本指标" },
    { "效益指标", "社会效益" }, { "满意度指标", "服务对象满意度" },
  };

  for (guint i = 0; i < INDICATORS; i++)
    {
      Indicator *indicator = db_record_add (project->indicators, &indicator_table);

      indicator->level1 = g_strdup (levels[i][0]);
      indicator->level2 = g_strdup (levels[i][1]);
      indicator->name = words ("指标", seed + i);
      indicator->description = words ("指标的描述", seed + i);
      indicator->operator_text = g_strdup ("≥");
      indicator->value_text = g_strdup_printf ("%u", 90 + (seed + i) % 10);
      indicator->unit_text = g_strdup ("%");
      indicator->basis = g_strdup ("工作计划");
    }
}

static void
add_project (Document *document, const char *kind, guint seed)
{
  Project *project = db_record_add (document->projects, &project_table);
  Funding *funding = db_record_add (project->fundings, &funding_table);
  Goal    *goal = db_record_add (project->goals, &goal_table);

  project->kind = g_strdup (kind);
  project->unit_name = words ("预算单位", seed % 2);
  project->name = words ("项目", seed);
  project->code = g_strdup_printf ("13081124P%012u", seed);
  project->amount_text = g_strdup_printf ("%u.5", seed);
  project->amount_fen = seed * G_GINT64_CONSTANT (1000000) + 500000;
  project->purpose = words ("用于工作", seed);
  funding->source = g_strdup ("fiscal");
  funding->amount_text = g_strdup (project->amount_text);
  funding->amount_fen = project->amount_fen;
  goal->text = words ("完成工作", seed);
  for (guint i = 1; i <= PLAN_POINTS; i++)
    {
      PlanPoint *point = db_record_add (project->plan, &plan_point_table);

      point->label = g_strdup_printf ("%u月底", 3 * i);
      point->percent_text = g_strdup_printf ("%u%%", 25 * i);
      point->percent_e6 = 25000000 * i;
    }
  add_indicators (project, seed);
}

/* One row, or two, in each table beside the projects. */
static void
add_parts (Document *document, guint seed)
{
  Section        *section = db_record_add (document->sections, &section_table);
  CatalogueEntry *entry = db_record_add (document->catalogue, &catalogue_entry_table);
  OverallGoal    *goal = db_record_add (document->overall_goals, &overall_goal_table);
  SubGoal        *sub_goal = db_record_add (document->sub_goals, &sub_goal_table);
  Safeguard      *safeguard = db_record_add (document->safeguards, &safeguard_table);
  GlossaryTerm   *term = db_record_add (document->glossary, &glossary_term_table);
  Procurement *procurement = db_record_add (document->procurements, &procurement_table);
  AssetReport *report = db_record_add (document->asset_reports, &asset_report_table);
  Approval    *approval = db_record_add (document->approvals, &approval_table);
  ProcurementItem   *item = db_record_add (procurement->items, &procurement_item_table);
  Asset             *asset = db_record_add (report->assets, &asset_table);
  ApprovalParagraph *paragraph =
      db_record_add (approval->paragraphs, &approval_paragraph_table);

  section->kind = g_strdup ("cover");
  section->text = words ("封面", seed);
  entry->is_part = 1;
  entry->text = words ("第一部分", seed);
  goal->text = words ("总体目标", seed);
  sub_goal->title = words ("分项", seed);
  safeguard->text = words ("保障措施", seed);
  term->term = words ("名词", seed);
  procurement->statement = words ("采购", seed);
  procurement->stated_fen = seed;
  item->item = words ("物品", seed);
  report->statement = words ("资产", seed);
  asset->item = words ("房屋", seed);
  approval->doc_no = words ("文号", seed);
  paragraph->is_attachment = 0;
  paragraph->text = words ("批复如下", seed);
}

Document *
written_document (int year, guint projects, guint seed)
{
  Document *document = db_record_new (&document_table);

  document->department = g_strdup ("甲局");
  document->fiscal_year = year;
  document->year_is_printed = 1;
  document->stage = g_strdup ("approved");
  document->form_id = g_strdup ("zunhua");
  document->title = words ("绩效文本", seed);
  add_parts (document, seed);
  add_project (document, "overall", seed);
  for (guint i = 1; i <= projects; i++)
    add_project (document, "project", seed + i);
  return document;
}

Import *
written_import (int year, guint projects, guint seed)
{
  Import   *import = g_new0 (Import, 1);
  Proposal *proposal = proposal_new ();
  Place     place = { .table = &project_table, .column = "name", .line = 3 };

  import->name = g_strdup_printf ("文本%u.txt", seed);
  import->bytes = g_bytes_new (&seed, sizeof seed);
  import->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, import->bytes);
  import->proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) proposal_free);
  document_free (proposal->document);
  proposal->document = written_document (year, projects, seed);
  proposal_add_note (proposal, NOTE_UNREAD, 7, "没有看懂的话");
  place.record = proposal->document->projects->pdata[0];
  g_array_append_val (proposal->places, place);
  g_ptr_array_add (import->proposals, proposal);
  return import;
}

static void
hash_table (Db *db, const DbTable *table, GChecksum *sum)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY id", table->name);
  g_autoptr (sqlite3_stmt) q = db_prepare (db, sql, NULL);
  DbStep step;

  while ((step = db_step (q, NULL)) == DB_ROW)
    for (int i = 0; i < sqlite3_column_count (q); i++)
      {
        const char *text = db_column_text (q, i);

        g_checksum_update (sum, (const guchar *) (text ? text : "\1"), -1);
        g_checksum_update (sum, (const guchar *) "\0", 1);
      }
  ck_assert_int_eq (step, DB_DONE);
  for (int i = 0; table->children[i].table != NULL; i++)
    hash_table (db, table->children[i].table, sum);
}

char *
written_hash (Db *db)
{
  static const char *const roots[] = { "department", "unit",      "document",
                                       "waiver",     "lineage",   "carried",
                                       "outcome",    "execution", "comment" };
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (gsize i = 0; i < G_N_ELEMENTS (roots); i++)
    hash_table (db, table_find (roots[i]), sum);
  return g_strdup (g_checksum_get_string (sum));
}
