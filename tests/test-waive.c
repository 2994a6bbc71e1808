/* tests/test-waive.c — findings answered with a reason: what holds, what lapses, what
 * is carried over from last year.
 */

#include "app/check/check.h"
#include "app/check/severity.h"
#include "app/check/waive.h"
#include "app/edit/arrangement.h"
#include "app/edit/edit.h"
#include "app/edit/undo.h"
#include "app/reading/reading.h"
#include "tests/record-file.h"
#include "tests/rules-cases.h"
#include "tests/suite.h"

#include <string.h>

static void
change (const char *sql)
{
  exec (sql);
  refresh ();
}

static GPtrArray *
findings_of (const char *rule)
{
  const CheckFilter filter = { .rule = rule };

  return check_findings (db, &filter, NULL);
}

static guint
open_findings (const char *rule)
{
  g_autoptr (GPtrArray) findings = findings_of (rule);

  return check_count (findings, "error") + check_count (findings, "warning") +
         check_count (findings, "hint");
}

static void
waive_rule (const char *rule, const char *reason)
{
  g_autoptr (GPtrArray) findings = findings_of (rule);

  ck_assert_uint_gt (findings->len, 0);
  ck_assert (waive (db, findings, reason, NULL));
}

/* A finding, waived, and then something else changes. */
static const struct {
  const char *what, *rule, *mess, *change;
  WaivedState state;
  guint       open; /* findings of the rule that are open then */
} cases[] = {
  { "nothing changed", "unit-missing",
    "UPDATE indicator SET value_text = '≥300' WHERE id = 1", "SELECT 1", WAIVED_HOLDS,
    0 },
  { "the value changed", "unit-missing",
    "UPDATE indicator SET value_text = '≥300' WHERE id = 1",
    "UPDATE indicator SET value_text = '≥301' WHERE id = 1", WAIVED_CHANGED, 1 },
  { "it was put right", "unit-missing",
    "UPDATE indicator SET value_text = '≥300' WHERE id = 1",
    "UPDATE indicator SET value_text = '≥300人' WHERE id = 1", WAIVED_SETTLED, 0 },
  { "the budget that it was compared with changed", "cost-total-mismatch",
    "UPDATE indicator SET level2 = '成本指标', name = '项目支出', value_text = "
    "'=90万元'"
    " WHERE id = 1",
    "UPDATE project SET amount_text = '120万元', amount_fen = 120000000 WHERE id = 1",
    WAIVED_CHANGED, 1 },
  { "another cell changed", "unit-missing",
    "UPDATE indicator SET value_text = '≥300' WHERE id = 1",
    "UPDATE indicator SET basis = '台账' WHERE id = 1", WAIVED_HOLDS, 0 },
  { "of the document", "total-differs-from-approved",
    "UPDATE approval SET project_fen = 335000000",
    "UPDATE approval SET project_fen = 334000000", WAIVED_CHANGED, 1 },
  { "of a project", "code-missing", "UPDATE project SET code = NULL WHERE id = 1",
    "UPDATE project SET code = '————' WHERE id = 1", WAIVED_CHANGED, 1 },
};

START_TEST (a_waiver_holds_for_the_values_it_excuses)
{
  g_autoptr (GPtrArray) list = NULL;
  const Waived *waived;

  change (cases[_i].mess);
  waive_rule (cases[_i].rule, "已核实，另有规定");
  ck_assert_uint_eq (open_findings (cases[_i].rule), 0);
  change (cases[_i].change);
  list = waive_list (db, NULL, NULL);
  ck_assert_uint_eq (list->len, 1);
  waived = *list->pdata;
  ck_assert_msg (waived->state == cases[_i].state, "%s: %s", cases[_i].what,
                 waived_state_title (waived->state));
  ck_assert_uint_eq (open_findings (cases[_i].rule), cases[_i].open);
  ck_assert_str_eq (waived->reason, "已核实，另有规定");
  ck_assert_str_eq (waived->who, g_get_user_name ());
  ck_assert_ptr_nonnull (waived->at);
  ck_assert_ptr_nonnull (waived->title);
  ck_assert_ptr_nonnull (waived->place);
  ck_assert ((waived->finding == NULL) == (waived->state == WAIVED_SETTLED));
}
END_TEST

START_TEST (a_reason_is_required)
{
  static const char *const blanks[] = { NULL, "", "  \n" };
  g_autoptr (GPtrArray) findings = NULL;

  change ("UPDATE indicator SET value_text = '≥300' WHERE id = 1");
  findings = findings_of ("unit-missing");
  for (gsize i = 0; i < G_N_ELEMENTS (blanks); i++)
    {
      g_autoptr (GError) error = NULL;

      ck_assert (!waive (db, findings, blanks[i], &error));
      ck_assert_str_eq (error->message, "豁免要写明理由");
    }
  ck_assert_uint_eq (open_findings ("unit-missing"), 1);
}
END_TEST

START_TEST (many_at_once_are_one_action_that_can_be_undone)
{
  g_autofree char *label = NULL;
  g_autofree char *next = NULL;

  change ("UPDATE indicator SET basis = NULL WHERE project_id = 1");
  waive_rule ("basis-blank", " 统一参照  合同 ");
  ck_assert_uint_eq (open_findings ("basis-blank"), 0);
  ck_assert (undo_step (db, ACTION_UNDO, &label, NULL));
  ck_assert_str_eq (label, "豁免：统一参照合同");
  ck_assert_uint_eq (open_findings ("basis-blank"), 6);
  next = undo_next (db, ACTION_UNDO, NULL);
  ck_assert_ptr_null (next);
}
END_TEST

START_TEST (a_waiver_is_revoked)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *label = NULL;

  change ("UPDATE indicator SET value_text = '≥300' WHERE id = 1");
  waive_rule ("unit-missing", "已核实");
  list = waive_list (db, NULL, NULL);
  g_array_append_val (ids, ((Waived *) *list->pdata)->id);
  ck_assert (waive_revoke (db, ids, NULL));
  ck_assert_uint_eq (open_findings ("unit-missing"), 1);
  ck_assert (undo_step (db, ACTION_UNDO, &label, NULL));
  ck_assert_str_eq (label, "撤回豁免");
  ck_assert_uint_eq (open_findings ("unit-missing"), 0);
}
END_TEST

/* The text of 2025, copied from 2024, in which two findings were answered. */
static gint64
next_year (void)
{
  gint64 document;

  change ("UPDATE indicator SET value_text = '≥300' WHERE id = 1;"
          "UPDATE indicator SET basis = NULL WHERE id = 8;"
          "UPDATE approval SET project_fen = 335000000");
  waive_rule ("unit-missing", "单位见备注");
  waive_rule ("basis-blank", "依据另报");
  waive_rule ("total-differs-from-approved", "年中追加");
  document = arrangement_begin_text (
      db, &(NewText){ .year = 2025, .stage = "approved", .copied = 1 }, NULL);
  ck_assert_int_gt (document, 0);
  change ("UPDATE indicator SET value_text = '≥320' WHERE value_text = '≥300'"
          " AND project_id > 3;"
          "UPDATE project SET name = '2025年创业孵化补助', code = NULL WHERE id > 3"
          " AND ordinal = 2;"
          "UPDATE project SET name = '2024年创业孵化补助' WHERE id = 2");
  return document;
}

START_TEST (last_years_answers_are_to_be_confirmed)
{
  gint64 document = next_year ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autofree char *statement = NULL;
  g_autofree char *label = NULL;
  guint            earlier = 0;

  g_array_append_val (ids, document);
  list = waive_list (db, ids, NULL);
  for (guint i = 0; i < list->len; i++)
    {
      const Waived *waived = list->pdata[i];

      ck_assert_int_eq (waived->state, WAIVED_EARLIER);
      ck_assert_int_eq (waived->year, 2024);
      ck_assert_int_eq (waived->finding->document_id, document);
      earlier += strcmp (waived->rule, "unit-missing") == 0 &&
                 strcmp (waived->seen, "≥300") == 0 &&
                 strcmp (waived->finding->seen, "≥320") == 0;
    }
  ck_assert_uint_eq (list->len, 3);
  ck_assert_uint_eq (earlier, 1);

  /* Not before they are confirmed do they answer anything. */
  ck_assert_uint_eq (open_findings ("unit-missing"), 1);
  ck_assert (waive_confirm (db, list, NULL));
  ck_assert_uint_eq (open_findings ("unit-missing"), 0);
  after = waive_list (db, ids, NULL);
  ck_assert_uint_eq (after->len, 3);
  ck_assert_int_eq (((Waived *) *after->pdata)->state, WAIVED_HOLDS);
  statement = waive_statement (after);
  ck_assert_ptr_nonnull (strstr (statement, "单位见备注（去年已说明）"));
  ck_assert (undo_step (db, ACTION_UNDO, &label, NULL));
  ck_assert_str_eq (label, "确认去年的说明");
}
END_TEST

/* A person said what continues what, against every name: that goes first. */
START_TEST (last_years_answers_follow_what_was_said_of_the_lineage)
{
  gint64 document = next_year ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) list = NULL;
  guint moved = 0;

  /* The first two tables of 2025 have changed places: names, codes and rows of one, and
   * the lineage of the other.  A row of the third has the blank basis now.  */
  change ("UPDATE indicator SET value_text = '≥320人' WHERE value_text = '≥320';"
          "UPDATE indicator SET value_text = '≥20' WHERE project_id > 3 AND value_text"
          " = '≥20家'; UPDATE indicator SET basis = '《考核办法》' WHERE id > 18;"
          "UPDATE indicator SET basis = NULL WHERE id > 18 AND name = '服务达标率';"
          "INSERT INTO lineage (document_id, project_id, indicator_id,"
          " earlier_project_id, earlier_indicator_id, who, at)"
          " SELECT p.document_id, p.id, NULL, 3 - p.ordinal, NULL, '王会计', '2025'"
          "  FROM project p WHERE p.id > 3 AND p.kind = 'project' AND p.ordinal < 3;"
          "INSERT INTO lineage (document_id, project_id, indicator_id,"
          " earlier_project_id, earlier_indicator_id, who, at)"
          " SELECT p.document_id, p.id, i.id, k.project_id, k.id, '王会计', '2025'"
          "  FROM project p JOIN indicator i ON i.project_id = p.id"
          "  JOIN indicator k ON k.id = iif(i.name = '入孵企业数量', 1, 8)"
          "  WHERE p.id > 3 AND i.name IN ('入孵企业数量', '服务达标率')");
  g_array_append_val (ids, document);
  list = waive_list (db, ids, NULL);
  for (guint i = 0; i < list->len; i++)
    {
      const Waived *waived = list->pdata[i];

      ck_assert_int_eq (waived->state, WAIVED_EARLIER);
      moved += g_str_equal (waived->rule, "unit-missing") &&
               g_str_equal (waived->seen, "≥300") &&
               g_str_equal (waived->finding->seen, "≥20");
      moved += g_str_equal (waived->rule, "basis-blank") &&
               strstr (waived->place, "第3个项目") != NULL;
    }
  ck_assert_uint_eq (moved, 2);
  ck_assert_uint_eq (list->len, 3);
}
END_TEST

/* Two texts of last year explained the same: it is offered once, as the later stage has
 * it.  */
START_TEST (one_finding_is_offered_one_explanation)
{
  gint64 document = next_year ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *own =
      g_strdup_printf ("DELETE FROM waiver WHERE document_id = %" G_GINT64_FORMAT,
                       document);

  ck_assert_int_gt (arrangement_begin_text (
                        db, &(NewText){ .year = 2024, .stage = "draft2", .copied = 1 },
                        NULL),
                    0);
  waive_rule ("unit-missing", "初稿时的说明");
  change (own);
  g_array_append_val (ids, document);
  list = waive_list (db, ids, NULL);
  ck_assert_uint_eq (list->len, 3);
  for (guint i = 0; i < list->len; i++)
    ck_assert_str_ne (((Waived *) list->pdata[i])->reason, "初稿时的说明");
}
END_TEST

START_TEST (the_statement_gives_what_holds_by_project)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *text = NULL;
  g_autofree char *html = NULL;
  g_autofree char *json = NULL;
  g_autofree char *all = NULL;

  change ("UPDATE indicator SET value_text = '≥300', name = '<人>数' WHERE id = 1;"
          "UPDATE indicator SET value_text = '≥1500' WHERE id = 13");
  waive_rule ("unit-missing", "按《办法》执行");
  change ("UPDATE indicator SET value_text = '≥1600' WHERE id = 13");
  list = waive_list (db, NULL, NULL);
  text = waive_statement (list);
  html = waive_statement_html (list);
  json = waive_json (list);
  all = waive_text (list);
  ck_assert_ptr_nonnull (
      strstr (text, "差异说明\n\n示范市人社局 2024年部门预算绩效文本"));
  ck_assert_ptr_nonnull (strstr (text, "第1个项目 职业技能培训\n1. "));
  ck_assert_ptr_nonnull (strstr (text, "说明：按《办法》执行"));
  ck_assert_ptr_null (strstr (text, "第3个项目"));
  ck_assert_ptr_nonnull (strstr (html, "&lt;人&gt;数"));
  ck_assert_ptr_null (strstr (html, "http"));
  ck_assert (g_str_has_suffix (html, "</html>\n"));
  ck_assert_ptr_nonnull (strstr (json, "\"changed\""));
  ck_assert_ptr_nonnull (strstr (all, "原文：≥1500；现为：≥1600"));
}
END_TEST

START_TEST (the_statement_is_printed_in_the_order_of_the_text)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (Outline) outline = NULL;
  g_autoptr (Outline) none = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;

  list = waive_list (db, NULL, NULL);
  none = waive_statement_outline (list, &error);
  ck_assert_ptr_null (none);
  ck_assert (g_error_matches (error, DB_ERROR_DOMAIN, DB_MISSING));
  g_ptr_array_unref (list);
  change ("UPDATE indicator SET value_text = '≥1500' WHERE id = 13");
  waive_rule ("unit-missing", "台账另附");
  change ("UPDATE indicator SET value_text = '≥300' WHERE id = 1");
  waive_rule ("unit-missing", "按《办法》执行");
  list = waive_list (db, NULL, NULL);
  outline = waive_statement_outline (list, NULL);
  ck_assert_ptr_nonnull (outline);
  ck_assert_str_eq (outline->title, "示范市人社局 2024年 差异说明");
  for (guint i = 0; i < outline->items->len && first == NULL; i++)
    {
      const OutlineItem *item = outline->items->pdata[i];

      for (guint k = 0; item->table != NULL && k < item->table->cells->len; k++)
        {
          const FormCell *cell = item->table->cells->pdata[k];

          if (cell->row == 3 && cell->col == 1)
            first = g_strdup (cell->text);
        }
    }
  ck_assert_str_eq (first, "第1个项目 职业技能培训");
}
END_TEST

START_TEST (an_office_sets_a_severity_and_drops_it)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  change ("UPDATE indicator SET value_text = '≥300' WHERE id = 1");
  ck_assert (severity_set (db, "unit-missing", "hint", NULL));
  ck_assert (!severity_set (db, "unit-missing", "loud", &error));
  ck_assert (g_error_matches (error, DB_ERROR_DOMAIN, DB_REFUSED));
  g_clear_error (&error);
  ck_assert (!severity_set (db, "no-such-rule", "hint", &error));
  ck_assert (g_error_matches (error, DB_ERROR_DOMAIN, DB_MISSING));
  ck_assert (undo_step (db, ACTION_UNDO, &label, NULL));
  ck_assert_str_eq (label, "规则“没有单位”的严重程度：提示");
}
END_TEST

START_TEST (nothing_waived_is_said_in_words)
{
  g_autoptr (GPtrArray) list = waive_list (db, NULL, NULL);
  g_autofree char *text = waive_text (list);
  g_autofree char *statement = waive_statement (list);
  g_autofree char *html = waive_statement_html (list);

  ck_assert_str_eq (text, "没有豁免。\n");
  ck_assert_str_eq (statement, "没有需要说明的差异。\n");
  ck_assert_ptr_nonnull (strstr (html, "没有需要说明的差异。"));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("waive");
  TCase *tcase = tcase_create ("waive");

  tcase_add_unchecked_fixture (tcase, open_sound, close_file);
  tcase_add_loop_test (tcase, a_waiver_holds_for_the_values_it_excuses, 0,
                       G_N_ELEMENTS (cases));
  tcase_add_test (tcase, a_reason_is_required);
  tcase_add_test (tcase, many_at_once_are_one_action_that_can_be_undone);
  tcase_add_test (tcase, a_waiver_is_revoked);
  tcase_add_test (tcase, last_years_answers_are_to_be_confirmed);
  tcase_add_test (tcase, last_years_answers_follow_what_was_said_of_the_lineage);
  tcase_add_test (tcase, one_finding_is_offered_one_explanation);
  tcase_add_test (tcase, the_statement_gives_what_holds_by_project);
  tcase_add_test (tcase, the_statement_is_printed_in_the_order_of_the_text);
  tcase_add_test (tcase, an_office_sets_a_severity_and_drops_it);
  tcase_add_test (tcase, nothing_waived_is_said_in_words);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
