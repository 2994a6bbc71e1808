/* tests/test-prose.c — the text around the tables: sections, goals, annexes, identity.
 */

#include "app/import/recognise.h"
#include "app/read/block.h"
#include "app/read/reader.h"
#include "db/approval-paragraph.h"
#include "db/approval.h"
#include "db/asset-report.h"
#include "db/asset.h"
#include "db/catalogue-entry.h"
#include "db/glossary-term.h"
#include "db/overall-goal.h"
#include "db/procurement-item.h"
#include "db/procurement.h"
#include "db/project.h"
#include "db/safeguard.h"
#include "db/section.h"
#include "db/sub-goal.h"
#include "tests/suite.h"

#include <string.h>

#define TABLE                                                               \
  "1、修路绩效目标表\n项目名称\t修路\n资金用途\t修路\n" \
  "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t里程\t3公里\n"

static const char whole[] =
    "某县交通局 2025 年部门预算绩效文本\n\n某县交通局编制\n\n目 录\n\n"
    "第一部分 2025年部门整体绩效目标\n第二部分 预算项目绩效目标\n- "
    "1、修路绩效目标表\n\n"
    "第一部分\n2025年部门整体绩效目标\n一、总体绩效目标\n"
    "2025年，以保障全县道路畅通为重点，加快农村公路建设，做好养护\n\n"
    "管理工作。\n（一）建设。\n"
    "二、分项绩效目标\n（一）公路建设\n绩效目标：改善出行。\n"
    "绩效指标：1、完成里程，达到90%以上，\n其中村道一半；2、验收。\n"
    "（二）公路养护\n做好养护。\n绩效指标：好路率90%。\n"
    "三、部门整体绩效指标如下表：\n"
    "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t里程\t300公里\n"
    "四、工作保障措施\n1.完善制度。\n2.加强支出管理，确保进度\n达标。\n"
    "第二部分\n预算项目绩效目标\n" TABLE
    "五、政府采购预算情况\n2025年，我部门安排政府采购预算5.5万元。见下表。\n"
    "部门政府采购预算\n107 某县交通局\n单位：万元\n"
    "政府采购项目来源\t\t采购物品名称\t数量\t政府采购金额\t\n"
    "项目名称\t预算资金\t\t\t当年部门预算安排资金\t\n\t\t\t\t合计\t基金预算拨款\n"
    "合计\t\t\t\t5.5\t\n修路\t3\t电脑\t5\t5.5\t5.5\n"
    "六、国有资产信息\n我局上年末固定资产金额为33."
    "06万元（见下表），本年度拟购置固定资产\n"
    "总额为 0 万元。\n固定资产占用情况表\n编制部门：某县交通局\n"
    "截止时间：2024年12月31日\n项 "
    "目\t数量\t价值（金额单位：万元）\n资产总额\t—\t33.06\n"
    "七、名词解释\n1、**事业收入**：指业务活动的收入。\n2、**“三公”经费**：指三项。\n"
    "八、其他需要说明的事项\n无。\n"
    "九、预算批准日为 2025 年 2 月 8 日，批复文件文号某财〔2025〕8 号文。\n"
    "某县财政局文件\n某财〔2025〕8号\n某县财政局 关于批复2025年部门预算的通知\n"
    "某县交通局：\n现将预算批复如下：\n一、收支预算\n"
    "收入预算总计为10万元，其中：公共财政预算拨款10万元，政府性基金预算拨款0万元。"
    "支出预算总计为10万元，其中：基本支出4万元，项目支出6万元。\n"
    "- 附件：1. 批复表\n2. 文本\n某县财政局\n2025年2月8日\n某县财政局\n"
    "2025年2月8日印发\n";

static Proposal *
propose (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) blocks = reader_read (bytes, "交通-2031.txt", NULL);

  return recognise (blocks, "交通-2031.txt", NULL);
}

/* A text member of each record of an array, joined by " / "; NULL as "-". */
static char *
texts (const GPtrArray *records, gsize offset)
{
  GString *to = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      const char *text = G_STRUCT_MEMBER (const char *, records->pdata[i], offset);

      g_string_append_printf (to, "%s%s", i > 0 ? " / " : "", text ? text : "-");
    }
  return g_string_free (to, FALSE);
}

#define TEXTS_ARE(records, Struct, member, expected)                          \
  G_STMT_START                                                                \
  {                                                                           \
    g_autofree char *got = texts (records, G_STRUCT_OFFSET (Struct, member)); \
                                                                              \
    ck_assert_str_eq (got, expected);                                         \
  }                                                                           \
  G_STMT_END

/* They are found anew when the text is printed. */
START_TEST (page_numbers_of_the_contents_are_none_of_their_words)
{
  g_autoptr (Proposal) proposal =
      propose ("某县交通局 2025 年部门预算绩效文本\n\n目 录\n\n"
               "第一部分 2025年部门整体绩效目标......3\n第二部分 预算项目绩效目标 5\n"
               "1、修路绩效目标表…… 12\n\n"
               "第一部分\n2025年部门整体绩效目标\n一、总体绩效目标\n改善出行。\n"
               "第二部分\n预算项目绩效目标\n" TABLE);
  const Document *d = proposal->document;

  TEXTS_ARE (d->catalogue, CatalogueEntry, text,
             "第一部分 2025年部门整体绩效目标 / 第二部分预算项目绩效目标 / "
             "1、修路绩效目标表");
  ck_assert_uint_eq (d->projects->len, 1);
  ck_assert_uint_eq (proposal->texts_listed, 0);
}
END_TEST

START_TEST (each_line_that_divides_the_text_is_a_section)
{
  g_autoptr (Proposal) proposal = propose (whole);
  const Document *d = proposal->document;

  TEXTS_ARE (
      d->sections, Section, kind,
      "cover / cover / catalogue / overall / overall / overall_goal / sub_goals / "
      "overall_indicators / safeguards / projects / projects / procurement / "
      "assets / glossary / other_matters / approval");
  TEXTS_ARE (d->catalogue, CatalogueEntry, text,
             "第一部分 2025年部门整体绩效目标 / 第二部分预算项目绩效目标 / "
             "1、修路绩效目标表");
  ck_assert_int_eq (((const CatalogueEntry *) d->catalogue->pdata[0])->is_part, 1);
  ck_assert_int_eq (((const CatalogueEntry *) d->catalogue->pdata[2])->is_part, 0);
  ck_assert_uint_eq (proposal->texts_listed, 0);
  ck_assert_uint_eq (proposal->texts_in, proposal->texts_used);
}
END_TEST

START_TEST (a_paragraph_cut_by_a_page_break_is_joined)
{
  g_autoptr (Proposal) proposal = propose (whole);
  const Document *d = proposal->document;

  TEXTS_ARE (d->overall_goals, OverallGoal, text,
             "2025年，以保障全县道路畅通为重点，加快农村公路建设，做好养护管理工作。 / "
             "（一）建设。");
  TEXTS_ARE (d->safeguards, Safeguard, text,
             "1.完善制度。 / 2.加强支出管理，确保进度达标。");
  TEXTS_ARE (d->sub_goals, SubGoal, title, "公路建设 / 公路养护");
  TEXTS_ARE (d->sub_goals, SubGoal, goal, "改善出行。 / 做好养护。");
  TEXTS_ARE (d->sub_goals, SubGoal, indicators_text,
             "1、完成里程，达到90%以上，其中村道一半；2、验收。 / 好路率90%。");
}
END_TEST

START_TEST (sub_goals_may_have_no_titles)
{
  g_autoptr (Proposal) proposal =
      propose ("2、 分项绩效目标\n1.扩大参保面。\n2.防范风险。。\n" TABLE);
  const Document *d = proposal->document;

  TEXTS_ARE (d->sub_goals, SubGoal, title, "- / -");
  TEXTS_ARE (d->sub_goals, SubGoal, goal, "扩大参保面。 / 防范风险。。");
  ck_assert_str_eq (((const Project *) d->projects->pdata[0])->heading,
                    "1、修路绩效目标表");
}
END_TEST

START_TEST (a_number_that_goes_on_inside_a_sub_goal_begins_none)
{
  g_autoptr (Proposal) proposal =
      propose ("二、分项绩效目标\n1、公路建设\n绩效目标：改善出行。\n"
               "绩效指标：1、里程90公里；2、验收。\n3、好路率90%。\n"
               "2、公路养护\n绩效目标：做好养护。\n绩效指标：1、完成。\n");
  GPtrArray *sub_goals = proposal->document->sub_goals;

  ck_assert_uint_eq (sub_goals->len, 2);
  ck_assert_ptr_nonnull (
      strstr (((SubGoal *) sub_goals->pdata[0])->indicators_text, "3、好路率90%。"));
}
END_TEST

START_TEST (contents_without_entries_do_not_swallow_the_first_heading)
{
  g_autoptr (Proposal) proposal = propose (
      "某县交通局2025年部门预算绩效文本\n目 录\n一、总体绩效目标\n"
      "2025年，以保障全县道路畅通为重点，加快农村公路建设，做好养护和管理工作。\n");

  ck_assert_uint_eq (proposal->document->overall_goals->len, 1);
}
END_TEST

START_TEST (the_overall_table_stands_behind_the_projects)
{
  g_autoptr (Proposal) proposal = propose (whole);
  const GPtrArray *projects = proposal->document->projects;

  TEXTS_ARE (projects, Project, kind, "project / overall");
  TEXTS_ARE (projects, Project, heading, "1、修路绩效目标表 / -");
  ck_assert_uint_eq (((const Project *) projects->pdata[1])->indicators->len, 1);
}
END_TEST

START_TEST (the_annexes_are_records)
{
  g_autoptr (Proposal) proposal = propose (whole);
  const Document    *d = proposal->document;
  const Procurement *bought = d->procurements->pdata[0];
  const AssetReport *report = d->asset_reports->pdata[0];

  ck_assert_str_eq (bought->statement,
                    "2025年，我部门安排政府采购预算5.5万元。见下表。");
  ck_assert_int_eq (bought->stated_fen, 5500000);
  ck_assert_str_eq (bought->title, "部门政府采购预算");
  ck_assert_str_eq (bought->unit_line, "107 某县交通局");
  ck_assert_str_eq (bought->currency_line, "单位：万元");
  TEXTS_ARE (bought->items, ProcurementItem, project_name, "合计 / 修路");
  TEXTS_ARE (bought->items, ProcurementItem, project_budget, "- / 3");
  TEXTS_ARE (bought->items, ProcurementItem, total, "5.5 / 5.5");
  TEXTS_ARE (bought->items, ProcurementItem, fund_budget, "- / 5.5");
  ck_assert_int_eq (report->stated_fen, 33060000);
  ck_assert_int_eq (report->planned_fen, 0);
  ck_assert_str_eq (report->title, "固定资产占用情况表");
  ck_assert_str_eq (report->prepared_by, "某县交通局");
  ck_assert_str_eq (report->as_of, "2024年12月31日");
  TEXTS_ARE (report->assets, Asset, value, "33.06");
  TEXTS_ARE (d->glossary, GlossaryTerm, term, "事业收入 / “三公”经费");
  TEXTS_ARE (d->glossary, GlossaryTerm, definition, "指业务活动的收入。 / 指三项。");
  ck_assert_str_eq (d->other_matters, "无。");
}
END_TEST

START_TEST (the_letter_of_approval_is_taken_apart)
{
  g_autoptr (Proposal) proposal = propose (whole);
  const Approval *a = proposal->document->approvals->pdata[0];

  ck_assert_str_eq (a->letterhead, "某县财政局文件");
  ck_assert_str_eq (a->doc_no, "某财〔2025〕8号");
  ck_assert_str_eq (a->issuer, "某县财政局");
  ck_assert_str_eq (a->title, "关于批复2025年部门预算的通知");
  ck_assert_str_eq (a->addressee, "某县交通局");
  ck_assert_str_eq (a->approval_date, "2025年2月8日");
  ck_assert_str_eq (a->signed_by, "某县财政局");
  ck_assert_str_eq (a->signed_date, "2025年2月8日");
  ck_assert_str_eq (a->printed_by, "某县财政局");
  ck_assert_str_eq (a->printed_on, "2025年2月8日印发");
  ck_assert_int_eq (a->income_fen, 10000000);
  ck_assert_int_eq (a->public_fen, 10000000);
  ck_assert_int_eq (a->fund_fen, 0);
  ck_assert_int_eq (a->expenditure_fen, 10000000);
  ck_assert_int_eq (a->basic_fen, 4000000);
  ck_assert_int_eq (a->project_fen, 6000000);
  ck_assert_uint_eq (a->paragraphs->len, 5);
  ck_assert_str_eq (((const ApprovalParagraph *) a->paragraphs->pdata[3])->text,
                    "批复表");
  ck_assert_int_eq (
      ((const ApprovalParagraph *) a->paragraphs->pdata[4])->is_attachment, 1);
}
END_TEST

static const struct {
  const char *text, *department, *title, *form;
  gint64      year, printed;
} identities[] = {
  { whole, "某县交通局", "某县交通局 2025 年部门预算绩效文本", "zunhua", 2025, 1 },
  { "第一部分 2022年部门整体绩效目标\n一、总体绩效目标\n保障。\n" TABLE, NULL,
    "2022年部门整体绩效目标", "zunhua", 2022, 1 },
  { "部门整体绩效目标\n一、总体绩效目标\n2020年，遵照精神做好工作。\n"
    "323003社保中心\n单位：万元\n" TABLE "323001人社局\n单位：万元\n" TABLE,
    "人社局", "部门整体绩效目标", "nanpu", 2020, 0 },
  { TABLE, NULL, NULL, "zunhua", 2031, 0 },
  /* no year of a budget */
  { "部门整体绩效目标\n一、总体绩效目标\n1949年建立以来，2023年首次评估。\n" TABLE,
    NULL, "部门整体绩效目标", "zunhua", 2023, 0 },
  { "项目名称\t修路\n绩效目标\t目标1\t通车\n\t目标2\t安全\n"
    "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t里程\t3公里\n",
    NULL, NULL, "tangshan-renshe", 2031, 0 },
  { "序号\t项目编码及名称：[A]修路\t预算年度：2019\t金额：3万元\n"
    "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t里程\t3公里\n",
    NULL, NULL, "chengde", 2019, 1 },
};

START_TEST (a_text_says_whose_it_is_and_of_which_year)
{
  g_autoptr (Proposal) proposal = propose (identities[_i].text);
  const Document *d = proposal->document;

  ck_assert_pstr_eq (d->department, identities[_i].department);
  ck_assert_pstr_eq (d->title, identities[_i].title);
  ck_assert_str_eq (d->form_id, identities[_i].form);
  ck_assert_str_eq (d->stage, "approved");
  ck_assert_int_eq (d->fiscal_year, identities[_i].year);
  ck_assert_int_eq (d->year_is_printed, identities[_i].printed);
  ck_assert_int_eq (((const Project *) d->projects->pdata[0])->fiscal_year,
                    identities[_i].year);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("prose");
  TCase *tcase = tcase_create ("prose");

  tcase_add_test (tcase, page_numbers_of_the_contents_are_none_of_their_words);
  tcase_add_test (tcase, each_line_that_divides_the_text_is_a_section);
  tcase_add_test (tcase, a_paragraph_cut_by_a_page_break_is_joined);
  tcase_add_test (tcase, sub_goals_may_have_no_titles);
  tcase_add_test (tcase, a_number_that_goes_on_inside_a_sub_goal_begins_none);
  tcase_add_test (tcase, contents_without_entries_do_not_swallow_the_first_heading);
  tcase_add_test (tcase, the_overall_table_stands_behind_the_projects);
  tcase_add_test (tcase, the_annexes_are_records);
  tcase_add_test (tcase, the_letter_of_approval_is_taken_apart);
  tcase_add_loop_test (tcase, a_text_says_whose_it_is_and_of_which_year, 0,
                       G_N_ELEMENTS (identities));
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
