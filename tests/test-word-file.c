/* tests/test-word-file.c — word lists and severities as a file: what is written can be
 * read, what is wrong is told by its line, and all is one action.
 */

#include "app/check/check.h"
#include "app/edit/undo.h"
#include "app/reading/reading.h"
#include "app/reading/word-file.h"
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

static char *
written (const char *list)
{
  g_autoptr (GError) error = NULL;
  char *text = word_file_write (db, list, &error);

  ck_assert_msg (text != NULL, "%s", error ? error->message : "");
  return text;
}

static guint
fires (const char *rule, const char *severity)
{
  const CheckFilter filter = { .rule = rule };
  g_autoptr (GPtrArray) findings = check_findings (db, &filter, NULL);

  return check_count (findings, severity);
}

START_TEST (what_is_written_is_read_without_a_change)
{
  g_autofree char *text = written (NULL);
  g_autofree char *again = NULL;
  g_autofree char *next = NULL;
  WordFileResult   result;

  ck_assert (word_file_read (db, text, &result, NULL));
  ck_assert_uint_eq (result.added + result.removed + result.changed, 0);
  again = written (NULL);
  ck_assert_str_eq (text, again);
  next = undo_next (db, ACTION_UNDO, NULL);
  ck_assert_ptr_null (next);
}
END_TEST

/* In a file as Windows writes it, with a mark before the text. */
START_TEST (a_list_is_replaced_and_the_others_stay)
{
  g_autofree char *label = NULL;
  g_autofree char *before = written (NULL);
  g_autofree char *list = NULL;
  g_autofree char *undone = NULL;
  WordFileResult   result;

  change ("UPDATE indicator SET basis = '领导安排' WHERE id = 1");
  ck_assert_uint_eq (fires ("basis-vague", "hint"), 0);
  ck_assert (word_file_read (
      db,
      "\xef\xbb\xbf# 本局\r\n\r\n[vague_basis] 太笼统的依据\r\n领导*\r\n"
      "工作经验\r\n[severity]\r\nbasis-vague → warning\r\n",
      &result, NULL));
  ck_assert_uint_eq (result.added, 2);
  ck_assert_uint_gt (result.removed, 5);
  ck_assert_uint_eq (fires ("basis-vague", "warning"), 1);
  list = written ("vague_basis");
  ck_assert_ptr_nonnull (strstr (list, "[vague_basis] 太笼统的依据\n"));
  ck_assert_ptr_nonnull (strstr (list, "领导*\n"));
  ck_assert_ptr_null (strstr (list, "[rate]"));
  ck_assert (undo_step (db, ACTION_UNDO, &label, NULL));
  ck_assert_str_eq (label, "导入词表");
  ck_assert_uint_eq (fires ("basis-vague", "hint"), 0);
  undone = written (NULL);
  ck_assert_str_eq (undone, before);
}
END_TEST

START_TEST (a_severity_is_changed_and_taken_back)
{
  WordFileResult result;

  change ("UPDATE indicator SET value_text = '≥300' WHERE id = 1");
  ck_assert (word_file_read (db, "[severity]\nunit-missing → hint\n", &result, NULL));
  ck_assert_uint_eq (fires ("unit-missing", "hint"), 1);
  ck_assert (
      word_file_read (db, "[severity]\nunit-missing → warning\n", &result, NULL));
  ck_assert_uint_eq (result.changed, 1);
  ck_assert_uint_eq (fires ("unit-missing", "warning"), 1);
  ck_assert (word_file_read (db, "[severity]\n", &result, NULL));
  ck_assert_uint_eq (result.removed, 1);
  ck_assert_uint_eq (fires ("unit-missing", "error"), 1);
}
END_TEST

static const struct {
  const char *text, *message;
} wrong[] = {
  { "", "里面没有词表，没有导入" },
  { "# 只有说明\n", "里面没有词表，没有导入" },
  { "*率\n", "第 1 行：词的前面要有词表的编号，如 [rate]，没有导入" },
  { "[rate\n*率\n", "第 1 行：词表的编号要写在方括号里，没有导入" },
  { "\n[rates]\n*率\n", "第 2 行：没有“rates”这个词表，没有导入" },
  { "[rate]\n*率\n[rate]\n", "第 3 行：词表“rate”写了两次，没有导入" },
  { "[rate]\n*率\n*度\n*率\n", "第 4 行：“*率”与第 2 行重复，没有导入" },
  { "[rate]\n*率 → 比率\n", "第 2 行：词表“rate”一行只写一个词，不写→，没有导入" },
  { "[vague]\n意见意见\n", "第 2 行：“意见意见”后面要写→和改成什么，没有导入" },
  { "[vague]\n意见意见 →\n", "第 2 行：“意见意见”后面要写→和改成什么，没有导入" },
  { "[vague]\n→ 意见\n", "第 2 行：→前面没有词，没有导入" },
  { "[severity]\nno-such → hint\n", "第 2 行：没有“no-such”这条规则，没有导入" },
  { "[severity]\nunit-missing → bad\n",
    "第 2 行：严重程度应为 error、warning 或 hint，如 unit-missing → hint，没有导入" },
  { "[rate]\n\xff\n", "不是 UTF-8 文字，请用 UTF-8 另存，没有导入" },
};

START_TEST (what_is_wrong_is_told_and_nothing_changes)
{
  g_autofree char *before = written (NULL);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  WordFileResult result;

  ck_assert (!word_file_read (db, wrong[_i].text, &result, &error));
  ck_assert_str_eq (error->message, wrong[_i].message);
  after = written (NULL);
  ck_assert_str_eq (before, after);
}
END_TEST

START_TEST (a_list_that_is_not_there_is_told)
{
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (word_file_write (db, "rates", &error));
  ck_assert_str_eq (error->message,
                    "没有 rates 这个词表；jixiao words FILE list 列出全部");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("word-file");
  TCase *tcase = tcase_create ("word-file");

  tcase_add_unchecked_fixture (tcase, open_sound, close_file);
  tcase_add_test (tcase, what_is_written_is_read_without_a_change);
  tcase_add_test (tcase, a_list_is_replaced_and_the_others_stay);
  tcase_add_test (tcase, a_severity_is_changed_and_taken_back);
  tcase_add_loop_test (tcase, what_is_wrong_is_told_and_nothing_changes, 0,
                       G_N_ELEMENTS (wrong));
  tcase_add_test (tcase, a_list_that_is_not_there_is_told);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
