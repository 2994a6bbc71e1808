/* tests/rules-sound.c — a sound document: no rule has anything to say of it. */

#include "tests/rules-cases.h"

const char *const sound_document[] = {
  "INSERT INTO department (id, name) VALUES (1, '示范市人社局')",
  "INSERT INTO document (id, department_id, fiscal_year, form_id, title)"
  " VALUES (1, 1, 2024, 'zunhua', '示范市人社局2024年部门预算绩效文本')",
  "INSERT INTO catalogue_entry (document_id, ordinal, is_part, text) VALUES"
  " (1, 1, 1, '第三部分 预算项目绩效目标'), (1, 2, 0, '1、职业技能培训绩效目标表'),"
  " (1, 3, 0, '2、2024年创业孵化补助绩效目标表'), (1, 4, 0, "
  "'3、就业援助服务绩效目标表....9')",
  "INSERT INTO procurement (document_id, statement)"
  " VALUES (1, '2024年安排政府采购预算10万元。')",
  "INSERT INTO approval (document_id, project_fen) VALUES (1, 395000000)",
  "INSERT INTO project (id, document_id, ordinal, heading, title_row_name, code, name,"
  " fiscal_year, amount_text, amount_unit, amount_fen, purpose) VALUES"
  " (1, 1, 1, '1、 职业技能培训项目绩效目标表', '职业技能培训', "
  "'13020123P00123410001L',"
  "  '职业技能培训', 2024, '100万元', '万元', 100000000, "
  "'用于培训班的师资、场地和教材。'),"
  " (2, 1, 2, '2、创业孵化补助预算项目绩效表', NULL, '13020123P00123510001A',"
  "  '创业孵化补助', 2024, '35', '万元', 35000000, '补贴入驻企业的房租和水电。'),"
  " (3, 1, 3, NULL, NULL, '130201234CT8ZK2QW7NBH', '就业援助服务', 2024, '260', NULL,"
  "  260000000, '购买公益岗位，帮扶困难人员。')",
  "INSERT INTO funding (project_id, ordinal, source, amount_text, amount_fen) VALUES"
  " (1, 1, 'fiscal', '100万元', 100000000), (2, 1, 'fiscal', '30', 30000000),"
  " (2, 2, 'other', '5', 5000000), (3, 1, 'fiscal', '260', 260000000),"
  " (3, 2, 'local', '260', 260000000), (3, 3, 'other', NULL, NULL)",
  "INSERT INTO plan_point (project_id, ordinal, label, percent_text, percent_e6)"
  " SELECT p.id, n.i, n.i || '季度末', ((n.i - 1) * 25 + p.id * (5 - n.i)) || '%',"
  "  ((n.i - 1) * 25 + p.id * (5 - n.i)) * 1000000"
  " FROM project p, (SELECT 1 AS i UNION SELECT 2 UNION SELECT 3) n",
  "INSERT INTO plan_point (project_id, ordinal, label, percent_text, percent_e6)"
  " SELECT id, 4, '4季度末', '100%', 100000000 FROM project",
  "INSERT INTO goal (id, project_id, ordinal, text) VALUES"
  " (1, 1, 1, '完成300名学员的技能培训。'), (2, 1, 2, '提高学员的就业能力。'),"
  " (3, 2, 1, '扶持20家新办企业起步。'), (4, 3, 1, '帮助困难人员稳定就业。')",
  "INSERT INTO indicator (id, project_id, ordinal, level1, level2, name, description,"
  " criterion, value_text, basis) VALUES"
  " (1, 1, 1, '产出指标', '数量指标', '培训人数', '参加培训的学员', '每少5人扣1分', "
  "'≥300人', '人社厅发〔2023〕12号'),"
  " (2, 1, 2, '产出指标', '质量指标', '培训合格率', '考核合格人数占参训人数的比例', "
  "NULL, '≥95%', '《技能考核办法》'),"
  " (3, 1, 3, '产出指标', '时效指标', '培训按时完成率', '按计划开班的班次占比', NULL, "
  "'=100%', '与学校的培训合同'),"
  " (4, 1, 4, '产出指标', '成本指标', '人均培训费用', '平均每名学员的支出', NULL, "
  "'≤1200元/人', '《培训补贴标准》'),"
  " (5, 1, 5, '效益指标', '社会效益指标', '学员就业率', "
  "'培训后就业人数占参训人数的比例', NULL, '≥60%', '近三年跟踪数据'),"
  " (6, 1, 6, '满意度指标', '服务对象满意度指标', '学员满意度', "
  "'问卷满意人数占受访人数的比例', NULL, '≥90%', '近三年问卷'),"
  " (7, 2, 1, '产出指标', '数量指标', '入孵企业数量', '享受场地补助的企业', NULL, "
  "'≥20家', '孵化基地入驻名单'),"
  " (8, 2, 2, '产出指标', '质量指标', '企业存活率', '入孵满一年仍在经营的企业占比', "
  "NULL, '≥80%', '《孵化基地考核办法》'),"
  " (9, 2, 3, '产出指标', '时效指标', '补助发放及时率', '次月底前发放的占比', NULL, "
  "'=100%', '《孵化基地考核办法》'),"
  " (10, 2, 4, '产出指标', '成本指标', '每家企业补助', '平均每家企业的补助', NULL, "
  "'≤1.75万元/家', '《孵化补助标准》'),"
  " (11, 2, 5, '效益指标', '经济效益指标', '带动就业人数', '入驻企业招用的人员', NULL, "
  "'≥100人', '企业用工台账'),"
  " (12, 2, 6, '满意度指标', '服务对象满意度指标', '企业满意度', "
  "'满意企业占受访企业的比例', NULL, '≥92%', '近三年问卷'),"
  " (13, 3, 1, '产出指标', '数量指标', '援助次数', '职业指导和岗位推荐', NULL, "
  "'≥1500人次', '就业援助台账'),"
  " (14, 3, 2, '产出指标', '质量指标', '服务达标率', '达到服务规范的占比', NULL, "
  "'≥97%', '《就业援助服务规范》'),"
  " (15, 3, 3, '产出指标', '时效指标', '援助完成时限', '自登记之日起', NULL, '≤30日', "
  "'《就业援助服务规范》'),"
  " (16, 3, 4, '产出指标', '成本指标', '岗位补贴标准', '每人每月的补贴', NULL, "
  "'=1900元/人/月', '最低工资文件'),"
  " (17, 3, 5, '效益指标', '可持续影响指标', '援助建档数', '建立一人一档', NULL, "
  "'≥1200份', '就业援助台账'),"
  " (18, 3, 6, '满意度指标', '服务对象满意度指标', '援助对象满意度', "
  "'满意人数占受访人数的比例', NULL, '≥88%', '近三年问卷')",
  NULL,
};
