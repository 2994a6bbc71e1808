/* tests/test-fold.c — folding for comparison, tidying for storage. */

#include "app/fold.h"
#include "tests/suite.h"

static const struct {
  const char *text, *folded;
} folds[] = {
  { "项目\n\n编码", "项目编码" },
  { "　目标　１：", "目标1:" },
  { "评（扣）分标准", "评(扣)分标准" },
  { ">=95 %", "≥95%" },
  { "≧５个", "≥5个" },
  { "＞90元", ">90元" },
  { "＜＝5", "≤5" },
  { "> =5", "≥5" },
  { ">>==", ">≥=" },
  { "————", "----" },
  { "“三公”", "\"三公\"" },
  { NULL, "" },
};

START_TEST (look_alikes_fold_to_the_same_text)
{
  g_autofree char *folded = fold (folds[_i].text);

  ck_assert_str_eq (folded, folds[_i].folded);
}
END_TEST

static const struct {
  const char *text, *tidied;
} tidies[] = {
  { "  长期做 好退休\n人员 ", "长期做好退休人员" },
  { "满意度达 95%以上", "满意度达 95%以上" },
  { "a  b", "a b" },
  { "1、补贴绩效目标表 TC 9、补贴绩效目标表 \\f C \\l 1 ", "1、补贴绩效目标表" },
  { " TC 分项 \\f A \\l 1 三、措施", "三、措施" },
  { "[bookmark: _GoBack]我部门", "我部门" },
  { "TCL电视", "TCL电视" },
  { " 　\n", NULL },
  { NULL, NULL },
};

START_TEST (a_text_is_stored_without_wrap_and_residue)
{
  g_autofree char *tidied = tidy (tidies[_i].text);

  ck_assert_pstr_eq (tidied, tidies[_i].tidied);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("fold");
  TCase *tcase = tcase_create ("fold");

  tcase_add_loop_test (tcase, look_alikes_fold_to_the_same_text, 0,
                       G_N_ELEMENTS (folds));
  tcase_add_loop_test (tcase, a_text_is_stored_without_wrap_and_residue, 0,
                       G_N_ELEMENTS (tidies));
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
