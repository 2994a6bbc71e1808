/* tests/test-ledger.c — for every rule whether it fires, passes, does not apply or
 * could not be judged.
 */

#include "app/check/ledger.h"
#include "app/reading/reading.h"
#include "db/finding.h"
#include "tests/record-file.h"
#include "tests/rules-cases.h"
#include "tests/suite.h"

#include <json-glib/json-glib.h>
#include <string.h>

static const LedgerLine *
line_of (const LedgerTable *table, const char *rule)
{
  for (guint i = 0; i < table->lines->len; i++)
    if (strcmp (((LedgerLine *) table->lines->pdata[i])->scope->rule, rule) == 0)
      return table->lines->pdata[i];
  return NULL;
}

static LedgerTable *
table_of (gint64 project)
{
  LedgerTable *table = ledger_of_table (db, 1, project, NULL);

  ck_assert_ptr_nonnull (table);
  return table;
}

START_TEST (every_rule_says_what_it_looks_at)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (
      db,
      "SELECT group_concat(id) FROM rule WHERE id NOT IN (SELECT rule FROM rule_scope)"
      " UNION ALL SELECT group_concat(rule) FROM rule_scope s"
      " WHERE (SELECT instr(group_concat(sql), '''' || s.rule || '''')"
      "  FROM sqlite_schema WHERE name GLOB 'scope_of_*') = 0",
      NULL);

  for (int i = 0; i < 2; i++)
    {
      ck_assert_int_eq (db_step (q, NULL), DB_ROW);
      ck_assert_msg (db_column_text (q, 0) == NULL, "%s", db_column_text (q, 0));
    }
}
END_TEST

/* The statements that every case needs are prepared once, before a case forks. */
static void
open_prepared (void)
{
  open_sound ();
  ledger_table_free (ledger_of_table (db, 1, 1, NULL));
  ledger_table_free (ledger_of_table (db, 1, DB_NULL, NULL));
}

/* What fires has something to look at, or there is a hole in the scope. */
static void
check_case (const RuleCase *c)
{
  g_autoptr (GPtrArray) findings = NULL;

  exec (c->change);
  refresh ();
  findings = finding_all (db, NULL);
  for (guint i = 0; i < findings->len; i++)
    {
      const Finding    *finding = findings->pdata[i];
      LedgerTable      *table = NULL;
      const LedgerLine *line;

      if (strcmp (finding->rule, c->rule) != 0)
        continue;
      table = ledger_of_table (db, finding->document_id, finding->project_id, NULL);
      ck_assert_ptr_nonnull (table);
      line = line_of (table, c->rule);
      ck_assert_msg (line != NULL, "%s has no scope at %s", c->rule, finding->place);
      ck_assert_int_eq (line->state, LEDGER_FIRES);
      ck_assert_msg (line->scope->looked + line->scope->lacking > 0,
                     "%s looked at nothing after %s", c->rule, c->change);
      ledger_table_free (table);
    }
}

START_TEST (a_rule_about_targets_looks_where_it_fires)
{
  check_case (&target_cases[_i]);
}
END_TEST

START_TEST (a_rule_about_projects_looks_where_it_fires)
{
  check_case (&project_cases[_i]);
}
END_TEST

/* After change, of the sound document's project (0: the document). */
static const struct {
  const char *rule, *change;
  gint64      project;
  LedgerState state;
  const char *why;
} cases[] = {
  { "unit-missing", "SELECT 1", 1, LEDGER_PASSES, "核对了 6 处写成数的指标值" },
  { "unit-missing", "UPDATE indicator SET value_text = '≥300' WHERE id = 1", 1,
    LEDGER_FIRES, "1 处" },
  { "unit-missing", "UPDATE indicator SET value_text = '完成' WHERE project_id = 1", 1,
    LEDGER_IDLE, "没有写成数的指标值" },
  { "target-blank", "DELETE FROM indicator WHERE project_id = 1", 1, LEDGER_IDLE,
    "没有指标" },
  { "cost-total-mismatch", "SELECT 1", 1, LEDGER_IDLE, "没有写全部成本的成本指标" },
  { "cost-total-mismatch",
    "UPDATE indicator SET name = '项目成本', value_text = '≤100万元' WHERE id = 4", 1,
    LEDGER_PASSES, "核对了 1 处写全部成本的成本指标" },
  { "cost-total-mismatch",
    "UPDATE indicator SET name = '项目成本', value_text = '≤100万元' WHERE id = 4;"
    "UPDATE project SET amount_fen = NULL, amount_text = '见附件' WHERE id = 1",
    1, LEDGER_LACKS,
    "1 处写全部成本的成本指标核对不了：指标值不是金额，或者预算数空白、读不出" },
  { "cost-total-mismatch",
    "UPDATE indicator SET name = '项目成本', value_text = '控制在预算内' WHERE id = 4",
    1, LEDGER_LACKS,
    "1 处写全部成本的成本指标核对不了：指标值不是金额，或者预算数空白、读不出" },
  { "money-as-output", "UPDATE project SET amount_fen = NULL WHERE id = 1", 1,
    LEDGER_IDLE, "没有写成金额或没有单位的数量、质量指标" },
  { "total-differs-from-approved", "SELECT 1", 0, LEDGER_PASSES,
    "核对了 1 处预算批复" },
  { "total-differs-from-approved", "DELETE FROM approval", 0, LEDGER_IDLE,
    "没有预算批复" },
  { "total-differs-from-approved", "UPDATE approval SET project_fen = NULL", 0,
    LEDGER_LACKS,
    "1 处预算批复核对不了：批复没有写项目支出，或者有的预算数空白、读不出" },
  { "total-differs-from-approved", "UPDATE project SET amount_fen = NULL WHERE id = 2",
    0, LEDGER_LACKS,
    "1 处预算批复核对不了：批复没有写项目支出，或者有的预算数空白、读不出" },
  { "funding-parts-sum", "SELECT 1", 2, LEDGER_PASSES, "核对了 1 处资金来源" },
  { "funding-parts-sum", "DELETE FROM funding WHERE project_id = 2", 2, LEDGER_IDLE,
    "没有资金来源" },
  { "funding-parts-sum",
    "UPDATE funding SET amount_fen = NULL, amount_text = '约5' WHERE project_id = 2"
    " AND source = 'other'; UPDATE funding SET amount_fen = 35000000 WHERE project_id ="
    " 2 AND source = 'fiscal'",
    2, LEDGER_LACKS, "1 处资金来源核对不了：预算数或资金来源的金额空白、读不出" },
  { "plan-not-100", "SELECT 1", 1, LEDGER_PASSES, "核对了 1 处资金支出计划" },
  { "plan-not-100",
    "UPDATE plan_point SET percent_text = NULL, percent_e6 = NULL WHERE project_id = 1"
    " AND ordinal = 4",
    1, LEDGER_LACKS, "1 处资金支出计划核对不了：最后一格空白或读不出" },
  { "plan-not-cumulative",
    "UPDATE plan_point SET percent_text = '三成', percent_e6 = NULL WHERE project_id ="
    " 1 AND ordinal = 2",
    1, LEDGER_LACKS, "1 处资金支出计划核对不了：有的格空白或读不出" },
  { "plan-not-100", "DELETE FROM plan_point WHERE project_id = 1", 1, LEDGER_IDLE,
    "没有资金支出计划" },
  { "other-year-mentioned", "SELECT 1", 1, LEDGER_IDLE, "没有年份" },
  { "other-year-mentioned", "UPDATE indicator SET name = '2024年培训人数' WHERE id = 1",
    1, LEDGER_PASSES, "核对了 1 处年份" },
  { "other-year-mentioned",
    "UPDATE indicator SET name = '2023年培训人数' WHERE id = 1;"
    "UPDATE document SET year_is_printed = 0",
    1, LEDGER_LACKS, "1 处年份核对不了：预算年度没有印出，或者不明" },
  { "other-year-mentioned", "SELECT 1", 0, LEDGER_PASSES, "核对了 1 处年份" },
  { "goal-copied", "SELECT 1", 1, LEDGER_PASSES, "核对了 2 处可比的绩效目标" },
  { "goal-copied", "DELETE FROM project WHERE id <> 1", 1, LEDGER_IDLE,
    "没有可比的绩效目标" },
  { "code-check-character", "SELECT 1", 3, LEDGER_IDLE, "没有有校验位的项目编码" },
  { "code-check-character", "SELECT 1", 1, LEDGER_PASSES,
    "核对了 1 处有校验位的项目编码" },
  { "plan-identical-everywhere", "SELECT 1", 0, LEDGER_IDLE,
    "没有十个以上项目的资金支出计划" },
};

START_TEST (a_rule_is_in_one_of_four_states)
{
  LedgerTable      *table;
  const LedgerLine *line;

  exec (cases[_i].change);
  refresh ();
  table = table_of (cases[_i].project != 0 ? cases[_i].project : DB_NULL);
  line = line_of (table, cases[_i].rule);
  ck_assert_ptr_nonnull (line);
  ck_assert_msg (line->state == cases[_i].state &&
                     strcmp (line->why, cases[_i].why) == 0,
                 "%s after %s: %s, %s", cases[_i].rule, cases[_i].change,
                 ledger_state_title (line->state), line->why);
  ledger_table_free (table);
}
END_TEST

START_TEST (one_table_is_asked_for_without_a_scan)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db, "SELECT count(*) FROM scope WHERE project_id = 1", NULL);

  ck_assert_int_eq (db_step (q, NULL), DB_ROW);
  ck_assert_int_gt (sqlite3_column_int (q, 0), 70);
  /* Of the rules themselves, which are the same few in every file. */
  ck_assert_int_le (sqlite3_stmt_status (q, SQLITE_STMTSTATUS_FULLSCAN_STEP, 0), 400);
}
END_TEST

START_TEST (the_sums_are_those_of_the_tables)
{
  g_autoptr (GPtrArray) tables = ledger_tables (db, NULL, NULL, NULL, NULL);
  g_autoptr (GPtrArray) rules = ledger_rules (tables);
  guint lines = 0, sums = 0;

  ck_assert_uint_eq (tables->len, 4);
  for (guint i = 0; i < tables->len; i++)
    lines += ((LedgerTable *) tables->pdata[i])->lines->len;
  for (guint i = 0; i < rules->len; i++)
    for (guint state = 0; state < LEDGER_STATES; state++)
      sums += ((LedgerRule *) rules->pdata[i])->tables[state];
  ck_assert_uint_eq (lines, sums);
}
END_TEST

START_TEST (the_ledger_is_written_in_four_ways)
{
  gint64 second = 2;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) tables = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *text = NULL;
  g_autofree char *brief = NULL;
  g_autofree char *html = NULL;
  g_autofree char *json = NULL;
  g_autofree char *csv = NULL;

  exec ("UPDATE project SET name = '<孵化>', amount_fen = NULL WHERE id = 2");
  refresh ();
  g_array_append_val (ids, second);
  tables = ledger_tables (db, NULL, ids, NULL, NULL);
  ck_assert_uint_eq (tables->len, 1);
  text = ledger_text (tables, TRUE);
  brief = ledger_text (tables, FALSE);
  html = ledger_html (tables);
  json = ledger_json (tables);
  csv = ledger_csv (tables);
  ck_assert_ptr_nonnull (strstr (text, "第2个项目 <孵化>"));
  ck_assert_ptr_nonnull (strstr (text, "  通过  没有指标值：核对了 6 处指标"));
  ck_assert_ptr_nonnull (strstr (brief, "数据不足，没有核对的"));
  ck_assert_ptr_nonnull (strstr (brief, "有问题 "));
  ck_assert_ptr_nonnull (strstr (html, "&lt;孵化&gt;"));
  ck_assert (g_str_has_prefix (csv, "\xEF\xBB\xBF文本,表,规则"));
  ck_assert (json_parser_load_from_data (parser, json, -1, NULL));
  ck_assert_ptr_nonnull (strstr (json, "\"lacks\""));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("ledger");
  TCase *tcase = tcase_create ("ledger");

  tcase_add_unchecked_fixture (tcase, open_prepared, close_file);
  tcase_add_test (tcase, every_rule_says_what_it_looks_at);
  tcase_add_loop_test (tcase, a_rule_about_targets_looks_where_it_fires, 0,
                       n_target_cases);
  tcase_add_loop_test (tcase, a_rule_about_projects_looks_where_it_fires, 0,
                       n_project_cases);
  tcase_add_loop_test (tcase, a_rule_is_in_one_of_four_states, 0, G_N_ELEMENTS (cases));
  tcase_add_test (tcase, one_table_is_asked_for_without_a_scan);
  tcase_add_test (tcase, the_sums_are_those_of_the_tables);
  tcase_add_test (tcase, the_ledger_is_written_in_four_ways);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
