/* tests/test-check-group.c — findings grouped for working them off, and as a letter. */

#include "app/check/group.h"
#include "app/reading/reading.h"
#include "db/waiver.h"
#include "tests/record-file.h"
#include "tests/rules-cases.h"
#include "tests/suite.h"

#include <string.h>

static GPtrArray *findings;

static void
read_findings (void)
{
  g_clear_pointer (&findings, g_ptr_array_unref);
  ck_assert (reading_refresh (db, NULL));
  findings = check_findings (db, NULL, NULL);
  ck_assert (findings != NULL);
}

/* An error in the second project (35万元) and one in the third (260万元), an error that
 * implies another in the first (100万元), whose bases are all vague, and the total.  */
static void
set_up (void)
{
  open_sound ();
  exec ("UPDATE indicator SET value_text = '≥1' WHERE id IN (7, 13);"
        "UPDATE indicator SET name = '资金到位率', value_text = '=100' WHERE id = 2;"
        "UPDATE indicator SET basis = '工作经验' WHERE project_id = 1;"
        "UPDATE approval SET project_fen = 1");
  read_findings ();
}

static void
tear_down (void)
{
  g_clear_pointer (&findings, g_ptr_array_unref);
  close_file ();
}

/* 题目(错误/警告/提示): rule×times+implied …; */
static char *
outline (GPtrArray *groups)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      const CheckGroup *group = groups->pdata[i];

      g_string_append_printf (text, "%s(%u/%u/%u):", group->title, group->counts[0],
                              group->counts[1], group->counts[2]);
      for (guint k = 0; k < group->folds->len; k++)
        {
          const FoldedFinding *folded = group->folds->pdata[k];

          g_string_append_printf (text, " %s×%u", folded->finding->rule, folded->times);
          if (folded->implied->len > 0)
            g_string_append_printf (text, "+%u", folded->implied->len);
        }
      g_string_append (text, "; ");
    }
  return g_string_free (text, FALSE);
}

#define TOTAL  "全文(1/0/0): total-differs-from-approved×1; "
#define FIRST  "第1个项目 职业技能培训(1/0/6): rate-without-percent×1+1 basis-vague×6; "
#define SECOND "第2个项目 创业孵化补助(1/0/0): unit-missing×1; "
#define THIRD  "第3个项目 就业援助服务(1/0/0): unit-missing×1; "

static const struct {
  const char   *what;
  CheckGrouping grouping;
  CheckChoice   choice;
  const char   *groups;
} cases[] = {
  { "the dearest first", CHECK_BY_PROJECT, { { 0 } }, TOTAL THIRD FIRST SECOND },
  { "by rule",
    CHECK_BY_RULE,
    { { 0 } },
    "项目合计与批复不等(1/0/0): total-differs-from-approved×1; "
    "没有单位(2/0/0): unit-missing×1 unit-missing×1; "
    "比率没有百分号(1/0/0): rate-without-percent×1+1; "
    "依据太笼统(0/0/6): basis-vague×6; " },
  { "hints only",
    CHECK_BY_PROJECT,
    { .hidden = { TRUE, TRUE, FALSE } },
    "第1个项目 职业技能培训(0/0/6): basis-vague×6; " },
  { "of a rule", CHECK_BY_PROJECT, { .rule = "unit-missing" }, THIRD SECOND },
  { "with a word of the place", CHECK_BY_PROJECT, { .text = "创业" }, SECOND },
  { "with the name of a rule",
    CHECK_BY_PROJECT,
    { .text = "ＢＡＳＩＳ-vague" },
    "第1个项目 职业技能培训(0/0/6): basis-vague×6; " },
  { "none with such a word", CHECK_BY_PROJECT, { .text = "没有这个词" }, "" },
  { "none is waived", CHECK_BY_PROJECT, { .waived = TRUE }, "" },
};

START_TEST (findings_are_grouped)
{
  g_autoptr (GPtrArray) groups =
      check_groups (findings, cases[_i].grouping, &cases[_i].choice);
  g_autofree char *text = outline (groups);

  ck_assert_msg (strcmp (text, cases[_i].groups) == 0, "%s:\n%s", cases[_i].what, text);
}
END_TEST

START_TEST (what_is_implied_comes_up_when_the_better_one_is_waived)
{
  const CheckChoice all = { { 0 } }, waived = { .waived = TRUE };
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (GPtrArray) answered = NULL;
  g_autofree char *text = NULL;
  g_autofree char *answers = NULL;

  for (guint i = 0; i < findings->len; i++)
    if (strcmp (((Finding *) findings->pdata[i])->rule, "rate-without-percent") == 0)
      ck_assert (
          waiver_add (db, findings->pdata[i], "另有规定", "测试", DB_NULL, NULL));
  read_findings ();
  open = check_groups (findings, CHECK_BY_PROJECT, &all);
  answered = check_groups (findings, CHECK_BY_PROJECT, &waived);
  text = outline (open);
  answers = outline (answered);
  ck_assert_msg (strstr (text, "第1个项目 职业技能培训(1/0/6): unit-missing×1") != NULL,
                 "%s", text);
  ck_assert_str_eq (answers, "第1个项目 职业技能培训(1/0/0): rate-without-percent×1; ");
}
END_TEST

START_TEST (a_letter_asks_for_corrections_project_by_project)
{
  g_autofree char *letter = check_letter (findings);

  ck_assert_msg (g_str_has_prefix (letter,
                                   "示范市人社局 2024年绩效文本，请核对更正：\n"),
                 "%s", letter);
  ck_assert_msg (strstr (letter, "\n第1个项目 职业技能培训\n1. 第2行 单位：") != NULL,
                 "%s", letter);
  ck_assert_msg (strstr (letter, "2. 第1、2、3行等6行 指标值确定依据：") != NULL, "%s",
                 letter);
  ck_assert_msg (strstr (letter, "\n第2个项目 创业孵化补助\n1. 第1行") != NULL, "%s",
                 letter);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("check-group");
  TCase *tcase = tcase_create ("check-group");

  tcase_add_checked_fixture (tcase, set_up, tear_down);
  tcase_add_loop_test (tcase, findings_are_grouped, 0, G_N_ELEMENTS (cases));
  tcase_add_test (tcase, what_is_implied_comes_up_when_the_better_one_is_waived);
  tcase_add_test (tcase, a_letter_asks_for_corrections_project_by_project);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
