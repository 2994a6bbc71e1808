/* tests/rules-cases-project.c — changes that the rules about classes, wording, head,
 * plan and goals must notice or not. */

#include "tests/rules-cases.h"

#define ROW(set, id)     "UPDATE indicator SET " set " WHERE id = " #id
#define PROJECT(set, id) "UPDATE project SET " set " WHERE id = " #id
#define VALUE(value, id) ROW ("value_text = '" value "'", id)

/* The first row of project 1 as another indicator. */
#define AS(level2, name, value) \
  ROW ("level2 = '" level2 "', name = '" name "', value_text = '" value "'", 1)
/* An overall table with this target of 培训人数. */
#define OVERALL(value)                                                                \
  "INSERT INTO project (id, document_id, kind, ordinal) VALUES (9, 1, 'overall', 1);" \
  "INSERT INTO indicator (project_id, ordinal, level1, level2, name, value_text, "    \
  "basis)"                                                                            \
  " VALUES (9, 1, '产出指标', '数量指标', '培训人数', '" value "', '年度计划表')"
#define PLAN(a, b, c, d)                                                             \
  "UPDATE plan_point SET percent_text = CASE ordinal WHEN 1 THEN '" a                \
  "' WHEN 2 THEN '" b "' WHEN 3 THEN '" c "' ELSE '" d "' END WHERE project_id = 1;" \
  "UPDATE plan_point SET percent_e6 = iif(percent_text = '', NULL,"                  \
  " CAST(percent_text AS INTEGER) * 1000000)"

const RuleCase project_cases[] = {
  { "nonstandard-level2", 1, ROW ("level2 = '城乡参保对象满意度'", 6), NULL },
  { "nonstandard-level2", 1, ROW ("level2 = '可持续性影响'", 17), NULL },
  { "nonstandard-level2", 0, ROW ("level2 = '社会效益' || char(10) || '指标'", 5),
    NULL },
  { "nonstandard-level2", 0, ROW ("level2 = '可持续 影响指 标'", 17), NULL },
  { "nonstandard-level2", 0,
    ROW ("level1 = '成本指标', level2 = '生态环境成本指标'", 4), NULL },
  { "nonstandard-level2", 0, ROW ("level2 = NULL", 6), NULL },
  { "level2-under-wrong-level1", 1, ROW ("level1 = '效益指标'", 1), NULL },
  { "level2-under-wrong-level1", 1, ROW ("level1 = '产出指标'", 6), NULL },
  { "level2-under-wrong-level1", 0, ROW ("level1 = '效果指标'", 5), NULL },
  { "level2-under-wrong-level1", 0, ROW ("level1 = '成本指标'", 4), NULL },
  { "level2-under-wrong-level1", 1, ROW ("level2 = '经济成本指标'", 4), NULL },
  { "level2-under-wrong-level1", 0, ROW ("level1 = '其他'", 1), NULL },
  { "nonstandard-level1", 1,
    "UPDATE indicator SET level1 = '效果指标' WHERE level1 = '效益指标'", NULL },
  { "nonstandard-level1", 1, ROW ("level1 = '其他指标'", 1), NULL },
  { "nonstandard-level1", 0, ROW ("level1 = '效益 指标'", 5), NULL },
  { "level2-misfiled", 1, AS ("时效指标", "成本控制率", "≤100%"), NULL },
  { "level2-misfiled", 1, AS ("成本指标", "完成及时率", "=100%"), NULL },
  { "level2-misfiled", 1, AS ("成本指标", "完成率", "=100%"), NULL },
  { "level2-misfiled", 1, AS ("数量指标", "档案室合格率", "=100%"), NULL },
  { "level2-misfiled", 1, ROW ("level2 = '生态效益指标', name = '服务对象满意度'", 5),
    NULL },
  { "level2-misfiled", 1, ROW ("level2 = '经济效益指标', name = '覆盖率'", 5), NULL },
  { "level2-misfiled", 1, ROW ("name = '发证及时率', value_text = '=100%'", 2), NULL },
  { "level2-misfiled", 1, ROW ("name = '家长满意度', value_text = '≥95%'", 2), NULL },
  { "level2-misfiled", 0, AS ("成本指标", "公用经费节约率", "≥5%"), NULL },
  { "level2-misfiled", 0, AS ("成本指标", "任务完成率", "≥5%"), NULL },
  { "level2-misfiled", 0, AS ("时效指标", "补助发放及时率", "=100%"), NULL },
  { "ecology-without-ecology", 1,
    ROW ("level2 = '生态效益指标', name = '促进就业环境发展', description = '工作环境'",
         5),
    NULL },
  { "ecology-without-ecology", 0,
    ROW ("level2 = '生态效益指标', name = '资源消耗', description = NULL", 5), NULL },
  { "ecology-without-ecology", 0,
    ROW ("level2 = '生态效益指标', name = '取暖满足环保标准'", 5), NULL },
  { "ecology-without-ecology", 0, ROW ("name = '促进就业'", 5), NULL },
  { "satisfaction-not-satisfaction", 1,
    ROW ("name = '持续发挥作用', description = '长期'", 6), NULL },
  { "satisfaction-not-satisfaction", 0,
    ROW ("name = '服务质量', description = '群众满意情况'", 6), NULL },
  { "satisfaction-not-satisfaction", 0, ROW ("name = '持续发挥作用'", 5), NULL },
  { "rate-under-quantity", 1, AS ("数量指标", "目标人群覆盖率", "=100%"), NULL },
  { "rate-under-quantity", 0, AS ("数量指标", "改善程度", "完成"), NULL },
  { "time-without-time", 1,
    ROW ("name = '服务的完整度', description = '服务', value_text = '促进就业'", 3),
    NULL },
  { "time-without-time", 0,
    ROW ("name = '装备采购', description = '采购', value_text = '2024年8月底前'", 3),
    NULL },
  { "time-without-time", 0,
    ROW ("name = '装备采购', description = '采购', value_text = '及时完成'", 3), NULL },
  { "missing-required-level2", 1, "DELETE FROM indicator WHERE id = 1", NULL },
  { "missing-required-level2", 2, "DELETE FROM indicator WHERE id IN (1, 2)", NULL },
  { "missing-required-level2", 0, "DELETE FROM indicator WHERE id IN (4, 5)", NULL },
  { "missing-benefit", 1, "DELETE FROM indicator WHERE id = 5", NULL },
  { "missing-benefit", 0, ROW ("level2 = '生态效益指标'", 5), NULL },
  { "missing-benefit", 0, ROW ("level1 = '效果指标', level2 = '其他效益'", 5), NULL },
  { "missing-satisfaction", 1, "DELETE FROM indicator WHERE id = 6", NULL },
  { "missing-satisfaction", 0, ROW ("level2 = '群众满意度'", 6), NULL },
  { "missing-time", 1, "DELETE FROM indicator WHERE id = 3", NULL },
  { "missing-time", 0, "DELETE FROM indicator WHERE id = 5", NULL },
  { "missing-cost", 1, "DELETE FROM indicator WHERE id = 4", NULL },
  { "missing-cost", 0, "DELETE FROM indicator WHERE id IN (4, 10, 16)", NULL },
  { "missing-cost", 0, ROW ("level1 = '成本指标', level2 = '经济成本指标'", 4), NULL },
  { "name-repeats-level2", 1, ROW ("name = '数量指标'", 1), NULL },
  { "name-repeats-level2", 1, ROW ("name = '经济效益指标'", 1), NULL },
  { "name-repeats-level2", 1, ROW ("level2 = '对象满意度', name = '对象满意度'", 6),
    NULL },
  { "name-repeats-level2", 0, ROW ("name = '服务对象满意度'", 6), NULL },
  { "name-repeats-level2", 0, ROW ("name = NULL", 1), NULL },
  { "description-repeats-name", 1, ROW ("description = '培训 人数'", 1), NULL },
  { "description-repeats-name", 0, ROW ("description = NULL", 1), NULL },
  { "description-repeats-name", 0, ROW ("description = '', name = ''", 1), NULL },
  { "duplicate-name-within-project", 1, ROW ("name = '培训人数'", 5), NULL },
  { "duplicate-name-within-project", 2,
    "UPDATE indicator SET name = '影响' WHERE id IN (1, 3, 5)", NULL },
  { "duplicate-name-within-project", 0, ROW ("name = '培训人数'", 7), NULL },
  { "duplicate-name-within-project", 0,
    "UPDATE indicator SET name = NULL WHERE id IN (1, 2)", NULL },
  { "duplicate-name-within-project", 0,
    "INSERT INTO project (id, document_id, kind, ordinal) VALUES (9, 1, 'overall', 1); "
    "INSERT INTO indicator (project_id, ordinal, name) VALUES (9, 1, '稳定'), (9, 2, "
    "'稳定')",
    NULL },
  { "name-is-a-value", 1, ROW ("name = '三所'", 1), NULL },
  { "name-is-a-value", 1, ROW ("name = '20人'", 1), NULL },
  { "name-is-a-value", 0, ROW ("name = '65岁以上老人数'", 1), NULL },
  { "name-is-a-value", 0, ROW ("name = '一次性补贴'", 1), NULL },
  { "name-too-long", 1,
    ROW ("name = "
         "'按照国家有关政策规定及时足额发放城乡居民基本养老保险待遇并做好资格认证工作'",
         1),
    NULL },
  { "name-too-long", 0,
    ROW ("name = '按照国家有关政策规定及时足额发放城乡居民基本养老保险待遇'", 1),
    NULL },
  { "criterion-without-deduction", 1, ROW ("criterion = '满意度达95%以上'", 6), NULL },
  { "criterion-without-deduction", 0, ROW ("criterion = ''", 6), NULL },
  { "criterion-without-deduction", 0, ROW ("criterion = '不满意为扣分项'", 6), NULL },
  { "basis-vague", 1, ROW ("basis = '工作 经验'", 1), NULL },
  { "basis-vague", 0, ROW ("basis = '2023年招投标经验'", 1), NULL },
  { "basis-vague", 0, ROW ("basis = '合同约定'", 1), NULL },
  { "basis-vague", 0, ROW ("basis = '行业标准'", 1), NULL },
  { "repeated-phrase", 1, ROW ("description = '基础养老金养老金发放到位数'", 1), NULL },
  { "repeated-phrase", 1, PROJECT ("purpose = '用于提升学校提升学校条件'", 1), NULL },
  { "repeated-phrase", 0, ROW ("description = '的的、、生生'", 1), NULL },
  { "repeated-phrase", 0, ROW ("description = '养老金，养老金'", 1), NULL },
  { "code-missing", 1, PROJECT ("code = NULL", 1), "warning" },
  { "code-missing", 1, "UPDATE project SET code = NULL", "hint" },
  { "code-missing", 1, PROJECT ("code = '————'", 1), NULL },
  { "code-missing", 0, PROJECT ("code = '316-1201-JBN-WMEB'", 1), NULL },
  { "code-duplicate", 2,
    "UPDATE project SET code = '130201234CT8ZK2QW7NBH ' WHERE id = 1", NULL },
  { "code-duplicate", 0, "UPDATE project SET code = NULL", NULL },
  { "code-duplicate", 0, "UPDATE project SET code = '——'", NULL },
  { "code-legacy-format", 1, PROJECT ("code = '323-0804-YXN-8B8X'", 1), NULL },
  { "code-legacy-format", 0, PROJECT ("code = '13028121N3W77VQSNRSLF'", 1), NULL },
  { "code-legacy-format", 0, PROJECT ("code = ''", 1), NULL },
  { "code-check-character", 1, PROJECT ("code = '13081122P00799110003Y'", 1), NULL },
  { "code-check-character", 0, PROJECT ("code = '13081122P00799110002Y'", 1), NULL },
  { "code-check-character", 0, PROJECT ("code = '13028121N3W77VQSNRSLF'", 1), NULL },
  { "name-mismatch", 1, PROJECT ("heading = '1、职业技能提升绩效目标表'", 1),
    "warning" },
  { "name-mismatch", 1, PROJECT ("heading = '1、职业技能培训补助绩效目标表'", 1),
    "hint" },
  { "name-mismatch", 1, PROJECT ("title_row_name = '职业技能训练'", 1), "warning" },
  { "name-mismatch", 0, PROJECT ("heading = '8、 职业 技能培训预算项目绩效表'", 1),
    NULL },
  { "name-mismatch", 0,
    PROJECT ("heading = '1、9村村民就业项目绩效目标表', title_row_name = NULL, name = "
             "'9村村民就业项目'",
             1),
    NULL },
  { "name-mismatch", 0,
    PROJECT ("heading = '9村村民就业项目绩效目标表', title_row_name = NULL, name = "
             "'9村村民就业'",
             1),
    NULL },
  { "name-mismatch", 0, PROJECT ("heading = '预算项目绩效表'", 1), NULL },
  { "name-mismatch", 0, PROJECT ("heading = NULL", 1), NULL },
  { "list-name-mismatch", 1,
    "UPDATE catalogue_entry SET text = '2、2024年创业孵化基地补助绩效目标表' WHERE "
    "ordinal = 3",
    NULL },
  { "list-name-mismatch", 0,
    "UPDATE catalogue_entry SET text = '2、2023年预计创业孵化补助绩效目标表' WHERE "
    "ordinal = 3",
    NULL },
  { "list-name-mismatch", 0,
    "UPDATE catalogue_entry SET text = ordinal - 1 || '、主题' || ordinal WHERE "
    "is_part = 0",
    NULL },
  { "list-name-mismatch", 1,
    "DELETE FROM catalogue_entry; INSERT INTO sub_goal (document_id, ordinal, title) "
    "VALUES (1, 1, '职业技能培训'), (1, 2, '创业孵化'), (1, 3, '就业援助服务')",
    NULL },
  { "list-name-mismatch", 0,
    "DELETE FROM catalogue_entry; INSERT INTO sub_goal (document_id, ordinal, title) "
    "VALUES (1, 1, '稳定就业形势'), (1, 2, '做好社会保障'), (1, 3, '就业援助服务'), "
    "(1, 4, '职业技能培训')",
    NULL },
  { "document-year-missing", 1, "UPDATE document SET year_is_printed = 0", NULL },
  { "document-year-missing", 0, "UPDATE document SET title = NULL", NULL },
  { "plan-blank-cell", 1, PLAN ("", "50", "75", "100"), NULL },
  { "plan-blank-cell", 1, PLAN ("", "", "", "100%"), NULL },
  { "plan-blank-cell", 0, PLAN ("0", "50", "75", "100"), NULL },
  { "plan-all-in-last-period", 1, PLAN ("0", "0", "0", "100"), "hint" },
  { "plan-all-in-last-period", 1, PLAN ("", "", "", "100%"), "hint" },
  { "plan-all-in-last-period", 1,
    PLAN ("0", "0", "0",
          "100") "; UPDATE indicator SET name = '待遇按月发放' WHERE id = 3",
    "warning" },
  { "plan-all-in-last-period", 0, PLAN ("0%", "10%", "10%", "100%"), NULL },
  { "plan-all-in-last-period", 0, PLAN ("0%", "0%", "100%", "100%"), NULL },
  { "plan-mixed-percent", 1, PLAN ("0", "0%", "0%", "100%"), NULL },
  { "plan-mixed-percent", 0, PLAN ("0", "0", "50", "100"), NULL },
  { "plan-mixed-percent", 0, PLAN ("", "", "", "100%"), NULL },
  { "plan-label-differs", 1,
    "UPDATE plan_point SET label = ordinal * 3 || '月底' WHERE project_id = 2", NULL },
  { "plan-label-differs", 0, "UPDATE plan_point SET label = ordinal * 3 || '月底'",
    NULL },
  { "plan-identical-everywhere", 1,
    "WITH RECURSIVE n (i) AS (SELECT 4 UNION ALL SELECT i + 1 FROM n WHERE i < 10) "
    "INSERT INTO project (id, document_id, ordinal, name) SELECT i, 1, i, '项目' || i "
    "FROM n; DELETE FROM plan_point; INSERT INTO plan_point (project_id, ordinal, "
    "label, percent_text, percent_e6) SELECT p.id, 1, '6月底', '60%', 60000000 FROM "
    "project p UNION ALL SELECT p.id, 2, '12月底', '100%', 100000000 FROM project p",
    NULL },
  { "plan-identical-everywhere", 0,
    "WITH RECURSIVE n (i) AS (SELECT 4 UNION ALL SELECT i + 1 FROM n WHERE i < 9) "
    "INSERT INTO project (id, document_id, ordinal, name) SELECT i, 1, i, '项目' || i "
    "FROM n; DELETE FROM plan_point; INSERT INTO plan_point (project_id, ordinal, "
    "label, percent_text, percent_e6) SELECT p.id, 1, '6月底', '60%', 60000000 FROM "
    "project p UNION ALL SELECT p.id, 2, '12月底', '100%', 100000000 FROM project p",
    NULL },
  { "plan-identical-everywhere", 0,
    "WITH RECURSIVE n (i) AS (SELECT 4 UNION ALL SELECT i + 1 FROM n WHERE i < 10) "
    "INSERT INTO project (id, document_id, ordinal, name) SELECT i, 1, i, '项目' || i "
    "FROM n; DELETE FROM plan_point; INSERT INTO plan_point (project_id, ordinal, "
    "label, percent_text, percent_e6) SELECT p.id, 1, '6月底', '60%', 60000000 FROM "
    "project p UNION ALL SELECT p.id, 2, '12月底', '100%', 100000000 FROM project p; "
    "UPDATE plan_point SET percent_e6 = 50000000 WHERE project_id = 1 AND ordinal = 1",
    NULL },
  { "plan-not-cumulative", 1, PLAN ("25", "20", "75", "100"), NULL },
  { "plan-not-cumulative", 1, PLAN ("25%", "", "20%", "100%"), NULL },
  { "plan-not-cumulative", 0, PLAN ("2%", "5%", "50%", "100%"), NULL },
  { "plan-not-cumulative", 0, PLAN ("25", "25", "25", "100"), NULL },
  { "plan-not-100", 1, PLAN ("25", "50", "75", "95"), NULL },
  { "plan-not-100", 0, PLAN ("25", "50", "75", ""), NULL },
  { "goal-not-a-statement", 1, "UPDATE goal SET text = '及时支付率' WHERE id = 1",
    NULL },
  { "goal-not-a-statement", 1, "UPDATE goal SET text = '职业技能培训。' WHERE id = 1",
    NULL },
  { "goal-not-a-statement", 1, "UPDATE goal SET text = '做好' WHERE id = 1", NULL },
  { "goal-not-a-statement", 0, "UPDATE goal SET text = '提高工作效率。' WHERE id = 1",
    NULL },
  { "goal-not-a-statement", 0, "UPDATE goal SET text = '开展便民服务' WHERE id = 1",
    NULL },
  { "goal-duplicate-within-project", 1,
    "UPDATE goal SET text = '完成率' WHERE project_id = 1", NULL },
  { "goal-duplicate-within-project", 0,
    "UPDATE goal SET text = '完成率' WHERE id IN (1, 3)", NULL },
  { "goal-copied", 2,
    "UPDATE goal SET text = '全面建成公平可持续的制度。' WHERE id IN (3, 4)",
    "warning" },
  { "goal-copied", 2,
    "UPDATE goal SET text = '全面建成公平可持续的制度。' WHERE id IN (1, 3); INSERT "
    "INTO goal (project_id, ordinal, text) VALUES (2, 2, '另有自己的一条绩效目标。')",
    "hint" },
  { "goal-copied", 1,
    "UPDATE goal SET text = '为困难家庭的生活提供可靠保障，使其体会政府的关怀和帮助。' "
    "WHERE id = 3; UPDATE goal SET text = "
    "'足额发放补助。为困难家庭的生活提供可靠保障，使其体会政府的关怀和帮助。' WHERE id "
    "= 4",
    NULL },
  { "goal-copied", 0, "UPDATE goal SET text = '保障正常运转' WHERE id IN (3, 4)",
    NULL },
  { "goal-copied", 0, "UPDATE goal SET text = '完成率' WHERE project_id = 1", NULL },
  { "purpose-copied", 1,
    "UPDATE project SET purpose = '用于落实单位应缴的职业年金和个人账户的全部利息。' "
    "WHERE id = 1; UPDATE project SET purpose = "
    "'主要落实单位应缴的职业年金和个人账户的全部利息，及其他。' WHERE id = 3",
    NULL },
  { "purpose-copied", 1,
    "UPDATE project SET purpose = '用于落实单位应缴的职业年金和个人账户的全部利息。' "
    "WHERE id < 3",
    NULL },
  { "purpose-copied", 0,
    "UPDATE project SET purpose = '用于落实《关于机关事业单位职业年金的暂行办法》。' "
    "WHERE id < 3",
    NULL },
  { "purpose-copied", 0,
    "UPDATE project SET purpose = '为大学毕业生和退伍军人创业提供场地。' WHERE id = 1; "
    "UPDATE project SET purpose = '补助大学毕业生和退伍军人创业的企业。' WHERE id = 3",
    NULL },
  { "indicator-set-cloned", 1,
    "UPDATE indicator SET (level1, level2, name, description, value_text) = (SELECT "
    "level1, level2, name, description, value_text FROM indicator o WHERE o.id = "
    "indicator.id - 6) WHERE id BETWEEN 7 AND 10",
    NULL },
  { "indicator-set-cloned", 0,
    "UPDATE indicator SET (level1, level2, name, description, value_text) = (SELECT "
    "level1, level2, name, description, value_text FROM indicator o WHERE o.id = "
    "indicator.id - 6) WHERE id BETWEEN 7 AND 9",
    NULL },
  { "indicator-set-cloned", 0,
    "UPDATE indicator SET name = (SELECT name FROM indicator o WHERE o.id = "
    "indicator.id - 6) WHERE id BETWEEN 7 AND 12",
    NULL },
  { "uniform-targets", 1,
    "UPDATE indicator SET value_text = '≥90%' WHERE id BETWEEN 1 AND 5", NULL },
  { "uniform-targets", 0,
    "UPDATE indicator SET value_text = '≥90%' WHERE id BETWEEN 1 AND 3", NULL },
  { "other-year-mentioned", 1, ROW ("description = '2021 年个人缴费标准'", 1), NULL },
  { "other-year-mentioned", 1, PROJECT ("purpose = '2023年的培训'", 1), NULL },
  { "other-year-mentioned", 1, "UPDATE goal SET text = '完成2022年任务' WHERE id = 1",
    NULL },
  { "other-year-mentioned", 1, VALUE ("2023年12月底前", 3), NULL },
  { "other-year-mentioned", 1, PROJECT ("name = '2021年度奖励', heading = NULL", 1),
    NULL },
  { "other-year-mentioned", 0,
    ROW ("description = '以2023年为依据，推算2024年支出'", 1), NULL },
  { "other-year-mentioned", 0, ROW ("basis = '2020年通知'", 1), NULL },
  { "other-year-mentioned", 0, ROW ("description = '冀财社【2021】192号'", 1), NULL },
  { "other-year-mentioned", 0, ROW ("description = '依据《2021年工作意见》'", 1),
    NULL },
  { "other-year-mentioned", 0, ROW ("description = '2021-2025年规划'", 1), NULL },
  { "other-year-mentioned", 0, ROW ("description = '自2018年以来'", 1), NULL },
  { "other-year-mentioned", 0,
    "UPDATE document SET year_is_printed = 0; UPDATE indicator SET description = "
    "'2014年10月至2020年12月' WHERE id = 1",
    NULL },
  { "other-year-mentioned", 1,
    "UPDATE procurement SET statement = '2023年，安排政府采购预算0万元。'", NULL },
  { "other-year-mentioned", 0,
    "INSERT INTO overall_goal (document_id, ordinal, text) VALUES (1, 1, "
    "'完成2023年度评审')",
    NULL },
  { "doc-number-mismatch", 1,
    "UPDATE project SET name = '冀财社【2021】192号补助', heading = NULL, "
    "title_row_name = NULL WHERE id = 1; UPDATE indicator SET basis = "
    "'冀财社[2020]190号' WHERE id = 1",
    NULL },
  { "doc-number-mismatch", 0,
    "UPDATE project SET name = '冀财社【2021】192号补助', heading = NULL, "
    "title_row_name = NULL WHERE id = 1; UPDATE indicator SET basis = "
    "'根据冀财社〔2021〕192 号' WHERE id = 1",
    NULL },
  { "doc-number-mismatch", 0,
    "UPDATE project SET name = '冀财社【2021】192号补助', heading = NULL, "
    "title_row_name = NULL WHERE id = 1; UPDATE indicator SET basis = "
    "'唐人社字〔2013〕59号' WHERE id = 1",
    NULL },
  { "doc-number-style", 1, ROW ("basis = '冀人社【2019】88号'", 1), NULL },
  { "doc-number-style", 1,
    "UPDATE indicator SET basis = '唐政发[2021]5号' WHERE id < 4", NULL },
  { "doc-number-style", 0, ROW ("basis = '冀人社〔2019〕88号'", 1), NULL },
  { "doc-number-style", 0, ROW ("description = '（2024）年'", 1), NULL },
  { "doc-issuer-variant", 1,
    "UPDATE indicator SET basis = '承人社社〔2020〕275号' WHERE id = 1; UPDATE "
    "indicator SET basis = '按承人社字〔2020〕275号要求' WHERE id = 8",
    NULL },
  { "doc-issuer-variant", 0,
    "UPDATE indicator SET basis = '承医保字〔2020〕80号' WHERE id = 1; UPDATE "
    "indicator SET basis = '承医保字〔2020〕83号' WHERE id = 8",
    NULL },
  { "doc-issuer-variant", 0,
    "UPDATE indicator SET basis = '冀人社〔2019〕88号' WHERE id = 1; UPDATE indicator "
    "SET basis = '唐人社字〔2019〕88号' WHERE id = 8",
    NULL },
  { "doc-issuer-variant", 0,
    "UPDATE indicator SET basis = '按承人社字〔2020〕275号' WHERE id = 1; UPDATE "
    "indicator SET basis = '根据承人社字〔2020〕275号' WHERE id = 8",
    NULL },
  { "embedded-space", 1, ROW ("name = '学员就 业率'", 5), NULL },
  { "embedded-space", 2,
    ROW ("description = '参加培训 的学员', basis = '人社局　文件'", 1), NULL },
  { "embedded-space", 1, PROJECT ("purpose = '用于培训班的 师资。'", 1), NULL },
  { "embedded-space", 1,
    "UPDATE goal SET text = '扶持20家新办企 业起步。' WHERE id = 3", NULL },
  { "embedded-space", 0, ROW ("basis = '人社厅发 〔2023〕12 号'", 1), NULL },
  { "embedded-space", 0, ROW ("description = '购置 Windows 系统的学员'", 1), NULL },
  { "field-code-residue", 1,
    PROJECT ("heading = '1、职业技能培训 TC \"职业技能培训\" \\f C \\l 1'", 1), NULL },
  { "field-code-residue", 1, ROW ("description = '参加培训的学员[bookmark: x]'", 1),
    NULL },
  { "field-code-residue", 1, "UPDATE goal SET text = '见 PAGEREF _Toc123' WHERE id = 1",
    NULL },
  { "field-code-residue", 0, ROW ("description = '按TC标准参加培训的学员'", 1), NULL },
  { "typo", 1, ROW ("description = '服务对像是参加培训的学员'", 1), NULL },
  { "typo", 1, PROJECT ("purpose = '及时拔付培训班的师资、场地和教材费用。'", 1),
    NULL },
  { "typo", 1, "UPDATE goal SET text = '提高学员的就业能力。。' WHERE id = 2", NULL },
  { "typo", 0, ROW ("description = '由综合部处理的学员'", 1), NULL },
  { "typo", 1,
    "INSERT INTO word (list, word, meaning) VALUES ('typo', '参加陪训', "
    "'参加培训'); " ROW ("description = '参加陪训的学员'", 1),
    NULL },
  { "operator-in-words", 1, VALUE ("大于等于95%", 2), "hint" },
  { "operator-in-words", 1, VALUE ("90%以上", 6), NULL },
  { "operator-in-words", 1,
    ROW ("operator_text = '不低于', value_text = '95', unit_text = '%'", 2), NULL },
  { "operator-in-words", 0,
    ROW ("operator_text = '>=', value_text = '95', unit_text = '%'", 2), NULL },
  { "operator-in-words", 0, VALUE ("30日内", 15), NULL },
  { "operator-in-words", 0, VALUE ("达到95%", 2), NULL },
  { "vague-wording", 1,
    "UPDATE goal SET text = '进一步提高学员的就业能力。' WHERE id = 2", "hint" },
  { "vague-wording", 1, VALUE ("明显改善", 17), NULL },
  { "vague-wording", 1, ROW ("description = '学员生活明显改善', value_text = '是'", 5),
    NULL },
  { "vague-wording", 0,
    "UPDATE goal SET text = '进一步提高学员的就业能力，带动300人就业。' WHERE id = 2",
    NULL },
  { "vague-wording", 0, ROW ("description = '学员生活明显改善'", 5), NULL },
  { "goal-not-measured", 1,
    "UPDATE goal SET text = '完成300名学员的技能培训，杜绝冒领养老金。' WHERE id = 1",
    "hint" },
  { "goal-not-measured", 1,
    "UPDATE goal SET text = '杜绝冒领养老金；清理僵尸账户。' WHERE id = 1", NULL },
  { "goal-not-measured", 0,
    "UPDATE goal SET text = '学员持证上岗，进一步加强管理。' WHERE id = 1", NULL },
  { "goal-not-measured", 0,
    "INSERT INTO goal (project_id, ordinal, text) VALUES (1, 3, '教学相长')", NULL },
  { "target-not-in-goal", 1,
    ROW ("name = '审批地块数量', description = '报批的宗地'", 1), "hint" },
  { "target-not-in-goal", 0, ROW ("name = '教材套数', description = '印制的册子'", 1),
    NULL },
  { "target-not-in-goal", 0,
    ROW ("level2 = '质量指标', name = '审批地块完好', description = '报批的宗地'", 1),
    NULL },
  { "code-zeros-lost", 1,
    PROJECT ("code = '7-1201-JBN-WMEB', title_row_code = '007-1201-JBN-WMEB'", 1),
    "warning" },
  { "code-zeros-lost", 1,
    "INSERT INTO unit (id, department_id, code, name) VALUES (7, 1, '007', "
    "'培训中心'); " PROJECT ("code = '7-1201-JBN-WMEB', unit_id = 7", 1),
    NULL },
  { "code-zeros-lost", 1,
    "INSERT INTO document (id, department_id, fiscal_year, form_id) VALUES (2, 1, "
    "2023, 'zunhua');"
    "INSERT INTO project (document_id, ordinal, code, name) VALUES (2, 1, "
    "'07-1201-JBN-WMEB', '职业技能培训'); " PROJECT ("code = '7-1201-JBN-WMEB'", 1),
    NULL },
  { "code-zeros-lost", 0,
    "INSERT INTO unit (id, department_id, code, name) VALUES (7, 1, '007', "
    "'培训中心'); " PROJECT ("code = '71-1201-JBN-WMEB', unit_id = 7", 1),
    NULL },
  { "code-zeros-lost", 0,
    PROJECT ("code = '7-1201-JBN-WMEB', title_row_code = '17-1201-JBN-WMEB'", 1),
    NULL },
  { "heading-number-mismatch", 1,
    PROJECT ("heading = '5、创业孵化补助预算项目绩效表'", 2), NULL },
  { "heading-number-mismatch", 1,
    PROJECT ("heading = '2、职业技能培训项目绩效目标表'", 1), NULL },
  { "heading-number-mismatch", 0,
    PROJECT ("heading = '1、创业孵化补助预算项目绩效表'", 2), NULL },
  { "heading-number-mismatch", 0,
    PROJECT ("heading = '7、就业援助服务绩效目标表'", 3) "; " PROJECT ("heading = NULL",
                                                                       2),
    NULL },
  { "heading-number-mismatch", 1, /* cut out of a larger text */
    "INSERT INTO source VALUES (9, 1, NULL, 'a.txt', "
    "printf('%064d', 0), x'');"
    "INSERT INTO provenance (source_id, table_name, row_id, column_name, block, words)"
    "  SELECT 9, 'project', id, 'heading', 0, heading || ' TC 12、绩效目标表 \\f C \\l "
    "1'"
    "  FROM project WHERE kind = 'project' AND ordinal = 1" },
  { "heading-number-mismatch", 0,
    "INSERT INTO source VALUES (9, 1, NULL, 'a.txt', "
    "printf('%064d', 0), x'');"
    "INSERT INTO provenance (source_id, table_name, row_id, column_name, block, words)"
    "  SELECT 9, 'project', id, 'heading', 0, heading || ' TC \"1、绩效目标表\" \\f C "
    "\\l 1'"
    "  FROM project WHERE kind = 'project' AND ordinal = 1" },
  { "overall-target-differs", 1, OVERALL ("≥280人"), "warning" },
  { "overall-target-differs", 1, OVERALL ("≥350人"), "hint" },
  { "overall-target-differs", 0, OVERALL ("≥300人"), NULL },
  { "overall-target-differs", 0, OVERALL ("≥280人次"), NULL },
  { "overall-target-differs", 0, OVERALL ("≥600人") "; " ROW ("name = '培训人数'", 11),
    NULL },
};

const gsize n_project_cases = G_N_ELEMENTS (project_cases);
