/* tests/test-reading.c — what is read of the records, and when it is read again. */

#include "app/reading/code.h"
#include "app/reading/doc-number.h"
#include "app/reading/indicator.h"
#include "app/reading/project.h"
#include "app/reading/reading.h"
#include "app/reading/words.h"
#include "app/reading/years.h"
#include "tests/record-file.h"
#include "tests/rules-cases.h"
#include "tests/suite.h"

#include <string.h>

#define UNREAD                                                                 \
  "SELECT (SELECT count(*) FROM unread_project) * 10 + (SELECT count(*) FROM " \
  "unread_document)"

/* The sound document as another program writes it: nothing is read. */
static void
open_unread (void)
{
  open_empty ();
  for (gsize i = 0; sound_document[i] != NULL; i++)
    exec (sound_document[i]);
}

static void
read_all (void)
{
  refresh ();
  ck_assert_int_eq (number (UNREAD), 0);
}

static const struct {
  const char *pattern, *text;
  gboolean    matches;
} patterns[] = {
  { "*率", "到位率", TRUE },
  { "*率", "率先", FALSE },
  { "*率", "率", TRUE },
  { "*满意*", "群众满意情况", TRUE },
  { "*满意*", "满意", TRUE },
  { "*满意*", "满足", FALSE },
  { "完成率", "完成率", TRUE },
  { "完成率", "任务完成率", FALSE },
  { "支付*成本", "支付物业成本", TRUE },
  { "支付*成本", "物业成本", FALSE },
  { "*预算*完成率*", "预算资金完成率", TRUE },
  { "*预算*完成率*", "完成率预算", FALSE },
  { "（人）", "(人)", TRUE },
};

START_TEST (a_star_in_a_word_stands_for_any_text)
{
  ListedWord word = { (char *) "list", (char *) patterns[_i].pattern };
  g_autoptr (GPtrArray) listed = g_ptr_array_new ();
  g_autoptr (Words) words = NULL;

  g_ptr_array_add (listed, &word);
  words = words_new (listed);
  ck_assert_msg (words_match (words, "list", patterns[_i].text) == patterns[_i].matches,
                 "%s of %s", patterns[_i].text, patterns[_i].pattern);
  ck_assert (!words_match (words, "another", patterns[_i].text));
}
END_TEST

static const struct {
  const char *text, *years;
} year_cases[] = {
  { "2021 年个人缴费标准", "2021" },
  { "以2021年为依据，推算2022年", "2021、2022" },
  { "2022年和2021年", "2021、2022" },
  { "冀财社【2021】192号", NULL },
  { "依据《2021年工作意见》", NULL },
  { "2021-2023年", "2021、2022、2023" },
  { "2014年10月至2016年12月", "2014、2015、2016" },
  { "自2018年以来", NULL },
  { "2018年起", NULL },
  { "20210年", NULL },
  { "2000元", NULL },
  { "２０２３年度", "2023" },
};

START_TEST (the_years_of_a_text_are_those_it_speaks_of)
{
  g_autofree char *years = years_read (year_cases[_i].text);

  ck_assert_msg (g_strcmp0 (years, year_cases[_i].years) == 0, "%s of %s", years,
                 year_cases[_i].text);
}
END_TEST

static const struct {
  const char *heading, *name;
} headings[] = {
  { "1、 城乡养老补贴绩效目标表", "城乡养老补贴" },
  { "12．丧抚费预算项目绩效表", "丧抚费" },
  { "（三）就业补助绩效目标", "就业补助" },
  { "9村村民参保补贴项目绩效目标表", "9村村民参保补贴" },
  { "预算项目绩效表", "" },
};

START_TEST (a_heading_is_compared_by_its_name)
{
  g_autofree char *name = reading_heading_name (headings[_i].heading);

  ck_assert_str_eq (name, headings[_i].name);
}
END_TEST

static const struct {
  const char *code;
  CodeKind    kind;
  char        check;
} codes[] = {
  { "13081122P00799110002Y", CODE_P, 'Y' },
  { "13081122P007992100011", CODE_P, '1' },
  { "13081122P00799110003Y", CODE_P, 'J' },
  { "130281219RAC9NBCKQYEU", CODE_RANDOM, 0 },
  { " 130281219RAC9NBCKQYEU ", CODE_RANDOM, 0 },
  { "316-1201-JBN-WMEB", CODE_LEGACY, 0 },
  { "13081122P0079911000", CODE_LEGACY, 0 },
  { "————", CODE_MISSING, 0 },
  { "", CODE_MISSING, 0 },
  { NULL, CODE_MISSING, 0 },
};

START_TEST (a_project_code_is_known_by_its_shape)
{
  g_autofree char *folded = NULL;

  ck_assert_int_eq (code_read (codes[_i].code, &folded), codes[_i].kind);
  if (codes[_i].kind == CODE_P)
    ck_assert_int_eq (code_check_character (folded), codes[_i].check);
}
END_TEST

START_TEST (the_number_of_a_document_is_told_from_the_words_before_it)
{
  g_autoptr (GPtrArray) listed = reading_words (db, NULL);
  g_autoptr (Words) words = words_new (listed);
  g_autoptr (GPtrArray) numbers = doc_numbers_new ();
  static const char *const expected[] = { "承人社字〔2017〕235号",
                                          "承市政办字〔2017〕118号",
                                          "冀财社〔2020〕190号" };

  doc_numbers_add (numbers, words,
                   "按照承人社字【2017】235 号、承市政办字[2017]118号文件和"
                   "冀财社〔2020〕190号，2017年第3号");
  ck_assert_uint_eq (numbers->len, G_N_ELEMENTS (expected));
  for (guint i = 0; i < numbers->len; i++)
    {
      g_autofree char *text = doc_number_write (numbers->pdata[i]);

      ck_assert_str_eq (text, expected[i]);
    }
}
END_TEST

/* A column that no struct fills would stay NULL in silence. */
START_TEST (every_column_of_a_reading_is_filled)
{
  static const DbTable *const tables[] = {
    &project_reading_table, &indicator_reading_table, &goal_reading_table,
    &year_reading_table,    &number_reading_table,    &document_reading_table,
    &list_reading_table,    &copy_reading_table,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql =
          g_strdup_printf ("SELECT count(*) FROM pragma_table_info('%s')"
                           " WHERE name <> 'id'",
                           tables[i]->name);

      ck_assert_msg (number (sql) == (int) tables[i]->n_fields + 1, "%s",
                     tables[i]->name);
    }
}
END_TEST

START_TEST (a_new_document_is_queued_and_read_once)
{
  ck_assert_int_eq (number (UNREAD), 31);
  read_all ();
  ck_assert_int_eq (number ("SELECT count(*) FROM indicator_reading"), 18);
  ck_assert_int_eq (number ("SELECT count(*) FROM project_reading"), 3);
  read_all ();
  ck_assert_int_eq (number ("SELECT count(*) FROM indicator_reading"), 18);
}
END_TEST

static const struct {
  const char *change;
  int         unread; /* projects × 10 + documents */
} changes[] = {
  { "UPDATE indicator SET name = '甲' WHERE id = 1", 10 },
  { "INSERT INTO indicator (project_id, ordinal) VALUES (2, 9)", 10 },
  { "DELETE FROM indicator WHERE id IN (1, 7)", 20 },
  { "UPDATE plan_point SET percent_text = '1' WHERE project_id = 3", 10 },
  { "UPDATE goal SET text = '甲' WHERE id = 1", 11 },
  { "UPDATE project SET name = '甲' WHERE id = 1", 11 },
  { "DELETE FROM project WHERE id = 1", 1 },
  { "UPDATE catalogue_entry SET text = '甲' WHERE ordinal = 1", 1 },
  { "DELETE FROM procurement", 1 },
  { "DELETE FROM document", 0 },
  { "DELETE FROM department", 0 },
  { "INSERT INTO word (list, word) VALUES ('rate', '甲')", 31 },
  { "INSERT INTO office_severity (rule, severity) VALUES ('unit-missing', 'hint')", 0 },
};

START_TEST (a_change_queues_what_it_concerns)
{
  read_all ();
  exec (changes[_i].change);
  ck_assert_int_eq (number (UNREAD), changes[_i].unread);
  read_all ();
}
END_TEST

START_TEST (no_finding_speaks_of_words_that_are_gone)
{
  read_all ();
  exec ("UPDATE indicator SET value_text = '≥1' WHERE id = 1");
  read_all ();
  ck_assert_int_gt (number ("SELECT count(*) FROM finding WHERE project_id = 1"), 0);
  exec ("UPDATE indicator SET value_text = '≥300人' WHERE id = 1");
  ck_assert_int_eq (number ("SELECT count(*) FROM finding WHERE project_id = 1"), 0);
  read_all ();
  ck_assert_int_eq (number ("SELECT count(*) FROM finding"), 0);
}
END_TEST

START_TEST (a_word_that_an_office_adds_changes_the_findings)
{
  read_all ();
  exec ("UPDATE indicator SET name = '群众拥护指数', value_text = '拥护' WHERE id = 2");
  read_all ();
  ck_assert_int_eq (number ("SELECT count(*) FROM rule_rate_with_text"), 0);
  exec ("INSERT INTO word (list, word) VALUES ('scored_rate', '*指数')");
  read_all ();
  ck_assert_int_eq (number ("SELECT count(*) FROM rule_rate_with_text"), 1);
}
END_TEST

START_TEST (readings_leave_no_trace_in_history)
{
  read_all ();
  ck_assert_int_eq (number (
                        "SELECT count(*) FROM history WHERE table_name LIKE '%reading%'"
                        " OR table_name LIKE 'unread%'"),
                    0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("reading");
  TCase *texts = tcase_create ("texts");
  TCase *file = tcase_create ("file");

  tcase_add_loop_test (texts, a_star_in_a_word_stands_for_any_text, 0,
                       G_N_ELEMENTS (patterns));
  tcase_add_loop_test (texts, the_years_of_a_text_are_those_it_speaks_of, 0,
                       G_N_ELEMENTS (year_cases));
  tcase_add_loop_test (texts, a_heading_is_compared_by_its_name, 0,
                       G_N_ELEMENTS (headings));
  tcase_add_loop_test (texts, a_project_code_is_known_by_its_shape, 0,
                       G_N_ELEMENTS (codes));
  suite_add_tcase (suite, texts);

  tcase_add_unchecked_fixture (file, open_unread, close_file);
  tcase_add_test (file, the_number_of_a_document_is_told_from_the_words_before_it);
  tcase_add_test (file, every_column_of_a_reading_is_filled);
  tcase_add_test (file, a_new_document_is_queued_and_read_once);
  tcase_add_loop_test (file, a_change_queues_what_it_concerns, 0,
                       G_N_ELEMENTS (changes));
  tcase_add_test (file, no_finding_speaks_of_words_that_are_gone);
  tcase_add_test (file, a_word_that_an_office_adds_changes_the_findings);
  tcase_add_test (file, readings_leave_no_trace_in_history);
  suite_add_tcase (suite, file);
  return suite_run (suite);
}
