/* tests/test-edit.c — edits are actions, and what is understood follows the text. */

#include "app/edit/arrangement.h"
#include "app/edit/edit.h"
#include "app/edit/undo.h"
#include "tests/record-file.h"
#include "tests/suite.h"
#include "tests/written.h"

#include <glib/gstdio.h>
#include <string.h>

#define PROJECT "(SELECT id FROM project WHERE kind = 'project' AND ordinal = 2)"
#define INDICATOR \
  "(SELECT id FROM indicator WHERE project_id = " PROJECT " AND ordinal = 1)"

static void
set (const char *table, gint64 row, const char *column, const char *words)
{
  g_autoptr (GError) error = NULL;

  ck_assert_msg (edit_cell (db, table, row, column, words, &error), "%s",
                 error ? error->message : "");
}

static void
assert_label (const char *expected)
{
  g_autofree char *label = undo_next (db, ACTION_UNDO, NULL);

  ck_assert_pstr_eq (label, expected);
}

/* The edit is refused in these words, and nothing is changed. */
static void
assert_refused (const char *table, gint64 row, const char *column, const char *words,
                const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = written_hash (db);
  g_autofree char *after = NULL;

  ck_assert (!edit_cell (db, table, row, column, words, &error));
  ck_assert_msg (strstr (error->message, message) != NULL, "%s", error->message);
  after = written_hash (db);
  ck_assert_str_eq (before, after);
  ck_assert_int_eq (number ("SELECT count(*) FROM action"), 1);
  ck_assert_int_eq (number ("SELECT count(*) FROM recording"), 0);
}

START_TEST (an_edit_is_one_action_in_the_users_words)
{
  g_autofree char *lines = NULL;

  set ("indicator", number ("SELECT " INDICATOR), "value_text", "98");
  assert_label ("指标值 93→98");
  ck_assert_int_eq (number ("SELECT count(*) FROM action"), 2);
  lines = text ("SELECT group_concat(column_name || old || new) FROM history"
                " WHERE action_id = 2");
  ck_assert_str_eq (lines, "value_text9398");
}
END_TEST

START_TEST (the_readings_follow_in_the_same_action)
{
  set ("indicator", number ("SELECT " INDICATOR), "value_text", "98");
  ck_assert_int_eq (number ("SELECT count(*) FROM unread_project"), 0);
  ck_assert_int_eq (number ("SELECT number_e6 FROM indicator_reading"
                            " WHERE indicator_id = " INDICATOR),
                    98000000);
}
END_TEST

START_TEST (what_changes_nothing_is_no_action)
{
  EditCell cells[] = {
    { "indicator", number ("SELECT " INDICATOR), "value_text", "93" },
    { "indicator", 0, "name", " 　", number ("SELECT " PROJECT) },
  };

  ck_assert (edit_cells (db, cells, G_N_ELEMENTS (cells), NULL, NULL));
  ck_assert (arrangement_move (db, "project", number ("SELECT " PROJECT), 2, NULL));
  ck_assert_int_eq (number ("SELECT count(*) FROM action"), 1);
}
END_TEST

static const struct {
  const char *currency, *label_unit, *text;
  const char *unit; /* expected */
  gint64      fen;
} amounts[] = {
  { NULL, NULL, "16.5", NULL, 16500000 },
  { NULL, NULL, "16.5万元", "万元", 16500000 },
  { NULL, NULL, "165,000 元", "元", 16500000 },
  { "单位：元", "元", "165000", "元", 16500000 },
  { "单位：元", "元", "16.5万元", "万元", 16500000 },
  { NULL, "元", "165000", "元", 16500000 },
  { NULL, NULL, "约16万元", NULL, DB_NULL },
  { "单位：万元", "万元", NULL, "万元", DB_NULL },
};

START_TEST (an_amount_is_understood_as_import_would)
{
  g_autofree char *before =
      g_strdup_printf ("UPDATE project SET currency_line = nullif('%s', ''),"
                       " amount_unit = nullif('%s', '') WHERE id = " PROJECT,
                       amounts[_i].currency ? amounts[_i].currency : "",
                       amounts[_i].label_unit ? amounts[_i].label_unit : "");
  g_autofree char *unit = NULL;
  g_autofree char *funding = NULL;

  exec (before);
  set ("project", number ("SELECT " PROJECT), "amount_text", amounts[_i].text);
  unit = text ("SELECT amount_unit FROM project WHERE id = " PROJECT);
  ck_assert_pstr_eq (unit, amounts[_i].unit);
  set ("funding", number ("SELECT id FROM funding WHERE project_id = " PROJECT),
       "amount_text", amounts[_i].text);
  for (int i = 0; i < 2; i++)
    {
      const char *const sql[] = {
        "SELECT amount_fen FROM project WHERE id = " PROJECT,
        "SELECT amount_fen FROM funding WHERE project_id = " PROJECT,
      };

      funding = text (sql[i]);
      if (amounts[_i].fen == DB_NULL)
        ck_assert_ptr_null (funding);
      else
        ck_assert_int_eq (number (sql[i]), amounts[_i].fen);
      g_clear_pointer (&funding, g_free);
    }
}
END_TEST

START_TEST (the_currency_over_a_table_is_that_of_all_its_amounts)
{
  set ("project", number ("SELECT " PROJECT), "currency_line", "单位：元");
  ck_assert_int_eq (number ("SELECT amount_fen FROM project WHERE id = " PROJECT), 350);
  ck_assert_int_eq (number (
                        "SELECT amount_fen FROM funding WHERE project_id = " PROJECT),
                    350);
  set ("project", number ("SELECT " PROJECT), "currency_line", NULL);
  ck_assert_int_eq (number ("SELECT amount_fen FROM project WHERE id = " PROJECT),
                    3500000);
}
END_TEST

static const struct {
  const char *text;
  gint64      e6;
} percents[] = {
  { "30%", 30000000 },  { "30", 30000000 },  { "３３．３％", 33300000 },
  { "约30%", DB_NULL }, { "30元", DB_NULL }, { NULL, DB_NULL },
};

START_TEST (a_percent_is_understood)
{
  const char *sql = "SELECT percent_e6 FROM plan_point WHERE project_id = " PROJECT
                    " AND ordinal = 2";
  g_autofree char *e6 = NULL;

  set ("plan_point",
       number ("SELECT id FROM plan_point WHERE project_id = " PROJECT
               " AND ordinal = 2"),
       "percent_text", percents[_i].text);
  e6 = text (sql);
  if (percents[_i].e6 == DB_NULL)
    ck_assert_ptr_null (e6);
  else
    ck_assert_int_eq (number (sql), percents[_i].e6);
}
END_TEST

START_TEST (white_space_is_blank)
{
  g_autofree char *basis = NULL;

  set ("indicator", number ("SELECT " INDICATOR), "basis", " 　\n");
  basis = text ("SELECT basis FROM indicator WHERE id = " INDICATOR);
  ck_assert_ptr_null (basis);
  assert_label ("指标值确定依据 工作计划→（空）");
}
END_TEST

START_TEST (a_cell_that_must_not_be_blank_is_refused)
{
  assert_refused ("goal", number ("SELECT id FROM goal WHERE project_id = " PROJECT),
                  "text", "", "“绩效目标”不能为空");
}
END_TEST

static const struct {
  const char *table, *column;
} forbidden[] = {
  { "sqlite_schema", "sql" },  { "history", "old" },
  { "project", "amount_fen" }, { "project", "amount_unit" },
  { "project", "ordinal" },    { "project", "document_id" },
  { "project", "id" },         { "project", "name = 'x' --" },
  { "project", "kind" },       { "project", "unit_id" },
  { "project; --", "name" },   { "plan_point", "percent_e6" },
};

START_TEST (a_name_that_is_not_for_editing_is_refused)
{
  assert_refused (forbidden[_i].table, 1, forbidden[_i].column, "1", "不能修改");
}
END_TEST

static const struct {
  const char *table, *column, *text, *message;
} unfit[] = {
  { "document", "fiscal_year", "明年", "“年度”只能填数字" },
  { "document", "fiscal_year", "202", "年度应在1990到2100之间，不能填“202”" },
  { "approval", "income_fen", "很多", "“收入合计”只能填金额" },
  { "document", "stage", "三上", "此处不能填这个内容" },
  { "document", "form_id", "nowhere", "与它相连的内容不在" },
};

START_TEST (what_a_column_cannot_hold_is_refused_in_words)
{
  assert_refused (unfit[_i].table, 1, unfit[_i].column, unfit[_i].text,
                  unfit[_i].message);
}
END_TEST

START_TEST (numbers_without_a_text_are_read_as_people_write_them)
{
  set ("document", 1, "fiscal_year", "２０２５年");
  ck_assert_int_eq (number ("SELECT fiscal_year FROM document"), 2025);
  assert_label ("年度 2024→2025");
  set ("approval", 1, "income_fen", "1,200.5万元");
  ck_assert_int_eq (number ("SELECT income_fen FROM approval"), 1200500000);
  assert_label ("收入合计 （空）→1200.5");
}
END_TEST

START_TEST (a_row_that_is_gone_is_said_to_be_gone)
{
  assert_refused ("indicator", 999, "value_text", "1", "已不在文件里");
}
END_TEST

START_TEST (the_first_text_of_a_blank_cell_makes_its_record)
{
  gint64   project = number ("SELECT " PROJECT);
  EditCell cells[] = {
    { "funding", 0, "amount_text", "0.5", project, "other" },
    { "indicator", 0, "level1", "效益指标", project },
    { "indicator", 0, "name", "新指标", project },
    { "indicator", -1, "name", "又一个", project },
    { "plan_point", 0, "percent_text", "100%", project },
  };

  ck_assert (edit_cells (db, cells, G_N_ELEMENTS (cells), "粘贴 5 格", NULL));
  assert_label ("粘贴 5 格");
  ck_assert_int_eq (number ("SELECT amount_fen FROM funding WHERE source = 'other'"),
                    500000);
  ck_assert_int_eq (cells[1].row, cells[2].row);
  ck_assert_int_eq (number ("SELECT count(*) FROM indicator WHERE project_id = " PROJECT
                            " AND (ordinal, name) IN ((7, '新指标'), (8, '又一个'))"),
                    2);
  ck_assert_int_eq (number ("SELECT percent_e6 FROM plan_point WHERE ordinal = 5"),
                    100000000);
}
END_TEST

START_TEST (several_cells_are_set_all_or_none)
{
  g_autoptr (GError) error = NULL;
  EditCell cells[] = {
    { "indicator", number ("SELECT " INDICATOR), "value_text", "98" },
    { "document", 1, "stage", "三上" },
  };
  g_autofree char *before = written_hash (db);
  g_autofree char *after = NULL;

  ck_assert (!edit_cells (db, cells, G_N_ELEMENTS (cells), NULL, &error));
  after = written_hash (db);
  ck_assert_str_eq (before, after);
}
END_TEST

START_TEST (a_long_text_is_quoted_where_it_changes)
{
  gint64 goal = number ("SELECT id FROM goal WHERE project_id = " PROJECT);

  set ("goal", goal, "text",
       "按照年度工作计划的要求，全面完成三公里河道清淤任务，保障行洪安全");
  set ("goal", goal, "text",
       "按照年度工作计划的要求，全面完成五公里河道清淤任务，保障行洪安全");
  assert_label ("绩效目标 …全面完成三公里河道清淤任务，保障…→"
                "…全面完成五公里河道清淤任务，保障…");
}
END_TEST

START_TEST (the_label_of_a_funding_names_its_source)
{
  set ("funding", number ("SELECT id FROM funding WHERE project_id = " PROJECT),
       "amount_text", "2");
  assert_label ("财政资金 3.5→2");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("edit");
  TCase *tcase = tcase_create ("edit");

  tcase_add_checked_fixture (tcase, open_written, close_file);
  tcase_add_test (tcase, an_edit_is_one_action_in_the_users_words);
  tcase_add_test (tcase, the_readings_follow_in_the_same_action);
  tcase_add_test (tcase, what_changes_nothing_is_no_action);
  tcase_add_loop_test (tcase, an_amount_is_understood_as_import_would, 0,
                       G_N_ELEMENTS (amounts));
  tcase_add_test (tcase, the_currency_over_a_table_is_that_of_all_its_amounts);
  tcase_add_loop_test (tcase, a_percent_is_understood, 0, G_N_ELEMENTS (percents));
  tcase_add_test (tcase, white_space_is_blank);
  tcase_add_test (tcase, a_cell_that_must_not_be_blank_is_refused);
  tcase_add_loop_test (tcase, a_name_that_is_not_for_editing_is_refused, 0,
                       G_N_ELEMENTS (forbidden));
  tcase_add_loop_test (tcase, what_a_column_cannot_hold_is_refused_in_words, 0,
                       G_N_ELEMENTS (unfit));
  tcase_add_test (tcase, numbers_without_a_text_are_read_as_people_write_them);
  tcase_add_test (tcase, a_row_that_is_gone_is_said_to_be_gone);
  tcase_add_test (tcase, the_first_text_of_a_blank_cell_makes_its_record);
  tcase_add_test (tcase, several_cells_are_set_all_or_none);
  tcase_add_test (tcase, a_long_text_is_quoted_where_it_changes);
  tcase_add_test (tcase, the_label_of_a_funding_names_its_source);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
