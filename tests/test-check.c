/* tests/test-check.c — findings in order, folded, and written in four ways. */

#include "app/check/check.h"
#include "app/reading/reading.h"
#include "db/waiver.h"
#include "tests/record-file.h"
#include "tests/rules-cases.h"
#include "tests/suite.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* The findings after a change. */
static GPtrArray *
after (const char *change, const CheckFilter *filter)
{
  GPtrArray *findings;

  exec (change);
  ck_assert (reading_refresh (db, NULL));
  findings = check_findings (db, filter, NULL);
  ck_assert_ptr_nonnull (findings);
  return findings;
}

#define MESS                                                      \
  "UPDATE indicator SET value_text = '≥1' WHERE id IN (1, 13);" \
  "UPDATE indicator SET value_text = '95%' WHERE id = 2;"         \
  "UPDATE approval SET project_fen = 1"

START_TEST (the_order_is_that_of_the_pages_and_the_worst_comes_first)
{
  g_autoptr (GPtrArray) findings = after (MESS, NULL);
  static const char *const expected[] = {
    "total-differs-from-approved",
    "unit-missing",
    "operator-missing",
    "unit-missing",
  };

  ck_assert_uint_eq (findings->len, G_N_ELEMENTS (expected));
  for (guint i = 0; i < findings->len; i++)
    ck_assert_str_eq (((Finding *) findings->pdata[i])->rule, expected[i]);
}
END_TEST

START_TEST (a_filter_takes_a_rule_a_severity_or_some_projects)
{
  gint64 second = 3;
  g_autoptr (GArray) projects = g_array_new (FALSE, FALSE, sizeof (gint64));
  const CheckFilter by_rule = { .rule = "operator-missing" };
  const CheckFilter by_severity = { .severity = "error" };
  const CheckFilter by_project = { .projects = projects };
  g_autoptr (GPtrArray) rule = after (MESS, &by_rule);
  g_autoptr (GPtrArray) severity = check_findings (db, &by_severity, NULL);
  g_autoptr (GPtrArray) project = NULL;

  g_array_append_val (projects, second);
  project = check_findings (db, &by_project, NULL);
  ck_assert_uint_eq (rule->len, 1);
  ck_assert_uint_eq (severity->len, 3);
  ck_assert_uint_eq (project->len, 1);
}
END_TEST

START_TEST (the_findings_of_a_document_are_those_of_the_file_that_holds_it_alone)
{
  gint64 id = 1;
  g_autoptr (GArray) documents = g_array_new (FALSE, FALSE, sizeof (gint64));
  const CheckFilter filter = { .documents = documents };
  g_autoptr (GPtrArray) all = after (MESS, NULL);
  g_autoptr (GPtrArray) own = NULL;

  g_array_append_val (documents, id);
  own = check_findings (db, &filter, NULL);
  ck_assert_uint_eq (own->len, all->len);
}
END_TEST

START_TEST (what_a_better_finding_says_is_folded_under_it)
{
  g_autoptr (GPtrArray) findings =
      after ("UPDATE indicator SET name = '资金到位率', value_text = '=100'"
             " WHERE id = 2",
             NULL);
  g_autoptr (GPtrArray) folds = check_fold (findings);

  /* unit-missing goes without saying. */
  ck_assert_uint_eq (findings->len, 2);
  ck_assert_uint_eq (folds->len, 1);
  ck_assert_str_eq (((FoldedFinding *) folds->pdata[0])->finding->rule,
                    "rate-without-percent");
}
END_TEST

START_TEST (a_hint_on_many_rows_is_said_once)
{
  g_autoptr (GPtrArray) findings =
      after ("UPDATE indicator SET basis = '工作经验' WHERE project_id = 1", NULL);
  g_autoptr (GPtrArray) folds = check_fold (findings);
  g_autofree char *text = check_text (findings);

  ck_assert_uint_eq (findings->len, 6);
  ck_assert_uint_eq (folds->len, 1);
  ck_assert_uint_eq (((FoldedFinding *) folds->pdata[0])->rows->len, 6);
  ck_assert_ptr_nonnull (strstr (text, "第1、2、3行等6行"));
  ck_assert_ptr_nonnull (strstr (text, "提示 6"));
}
END_TEST

START_TEST (a_warning_on_many_rows_is_said_for_each)
{
  g_autoptr (GPtrArray) findings =
      after ("UPDATE indicator SET basis = NULL WHERE project_id = 1", NULL);
  g_autoptr (GPtrArray) folds = check_fold (findings);

  ck_assert_uint_eq (folds->len, 6);
}
END_TEST

START_TEST (a_waived_finding_is_not_shown_but_counted)
{
  g_autoptr (GPtrArray) findings = after (MESS, NULL);
  g_autoptr (GPtrArray) waived = NULL;
  g_autoptr (GPtrArray) folds = NULL;
  g_autofree char *text = NULL;
  g_autofree char *json = NULL;

  ck_assert (
      waiver_add (db, findings->pdata[0], "批复另有调整", "测试", DB_NULL, NULL));
  waived = check_findings (db, NULL, NULL);
  folds = check_fold (waived);
  text = check_text (waived);
  json = check_json (waived);
  ck_assert_uint_eq (waived->len, 4);
  ck_assert_uint_eq (folds->len, 3);
  ck_assert_ptr_nonnull (strstr (text, "另有 1 处已豁免"));
  ck_assert_ptr_nonnull (strstr (json, "\"waived\" : true"));
}
END_TEST

START_TEST (no_findings_are_said_in_words)
{
  g_autoptr (GPtrArray) findings = after ("SELECT 1", NULL);
  g_autofree char *text = check_text (findings);

  ck_assert_str_eq (text, "没有发现前后不一致的地方。\n");
}
END_TEST

START_TEST (the_json_says_where_by_numbers)
{
  g_autoptr (GPtrArray) findings = after (MESS, NULL);
  g_autofree char *json = check_json (findings);
  g_autoptr (JsonParser) parser = json_parser_new ();
  static const char *const keys[] = { "rule",         "severity",    "title",
                                      "department",   "year",        "project",
                                      "project_name", "indicator",   "field",
                                      "column",       "message",     "seen",
                                      "expected",     "explanation", "waived" };
  JsonArray               *array;
  JsonObject              *whole, *row;

  ck_assert (json_parser_load_from_data (parser, json, -1, NULL));
  array = json_object_get_array_member (json_node_get_object (
                                            json_parser_get_root (parser)),
                                        "findings");
  ck_assert_uint_eq (json_array_get_length (array), 4);
  whole = json_array_get_object_element (array, 0);
  row = json_array_get_object_element (array, 3);
  ck_assert_uint_eq (json_object_get_size (row), G_N_ELEMENTS (keys));
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    ck_assert_msg (json_object_has_member (row, keys[i]), "%s", keys[i]);
  ck_assert (json_object_get_null_member (whole, "project"));
  ck_assert (json_object_get_null_member (whole, "indicator"));
  ck_assert_int_eq (json_object_get_int_member (row, "project"), 3);
  ck_assert_int_eq (json_object_get_int_member (row, "indicator"), 1);
  ck_assert_int_eq (json_object_get_int_member (row, "year"), 2024);
  ck_assert_str_eq (json_object_get_string_member (row, "seen"), "≥1");
}
END_TEST

START_TEST (the_csv_opens_in_a_spreadsheet_and_runs_nothing)
{
  g_autoptr (GPtrArray) findings = after (
      "UPDATE indicator SET value_text = '=5', name = '培训\"班\",人数' WHERE id = 1",
      NULL);
  g_autofree char *csv = check_csv (findings);

  ck_assert (g_str_has_prefix (csv, "\xEF\xBB\xBF级别,"));
  ck_assert_ptr_nonnull (strstr (csv, ",'=5,"));
  ck_assert_ptr_nonnull (strstr (csv, "培训\"\"班\"\",人数"));
  ck_assert (g_str_has_suffix (csv, "\r\n"));
}
END_TEST

START_TEST (the_page_of_html_shows_text_as_text)
{
  g_autoptr (GPtrArray) findings =
      after ("UPDATE indicator SET value_text = '≥1', name = '<b>&人数' WHERE id = 1",
             NULL);
  g_autofree char *html = check_html (findings);

  ck_assert_ptr_nonnull (strstr (html, "&lt;b&gt;&amp;人数"));
  ck_assert_ptr_null (strstr (html, "http"));
  ck_assert (g_str_has_suffix (html, "</html>\n"));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("check");
  TCase *tcase = tcase_create ("check");

  tcase_add_unchecked_fixture (tcase, open_sound, close_file);
  tcase_add_test (tcase, the_order_is_that_of_the_pages_and_the_worst_comes_first);
  tcase_add_test (tcase, a_filter_takes_a_rule_a_severity_or_some_projects);
  tcase_add_test (tcase,
                  the_findings_of_a_document_are_those_of_the_file_that_holds_it_alone);
  tcase_add_test (tcase, what_a_better_finding_says_is_folded_under_it);
  tcase_add_test (tcase, a_hint_on_many_rows_is_said_once);
  tcase_add_test (tcase, a_warning_on_many_rows_is_said_for_each);
  tcase_add_test (tcase, a_waived_finding_is_not_shown_but_counted);
  tcase_add_test (tcase, no_findings_are_said_in_words);
  tcase_add_test (tcase, the_json_says_where_by_numbers);
  tcase_add_test (tcase, the_csv_opens_in_a_spreadsheet_and_runs_nothing);
  tcase_add_test (tcase, the_page_of_html_shows_text_as_text);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
