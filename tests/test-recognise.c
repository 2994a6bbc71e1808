/* tests/test-recognise.c — from blocks to records, on small documents of every shape.
 */

#include "app/import/recognise.h"
#include "app/read/block.h"
#include "app/read/reader.h"
#include "db/funding.h"
#include "db/goal.h"
#include "db/indicator.h"
#include "db/plan-point.h"
#include "db/project.h"
#include "tests/proposed.h"
#include "tests/suite.h"

#include <string.h>

static Proposal *
propose (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) blocks = reader_read (bytes, "某局.txt", error);

  return blocks != NULL ? recognise (blocks, "某局.txt", error) : NULL;
}

/* The plan: "label: 3月底 30% / 6月底 / …". */
static char *
plan_of (const Project *p)
{
  GString *to = g_string_new (p->plan_label);

  for (guint i = 0; i < p->plan->len; i++)
    {
      const PlanPoint *point = p->plan->pdata[i];

      g_string_append_printf (to, "%s%s %s", i > 0 ? " / " : ": ", point->label,
                              point->percent_text ? point->percent_text : "-");
    }
  return g_string_free (to, FALSE);
}

static const Project *
project (const Proposal *proposal, guint i)
{
  ck_assert_uint_gt (proposal->document->projects->len, i);
  return proposal->document->projects->pdata[i];
}

/* Two indicators below a head, for cases about the head. */
#define TARGETS                                                                                      \
  "一级指标\t二级指标\t三级指标\t绩效指标描述\t指标值\t指标值确定依据\n" \
  "产出指标\t数量指标\t人数\t受助人数\t≥300人\t计划\n"                            \
  "\t质量指标\t发放率\t足额发放\t100%\t计划\n"

static const struct {
  const char *text, *head;
} heads[] = {
  /* labels and values in cells */
  { "第二部分\n预算项目绩效目标\n1、养老补贴绩效目标表\n316004社保局\n单位：万元\n"
    "项目编码\t316-1201\t项目名称\t养老补贴\n"
    "预算规模及资金用途\t预算数\t6.50\t其中：财政资金\t6.50\t其他资金\t\n"
    "\t发放补贴\n" TARGETS,
    "heading=1、养老补贴绩效目标表; unit=316004; unit=社保局; currency=单位：万元; "
    "code=316-1201; name=养老补贴; amount=6.50; fen=6500000; fiscal=6.50; "
    "purpose=发放补贴" },
  /* a number in a short purpose is no amount below a head */
  { "<table><tr><td>项目名称<td colspan=3>安保<tr><td rowspan=2>预算规模及资金用途<td>"
    "预算数<td>8.5<td>其中：财政资金<td>8.5<tr><td colspan=4>付3号楼"
    "<tr><td>一级指标<td>二级指标<td>三级指标<td>指标值<tr><td rowspan=2>产出指标"
    "<td>数量指标<td>人数<td>1人<tr><td>质量指标<td>质量<td>好</table>",
    "name=安保; amount=8.5; fen=8500000; fiscal=8.5; purpose=付3号楼" },
  /* labels with blanks, breaks and other widths; a code of dashes */
  { "项目\t\n项 目 编 码\t————\t项目　名称：\t养老补贴\n"
    "预算规模及资金用途\t预算数\t50万元\t其中：财政    资金\t50 万元\t其它资金\t0\n"
    "\t发放补贴\n" TARGETS,
    "name=养老补贴; amount=50万元; fen=50000000; fiscal=50 万元; other=0; "
    "purpose=发放补贴" },
  /* label and value in one cell, half and full width */
  { "预算项目绩效表\t\t\n序号\t项目编号及名称: [P01Y]养老补贴\t预算年度: 2024\t"
    "金额单位：10 万元\n栏次\t1\t2\t3\n4\t项目编号\tP01Y\t项目名称\t养老补助\n"
    "5\t项目绩效模板\t\t\n6\t资金用途\t发放补贴\t\n7\t\t\t\n" TARGETS,
    "title=P01Y; title=养老补贴; code=P01Y; name=养老补助; amount=10 万元; "
    "fen=10000000; purpose=发放补贴" },
  /* the amounts as a sentence */
  { "项目名称\t安保\n项目资金主要用途\t"
    "预算数345.6万元，其中：财政资金345.6万元.主要用于安保，另需11.7万元\n" TARGETS,
    "name=安保; amount=345.6万元; fen=345600000; fiscal=345.6万元; "
    "lead=预算数345.6万元，其中：财政资金345.6万元.; "
    "purpose=主要用于安保，另需11.7万元" },
  { "项目名称\t医保\n项目资金主要用途\t"
    "预算数187.02 "
    "万元。其中：财政资金187.02万元（本级资金187.02万元）。用于医保。\n" TARGETS,
    "name=医保; amount=187.02 万元; fen=187020000; fiscal=187.02万元; "
    "local=187.02万元; "
    "lead=预算数187.02 万元。其中：财政资金187.02万元（本级资金187.02万元）。; "
    "purpose=用于医保。" },
  { "项目名称\t水电\n项目资金主要用途\t预算数5万元。其中：本级资金5万元。付水电费。"
    "\n" TARGETS,
    "name=水电; amount=5万元; fen=5000000; fiscal=5万元; "
    "lead=预算数5万元。其中：本级资金5万元。; purpose=付水电费。" },
  { "项目名称\t维修\n项目资金主要用途\t该项目合同价款664万元，本年度支出200万元。"
    "\n" TARGETS,
    "name=维修; purpose=该项目合同价款664万元，本年度支出200万元。" },
  /* another county's wording; the figures are in 元 */
  { "1、清淤项目绩效目标表\n单位：元\n预算单位：401001水务局\n项目代码\tA1\t项目名称\t"
    "清淤\n"
    "年度资金总额\t1,200.50\t其中：财政拨款\t1000."
    "50\t其他资金\t200\n主要用途\t清淤\n" TARGETS,
    "heading=1、清淤项目绩效目标表; unit=401001; unit=水务局; currency=单位：元; "
    "code=A1; name=清淤; amount=1,200.50; fen=120050; fiscal=1000.50; other=200; "
    "purpose=清淤" },
  { "1、清淤项目绩效目标表\n预算单位：水务局 单位：万元\n项目名称\t清淤\n"
    "资金用途\t清淤\n" TARGETS,
    "heading=1、清淤项目绩效目标表; unit=水务局; currency=单位：万元; name=清淤; "
    "purpose=清淤" },
  /* a heading on two lines; one without 绩效表; a line that says nothing */
  { "三、工作保障措施\n加强管理。\n\n9村村民财政补贴\n\n项目绩效目标表\n"
    "项目名称\t补贴\n资金用途\t补贴\n" TARGETS,
    "heading=9村村民财政补贴项目绩效目标表; name=补贴; purpose=补贴" },
  { "第二部分\n预算项目绩效目标\n18、企业退休人员生活补贴\n323003社保中心\n"
    "项目名称\t补贴\n资金用途\t补贴\n" TARGETS,
    "heading=18、企业退休人员生活补贴; unit=323003; unit=社保中心; name=补贴; "
    "purpose=补贴" },
  { "2024年安保项目绩效目标表\n经费绩效目标表\n项目名称\t安保\n资金用途\t安保"
    "\n" TARGETS,
    "heading=2024年安保项目绩效目标表; name=安保; purpose=安保" },
  /* what a page says of itself is no part of the heading below it */
  { "<p>第二部分</p><p>预算项目绩效目标</p><p>（续表）</p><p>安保项目绩效目标表</p>"
    "<table><tr><td>项目名称<td colspan=3>安保<tr><td>资金用途<td colspan=3>安保"
    "<tr><td>一级指标<td>二级指标<td>三级指标<td>指标值<tr><td rowspan=2>产出指标"
    "<td>数量指标<td>人数<td>1人<tr><td>质量指标<td>质量<td>好</table>",
    "heading=安保项目绩效目标表; name=安保; purpose=安保" },
  /* rows that nobody knows, below the goals, too */
  { "项目名称\t安保\n资金用途\t安保\n绩效目标\t保障\n联系人\t张某\n" TARGETS,
    "name=安保; purpose=安保; goals=1" },
  { "项目名称\t安保\n主管领导\t张某\t联系电话\t12345\n资金用途\t安保\n" TARGETS,
    "name=安保; purpose=安保" },
};

START_TEST (the_head_is_read_by_its_labels)
{
  g_autoptr (Proposal) proposal = propose (heads[_i].text, NULL);
  g_autofree char *got = NULL;

  ck_assert_ptr_nonnull (proposal);
  ck_assert_uint_eq (proposal->document->projects->len, 1);
  got = proposed_head (project (proposal, 0));
  ck_assert_str_eq (got, heads[_i].head);
  ck_assert_uint_eq (project (proposal, 0)->indicators->len, 2);
  ck_assert_uint_eq (proposal->texts_in, proposal->texts_used + proposal->texts_listed);
}
END_TEST

static const struct {
  const char *rows, *plan;
} plans[] = {
  { "资金支出计划（%）\t3月底\t6月底\t10月底\t12月底\n\t30%\t60%\t90%\t100%\n",
    "资金支出计划（%）: 3月底 30% / 6月底 60% / 10月底 90% / 12月底 100%" },
  { "资金支出计划（累计 "
    "进度%）\t第一季度\t第二季度\t第三季度\t第四季度\n\t\t\t\t100%\n",
    "资金支出计划（累计进度%）: 第一季度 - / 第二季度 - / 第三季度 - / 第四季度 100%" },
  { "资金支出\t3 月底\t\t6 月底\t\t10 月底\t\t12 月底\n计划\t\t\t50\t\t75\t\t100\n",
    "资金支出计划: 3月底 - / 6月底 50 / 10月底 75 / 12月底 100" },
  { "资金支出计划\t3月底\t6月底\t\t\t10月底\t\t12月底\t\n\t0\t0\t\t\t0\t\t100\t\n",
    "资金支出计划: 3月底 0 / 6月底 0 / 10月底 0 / 12月底 100" },
  { "资金支出计划\t3月底\t6月底\t\t\t10月底\t\t12月底\t\n\t0\t\t0\t0\t\t\t\t100\n",
    "资金支出计划: 3月底 0 / 6月底 0 / 10月底 0 / 12月底 100" },
  { "支出计划\t上半年\t下半年\n绩效目标\t保障\n", "支出计划: 上半年 - / 下半年 -" },
};

START_TEST (a_percent_belongs_to_the_period_above_it)
{
  g_autofree char *text =
      g_strconcat ("项目名称\t安保\n资金用途\t安保\n", plans[_i].rows, TARGETS, NULL);
  g_autoptr (Proposal) proposal = propose (text, NULL);
  g_autofree char *got = NULL;

  ck_assert_ptr_nonnull (proposal);
  got = plan_of (project (proposal, 0));
  ck_assert_str_eq (got, plans[_i].plan);
  ck_assert_uint_eq (proposal->texts_listed, 0);
}
END_TEST

#define HEAD "项目名称\t安保\n资金用途\t安保\n绩效目标\t保障\n"
#define COLUMNS_9                                                                                                        \
  "一级指标\t二级指标\t三级指标\t绩效指标描述（指标内容）\t评（扣）分标准\t指标值\t\t" \
  "\t"                                                                                                                   \
  "指标确定依据\n\t\t\t\t\t符号\t值\t单位(文字描述)\t\n"

static const struct {
  const char *rows, *targets;
  guint       unread;
} targets[] = {
  { TARGETS,
    "产出指标|数量指标|人数|受助人数|||≥300人||计划|\n"
    "产出指标|质量指标|发放率|足额发放|||100%||计划|",
    0 },
  /* levels that a merged cell leaves blank, broken level names */
  { "一级\t二级\t三级\t指标值\n产出 指标\t数量\t甲\t1\n\t\t乙\t2\n效果\t\t丙\t3\n",
    "产出指标|数量|甲||||1|||\n产出指标|数量|乙||||2|||\n效果||丙||||3|||", 0 },
  /* another order of columns, one that nobody knows, other words */
  { "指标值依据\t一级指标\t二级指标\t责任科室\t年度指标值\t三级指标\t指标解释\n"
    "概算\t成本指标\t经济成本指标\t财务科\t≤5万元\t单位成本\t每公里\n",
    "成本指标|经济成本指标|单位成本|每公里|||≤5万元||概算|", 2 },
  /* heads that are known by a word; what is said exactly goes before */
  { "一级指标\t二级指标\t三级指标名称\t绩效指标及描述\t指标值（含单位）\t"
    "分值（分）\t填报说明\t指标值设定依据及出处\n"
    "产出指标\t数量指标\t人数\t受助人数\t≥300人\t10\t按实填\t计划\n",
    "产出指标|数量指标|人数|受助人数|||≥300人||计划|", 2 },
  /* a target in three cells */
  { COLUMNS_9 "产出指标\t数量指标\t人数\t人\t达到为优\t≥\t95.00\t%\t计划\n"
              "\t质量指标\t到位\t位\t到位为优\t文字描述\t\t按时到位\t政策\n",
    "产出指标|数量指标|人数|人|达到为优|≥|95.00|%|计划|\n"
    "产出指标|质量指标|到位|位|到位为优|文字描述||按时到位|政策|",
    0 },
  /* the header goes on in further rows, after blank ones */
  { "一级指标\t二级指标\t三级指标\t绩效指标描述\t指标值\t\t\t指标值确定依据\n"
    "\t\t\t\t符号\t值\t单位 (文字描\t\n\n\t\t\t\t\t\t述)\t\n"
    "产出指标\t数量指标\t人数\t人\t>=\t7200\t人\t计划\n",
    "产出指标|数量指标|人数|人||>=|7200|人|计划|", 0 },
  /* the head of the last column stands one too far left */
  { "一级指标\t二级指标\t三级指标\t指标值\t\t确定依据\t\n\t\t\t符号\t值\t单位\t\n"
    "产出指标\t数量指标\t人数\t=\t3\t人\t计划\n",
    "产出指标|数量指标|人数|||=|3|人|计划|", 0 },
  /* rows moved right: whole, or from the criterion on; and left */
  { COLUMNS_9 "产出指标\t数量指标\t人数\t人\t优\t=\t3\t人\t计划\n"
              "\t满意度指标\t服务对象满意度指标\t满意度\t满意\t优\t≥\t95.00\t%\n",
    "产出指标|数量指标|人数|人|优|=|3|人|计划|\n"
    "满意度指标|服务对象满意度指标|满意度|满意|优|≥|95.00|%||shifted",
    0 },
  { COLUMNS_9 "产出指标\t数量指标\t人数\t人\t\t优\t≥\t3\t人\n",
    "产出指标|数量指标|人数|人|优|≥|3|人||shifted", 0 },
  { COLUMNS_9 "产出指标\t数量指标\t人数\t人\t优\t=\t3\t人\t计划\n"
              "质量指标\t合格率\t率\t优\t=\t100\t%\t计划\t\n",
    "产出指标|数量指标|人数|人|优|=|3|人|计划|\n"
    "产出指标|质量指标|合格率|率|优|=|100|%|计划|shifted",
    0 },
  /* not moved: 成本指标 is a level of its own, or the name of an indicator */
  { "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t质量指标\t甲\t1\n"
    "\t成本指标\t成本指标\t≥90%\n",
    "产出指标|质量指标|甲||||1|||\n产出指标|成本指标|成本指标||||≥90%|||", 0 },
  /* words that slipped into the next cell are kept as they are printed */
  { COLUMNS_9 "产出指标\t时效指标\t及时率\t及时\t优\t文字描述\t\t\t开展工作\n",
    "产出指标|时效指标|及时率|及时|优|文字描述|||开展工作|", 0 },
  /* a band over them is no goal */
  { "绩效指标\n" TARGETS,
    "产出指标|数量指标|人数|受助人数|||≥300人||计划|\n"
    "产出指标|质量指标|发放率|足额发放|||100%||计划|",
    0 },
  /* a remark below, and a table that was cut off */
  { TARGETS "备注\t本表一式两份\n",
    "产出指标|数量指标|人数|受助人数|||≥300人||计划|\n"
    "产出指标|质量指标|发放率|足额发放|||100%||计划|",
    2 },
  { "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t人数\n",
    "产出指标|数量指标|人数|||||||", 0 },
  { "一级指标\t二级指标\t三级指标\t指标值\n", "", 0 },
  /* the header again on a new page, within a level */
  { "一级\t二级\t三级\t指标值\n产出指标\t数量指标\t甲\t1\n一级\t二级\t三级\t指标值\n"
    "\t\t乙\t2\n",
    "产出指标|数量指标|甲||||1|||\n产出指标|数量指标|乙||||2|||", 0 },
};

START_TEST (the_columns_of_targets_are_known_by_their_heads)
{
  g_autofree char *text = g_strconcat (HEAD, targets[_i].rows, NULL);
  g_autoptr (Proposal) proposal = propose (text, NULL);
  g_autofree char *got = NULL;
  guint            repaired = 0;

  ck_assert_ptr_nonnull (proposal);
  got = proposed_targets (project (proposal, 0));
  ck_assert_str_eq (got, targets[_i].targets);
  ck_assert_uint_eq (proposal->texts_listed, targets[_i].unread);
  for (guint i = 0; i < proposal->notes->len; i++)
    repaired += ((const Note *) proposal->notes->pdata[i])->kind == NOTE_REPAIRED;
  ck_assert_uint_eq (repaired, strstr (targets[_i].targets, "shifted") != NULL);
}
END_TEST

/* A grid of merged cells, as a reader of office files makes it. */
static void
merge (Block *table, guint row, guint col, guint row_span, guint col_span,
       const char *text)
{
  BlockCell *cell = block_cell_new (row, col, text, 0);

  cell->row_span = row_span;
  cell->col_span = col_span;
  g_ptr_array_add (table->cells, cell);
}

static const struct {
  const char *head, *cell;
  gint64      e6;
} weights[] = {
  { "分值", "10", 10000000 },
  { "权重（%）", "12.5%", 12500000 },
  { "指标权重", "8分", 8000000 },
  { "分值（权重）", "酌情", DB_NULL },
};

START_TEST (the_weight_of_a_target_is_read)
{
  g_autofree char *text = g_strdup_printf (
      HEAD "一级指标\t二级指标\t三级指标\t%s\t指标值\n产出指标\t数量指标\t甲\t%s\t1\n",
      weights[_i].head, weights[_i].cell);
  g_autoptr (Proposal) proposal = propose (text, NULL);
  const Indicator *indicator = project (proposal, 0)->indicators->pdata[0];

  ck_assert_str_eq (indicator->weight_text, weights[_i].cell);
  ck_assert_int_eq (indicator->weight_e6, weights[_i].e6);
  ck_assert_str_eq (indicator->value_text, "1");
  ck_assert_uint_eq (proposal->texts_listed, 0);
}
END_TEST

START_TEST (merged_cells_hold_for_all_they_cover)
{
  g_autoptr (GPtrArray) blocks = block_array_new ();
  g_autoptr (Proposal) proposal = NULL;
  g_autofree char *plan = NULL, *got = NULL;
  Block           *table = block_new_table (0);

  g_ptr_array_add (blocks, table);
  merge (table, 0, 0, 1, 1, "项目名称");
  merge (table, 0, 1, 1, 4, "安保");
  merge (table, 1, 0, 2, 1, "资金支出计划");
  merge (table, 1, 1, 1, 2, "3月底");
  merge (table, 1, 3, 1, 2, "12月底");
  merge (table, 2, 1, 1, 2, "");
  merge (table, 2, 3, 1, 2, "100%");
  merge (table, 3, 0, 2, 1, "绩效目标");
  merge (table, 3, 1, 1, 1, "目标1");
  merge (table, 3, 2, 1, 3, "甲");
  merge (table, 4, 1, 1, 1, "目标2");
  merge (table, 4, 2, 1, 3, "乙");
  merge (table, 5, 0, 2, 1, "一级指标");
  merge (table, 5, 1, 2, 1, "三级指标");
  merge (table, 5, 2, 1, 3, "指标值");
  merge (table, 6, 2, 1, 1, "符号");
  merge (table, 6, 3, 1, 1, "值");
  merge (table, 6, 4, 1, 1, "单位");
  merge (table, 7, 0, 2, 1, "产出指标");
  merge (table, 7, 1, 1, 1, "人数");
  merge (table, 7, 2, 1, 1, "≥");
  merge (table, 7, 3, 1, 1, "3");
  merge (table, 7, 4, 1, 1, "人");
  merge (table, 8, 1, 1, 1, "到位");
  merge (table, 8, 2, 1, 3, "是");
  proposal = recognise (blocks, "某局.docx", NULL);
  ck_assert_ptr_nonnull (proposal);
  plan = plan_of (project (proposal, 0));
  got = proposed_targets (project (proposal, 0));
  ck_assert_str_eq (plan, "资金支出计划: 3月底 - / 12月底 100%");
  ck_assert_str_eq (got, "产出指标||人数|||≥|3|人||\n产出指标||到位|||是||||");
  ck_assert_uint_eq (project (proposal, 0)->goals->len, 2);
  ck_assert_uint_eq (proposal->texts_listed, 0);
}
END_TEST

/* A sheet with borders around everything: one table, its prose in rows over the full
 * width; a numbered goal over the full width is no prose. */
START_TEST (a_table_may_hold_the_whole_text)
{
#define LINE(text) "<tr><td colspan=4>" text
  g_autoptr (Proposal) proposal = propose (
      "<table><tr><td>项目名称<td colspan=3>安保<tr><td>资金用途<td colspan=3>安保"
      "<tr><td colspan=4>绩效目标" LINE ("1、保障安全。") LINE (
          "2、保障运转。") "<tr><td>一级指标<td>二级指标<td>三级指标<td>指标值<tr><td>"
                           "产出指标"
                           "<td>数量指标<td>人数<td>1人" LINE ("三、工作保障措施")
                               LINE ("加强管理。") LINE (
                                   "2、维修项目绩效目标表") "<tr><td>项目名称<td "
                                                            "colspan=3>维修<tr><td>"
                                                            "资金用途<td "
                                                            "colspan=3>维修</table>",
      NULL);
#undef LINE

  ck_assert_ptr_nonnull (proposal);
  ck_assert_uint_eq (proposal->document->projects->len, 2);
  ck_assert_uint_eq (project (proposal, 0)->goals->len, 2);
  ck_assert_uint_eq (project (proposal, 0)->indicators->len, 1);
  ck_assert_uint_eq (proposal->document->safeguards->len, 1);
  ck_assert_str_eq (project (proposal, 1)->heading, "2、维修项目绩效目标表");
  ck_assert_str_eq (project (proposal, 1)->name, "维修");
  ck_assert_uint_eq (proposal->texts_listed, 0);
}
END_TEST

START_TEST (one_block_may_hold_several_projects)
{
  g_autoptr (Proposal) proposal =
      propose ("项目名称\t甲\n资金用途\t一\n" TARGETS "\n2、乙绩效目标表\t\n"
               "323001某局\t单位：万元\n项目名称\t乙\n资金用途\t二\n" TARGETS,
               NULL);
  g_autofree char *head = NULL;

  ck_assert_ptr_nonnull (proposal);
  ck_assert_uint_eq (proposal->document->projects->len, 2);
  head = proposed_head (project (proposal, 1));
  ck_assert_str_eq (head, "heading=2、乙绩效目标表; unit=323001; unit=某局; "
                          "currency=单位：万元; name=乙; purpose=二");
  ck_assert_uint_eq (project (proposal, 0)->indicators->len, 2);
  ck_assert_uint_eq (project (proposal, 1)->indicators->len, 2);
}
END_TEST

START_TEST (a_table_goes_on_behind_a_page_number)
{
  g_autoptr (Proposal) proposal =
      propose ("1、甲绩效目标表\n项目名称\t甲\n资金用途\t一\n" TARGETS
               "- 3 -\n\t时效指标\t及时\t及时\t是\t计划\n",
               NULL);

  ck_assert_ptr_nonnull (proposal);
  ck_assert_uint_eq (proposal->document->projects->len, 1);
  ck_assert_uint_eq (project (proposal, 0)->indicators->len, 3);
  ck_assert_uint_eq (proposal->texts_listed, 0);
}
END_TEST

START_TEST (every_field_has_one_place)
{
  g_autoptr (Proposal) proposal = propose ("1、甲绩效目标表\n" HEAD TARGETS, NULL);
  g_autoptr (GHashTable) seen =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const Indicator *indicator = project (proposal, 0)->indicators->pdata[1];
  gboolean         found = FALSE;

  for (guint i = 0; i < proposal->places->len; i++)
    {
      const Place *place = &g_array_index (proposal->places, Place, i);

      ck_assert (
          g_hash_table_add (seen, g_strdup_printf ("%p %s", (void *) place->record,
                                                   place->column)));
      if (place->record == &indicator->record && g_str_equal (place->column, "name"))
        {
          found = TRUE;
          ck_assert_uint_eq (place->line, 7);
          ck_assert_uint_eq (place->row, 5);
          ck_assert_uint_eq (place->col, 2);
        }
    }
  ck_assert (found);
}
END_TEST

START_TEST (what_nobody_understood_is_listed_with_its_line)
{
  g_autoptr (Proposal) proposal =
      propose ("1、甲绩效目标表\n" HEAD "联系人\t张某\t电话\t1\n" TARGETS, NULL);
  const Note *note;

  ck_assert_uint_eq (proposal->notes->len, 4);
  note = proposal->notes->pdata[1];
  ck_assert_int_eq (note->kind, NOTE_UNREAD);
  ck_assert_uint_eq (note->line, 5);
  ck_assert_str_eq (note->text, "张某");
  ck_assert_uint_eq (proposal->texts_listed, 4);
}
END_TEST

START_TEST (a_file_about_something_else_is_refused)
{
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (propose ("会议通知\n请各科室参加。\n甲\t乙\n", &error));
  ck_assert (g_error_matches (error, READER_ERROR_DOMAIN, READER_UNKNOWN));
  ck_assert (g_str_has_prefix (error->message, "某局.txt：没有找到绩效目标表"));
}
END_TEST

static void
add_loops (TCase *tcase)
{
  tcase_add_loop_test (tcase, the_head_is_read_by_its_labels, 0, G_N_ELEMENTS (heads));
  tcase_add_loop_test (tcase, a_percent_belongs_to_the_period_above_it, 0,
                       G_N_ELEMENTS (plans));
  tcase_add_loop_test (tcase, the_columns_of_targets_are_known_by_their_heads, 0,
                       G_N_ELEMENTS (targets));
}

int
main (void)
{
  Suite *suite = suite_create ("recognise");
  TCase *tcase = tcase_create ("recognise");

  add_loops (tcase);
  tcase_add_loop_test (tcase, the_weight_of_a_target_is_read, 0,
                       G_N_ELEMENTS (weights));
  tcase_add_test (tcase, merged_cells_hold_for_all_they_cover);
  tcase_add_test (tcase, a_table_may_hold_the_whole_text);
  tcase_add_test (tcase, one_block_may_hold_several_projects);
  tcase_add_test (tcase, a_table_goes_on_behind_a_page_number);
  tcase_add_test (tcase, every_field_has_one_place);
  tcase_add_test (tcase, what_nobody_understood_is_listed_with_its_line);
  tcase_add_test (tcase, a_file_about_something_else_is_refused);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
