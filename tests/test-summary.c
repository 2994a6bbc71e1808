/* tests/test-summary.c — tables that say again what the tables of the projects say, and
 * tables inside these. */

#include "app/import/recognise.h"
#include "app/read/reader.h"
#include "db/project.h"
#include "tests/suite.h"

#include <string.h>

static Proposal *
propose (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) blocks = reader_read (bytes, "某局.txt", NULL);
  Proposal *proposal = recognise (blocks, "某局.txt", NULL);

  ck_assert_ptr_nonnull (proposal);
  ck_assert_uint_eq (proposal->document->projects->len, 1);
  return proposal;
}

#define TARGETS                                                                                          \
  "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t人数\t≥300人\n" \
  "\t质量指标\t发放率\t100%\n"

#define TARGETS_INSIDE                                                                               \
  "<table><tr><td>一级指标<td>二级指标<td>三级指标<td>指标值<tr><td>产出指标<td>" \
  "数量指标<td>人数<td>≥3人</table>"

/* Rows of a form whose indicators are a table in a cell. */
static const struct {
  const char *row;
  guint       unread;
} nested[] = {
  { "<tr><td>绩效指标<td colspan=3>" TARGETS_INSIDE, 0 },
  { "<tr><td>绩效 指标<td colspan=3>见下表" TARGETS_INSIDE, 1 },
  { "<tr><td>考核指标<td colspan=3>" TARGETS_INSIDE, 1 },
  { "<tr><td colspan=4>绩效指标" TARGETS_INSIDE, 0 },
  { "<tr><td rowspan=2>绩效指标<td colspan=3>" TARGETS_INSIDE
    "<tr><td colspan=3>备注：无",
    1 },
};

START_TEST (what_stands_beside_a_table_of_targets_is_no_goal)
{
  g_autofree char *page =
      g_strconcat ("<table><tr><td>项目名称<td>清淤<td>预算数<td>20<tr><td>资金用途<td "
                   "colspan=3>清淤。"
                   "<tr><td>绩效目标<td colspan=3>1.清淤五公里。2.防汛安全。",
                   nested[_i].row, "</table>", NULL);
  g_autoptr (Proposal) proposal = propose (page);
  const Project *p = proposal->document->projects->pdata[0];

  ck_assert_uint_eq (p->goals->len, 2);
  ck_assert_uint_eq (p->indicators->len, 1);
  ck_assert_uint_eq (proposal->texts_listed, nested[_i].unread);
}
END_TEST

static const struct {
  const char *rows;
  guint       unread;
} summaries[] = {
  { "序号\t名称\t金额（万元）\t目标数\t指标数\n1\t清淤\t20\t1\t2\n", 0 },
  { "序号\t项目名称\t项目编码\t预算数（元）\n1\t清淤\t\t200000\n\t合计\t\t200,000\n",
    0 },
  { "序号\t名称\t金额（万元）\t目标数\t指标数\n1\t清淤\t21\t1\t2\n", 1 },
  { "名称\t金额（万元）\t目标数\n清淤\t20\t1\n绿化\t5\t1\n", 3 },
};

START_TEST (a_summary_says_again_what_the_tables_say)
{
  g_autofree char *text =
      g_strconcat (summaries[_i].rows, "1、清淤绩效目标表\n",
                   "项目名称\t清淤\n预算数\t20\n绩效目标\t安全。\n" TARGETS, NULL);
  g_autoptr (Proposal) proposal = propose (text);
  const Project *p = proposal->document->projects->pdata[0];

  ck_assert_uint_eq (p->indicators->len, 2);
  ck_assert_uint_eq (proposal->texts_listed, summaries[_i].unread);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("summary");
  TCase *tcase = tcase_create ("summary");

  tcase_add_loop_test (tcase, what_stands_beside_a_table_of_targets_is_no_goal, 0,
                       G_N_ELEMENTS (nested));
  tcase_add_loop_test (tcase, a_summary_says_again_what_the_tables_say, 0,
                       G_N_ELEMENTS (summaries));
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
