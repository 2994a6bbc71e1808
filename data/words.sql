-- data/words.sql — the word lists of a new record file.  schema.sql, section 3, says how they are
-- read: * stands for any text.  Names are compared folded, without a unit in brackets behind them.

INSERT INTO word_list (id, title) VALUES
  ('rate', '比率的名称：指标值应为百分比'),
  ('not_rate', '以“率”“度”结尾而不是比率的名称'),
  ('scored_rate', '不能用文字回答的比率'),
  ('count', '数目的名称：指标值应为数量'),
  ('money_name', '名称里说的是钱：单位“万”指万元'),
  ('total_cost', '说的是项目全部成本的名称'),
  ('amount', '金额的名称'),
  ('other_money', '不出自本项目预算的钱：贷款、撬动的投资、收入'),
  ('price', '价钱的名称：单位不会是年、月、天'),
  ('deadline', '期限的名称：指标值应为日期或天数'),
  ('less_better', '越少越好的名称'),
  ('growth', '可以超过100%的名称'),
  ('saving', '节约率的名称'),
  ('control', '控制率的名称'),
  ('share', '描述里说明了是什么占什么'),
  ('standard', '说的是标准'),
  ('execution', '说的是预算执行'),
  ('satisfaction', '说的是满意'),
  ('ecology', '说的是生态环境'),
  ('not_ecology', '有“环境”二字而不是生态环境，先去掉再看'),
  ('time', '说的是时间'),
  ('regular_payment', '说的是按期支付'),
  ('yes_no', '是非'),
  ('counted', '能数的单位：文字里有数连着它，就能分开填'),
  ('misfiled_quantity', '不该放在数量指标下的名称'),
  ('misfiled_quality', '不该放在质量指标下的名称'),
  ('misfiled_time', '不该放在时效指标下的名称'),
  ('misfiled_cost', '不该放在成本指标下的名称'),
  ('misfiled_benefit', '不该放在效益指标下的名称'),
  ('misfiled_economic', '不该放在经济效益指标下的名称'),
  ('vague_basis', '太笼统的依据'),
  ('baseline', '依据里说的是往年的数：指标值可以与它不同'),
  ('deduction', '评（扣）分标准里说了怎样失分'),
  ('before_issuer', '引用文号时前面的话，不属于发文机关'),
  ('common', '到处都用的词：看目标与指标是否说的一件事时，不算相合'),
  ('consequence', '目标里说目的、意义的半句：不要求有指标衡量');

INSERT INTO word_list (id, title, has_meaning) VALUES
  ('vague', '空泛的话，不能衡量 → 可以怎样写，__ 处填数', 1),
  ('home', '三级指标的名称 → 该放在哪个二级指标下', 1),
  ('typo', '错别字 → 应为', 1);

-- 比率的名称：指标值应为百分比。
INSERT INTO word (list, word) VALUES
  ('rate', '*率'), ('rate', '*比例'), ('rate', '*占比'), ('rate', '*比重'), ('rate', '*度');

-- 以“率”“度”结尾而不是比率的名称。
INSERT INTO word (list, word) VALUES
  ('not_rate', '*程度'), ('not_rate', '*力度'), ('not_rate', '*精度'), ('not_rate', '*制度'),
  ('not_rate', '*幅度'), ('not_rate', '*额度'), ('not_rate', '*效率'), ('not_rate', '*长度'),
  ('not_rate', '*宽度'), ('not_rate', '*高度'), ('not_rate', '*深度'), ('not_rate', '*厚度'),
  ('not_rate', '*温度'), ('not_rate', '*湿度'), ('not_rate', '*浓度'), ('not_rate', '*密度'),
  ('not_rate', '*强度'), ('not_rate', '*速度'), ('not_rate', '*亮度'), ('not_rate', '*年度'),
  ('not_rate', '*季度'), ('not_rate', '*月度'), ('not_rate', '*态度'), ('not_rate', '*税率'),
  ('not_rate', '*利率'), ('not_rate', '*汇率'), ('not_rate', '*费率'), ('not_rate', '*频率'),
  ('not_rate', '*功率');

-- 不能用文字回答的比率。
INSERT INTO word (list, word) VALUES
  ('scored_rate', '*率'), ('scored_rate', '*满意度'), ('scored_rate', '*比例');

-- 数目的名称：指标值应为数量。
INSERT INTO word (list, word) VALUES
  ('count', '*人数'), ('count', '*人次'), ('count', '*次数'), ('count', '*数量'), ('count', '*金额'),
  ('count', '*份数'), ('count', '*总量'), ('count', '*面积'), ('count', '*户数'), ('count', '*件数'),
  ('count', '*案件数'), ('count', '*学校数'), ('count', '*园所数'), ('count', '*校园数'),
  ('count', '*学生数'), ('count', '*建档数'), ('count', '*发放到位数');

-- 名称里说的是钱：单位“万”指万元。
INSERT INTO word (list, word) VALUES
  ('money_name', '*费*'), ('money_name', '*成本*'), ('money_name', '*金额*'),
  ('money_name', '*资金*'), ('money_name', '*支出*'), ('money_name', '*经费*'), ('money_name', '*价格*'), ('money_name', '*单价*'),
  ('money_name', '*款*'), ('money_name', '*补贴*'),
  ('money_name', '*补助*'), ('money_name', '*工资*'), ('money_name', '*投入*');

-- 说的是项目全部成本的名称。
INSERT INTO word (list, word) VALUES
  ('total_cost', '项目金额'), ('total_cost', '项目支出'), ('total_cost', '项目成本'),
  ('total_cost', '项目总成本'), ('total_cost', '项目所需资金'), ('total_cost', '项目总支出'),
  ('total_cost', '项目总金额'), ('total_cost', '*运行成本'), ('total_cost', '支付*成本');

-- 金额的名称。
INSERT INTO word (list, word) VALUES
  ('amount', '*金额*');

-- 不出自本项目预算的钱：可以比预算多。
INSERT INTO word (list, word) VALUES
  ('other_money', '*贷款*'), ('other_money', '*投资*'), ('other_money', '*撬动*'),
  ('other_money', '*带动*'), ('other_money', '*融资*'), ('other_money', '*担保*'),
  ('other_money', '*收入*'), ('other_money', '*增收*'), ('other_money', '*销售*'),
  ('other_money', '*交易*'), ('other_money', '*成交*'), ('other_money', '*征收*'),
  ('other_money', '*征缴*'), ('other_money', '*税*'), ('other_money', '*清欠*'),
  ('other_money', '*追回*'), ('other_money', '*追讨*'), ('other_money', '*采购合同*'),
  ('other_money', '*基金支出*'), ('other_money', '*社会资本*'), ('other_money', '*捐*');


-- 价钱的名称：单位不会是年、月、天。
INSERT INTO word (list, word) VALUES
  ('price', '*标准'), ('price', '*费用'), ('price', '*成本'), ('price', '*金额');

-- 期限的名称：指标值应为日期或天数。
INSERT INTO word (list, word) VALUES
  ('deadline', '*时限'), ('deadline', '*时间'), ('deadline', '*时效');

-- 越少越好的名称。
INSERT INTO word (list, word) VALUES
  ('less_better', '*消耗'), ('less_better', '*缺口'), ('less_better', '*缺口金额'),
  ('less_better', '*死亡人数'), ('less_better', '*投诉'), ('less_better', '*投诉率'),
  ('less_better', '*投诉次数'), ('less_better', '*差错率'), ('less_better', '*事故数'),
  ('less_better', '*事故率'), ('less_better', '*投诉数'), ('less_better', '*投诉量'),
  ('less_better', '*投诉件数'), ('less_better', '*事故起数'), ('less_better', '*死亡率'),
  ('less_better', '*差错数'), ('less_better', '*超期率'), ('less_better', '*逾期率'),
  ('less_better', '*能耗'), ('less_better', '*发病率'), ('less_better', '*返工率'),
  ('less_better', '*失业率');

-- 可以超过100%的名称。
INSERT INTO word (list, word) VALUES
  ('growth', '*增长*'), ('growth', '*增幅*'), ('growth', '*增速*'), ('growth', '*倍*');

-- 节约率的名称。
INSERT INTO word (list, word) VALUES
  ('saving', '*节约率'), ('saving', '*节支率'), ('saving', '*结余率');

-- 控制率的名称。
INSERT INTO word (list, word) VALUES
  ('control', '*控制率');

-- 描述里说明了是什么占什么。
INSERT INTO word (list, word) VALUES
  ('share', '*比例*'), ('share', '*百分比*'), ('share', '*占*');

-- 说的是标准。
INSERT INTO word (list, word) VALUES
  ('standard', '*标准*');

-- 说的是预算执行。
INSERT INTO word (list, word) VALUES
  ('execution', '*预算*完成率*'), ('execution', '*预算*执行率*');

-- 说的是满意。
INSERT INTO word (list, word) VALUES
  ('satisfaction', '*满意*');

-- 说的是生态环境。
INSERT INTO word (list, word) VALUES
  ('ecology', '*生态*'), ('ecology', '*环境*'), ('ecology', '*环保*'), ('ecology', '*污染*'),
  ('ecology', '*节能*'), ('ecology', '*绿色*'), ('ecology', '*资源*'), ('ecology', '*排放*'),
  ('ecology', '*低碳*'), ('ecology', '*绿化*'), ('ecology', '*粪污*'), ('ecology', '*垃圾*'),
  ('ecology', '*取暖*'), ('ecology', '*能耗*'), ('ecology', '*节水*'), ('ecology', '*节电*'),
  ('ecology', '*减排*'), ('ecology', '*碳*'), ('ecology', '*植被*'), ('ecology', '*水质*'),
  ('ecology', '*水土*'), ('ecology', '*空气*'), ('ecology', '*扬尘*'), ('ecology', '*噪声*'),
  ('ecology', '*森林*'), ('ecology', '*湿地*'), ('ecology', '*草原*'), ('ecology', '*耕地*'),
  ('ecology', '*污水*'), ('ecology', '*秸秆*'), ('ecology', '*循环*'), ('ecology', '*耗电*'),
  ('ecology', '*耗水*'), ('ecology', '*清洁*'), ('ecology', '*回收*'), ('ecology', '*无纸化*');

-- 有“环境”二字而不是生态环境，先去掉再看。
INSERT INTO word (list, word) VALUES
  ('not_ecology', '就业环境'), ('not_ecology', '创业环境'), ('not_ecology', '用工环境'),
  ('not_ecology', '工作环境'), ('not_ecology', '营商环境');

-- 说的是时间。
INSERT INTO word (list, word) VALUES
  ('time', '*及时*'), ('time', '*按时*'), ('time', '*时限*'), ('time', '*时间*'), ('time', '*期限*'),
  ('time', '*准时*'), ('time', '*时效*'), ('time', '*周期*'), ('time', '*进度*'), ('time', '*完成率*'),
  ('time', '*到位*'), ('time', '*下达率*'), ('time', '*按月*'), ('time', '*按季*'), ('time', '*当年*'),
  ('time', '*发放率*'), ('time', '*按期*'), ('time', '*如期*'), ('time', '*工期*'), ('time', '*当日*'),
  ('time', '*当月*'), ('time', '*每月*'), ('time', '*每日*'), ('time', '*按日*'), ('time', '*按周*'),
  ('time', '*提前*'), ('time', '*逾期*');

-- 说的是按期支付。
INSERT INTO word (list, word) VALUES
  ('regular_payment', '*按月*'), ('regular_payment', '*按季*'), ('regular_payment', '*按时发放*'),
  ('regular_payment', '*每月*');

-- 是非。
INSERT INTO word (list, word) VALUES
  ('yes_no', '是'), ('yes_no', '否');

-- 能数的单位：文字里有数连着它，就能分开填。
INSERT INTO word (list, word) VALUES
  ('counted', '%'), ('counted', '元'), ('counted', '万'), ('counted', '人'), ('counted', '个'),
  ('counted', '件'), ('counted', '次'), ('counted', '名'), ('counted', '家'), ('counted', '所'),
  ('counted', '户'), ('counted', '台'), ('counted', '套');

-- 不该放在数量指标下的名称。
INSERT INTO word (list, word) VALUES
  ('misfiled_quantity', '*合格率*'), ('misfiled_quantity', '*准确率*'),
  ('misfiled_quantity', '*补助标准*'), ('misfiled_quantity', '*满意度*');

-- 不该放在质量指标下的名称。
INSERT INTO word (list, word) VALUES
  ('misfiled_quality', '*满意度*'), ('misfiled_quality', '*及时率*'),
  ('misfiled_quality', '*时限*'), ('misfiled_quality', '*费用标准*');

-- 不该放在时效指标下的名称。
INSERT INTO word (list, word) VALUES
  ('misfiled_time', '*成本*'), ('misfiled_time', '*费用标准*'), ('misfiled_time', '*金额*'),
  ('misfiled_time', '*满意度*');

-- 不该放在成本指标下的名称。
INSERT INTO word (list, word) VALUES
  ('misfiled_cost', '*及时率*'), ('misfiled_cost', '*发放完成率*'), ('misfiled_cost', '*时限*'),
  ('misfiled_cost', '*满意度*'), ('misfiled_cost', '完成率');

-- 不该放在效益指标下的名称。
INSERT INTO word (list, word) VALUES
  ('misfiled_benefit', '*满意*');

-- 不该放在经济效益指标下的名称。
INSERT INTO word (list, word) VALUES
  ('misfiled_economic', '*及时率*'), ('misfiled_economic', '*到位率*'),
  ('misfiled_economic', '*准确率*'), ('misfiled_economic', '*覆盖率*'),
  ('misfiled_economic', '*社会影响*'), ('misfiled_economic', '*社会和谐*'),
  ('misfiled_economic', '*社会稳定*'), ('misfiled_economic', '*区域稳定*');

-- 太笼统的依据。
INSERT INTO word (list, word) VALUES
  ('vague_basis', '工作经验'), ('vague_basis', '单位工作需要'), ('vague_basis', '省市区相关文件'),
  ('vague_basis', '年度计划'), ('vague_basis', '文件要求'), ('vague_basis', '工作计划'),
  ('vague_basis', '工作要求'), ('vague_basis', '上级文件'), ('vague_basis', '上级政策'),
  ('vague_basis', '年度需求'), ('vague_basis', '工作目标');

-- 引用文号时前面的话，不属于发文机关。
INSERT INTO word (list, word) VALUES
  ('before_issuer', '根据'), ('before_issuer', '依据'), ('before_issuer', '按照'),
  ('before_issuer', '遵照'), ('before_issuer', '依照'), ('before_issuer', '参照'),
  ('before_issuer', '按'), ('before_issuer', '文件'), ('before_issuer', '和'),
  ('before_issuer', '及'), ('before_issuer', '与'), ('before_issuer', '通知'),
  ('before_issuer', '提前下达'), ('before_issuer', '局'), ('before_issuer', '厅'),
  ('before_issuer', '政府'), ('before_issuer', '委员会');

-- 空泛的话，不能衡量 → 可以怎样写，__ 处填数。
INSERT INTO word (list, word, meaning) VALUES
  ('vague', '进一步提高', '由__%提高到__%'), ('vague', '逐步提高', '由__%提高到__%'),
  ('vague', '不断提高', '由__%提高到__%'), ('vague', '有所提高', '由__%提高到__%'),
  ('vague', '明显提高', '比上年提高__个百分点'), ('vague', '显著提高', '比上年提高__个百分点'),
  ('vague', '有效提高', '比上年提高__个百分点'), ('vague', '明显改善', '达标率≥__%'),
  ('vague', '显著改善', '达标率≥__%'), ('vague', '有效改善', '达标率≥__%'),
  ('vague', '有效促进', '带动__人（家）'), ('vague', '有力促进', '带动__人（家）'),
  ('vague', '有效保障', '保障率≥__%'), ('vague', '有力保障', '保障率≥__%'),
  ('vague', '明显增强', '比上年增加__'), ('vague', '进一步增强', '比上年增加__'),
  ('vague', '进一步加强', '开展__次'), ('vague', '效果显著', '达到__的比例≥__%'),
  ('vague', '效果明显', '达到__的比例≥__%'), ('vague', '成效显著', '达到__的比例≥__%'),
  ('vague', '较好', '≥__%'), ('vague', '良好', '≥__%'), ('vague', '较高', '≥__%'),
  ('vague', '较大提升', '由__提升到__'), ('vague', '明显提升', '由__提升到__'),
  ('vague', '显著提升', '由__提升到__'), ('vague', '有效提升', '由__提升到__'),
  ('vague', '进一步提升', '由__提升到__'), ('vague', '持续提升', '由__提升到__'),
  ('vague', '大幅减少', '比上年减少__%'), ('vague', '有效减少', '比上年减少__%'),
  ('vague', '基本满意', '满意度≥__%'), ('vague', '比较满意', '满意度≥__%');

-- 三级指标的名称 → 该放在哪个二级指标下。
INSERT INTO word (list, word, meaning) VALUES
  ('home', '*满意*', '服务对象满意度指标'), ('home', '*及时率*', '时效指标'),
  ('home', '*时限*', '时效指标'), ('home', '*完成率*', '时效指标'),
  ('home', '*合格率*', '质量指标'), ('home', '*准确率*', '质量指标'),
  ('home', '*到位率*', '质量指标'), ('home', '*覆盖率*', '质量指标'),
  ('home', '*成本*', '成本指标'), ('home', '*费用标准*', '成本指标'),
  ('home', '*补助标准*', '成本指标'), ('home', '*金额*', '成本指标'),
  ('home', '*社会*', '社会效益指标'), ('home', '*区域稳定*', '社会效益指标');

-- 错别字 → 应为。  A word stands here with as much around it as it takes to be wrong everywhere:
-- not 合部, which is in 综合部 too.
INSERT INTO word (list, word, meaning) VALUES
  ('typo', '，合部处理', '，全部处理'), ('typo', '合部处理为', '全部处理为'),
  ('typo', '合部覆盖', '全部覆盖'), ('typo', '转件评审', '专家评审'), ('typo', '搞高就业', '提高就业'),
  ('typo', '搞高服务', '提高服务'), ('typo', '服务对像', '服务对象'), ('typo', '和法权益', '合法权益'),
  ('typo', '及进处理', '及时处理'), ('typo', '参政按时拨付', '财政按时拨付'),
  ('typo', '开展城需求', '开展需求'), ('typo', '人时进行补贴', '人及时进行补贴'),
  ('typo', '人员弄够', '人员能够'), ('typo', '收益人群', '受益人群'),
  ('typo', '对收益人帮助', '对受益人帮助'), ('typo', '幸福指数系', '幸福指数'),
  ('typo', '智慧黑板的的', '智慧黑板的'), ('typo', '承人字字', '承人社字'),
  ('typo', '确保发发', '确保发放'), ('typo', '有利保证', '有力保证'), ('typo', '有利保障', '有力保障'),
  ('typo', '时间结点', '时间节点'), ('typo', '。。', '。'), ('typo', '。。。', '……'),
  ('typo', '拔付资金', '拨付资金'), ('typo', '拔付到位', '拨付到位'), ('typo', '拔付及时', '拨付及时'),
  ('typo', '资金拔付', '资金拨付'), ('typo', '及时拔付', '及时拨付'), ('typo', '帐户', '账户'),
  ('typo', '帐目', '账目'), ('typo', '帐务', '账务'), ('typo', '截止目前', '截至目前'),
  ('typo', '松驰', '松弛'), ('typo', '名符其实', '名副其实'), ('typo', '再接再励', '再接再厉');

-- 依据里说的是往年的数。
INSERT INTO word (list, word) VALUES
  ('baseline', '*上年*'), ('baseline', '*去年*'), ('baseline', '*往年*'),
  ('baseline', '*历年*'), ('baseline', '*上一年*'), ('baseline', '*近年*'),
  ('baseline', '*近两年*'), ('baseline', '*近2年*'), ('baseline', '*近三年*'),
  ('baseline', '*近3年*'), ('baseline', '*近五年*'), ('baseline', '*近5年*'),
  ('baseline', '*前三年*'), ('baseline', '*以前年度*'), ('baseline', '*历史*'),
  ('baseline', '*同期*');

-- 评（扣）分标准里说了怎样失分。
INSERT INTO word (list, word) VALUES
  ('deduction', '*扣*'), ('deduction', '*不得分*'), ('deduction', '*不计分*'),
  ('deduction', '*不给分*'), ('deduction', '*得0分*'), ('deduction', '*零分*'),
  ('deduction', '*按比例*'), ('deduction', '*酌情*');

-- 目标里说目的、意义的半句。
INSERT INTO word (list, word) VALUES
  ('consequence', '从而*'), ('consequence', '进而*'), ('consequence', '以便*'),
  ('consequence', '以确保*'), ('consequence', '以保障*'), ('consequence', '以保证*'),
  ('consequence', '以提高*'), ('consequence', '以提升*'), ('consequence', '以促进*'),
  ('consequence', '以满足*'), ('consequence', '让他们*'), ('consequence', '让群众*'),
  ('consequence', '使其*'), ('consequence', '使他们*'), ('consequence', '为*奠定*基础*'),
  ('consequence', '与*相配套*'), ('consequence', '与*相适应*'), ('consequence', '与*相衔接*');

-- 到处都用的词。
INSERT INTO word (list, word) VALUES
  ('common', '工作'), ('common', '项目'), ('common', '保障'), ('common', '提高'),
  ('common', '加强'), ('common', '做好'), ('common', '完成'), ('common', '进行'),
  ('common', '开展'), ('common', '落实'), ('common', '确保'), ('common', '促进'),
  ('common', '推动'), ('common', '资金'), ('common', '提升'), ('common', '改善'),
  ('common', '发展'), ('common', '服务'), ('common', '管理'), ('common', '建设'),
  ('common', '实施'), ('common', '按照'), ('common', '按时'), ('common', '及时'),
  ('common', '足额'), ('common', '规定'), ('common', '要求'), ('common', '政策'),
  ('common', '进一步'), ('common', '有效'), ('common', '逐步'), ('common', '满意'),
  ('common', '水平'), ('common', '质量'), ('common', '情况'), ('common', '我区'),
  ('common', '我市'), ('common', '我县'), ('common', '我省'), ('common', '全市'),
  ('common', '全区'), ('common', '全县'), ('common', '全省'), ('common', '年度'),
  ('common', '相关'), ('common', '有关'), ('common', '各项'), ('common', '通过'),
  ('common', '实现'), ('common', '达到'), ('common', '数量'), ('common', '人数'),
  ('common', '次数'), ('common', '金额'), ('common', '用于'), ('common', '主要'),
  ('common', '保证'), ('common', '支付'), ('common', '发放'), ('common', '拨付'),
  ('common', '使用'), ('common', '享受'), ('common', '机关'), ('common', '单位'),
  ('common', '人员'), ('common', '群众'), ('common', '对象'), ('common', '社会'),
  ('common', '经济'), ('common', '效益'), ('common', '影响'), ('common', '指标'),
  ('common', '覆盖'), ('common', '到位'), ('common', '良好'), ('common', '持续'),
  ('common', '稳定'), ('common', '加大'), ('common', '力度');

-- A new file has no history.
DELETE FROM history;
