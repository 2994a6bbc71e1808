/* tests/near-misses.c — what is unusual in a sound document, and right. */

#include "tests/near-misses.h"

#define ROW(set, id) "UPDATE indicator SET " set " WHERE id = " #id

const NearMiss near_misses[] = {
  { "a cost of the whole is at most the budget",
    ROW ("name = '项目总成本', value_text = '≤100万元', description = '培训全部支出'",
         4) },
  { "the same in 元",
    ROW ("name = '项目总成本', value_text = '≤1000000元', description = '培训全部支出'",
         4) },
  { "the same in three cells",
    ROW ("name = '培训总成本', operator_text = '≤', value_text = '100', unit_text = "
         "'万元', description = '全年培训支出'",
         4) },
  { "a part of the costs",
    ROW ("name = '师资费用', value_text = '≤40万元', description = '支付教师课酬'",
         4) },
  { "no complaints",
    ROW ("name = '有效投诉数', value_text = '=0件', description = '培训期间受理的投诉'",
         2) },
  { "no accidents",
    ROW ("name = '安全事故数', value_text = '=0起', description = '培训期间的安全事故'",
         2) },
  { "no errors",
    ROW ("name = '发放差错率', value_text = '=0%', description = '差错笔数占比'", 2) },
  { "a rate that should be low", ROW ("name = '超期率', value_text = '≤5%'", 2) },
  { "a day", ROW ("name = '完成时间', value_text = '2024年12月31日前', description = "
                  "'全部班次结束的时间'",
                  3) },
  { "the end of a month",
    ROW ("name = '开班时间', value_text = '2024年6月底前', description = '第一期开班'",
         3) },
  { "working days", ROW ("name = '证书发放时限', value_text = '≤15个工作日', "
                         "description = '自考核通过起'",
                         3) },
  { "a range", ROW ("value_text = '300-320人'", 1) },
  { "a range in words", ROW ("value_text = '300至320人'", 1) },
  { "growth above 100%", ROW ("level2 = '经济效益指标', name = '产值增长率', "
                              "value_text = '≥120%', description = '比上年增长的比例'",
                              5) },
  { "a multiple", ROW ("level2 = '经济效益指标', name = '产值提升倍数', value_text = "
                       "'≥2倍', description = '与上年之比'",
                       5) },
  { "per mille",
    ROW ("name = '差错率', value_text = '≤1‰', description = '差错笔数占比'", 2) },
  { "percentage points", ROW ("name = '就业率提高幅度', value_text = '≥3个百分点', "
                              "description = '比上年提高'",
                              5) },
  { "ten thousand people", ROW ("name = '服务人次', value_text = '≥1.2万人次', "
                                "description = '参加线上培训的学员'",
                                1) },
  { "ten thousand characters",
    ROW ("name = '教材字数', value_text = '≥15万字', description = '编写教材'", 1) },
  { "square metres", ROW ("name = '场地面积', value_text = '=13590.2平方米', "
                          "description = '租用培训场地'",
                          1) },
  { "points of satisfaction",
    ROW ("value_text = '≥90分', description = '问卷平均得分，反映满意程度'", 6) },
  { "a basis of an earlier year", ROW ("basis = '人社厅发〔2019〕12号'", 1) },
  { "a title with an earlier year",
    ROW ("basis = '《2021年职业技能提升行动方案》'", 1) },
  { "last year beside this year",
    ROW ("description = '2023年完成280人，2024年计划增加'", 1) },
  { "a five-year plan", "UPDATE project SET purpose = "
                        "'按照《“十四五”职业技能培训规划（2021—2025年）》，用于培训班的"
                        "师资、场地和教材。' WHERE id = 1" },
  { "two years", "UPDATE project SET purpose = "
                 "'用于2023年至2024年培训班的师资、场地和教材。' WHERE id = 1" },
  { "the bounds of the fiscal year",
    "UPDATE project SET purpose = "
    "'用于2024年1月1日至2024年12月31日培训班的师资、场地和教材。' WHERE id = 1" },
  { "a school year", "UPDATE project SET purpose = "
                     "'用于2023—2024学年度培训班的师资、场地和教材。' WHERE id = 1" },
  { "checkpoints of 3, 6, 10 and 12 months",
    "UPDATE plan_point SET label = CASE ordinal WHEN 1 THEN '3月底' WHEN 2 THEN "
    "'6月底' WHEN 3 THEN '10月底' ELSE '12月底' END" },
  { "a plan that begins late",
    "UPDATE plan_point SET percent_text = CASE ordinal WHEN 3 THEN '50%' WHEN 4 THEN "
    "'100%' ELSE '0%' END, percent_e6 = CASE ordinal WHEN 3 THEN 50000000 WHEN 4 THEN "
    "100000000 ELSE 0 END WHERE project_id = 1" },
  { "a plan that ends early", "UPDATE plan_point SET percent_text = '100%', percent_e6 "
                              "= 100000000 WHERE project_id = 1" },
  { "a budget of zero",
    "UPDATE project SET amount_text = '0', amount_fen = 0 WHERE id = 1; UPDATE funding "
    "SET amount_text = '0', amount_fen = 0 WHERE project_id = 1; UPDATE approval SET "
    "project_fen = 295000000" },
  { "no other funds", "INSERT INTO funding (project_id, ordinal, source, amount_text, "
                      "amount_fen) VALUES (1, 2, 'other', '0.00', 0)" },
  { "one project", "DELETE FROM project WHERE id > 1; DELETE FROM catalogue_entry "
                   "WHERE ordinal > 2; UPDATE approval SET project_fen = 100000000" },
  { "no approval", "DELETE FROM approval" },
  { "a price",
    ROW ("name = '教材单价', value_text = '≤45元/本', description = '每本教材的价格'",
         4) },
  { "a standard at least", ROW ("name = '最低补助标准', value_text = '≥800元/人', "
                                "description = '国家规定的最低标准'",
                                4) },
  { "a formula", ROW ("description = '培训合格率＝考核合格人数÷参训人数×100%'", 2) },
  { "a unit in the name", ROW ("name = '培训人数（人）'", 1) },
  { "% in the name", ROW ("name = '培训合格率（%）'", 2) },
  { "deaths that are paid for",
    "UPDATE indicator SET name = '死亡抚恤人数', value_text = '≥12人', description = "
    "'领取抚恤金的遗属' WHERE id = 1; UPDATE goal SET text = "
    "'向12名遗属发放死亡抚恤金。' WHERE id = 1" },
  { "less energy", ROW ("level2 = '生态效益指标', name = '能耗下降率', value_text = "
                        "'≥5%', description = '单位能耗比上年下降的比例'",
                        5) },
  { "complaints that are settled",
    ROW ("name = '投诉办结率', value_text = '≥98%', description = '按期办结的投诉占比'",
         2) },
  { "unemployed that are taught", ROW ("name = '培训失业人员人数', value_text = "
                                       "'≥100人', description = '参加培训的失业人员'",
                                       1) },
  { "the time of counting costs", ROW ("name = '成本核算及时率', value_text = '=100%', "
                                       "description = '每期结束后一个月内完成成本核算'",
                                       3) },
  { "investment that follows",
    ROW ("level2 = '经济效益指标', name = '撬动社会投资金额', value_text = '≥500万元', "
         "description = '企业配套投入的资金'",
         5) },
  { "loans", "UPDATE indicator SET name = '发放小额贷款金额', value_text = "
             "'≥2000万元', description = '合作银行发放的贷款' WHERE id = 1; UPDATE "
             "goal SET text = '支持小额贷款发放，培训300人。' WHERE id = 1" },
  { "a cost of the new frame",
    ROW ("level1 = '成本指标', level2 = '社会成本指标', name = '学员误工天数', "
         "value_text = '≤5天', description = '参加培训占用的工作日'",
         4) },
  { "a vague word beside a number", "UPDATE goal SET text = "
                                    "'完成300名学员的技能培训，考核合格率达到95%"
                                    "以上，进一步提高就业率到60%。' WHERE id = 1" },
  { "a double character", ROW ("description = '人人参与、天天打卡的学员占比'", 2) },
  { "a vague word in a term",
    ROW ("name = '良好农业规范认证通过率', value_text = '≥90%', description = "
         "'通过良好农业规范认证的基地占比'",
         2) },
  { "a standard for years",
    ROW ("level2 = '可持续影响指标', name = '管护标准年限', value_text = '≥5年', "
         "description = '按管护标准执行的年数'",
         5) },
  { "a basis of another unit", ROW ("basis = '每人补助1200元'", 1) },
  { "a basis that tells of the past", ROW ("basis = '近三年合格率均在93%以上'", 2) },
  { "points in steps",
    ROW ("criterion = '达到90%以上得10分，80%—90%得6分，80%以下不得分'", 6) },
  { "a yes",
    ROW ("name = '是否通过验收', value_text = '是', description = '验收结论'", 2) },
  { "a policy that two purposes quote",
    "UPDATE project SET purpose = "
    "'根据《河北省人力资源和社会保障厅关于印发进一步做好职业技能培训工作的通知》（冀人"
    "社字〔2023〕12号），用于培训班的师资、场地和教材。' WHERE id = 1;UPDATE project "
    "SET purpose = "
    "'根据《河北省人力资源和社会保障厅关于印发进一步做好职业技能培训工作的通知》（冀人"
    "社字〔2023〕12号），补贴入驻企业的房租和水电。' WHERE id = 2" },
  { "numbers of documents that two purposes quote",
    "UPDATE project SET purpose = "
    "'依据冀人社字〔2023〕12号、冀财社〔2023〕5号，用于培训班的师资、场地和教材。' "
    "WHERE id = 1;UPDATE project SET purpose = "
    "'依据冀人社字〔2023〕12号、冀财社〔2023〕5号，补贴入驻企业的房租和水电。' WHERE "
    "id = 2" },
  { "two projects of the same amount",
    "UPDATE project SET amount_text = '100', amount_fen=100000000 WHERE id = 2; UPDATE "
    "funding SET amount_text = '95', amount_fen=95000000 WHERE project_id=2 AND "
    "ordinal=1; UPDATE approval SET project_fen=460000000" },
  { "a figure that is another budget, with its unit",
    ROW ("value_text = '≥260人'", 1) },
  { "a rate of 100% beside a budget of 100", ROW ("value_text = '=100%'", 2) },
  { "people as many as the budget", ROW ("value_text = '≥100人'", 1) },
  { "a price as high as the budget",
    ROW ("name = '补助标准', value_text = '=100元/人', description = '每名学员'", 4) },
  { "half of ten thousand people",
    ROW ("name = '受益人数', value_text = '≥0.5万人', description = '培训后就业的学员'",
         5) },
  { "no growth", ROW ("level2 = '经济效益指标', name = '成本增长率', value_text = "
                      "'≤0%', description = '与上年相比'",
                      5) },
  { "negative growth", ROW ("level2 = '生态效益指标', name = '单位能耗增长率', "
                            "value_text = '≤-3%', description = '与上年相比'",
                            5) },
  { "degrees",
    ROW ("name = '室内温度', value_text = '≥18℃', description = '供暖期学校室内温度'",
         2) },
  { "so often a week",
    ROW (
        "name = '巡查频率', value_text = '≥1次/周', description = '每周巡查的时间安排'",
        3) },
  { "a day of each month", ROW ("name = '按月发放', value_text = '每月15日前', "
                                "description = '每月发放补贴的日期'",
                                3) },
  { "a day of each quarter", ROW ("name = '拨付时间', value_text = '每季度末月25日前', "
                                  "description = '拨付补贴的日期'",
                                  3) },
  { "a timely payment",
    ROW ("name = '发放及时性', value_text = '及时', description = '补贴及时发放到位'",
         3) },
  { "within the year",
    ROW ("name = '完成时间', value_text = '2024年内', description = '全部结业'", 3) },
  { "months of building",
    ROW ("name = '建设工期', value_text = '≤6个月', description = '装修工期的时间'",
         3) },
  { "years of use", ROW ("level2 = '可持续影响指标', name = '设备使用年限', value_text "
                         "= '≥8年', description = '设备可使用的年数'",
                         5) },
  { "ten thousand mu", "UPDATE indicator SET name = '管护面积', value_text = "
                       "'≥1.5万亩', description = '高标准农田' WHERE id = 1;UPDATE "
                       "goal SET text = '管护高标准农田1.5万亩。' WHERE id = 1" },
  { "kilometres", "UPDATE indicator SET name = '维修道路长度', value_text = "
                  "'≥12.6公里', description = '县乡道路' WHERE id = 1;UPDATE goal SET "
                  "text = '维修县乡道路12.6公里。' WHERE id = 1" },
  { "a unit with another in brackets",
    "UPDATE indicator SET name = '购置设备数量', value_text = '=23台（套）', "
    "description = '实训设备' WHERE id = 1;UPDATE goal SET text = "
    "'购置实训设备23台（套）。' WHERE id = 1" },
  { "a unit of two parts", ROW ("name = '生均公用经费标准', value_text = "
                                "'=720元/生·年', description = '国家定额'",
                                4) },
  { "money for a square metre", ROW ("name = '维修单价', value_text = '≤850元/平方米', "
                                     "description = '平均每平方米的造价'",
                                     4) },
  { "an upper limit", ROW ("name = '工程造价控制数', value_text = '≤98.5万元', "
                           "description = '评审后的造价'",
                           4) },
  { "money that is saved", ROW ("name = '采购节约金额', value_text = '≥2万元', "
                                "description = '低于预算标准的部分'",
                                4) },
  { "a wage of an earlier year as a basis",
    ROW ("basis = '2023年最低工资标准为2200元'", 4) },
  { "a basis of this year with the same number",
    ROW ("basis = '2024年培训计划300人'", 1) },
  { "a part of the people in the description",
    ROW ("description = '其中女性学员不少于100人'", 1) },
  { "the year in the name", ROW ("name = '2024年度培训人数'", 1) },
  { "a five-year plan in a goal",
    "UPDATE goal SET text = '落实“十四五”规划，2024年完成300名学员的技能培训。' WHERE "
    "id = 1" },
  { "a later year in a goal",
    "UPDATE goal SET text = "
    "'2024年完成300名学员的技能培训，到2025年培训体系基本建成。' WHERE id = 1" },
  { "money left from last year",
    "UPDATE project SET purpose = "
    "'上年结转资金，用于2023年度未结算的培训班尾款，2024年支付。' WHERE id = 1" },
  { "a code of the other kind",
    "UPDATE project SET code = '130201234CT8ZK2QW7NBX' WHERE id = 1" },
  { "a contract of an earlier year",
    "UPDATE project SET purpose = "
    "'依据2022年签订的三年期合同，支付2024年培训班的师资、场地和教材。' WHERE id = 1" },
  { "numbers that go on",
    "UPDATE project SET heading = '3、就业援助服务绩效目标表' WHERE id = 3" },
  { "contents with dots", "UPDATE catalogue_entry SET text = "
                          "'1．职业技能培训绩效目标表…………12' WHERE ordinal=2" },
  { "brackets of both widths",
    "UPDATE project SET name = '职业技能培训(市级)', heading = "
    "'1、职业技能培训（市级）绩效目标表', title_row_name = '职业技能培训（市级）' "
    "WHERE id = 1; UPDATE catalogue_entry SET text = "
    "'1、职业技能培训（市级）绩效目标表' WHERE ordinal=2" },
  { "two documents of one issuer",
    "UPDATE indicator SET basis = '冀人社字〔2023〕12号' WHERE id = 1;UPDATE indicator "
    "SET basis = '冀人社发〔2023〕13号' WHERE id = 2" },
  { "one number of two issuers",
    "UPDATE indicator SET basis = '冀人社字〔2023〕12号' WHERE id = 1;UPDATE indicator "
    "SET basis = '唐政办〔2023〕12号' WHERE id = 2" },
  { "the overall table agrees",
    "INSERT INTO project (id,document_id,kind,ordinal) VALUES (9,1,'overall',1);INSERT "
    "INTO "
    "indicator(id,project_id,ordinal,level1,level2,name,description,value_text,basis) "
    "VALUES "
    "(101,9,7,'产出指标','数量指标','培训人数','参加培训的学员','≥300人','台账')" },
  { "the overall table sums projects up",
    "INSERT INTO project (id,document_id,kind,ordinal) VALUES (9,1,'overall',1);INSERT "
    "INTO "
    "indicator(id,project_id,ordinal,level1,level2,name,description,value_text,basis) "
    "VALUES "
    "(101,9,7,'产出指标','数量指标','培训人数','参加培训的学员','≥500人','台账');"
    "INSERT INTO "
    "indicator(id,project_id,ordinal,level1,level2,name,description,value_text,basis) "
    "VALUES "
    "(102,2,8,'产出指标','数量指标','培训人数','参加培训的企业员工','≥200人','台账')" },
  { "several rows of one level", "INSERT INTO "
                                 "indicator(id,project_id,ordinal,level1,level2,name,"
                                 "description,value_text,basis) VALUES "
                                 "(101,1,7,'效益指标','社会效益指标','新增就业人数','"
                                 "结业后就业的学员','≥180人','台账');INSERT INTO "
                                 "indicator(id,project_id,ordinal,level1,level2,name,"
                                 "description,value_text,basis) VALUES "
                                 "(102,1,8,'效益指标','社会效益指标','带动创业人数','"
                                 "结业后创业的学员','≥20人','台账')" },
  { "a rate of economic benefit",
    ROW ("level2 = '经济效益指标', name = '人均增收率', value_text = '≥8%', "
         "description = '学员收入比上年增加的比例'",
         5) },
  { "a rate of awareness", ROW ("name = '政策知晓率', value_text = '≥85%', description "
                                "= '知晓人数占受访人数的比例'",
                                5) },
  { "a rate of green space", ROW ("level2 = '生态效益指标', name = '场地绿化覆盖率', "
                                  "value_text = '≥30%', description = '绿化面积占比'",
                                  5) },
  { "a system that is kept",
    ROW ("level2 = '可持续影响指标', name = '长效管护机制', value_text = '健全', "
         "description = '管护制度、人员、经费落实'",
         5) },
  { "a yes of benefit", ROW ("name = '是否提升群众安全感', value_text = '是', "
                             "description = '案件发案率是否下降'",
                             5) },
  { "passed",
    ROW ("name = '工程质量', value_text = '合格', description = '竣工验收结论'", 2) },
  { "a grade",
    ROW ("name = '工程质量等级', value_text = '优良', description = '竣工验收结论'",
         2) },
  { "a satisfaction with its sign", ROW ("value_text = '≥90%'", 6) },
  { "a survey by telephone",
    ROW ("name = '学员满意度', value_text = '≥85%', description = '回访满意的学员占比'",
         6) },
  { "every village", ROW ("name = '行政村覆盖率', value_text = '=100%', description = "
                          "'开展培训的行政村占比'",
                          2) },
  { "a cost indicator of the new frame",
    "INSERT INTO "
    "indicator(id,project_id,ordinal,level1,level2,name,description,value_text,basis) "
    "VALUES "
    "(101,1,7,'成本指标','经济成本指标','培训总成本','全年培训支出','≤100万元','预算'"
    ")" },
  { "points in three steps",
    ROW ("criterion = '≥90%得满分；85%（含）至90%扣2分；低于85%不得分'", 6) },
  { "points for each so many",
    ROW ("criterion = '完成300人得满分，每少10人扣1分'", 1) },
  { "points by proportion",
    ROW ("criterion = '实际合格率/目标合格率×分值，按比例计分'", 2) },
  { "a budget with decimals",
    "UPDATE project SET amount_text = '100.00' WHERE id = 1" },
  { "funds written otherwise",
    "UPDATE funding SET amount_text = '100.00万元' WHERE project_id=1" },
  { "a budget with commas",
    "UPDATE project SET amount_text = '1,000,000元', amount_unit = '元' WHERE id = 1" },
  { "two goals that are alike", "INSERT INTO goal(project_id,ordinal,text) VALUES "
                                "(1,3,'完成300名学员的创业培训。')" },
  { "one goal", "DELETE FROM goal WHERE id = 2" },
  { "a plan without signs", "UPDATE plan_point SET percent_text = "
                            "replace(percent_text,'%','') WHERE project_id=1" },
  { "a plan with decimals",
    "UPDATE plan_point SET percent_text=CASE ordinal WHEN 1 THEN '33.3%' WHEN 2 THEN "
    "'66.7%' WHEN 3 THEN '66.7%' ELSE '100.00%' END, percent_e6=CASE ordinal WHEN 1 "
    "THEN 33300000 WHEN 2 THEN 66700000 WHEN 3 THEN 66700000 ELSE 100000000 END WHERE "
    "project_id=1" },
};

const gsize n_near_misses = G_N_ELEMENTS (near_misses);
