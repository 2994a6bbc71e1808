/* tests/test-fix.c — what is offered for a finding, and that doing it takes the finding
 * away and nothing else comes up.
 */

#include "app/check/check.h"
#include "app/edit/undo.h"
#include "app/fix/fix.h"
#include "app/import/recognise.h"
#include "app/read/reader.h"
#include "app/reading/reading.h"
#include "db/cell.h"
#include "db/document.h"
#include "db/goal.h"
#include "db/waiver.h"
#include "tests/record-file.h"
#include "tests/rules-cases.h"
#include "tests/suite.h"

#include <gio/gio.h>
#include <string.h>

static GPtrArray *
findings_of (const char *rule)
{
  const CheckFilter filter = { .rule = rule };
  GPtrArray        *findings;

  ck_assert (reading_refresh (db, NULL));
  findings = check_findings (db, &filter, NULL);
  ck_assert_ptr_nonnull (findings);
  return findings;
}

#define ROW(set) "UPDATE indicator SET " set " WHERE id = 1"
#define VALUE(level2, name, value) \
  ROW ("level2 = '" level2 "', name = '" name "', value_text = '" value "'")
#define CELLS(level2, name, sign, value, unit)                            \
  ROW ("level2 = '" level2 "', name = '" name "', operator_text = '" sign \
       "', value_text = '" value "', unit_text = '" unit "'")
#define PLAN(a, b, c, d)                                                               \
  "UPDATE plan_point SET percent_text = CASE ordinal WHEN 1 THEN " a " WHEN 2 THEN " b \
  " WHEN 3 THEN " c " ELSE " d " END WHERE project_id = 2;"                            \
  "UPDATE plan_point SET percent_e6 = CAST(replace(percent_text, '%', '') AS INTEGER)" \
  " * 1000000 WHERE project_id = 2"

/* After change, the rule offers this first: certain, a suggestion, or nothing. */
static const struct {
  const char *rule, *change, *label; /* label NULL: nothing is offered */
  gboolean    is_certain;
} cases[] = {
  { "rate-without-percent", VALUE ("质量指标", "到位率", "≥95"), "指标值 ≥95→≥95%",
    TRUE },
  { "rate-without-percent", VALUE ("质量指标", "到位率", "≧ 95.00 。"),
    "指标值 ≧ 95.00 。→≧ 95.00%。", TRUE },
  { "rate-without-percent", VALUE ("质量指标", "到位率", "95以上"),
    "指标值 95以上→95%以上", TRUE },
  { "rate-without-percent",
    "UPDATE indicator SET name = '到位率', value_text = '≥100' WHERE id = 8",
    "指标值 ≥100→=100%", TRUE },
  { "rate-without-percent", CELLS ("质量指标", "到位率", "≥", "95", ""),
    "单位（文字描述） （空）→%", TRUE },
  { "rate-without-percent", VALUE ("成本指标", "节约率", "≥5"), "指标值 ≥5→≥5%",
    FALSE },
  { "rate-without-percent", VALUE ("质量指标", "到位率", "=0.95"), NULL, FALSE },
  { "rate-without-percent", VALUE ("质量指标", "到位率", "=100"), NULL, FALSE },
  { "rate-without-percent", VALUE ("质量指标", "到位率", "=2258.32"), NULL, FALSE },
  { "rate-without-percent", VALUE ("质量指标", "到位率", "=95人"), NULL, FALSE },
  { "unit-missing", VALUE ("质量指标", "到位率", "=95"), "指标值 =95→=95%", TRUE },
  { "unit-missing", VALUE ("成本指标", "项目支出", "=100.00"),
    "指标值 =100.00→=100.00万元", TRUE },
  { "unit-missing", VALUE ("成本指标", "项目支出", "=1000000"),
    "指标值 =1000000→=1000000元", TRUE },
  { "unit-missing", VALUE ("成本指标", "项目支出", "=99"), NULL, FALSE },
  { "unit-missing", VALUE ("数量指标", "驻村人数（人）", "≥12"), "指标值 ≥12→≥12人",
    TRUE },
  { "unit-missing", VALUE ("数量指标", "村庄（2024）", "≥12"), NULL, FALSE },
  { "cost-total-mismatch", VALUE ("成本指标", "项目支出", "=1000000万元"),
    "指标值 =1000000万元→=1000000元", TRUE },
  { "cost-total-mismatch", VALUE ("成本指标", "项目支出", "=100元"),
    "指标值 =100元→=100万元", TRUE },
  { "cost-total-mismatch", VALUE ("成本指标", "项目支出", "=90万元"), NULL, FALSE },
  { "amount-exceeds-budget", VALUE ("数量指标", "补贴金额", "=1000000万元"),
    "指标值 =1000000万元→=1000000元", FALSE },
  { "amount-exceeds-budget", VALUE ("社会效益指标", "补贴金额", "=1000000万元"),
    "指标值 =1000000万元→=1000000元", TRUE },
  { "amount-exceeds-budget", VALUE ("数量指标", "补贴金额", "=120万元"), NULL, FALSE },
  { "cost-floor", VALUE ("成本指标", "项目金额", "≥100万元"),
    "指标值 ≥100万元→≤100万元", TRUE },
  { "cost-floor", VALUE ("成本指标", "人均费用", ">90元"), "指标值 >90元→≤90元",
    FALSE },
  { "direction-contradicts-name", VALUE ("质量指标", "投诉率", "≥1%"), "指标值 ≥1%→≤1%",
    FALSE },
  { "percent-at-least-100", VALUE ("质量指标", "到位率", "≥100.00 %"),
    "指标值 ≥100.00 %→=100.00%", TRUE },
  { "percent-at-least-100", VALUE ("质量指标", "到位率", "100%以上"),
    "指标值 100%以上→=100%", TRUE },
  { "percent-at-least-100", CELLS ("质量指标", "到位率", "≥", "100", "%"),
    "符号 ≥→=", TRUE },
  { "percent-over-100", VALUE ("质量指标", "到位率", "≥950%"), "指标值 ≥950%→≥95%",
    FALSE },
  { "percent-over-100", VALUE ("质量指标", "到位率", "≥120%"), NULL, FALSE },
  { "operator-missing", VALUE ("质量指标", "到位率", "100%"), "指标值 100%→=100%",
    TRUE },
  { "operator-missing", VALUE ("质量指标", "到位率", "95%"), "指标值 95%→≥95%", FALSE },
  { "operator-missing", VALUE ("成本指标", "人均费用", "90元/人"),
    "指标值 90元/人→≤90元/人", FALSE },
  { "unit-in-value-cell", CELLS ("质量指标", "到位率", "≥", "95.00 %", ""),
    "指标值 95.00 %→95.00，单位（文字描述） （空）→%", TRUE },
  { "number-hidden-in-text", CELLS ("成本指标", "补助标准", "文字描述", "", "232元/人"),
    "符号 文字描述→=，指标值 （空）→232，单位（文字描述） 232元/人→元/人", TRUE },
  { "number-hidden-in-text", CELLS ("成本指标", "资金成本", "文字描述", "", "预计10万"),
    NULL, FALSE },
  { "satisfaction-100", "UPDATE indicator SET value_text = '=100%' WHERE id = 6",
    "指标值 =100%→≥95%", FALSE },
  { "nonstandard-level2", "UPDATE indicator SET level2 = '学员满意度' WHERE id = 6",
    "二级指标 学员满意度→服务对象满意度指标", TRUE },
  { "nonstandard-level2", ROW ("level2 = '其他指标'"), NULL, FALSE },
  { "level2-under-wrong-level1", ROW ("level1 = '效益指标'"),
    "一级指标 效益指标→产出指标", FALSE },
  { "nonstandard-level1", "UPDATE indicator SET level1 = '效果指标' WHERE id = 5",
    "一级指标 效果指标→效益指标", TRUE },
  { "nonstandard-level1",
    "UPDATE indicator SET level1 = '效果指标' WHERE level1 = '效益指标'",
    "一级指标 效果指标→效益指标，等 3 处", TRUE },
  { "repeated-phrase", ROW ("name = '养老金养老金人数'"),
    "三级指标 养老金养老金人数→养老金人数", TRUE },
  { "repeated-phrase", ROW ("description = '意见意见的学员'"),
    "绩效指标描述 意见意见的学员→意见的学员", FALSE },
  { "repeated-phrase",
    "UPDATE project SET purpose = '用于培训班培训班的教材。' WHERE id = 1",
    "资金用途 用于培训班培训班的教材。→用于培训班的教材。", TRUE },
  { "funding-parts-sum",
    "UPDATE funding SET amount_text = '300000', amount_fen = 300000000000"
    " WHERE project_id = 2 AND source = 'fiscal'",
    "财政资金 300000→30", TRUE },
  { "funding-parts-sum",
    "UPDATE funding SET amount_text = '100元', amount_fen = 10000 WHERE project_id = 1",
    "财政资金 100元→100万元", TRUE },
  { "funding-parts-sum",
    "UPDATE funding SET amount_fen = 20000000, amount_text = '20' WHERE project_id = 2"
    " AND source = 'fiscal'",
    "预算数 35→25", FALSE },
  { "funding-parts-sum",
    "UPDATE funding SET amount_fen = 90000000, amount_text = '90万元'"
    " WHERE project_id = 1",
    "其他资金 （空）→10", FALSE },
  { "funding-source-missing",
    "UPDATE funding SET amount_fen = NULL, amount_text = NULL WHERE project_id = 3",
    "财政资金 （空）→260", FALSE },
  { "funding-source-missing", "DELETE FROM funding WHERE project_id = 3",
    "财政资金 （空）→260", FALSE },
  { "plan-blank-cell", PLAN ("NULL", "'50%'", "'100%'", "'100%'"), "累计进度 （空）→0%",
    TRUE },
  { "plan-blank-cell", PLAN ("''", "NULL", "'50'", "'100'"),
    "累计进度 （空）→0，等 2 处", TRUE },
  { "plan-blank-cell", PLAN ("'25%'", "NULL", "'50%'", "'100%'"), "累计进度 （空）→25%",
    FALSE },
  { "plan-mixed-percent", PLAN ("'0'", "'50%'", "'75%'", "'100%'"), "累计进度 0→0%",
    TRUE },
  { "plan-not-cumulative", PLAN ("'25%'", "'35%'", "'20%'", "'20%'"),
    "累计进度 35%→60%，累计进度 20%→80%，累计进度 20%→100%", TRUE },
  { "plan-not-cumulative", PLAN ("'25'", "'20'", "'60'", "'100'"), NULL, FALSE },
  { "plan-not-100", PLAN ("'10'", "'20'", "'30'", "'40'"),
    "累计进度 20→30，累计进度 30→60，累计进度 40→100", TRUE },
  { "plan-not-100", PLAN ("'10'", "'20'", "'30'", "'90'"), NULL, FALSE },
  { "name-mismatch",
    "UPDATE project SET heading = '2、创业补助项目绩效表' WHERE id = 2",
    "表题 2、创业补助项目绩效表→2、创业孵化补助项目绩效表", TRUE },
  { "name-mismatch", "UPDATE project SET title_row_name = '职业培训' WHERE id = 1",
    "表头项目名称 职业培训→职业技能培训", TRUE },
  { "name-mismatch",
    "UPDATE project SET heading = '1、技能培训绩效目标表', title_row_name = '技能培训'"
    " WHERE id = 1",
    "表题 1、技能培训绩效目标表→1、职业技能培训绩效目标表", FALSE },
  { "goal-duplicate-within-project",
    "UPDATE goal SET text = (SELECT text FROM goal WHERE id = 1) WHERE id = 2",
    "绩效目标 完成300名学员的技能培训。→（空）", TRUE },
  { "other-year-mentioned", ROW ("description = '2023年参加培训的学员'"),
    "绩效指标描述 2023年参加培训的学员→2024年参加培训的学员", FALSE },
  { "doc-number-style", ROW ("basis = '人社厅发【2023】12号'"),
    "指标值确定依据 人社厅发【2023】12号→人社厅发〔2023〕12号", TRUE },
  { "doc-number-style", ROW ("basis = '人社厅发(2023) 12号'"),
    "指标值确定依据 人社厅发(2023) 12号→人社厅发〔2023〕 12号", TRUE },
  { "embedded-space", ROW ("name = '培训 人数'"), "三级指标 培训 人数→培训人数", TRUE },
  { "embedded-space",
    "UPDATE goal SET text = '完成300名学员的技 能培训。' WHERE id = 1",
    "绩效目标 完成300名学员的技 能培训。→完成300名学员的技能培训。", TRUE },
  { "field-code-residue",
    "UPDATE project SET heading = heading || ' TC 9、培训 \\f C \\l 1' WHERE id = 2",
    "表题 …目绩效表 TC 9、培训 \\f …→…目绩效表", TRUE },
  { "typo", ROW ("description = '服务对像和服务对像的家人'"),
    "绩效指标描述 服务对像和服务对像的家人→服务对象和服务对象的家人", TRUE },
  { "typo", "UPDATE goal SET text = '及时拔付补贴。。' WHERE id = 1",
    "绩效目标 及时拔付补贴。。→及时拨付补贴。", TRUE },
  { "operator-in-words", ROW ("value_text = '不低于300人'"),
    "指标值 不低于300人→≥300人", TRUE },
  { "vague-wording", "UPDATE goal SET text = '逐步提高待遇，做好服务。' WHERE id = 1",
    "绩效目标 …提高待遇，做好服务。→…提高待遇（由__%提高到__%）…", FALSE },
  { "code-zeros-lost",
    "UPDATE project SET code = '7-1201-JBN-WMEB', title_row_code = '007-1201-JBN-WMEB'"
    " WHERE id = 1",
    "项目编码 7-1201-JBN-WMEB→007-1201-JBN-WME…", TRUE },
  { "count-as-text", ROW ("value_text = '明显增强'"), "指标值 明显增强→比上年增加__",
    FALSE },
  { "rate-with-text", "UPDATE indicator SET value_text = '按时到位' WHERE id = 8",
    "指标值 按时到位→≥__%", FALSE },
  { "cost-as-text", "UPDATE indicator SET value_text = '按规定支付' WHERE id = 4",
    "指标值 按规定支付→≤__万元", FALSE },
  { "satisfaction-as-text", "UPDATE indicator SET value_text = '基本满意' WHERE id = 6",
    "指标值 基本满意→满意度≥__%", FALSE },
  { "level2-misfiled",
    "UPDATE indicator SET level2 = '经济效益指标', level1 = '效益指标' WHERE id = 9",
    "二级指标 经济效益指标→时效指标，一级指标 效益指标→产出指标", FALSE },
  { "target-blank", ROW ("value_text = NULL"), NULL, FALSE },
};

START_TEST (a_fix_says_what_changes)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) fixes = NULL;
  const char *offered;

  exec (cases[_i].change);
  findings = findings_of (cases[_i].rule);
  ck_assert_msg (findings->len > 0, "%s does not fire after %s", cases[_i].rule,
                 cases[_i].change);
  fixes = fix_of_finding (db, *findings->pdata, NULL);
  ck_assert_ptr_nonnull (fixes);
  offered = fixes->len > 0 ? ((Fix *) *fixes->pdata)->label : NULL;
  ck_assert_msg (g_strcmp0 (offered, cases[_i].label) == 0,
                 "%s after %s: “%s”, not “%s”", cases[_i].rule, cases[_i].change,
                 offered, cases[_i].label);
  if (offered != NULL)
    ck_assert_int_eq (((Fix *) *fixes->pdata)->is_certain, cases[_i].is_certain);
}
END_TEST

START_TEST (a_certain_fix_takes_its_finding_away_and_brings_up_no_other)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GPtrArray) fixes = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) undone = NULL;
  g_autofree char *label = NULL;
  guint            applied;

  if (!cases[_i].is_certain)
    return;
  exec (cases[_i].change);
  before = findings_of (NULL);
  own = findings_of (cases[_i].rule);
  fixes = fix_of_findings (db, own, NULL, NULL);
  ck_assert_uint_eq (fixes->len, own->len);
  ck_assert (fix_apply (db, fixes, NULL, &applied, NULL));
  ck_assert_msg (applied == fixes->len, "%s", ((Fix *) *fixes->pdata)->obstacle);
  after = findings_of (NULL);
  ck_assert_uint_le (after->len, before->len - own->len);

  ck_assert (undo_step (db, ACTION_UNDO, &label, NULL));
  undone = findings_of (NULL);
  ck_assert_uint_eq (undone->len, before->len);
}
END_TEST

START_TEST (a_suggestion_can_be_done_too)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) fixes = NULL;
  g_autoptr (GPtrArray) after = NULL;
  guint applied;

  exec ("DELETE FROM funding WHERE project_id = 3");
  findings = findings_of ("funding-source-missing");
  fixes = fix_of_finding (db, *findings->pdata, NULL);
  ck_assert (fix_apply (db, fixes, NULL, &applied, NULL));
  ck_assert_uint_eq (applied, 1);
  after = findings_of ("funding-source-missing");
  ck_assert_uint_eq (after->len, 0);
}
END_TEST

START_TEST (a_fix_that_would_bring_up_a_finding_is_left_with_the_reason)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) fixes = NULL;
  g_autofree char *next = NULL;
  guint            applied;

  /* The percent sign lets the criterion's own percentage be seen. */
  exec (ROW ("level2 = '质量指标', name = '到位率', value_text = '≥95',"
             " criterion = '达到90%得满分，否则扣分'"));
  findings = findings_of ("rate-without-percent");
  fixes = fix_of_findings (db, findings, NULL, NULL);
  ck_assert_uint_eq (fixes->len, 1);
  ck_assert (fix_apply (db, fixes, NULL, &applied, NULL));
  ck_assert_uint_eq (applied, 0);
  ck_assert_ptr_nonnull (strstr (((Fix *) *fixes->pdata)->obstacle, "评分标准"));
  next = undo_next (db, ACTION_UNDO, NULL);
  ck_assert_ptr_null (next);
}
END_TEST

START_TEST (all_of_a_kind_are_one_action)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) fixes = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autofree char *label = NULL;
  g_autofree char *next = NULL;
  guint            applied;

  exec ("UPDATE indicator SET value_text = replace(value_text, '%', '')"
        " WHERE value_text <> '=100%'");
  findings = findings_of ("rate-without-percent");
  ck_assert_uint_gt (findings->len, 5);
  fixes = fix_of_findings (db, findings, NULL, NULL);
  ck_assert (fix_apply (db, fixes, NULL, &applied, NULL));
  ck_assert_uint_eq (applied, findings->len);
  after = findings_of (NULL);
  ck_assert_uint_eq (after->len, 0);
  ck_assert (undo_step (db, ACTION_UNDO, &label, NULL));
  ck_assert_str_eq (label, "批量更正：比率没有百分号");
  next = undo_next (db, ACTION_UNDO, NULL);
  ck_assert_ptr_null (next);
}
END_TEST

START_TEST (what_is_stopped_changes_nothing)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) fixes = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;
  Progress progress = { 0 };

  exec (VALUE ("质量指标", "到位率", "≥95"));
  before = findings_of (NULL);
  fixes = fix_of_findings (db, before, NULL, NULL);
  ck_assert_uint_gt (fixes->len, 0);
  progress_stop (&progress);
  ck_assert (!fix_apply (db, fixes, &progress, NULL, &error));
  ck_assert (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
  after = findings_of (NULL);
  ck_assert_uint_eq (after->len, before->len);
  ck_assert_ptr_null (undo_next (db, ACTION_UNDO, NULL));
}
END_TEST

START_TEST (two_fixes_of_one_cell_do_not_fight)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) fixes = NULL;
  guint applied, left = 0;

  /* One wants 到位率到位率 once, the other a heading after it. */
  exec ("UPDATE project SET heading = '2、创业补助绩效目标表', title_row_name = '补助'"
        " WHERE id = 2");
  exec (CELLS ("质量指标", "到位率", "≥", "100%", ""));
  findings = findings_of (NULL);
  fixes = fix_of_findings (db, findings, NULL, NULL);
  ck_assert (fix_apply (db, fixes, NULL, &applied, NULL));
  for (guint i = 0; i < fixes->len; i++)
    left += ((Fix *) fixes->pdata[i])->obstacle != NULL;
  ck_assert_uint_eq (applied + left, fixes->len);
  ck_assert_uint_gt (applied, 0);
}
END_TEST

START_TEST (a_waived_finding_is_left_alone)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) waived = NULL;
  g_autoptr (GPtrArray) fixes = NULL;

  exec (VALUE ("质量指标", "到位率", "≥95"));
  findings = findings_of ("rate-without-percent");
  ck_assert (waiver_add (db, *findings->pdata, "另有说明", "测试", DB_NULL, NULL));
  waived = findings_of ("rate-without-percent");
  fixes = fix_of_findings (db, waived, NULL, NULL);
  ck_assert_uint_eq (fixes->len, 0);
}
END_TEST

static const char *const samples[] = {
  "nongye-2024.txt", "shijian-2023.txt", "shuiwu-2025.txt",
  "wenlv-2025.txt",  "zhujian-2025.txt",
};
static const char *const real_samples[] = {
  "chengde-2024.txt",
  "zunhua-2022-first12.txt",
  "tangshan-renshe-2024.txt",
  "nanpu-2020-first7.txt",
  "tangshan-shehui-2024-first12.txt",
};

static void
store_sample (const char *path)
{
  g_autofree char *text = NULL;
  gsize            size;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (Proposal) proposal = NULL;

  exec ("DELETE FROM document");
  ck_assert (g_file_get_contents (path, &text, &size, NULL));
  bytes = g_bytes_new_take (g_steal_pointer (&text), size);
  blocks = text_read (bytes, path, NULL);
  proposal = recognise (blocks, path, NULL);
  ck_assert_ptr_nonnull (proposal);
  ck_assert (document_store (db, proposal->document, NULL));
  ck_assert (reading_refresh (db, NULL));
}

/* Every certain fix of a document, alone: what was found before, without this. */
static guint
count_of_rule (const GPtrArray *findings, const char *rule)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += strcmp (((Finding *) findings->pdata[i])->rule, rule) == 0;
  return n;
}

static void
check_each_fix (const char *path)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) fixes = NULL;

  store_sample (path);
  findings = findings_of (NULL);
  fixes = fix_of_findings (db, findings, NULL, NULL);
  for (guint i = 0; i < fixes->len; i++)
    {
      Fix *fix = fixes->pdata[i];
      g_autoptr (GPtrArray) one = g_ptr_array_new ();
      g_autoptr (GPtrArray) after = NULL;
      g_autofree char *label = NULL;
      guint            applied;

      g_ptr_array_add (one, fix);
      ck_assert (fix_apply (db, one, NULL, &applied, NULL));
      ck_assert_msg (applied == 1 || fix->obstacle != NULL, "%s: %s %s, %s", path,
                     fix->rule, fix->place, fix->label);
      if (applied == 0) /* it would bring up something else, and says so */
        continue;
      after = findings_of (NULL);
      /* Elsewhere in the text it may show something: a number now like another one. */
      ck_assert_msg (count_of_rule (after, fix->rule) <
                         count_of_rule (findings, fix->rule),
                     "%s: %s %s, %s", path, fix->rule, fix->place, fix->label);
      ck_assert (undo_step (db, ACTION_UNDO, &label, NULL));
    }
}

START_TEST (each_fix_of_a_sample_leaves_less_to_do)
{
  g_autofree char *path = sample_path (samples[_i]);

  check_each_fix (path);
}
END_TEST

START_TEST (each_fix_of_a_real_document_leaves_less_to_do)
{
  g_autofree char *path = real_sample_path (real_samples[_i]);

  if (path != NULL)
    check_each_fix (path);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("fix");
  TCase *tcase = tcase_create ("fix");

  tcase_add_unchecked_fixture (tcase, open_sound, close_file);
  tcase_add_loop_test (tcase, a_fix_says_what_changes, 0, G_N_ELEMENTS (cases));
  tcase_add_loop_test (tcase,
                       a_certain_fix_takes_its_finding_away_and_brings_up_no_other, 0,
                       G_N_ELEMENTS (cases));
  tcase_add_test (tcase, a_suggestion_can_be_done_too);
  tcase_add_test (tcase, a_fix_that_would_bring_up_a_finding_is_left_with_the_reason);
  tcase_add_test (tcase, all_of_a_kind_are_one_action);
  tcase_add_test (tcase, what_is_stopped_changes_nothing);
  tcase_add_test (tcase, two_fixes_of_one_cell_do_not_fight);
  tcase_add_test (tcase, a_waived_finding_is_left_alone);
  tcase_add_loop_test (tcase, each_fix_of_a_sample_leaves_less_to_do, 0,
                       G_N_ELEMENTS (samples));
  tcase_add_loop_test (tcase, each_fix_of_a_real_document_leaves_less_to_do, 0,
                       G_N_ELEMENTS (real_samples));
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
