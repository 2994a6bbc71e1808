/* tests/printed.c — a made-up text of one project, to be printed in any form. */

#include "tests/printed.h"
#include "db/funding.h"
#include "db/goal.h"
#include "db/indicator.h"
#include "db/plan-point.h"

#include <check.h>

static const struct {
  gsize       member;
  const char *text;
} texts[] = {
  { G_STRUCT_OFFSET (Project, heading), "7、河道清淤绩效目标表" },
  { G_STRUCT_OFFSET (Project, unit_code), "401002" },
  { G_STRUCT_OFFSET (Project, unit_name), "甲县河道管理站" },
  { G_STRUCT_OFFSET (Project, title_row_code), "P-0007" },
  { G_STRUCT_OFFSET (Project, title_row_name), "清淤（表头）" },
  { G_STRUCT_OFFSET (Project, code), "00070" },
  { G_STRUCT_OFFSET (Project, name), "河道清淤" },
  { G_STRUCT_OFFSET (Project, target_template), "水利模板" },
  { G_STRUCT_OFFSET (Project, amount_text), "12.50" },
  { G_STRUCT_OFFSET (Project, purpose_lead), "预算数12.5万元。" },
  { G_STRUCT_OFFSET (Project, purpose), "用于清淤和护坡。" },
  { G_STRUCT_OFFSET (Project, plan_label), "资金支出计划（累计%）" },
};

static char **
text_at (gpointer record, gsize offset)
{
  return G_STRUCT_MEMBER_P (record, offset);
}

static void
add_goals (Project *project, guint count)
{
  for (guint i = 1; i <= count; i++)
    {
      Goal *goal = db_record_add (project->goals, &goal_table);

      goal->label = g_strdup_printf ("目标%u", i);
      goal->text = g_strdup_printf ("第%u段河道畅通", i);
    }
}

static void
add_indicators (Project *project, guint count)
{
  for (guint i = 0; i < count; i++)
    {
      Indicator *indicator = db_record_add (project->indicators, &indicator_table);

      indicator->level1 = g_strdup_printf ("一级%u", i - (i % 3 == 1));
      indicator->level2 = g_strdup_printf ("二级%u", i - (i % 3 == 1));
      indicator->name = g_strdup_printf ("指标%u", i);
      indicator->description = g_strdup_printf ("描述%u", i);
      indicator->criterion = g_strdup_printf ("标准%u", i);
      indicator->operator_text = g_strdup ("≥");
      indicator->value_text = g_strdup_printf ("%u.50", i);
      indicator->unit_text = g_strdup ("公里");
      indicator->basis = g_strdup_printf ("依据%u", i);
    }
}

static void
add_plan (Project *project, guint count)
{
  for (guint i = 1; i <= count; i++)
    {
      PlanPoint *point = db_record_add (project->plan, &plan_point_table);

      point->label = g_strdup_printf ("%u月底", i);
      point->percent_text = g_strdup_printf ("%u%%", i);
    }
}

static void
add_fundings (Project *project)
{
  static const char *const sources[] = { "fiscal", "local", "other" };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      Funding *funding = db_record_add (project->fundings, &funding_table);

      funding->source = g_strdup (sources[i]);
      funding->amount_text = g_strdup_printf ("%u.2", i + 4);
    }
}

Document *
printed_new (const Printed *printed, Project **project)
{
  Document *document = db_record_new (&document_table);

  document->department = g_strdup ("甲县水利局");
  document->fiscal_year = 2025;
  document->stage = g_strdup ("approved");
  document->form_id = g_strdup (printed->form);
  document->year_is_printed = 1;
  *project = db_record_add (document->projects, &project_table);
  (*project)->kind = g_strdup ("project");
  for (gsize i = 0; i < G_N_ELEMENTS (texts) && !printed->blank; i++)
    *text_at (*project, texts[i].member) = g_strdup (texts[i].text);
  if (!printed->blank)
    add_fundings (*project);
  add_goals (*project, printed->goals);
  add_indicators (*project, printed->indicators);
  add_plan (*project, printed->checkpoints);
  return document;
}

gint64
printed_store (Db *db, const Printed *printed)
{
  g_autoptr (GError) error = NULL;
  Project *project;
  g_autoptr (Document) document = printed_new (printed, &project);

  ck_assert_msg (document_store (db, document, &error), "%s",
                 error ? error->message : "");
  return project->record.id;
}
