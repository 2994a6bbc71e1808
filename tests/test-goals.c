/* tests/test-goals.c — dividing a 绩效目标 cell into goals. */

#include "app/import/goals.h"
#include "db/goal.h"
#include "tests/suite.h"

static const struct {
  const char *cell, *goals;
} cells[] = {
  { "1.以2021年为准，涨1.5万元。2、确保2次以上。",
    "1.|以2021年为准，涨1.5万元。/2、|确保2次以上。" },
  { "1、做好一事。2切实做好二事。3进一步做好三事。",
    "1、|做好一事。/2|切实做好二事。/3|进一步做好三事。" },
  { "1、共2年。2年内完成。2、验收", "1、|共2年。2年内完成。/2、|验收" },
  { "目标1：甲；目标2：乙。", "目标1：|甲；/目标2：|乙。" },
  { "目标1加强管理。\n目标2督导履约。", "目标1|加强管理。/目标2|督导履约。" },
  { "目标一：甲。目标二：乙。", "目标一：|甲。/目标二：|乙。" },
  { "１、甲\n２、乙", "１、|甲/２、|乙" },
  { "（1）甲（2）乙", "（1）|甲/（2）|乙" },
  { "1、改造（1）班、（2）班。2、验收", "1、|改造（1）班、（2）班。/2、|验收" },
  { "1、完成率\n2、完成率\n\n", "1、|完成率/2、|完成率" },
  { "1、及时到位", "1、|及时到位" },
  { "1改造校舍。2购置设备。", "1|改造校舍。/2|购置设备。" },
  { "1所学校完成改造。", "|1所学校完成改造。" },
  { "2022年完成2、3号楼改造", "|2022年完成2、3号楼改造" },
  { "按政策发放。\n落实待遇。", "|按政策发放。/|落实待遇。" },
  { "完成改造\n完成验收", "|完成改造/|完成验收" },
  { "通过落实就业创业政策，抓培训、促创业，促进青\n年就业",
    "|通过落实就业创业政策，抓培训、促创业，促进青年就业" },
  { "保障运转。", "|保障运转。" },
  { " 　 ", "" },
};

static void
assert_goals (const char *first, const char *second, const char *goals)
{
  g_autoptr (GPtrArray) blocks = block_array_new ();
  g_autoptr (GString) got = g_string_new (NULL);
  g_autoptr (Recognition) r = NULL;
  Origin origin;

  g_ptr_array_add (blocks, block_new_paragraph (first, 1));
  r = recognition_new (blocks);
  origin = recognition_paragraph (r, 0);
  r->project = db_record_add (r->document->projects, &project_table);
  goals_read_text (r, &origin, first);
  if (second != NULL)
    goals_read_text (r, &origin, second);
  for (guint i = 0; i < r->project->goals->len; i++)
    {
      const Goal *goal = r->project->goals->pdata[i];

      g_string_append_printf (got, "%s%s|%s", i > 0 ? "/" : "",
                              goal->label ? goal->label : "", goal->text);
    }
  ck_assert_str_eq (got->str, goals);
}

START_TEST (a_cell_is_divided_at_its_ascending_numbers_only)
{
  assert_goals (cells[_i].cell, NULL, cells[_i].goals);
}
END_TEST

static const struct {
  const char *first, *second, *goals;
} broken[] = {
  { "1、发放补贴。", "2、开展培训。3、做好宣传。",
    "1、|发放补贴。/2、|开展培训。/3、|做好宣传。" },
  { "目标1：供水。", "目标2\n检修。", "目标1：|供水。/目标2|检修。" },
  { "1、发放补贴，", "保障生活。2、开展培训。",
    "1、|发放补贴，保障生活。/2、|开展培训。" },
  { "抓培训、促创业，", "2022年就业稳定。", "|抓培训、促创业，2022年就业稳定。" },
  { "发放补贴。", "2、开展培训。", "|发放补贴。/2、|开展培训。" },
  { "发放补贴。", "开展培训。", "|发放补贴。/|开展培训。" },
};

START_TEST (a_second_text_goes_on_where_the_first_stopped)
{
  assert_goals (broken[_i].first, broken[_i].second, broken[_i].goals);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("goals");
  TCase *tcase = tcase_create ("goals");

  tcase_add_loop_test (tcase, a_cell_is_divided_at_its_ascending_numbers_only, 0,
                       G_N_ELEMENTS (cells));
  tcase_add_loop_test (tcase, a_second_text_goes_on_where_the_first_stopped, 0,
                       G_N_ELEMENTS (broken));
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
