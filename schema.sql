-- schema.sql — a Jixiao record file, whole: the records of 部门预算绩效文本 (a department's
-- budget performance text), the views that render the printed 预算项目绩效表 (form_cell) and
-- the views that flag what is inconsistent in it (finding).
--
-- A record file is one SQLite database and needs no program to be read:
--   SELECT * FROM form_cell WHERE project_id = 1;
--   SELECT * FROM finding;
--
-- Three promises hold for every record table.
--   * Text is never refused.  A cell is stored as it was typed or printed; what was
--     understood of it stands beside it; what is wrong with it is a finding.
--     NULL means “not printed”, which differs from '0'.
--   * Money is integer 分 (fen), never REAL.  1 万元 is 1,000,000 分, and other numbers are
--     stored × 1,000,000 too (columns …_e6), so a target in 万元 and a budget compare as
--     they are.  The printed text keeps the digits as they were written.
--   * Every change of a cell is in history, written by the triggers at the end of this file.
--
-- Files made by an older program are brought to this shape by db/upgrade.c.

PRAGMA application_id = 0x4A584D42;  -- 'JXMB': file(1) and db_open() know a record file by it
PRAGMA user_version = 1;


---------------------------------------------------------------------------------------------
-- 1  Records
---------------------------------------------------------------------------------------------

-- A government department (部门): who drafts and publishes the text.
CREATE TABLE department (
  id   INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE CHECK (name <> '')
) STRICT;

-- A budget unit (预算单位) under a department: the bureau itself, a school, a service centre.
-- Its code (323003) is printed by some counties only.
CREATE TABLE unit (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  department_id INTEGER NOT NULL REFERENCES department ON DELETE CASCADE,
  code          TEXT,
  name          TEXT NOT NULL,
  UNIQUE (department_id, code, name)
) STRICT;

-- A text of one department for one fiscal year and stage.  Stages in the order of the year:
-- draft1 一上, draft2 二上, approved 批复 (what is published), adjusted 调整.
CREATE TABLE document (
  id                 INTEGER PRIMARY KEY AUTOINCREMENT,
  department_id      INTEGER NOT NULL REFERENCES department ON DELETE CASCADE,
  fiscal_year        INTEGER CHECK (fiscal_year BETWEEN 1990 AND 2100),
  year_is_printed    INTEGER NOT NULL DEFAULT 1 CHECK (year_is_printed IN (0, 1)),
                     -- 0: no title or table head states the year, it was taken from the prose
  stage              TEXT NOT NULL DEFAULT 'approved'
                     CHECK (stage IN ('draft1', 'draft2', 'approved', 'adjusted')),
  form_id            TEXT NOT NULL REFERENCES form,  -- the county's layout it is printed in
  title              TEXT,
  special_funds_note TEXT,   -- 专项资金绩效目标, often only “none this year”
  other_matters      TEXT,   -- 其他需要说明的事项
  UNIQUE (department_id, fiscal_year, stage)
) STRICT;

-- The lines that divide the text, in print order: cover lines, part and section headings.
-- kind names what follows the line; the words themselves are the county's own.
CREATE TABLE section (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal     INTEGER NOT NULL,
  kind        TEXT NOT NULL CHECK (kind IN ('cover', 'catalogue', 'overall', 'overall_goal',
              'sub_goals', 'overall_indicators', 'safeguards', 'special_funds', 'projects',
              'procurement', 'assets', 'glossary', 'other_matters', 'approval')),
  text        TEXT NOT NULL
) STRICT;
CREATE INDEX section_by_document ON section (document_id, ordinal);

-- 目录: one line of the contents as printed.  Parts are the 第一部分 … lines.
CREATE TABLE catalogue_entry (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal     INTEGER NOT NULL,
  is_part     INTEGER NOT NULL DEFAULT 0 CHECK (is_part IN (0, 1)),
  text        TEXT NOT NULL
) STRICT;
CREATE INDEX catalogue_entry_by_document ON catalogue_entry (document_id, ordinal);

-- 总体绩效目标: a paragraph of the department's overall goal.
CREATE TABLE overall_goal (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal     INTEGER NOT NULL,
  text        TEXT NOT NULL
) STRICT;
CREATE INDEX overall_goal_by_document ON overall_goal (document_id, ordinal);

-- 分项绩效目标: what one line of work is to reach, and its indicators as prose.
CREATE TABLE sub_goal (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id     INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal         INTEGER NOT NULL,
  title           TEXT,
  goal            TEXT,
  indicators_text TEXT
) STRICT;
CREATE INDEX sub_goal_by_document ON sub_goal (document_id, ordinal);

-- 工作保障措施: a paragraph on how the goals are secured.
CREATE TABLE safeguard (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal     INTEGER NOT NULL,
  text        TEXT NOT NULL
) STRICT;
CREATE INDEX safeguard_by_document ON safeguard (document_id, ordinal);

-- A table of targets.  kind 'project' is one 预算项目绩效表; 'overall' carries the department's
-- 整体绩效指标 table and 'special_fund' that of a 专项资金, so that their indicators are rows like
-- any other.  ordinal counts from 1 inside the kind.
CREATE TABLE project (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id    INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  unit_id        INTEGER REFERENCES unit,
  kind           TEXT NOT NULL DEFAULT 'project'
                 CHECK (kind IN ('project', 'overall', 'special_fund')),
  ordinal        INTEGER NOT NULL,
  heading        TEXT,     -- the line above the table: 1、…绩效目标表
  title_row_code TEXT,     -- [code]name of a head row, where the form has one
  title_row_name TEXT,
  code           TEXT,     -- 项目编码, with its leading zeros and letters
  name           TEXT,     -- 项目名称
  fiscal_year    INTEGER,  -- 预算年度 of the table's own head
  target_template TEXT,    -- 项目绩效模板
  currency_line  TEXT,     -- a line such as 单位：万元 over the table
  amount_text    TEXT,     -- 预算数 as printed
  amount_unit    TEXT,     -- the 元 or 万元 printed in the cell or over the table, else NULL
  amount_fen     INTEGER,  -- and understood; without a unit the figure is in 万元
  purpose        TEXT,     -- 资金用途
  purpose_lead   TEXT,     -- the amounts printed in front of it in the same cell, if so
  plan_label     TEXT      -- 资金支出计划（累计进度%）
) STRICT;
CREATE INDEX project_by_document ON project (document_id, kind, ordinal);
CREATE INDEX project_by_unit ON project (unit_id, document_id, kind, ordinal);
CREATE INDEX project_by_amount ON project (document_id, amount_fen) WHERE kind = 'project';

-- 其中: the part of the amount that one source pays.
CREATE TABLE funding (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  project_id  INTEGER NOT NULL REFERENCES project ON DELETE CASCADE,
  ordinal     INTEGER NOT NULL,
  source      TEXT NOT NULL CHECK (source IN ('fiscal', 'local', 'other')),
              -- 财政资金, 本级资金 (also its share named inside 财政资金), 其他资金
  amount_text TEXT,
  amount_fen  INTEGER
) STRICT;
CREATE INDEX funding_by_project ON funding (project_id, source, amount_fen);

-- 资金支出计划: the cumulative share spent by a checkpoint (3月底, 第一季度).
CREATE TABLE plan_point (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  project_id   INTEGER NOT NULL REFERENCES project ON DELETE CASCADE,
  ordinal      INTEGER NOT NULL,
  label        TEXT NOT NULL,
  percent_text TEXT,
  percent_e6   INTEGER  -- 30% is 30,000,000
) STRICT;
CREATE INDEX plan_point_by_project ON plan_point (project_id, ordinal);

-- 绩效目标: one statement of what the project is to reach.
CREATE TABLE goal (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  project_id INTEGER NOT NULL REFERENCES project ON DELETE CASCADE,
  ordinal    INTEGER NOT NULL,
  label      TEXT,          -- 目标1, 1、 … as printed
  text       TEXT NOT NULL
) STRICT;
CREATE INDEX goal_by_project ON goal (project_id, ordinal);

-- One row of a table of targets.  The level columns are filled down from merged cells.  A form
-- prints the target in one cell (then it is value_text) or in three: 符号, 值, 单位（文字描述）.
CREATE TABLE indicator (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  project_id    INTEGER NOT NULL REFERENCES project ON DELETE CASCADE,
  ordinal       INTEGER NOT NULL,
  level1        TEXT,     -- 一级指标
  level2        TEXT,     -- 二级指标
  name          TEXT,     -- 三级指标
  description   TEXT,     -- 绩效指标描述
  criterion     TEXT,     -- 评（扣）分标准
  operator_text TEXT,     -- 符号
  value_text    TEXT,     -- 值, or the whole 指标值 cell
  unit_text     TEXT,     -- 单位（文字描述）
  basis         TEXT,     -- 指标值确定依据
  weight_text   TEXT,     -- 分值, 权重; blank: its share of its level (level_weight)
  weight_e6     INTEGER,
  repair        TEXT CHECK (repair = 'shifted')
                -- the source had this row moved by one cell; import put it right
) STRICT;
CREATE INDEX indicator_by_project ON indicator (project_id, ordinal);

-- What became of a target: at the mid-year monitoring (绩效运行监控) and at the year's end
-- (绩效自评).  One row a target at most, there once something of it is known.
CREATE TABLE outcome (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  indicator_id     INTEGER NOT NULL UNIQUE REFERENCES indicator ON DELETE CASCADE,
  monitored_text   TEXT,     -- 监控时完成值
  likelihood       TEXT,     -- 全年完成的可能性
  monitored_reason TEXT,     -- 偏差原因
  measure          TEXT,     -- 改进措施
  actual_text      TEXT,     -- 全年实际完成值
  actual_e6        INTEGER,  -- where it is a number of the target's unit
  score_text       TEXT,     -- 得分 that a person gave; blank: computed
  score_e6         INTEGER,
  reason           TEXT      -- 偏差原因分析及改进措施
) STRICT;

-- What became of a project's money and goal.  One row a project at most.
CREATE TABLE execution (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  project_id     INTEGER NOT NULL UNIQUE REFERENCES project ON DELETE CASCADE,
  adjusted_text  TEXT,     -- 全年预算数; blank: the amount
  adjusted_fen   INTEGER,
  monitored_text TEXT,     -- 监控时执行数
  monitored_fen  INTEGER,
  spent_text     TEXT,     -- 全年执行数
  spent_fen      INTEGER,
  conclusion     TEXT      -- 实际完成情况
) STRICT;

-- 政府采购预算: what is said of it, and its table.  Amounts are in 万元 unless currency_line says otherwise.
CREATE TABLE procurement (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id   INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  statement     TEXT,
  stated_fen    INTEGER,  -- the amount the statement names
  title         TEXT,
  unit_line     TEXT,     -- 107 …人社局
  currency_line TEXT
) STRICT;
CREATE INDEX procurement_by_document ON procurement (document_id);

-- One line of the procurement table, each cell as printed.
CREATE TABLE procurement_item (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  procurement_id  INTEGER NOT NULL REFERENCES procurement ON DELETE CASCADE,
  ordinal         INTEGER NOT NULL,
  project_name    TEXT,  -- 项目名称, or 合计
  project_budget  TEXT,  -- 预算资金
  item            TEXT,  -- 采购物品名称
  catalogue_no    TEXT,  -- 政府采购目录序号
  unit            TEXT,  -- 数量单位
  quantity        TEXT,
  price           TEXT,
  total           TEXT,  -- 当年部门预算安排资金: 合计
  general_budget  TEXT,  -- 一般公共预算拨款
  fund_budget     TEXT,  -- 基金预算拨款
  special_account TEXT,  -- 财政专户核拨
  other_income    TEXT,  -- 其他来源收入
  other_channel   TEXT   -- 其他渠道资金
) STRICT;
CREATE INDEX procurement_item_by_procurement ON procurement_item (procurement_id, ordinal);

-- 国有资产占用情况: what is said of it, and its table.
CREATE TABLE asset_report (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  statement   TEXT,
  stated_fen  INTEGER,  -- 上年末固定资产金额, as the statement says
  planned_fen INTEGER,  -- 本年度拟购置固定资产总额
  title       TEXT,
  prepared_by TEXT,     -- 编制部门
  as_of       TEXT      -- 截止时间
) STRICT;
CREATE INDEX asset_report_by_document ON asset_report (document_id);

-- One line of the asset table, each cell as printed.
CREATE TABLE asset (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  asset_report_id INTEGER NOT NULL REFERENCES asset_report ON DELETE CASCADE,
  ordinal         INTEGER NOT NULL,
  item            TEXT NOT NULL,
  quantity        TEXT,
  value           TEXT   -- 价值, 万元
) STRICT;
CREATE INDEX asset_by_report ON asset (asset_report_id, ordinal);

-- 名词解释.
CREATE TABLE glossary_term (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal     INTEGER NOT NULL,
  term        TEXT NOT NULL,
  definition  TEXT
) STRICT;
CREATE INDEX glossary_term_by_document ON glossary_term (document_id, ordinal);

-- 预算批复: the letter that approves the budget, with the totals it grants.
CREATE TABLE approval (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id      INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  heading          TEXT,     -- 十、预算批准日为 …
  letterhead       TEXT,
  issuer           TEXT,
  doc_no           TEXT,     -- 承高财发〔2024〕8号
  title            TEXT,
  addressee        TEXT,
  approval_date    TEXT,
  signed_by        TEXT,
  signed_date      TEXT,
  printed_by       TEXT,
  printed_on       TEXT,
  income_fen       INTEGER,  -- 收入预算总计
  public_fen       INTEGER,  -- 公共财政预算拨款
  fund_fen         INTEGER,  -- 政府性基金预算拨款
  expenditure_fen  INTEGER,  -- 支出预算总计
  basic_fen        INTEGER,  -- 基本支出
  project_fen      INTEGER   -- 项目支出: what the projects must sum to
) STRICT;
CREATE INDEX approval_by_document ON approval (document_id);

-- A paragraph of the letter, or one of its 附件.
CREATE TABLE approval_paragraph (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  approval_id   INTEGER NOT NULL REFERENCES approval ON DELETE CASCADE,
  ordinal       INTEGER NOT NULL,
  is_attachment INTEGER NOT NULL DEFAULT 0 CHECK (is_attachment IN (0, 1)),
  text          TEXT NOT NULL
) STRICT;
CREATE INDEX approval_paragraph_by_approval ON approval_paragraph (approval_id, ordinal);


---------------------------------------------------------------------------------------------
-- 2  Imports: where a record came from
---------------------------------------------------------------------------------------------

-- A document file that was read, kept whole.  sha256 tells a second import of the same file.
-- It stays when its document is deleted, and all that hangs on it: undo brings the document
-- back with its id, which is never given to another one.
CREATE TABLE source (
  id          INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL,
  action_id   INTEGER REFERENCES action,
  name        TEXT NOT NULL,           -- the file's name, without its folder
  sha256      TEXT NOT NULL CHECK (length(sha256) = 64),
  bytes       BLOB NOT NULL
) STRICT;
CREATE INDEX source_by_document ON source (document_id);
CREATE INDEX source_by_sha256 ON source (sha256);

-- 出处: the place in the source that a field was read from, and the words that stand there.
-- line (of a text file), page and sheet (the number of the table) count from 1; block, row and
-- col count from 0 in the blocks a reader made of it.
CREATE TABLE provenance (
  source_id   INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
  table_name  TEXT NOT NULL,
  row_id      INTEGER NOT NULL,
  column_name TEXT NOT NULL,
  line        INTEGER,
  page        INTEGER,
  block       INTEGER NOT NULL,
  sheet       INTEGER,
  row         INTEGER,
  col         INTEGER,
  words       TEXT NOT NULL,
  PRIMARY KEY (table_name, row_id, column_name, source_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX provenance_by_source ON provenance (source_id);

-- What import wants a person to know: text it did not understand ('unread'), and what it put
-- right by itself ('repaired').  Nothing of a source is dropped in silence.
CREATE TABLE import_note (
  id        INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
  kind      TEXT NOT NULL CHECK (kind IN ('unread', 'repaired')),
  line      INTEGER,
  text      TEXT NOT NULL
) STRICT;
CREATE INDEX import_note_by_source ON import_note (source_id);


---------------------------------------------------------------------------------------------
-- 3  Readings, rules and findings
---------------------------------------------------------------------------------------------

-- A finding says where a record contradicts itself or will be asked about.  It comes about in
-- three steps, and only the first needs the program:
--
--   records ──▶ readings: what the words mean, computed by app/reading/reading.c and stored here
--               (is this name a rate?  which number stands in this cell?)
--   readings ─▶ rule_<id>: one view a rule, which returns the places where it fires
--   rule_… ───▶ finding: all rules together, with severity, place and waiver
--
-- A table of targets is read as a whole.  Whatever changes in it, by whatever tool, drops its
-- readings and queues it, so that no rule speaks of words that are no longer there; the
-- program reads what is queued when it opens the file.

-- Word lists that an office can edit.  In a word, * stands for any text: *率 is a name that ends
-- with 率, *满意* one that contains it, 完成率 that very name.  data/words.sql holds ours.
-- meaning is what goes with the word, in lists that say so: of a vague word what to write instead,
-- of a name the 二级指标 it belongs under.
CREATE TABLE word_list (
  id          TEXT PRIMARY KEY,
  title       TEXT NOT NULL,
  has_meaning INTEGER NOT NULL DEFAULT 0 CHECK (has_meaning IN (0, 1))
) STRICT;

CREATE TABLE word (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  list    TEXT NOT NULL REFERENCES word_list,
  word    TEXT NOT NULL CHECK (word <> ''),
  meaning TEXT CHECK (meaning <> ''),
  UNIQUE (list, word)
) STRICT;

-- A table of targets as a whole.  “Folded” text is without white space and with full-width
-- letters, digits and signs made half-width.  A column named …_is_… or says_… is 0 or 1.
CREATE TABLE project_reading (
  project_id        INTEGER PRIMARY KEY REFERENCES project ON DELETE CASCADE,
  document_id       INTEGER NOT NULL,
  is_project        INTEGER NOT NULL,  -- 0: the overall or a special funds table
  heading_name      TEXT,     -- the heading without its number and 绩效目标表, folded
  heading_match     TEXT,     -- … beside the name: same, part (one is in the other), other
  title_row_match   TEXT,     -- the same of title_row_name
  code              TEXT,     -- folded; NULL when blank or dashes
  code_kind         TEXT,     -- p: 13081122P00799110002Y, division, year, P, serial, check;
                              -- random: division, year, 13 random characters; legacy: other
  code_check        TEXT,     -- the check character a code of kind p should end with
  plan_labels       TEXT,     -- 3月底、6月底、…
  plan_percents     TEXT,     -- 30、60、90、100, without signs, for comparison
  plan_text         TEXT,     -- as printed
  plan_blanks       INTEGER NOT NULL,  -- how many points are blank
  plan_is_mixed     INTEGER NOT NULL,  -- some points carry %, others do not
  plan_falls        INTEGER NOT NULL,  -- a point is lower than the one before
  plan_end_e6       INTEGER,           -- the last point
  plan_is_all_last  INTEGER NOT NULL,  -- nothing before the last point
  pays_regularly    INTEGER NOT NULL,  -- its indicators speak of monthly or regular payment
  rows              INTEGER NOT NULL,  -- of targets; and how many of a kind:
  quantity_rows     INTEGER NOT NULL,
  quality_rows      INTEGER NOT NULL,
  time_rows         INTEGER NOT NULL,
  cost_rows         INTEGER NOT NULL,
  benefit_rows      INTEGER NOT NULL,
  satisfaction_rows INTEGER NOT NULL,
  alias_rows        INTEGER NOT NULL,  -- whose level 1 is an older spelling: 效果指标
  uniform_rows      INTEGER NOT NULL,  -- rows that share the most frequent target,
  uniform_target    TEXT,              -- which is this
  heading_no        INTEGER,  -- the number in front of the heading
  has_basis         INTEGER NOT NULL,  -- some row has a basis: the column exists
  repeated          TEXT,     -- a phrase that stands twice in a row in the purpose
  stray_number      TEXT,     -- a document's number in the name that stands nowhere else,
  other_number      TEXT      -- … while this one does
) STRICT;
CREATE INDEX project_reading_by_document ON project_reading (document_id);
CREATE INDEX project_reading_by_code ON project_reading (document_id, code) WHERE is_project;
CREATE INDEX project_reading_by_plan ON project_reading (document_id, plan_labels) WHERE is_project;

-- A row of a table of targets.
CREATE TABLE indicator_reading (
  indicator_id          INTEGER PRIMARY KEY REFERENCES indicator ON DELETE CASCADE,
  project_id            INTEGER NOT NULL REFERENCES project_reading ON DELETE CASCADE,
  document_id           INTEGER NOT NULL,
  is_project            INTEGER NOT NULL,
  place                 INTEGER NOT NULL,  -- from 1 in its table
  level1                TEXT,     -- cost, output, benefit or satisfaction; NULL: none of them
  level2                TEXT,     -- quantity, quality, time, cost, economic, social, ecological,
                                  -- sustainable, satisfaction, economic_cost, social_cost,
                                  -- ecological_cost; NULL: none of them
  levels_clash          INTEGER NOT NULL,  -- level 2 belongs under another level 1
  name_key              INTEGER NOT NULL,  -- equal for rows of the same name
  same_name_place       INTEGER,  -- place of an earlier row of the same name
  value_kind            TEXT NOT NULL,     -- blank, number, range, date or words
  sign                  TEXT,     -- ≥ > = ≤ <, 定性 where the form says that words follow
  number_e6             INTEGER,
  unit                  TEXT NOT NULL,     -- folded, '' for none
  unit_is_money         INTEGER NOT NULL,
  amount_fen            INTEGER,  -- the number as a whole amount (not 元/人), without a unit in 万元
  unit_in_value_cell    INTEGER NOT NULL,
  name_is_rate          INTEGER NOT NULL,  -- 到位率, 满意度, 占比
  name_is_scored_rate   INTEGER NOT NULL,  -- … that words cannot answer: 率, 满意度, 比例
  name_is_count         INTEGER NOT NULL,  -- 参保人数
  name_is_level2        INTEGER NOT NULL,  -- says no more than the level: 数量指标
  name_is_total_cost    INTEGER NOT NULL,  -- the cost of the whole project: 项目支出
  name_is_amount        INTEGER NOT NULL,  -- …金额, out of the project's own budget
  name_is_price         INTEGER NOT NULL,  -- 费用标准
  name_is_deadline      INTEGER NOT NULL,  -- 完成时限
  name_is_less_better   INTEGER NOT NULL,  -- 资源消耗
  name_is_growth        INTEGER NOT NULL,  -- 增长率: may exceed 100%
  name_is_saving        INTEGER NOT NULL,  -- 节约率
  name_is_control       INTEGER NOT NULL,  -- 控制率
  name_is_value         INTEGER NOT NULL,  -- 三所
  name_is_long          INTEGER NOT NULL,
  description_is_rate   INTEGER NOT NULL,
  description_is_share  INTEGER NOT NULL,  -- says of what it is a share
  description_is_name   INTEGER NOT NULL,
  says_standard         INTEGER NOT NULL,  -- name or description: of a price standard
  says_execution        INTEGER NOT NULL,  -- … of the execution of the budget
  says_satisfaction     INTEGER NOT NULL,
  says_ecology          INTEGER NOT NULL,
  says_time             INTEGER NOT NULL,  -- … or the value
  misfiled              INTEGER NOT NULL,  -- the name belongs under another level 2,
  home                  TEXT,     -- … which is this, where the words tell
  words_are_yes_no      INTEGER NOT NULL,
  words_hold_number     INTEGER NOT NULL,  -- a number with a unit: 232元/人
  criterion_has_percent INTEGER NOT NULL,
  criterion_percent_e6  INTEGER,  -- a percentage of the criterion, when none is the target's
  criterion_deducts     INTEGER NOT NULL,  -- says how points are lost, or is blank
  basis_is_blank        INTEGER NOT NULL,
  basis_is_vague        INTEGER NOT NULL,
  basis_number_e6       INTEGER,  -- a number with the target's unit, when none is the target's
  is_shifted            INTEGER NOT NULL,  -- cells stand one column off
  repeated_field        TEXT,     -- where a phrase stands twice in a row
  repeated              TEXT,
  row_key               INTEGER NOT NULL   -- equal for rows of the same words and target
) STRICT;
CREATE INDEX indicator_reading_by_project ON indicator_reading (project_id);
CREATE INDEX indicator_reading_by_key
  ON indicator_reading (document_id, row_key, project_id) WHERE is_project;

CREATE INDEX indicator_reading_by_name ON indicator_reading (document_id, name_key, is_project)
  WHERE name_is_count AND number_e6 IS NOT NULL;

-- The rows where a rule may fire, so that a check of the whole file steps over the others.  One
-- index a rule, with what its WHERE asks of the reading alone, in the same words.
CREATE INDEX suspect_cost_total_mismatch ON indicator_reading (project_id, document_id)
  WHERE name_is_total_cost AND is_project AND level2 = 'cost';
CREATE INDEX suspect_value_equals_other_budget ON indicator_reading (project_id, document_id)
  WHERE sign = '=' AND unit = '' AND is_project;
CREATE INDEX suspect_amount_exceeds_budget ON indicator_reading (project_id, document_id)
  WHERE name_is_amount AND is_project AND level2 IS NOT 'cost';
CREATE INDEX suspect_money_as_output ON indicator_reading (project_id, document_id)
  WHERE (level2 = 'quantity' OR level2 = 'quality') AND is_project AND amount_fen IS NOT NULL;
CREATE INDEX suspect_cost_floor ON indicator_reading (project_id, document_id)
  WHERE level2 = 'cost' AND is_project AND (sign = '≥' OR sign = '>') AND (unit_is_money OR unit
    = '') AND NOT says_standard;
CREATE INDEX suspect_cost_as_percent ON indicator_reading (project_id, document_id)
  WHERE level2 = 'cost' AND is_project AND unit = '%';
CREATE INDEX suspect_execution_rate_as_cost ON indicator_reading (project_id, document_id)
  WHERE says_execution AND is_project AND level2 = 'cost' AND unit = '%';
CREATE INDEX suspect_cost_as_text ON indicator_reading (project_id, document_id)
  WHERE level2 = 'cost' AND is_project AND value_kind = 'words';
CREATE INDEX suspect_savings_rate_implausible ON indicator_reading (project_id, document_id)
  WHERE name_is_saving AND is_project AND unit = '%' AND number_e6 > 50000000 AND (sign = '≥' OR
    sign = '>' OR sign = '=');
CREATE INDEX suspect_target_blank ON indicator_reading (project_id, document_id)
  WHERE value_kind = 'blank';
CREATE INDEX suspect_row_shifted ON indicator_reading (project_id, document_id)
  WHERE is_shifted;
CREATE INDEX suspect_basis_blank ON indicator_reading (project_id, document_id)
  WHERE basis_is_blank;
CREATE INDEX suspect_unit_missing ON indicator_reading (project_id, document_id)
  WHERE number_e6 IS NOT NULL AND unit = '';
CREATE INDEX suspect_unit_in_value_cell ON indicator_reading (project_id, document_id)
  WHERE unit_in_value_cell;
CREATE INDEX suspect_rate_without_percent ON indicator_reading (project_id, document_id)
  WHERE (name_is_rate OR (name_is_level2 AND description_is_rate)) AND number_e6 IS NOT NULL AND
    NOT (unit = '%' OR unit = '‰' OR unit = '分' OR unit = '个百分点');
CREATE INDEX suspect_percent_over_100 ON indicator_reading (project_id, document_id)
  WHERE number_e6 > 100000000 AND unit = '%' AND NOT name_is_growth;
CREATE INDEX suspect_percent_at_least_100 ON indicator_reading (project_id, document_id)
  WHERE number_e6 = 100000000 AND unit = '%' AND (sign = '≥' OR sign = '>') AND NOT
    name_is_growth;
CREATE INDEX suspect_count_with_percent ON indicator_reading (project_id, document_id)
  WHERE name_is_count AND unit = '%';
CREATE INDEX suspect_count_as_text ON indicator_reading (project_id, document_id)
  WHERE value_kind = 'words' AND (level2 = 'quantity' OR name_is_count);
CREATE INDEX suspect_rate_with_text ON indicator_reading (project_id, document_id)
  WHERE name_is_scored_rate AND value_kind = 'words';
CREATE INDEX suspect_satisfaction_as_text ON indicator_reading (project_id, document_id)
  WHERE level1 = 'satisfaction' AND value_kind = 'words';
CREATE INDEX suspect_number_hidden_in_text ON indicator_reading (project_id, document_id)
  WHERE words_hold_number AND sign = '定性';
CREATE INDEX suspect_text_despite_numeric_criterion ON indicator_reading (project_id, document_id)
  WHERE criterion_has_percent AND value_kind = 'words';
CREATE INDEX suspect_criterion_number_differs ON indicator_reading (project_id, document_id)
  WHERE criterion_percent_e6 IS NOT NULL;
CREATE INDEX suspect_deadline_with_percent ON indicator_reading (project_id, document_id)
  WHERE name_is_deadline AND unit = '%';
CREATE INDEX suspect_unit_contradicts_name ON indicator_reading (project_id, document_id)
  WHERE name_is_price AND (unit = '年' OR unit = '月' OR unit = '天' OR unit = '日') AND level2 IS
    NOT 'quantity';
CREATE INDEX suspect_direction_contradicts_name ON indicator_reading (project_id, document_id)
  WHERE name_is_less_better AND (sign = '≥' OR sign = '>');
CREATE INDEX suspect_percent_without_rate_name ON indicator_reading (project_id, document_id)
  WHERE unit = '%' AND NOT name_is_rate AND NOT name_is_count AND NOT description_is_rate AND
    NOT description_is_share AND level2 IS NOT 'cost' AND level2 IS NOT 'time' AND NOT (level1 IS
    'satisfaction' AND says_satisfaction);
CREATE INDEX suspect_operator_missing ON indicator_reading (project_id, document_id)
  WHERE number_e6 IS NOT NULL AND sign IS NULL;
CREATE INDEX suspect_satisfaction_100 ON indicator_reading (project_id, document_id)
  WHERE level1 = 'satisfaction' AND number_e6 >= 100000000 AND (sign = '=' OR sign = '≥');
CREATE INDEX suspect_basis_number_differs ON indicator_reading (project_id, document_id)
  WHERE basis_number_e6 IS NOT NULL;
CREATE INDEX suspect_nonstandard_level2 ON indicator_reading (project_id, document_id)
  WHERE level2 IS NULL AND NOT is_shifted;
CREATE INDEX suspect_level2_under_wrong_level1 ON indicator_reading (project_id, document_id)
  WHERE levels_clash AND NOT is_shifted;
CREATE INDEX suspect_nonstandard_level1 ON indicator_reading (project_id, document_id)
  WHERE level1 IS NULL AND NOT is_shifted;
CREATE INDEX suspect_level2_misfiled ON indicator_reading (project_id, document_id)
  WHERE misfiled;
CREATE INDEX suspect_ecology_without_ecology ON indicator_reading (project_id, document_id)
  WHERE level2 = 'ecological' AND NOT says_ecology;
CREATE INDEX suspect_satisfaction_not_satisfaction ON indicator_reading (project_id, document_id)
  WHERE level1 = 'satisfaction' AND NOT says_satisfaction AND NOT is_shifted;
CREATE INDEX suspect_rate_under_quantity ON indicator_reading (project_id, document_id)
  WHERE level2 = 'quantity' AND name_is_rate;
CREATE INDEX suspect_time_without_time ON indicator_reading (project_id, document_id)
  WHERE level2 = 'time' AND NOT says_time AND value_kind <> 'date';
CREATE INDEX suspect_name_repeats_level2 ON indicator_reading (project_id, document_id)
  WHERE name_is_level2;
CREATE INDEX suspect_description_repeats_name ON indicator_reading (project_id, document_id)
  WHERE description_is_name;
CREATE INDEX suspect_duplicate_name_within_project ON indicator_reading (project_id, document_id)
  WHERE same_name_place IS NOT NULL AND is_project;
CREATE INDEX suspect_name_is_a_value ON indicator_reading (project_id, document_id)
  WHERE name_is_value;
CREATE INDEX suspect_name_too_long ON indicator_reading (project_id, document_id)
  WHERE name_is_long;
CREATE INDEX suspect_criterion_without_deduction ON indicator_reading (project_id, document_id)
  WHERE NOT criterion_deducts;
CREATE INDEX suspect_basis_vague ON indicator_reading (project_id, document_id)
  WHERE basis_is_vague;
CREATE INDEX suspect_repeated_phrase ON indicator_reading (project_id, document_id)
  WHERE repeated IS NOT NULL;

-- A goal.
CREATE TABLE goal_reading (
  goal_id         INTEGER PRIMARY KEY REFERENCES goal ON DELETE CASCADE,
  project_id      INTEGER NOT NULL REFERENCES project_reading ON DELETE CASCADE,
  document_id     INTEGER NOT NULL,
  place           INTEGER NOT NULL,  -- from 1 in its project
  key             TEXT NOT NULL,     -- folded, without punctuation
  is_long         INTEGER NOT NULL,  -- long enough that a second one is a copy
  same_text_place INTEGER,           -- place of an earlier goal with the same text
  is_statement    INTEGER NOT NULL   -- says more than a name
) STRICT;
CREATE INDEX goal_reading_by_project ON goal_reading (project_id);
CREATE INDEX goal_reading_by_key ON goal_reading (document_id, key, project_id) WHERE is_long;

-- A text that names years: 2021年.  Years in the number or title of a document do not count.
CREATE TABLE year_reading (
  id           INTEGER PRIMARY KEY,
  project_id   INTEGER NOT NULL REFERENCES project_reading ON DELETE CASCADE,
  document_id  INTEGER NOT NULL,
  indicator_id INTEGER,        -- NULL: a text of the project itself
  field        TEXT NOT NULL,
  years        TEXT NOT NULL,  -- 2021、2022
  text         TEXT NOT NULL
) STRICT;
CREATE INDEX year_reading_by_project ON year_reading (project_id);

-- A number of a document that a text of the project quotes: 承人社字〔2020〕275号.
CREATE TABLE number_reading (
  id          INTEGER PRIMARY KEY,
  project_id  INTEGER NOT NULL REFERENCES project_reading ON DELETE CASCADE,
  document_id INTEGER NOT NULL,
  issuer      TEXT NOT NULL,     -- 承人社字
  year        INTEGER NOT NULL,
  number      INTEGER NOT NULL,
  bracket     TEXT NOT NULL,     -- around the year: 〔, ﹝, 【, [ or (
  times       INTEGER NOT NULL   -- in the project
) STRICT;
CREATE INDEX number_reading_by_project ON number_reading (project_id);
CREATE INDEX number_reading_by_number ON number_reading (document_id, year, number, issuer);
CREATE INDEX number_reading_by_bracket ON number_reading (document_id) WHERE bracket <> '〔';

-- Words of a text that want another look.
CREATE TABLE wording_reading (
  id           INTEGER PRIMARY KEY,
  project_id   INTEGER NOT NULL REFERENCES project_reading ON DELETE CASCADE,
  document_id  INTEGER NOT NULL,
  indicator_id INTEGER,        -- NULL: a text of the project itself
  field        TEXT NOT NULL,
  kind         TEXT NOT NULL,  -- space: between two Chinese characters; field_code: what a word
                               -- processor left; operator: 大于等于 for ≥; typo; vague: cannot be
                               -- measured; unmeasured: parts of the goals that no row is about;
                               -- unmentioned: rows that no goal is about
  found        TEXT NOT NULL,
  instead      TEXT,           -- what belongs there, or a pattern for it
  text         TEXT NOT NULL
) STRICT;
CREATE INDEX wording_reading_by_project ON wording_reading (project_id);
CREATE INDEX wording_reading_by_kind ON wording_reading (kind, project_id);

-- At least 60 % of the rows of the larger of two projects are also in the other.  It is found
-- when the second one is read.
CREATE TABLE alike_reading (
  id          INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL,
  project_id  INTEGER NOT NULL REFERENCES project_reading ON DELETE CASCADE,  -- the later one
  other_id    INTEGER NOT NULL REFERENCES project_reading ON DELETE CASCADE,
  rows        INTEGER NOT NULL  -- of the later one that are in the other too
) STRICT;
CREATE INDEX alike_reading_by_project ON alike_reading (project_id);
CREATE INDEX alike_reading_by_other ON alike_reading (other_id);

-- A document as a whole.
CREATE TABLE document_reading (
  document_id       INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
  procurement_years TEXT       -- named by the statement on procurement
) STRICT;

-- What a list of the document calls a project, where the list goes through the projects one by
-- one by their numbers: catalogue (目录) or sub_goals (分项绩效目标).
CREATE TABLE list_reading (
  project_id  INTEGER PRIMARY KEY REFERENCES project ON DELETE CASCADE,
  document_id INTEGER NOT NULL REFERENCES document_reading ON DELETE CASCADE,
  source      TEXT NOT NULL,
  title       TEXT NOT NULL,
  is_same     INTEGER NOT NULL  -- as the project's name, the year left aside
) STRICT;
CREATE INDEX list_reading_by_document ON list_reading (document_id);

-- A long run of words that an earlier project of the document has too.
CREATE TABLE copy_reading (
  id          INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document_reading ON DELETE CASCADE,
  project_id  INTEGER NOT NULL REFERENCES project ON DELETE CASCADE,
  other_id    INTEGER NOT NULL REFERENCES project ON DELETE CASCADE,
  field       TEXT NOT NULL,  -- purpose or goal
  text        TEXT NOT NULL   -- the run
) STRICT;
CREATE INDEX copy_reading_by_document ON copy_reading (document_id);
CREATE INDEX copy_reading_by_project ON copy_reading (project_id);
CREATE INDEX copy_reading_by_other ON copy_reading (other_id);

-- The queue: what is to be read before the findings are whole.
CREATE TABLE unread_project (
  project_id INTEGER PRIMARY KEY REFERENCES project ON DELETE CASCADE
) STRICT;

CREATE TABLE unread_document (
  document_id INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE
) STRICT;

-- What fills the queue.  A row that goes with its project or document finds neither there any
-- more, hence the SELECT.

CREATE TRIGGER indicator_queued_new AFTER INSERT ON indicator
BEGIN
  DELETE FROM project_reading WHERE project_id = NEW.project_id;
  INSERT OR IGNORE INTO unread_project SELECT id FROM project WHERE id = NEW.project_id;
END;

CREATE TRIGGER indicator_queued_changed AFTER UPDATE ON indicator
BEGIN
  DELETE FROM project_reading WHERE project_id IN (OLD.project_id, NEW.project_id);
  INSERT OR IGNORE INTO unread_project SELECT id FROM project WHERE id IN (OLD.project_id, NEW.project_id);
END;

CREATE TRIGGER indicator_queued_gone AFTER DELETE ON indicator
BEGIN
  DELETE FROM project_reading WHERE project_id = OLD.project_id;
  INSERT OR IGNORE INTO unread_project SELECT id FROM project WHERE id = OLD.project_id;
END;

CREATE TRIGGER goal_queued_new AFTER INSERT ON goal
BEGIN
  DELETE FROM project_reading WHERE project_id = NEW.project_id;
  INSERT OR IGNORE INTO unread_project SELECT id FROM project WHERE id = NEW.project_id;
  DELETE FROM document_reading
  WHERE document_id = (SELECT document_id FROM project WHERE id = NEW.project_id);
  INSERT OR IGNORE INTO unread_document
  SELECT document_id FROM project WHERE id = NEW.project_id;
END;

CREATE TRIGGER goal_queued_changed AFTER UPDATE ON goal
BEGIN
  DELETE FROM project_reading WHERE project_id IN (OLD.project_id, NEW.project_id);
  INSERT OR IGNORE INTO unread_project SELECT id FROM project WHERE id IN (OLD.project_id, NEW.project_id);
  DELETE FROM document_reading
  WHERE document_id = (SELECT document_id FROM project WHERE id = NEW.project_id);
  INSERT OR IGNORE INTO unread_document
  SELECT document_id FROM project WHERE id = NEW.project_id;
END;

CREATE TRIGGER goal_queued_gone AFTER DELETE ON goal
BEGIN
  DELETE FROM project_reading WHERE project_id = OLD.project_id;
  INSERT OR IGNORE INTO unread_project SELECT id FROM project WHERE id = OLD.project_id;
  DELETE FROM document_reading
  WHERE document_id = (SELECT document_id FROM project WHERE id = OLD.project_id);
  INSERT OR IGNORE INTO unread_document
  SELECT document_id FROM project WHERE id = OLD.project_id;
END;

CREATE TRIGGER plan_point_queued_new AFTER INSERT ON plan_point
BEGIN
  DELETE FROM project_reading WHERE project_id = NEW.project_id;
  INSERT OR IGNORE INTO unread_project SELECT id FROM project WHERE id = NEW.project_id;
END;

CREATE TRIGGER plan_point_queued_changed AFTER UPDATE ON plan_point
BEGIN
  DELETE FROM project_reading WHERE project_id = NEW.project_id;
  INSERT OR IGNORE INTO unread_project SELECT id FROM project WHERE id = NEW.project_id;
END;

CREATE TRIGGER plan_point_queued_gone AFTER DELETE ON plan_point
BEGIN
  DELETE FROM project_reading WHERE project_id = OLD.project_id;
  INSERT OR IGNORE INTO unread_project SELECT id FROM project WHERE id = OLD.project_id;
END;

CREATE TRIGGER project_queued_new AFTER INSERT ON project
BEGIN
  DELETE FROM project_reading WHERE project_id = NEW.id;
  INSERT OR IGNORE INTO unread_project SELECT id FROM project WHERE id = NEW.id;
  DELETE FROM document_reading WHERE document_id = NEW.document_id;
  INSERT OR IGNORE INTO unread_document SELECT id FROM document WHERE id = NEW.document_id;
END;

CREATE TRIGGER project_queued_changed AFTER UPDATE ON project
BEGIN
  DELETE FROM project_reading WHERE project_id = NEW.id;
  INSERT OR IGNORE INTO unread_project SELECT id FROM project WHERE id = NEW.id;
  DELETE FROM document_reading WHERE document_id IN (OLD.document_id, NEW.document_id);
  INSERT OR IGNORE INTO unread_document
    SELECT id FROM document WHERE id IN (OLD.document_id, NEW.document_id);
END;

CREATE TRIGGER project_queued_gone AFTER DELETE ON project
BEGIN
  DELETE FROM document_reading WHERE document_id = OLD.document_id;
  INSERT OR IGNORE INTO unread_document SELECT id FROM document WHERE id = OLD.document_id;
END;

CREATE TRIGGER catalogue_entry_queued_new AFTER INSERT ON catalogue_entry
BEGIN
  DELETE FROM document_reading WHERE document_id = NEW.document_id;
  INSERT OR IGNORE INTO unread_document SELECT id FROM document WHERE id = NEW.document_id;
END;

CREATE TRIGGER catalogue_entry_queued_changed AFTER UPDATE ON catalogue_entry
BEGIN
  DELETE FROM document_reading WHERE document_id = NEW.document_id;
  INSERT OR IGNORE INTO unread_document SELECT id FROM document WHERE id = NEW.document_id;
END;

CREATE TRIGGER catalogue_entry_queued_gone AFTER DELETE ON catalogue_entry
BEGIN
  DELETE FROM document_reading WHERE document_id = OLD.document_id;
  INSERT OR IGNORE INTO unread_document SELECT id FROM document WHERE id = OLD.document_id;
END;

CREATE TRIGGER sub_goal_queued_new AFTER INSERT ON sub_goal
BEGIN
  DELETE FROM document_reading WHERE document_id = NEW.document_id;
  INSERT OR IGNORE INTO unread_document SELECT id FROM document WHERE id = NEW.document_id;
END;

CREATE TRIGGER sub_goal_queued_changed AFTER UPDATE ON sub_goal
BEGIN
  DELETE FROM document_reading WHERE document_id = NEW.document_id;
  INSERT OR IGNORE INTO unread_document SELECT id FROM document WHERE id = NEW.document_id;
END;

CREATE TRIGGER sub_goal_queued_gone AFTER DELETE ON sub_goal
BEGIN
  DELETE FROM document_reading WHERE document_id = OLD.document_id;
  INSERT OR IGNORE INTO unread_document SELECT id FROM document WHERE id = OLD.document_id;
END;

CREATE TRIGGER procurement_queued_new AFTER INSERT ON procurement
BEGIN
  DELETE FROM document_reading WHERE document_id = NEW.document_id;
  INSERT OR IGNORE INTO unread_document SELECT id FROM document WHERE id = NEW.document_id;
END;

CREATE TRIGGER procurement_queued_changed AFTER UPDATE ON procurement
BEGIN
  DELETE FROM document_reading WHERE document_id = NEW.document_id;
  INSERT OR IGNORE INTO unread_document SELECT id FROM document WHERE id = NEW.document_id;
END;

CREATE TRIGGER procurement_queued_gone AFTER DELETE ON procurement
BEGIN
  DELETE FROM document_reading WHERE document_id = OLD.document_id;
  INSERT OR IGNORE INTO unread_document SELECT id FROM document WHERE id = OLD.document_id;
END;

-- What has no reading is queued: of many words only the first that changes has work to do.
CREATE TRIGGER word_queued_new AFTER INSERT ON word
WHEN EXISTS (SELECT 1 FROM project_reading) OR EXISTS (SELECT 1 FROM document_reading)
BEGIN
  DELETE FROM project_reading;
  DELETE FROM document_reading;
  INSERT OR IGNORE INTO unread_project SELECT id FROM project;
  INSERT OR IGNORE INTO unread_document SELECT id FROM document;
END;

CREATE TRIGGER word_queued_changed AFTER UPDATE ON word
WHEN EXISTS (SELECT 1 FROM project_reading) OR EXISTS (SELECT 1 FROM document_reading)
BEGIN
  DELETE FROM project_reading;
  DELETE FROM document_reading;
  INSERT OR IGNORE INTO unread_project SELECT id FROM project;
  INSERT OR IGNORE INTO unread_document SELECT id FROM document;
END;

CREATE TRIGGER word_queued_gone AFTER DELETE ON word
WHEN EXISTS (SELECT 1 FROM project_reading) OR EXISTS (SELECT 1 FROM document_reading)
BEGIN
  DELETE FROM project_reading;
  DELETE FROM document_reading;
  INSERT OR IGNORE INTO unread_project SELECT id FROM project;
  INSERT OR IGNORE INTO unread_document SELECT id FROM document;
END;

-- A rule, described for people.  Its view is rule_<id>, with _ for -.
CREATE TABLE rule (
  id              TEXT PRIMARY KEY,
  ordinal         INTEGER NOT NULL,   -- place among the rules in lists
  severity        TEXT NOT NULL CHECK (instr(' error warning hint ', ' ' || severity || ' ')),
                  -- error: contradicts itself; warning: a reviewer will ask; hint: style
  title           TEXT NOT NULL,
  explanation     TEXT NOT NULL,
  basis           TEXT,               -- the regulation it rests on, if any
  example_before  TEXT,
  example_after   TEXT,
  implied_by      TEXT REFERENCES rule  -- where that one fires too, this one says nothing new
) STRICT;

-- How severe an office sees a rule that it sees otherwise.
CREATE TABLE office_severity (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  rule     TEXT NOT NULL UNIQUE REFERENCES rule,
  severity TEXT NOT NULL CHECK (instr(' error warning hint ', ' ' || severity || ' '))
) STRICT;

-- What the field of a finding is called, and the column that holds it.
CREATE TABLE finding_field (
  id          TEXT PRIMARY KEY,
  title       TEXT NOT NULL,
  table_name  TEXT NOT NULL,
  column_name TEXT NOT NULL
) STRICT;

-- 豁免: a finding that an office has answered.  It holds for the values it was given for
-- (seen, expected) and lapses when one of them changes.  earlier_id: the waiver of an
-- earlier year's text that this one repeats.
CREATE TABLE waiver (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  rule_id      TEXT NOT NULL REFERENCES rule,
  document_id  INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  project_id   INTEGER REFERENCES project ON DELETE CASCADE,
  indicator_id INTEGER REFERENCES indicator ON DELETE CASCADE,
  field        TEXT,
  seen         TEXT,
  expected     TEXT,
  reason       TEXT NOT NULL CHECK (reason <> ''),
  earlier_id   INTEGER,
  who          TEXT NOT NULL,
  at           TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
) STRICT;
CREATE INDEX waiver_by_rule ON waiver (rule_id, document_id);
CREATE INDEX waiver_by_project ON waiver (project_id);
CREATE INDEX waiver_by_indicator ON waiver (indicator_id);

-- 沿革: what a person said of the table or row of an earlier text that one of this text
-- continues.  Both earlier columns NULL: it is new.  Said of two tables, an earlier one was split:
-- the first said continues it, the other parted from it.  Where two are said of one, the first
-- said is continued and the other went into it.  What nobody spoke about is proposed by
-- app/compare/lineage.c whenever it is asked for, and not stored.
CREATE TABLE lineage (
  id                   INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id          INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  project_id           INTEGER NOT NULL REFERENCES project ON DELETE CASCADE,
  indicator_id         INTEGER REFERENCES indicator ON DELETE CASCADE,  -- NULL: the table
  earlier_project_id   INTEGER REFERENCES project ON DELETE CASCADE,
  earlier_indicator_id INTEGER REFERENCES indicator ON DELETE CASCADE,
  who                  TEXT NOT NULL,
  at                   TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
) STRICT;
CREATE UNIQUE INDEX lineage_by_row ON lineage (project_id, ifnull(indicator_id, 0),
  ifnull(earlier_project_id, 0), ifnull(earlier_indicator_id, 0));
CREATE INDEX lineage_by_document ON lineage (document_id);
CREATE INDEX lineage_by_indicator ON lineage (indicator_id);
CREATE INDEX lineage_by_earlier_project ON lineage (earlier_project_id);
CREATE INDEX lineage_by_earlier_indicator ON lineage (earlier_indicator_id);

-- 审核意见: what a reviewer says of a text, a table, a row or a cell.  open: to be answered;
-- answered: the department has; settled: the reviewer is content.  A row that is no indicator's
-- (a goal, a checkpoint of spending, a section) is named by its table and id in part, part_row.
CREATE TABLE comment (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id  INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  project_id   INTEGER REFERENCES project ON DELETE CASCADE,
  indicator_id INTEGER REFERENCES indicator ON DELETE CASCADE,
  part         TEXT,
  part_row     INTEGER,
  field        TEXT,     -- a column of the row, or of the table; NULL: all of it
  text         TEXT NOT NULL CHECK (text <> ''),
  who          TEXT NOT NULL,
  at           TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
  state        TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'answered', 'settled')),
  answer       TEXT,
  answered_by  TEXT,
  answered_at  TEXT
) STRICT;
CREATE INDEX comment_by_document ON comment (document_id);
CREATE INDEX comment_by_project ON comment (project_id);
CREATE INDEX comment_by_indicator ON comment (indicator_id);

-- When a reviewer last looked at a text, and the last action then.  No record: it is no part
-- of history.
CREATE TABLE review_look (
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  who         TEXT NOT NULL,
  at          TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
  action_id   INTEGER NOT NULL,
  PRIMARY KEY (document_id, who)
) STRICT, WITHOUT ROWID;

-- 照搬上年: a cell of a drafted text whose amount, plan or target came over from the year
-- before.  It stays so until somebody writes something else there or confirms it.
CREATE TABLE carried (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id  INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  table_name   TEXT NOT NULL CHECK (table_name IN ('project', 'funding', 'plan_point', 'indicator')),
  row_id       INTEGER NOT NULL,
  column_name  TEXT NOT NULL,
  value        TEXT NOT NULL,
  is_confirmed INTEGER NOT NULL DEFAULT 0 CHECK (is_confirmed IN (0, 1)),
  UNIQUE (table_name, row_id, column_name)
) STRICT;
CREATE INDEX carried_by_document ON carried (document_id);

-- The cells that still stand as they came over, for a project: WHERE project_id = …
CREATE VIEW carried_cell AS
  SELECT c.id, c.document_id, p.id AS project_id, c.table_name, c.row_id, c.column_name, c.value
  FROM project p CROSS JOIN carried c
    ON c.table_name = 'project' AND c.row_id = p.id AND c.column_name = 'amount_text'
  WHERE p.amount_text IS c.value AND NOT c.is_confirmed
  UNION ALL
  SELECT c.id, c.document_id, f.project_id, c.table_name, c.row_id, c.column_name, c.value
  FROM funding f CROSS JOIN carried c
    ON c.table_name = 'funding' AND c.row_id = f.id AND c.column_name = 'amount_text'
  WHERE f.amount_text IS c.value AND NOT c.is_confirmed
  UNION ALL
  SELECT c.id, c.document_id, l.project_id, c.table_name, c.row_id, c.column_name, c.value
  FROM plan_point l CROSS JOIN carried c
    ON c.table_name = 'plan_point' AND c.row_id = l.id AND c.column_name = 'percent_text'
  WHERE l.percent_text IS c.value AND NOT c.is_confirmed
  UNION ALL
  SELECT c.id, c.document_id, i.project_id, c.table_name, c.row_id, c.column_name, c.value
  FROM indicator i CROSS JOIN carried c
    ON c.table_name = 'indicator' AND c.row_id = i.id AND c.column_name = 'value_text'
  WHERE i.value_text IS c.value AND NOT c.is_confirmed;

-- The rules.  Every rule view has the columns
--   document_id, project_id, indicator_id  where it fires; a NULL: the whole above it
--   field      what is wrong there, an id of finding_field
--   seen       what stands there;  expected: what should, if that is known
--   severity   where it differs from the rule's own, else NULL
--   message    one sentence: what was seen, what was expected, why it matters
-- and offers project_id as a plain column, so that the findings of one project touch the rows of
-- that project only: no rule may sort, limit or number rows.

-- A row as the rules see it: its reading, and the words for the message.  The joins keep this
-- order: a rule looks at the narrow reading first, and at the words only where it fires; a LEFT
-- JOIN that nobody reads from is left out.
CREATE VIEW target AS
  SELECT r.*,
    i.level1 AS level1_text, i.level2 AS level2_text, i.name, i.description, i.criterion, i.basis,
    coalesce(nullif(i.name, ''), nullif(i.description, ''), '第' || r.place || '行') AS label,
    iif(r.sign = '定性', '', coalesce(i.operator_text, ''))
      || coalesce(i.value_text, '') || coalesce(i.unit_text, '') AS printed,
    p.amount_fen AS budget_fen,
    p.amount_text || iif(p.amount_text GLOB '*[0-9]', coalesce(p.amount_unit, '万元'), '')
      AS budget
  FROM indicator_reading r
  LEFT JOIN indicator i ON i.id = r.indicator_id
  LEFT JOIN project p ON p.id = r.project_id;

-- 3.1  Money.  Amounts compare within 50 元, as printed in 万元 with two decimals.

-- A cost that says it is the whole project's is not the budget.
CREATE VIEW rule_cost_total_mismatch AS
  SELECT document_id, project_id, indicator_id, 'value' AS field, printed AS seen,
    budget AS expected, NULL AS severity,
    '“' || label || '”写全部成本为“' || printed || '”，而预算数是' || budget
      || '：两处应当相等，请核对哪一个写错' AS message
  FROM target
  WHERE name_is_total_cost AND is_project AND level2 = 'cost'
    AND abs(amount_fen - budget_fen) > 5000;

-- A bare figure is exactly the budget of another project: pasted from there.
CREATE VIEW rule_value_equals_other_budget AS
  SELECT document_id, project_id, indicator_id, 'value' AS field, printed AS seen,
    NULL AS expected, NULL AS severity,
    '“' || label || '”的指标值“' || printed || '”恰是另一项目“' || coalesce(
      (SELECT q.name FROM project q WHERE q.document_id = t.document_id
         AND q.amount_fen BETWEEN t.number_e6 - 4999 AND t.number_e6 + 4999
         AND q.kind = 'project' AND q.id <> t.project_id ORDER BY q.ordinal LIMIT 1), '')
      || '”的预算数，本项目预算是' || budget || '：像是从那里粘贴来的' AS message
  FROM target t
  WHERE sign = '=' AND unit = '' AND is_project AND abs(number_e6 - budget_fen) > 5000
    AND NOT (name_is_rate AND number_e6 <= 100000000)
    AND EXISTS (SELECT 1 FROM project q WHERE q.document_id = t.document_id
      AND q.amount_fen BETWEEN t.number_e6 - 4999 AND t.number_e6 + 4999
      AND q.kind = 'project' AND q.id <> t.project_id);

CREATE VIEW rule_amount_exceeds_budget AS
  SELECT document_id, project_id, indicator_id, 'value' AS field, printed AS seen,
    '不大于' || budget AS expected, NULL AS severity,
    '“' || label || '”的金额“' || printed || '”大于项目预算' || budget
      || '：一部分不会多于全部' AS message
  FROM target
  WHERE name_is_amount AND is_project AND level2 IS NOT 'cost' AND amount_fen > budget_fen;

-- Money that goes in is not an output.  到位率 = 100 beside a budget of 100 万元 may be a rate.
CREATE VIEW rule_money_as_output AS
  SELECT document_id, project_id, indicator_id, 'value' AS field, printed AS seen,
    NULL AS expected, NULL AS severity,
    '“' || label || '”的指标值“' || printed || '”就是预算数' || budget
      || '：' || iif(level2 = 'quantity', '数量', '质量') || '指标应写做成什么，不写花多少钱' AS message
  FROM target
  WHERE (level2 = 'quantity' OR level2 = 'quality') AND is_project AND amount_fen IS NOT NULL
    AND abs(amount_fen - budget_fen) < 5000
    AND NOT (name_is_rate AND unit = '' AND number_e6 = 100000000);

CREATE VIEW rule_total_differs_from_approved AS
  SELECT s.document_id, NULL AS project_id, NULL AS indicator_id, 'project_total' AS field,
    s.total AS seen, s.approved AS expected, NULL AS severity,
    '各项目预算合计' || s.total || '万元，批复的项目支出是' || s.approved || '万元，相差'
      || rtrim(rtrim(format('%+d.%06d', s.difference / 1000000, abs(s.difference) % 1000000), '0'), '.')
      || '万元：公开的文本应与批复一致' AS message
  FROM (
    SELECT a.document_id, t.fen - a.project_fen AS difference,
      rtrim(rtrim(format('%d.%06d', t.fen / 1000000, t.fen % 1000000), '0'), '.') AS total,
      rtrim(rtrim(format('%d.%06d', a.project_fen / 1000000, a.project_fen % 1000000), '0'), '.')
        AS approved
    FROM approval a
    CROSS JOIN (
      SELECT document_id, sum(amount_fen) AS fen, count(*) - count(amount_fen) AS unknown
      FROM project WHERE kind = 'project' GROUP BY document_id) t ON t.document_id = a.document_id
    WHERE t.unknown = 0 AND abs(t.fen - a.project_fen) > 5000) s;

-- Spending at least so much is no aim, unless a policy sets the standard.
CREATE VIEW rule_cost_floor AS
  SELECT document_id, project_id, indicator_id, 'value' AS field, printed AS seen,
    '≤' AS expected, NULL AS severity,
    '成本指标“' || label || '”写成“' || printed
      || '”，意思是至少要花这么多；成本应写上限（≤）或定额（=）' AS message
  FROM target
  WHERE level2 = 'cost' AND is_project AND (sign = '≥' OR sign = '>')
    AND (unit_is_money OR unit = '') AND NOT says_standard;

CREATE VIEW rule_cost_as_percent AS
  SELECT document_id, project_id, indicator_id, 'value' AS field, printed AS seen,
    '金额或单位成本' AS expected,
    iif(name_is_saving OR name_is_control, 'hint', NULL) AS severity,
    '成本指标“' || label || '”的指标值是百分比“' || printed
      || '”，应写金额或单位成本，否则看不出花多少' AS message
  FROM target
  WHERE level2 = 'cost' AND is_project AND unit = '%';

CREATE VIEW rule_execution_rate_as_cost AS
  SELECT document_id, project_id, indicator_id, 'name' AS field, label AS seen,
    NULL AS expected, NULL AS severity,
    '“' || label || '”考核的是预算执行，不是成本；预算执行率留给年终自评' AS message
  FROM target
  WHERE says_execution AND is_project AND level2 = 'cost' AND unit = '%';

CREATE VIEW rule_cost_as_text AS
  SELECT document_id, project_id, indicator_id, 'value' AS field, printed AS seen,
    '金额或单位成本' AS expected, iif(words_are_yes_no, 'hint', NULL) AS severity,
    '成本指标“' || label || '”的指标值是文字“' || printed || '”，应写金额或单位成本' AS message
  FROM target
  WHERE level2 = 'cost' AND is_project AND value_kind = 'words';

CREATE VIEW rule_savings_rate_implausible AS
  SELECT document_id, project_id, indicator_id, 'value' AS field, printed AS seen,
    NULL AS expected, NULL AS severity,
    '“' || label || '”定为“' || printed
      || '”，意味着一半以上的预算不花，与按计划支出矛盾；请核对公式' AS message
  FROM target
  WHERE name_is_saving AND is_project AND unit = '%' AND number_e6 > 50000000
    AND (sign = '≥' OR sign = '>' OR sign = '=');

CREATE VIEW rule_funding_parts_sum AS
  SELECT document_id, project_id, NULL AS indicator_id, 'funding' AS field, parts AS seen,
    budget AS expected, NULL AS severity,
    parts || '，合起来不等于预算数' || budget AS message
  FROM (
    SELECT p.document_id, p.id AS project_id,
      p.amount_text || iif(p.amount_text GLOB '*[0-9]', coalesce(p.amount_unit, '万元'), '') AS budget,
      (SELECT group_concat(
           CASE f.source WHEN 'fiscal' THEN '财政资金' WHEN 'local' THEN '本级资金' ELSE '其他资金' END
           || f.amount_text, '、')
         FROM funding f WHERE f.project_id = p.id AND f.amount_fen IS NOT NULL) AS parts
    FROM project p
    WHERE p.kind = 'project' AND p.amount_fen <>
      -- 本级资金 is a share of 财政资金 where both are printed.
      coalesce((SELECT sum(f.amount_fen) FROM funding f
                  WHERE f.project_id = p.id AND f.source = 'fiscal'),
               (SELECT sum(f.amount_fen) FROM funding f
                  WHERE f.project_id = p.id AND f.source = 'local'))
      + coalesce((SELECT sum(f.amount_fen) FROM funding f
                  WHERE f.project_id = p.id AND f.source = 'other'), 0));

-- The layout has places for the sources, as other tables of the document show.
CREATE VIEW rule_funding_source_missing AS
  SELECT p.document_id, p.id AS project_id, NULL AS indicator_id, 'funding' AS field, NULL AS seen,
    NULL AS expected, NULL AS severity,
    '预算数' || p.amount_text || '没有说明来源：财政资金和其他资金都是空白' AS message
  FROM project p
  WHERE p.kind = 'project' AND p.amount_fen > 0
    AND NOT EXISTS (SELECT 1 FROM funding f
      WHERE f.project_id = p.id AND f.amount_fen IS NOT NULL)
    AND EXISTS (SELECT 1 FROM project q CROSS JOIN funding f ON f.project_id = q.id
      WHERE q.document_id = p.document_id AND q.kind = 'project');

CREATE VIEW rule_amount_unit_undeclared AS
  SELECT document_id, NULL AS project_id, NULL AS indicator_id, 'amount' AS field,
    seen, '万元' AS expected, NULL AS severity,
    '全文' || n || '个预算数（如“' || seen || '”）都没有写单位，看不出是元还是万元' AS message
  FROM (
    SELECT document_id, count(*) AS n, min(amount_text) AS seen,
      count(amount_unit) + count(nullif(currency_line, '')) AS units
    FROM project WHERE kind = 'project' AND amount_text <> '' GROUP BY document_id)
  WHERE units = 0;

-- 3.2  Value, unit, operator.  These look at the overall table too.

CREATE VIEW rule_target_blank AS
  SELECT document_id, project_id, indicator_id, 'value' AS field, printed AS seen,
    NULL AS expected, NULL AS severity,
    '“' || label || '”没有指标值' || iif(sign = '定性', '：写了要用文字描述，后面是空的', '')
      || iif(basis_is_blank, '', '；请看是否填到了旁边的格里') AS message
  FROM target
  WHERE value_kind = 'blank';

CREATE VIEW rule_row_shifted AS
  SELECT document_id, project_id, indicator_id, 'level2' AS field, level2_text AS seen,
    NULL AS expected, NULL AS severity,
    '“' || label || '”这一行在原文里'
      || iif((SELECT i.repair FROM indicator i WHERE i.id = t.indicator_id) = 'shifted',
           '错开了一格，导入时已移正，请核对', '像是错开了一格：请对照各列重新填') AS message
  FROM target t
  WHERE is_shifted;

-- A column that no row of the overall table fills is not there.
CREATE VIEW rule_basis_blank AS
  SELECT document_id, project_id, indicator_id, 'basis' AS field, NULL AS seen,
    NULL AS expected, NULL AS severity,
    '“' || label || '”没有写指标值确定依据，评审时无从判断指标值是否合理' AS message
  FROM target t
  WHERE basis_is_blank
    AND (is_project OR (SELECT has_basis FROM project_reading p WHERE p.project_id = t.project_id));

CREATE VIEW rule_unit_missing AS
  SELECT document_id, project_id, indicator_id, 'unit' AS field, printed AS seen,
    NULL AS expected, NULL AS severity,
    '“' || label || '”的指标值“' || printed || '”没有单位，不知是百分比、人数还是金额' AS message
  FROM target
  WHERE number_e6 IS NOT NULL AND unit = '';

CREATE VIEW rule_unit_in_value_cell AS
  SELECT document_id, project_id, indicator_id, 'unit' AS field, printed AS seen,
    unit AS expected, NULL AS severity,
    '“' || label || '”的单位“' || unit || '”写在了“值”格里，应写在“单位”格' AS message
  FROM target
  WHERE unit_in_value_cell;

CREATE VIEW rule_rate_without_percent AS
  SELECT document_id, project_id, indicator_id, 'unit' AS field, printed AS seen,
    '%' AS expected, NULL AS severity,
    '“' || iif(name_is_rate, label, coalesce(description, label)) || '”是比率，指标值却是“' || printed
      || iif(number_e6 > 100000000 OR abs(number_e6 - budget_fen) < 5000,
           '”：像是把金额填在了比率的位置', '”：缺少%') AS message
  FROM target
  WHERE (name_is_rate OR (name_is_level2 AND description_is_rate))
    AND number_e6 IS NOT NULL AND NOT (unit = '%' OR unit = '‰' OR unit = '分' OR unit = '个百分点');

CREATE VIEW rule_percent_over_100 AS
  SELECT document_id, project_id, indicator_id, 'value' AS field, printed AS seen,
    '不超过100%' AS expected, NULL AS severity,
    '“' || label || '”的指标值“' || printed || '”超过100%，不是增长类指标不会达到' AS message
  FROM target
  WHERE number_e6 > 100000000 AND unit = '%' AND NOT name_is_growth;

CREATE VIEW rule_percent_at_least_100 AS
  SELECT document_id, project_id, indicator_id, 'value' AS field, printed AS seen,
    '=100%' AS expected, NULL AS severity,
    '“' || label || '”写“' || printed || '”，而它不会超过100%，应写“=100%”' AS message
  FROM target
  WHERE number_e6 = 100000000 AND unit = '%' AND (sign = '≥' OR sign = '>') AND NOT name_is_growth;

CREATE VIEW rule_count_with_percent AS
  SELECT document_id, project_id, indicator_id, 'value' AS field, printed AS seen,
    NULL AS expected, NULL AS severity,
    '“' || label || '”是数目，指标值却是百分比“' || printed || '”；应写多少，或把名称改成比率' AS message
  FROM target
  WHERE name_is_count AND unit = '%';

CREATE VIEW rule_count_as_text AS
  SELECT document_id, project_id, indicator_id, 'value' AS field, printed AS seen,
    NULL AS expected, NULL AS severity,
    '“' || label || '”' || iif(level2 = 'quantity', '是数量指标', '是数目') || '，指标值却是文字“' || printed
      || '”，年终无法核对完成多少' AS message
  FROM target
  WHERE value_kind = 'words' AND (level2 = 'quantity' OR name_is_count);

CREATE VIEW rule_rate_with_text AS
  SELECT document_id, project_id, indicator_id, 'value' AS field, printed AS seen,
    '百分比' AS expected, NULL AS severity,
    '“' || label || '”是比率，指标值却是文字“' || printed || '”，应写百分比' AS message
  FROM target
  WHERE name_is_scored_rate AND value_kind = 'words';

CREATE VIEW rule_satisfaction_as_text AS
  SELECT document_id, project_id, indicator_id, 'value' AS field, printed AS seen,
    '百分比' AS expected, NULL AS severity,
    '满意度指标“' || label || '”的指标值是文字“' || printed || '”，应写百分比' AS message
  FROM target
  WHERE level1 = 'satisfaction' AND value_kind = 'words';

CREATE VIEW rule_number_hidden_in_text AS
  SELECT document_id, project_id, indicator_id, 'value' AS field, printed AS seen,
    NULL AS expected, NULL AS severity,
    '“' || label || '”的文字描述“' || printed || '”里有数，应按符号、值、单位分开填，否则不能计分' AS message
  FROM target
  WHERE words_hold_number AND sign = '定性';

CREATE VIEW rule_text_despite_numeric_criterion AS
  SELECT document_id, project_id, indicator_id, 'value' AS field, printed AS seen,
    criterion AS expected, NULL AS severity,
    '“' || label || '”的指标值是文字“' || printed || '”，评分标准却按百分比评：“' || criterion || '”' AS message
  FROM target
  WHERE criterion_has_percent AND value_kind = 'words';

CREATE VIEW rule_criterion_number_differs AS
  SELECT document_id, project_id, indicator_id, 'criterion' AS field, criterion AS seen,
    printed AS expected, NULL AS severity,
    '“' || label || '”的评分标准“' || criterion || '”与指标值“' || printed || '”的百分比不同' AS message
  FROM target
  WHERE criterion_percent_e6 IS NOT NULL;

CREATE VIEW rule_deadline_with_percent AS
  SELECT document_id, project_id, indicator_id, 'value' AS field, printed AS seen,
    '日期或天数' AS expected, NULL AS severity,
    '“' || label || '”是期限，指标值却是百分比“' || printed || '”，应写日期或天数' AS message
  FROM target
  WHERE name_is_deadline AND unit = '%';

CREATE VIEW rule_unit_contradicts_name AS
  SELECT document_id, project_id, indicator_id, 'unit' AS field, printed AS seen,
    '元' AS expected, NULL AS severity,
    '“' || label || '”说的是钱，单位却是“' || unit || '”（' || printed || '）' AS message
  FROM target
  WHERE name_is_price AND (unit = '年' OR unit = '月' OR unit = '天' OR unit = '日')
    AND level2 IS NOT 'quantity';

CREATE VIEW rule_direction_contradicts_name AS
  SELECT document_id, project_id, indicator_id, 'operator' AS field, printed AS seen,
    '≤' AS expected, NULL AS severity,
    '“' || label || '”越少越好，指标值却写成“' || printed || '”，应写上限（≤）' AS message
  FROM target
  WHERE name_is_less_better AND (sign = '≥' OR sign = '>');

-- A satisfaction in other words (服务满意) is clear enough.
CREATE VIEW rule_percent_without_rate_name AS
  SELECT document_id, project_id, indicator_id, 'name' AS field, label AS seen,
    NULL AS expected, NULL AS severity,
    '“' || label || '”定为“' || printed || '”，看不出是什么占什么的百分比' AS message
  FROM target
  WHERE unit = '%' AND NOT name_is_rate AND NOT name_is_count AND NOT description_is_rate
    AND NOT description_is_share AND level2 IS NOT 'cost' AND level2 IS NOT 'time'
    AND NOT (level1 IS 'satisfaction' AND says_satisfaction);

CREATE VIEW rule_operator_missing AS
  SELECT document_id, project_id, indicator_id, 'operator' AS field, printed AS seen,
    NULL AS expected, NULL AS severity,
    '“' || label || '”的指标值“' || printed || '”没有符号，不知是等于还是不低于' AS message
  FROM target
  WHERE number_e6 IS NOT NULL AND sign IS NULL;

CREATE VIEW rule_satisfaction_100 AS
  SELECT document_id, project_id, indicator_id, 'value' AS field, printed AS seen,
    NULL AS expected, NULL AS severity,
    '满意度“' || label || '”定为“' || printed || '”，一人不满意就完不成，一般定在85%到95%' AS message
  FROM target
  WHERE level1 = 'satisfaction' AND number_e6 >= 100000000 AND (sign = '=' OR sign = '≥');

CREATE VIEW rule_basis_number_differs AS
  SELECT document_id, project_id, indicator_id, 'basis' AS field, basis AS seen,
    printed AS expected, NULL AS severity,
    '“' || label || '”的指标值是“' || printed || '”，依据里却写'
      || rtrim(rtrim(format('%d.%06d', basis_number_e6 / 1000000, basis_number_e6 % 1000000), '0'), '.')
      || unit || '：“' || basis || '”' AS message
  FROM target
  WHERE basis_number_e6 IS NOT NULL;

-- 3.3  Classification.

CREATE VIEW rule_nonstandard_level2 AS
  SELECT document_id, project_id, indicator_id, 'level2' AS field, level2_text AS seen,
    NULL AS expected, NULL AS severity,
    '二级指标“' || level2_text || '”不在规定的名称里，汇总时归不了类' AS message
  FROM target
  WHERE level2 IS NULL AND trim(level2_text) <> '' AND NOT is_shifted;

CREATE VIEW rule_level2_under_wrong_level1 AS
  SELECT document_id, project_id, indicator_id, 'level2' AS field, level2_text AS seen,
    NULL AS expected, NULL AS severity,
    '二级指标“' || level2_text || '”放在了一级指标“' || level1_text || '”下面' AS message
  FROM target
  WHERE levels_clash AND NOT is_shifted;

-- An older spelling of a level 1 runs through a whole document: it is said once.
CREATE VIEW rule_nonstandard_level1 AS
  SELECT document_id, project_id, indicator_id, 'level1' AS field, level1_text AS seen,
    NULL AS expected, NULL AS severity,
    '一级指标“' || level1_text || '”不是成本、产出、效益、满意度指标之一' AS message
  FROM target
  WHERE level1 IS NULL AND trim(level1_text) <> '' AND NOT is_shifted
  UNION ALL
  SELECT document_id, NULL, NULL, 'level1', '效果指标', '效益指标', NULL,
    '全文一级指标写作“效果指标”（' || sum(alias_rows) || '行），现行名称是“效益指标”'
  FROM project_reading WHERE alias_rows > 0 GROUP BY document_id;

CREATE VIEW rule_level2_misfiled AS
  SELECT document_id, project_id, indicator_id, 'level2' AS field, level2_text AS seen,
    home AS expected, NULL AS severity,
    '“' || label || '”放在“' || level2_text || '”下面不合适，'
      || coalesce('按名称应放在“' || home || '”下面', '请看它考核的是什么') AS message
  FROM target
  WHERE misfiled;

CREATE VIEW rule_ecology_without_ecology AS
  SELECT document_id, project_id, indicator_id, 'name' AS field, label AS seen,
    NULL AS expected, NULL AS severity,
    '生态效益指标“' || label || '”与生态环境无关；生态效益不是必填，可以删去这一行' AS message
  FROM target
  WHERE level2 = 'ecological' AND NOT says_ecology;

CREATE VIEW rule_satisfaction_not_satisfaction AS
  SELECT document_id, project_id, indicator_id, 'name' AS field, label AS seen,
    NULL AS expected, NULL AS severity,
    '满意度指标下面的“' || label || '”与满意无关，像是各行错开了一行' AS message
  FROM target
  WHERE level1 = 'satisfaction' AND NOT says_satisfaction AND NOT is_shifted;

CREATE VIEW rule_rate_under_quantity AS
  SELECT document_id, project_id, indicator_id, 'name' AS field, label AS seen,
    NULL AS expected, NULL AS severity,
    '“' || label || '”是比率，放在数量指标下面；数量指标应写做多少' AS message
  FROM target
  WHERE level2 = 'quantity' AND name_is_rate;

CREATE VIEW rule_time_without_time AS
  SELECT document_id, project_id, indicator_id, 'name' AS field, label AS seen,
    NULL AS expected, NULL AS severity,
    '时效指标“' || label || '”没有说到时间' AS message
  FROM target
  WHERE level2 = 'time' AND NOT says_time AND value_kind <> 'date';

-- What a table of targets must have.
CREATE VIEW rule_missing_required_level2 AS
  SELECT document_id, project_id, NULL AS indicator_id, 'level2' AS field, NULL AS seen,
    '数量指标' AS expected, NULL AS severity, '没有数量指标，而数量和质量指标是必填的' AS message
  FROM project_reading WHERE quantity_rows = 0 AND is_project
  UNION ALL
  SELECT document_id, project_id, NULL, 'level2', NULL,
    '质量指标', NULL, '没有质量指标，而数量和质量指标是必填的'
  FROM project_reading WHERE quality_rows = 0 AND is_project;

CREATE VIEW rule_missing_benefit AS
  SELECT document_id, project_id, NULL AS indicator_id, 'level1' AS field, NULL AS seen,
    '效益指标' AS expected, NULL AS severity,
    '没有效益指标，看不出项目带来什么' AS message
  FROM project_reading WHERE benefit_rows = 0 AND is_project;

CREATE VIEW rule_missing_satisfaction AS
  SELECT document_id, project_id, NULL AS indicator_id, 'level1' AS field, NULL AS seen,
    '满意度指标' AS expected, NULL AS severity,
    '没有满意度指标，看不出服务对象怎么评价' AS message
  FROM project_reading WHERE satisfaction_rows = 0 AND is_project;

CREATE VIEW rule_missing_time AS
  SELECT document_id, project_id, NULL AS indicator_id, 'level2' AS field, NULL AS seen,
    '时效指标' AS expected, NULL AS severity,
    '没有时效指标，看不出什么时候完成' AS message
  FROM project_reading WHERE time_rows = 0 AND is_project;

CREATE VIEW rule_missing_cost AS
  SELECT document_id, project_id, NULL AS indicator_id, 'level2' AS field, NULL AS seen,
    '成本指标' AS expected, NULL AS severity,
    '没有成本指标，而本文本其他项目大多有' AS message
  FROM project_reading p
  WHERE cost_rows = 0 AND is_project
    AND (SELECT sum(iif(q.cost_rows > 0, 1, -1)) FROM project_reading q
      WHERE q.document_id = p.document_id AND q.is_project AND q.project_id <> p.project_id) > 0;

-- 3.4  Names and wording.

CREATE VIEW rule_name_repeats_level2 AS
  SELECT document_id, project_id, indicator_id, 'name' AS field, name AS seen,
    NULL AS expected, NULL AS severity,
    '三级指标“' || name || '”只是重复了二级指标的名称，没有说考核什么' AS message
  FROM target
  WHERE name_is_level2;

CREATE VIEW rule_description_repeats_name AS
  SELECT document_id, project_id, indicator_id, 'description' AS field, description AS seen,
    NULL AS expected, NULL AS severity,
    '“' || label || '”的描述与名称相同，没有说明怎样计算' AS message
  FROM target
  WHERE description_is_name;

CREATE VIEW rule_duplicate_name_within_project AS
  SELECT document_id, project_id, indicator_id, 'name' AS field, name AS seen,
    NULL AS expected, NULL AS severity,
    '“' || name || '”与第' || same_name_place || '行重名，两行的完成情况会混在一起' AS message
  FROM target
  WHERE same_name_place IS NOT NULL AND is_project;

CREATE VIEW rule_name_is_a_value AS
  SELECT document_id, project_id, indicator_id, 'name' AS field, name AS seen,
    NULL AS expected, NULL AS severity,
    '三级指标“' || name || '”是一个数值，应填在指标值里' AS message
  FROM target
  WHERE name_is_value;

CREATE VIEW rule_name_too_long AS
  SELECT document_id, project_id, indicator_id, 'name' AS field, name AS seen,
    NULL AS expected, NULL AS severity,
    '三级指标“' || name || '”太长，名称宜短，详情写在描述里' AS message
  FROM target
  WHERE name_is_long;

CREATE VIEW rule_criterion_without_deduction AS
  SELECT document_id, project_id, indicator_id, 'criterion' AS field, criterion AS seen,
    NULL AS expected, NULL AS severity,
    '“' || label || '”的评（扣）分标准“' || criterion || '”没有说怎样扣分' AS message
  FROM target
  WHERE NOT criterion_deducts;

CREATE VIEW rule_basis_vague AS
  SELECT document_id, project_id, indicator_id, 'basis' AS field, basis AS seen,
    NULL AS expected, NULL AS severity,
    '“' || label || '”的依据“' || basis || '”太笼统，应写出文件名、文号、合同或标准' AS message
  FROM target
  WHERE basis_is_vague;

CREATE VIEW rule_repeated_phrase AS
  SELECT document_id, project_id, indicator_id, repeated_field AS field, repeated AS seen,
    NULL AS expected, NULL AS severity,
    '“' || label || '”里“' || repeated || '”连写了两遍' AS message
  FROM target
  WHERE repeated IS NOT NULL
  UNION ALL
  SELECT document_id, project_id, NULL, 'purpose', repeated, NULL, NULL,
    '资金用途里“' || repeated || '”连写了两遍'
  FROM project_reading
  WHERE repeated IS NOT NULL;

-- Equal names of amounts and numbers of people in the overall table and in one project alone.  A
-- part that is more than the whole is wrong; a whole that is more may have other parts.
CREATE VIEW rule_overall_target_differs AS
  SELECT r.document_id, r.project_id, r.indicator_id, 'value' AS field,
    coalesce(i.operator_text, '') || coalesce(i.value_text, '') || coalesce(i.unit_text, '') AS seen,
    coalesce(w.operator_text, '') || coalesce(w.value_text, '') || coalesce(w.unit_text, '')
      AS expected,
    iif(r.number_e6 > o.number_e6, NULL, 'hint') AS severity,
    '“' || i.name || '”在这里是“' || coalesce(i.operator_text, '') || coalesce(i.value_text, '')
      || coalesce(i.unit_text, '') || '”，在整体绩效指标里是“' || coalesce(w.operator_text, '')
      || coalesce(w.value_text, '') || coalesce(w.unit_text, '') || '”'
      || iif(r.number_e6 > o.number_e6, '：一个项目不会多于整个部门', '，而别的项目都没有这个指标：请核对')
      AS message
  FROM indicator_reading r
  CROSS JOIN indicator_reading o ON o.document_id = r.document_id AND o.name_key = r.name_key
    AND o.is_project = 0 AND o.name_is_count AND o.number_e6 IS NOT NULL
  LEFT JOIN indicator i ON i.id = r.indicator_id
  LEFT JOIN indicator w ON w.id = o.indicator_id
  WHERE r.is_project AND r.name_is_count AND r.number_e6 IS NOT NULL
    AND r.unit = o.unit AND r.unit <> '%' AND r.unit <> '' AND r.number_e6 <> o.number_e6
    AND NOT EXISTS (SELECT 1 FROM indicator_reading x
      WHERE x.document_id = o.document_id AND x.name_key = o.name_key AND x.is_project
        AND x.name_is_count AND x.number_e6 IS NOT NULL AND x.indicator_id <> r.indicator_id);

CREATE VIEW rule_embedded_space AS
  SELECT document_id, project_id, indicator_id, field, text AS seen,
    NULL AS expected, NULL AS severity,
    '“' || text || '”里有空格（' || found || '），像是换行留下的，汇总时会当作另一个名称' AS message
  FROM wording_reading
  WHERE kind = 'space';

CREATE VIEW rule_field_code_residue AS
  SELECT document_id, project_id, indicator_id, field, text AS seen,
    NULL AS expected, NULL AS severity,
    '文字里有 Word 的域代码“' || found || '”，印出来会看到，应删去' AS message
  FROM wording_reading
  WHERE kind = 'field_code';

CREATE VIEW rule_typo AS
  SELECT document_id, project_id, indicator_id, field, text AS seen,
    NULL AS expected, NULL AS severity,
    '“' || text || '”里的“' || found || '”应为“' || instead || '”' AS message
  FROM wording_reading
  WHERE kind = 'typo';

CREATE VIEW rule_operator_in_words AS
  SELECT document_id, project_id, indicator_id, field, text AS seen,
    instead AS expected, NULL AS severity,
    '“' || text || '”的符号写成文字，应写“' || instead || '”，便于汇总、核对' AS message
  FROM wording_reading
  WHERE kind = 'operator';

CREATE VIEW rule_vague_wording AS
  SELECT document_id, project_id, indicator_id, field, text AS seen,
    NULL AS expected, NULL AS severity,
    '“' || text || '”里的“' || found || '”不能衡量，可以写明“' || instead || '”' AS message
  FROM wording_reading
  WHERE kind = 'vague';

CREATE VIEW rule_goal_not_measured AS
  SELECT document_id, project_id, indicator_id, field, text AS seen,
    NULL AS expected, NULL AS severity,
    '绩效目标里的“' || text || '”没有指标衡量：补一个指标，或者删去这一句' AS message
  FROM wording_reading
  WHERE kind = 'unmeasured';

CREATE VIEW rule_target_not_in_goal AS
  SELECT document_id, project_id, indicator_id, field, text AS seen,
    NULL AS expected, NULL AS severity,
    '绩效目标没有提到“' || text || '”这个数量指标：指标应由目标分解而来' AS message
  FROM wording_reading
  WHERE kind = 'unmentioned';

-- 3.5  The head of a project, its plan and goals.

-- A text that prints no codes at all is told so once.
CREATE VIEW rule_code_missing AS
  SELECT r.document_id, r.project_id, NULL AS indicator_id, 'code' AS field, p.code AS seen,
    NULL AS expected, NULL AS severity,
    '没有项目编码，而本文本其他项目有；没有编码，无法与预算系统和历年文本对上' AS message
  FROM project_reading r CROSS JOIN project p ON p.id = r.project_id
  WHERE r.code IS NULL AND r.is_project
    AND EXISTS (SELECT 1 FROM project_reading q
      WHERE q.document_id = r.document_id AND q.code IS NOT NULL AND q.is_project)
  UNION ALL
  SELECT document_id, NULL, NULL, 'code', NULL, NULL, 'hint',
    '全文' || count(*) || '个项目都没有写项目编码，无法与预算系统和历年文本对上'
  FROM project_reading
  WHERE is_project
  GROUP BY document_id
  HAVING count(code) = 0;

CREATE VIEW rule_code_duplicate AS
  SELECT r.document_id, r.project_id, NULL AS indicator_id, 'code' AS field, r.code AS seen,
    NULL AS expected, NULL AS severity,
    '项目编码' || r.code || '与“' || coalesce(
      (SELECT p.name FROM project_reading q CROSS JOIN project p ON p.id = q.project_id
         WHERE q.document_id = r.document_id AND q.code = r.code AND q.is_project
           AND q.project_id <> r.project_id LIMIT 1), '')
      || '”的相同，一个编码只能属于一个项目' AS message
  FROM project_reading r
  WHERE r.code IS NOT NULL AND r.is_project
    AND EXISTS (SELECT 1 FROM project_reading q
      WHERE q.document_id = r.document_id AND q.code = r.code AND q.is_project
        AND q.project_id <> r.project_id);

CREATE VIEW rule_code_legacy_format AS
  SELECT document_id, project_id, NULL AS indicator_id, 'code' AS field, code AS seen,
    NULL AS expected, NULL AS severity,
    '项目编码' || code || '不是现行的21位编码' AS message
  FROM project_reading
  WHERE code_kind = 'legacy' AND is_project;

-- A spreadsheet takes a code of digits for a number.  What it was shows in the other place of the
-- table, in another text of the same project, or in the code of the unit that it begins with.
CREATE VIEW rule_code_zeros_lost AS
  SELECT document_id, project_id, NULL AS indicator_id, 'code' AS field, seen, whole AS expected,
    NULL AS severity,
    '项目编码“' || seen || '”前面少了0：表头、单位编码或者别的文本里是“' || whole
      || '”，多半是表格软件当成数去掉了' AS message
  FROM (SELECT r.document_id, r.project_id, p.code AS seen, coalesce(
      iif(p.title_row_code GLOB '0*' AND ltrim(p.title_row_code, '0') = r.code,
        p.title_row_code, NULL),
      (SELECT q.code FROM document d
        CROSS JOIN document e ON e.department_id = d.department_id AND e.id <> d.id
        CROSS JOIN project_reading q ON q.document_id = e.id AND q.is_project
          AND q.code IN ('0' || r.code, '00' || r.code, '000' || r.code)
        WHERE d.id = r.document_id),
      (SELECT substr(u.code, 1, length(u.code) - length(ltrim(u.code, '0'))) || r.code
        FROM unit u
        WHERE u.id = p.unit_id AND u.code GLOB '0*' AND r.code GLOB ltrim(u.code, '0') || '-*')
      ) AS whole
    FROM project_reading r
    CROSS JOIN project p ON p.id = r.project_id
    WHERE r.is_project AND r.code GLOB '[1-9]*')
  WHERE whole IS NOT NULL;

CREATE VIEW rule_code_check_character AS
  SELECT document_id, project_id, NULL AS indicator_id, 'code' AS field, code AS seen,
    substr(code, 1, 20) || code_check AS expected, NULL AS severity,
    '项目编码' || code || '的校验位应为“' || code_check || '”，请核对是否抄错' AS message
  FROM project_reading
  WHERE code_check <> substr(code, 21) AND is_project;

CREATE VIEW rule_name_mismatch AS
  SELECT r.document_id, r.project_id, NULL AS indicator_id, 'heading' AS field, p.heading AS seen,
    p.name AS expected, iif(r.heading_match = 'part', 'hint', NULL) AS severity,
    '表题写“' || r.heading_name || '”，项目名称写“' || p.name || '”，两处应当一致' AS message
  FROM project_reading r CROSS JOIN project p ON p.id = r.project_id
  WHERE r.heading_match <> 'same' AND r.is_project
  UNION ALL
  SELECT r.document_id, r.project_id, NULL, 'title_row_name', p.title_row_name,
    p.name, iif(r.title_row_match = 'part', 'hint', NULL),
    '表头写“' || p.title_row_name || '”，项目名称写“' || p.name || '”，两处应当一致'
  FROM project_reading r CROSS JOIN project p ON p.id = r.project_id
  WHERE r.title_row_match <> 'same' AND r.is_project;

-- The number goes on from the table before; where it begins anew with 1, another unit does.
CREATE VIEW rule_heading_number_mismatch AS
  SELECT r.document_id, r.project_id, NULL AS indicator_id, 'heading' AS field, p.heading AS seen,
    before.heading_no + 1 AS expected, NULL AS severity,
    '表题的编号是' || r.heading_no || '，前一张表的是' || before.heading_no
      || '：像是移动或删去了项目，编号没有改' AS message
  FROM project_reading r
  CROSS JOIN project p ON p.id = r.project_id
  CROSS JOIN project b ON b.document_id = p.document_id AND b.kind = p.kind
    AND b.ordinal = p.ordinal - 1
  CROSS JOIN project_reading before ON before.project_id = b.id
  WHERE r.heading_no <> before.heading_no + 1 AND r.heading_no <> 1 AND r.is_project
  UNION ALL
  -- Word's field for the contents, TC 9、…, which only the words of the source still have.
  SELECT r.document_id, r.project_id, NULL, 'heading', p.heading, n.hidden, NULL,
    '表题的编号是' || r.heading_no || '，原件的目录域里藏着' || n.hidden
      || '：像是从更大的文本里截取的'
  FROM project_reading r
  CROSS JOIN project p ON p.id = r.project_id
  CROSS JOIN (
    SELECT row_id, source_id,
      CAST(ltrim(substr(words, instr(words, ' TC ') + 4), ' "') AS INTEGER) AS hidden
    FROM provenance
    WHERE table_name = 'project' AND column_name = 'heading' AND instr(words, ' TC ') > 0) n
  WHERE n.row_id = p.id AND n.hidden > 0 AND r.heading_no <> n.hidden AND r.is_project
    AND n.source_id = (SELECT max(source_id) FROM provenance
      WHERE table_name = 'project' AND row_id = p.id AND column_name = 'heading')
    AND NOT EXISTS (SELECT 1 FROM project b CROSS JOIN project_reading q ON q.project_id = b.id
      WHERE b.document_id = p.document_id AND b.kind = p.kind AND b.ordinal = p.ordinal - 1
        AND r.heading_no <> q.heading_no + 1 AND r.heading_no <> 1);

CREATE VIEW rule_list_name_mismatch AS
  SELECT l.document_id, l.project_id, NULL AS indicator_id, 'project_name' AS field, p.name AS seen,
    l.title AS expected, NULL AS severity,
    iif(l.source = 'catalogue', '目录', '分项绩效目标') || '里叫“' || l.title || '”，项目名称写“' || p.name
      || '”，两处应当一致' AS message
  FROM list_reading l CROSS JOIN project p ON p.id = l.project_id
  WHERE NOT l.is_same;

CREATE VIEW rule_document_year_missing AS
  SELECT d.id AS document_id, NULL AS project_id, NULL AS indicator_id, 'fiscal_year' AS field,
    d.title AS seen, NULL AS expected, NULL AS severity,
    '标题和表头都没有写预算年度' || coalesce('，只能从正文看出是' || d.fiscal_year || '年', '') AS message
  FROM document d
  WHERE NOT d.year_is_printed OR d.fiscal_year IS NULL;

CREATE VIEW rule_plan_blank_cell AS
  SELECT document_id, project_id, NULL AS indicator_id, 'plan' AS field, plan_text AS seen,
    NULL AS expected, NULL AS severity,
    '资金支出计划有' || plan_blanks || '格空白（' || plan_text || '）；没有支出也应填0' AS message
  FROM project_reading
  WHERE plan_blanks > 0 AND is_project;

-- Worse where the indicators promise payment month by month.
CREATE VIEW rule_plan_all_in_last_period AS
  SELECT document_id, project_id, NULL AS indicator_id, 'plan' AS field, plan_text AS seen,
    NULL AS expected, iif(pays_regularly, 'warning', NULL) AS severity,
    '资金支出计划把全部支出排在最后（' || plan_text || '）'
      || iif(pays_regularly, '，而指标要求按月或按时发放', '，前面各期没有进度') AS message
  FROM project_reading
  WHERE plan_is_all_last AND is_project;

CREATE VIEW rule_plan_mixed_percent AS
  SELECT document_id, project_id, NULL AS indicator_id, 'plan' AS field, plan_text AS seen,
    NULL AS expected, NULL AS severity,
    '资金支出计划有的写%有的不写（' || plan_text || '），应写法一致' AS message
  FROM project_reading
  WHERE plan_is_mixed AND is_project;

-- The labels that fewer than half of the document's projects use.
CREATE VIEW rule_plan_label_differs AS
  SELECT r.document_id, r.project_id, NULL AS indicator_id, 'plan' AS field, r.plan_labels AS seen,
    (SELECT q.plan_labels FROM project_reading q
       WHERE q.document_id = r.document_id AND q.is_project
       GROUP BY q.plan_labels ORDER BY count(*) DESC LIMIT 1) AS expected,
    NULL AS severity,
    '资金支出计划的时点是' || r.plan_labels || '，与本文本其他项目不同，汇总时对不齐' AS message
  FROM project_reading r
  WHERE r.plan_labels IS NOT NULL AND r.is_project
    AND (EXISTS (SELECT 1 FROM project_reading q WHERE q.document_id = r.document_id
        AND q.is_project AND q.plan_labels < r.plan_labels)
      OR EXISTS (SELECT 1 FROM project_reading q WHERE q.document_id = r.document_id
        AND q.is_project AND q.plan_labels > r.plan_labels))
    AND (SELECT sum(iif(q.plan_labels = r.plan_labels, 1, -1)) FROM project_reading q
      WHERE q.document_id = r.document_id AND q.is_project AND q.plan_labels IS NOT NULL) < 0;

CREATE VIEW rule_plan_identical_everywhere AS
  SELECT document_id, NULL AS project_id, NULL AS indicator_id, 'plan' AS field,
    min(plan_percents) AS seen, NULL AS expected, NULL AS severity,
    '全部' || count(*) || '个项目的资金支出计划都是' || min(plan_percents)
      || '，与各项目的实际进度无关' AS message
  FROM project_reading
  WHERE is_project
  GROUP BY document_id
  HAVING count(*) >= 10 AND count(plan_percents) = count(*)
    AND min(plan_percents) = max(plan_percents);

CREATE VIEW rule_plan_not_cumulative AS
  SELECT document_id, project_id, NULL AS indicator_id, 'plan' AS field, plan_text AS seen,
    NULL AS expected, NULL AS severity,
    '资金支出计划（' || plan_text || '）后面的比前面的小；应填累计进度' AS message
  FROM project_reading
  WHERE plan_falls AND is_project;

CREATE VIEW rule_plan_not_100 AS
  SELECT document_id, project_id, NULL AS indicator_id, 'plan' AS field, plan_text AS seen,
    '100%' AS expected, NULL AS severity,
    '资金支出计划（' || plan_text || '）到年底不是100%；应填累计进度' AS message
  FROM project_reading
  WHERE plan_end_e6 <> 100000000 AND is_project;

CREATE VIEW rule_goal_not_a_statement AS
  SELECT r.document_id, r.project_id, NULL AS indicator_id, 'goal' AS field, g.text AS seen,
    NULL AS expected, NULL AS severity,
    '第' || r.place || '个绩效目标“' || g.text || '”只是一个名称，应写要达到什么' AS message
  FROM goal_reading r CROSS JOIN goal g ON g.id = r.goal_id
  WHERE NOT r.is_statement;

CREATE VIEW rule_goal_duplicate_within_project AS
  SELECT r.document_id, r.project_id, NULL AS indicator_id, 'goal' AS field, g.text AS seen,
    NULL AS expected, NULL AS severity,
    '第' || r.place || '个绩效目标“' || g.text || '”与第' || r.same_text_place || '个相同' AS message
  FROM goal_reading r CROSS JOIN goal g ON g.id = r.goal_id
  WHERE r.same_text_place IS NOT NULL;

-- A sentence that projects share beside goals of their own may be the policy they all serve.
CREATE VIEW rule_goal_copied AS
  SELECT r.document_id, r.project_id, NULL AS indicator_id, 'goal' AS field, g.text AS seen,
    NULL AS expected,
    iif(EXISTS (SELECT 1 FROM goal_reading own
        WHERE own.project_id = r.project_id AND own.is_long AND NOT EXISTS (
          SELECT 1 FROM goal_reading q
          WHERE q.document_id = r.document_id AND q.key = own.key AND q.is_long
            AND q.project_id <> r.project_id)), 'hint', NULL) AS severity,
    '绩效目标“' || g.text || '”与项目“' || coalesce(
      (SELECT p.name FROM goal_reading q CROSS JOIN project p ON p.id = q.project_id
         WHERE q.document_id = r.document_id AND q.key = r.key AND q.is_long
           AND q.project_id <> r.project_id ORDER BY q.project_id LIMIT 1), '')
      || '”的相同，请看是否从那里复制来忘了改' AS message
  FROM goal_reading r CROSS JOIN goal g ON g.id = r.goal_id
  WHERE r.is_long AND r.same_text_place IS NULL
    AND EXISTS (SELECT 1 FROM goal_reading q
      WHERE q.document_id = r.document_id AND q.key = r.key AND q.is_long
        AND q.project_id <> r.project_id)
  UNION ALL
  SELECT document_id, project_id, NULL, 'goal', text, NULL, NULL,
    '绩效目标里“' || text || '”与项目“'
      || coalesce((SELECT p.name FROM project p WHERE p.id = c.other_id), '')
      || '”的相同，请看是否从那里复制来忘了改'
  FROM copy_reading c WHERE field = 'goal';

CREATE VIEW rule_purpose_copied AS
  SELECT document_id, project_id, NULL AS indicator_id, 'purpose' AS field, text AS seen,
    NULL AS expected, NULL AS severity,
    '资金用途里“' || text || '”与项目“'
      || coalesce((SELECT p.name FROM project p WHERE p.id = c.other_id), '')
      || '”的相同，请看是否从那里复制来忘了改' AS message
  FROM copy_reading c WHERE field = 'purpose';

CREATE VIEW rule_indicator_set_cloned AS
  SELECT a.document_id, a.project_id, NULL AS indicator_id, 'name' AS field,
    a.rows AS seen, NULL AS expected, NULL AS severity,
    (SELECT rows FROM project_reading WHERE project_id = a.project_id) || '行指标里有'
      || a.rows || '行与项目“'
      || coalesce((SELECT p.name FROM project p WHERE p.id = a.other_id), '')
      || '”的完全相同，请看是否符合本项目' AS message
  FROM alike_reading a;

CREATE VIEW rule_uniform_targets AS
  SELECT document_id, project_id, NULL AS indicator_id, 'value' AS field, uniform_target AS seen,
    NULL AS expected, NULL AS severity,
    rows || '个指标里有' || uniform_rows || '个的指标值都是“' || uniform_target
      || '”，不像逐项测算过' AS message
  FROM project_reading
  WHERE uniform_rows * 4 >= rows * 3 AND rows >= 4 AND is_project;

-- Only where the text's own year is printed; the year of the table goes before the document's.
CREATE VIEW rule_other_year_mentioned AS
  SELECT y.document_id, y.project_id, y.indicator_id, y.field, y.years AS seen,
    coalesce(p.fiscal_year, d.fiscal_year) AS expected, NULL AS severity,
    '“' || y.text || '”写的是' || y.years || '年，而预算年度是'
      || coalesce(p.fiscal_year, d.fiscal_year) || '年，请看是否去年的文字没有改' AS message
  FROM year_reading y
  CROSS JOIN document d ON d.id = y.document_id
  CROSS JOIN project p ON p.id = y.project_id
  WHERE instr(y.years, coalesce(p.fiscal_year, d.fiscal_year)) = 0
    AND d.year_is_printed AND p.kind = 'project'
  UNION ALL
  SELECT r.document_id, NULL, NULL, 'procurement_statement', r.procurement_years,
    d.fiscal_year, NULL,
    '政府采购预算的说明写的是' || r.procurement_years || '年，而预算年度是' || d.fiscal_year
      || '年，请看是否去年的文字没有改'
  FROM document_reading r CROSS JOIN document d ON d.id = r.document_id
  WHERE instr(r.procurement_years, d.fiscal_year) = 0 AND d.year_is_printed;

CREATE VIEW rule_doc_number_mismatch AS
  SELECT document_id, project_id, NULL AS indicator_id, 'project_name' AS field,
    stray_number AS seen, other_number AS expected, NULL AS severity,
    '项目名称引用“' || stray_number || '”，用途、目标和依据引用的却是“' || other_number || '”' AS message
  FROM project_reading
  WHERE stray_number IS NOT NULL;

CREATE VIEW rule_doc_number_style AS
  SELECT document_id, NULL AS project_id, NULL AS indicator_id, 'basis' AS field, seen,
    expected, NULL AS severity,
    '全文有' || n || '处文号的年份没有用六角括号〔〕（如“' || seen || '”）' AS message
  FROM (
    -- The bare columns are those of the row with the least id.
    SELECT document_id, sum(times) AS n, min(id),
      issuer || bracket || year
        || CASE bracket WHEN '【' THEN '】' WHEN '[' THEN ']' WHEN '﹝' THEN '﹞' ELSE ')' END
        || number || '号' AS seen,
      issuer || '〔' || year || '〕' || number || '号' AS expected
    FROM number_reading
    WHERE bracket <> '〔'
    GROUP BY document_id);

-- The same year and number under two names of one issuer.
CREATE VIEW rule_doc_issuer_variant AS
  SELECT a.document_id, NULL AS project_id, NULL AS indicator_id, 'basis' AS field,
    min(a.issuer) || '、' || max(b.issuer) AS seen, NULL AS expected, NULL AS severity,
    '〔' || a.year || '〕' || a.number || '号有的写“' || min(a.issuer) || '”，有的写“' || max(b.issuer)
      || '”，请核对文号' AS message
  FROM number_reading a
  CROSS JOIN number_reading b ON b.document_id = a.document_id AND b.year = a.year
    AND b.number = a.number
  WHERE a.issuer < b.issuer AND substr(a.issuer, 1, 1) = substr(b.issuer, 1, 1)
  GROUP BY a.document_id, a.year, a.number;

-- All rules together.
CREATE VIEW fired AS
  SELECT 'cost-total-mismatch' AS rule, * FROM rule_cost_total_mismatch
  UNION ALL
  SELECT 'value-equals-other-budget' AS rule, * FROM rule_value_equals_other_budget
  UNION ALL
  SELECT 'amount-exceeds-budget' AS rule, * FROM rule_amount_exceeds_budget
  UNION ALL
  SELECT 'money-as-output' AS rule, * FROM rule_money_as_output
  UNION ALL
  SELECT 'total-differs-from-approved' AS rule, * FROM rule_total_differs_from_approved
  UNION ALL
  SELECT 'cost-floor' AS rule, * FROM rule_cost_floor
  UNION ALL
  SELECT 'cost-as-percent' AS rule, * FROM rule_cost_as_percent
  UNION ALL
  SELECT 'execution-rate-as-cost' AS rule, * FROM rule_execution_rate_as_cost
  UNION ALL
  SELECT 'cost-as-text' AS rule, * FROM rule_cost_as_text
  UNION ALL
  SELECT 'savings-rate-implausible' AS rule, * FROM rule_savings_rate_implausible
  UNION ALL
  SELECT 'funding-parts-sum' AS rule, * FROM rule_funding_parts_sum
  UNION ALL
  SELECT 'funding-source-missing' AS rule, * FROM rule_funding_source_missing
  UNION ALL
  SELECT 'amount-unit-undeclared' AS rule, * FROM rule_amount_unit_undeclared
  UNION ALL
  SELECT 'target-blank' AS rule, * FROM rule_target_blank
  UNION ALL
  SELECT 'row-shifted' AS rule, * FROM rule_row_shifted
  UNION ALL
  SELECT 'basis-blank' AS rule, * FROM rule_basis_blank
  UNION ALL
  SELECT 'unit-missing' AS rule, * FROM rule_unit_missing
  UNION ALL
  SELECT 'unit-in-value-cell' AS rule, * FROM rule_unit_in_value_cell
  UNION ALL
  SELECT 'rate-without-percent' AS rule, * FROM rule_rate_without_percent
  UNION ALL
  SELECT 'percent-over-100' AS rule, * FROM rule_percent_over_100
  UNION ALL
  SELECT 'percent-at-least-100' AS rule, * FROM rule_percent_at_least_100
  UNION ALL
  SELECT 'count-with-percent' AS rule, * FROM rule_count_with_percent
  UNION ALL
  SELECT 'count-as-text' AS rule, * FROM rule_count_as_text
  UNION ALL
  SELECT 'rate-with-text' AS rule, * FROM rule_rate_with_text
  UNION ALL
  SELECT 'satisfaction-as-text' AS rule, * FROM rule_satisfaction_as_text
  UNION ALL
  SELECT 'number-hidden-in-text' AS rule, * FROM rule_number_hidden_in_text
  UNION ALL
  SELECT 'text-despite-numeric-criterion' AS rule, * FROM rule_text_despite_numeric_criterion
  UNION ALL
  SELECT 'criterion-number-differs' AS rule, * FROM rule_criterion_number_differs
  UNION ALL
  SELECT 'deadline-with-percent' AS rule, * FROM rule_deadline_with_percent
  UNION ALL
  SELECT 'unit-contradicts-name' AS rule, * FROM rule_unit_contradicts_name
  UNION ALL
  SELECT 'direction-contradicts-name' AS rule, * FROM rule_direction_contradicts_name
  UNION ALL
  SELECT 'percent-without-rate-name' AS rule, * FROM rule_percent_without_rate_name
  UNION ALL
  SELECT 'operator-missing' AS rule, * FROM rule_operator_missing
  UNION ALL
  SELECT 'satisfaction-100' AS rule, * FROM rule_satisfaction_100
  UNION ALL
  SELECT 'basis-number-differs' AS rule, * FROM rule_basis_number_differs
  UNION ALL
  SELECT 'nonstandard-level2' AS rule, * FROM rule_nonstandard_level2
  UNION ALL
  SELECT 'level2-under-wrong-level1' AS rule, * FROM rule_level2_under_wrong_level1
  UNION ALL
  SELECT 'nonstandard-level1' AS rule, * FROM rule_nonstandard_level1
  UNION ALL
  SELECT 'level2-misfiled' AS rule, * FROM rule_level2_misfiled
  UNION ALL
  SELECT 'ecology-without-ecology' AS rule, * FROM rule_ecology_without_ecology
  UNION ALL
  SELECT 'satisfaction-not-satisfaction' AS rule, * FROM rule_satisfaction_not_satisfaction
  UNION ALL
  SELECT 'rate-under-quantity' AS rule, * FROM rule_rate_under_quantity
  UNION ALL
  SELECT 'time-without-time' AS rule, * FROM rule_time_without_time
  UNION ALL
  SELECT 'missing-required-level2' AS rule, * FROM rule_missing_required_level2
  UNION ALL
  SELECT 'missing-benefit' AS rule, * FROM rule_missing_benefit
  UNION ALL
  SELECT 'missing-satisfaction' AS rule, * FROM rule_missing_satisfaction
  UNION ALL
  SELECT 'missing-time' AS rule, * FROM rule_missing_time
  UNION ALL
  SELECT 'missing-cost' AS rule, * FROM rule_missing_cost
  UNION ALL
  SELECT 'name-repeats-level2' AS rule, * FROM rule_name_repeats_level2
  UNION ALL
  SELECT 'description-repeats-name' AS rule, * FROM rule_description_repeats_name
  UNION ALL
  SELECT 'duplicate-name-within-project' AS rule, * FROM rule_duplicate_name_within_project
  UNION ALL
  SELECT 'name-is-a-value' AS rule, * FROM rule_name_is_a_value
  UNION ALL
  SELECT 'name-too-long' AS rule, * FROM rule_name_too_long
  UNION ALL
  SELECT 'criterion-without-deduction' AS rule, * FROM rule_criterion_without_deduction
  UNION ALL
  SELECT 'basis-vague' AS rule, * FROM rule_basis_vague
  UNION ALL
  SELECT 'repeated-phrase' AS rule, * FROM rule_repeated_phrase
  UNION ALL
  SELECT 'embedded-space' AS rule, * FROM rule_embedded_space
  UNION ALL
  SELECT 'field-code-residue' AS rule, * FROM rule_field_code_residue
  UNION ALL
  SELECT 'typo' AS rule, * FROM rule_typo
  UNION ALL
  SELECT 'operator-in-words' AS rule, * FROM rule_operator_in_words
  UNION ALL
  SELECT 'vague-wording' AS rule, * FROM rule_vague_wording
  UNION ALL
  SELECT 'goal-not-measured' AS rule, * FROM rule_goal_not_measured
  UNION ALL
  SELECT 'target-not-in-goal' AS rule, * FROM rule_target_not_in_goal
  UNION ALL
  SELECT 'code-zeros-lost' AS rule, * FROM rule_code_zeros_lost
  UNION ALL
  SELECT 'overall-target-differs' AS rule, * FROM rule_overall_target_differs
  UNION ALL
  SELECT 'code-missing' AS rule, * FROM rule_code_missing
  UNION ALL
  SELECT 'code-duplicate' AS rule, * FROM rule_code_duplicate
  UNION ALL
  SELECT 'code-legacy-format' AS rule, * FROM rule_code_legacy_format
  UNION ALL
  SELECT 'code-check-character' AS rule, * FROM rule_code_check_character
  UNION ALL
  SELECT 'name-mismatch' AS rule, * FROM rule_name_mismatch
  UNION ALL
  SELECT 'heading-number-mismatch' AS rule, * FROM rule_heading_number_mismatch
  UNION ALL
  SELECT 'list-name-mismatch' AS rule, * FROM rule_list_name_mismatch
  UNION ALL
  SELECT 'document-year-missing' AS rule, * FROM rule_document_year_missing
  UNION ALL
  SELECT 'plan-blank-cell' AS rule, * FROM rule_plan_blank_cell
  UNION ALL
  SELECT 'plan-all-in-last-period' AS rule, * FROM rule_plan_all_in_last_period
  UNION ALL
  SELECT 'plan-mixed-percent' AS rule, * FROM rule_plan_mixed_percent
  UNION ALL
  SELECT 'plan-label-differs' AS rule, * FROM rule_plan_label_differs
  UNION ALL
  SELECT 'plan-identical-everywhere' AS rule, * FROM rule_plan_identical_everywhere
  UNION ALL
  SELECT 'plan-not-cumulative' AS rule, * FROM rule_plan_not_cumulative
  UNION ALL
  SELECT 'plan-not-100' AS rule, * FROM rule_plan_not_100
  UNION ALL
  SELECT 'goal-not-a-statement' AS rule, * FROM rule_goal_not_a_statement
  UNION ALL
  SELECT 'goal-duplicate-within-project' AS rule, * FROM rule_goal_duplicate_within_project
  UNION ALL
  SELECT 'goal-copied' AS rule, * FROM rule_goal_copied
  UNION ALL
  SELECT 'purpose-copied' AS rule, * FROM rule_purpose_copied
  UNION ALL
  SELECT 'indicator-set-cloned' AS rule, * FROM rule_indicator_set_cloned
  UNION ALL
  SELECT 'uniform-targets' AS rule, * FROM rule_uniform_targets
  UNION ALL
  SELECT 'other-year-mentioned' AS rule, * FROM rule_other_year_mentioned
  UNION ALL
  SELECT 'doc-number-mismatch' AS rule, * FROM rule_doc_number_mismatch
  UNION ALL
  SELECT 'doc-number-style' AS rule, * FROM rule_doc_number_style
  UNION ALL
  SELECT 'doc-issuer-variant' AS rule, * FROM rule_doc_issuer_variant;

-- What is inconsistent, and where: the view to ask.  For one project: WHERE project_id = …
CREATE VIEW finding AS
  SELECT f.rule,
    coalesce((SELECT severity FROM office_severity o WHERE o.rule = f.rule), f.severity,
      (SELECT severity FROM rule WHERE id = f.rule)) AS severity,
    (SELECT title FROM rule WHERE id = f.rule) AS title,
    f.document_id, f.project_id, f.indicator_id,
    (SELECT e.name FROM document d CROSS JOIN department e ON e.id = d.department_id
      WHERE d.id = f.document_id) AS department,
    (SELECT fiscal_year FROM document WHERE id = f.document_id) AS year,
    (SELECT ordinal FROM project WHERE id = f.project_id AND kind = 'project') AS project_no,
    (SELECT name FROM project WHERE id = f.project_id) AS project_name,
    (SELECT place FROM indicator_reading WHERE indicator_id = f.indicator_id) AS indicator_no,
    coalesce(
      (SELECT CASE kind WHEN 'project' THEN '第' || ordinal || '个项目' || coalesce('“' || name || '”', '')
          WHEN 'overall' THEN '整体绩效指标' ELSE '专项资金绩效指标' END
        FROM project WHERE id = f.project_id), '全文')
      || coalesce((SELECT '第' || place || '行' FROM indicator_reading
        WHERE indicator_id = f.indicator_id), '')
      || coalesce(' ' || (SELECT title FROM finding_field WHERE id = f.field), '') AS place,
    f.field, f.seen, f.expected, f.message,
    EXISTS (SELECT 1 FROM waiver w
      WHERE w.rule_id = f.rule AND w.document_id = f.document_id
        AND w.project_id IS f.project_id AND w.indicator_id IS f.indicator_id
        AND w.field IS f.field AND w.seen IS f.seen AND w.expected IS f.expected) AS waived
  FROM fired f;

-- 3.6  The ledger: what a rule had to look at.  An empty list of findings means something only
-- where the rules had their inputs.  For each rule and table of targets, scope counts the things
-- that it applies to: looked, those that it could judge; lacking, those that it could not, since
-- something it compares is blank or not understood.  Both 0: it does not apply.

-- What a rule looks at, and in words: 没有…, 核对了 3 …, … is lacking.
CREATE TABLE rule_scope (
  rule    TEXT PRIMARY KEY REFERENCES rule,
  level   TEXT NOT NULL CHECK (instr(' row project document both ', ' ' || level || ' ')),
          -- row: rows of a table; both: tables, and the document as a whole besides
  subject TEXT NOT NULL,
  lacks   TEXT
) STRICT, WITHOUT ROWID;

-- Rules about rows.  What each looks at stands here in the words of its view, without what makes
-- it fire.
CREATE VIEW scope_of_rows AS
  SELECT s.rule, p.document_id, p.project_id,
    (SELECT count(*) FROM target t WHERE t.project_id = p.project_id AND CASE s.rule
      WHEN 'cost-total-mismatch' THEN is_project AND level2 = 'cost' AND name_is_total_cost
        AND amount_fen IS NOT NULL AND budget_fen IS NOT NULL
      WHEN 'value-equals-other-budget' THEN is_project AND sign = '=' AND unit = ''
        AND budget_fen IS NOT NULL
      WHEN 'amount-exceeds-budget' THEN is_project AND name_is_amount AND level2 IS NOT 'cost'
        AND amount_fen IS NOT NULL AND budget_fen IS NOT NULL
      WHEN 'money-as-output' THEN is_project AND (level2 = 'quantity' OR level2 = 'quality')
        AND amount_fen IS NOT NULL AND budget_fen IS NOT NULL
      WHEN 'cost-floor' THEN is_project AND level2 = 'cost' AND number_e6 IS NOT NULL
        AND (unit_is_money OR unit = '')
      WHEN 'cost-as-percent' THEN is_project AND level2 = 'cost' AND number_e6 IS NOT NULL
      WHEN 'execution-rate-as-cost' THEN is_project AND level2 = 'cost' AND unit = '%'
      WHEN 'cost-as-text' THEN is_project AND level2 = 'cost' AND value_kind <> 'blank'
      WHEN 'savings-rate-implausible' THEN is_project AND name_is_saving AND unit = '%'
        AND sign IS NOT NULL
      WHEN 'target-blank' THEN 1
      WHEN 'row-shifted' THEN 1
      WHEN 'basis-blank' THEN is_project OR p.has_basis
      WHEN 'unit-missing' THEN number_e6 IS NOT NULL
      WHEN 'unit-in-value-cell' THEN number_e6 IS NOT NULL
        AND (SELECT operator_text IS NOT NULL OR unit_text IS NOT NULL FROM indicator
          WHERE id = t.indicator_id)
      WHEN 'rate-without-percent' THEN number_e6 IS NOT NULL
        AND (name_is_rate OR (name_is_level2 AND description_is_rate))
      WHEN 'percent-over-100' THEN unit = '%' AND NOT name_is_growth
      WHEN 'percent-at-least-100' THEN unit = '%' AND NOT name_is_growth
      WHEN 'count-with-percent' THEN name_is_count AND number_e6 IS NOT NULL
      WHEN 'count-as-text' THEN (level2 = 'quantity' OR name_is_count) AND value_kind <> 'blank'
      WHEN 'rate-with-text' THEN name_is_scored_rate AND value_kind <> 'blank'
      WHEN 'satisfaction-as-text' THEN level1 = 'satisfaction' AND value_kind <> 'blank'
      WHEN 'number-hidden-in-text' THEN value_kind = 'words' AND sign = '定性'
      WHEN 'text-despite-numeric-criterion' THEN criterion <> '' AND value_kind <> 'blank'
      WHEN 'criterion-number-differs' THEN criterion_has_percent AND unit = '%'
      WHEN 'deadline-with-percent' THEN name_is_deadline AND value_kind <> 'blank'
      WHEN 'unit-contradicts-name' THEN name_is_price AND level2 IS NOT 'quantity'
        AND number_e6 IS NOT NULL
      WHEN 'direction-contradicts-name' THEN name_is_less_better AND sign IS NOT NULL
        AND number_e6 IS NOT NULL
      WHEN 'percent-without-rate-name' THEN unit = '%' AND level2 IS NOT 'cost'
        AND level2 IS NOT 'time'
      WHEN 'operator-missing' THEN number_e6 IS NOT NULL
      WHEN 'overall-target-differs' THEN is_project AND name_is_count AND number_e6 IS NOT NULL
        AND EXISTS (SELECT 1 FROM indicator_reading o WHERE o.document_id = t.document_id
          AND o.name_key = t.name_key AND NOT o.is_project AND o.name_is_count
          AND o.number_e6 IS NOT NULL)
      WHEN 'satisfaction-100' THEN level1 = 'satisfaction' AND number_e6 IS NOT NULL
      WHEN 'basis-number-differs' THEN number_e6 IS NOT NULL AND unit <> '' AND NOT basis_is_blank
      WHEN 'nonstandard-level2' THEN trim(level2_text) <> ''
      WHEN 'level2-under-wrong-level1' THEN level1 IS NOT NULL AND level2 IS NOT NULL
      WHEN 'level2-misfiled' THEN level2 IS NOT NULL AND name <> ''
      WHEN 'ecology-without-ecology' THEN level2 = 'ecological'
      WHEN 'satisfaction-not-satisfaction' THEN level1 = 'satisfaction'
      WHEN 'rate-under-quantity' THEN level2 = 'quantity' AND name <> ''
      WHEN 'time-without-time' THEN level2 = 'time'
      WHEN 'name-repeats-level2' THEN name <> ''
      WHEN 'description-repeats-name' THEN name <> '' AND description <> ''
      WHEN 'duplicate-name-within-project' THEN is_project AND name <> ''
      WHEN 'name-is-a-value' THEN name <> ''
      WHEN 'name-too-long' THEN name <> ''
      WHEN 'criterion-without-deduction' THEN criterion <> ''
      WHEN 'basis-vague' THEN NOT basis_is_blank
      END) AS looked,
    (SELECT count(*) FROM target t WHERE t.project_id = p.project_id AND CASE s.rule
      WHEN 'cost-total-mismatch' THEN is_project AND level2 = 'cost' AND name_is_total_cost
        AND (amount_fen IS NULL OR budget_fen IS NULL)
      WHEN 'value-equals-other-budget' THEN is_project AND sign = '=' AND unit = ''
        AND budget_fen IS NULL
      WHEN 'amount-exceeds-budget' THEN is_project AND name_is_amount AND level2 IS NOT 'cost'
        AND (amount_fen IS NULL OR budget_fen IS NULL)
      WHEN 'money-as-output' THEN is_project AND (level2 = 'quantity' OR level2 = 'quality')
        AND amount_fen IS NOT NULL AND budget_fen IS NULL
      WHEN 'savings-rate-implausible' THEN is_project AND name_is_saving
        AND NOT (unit = '%' AND sign IS NOT NULL)
      WHEN 'direction-contradicts-name' THEN name_is_less_better
        AND (sign IS NULL OR number_e6 IS NULL)
      WHEN 'nonstandard-level2' THEN coalesce(trim(level2_text), '') = ''
      WHEN 'level2-under-wrong-level1' THEN level1 IS NULL OR level2 IS NULL
      WHEN 'level2-misfiled' THEN level2 IS NULL AND name <> ''
      END) AS lacking
  FROM project_reading p
  CROSS JOIN rule_scope s ON s.level = 'row';

-- Rules about tables as a whole.  Those that compare with other projects need another one.
CREATE VIEW scope_of_projects AS
  SELECT s.rule, r.document_id, r.project_id,
    CASE s.rule
      WHEN 'nonstandard-level1' THEN r.rows
      WHEN 'repeated-phrase' THEN r.rows + (p.purpose <> '' IS 1)
      WHEN 'embedded-space' THEN r.rows + (p.name <> '' IS 1) + (p.purpose <> '' IS 1)
      WHEN 'typo' THEN r.rows + (p.name <> '' IS 1) + (p.purpose <> '' IS 1)
      WHEN 'operator-in-words' THEN
        (SELECT count(*) FROM indicator_reading i
          WHERE i.project_id = r.project_id AND i.number_e6 IS NOT NULL AND i.sign IS NOT NULL)
      WHEN 'vague-wording' THEN r.rows
        + (SELECT count(*) FROM goal_reading g WHERE g.project_id = r.project_id)
      WHEN 'goal-not-measured' THEN iif(r.is_project AND r.rows > 0,
        (SELECT count(*) FROM goal_reading g WHERE g.project_id = r.project_id), 0)
      WHEN 'target-not-in-goal' THEN iif(r.is_project
        AND EXISTS (SELECT 1 FROM goal_reading g WHERE g.project_id = r.project_id),
        r.quantity_rows, 0)
      WHEN 'code-zeros-lost' THEN r.is_project AND r.code GLOB '[0-9]*'
      WHEN 'field-code-residue' THEN r.rows + (p.name <> '' IS 1) + (p.purpose <> '' IS 1)
      WHEN 'heading-number-mismatch' THEN r.is_project AND r.heading_no IS NOT NULL
        AND (EXISTS (SELECT 1 FROM project b CROSS JOIN project_reading q ON q.project_id = b.id
            WHERE b.document_id = p.document_id AND b.kind = p.kind AND b.ordinal = p.ordinal - 1
              AND q.heading_no IS NOT NULL)
          OR EXISTS (SELECT 1 FROM provenance
            WHERE table_name = 'project' AND row_id = p.id AND column_name = 'heading'
              AND instr(words, ' TC ') > 0))
      WHEN 'other-year-mentioned' THEN r.is_project AND year_is_printed
        AND coalesce(p.fiscal_year, d.fiscal_year) IS NOT NULL
        AND EXISTS (SELECT 1 FROM year_reading y WHERE y.project_id = r.project_id)
      WHEN 'funding-parts-sum' THEN r.is_project AND p.amount_fen IS NOT NULL
        AND EXISTS (SELECT 1 FROM funding f WHERE f.project_id = p.id AND amount_fen IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM funding f
          WHERE f.project_id = p.id AND amount_fen IS NULL AND trim(amount_text) <> '')
      WHEN 'funding-source-missing' THEN r.is_project AND p.amount_fen > 0
        AND EXISTS (SELECT 1 FROM project q CROSS JOIN funding f ON f.project_id = q.id
          WHERE q.document_id = p.document_id AND q.kind = 'project')
      WHEN 'missing-required-level2' THEN r.is_project
      WHEN 'missing-benefit' THEN r.is_project
      WHEN 'missing-satisfaction' THEN r.is_project
      WHEN 'missing-time' THEN r.is_project
      WHEN 'missing-cost' THEN r.is_project AND EXISTS (SELECT 1 FROM project_reading q
          WHERE q.document_id = r.document_id AND q.is_project AND q.project_id <> r.project_id)
      WHEN 'code-missing' THEN r.is_project
      WHEN 'code-duplicate' THEN r.is_project AND r.code IS NOT NULL
      WHEN 'code-legacy-format' THEN r.is_project AND r.code IS NOT NULL
      WHEN 'code-check-character' THEN r.is_project AND r.code_kind = 'p'
      WHEN 'name-mismatch' THEN r.is_project
        * ((r.heading_match IS NOT NULL) + (r.title_row_match IS NOT NULL))
      WHEN 'list-name-mismatch' THEN
        (SELECT count(*) FROM list_reading l WHERE l.project_id = r.project_id)
      WHEN 'plan-blank-cell' THEN r.is_project AND r.plan_labels IS NOT NULL
      WHEN 'plan-all-in-last-period' THEN r.is_project AND r.plan_end_e6 IS NOT NULL
      WHEN 'plan-mixed-percent' THEN r.is_project AND r.plan_labels IS NOT NULL
      WHEN 'plan-label-differs' THEN r.is_project AND r.plan_labels IS NOT NULL
        AND EXISTS (SELECT 1 FROM project_reading q WHERE q.document_id = r.document_id
          AND q.is_project AND q.plan_labels IS NOT NULL AND q.project_id <> r.project_id)
      WHEN 'plan-not-cumulative' THEN r.is_project
        AND (r.plan_percents GLOB '[0-9]*' AND r.plan_percents || '、' NOT GLOB '*、、*')
      WHEN 'plan-not-100' THEN r.is_project AND r.plan_end_e6 IS NOT NULL
      WHEN 'goal-not-a-statement' THEN
        (SELECT count(*) FROM goal_reading g WHERE g.project_id = r.project_id)
      WHEN 'goal-duplicate-within-project' THEN
        (SELECT count(*) > 1 FROM goal_reading g WHERE g.project_id = r.project_id)
      WHEN 'goal-copied' THEN
        (SELECT count(*) FROM goal_reading g WHERE g.project_id = r.project_id AND g.is_long)
        * EXISTS (SELECT 1 FROM project_reading q
          WHERE q.document_id = r.document_id AND q.is_project AND q.project_id <> r.project_id)
      WHEN 'purpose-copied' THEN r.is_project AND p.purpose <> ''
        AND EXISTS (SELECT 1 FROM project_reading q
          WHERE q.document_id = r.document_id AND q.is_project AND q.project_id <> r.project_id)
      WHEN 'indicator-set-cloned' THEN r.is_project AND r.rows > 0
        AND EXISTS (SELECT 1 FROM project_reading q
          WHERE q.document_id = r.document_id AND q.is_project AND q.project_id <> r.project_id)
      WHEN 'doc-number-mismatch' THEN EXISTS (SELECT 1 FROM number_reading n
          WHERE n.project_id = r.project_id AND instr(p.name, n.year)
            AND instr(p.name, n.number || '号'))
      WHEN 'uniform-targets' THEN r.is_project AND r.rows >= 4
      END AS looked,
    CASE s.rule
      WHEN 'other-year-mentioned' THEN r.is_project
        AND NOT (year_is_printed AND coalesce(p.fiscal_year, d.fiscal_year) IS NOT NULL)
        AND EXISTS (SELECT 1 FROM year_reading y WHERE y.project_id = r.project_id)
      WHEN 'funding-parts-sum' THEN r.is_project
        AND EXISTS (SELECT 1 FROM funding f WHERE f.project_id = p.id AND trim(amount_text) <> '')
        AND (p.amount_fen IS NULL OR EXISTS (SELECT 1 FROM funding f
          WHERE f.project_id = p.id AND amount_fen IS NULL AND trim(amount_text) <> ''))
      WHEN 'funding-source-missing' THEN r.is_project AND p.amount_fen IS NULL
        AND EXISTS (SELECT 1 FROM project q CROSS JOIN funding f ON f.project_id = q.id
          WHERE q.document_id = p.document_id AND q.kind = 'project')
      WHEN 'plan-all-in-last-period' THEN r.is_project AND r.plan_labels IS NOT NULL
        AND r.plan_end_e6 IS NULL
      WHEN 'plan-not-cumulative' THEN r.is_project AND r.plan_labels IS NOT NULL
        AND NOT coalesce(r.plan_percents GLOB '[0-9]*'
          AND r.plan_percents || '、' NOT GLOB '*、、*', 0)
      WHEN 'plan-not-100' THEN r.is_project AND r.plan_labels IS NOT NULL
        AND r.plan_end_e6 IS NULL
      WHEN 'goal-not-measured' THEN iif(r.is_project AND r.rows = 0,
        (SELECT count(*) FROM goal_reading g WHERE g.project_id = r.project_id), 0)
      WHEN 'target-not-in-goal' THEN iif(r.is_project
        AND NOT EXISTS (SELECT 1 FROM goal_reading g WHERE g.project_id = r.project_id),
        r.quantity_rows, 0)
      END AS lacking
  FROM project_reading r
  CROSS JOIN project p ON p.id = r.project_id
  CROSS JOIN document d ON d.id = r.document_id
  CROSS JOIN rule_scope s ON s.level = 'project' OR s.level = 'both';

-- Rules about a document as a whole.
CREATE VIEW scope_of_documents AS
  SELECT s.rule, d.id AS document_id, NULL AS project_id,
    CASE s.rule
      WHEN 'total-differs-from-approved' THEN
        EXISTS (SELECT 1 FROM approval a WHERE a.document_id = d.id AND project_fen IS NOT NULL)
        AND (SELECT count(*) > 0 AND count(*) = count(amount_fen) FROM project p
          WHERE p.document_id = d.id AND p.kind = 'project')
      WHEN 'amount-unit-undeclared' THEN (SELECT count(*) FROM project p
        WHERE p.document_id = d.id AND p.kind = 'project' AND p.amount_text <> '')
      WHEN 'nonstandard-level1' THEN
        (SELECT count(*) FROM project p WHERE p.document_id = d.id)
      WHEN 'document-year-missing' THEN 1
      WHEN 'code-missing' THEN
        (SELECT count(*) FROM project_reading r WHERE r.document_id = d.id AND r.is_project)
      WHEN 'plan-identical-everywhere' THEN
        (SELECT iif(count(*) >= 10 AND count(plan_percents) = count(*), count(*), 0)
          FROM project_reading r WHERE r.document_id = d.id AND r.is_project)
      WHEN 'other-year-mentioned' THEN d.year_is_printed AND d.fiscal_year IS NOT NULL
        AND EXISTS (SELECT 1 FROM document_reading r
          WHERE r.document_id = d.id AND r.procurement_years IS NOT NULL)
      WHEN 'doc-number-style' THEN
        (SELECT coalesce(sum(times), 0) FROM number_reading n WHERE n.document_id = d.id)
      WHEN 'doc-issuer-variant' THEN
        (SELECT count(*) FROM number_reading n WHERE n.document_id = d.id)
      END AS looked,
    CASE s.rule
      WHEN 'total-differs-from-approved' THEN
        EXISTS (SELECT 1 FROM approval a WHERE a.document_id = d.id)
        AND NOT (EXISTS (SELECT 1 FROM approval a
            WHERE a.document_id = d.id AND project_fen IS NOT NULL)
          AND (SELECT count(*) > 0 AND count(*) = count(amount_fen) FROM project p
            WHERE p.document_id = d.id AND p.kind = 'project'))
      WHEN 'plan-identical-everywhere' THEN
        (SELECT iif(count(*) >= 10, count(*) - count(plan_percents), 0)
          FROM project_reading r WHERE r.document_id = d.id AND r.is_project)
      WHEN 'other-year-mentioned' THEN NOT (d.year_is_printed AND d.fiscal_year IS NOT NULL)
        AND EXISTS (SELECT 1 FROM document_reading r
          WHERE r.document_id = d.id AND r.procurement_years IS NOT NULL)
      END AS lacking
  FROM document d
  CROSS JOIN rule_scope s ON s.level = 'document' OR s.level = 'both';

-- For one table: WHERE project_id = …; for a document as a whole: WHERE document_id = … AND
-- project_id IS NULL.
CREATE VIEW scope AS
  SELECT rule, document_id, project_id, coalesce(looked, 0) AS looked,
    coalesce(lacking, 0) AS lacking
  FROM scope_of_rows
  UNION ALL
  SELECT rule, document_id, project_id, coalesce(looked, 0), coalesce(lacking, 0)
  FROM scope_of_projects
  UNION ALL
  SELECT rule, document_id, project_id, coalesce(looked, 0), coalesce(lacking, 0)
  FROM scope_of_documents;


-- 3.9  Self-evaluation: 执行率 and all targets make 100 points.

-- The points of a level, an office's to change.  Without targets of a level its points are
-- those of 产出.
CREATE TABLE level_weight (
  level1              TEXT PRIMARY KEY CHECK (level1 IN ('cost', 'output', 'benefit', 'satisfaction', 'execution')),
  points              INTEGER NOT NULL,
  points_without_cost INTEGER NOT NULL  -- in a table without cost targets
) STRICT, WITHOUT ROWID;

-- The points of each level that a table has targets of, and of how many targets and
-- already given points they are.
CREATE VIEW evaluation_level AS
  SELECT p.project_id, w.level1,
    iif(p.cost_rows > 0, w.points, w.points_without_cost)
      + iif(w.level1 = 'output', coalesce((
          SELECT sum(iif(p.cost_rows > 0, a.points, a.points_without_cost)) FROM level_weight a
          WHERE a.level1 <> 'execution' AND NOT EXISTS (SELECT 1 FROM indicator_reading b
            WHERE b.project_id = p.project_id AND b.level1 = a.level1)), 0), 0) AS points,
    (SELECT count(*) FROM indicator_reading r CROSS JOIN indicator i ON i.id = r.indicator_id
      WHERE r.project_id = p.project_id AND r.level1 = w.level1 AND i.weight_e6 IS NULL) AS free,
    (SELECT coalesce(sum(i.weight_e6), 0) FROM indicator_reading r CROSS JOIN indicator i ON i.id = r.indicator_id
      WHERE r.project_id = p.project_id AND r.level1 = w.level1) AS given_e6
  FROM (SELECT r.project_id, (SELECT count(*) FROM indicator_reading c
          WHERE c.project_id = r.project_id AND c.level1 = 'cost') AS cost_rows
        FROM project_reading r) p
    CROSS JOIN level_weight w
  WHERE w.level1 <> 'execution';

-- 分值 of every target: as given, else what is left of its level in equal parts of tenths, the
-- first ones one tenth more so that nothing is lost.
CREATE VIEW evaluation_weight AS
  SELECT r.indicator_id, r.project_id,
    coalesce(i.weight_e6,
      (SELECT max(l.points * 10 - l.given_e6 / 100000, 0) / l.free * 100000
          + iif((SELECT count(*) FROM indicator_reading b CROSS JOIN indicator c ON c.id = b.indicator_id
              WHERE b.project_id = r.project_id AND b.level1 = r.level1
                AND c.weight_e6 IS NULL AND b.place < r.place)
            < max(l.points * 10 - l.given_e6 / 100000, 0) % l.free, 100000, 0)
        FROM evaluation_level l
        WHERE l.project_id = r.project_id AND l.level1 = r.level1), 0) AS weight_e6
  FROM indicator_reading r CROSS JOIN indicator i ON i.id = r.indicator_id;

-- 得分 of every target.  ≥ and > want more, ≤ and < less; = wants less of a cost or of what is
-- better less, more of everything else.  Short of the target the points are in proportion; nothing is more than
-- all of them.  state: given, by a person; computed; missing: there is no actual value, and
-- no points; words: they are not those of the target, a person must judge.
CREATE VIEW evaluation_score AS
  SELECT indicator_id, project_id, weight_e6, state,
    CASE state WHEN 'given' THEN min(score_e6, weight_e6)
      WHEN 'computed' THEN CAST(round(weight_e6 / 10000.0 * CASE
          WHEN actual_e6 IS NULL THEN 1.0
          WHEN wants_less THEN iif(actual_e6 <= number_e6, 1.0,
            max(number_e6, 0) * 1.0 / actual_e6)
          ELSE iif(actual_e6 >= number_e6, 1.0,
            iif(number_e6 > 0, max(actual_e6, 0) * 1.0 / number_e6, 0.0)) END) AS INTEGER) * 10000
      WHEN 'missing' THEN 0 END AS score_e6
  FROM (SELECT r.indicator_id, r.project_id, w.weight_e6, r.number_e6, o.actual_e6, o.score_e6,
      r.sign IN ('≤', '<') OR coalesce(r.sign, '=') = '='
        AND (coalesce(r.level1 = 'cost', 0) OR coalesce(r.level2 = 'cost', 0)
          OR r.name_is_less_better) AS wants_less,
      CASE WHEN o.score_e6 IS NOT NULL THEN 'given'
        WHEN coalesce(trim(o.actual_text), '') = '' THEN 'missing'
        WHEN r.value_kind = 'number' AND o.actual_e6 IS NOT NULL THEN 'computed'
        WHEN r.value_kind <> 'number' AND trim(o.actual_text) IN (trim(i.value_text),
          (SELECT f.text FROM form_target f WHERE f.id = i.id)) THEN 'computed'
        ELSE 'words' END AS state
    FROM indicator_reading r
      CROSS JOIN indicator i ON i.id = r.indicator_id
      CROSS JOIN evaluation_weight w ON w.indicator_id = r.indicator_id
      LEFT JOIN outcome o ON o.indicator_id = r.indicator_id);

-- 执行率 and its points, and all points, of every table.  NULL: not known.
CREATE VIEW evaluation_total AS
  SELECT project_id, budget_fen, spent_fen, rate_e6, points_e6, execution_e6,
    points_e6 + (SELECT coalesce(sum(w.weight_e6), 0) FROM evaluation_weight w
      WHERE w.project_id = t.project_id) AS weight_e6,
    coalesce(execution_e6, 0) + (SELECT coalesce(sum(s.score_e6), 0) FROM evaluation_score s
      WHERE s.project_id = t.project_id) AS score_e6
  FROM (SELECT p.id AS project_id, coalesce(e.adjusted_fen, p.amount_fen) AS budget_fen, e.spent_fen,
      CAST(round(e.spent_fen * 10000.0 / nullif(coalesce(e.adjusted_fen, p.amount_fen), 0)) AS INTEGER)
        * 10000 AS rate_e6,
      w.points * 1000000 AS points_e6,
      CAST(round(min(e.spent_fen * 1.0 / nullif(coalesce(e.adjusted_fen, p.amount_fen), 0), 1.0)
        * w.points * 100) AS INTEGER) * 10000 AS execution_e6
    FROM project p
      CROSS JOIN level_weight w ON w.level1 = 'execution'
      LEFT JOIN execution e ON e.project_id = p.id) t;

-- What a self-evaluation still lacks, a sentence each; indicator_id NULL: of the table.  Only
-- of tables whose evaluation has begun.
CREATE VIEW evaluation_question AS
  SELECT s.project_id, s.indicator_id, s.state AS kind,
    CASE s.state WHEN 'missing' THEN '没有填实际完成值，按 0 分计'
      WHEN 'words' THEN '实际完成值不能与目标值比较，请填得分' END AS message
  FROM evaluation_score s
  WHERE s.state IN ('missing', 'words') AND EXISTS (
    SELECT 1 FROM outcome o JOIN indicator i ON i.id = o.indicator_id
    WHERE i.project_id = s.project_id AND (o.actual_text <> '' OR o.score_text <> ''))
  UNION ALL
  SELECT s.project_id, s.indicator_id, 'unexplained',
    '得分低于分值，须写明偏差原因和改进措施'
  FROM evaluation_score s LEFT JOIN outcome o USING (indicator_id)
  WHERE s.state IN ('given', 'computed') AND s.score_e6 < s.weight_e6
    AND coalesce(trim(o.reason), '') = ''
  UNION ALL
  SELECT s.project_id, s.indicator_id, 'exceeded',
    '实际完成值超过目标值 30% 以上，须写明原因：目标可能定低了'
  FROM evaluation_score s
    JOIN outcome o USING (indicator_id)
    JOIN indicator_reading r USING (indicator_id)
  WHERE s.state = 'computed' AND r.sign IN ('≥', '>') AND r.number_e6 > 0
    AND o.actual_e6 > r.number_e6 * 1.3 AND coalesce(trim(o.reason), '') = ''
  UNION ALL
  SELECT t.project_id, NULL, 'weights',
    '各项分值与执行率合计不是 100 分，而是 ' || rtrim(rtrim(printf('%.2f', t.weight_e6 / 1000000.0), '0'), '.') || ' 分'
  FROM evaluation_total t
  WHERE t.weight_e6 <> 100000000 AND EXISTS (
    SELECT 1 FROM outcome o JOIN indicator i ON i.id = o.indicator_id
    WHERE i.project_id = t.project_id AND (o.actual_text <> '' OR i.weight_text <> ''))
  UNION ALL
  SELECT t.project_id, NULL, 'spent', '没有填全年执行数，执行率按 0 分计'
  FROM evaluation_total t
  WHERE t.spent_fen IS NULL AND EXISTS (
    SELECT 1 FROM outcome o JOIN indicator i ON i.id = o.indicator_id
    WHERE i.project_id = t.project_id AND o.actual_text <> '')
  UNION ALL
  SELECT t.project_id, NULL, 'execution',
    '执行率 ' || rtrim(rtrim(printf('%.2f', t.rate_e6 / 1000000.0), '0'), '.')
      || iif(t.spent_fen < t.budget_fen, '%，没有执行完，须在实际完成情况里写明原因',
        '%，执行数超过全年预算数，请核对，或在实际完成情况里写明原因')
  FROM evaluation_total t LEFT JOIN execution e USING (project_id)
  WHERE t.spent_fen <> t.budget_fen AND coalesce(trim(e.conclusion), '') = '';

-- The same of a mid-year monitoring.  Whoever is not sure of a target says why.
CREATE VIEW monitoring_question AS
  SELECT i.project_id, i.id AS indicator_id, 'monitored' AS kind, '没有填监控时完成值' AS message
  FROM indicator i LEFT JOIN outcome o ON o.indicator_id = i.id
  WHERE coalesce(trim(o.monitored_text), '') = '' AND EXISTS (
    SELECT 1 FROM outcome b JOIN indicator c ON c.id = b.indicator_id
    WHERE c.project_id = i.project_id AND (b.monitored_text <> '' OR b.likelihood <> ''))
  UNION ALL
  SELECT i.project_id, i.id, 'likelihood', '没有填全年完成的可能性'
  FROM outcome o CROSS JOIN indicator i ON i.id = o.indicator_id
  WHERE o.monitored_text <> '' AND coalesce(trim(o.likelihood), '') = ''
  UNION ALL
  SELECT i.project_id, i.id, 'deviation',
    '不能确定全年完成（' || trim(o.likelihood) || '），须写明偏差原因和改进措施'
  FROM outcome o CROSS JOIN indicator i ON i.id = o.indicator_id
  WHERE (o.likelihood LIKE '%可能' OR o.likelihood LIKE '%不%' OR o.likelihood LIKE '%小'
      OR o.likelihood LIKE '%低' OR o.likelihood LIKE '%难%')
    AND coalesce(trim(o.monitored_reason), '') = ''
  UNION ALL
  SELECT p.id, NULL, 'monitored_spent', '没有填监控时执行数'
  FROM project p LEFT JOIN execution e ON e.project_id = p.id
  WHERE e.monitored_fen IS NULL AND EXISTS (
    SELECT 1 FROM outcome b JOIN indicator c ON c.id = b.indicator_id
    WHERE c.project_id = p.id AND b.monitored_text <> '');


-- 3.10  Overview (汇总): what the texts of a department come to, year after year.  Each view but
-- the first two counts one text by document_id; projects are the tables of kind 'project'.

-- The text that stands for its department and year: the approved one, else the adjusted, else the
-- later draft.
CREATE VIEW overview_text AS
  SELECT d.id AS document_id, d.department_id, d.fiscal_year, d.stage
  FROM document d
  WHERE NOT EXISTS (SELECT 1 FROM document o
    WHERE o.department_id = d.department_id AND o.fiscal_year = d.fiscal_year
      AND instr('approved adjusted draft2 draft1', o.stage)
        < instr('approved adjusted draft2 draft1', d.stage));

-- How large a project is: from so much on and below so much, both in 分.
CREATE VIEW overview_class AS
  SELECT column1 AS class, column2 AS title, column3 AS from_fen, column4 AS below_fen
  FROM (VALUES
    (1, '不足 1 万元', -9223372036854775807, 1000000), (2, '1～10 万元', 1000000, 10000000),
    (3, '10～50 万元', 10000000, 50000000), (4, '50～100 万元', 50000000, 100000000),
    (5, '100～500 万元', 100000000, 500000000), (6, '500～1000 万元', 500000000, 1000000000),
    (7, '1000～5000 万元', 1000000000, 5000000000),
    (8, '5000 万元以上', 5000000000, 9223372036854775807));

-- Money by unit.  priced: how many of the projects have an amount that is understood.
CREATE VIEW overview_unit AS
  SELECT p.document_id, p.unit_id, u.name, count(*) AS projects, count(p.amount_fen) AS priced,
    coalesce(sum(p.amount_fen), 0) AS amount_fen
  FROM project p LEFT JOIN unit u ON u.id = p.unit_id
  WHERE p.kind = 'project'
  GROUP BY p.document_id, p.unit_id;

-- Projects by size.
CREATE VIEW overview_size AS
  SELECT p.document_id, c.class, c.title, count(*) AS projects, sum(p.amount_fen) AS amount_fen
  FROM project p CROSS JOIN overview_class c
    ON p.amount_fen >= c.from_fen AND p.amount_fen < c.below_fen
  WHERE p.kind = 'project'
  GROUP BY p.document_id, c.class;

-- The checkpoints of a plan by the month that they end: 3月底, 第一季度, 上半年.  A label that
-- says no month is taken for its place among equal parts of the year.  step_e6: what it adds to
-- the point before it that is not blank.
CREATE VIEW overview_checkpoint AS
  SELECT id, project_id, percent_e6,
    percent_e6 - coalesce((SELECT b.percent_e6 FROM plan_point b
      WHERE b.project_id = l.project_id AND b.ordinal < l.ordinal AND b.percent_e6 IS NOT NULL
      ORDER BY b.ordinal DESC LIMIT 1), 0) AS step_e6,
    CASE WHEN quarter BETWEEN 1 AND 4 THEN 3 * quarter
      WHEN month BETWEEN 1 AND 12 THEN month
      WHEN label LIKE '%上半年%' THEN 6
      WHEN label LIKE '%年底%' OR label LIKE '%年末%' OR label LIKE '%全年%' THEN 12
      ELSE 12 * ordinal / (SELECT max(o.ordinal) FROM plan_point o WHERE o.project_id = l.project_id)
      END AS month
  FROM (SELECT id, project_id, ordinal, label, percent_e6,
      iif(instr(label, '季') > 1,
        (instr('一1二2三3四4', substr(label, instr(label, '季') - 1, 1)) + 1) / 2, NULL) AS quarter,
      CASE WHEN label GLOB '*1[0-2]月*' THEN CAST(substr(label, instr(label, '月') - 2, 2) AS INTEGER)
        WHEN instr(label, '月') > 1 THEN CAST(substr(label, instr(label, '月') - 1, 1) AS INTEGER)
          + iif(substr(label, 1, instr(label, '月') - 1) LIKE '%十%', 10, 0)
          + instr('一二三四五六七八九', substr(label, instr(label, '月') - 1, 1)) END AS month
    FROM plan_point) l;

-- 支出计划: the money that is to be spent by the end of a month and was not by the checkpoint
-- before it.  A project stays at what it said last.
CREATE VIEW overview_plan AS
  SELECT p.document_id, c.month,
    CAST(round(sum(p.amount_fen * c.step_e6 / 100000000.0)) AS INTEGER) AS added_fen
  FROM project p CROSS JOIN overview_checkpoint c ON c.project_id = p.id
  WHERE p.kind = 'project' AND p.amount_fen > 0 AND c.percent_e6 IS NOT NULL
  GROUP BY p.document_id, c.month;

-- What the plan of a text is a share of: the projects with an amount and a plan.
CREATE VIEW overview_planned AS
  SELECT p.document_id, count(*) AS projects, sum(p.amount_fen) AS amount_fen
  FROM project p
  WHERE p.kind = 'project' AND p.amount_fen > 0
    AND EXISTS (SELECT 1 FROM plan_point l WHERE l.project_id = p.id AND l.percent_e6 IS NOT NULL)
  GROUP BY p.document_id;

-- Targets by kind: part is the level 1 that the kind belongs under, kind the level 2; NULL where
-- neither is known.  A target is quantified that is a number or a date.
CREATE VIEW overview_kind AS
  SELECT document_id,
    CASE WHEN level2 IN ('quantity', 'quality', 'time') THEN 'output'
      WHEN level2 = 'cost' THEN iif(level1 = 'cost', 'cost', 'output')
      WHEN level2 IN ('economic', 'social', 'ecological', 'sustainable') THEN 'benefit'
      WHEN level2 = 'satisfaction' THEN 'satisfaction'
      WHEN level2 IS NOT NULL THEN 'cost'
      ELSE level1 END AS part,
    level2 AS kind, count(*) AS targets, sum(value_kind = 'number') AS numbers,
    sum(value_kind = 'date') AS dates, sum(value_kind = 'words') AS words,
    sum(value_kind = 'blank') AS blanks
  FROM indicator_reading
  WHERE is_project
  GROUP BY document_id, part, level2;


---------------------------------------------------------------------------------------------
-- 4  Forms: the counties' layouts as data, and form_cell
---------------------------------------------------------------------------------------------

-- A layout is rows.  It is drawn first as a blank form, with one goal and one indicator, on a
-- grid of columns and rows; what it takes to print a real project is said by the kind of a
-- row.  data/forms.sql holds the counties' forms; a new one needs no program.

CREATE TABLE form (
  id              TEXT PRIMARY KEY,
  title           TEXT NOT NULL,   -- the layout's name for people: 承德式
  county          TEXT,
  orientation     TEXT NOT NULL DEFAULT 'portrait'
                  CHECK (orientation = 'portrait' OR orientation = 'landscape'),
  overall_form_id TEXT REFERENCES form, -- what draws a project of kind 'overall'
  seal            TEXT     -- the line to sign and seal under a table, where one is wanted
) STRICT;

-- The columns of the grid from the left.  Portrait A4 has room for 180 mm, landscape for 267.
CREATE TABLE form_column (
  form_id TEXT NOT NULL REFERENCES form,
  col     INTEGER NOT NULL,
  width   INTEGER NOT NULL CHECK (width > 0),  -- mm
  PRIMARY KEY (form_id, col)
) STRICT, WITHOUT ROWID;

-- The rows of the blank form from the top.
--   title      a line above the table, without borders
--   body       appears once
--   goal       appears once for each 绩效目标
--   indicator  appears once for each 指标
--   item       appears once for each line of a procurement or asset table (annex_cell)
-- A row that repeats is there at least once, blank, so that it can be filled in.
CREATE TABLE form_row (
  form_id TEXT NOT NULL REFERENCES form,
  row     INTEGER NOT NULL,
  kind    TEXT NOT NULL CHECK (instr(' title body goal indicator item ', ' ' || kind || ' ')),
  PRIMARY KEY (form_id, row)
) STRICT, WITHOUT ROWID;
CREATE INDEX form_row_by_kind ON form_row (form_id, kind, row);

-- What a form can show, and the record column that an editor writes to.
CREATE TABLE form_field (
  id          TEXT PRIMARY KEY,
  name        TEXT NOT NULL,  -- for people: 项目编码
  table_name  TEXT,
  column_name TEXT
) STRICT, WITHOUT ROWID;

-- The boxes of the blank form.  A box has one part, or several that are printed one behind
-- the other: 项目编码及名称：[ code ] name.  A part without a field is its label.  A part with
-- one is label, field and after, or otherwise where the field is blank.  Place, spans and
-- style are the same in all parts; an editor writes to the field of the last one.
-- merges, of part 1: equal level cells below each other, and the label of a repeated row,
-- become one cell.
CREATE TABLE form_box (
  form_id   TEXT NOT NULL REFERENCES form,
  row       INTEGER NOT NULL,
  col       INTEGER NOT NULL,
  part      INTEGER NOT NULL DEFAULT 1,
  row_span  INTEGER NOT NULL DEFAULT 1,
  col_span  INTEGER NOT NULL DEFAULT 1,
  style     TEXT NOT NULL DEFAULT 'text',
            -- without borders: title, left, right; with: caption, label, text, centre,
            -- and head, which is printed again on every further page
  label     TEXT,
  field     TEXT REFERENCES form_field,
  after     TEXT,
  otherwise TEXT,
  merges    INTEGER NOT NULL DEFAULT 0 CHECK (merges = 0 OR merges = 1),
  PRIMARY KEY (form_id, row, col, part)
) STRICT, WITHOUT ROWID;

-- How often the repeated rows of a project appear.  The DISTINCT, here and in form_line,
-- removes nothing: it keeps SQLite from working these columns out again for every cell.
CREATE VIEW form_extent AS
  SELECT DISTINCT p.id AS project_id,
    max((SELECT count(*) FROM goal g WHERE g.project_id = p.id), 1) AS goals,
    max((SELECT count(*) FROM indicator i WHERE i.project_id = p.id), 1) AS indicators,
    (SELECT count(*) FROM plan_point t WHERE t.project_id = p.id) AS plan_points
  FROM project p;

CREATE VIEW form_plan_point AS
  SELECT t.*,
    (SELECT count(*) FROM plan_point a
      WHERE a.project_id = t.project_id AND (a.ordinal, a.id) < (t.ordinal, t.id)) AS place
  FROM plan_point t;

-- The amounts as prose, for a form that prints them in front of the purpose: as the source
-- printed them, or made of the figures where it did not and the purpose does not name them.
CREATE VIEW form_amounts AS
  SELECT p.id AS project_id,
    coalesce(p.purpose_lead,
      iif(instr(p.purpose, p.amount_text), NULL,
        '预算数' || p.amount_text
        || iif(p.amount_text GLOB '*[0-9]', coalesce(p.amount_unit, '万元'), '')
        || coalesce((SELECT '，其中：' || group_concat(
              CASE m.source WHEN 'fiscal' THEN '财政资金' WHEN 'local' THEN '本级资金'
                ELSE '其他资金' END
              || m.amount_text
              || iif(m.amount_text GLOB '*[0-9]', coalesce(p.amount_unit, '万元'), ''), '，')
            FROM funding m WHERE m.project_id = p.id AND m.amount_text <> ''), '')
        || '。')) AS text
  FROM project p;

-- A target in one cell.  The sign that words follow is left out where they do.
CREATE VIEW form_target AS
  SELECT i.id,
    iif((i.operator_text = '文字描述' OR i.operator_text = '定性')
        AND coalesce(i.value_text, i.unit_text) IS NOT NULL, '', coalesce(i.operator_text, ''))
      || coalesce(i.value_text, '') || coalesce(i.unit_text, '') AS text
  FROM indicator i;

-- The printed rows of every project in every form: the row of the blank form each is made
-- of, where it comes, the goal or indicator it shows and the place of that among its like.
-- levels is how many of its level cells are those of the indicator above: 1 is 一级指标, 2 is
-- 二级指标 too, which merges inside one 一级指标; blank cells do not merge.  An iif() in a join,
-- here and below, ends it before it is begun where there is nothing to find.  own is 1 for
-- the form that the project's document is printed in.
CREATE VIEW form_line AS
  SELECT DISTINCT e.project_id, f.id AS form_id, f.id = d.form_id AS own,
    r.form_id AS drawn_id, r.row AS blank_row,
    r.row
      + iif(e.goals > 1, (e.goals - 1) * (SELECT count(*) FROM form_row a
          WHERE a.form_id = r.form_id AND a.kind = 'goal' AND a.row < r.row), 0)
      + (e.indicators - 1) * (SELECT count(*) FROM form_row a
          WHERE a.form_id = r.form_id AND a.kind = 'indicator' AND a.row < r.row) AS first_row,
    CASE WHEN i.id THEN (SELECT count(*) FROM indicator a
        WHERE a.project_id = i.project_id AND (a.ordinal, a.id) < (i.ordinal, i.id))
      WHEN g.id THEN (SELECT count(*) FROM goal a
        WHERE a.project_id = g.project_id AND (a.ordinal, a.id) < (g.ordinal, g.id))
      ELSE 0 END AS place,
    e.goals, e.plan_points, g.id AS goal_id, i.id AS indicator_id,
    iif(i.id, (SELECT (a.level1 = i.level1) + coalesce((a.level1, a.level2) = (i.level1, i.level2), 0)
      FROM indicator a
      WHERE a.project_id = i.project_id AND (a.ordinal, a.id) < (i.ordinal, i.id)
      ORDER BY a.ordinal DESC, a.id DESC LIMIT 1), 0) AS levels
  FROM form_extent e
    CROSS JOIN project p ON p.id = e.project_id
    CROSS JOIN document d ON d.id = p.document_id
    CROSS JOIN form f
    CROSS JOIN form_row r
      ON r.form_id = iif(p.kind = 'overall', coalesce(f.overall_form_id, f.id), f.id)
    LEFT JOIN goal g ON g.project_id = iif(r.kind = 'goal', e.project_id, NULL)
    LEFT JOIN indicator i ON i.project_id = iif(r.kind = 'indicator', e.project_id, NULL);

-- Every part of every box of every project in every form.  A row_span of 0 is covered by the
-- cell above, which is a row higher for it.  The program reads these, joins the parts of a
-- cell and counts its rows itself, as form_cell_of does: parts come in the order of part and
-- point, each but the first that is not blank behind a new line where it shows one record of
-- several.
CREATE VIEW form_part AS
  SELECT l.project_id, l.form_id, l.own, l.first_row + l.place AS row,
    -- The points of a plan share the columns of their box.
    x.col + iif(t.id, min((t.place * x.col_span + l.plan_points - 1) / l.plan_points,
                          x.col_span - 1), 0) AS col,
    iif(x.merges AND CASE x.field WHEN 'level1' THEN l.levels > 0 WHEN 'level2' THEN l.levels > 1
          ELSE l.place > 0 END, 0, x.row_span) AS row_span,
    iif(t.id, max(((t.place + 1) * x.col_span + l.plan_points - 1) / l.plan_points
                  - (t.place * x.col_span + l.plan_points - 1) / l.plan_points, 1),
      x.col_span) AS col_span,
    x.style, x.part, t.place AS point,

    iif(x.field IS NULL, x.label,
      coalesce(coalesce(x.label, '') || nullif(CASE c.table_name
        WHEN 'indicator' THEN CASE x.field
          WHEN 'level1' THEN i.level1
          WHEN 'level2' THEN i.level2
          WHEN 'indicator' THEN i.name
          WHEN 'description' THEN i.description
          WHEN 'criterion' THEN i.criterion
          WHEN 'operator' THEN i.operator_text
          WHEN 'value' THEN i.value_text
          WHEN 'value_unit' THEN i.unit_text
          WHEN 'basis' THEN i.basis
          WHEN 'target' THEN (SELECT a.text FROM form_target a WHERE a.id = i.id)
          WHEN 'weight' THEN (SELECT rtrim(rtrim(round(a.weight_e6 / 1000000.0, 2), '0'), '.')
            FROM evaluation_weight a WHERE a.indicator_id = i.id)
          END
        WHEN 'project' THEN CASE x.field
          WHEN 'code' THEN p.code
          WHEN 'name' THEN p.name
          WHEN 'amount' THEN p.amount_text
          WHEN 'amount_with_unit' THEN p.amount_text
            || iif(p.amount_text GLOB '*[0-9]', coalesce(p.amount_unit, '万元'), '')
          WHEN 'purpose_lead' THEN p.purpose_lead
          WHEN 'amounts' THEN (SELECT a.text FROM form_amounts a WHERE a.project_id = p.id)
          WHEN 'purpose' THEN p.purpose
          WHEN 'plan_label' THEN p.plan_label
          WHEN 'heading' THEN p.heading
          WHEN 'head_code' THEN coalesce(p.title_row_code, p.code)
          WHEN 'head_name' THEN coalesce(p.title_row_name, p.name)
          WHEN 'fiscal_year' THEN coalesce(p.fiscal_year, d.fiscal_year)
          WHEN 'target_template' THEN p.target_template
          WHEN 'currency_line' THEN p.currency_line
          END
        WHEN 'funding' THEN m.amount_text
        WHEN 'plan_point' THEN iif(x.field = 'percent', t.percent_text, t.label)
        WHEN 'goal' THEN CASE x.field
          WHEN 'goal_label' THEN coalesce(g.label, '目标' || (l.place + 1))
          WHEN 'goal' THEN g.text
          WHEN 'goals' THEN (SELECT group_concat(coalesce(a.label, '') || a.text, char(10))
            FROM (SELECT * FROM goal a WHERE a.project_id = p.id ORDER BY a.ordinal, a.id) a)
          END
        WHEN 'unit' THEN iif(x.field = 'unit_code', u.code, u.name)
        WHEN 'outcome' THEN CASE x.field
          WHEN 'monitored' THEN o.monitored_text
          WHEN 'likelihood' THEN o.likelihood
          WHEN 'monitored_reason' THEN o.monitored_reason
          WHEN 'measure' THEN o.measure
          WHEN 'actual' THEN o.actual_text
          WHEN 'reason' THEN o.reason
          WHEN 'score' THEN (SELECT rtrim(rtrim(round(a.score_e6 / 1000000.0, 2), '0'), '.')
            FROM evaluation_score a WHERE a.indicator_id = i.id)
          END
        WHEN 'execution' THEN CASE x.field
          WHEN 'adjusted' THEN coalesce(e.adjusted_text, p.amount_text)
          WHEN 'monitored_spent' THEN e.monitored_text
          WHEN 'spent' THEN e.spent_text
          WHEN 'conclusion' THEN e.conclusion
          END
        ELSE CASE x.field
          WHEN 'row_number' THEN l.first_row + l.place - (SELECT count(*) FROM form_row a
            WHERE a.form_id = l.drawn_id AND a.kind = 'title')
          WHEN 'department' THEN (SELECT a.name FROM department a WHERE a.id = d.department_id)
          WHEN 'monitored_rate' THEN rtrim(rtrim(round(e.monitored_fen * 100.0
            / nullif(coalesce(e.adjusted_fen, p.amount_fen), 0), 2), '0'), '.') || '%'
          ELSE (SELECT rtrim(rtrim(round(CASE x.field
                WHEN 'execution_points' THEN a.points_e6
                WHEN 'execution_rate' THEN a.rate_e6
                WHEN 'execution_score' THEN a.execution_e6
                WHEN 'total_weight' THEN a.weight_e6
                WHEN 'total_score' THEN a.score_e6 END / 1000000.0, 2), '0'), '.')
              || iif(x.field = 'execution_rate', '%', '')
            FROM evaluation_total a WHERE a.project_id = p.id)
          END
        END, '') || coalesce(x.after, ''), x.otherwise)) AS text,

    c.table_name,
    CASE c.table_name
      WHEN 'indicator' THEN i.id
      WHEN 'project' THEN p.id
      WHEN 'goal' THEN coalesce(g.id, iif(l.goals = 1,
        (SELECT a.id FROM goal a WHERE a.project_id = p.id), NULL))
      WHEN 'plan_point' THEN t.id
      WHEN 'funding' THEN m.id
      WHEN 'unit' THEN u.id
      WHEN 'outcome' THEN o.id
      WHEN 'execution' THEN e.id
      END AS row_id,
    c.column_name, x.field
  FROM form_line l
    CROSS JOIN project p ON p.id = l.project_id
    CROSS JOIN document d ON d.id = p.document_id
    LEFT JOIN unit u ON u.id = p.unit_id
    LEFT JOIN goal g ON g.id = l.goal_id
    LEFT JOIN indicator i ON i.id = l.indicator_id
    LEFT JOIN outcome o ON o.indicator_id = l.indicator_id
    LEFT JOIN execution e ON e.project_id = l.project_id
    CROSS JOIN form_box x ON x.form_id = l.drawn_id AND x.row = l.blank_row
    LEFT JOIN form_field c ON c.id = x.field
    LEFT JOIN form_plan_point t
      ON t.project_id = iif(c.table_name = 'plan_point', l.project_id, NULL)
    LEFT JOIN funding m
      ON m.project_id = iif(c.table_name = 'funding', l.project_id, NULL)
        AND m.source = x.field;

-- The printed cells of a project in any form: name both.
--   SELECT * FROM form_cell_of WHERE project_id = 1 AND form_id = 'zunhua' ORDER BY row, col;
-- Windows, not GROUP BY, and of one partition in each query: through those SQLite passes the
-- project on to the records.  A run is a cell and what it covers.
CREATE VIEW form_cell_of AS
  SELECT project_id, form_id, own, row, col, last_row - row + own_span AS row_span, col_span,
    style, text, table_name, row_id, column_name, field
  FROM (SELECT project_id, form_id, own, row, col, last_row, col_span, style,
      table_name, row_id, column_name, field,
      min(row_span) OVER cell AS own_span,
      group_concat(text, iif(table_name IN ('plan_point', 'funding'), char(10), '')) OVER cell AS text,
      lead(part) OVER parts AS next_part
    FROM (SELECT *, max(row) OVER (PARTITION BY project_id, own, form_id, col, run) AS last_row
      FROM (SELECT *, sum(part = 1 AND row_span > 0)
          OVER (PARTITION BY project_id, own, form_id, col ORDER BY row) AS run
        FROM form_part))
    WINDOW parts AS (PARTITION BY project_id, own, form_id, row, col ORDER BY part, point),
      cell AS (parts ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING))
  WHERE next_part IS NULL AND own_span > 0;

-- The printed table of a project, cell by cell, in the form of its document.  Row and col
-- count from 1; a cell covers row_span × col_span places of the grid, and no place is left
-- uncovered or covered twice.  table_name, row_id and column_name name what the cell shows
-- and an editor writes to; row_id is NULL where there is no such record yet, or several
-- stand in one cell; field is the form_field then.  The order is the caller's: ORDER BY row, col.
CREATE VIEW form_cell AS
  SELECT project_id, form_id, row, col, row_span, col_span, style, text,
    table_name, row_id, column_name, field
  FROM form_cell_of
  WHERE own;


-- The tables of procurement and assets as they are printed: the same cells, of the forms
-- 'procurement' and 'assets'.  annex is the record table and annex_id its row.
CREATE VIEW annex_cell AS
  SELECT 'procurement' AS annex, n.id AS annex_id, r.row + coalesce(i.place, 0) AS row, b.col,
    b.row_span, b.col_span, b.style,
    CASE b.field WHEN 'procurement_title' THEN n.title
      WHEN 'procurement_unit' THEN n.unit_line
      WHEN 'procurement_currency' THEN coalesce(n.currency_line, b.otherwise)
      WHEN 'item_project' THEN i.project_name
      WHEN 'item_budget' THEN i.project_budget
      WHEN 'item' THEN i.item
      WHEN 'item_catalogue_no' THEN i.catalogue_no
      WHEN 'item_unit' THEN i.unit
      WHEN 'item_quantity' THEN i.quantity
      WHEN 'item_price' THEN i.price
      WHEN 'item_total' THEN i.total
      WHEN 'item_general_budget' THEN i.general_budget
      WHEN 'item_fund_budget' THEN i.fund_budget
      WHEN 'item_special_account' THEN i.special_account
      WHEN 'item_other_income' THEN i.other_income
      WHEN 'item_other_channel' THEN i.other_channel
      ELSE b.label END AS text,
    c.table_name, iif(c.table_name = 'procurement', n.id, i.id) AS row_id, c.column_name, b.field
  FROM procurement n
    CROSS JOIN form_row r ON r.form_id = 'procurement'
    CROSS JOIN form_box b ON b.form_id = r.form_id AND b.row = r.row
    LEFT JOIN form_field c ON c.id = b.field
    LEFT JOIN (SELECT *, row_number() OVER (PARTITION BY procurement_id
        ORDER BY ordinal, id) - 1 AS place FROM procurement_item) i
      ON r.kind = 'item' AND i.procurement_id = n.id
  UNION ALL
  SELECT 'asset_report', n.id, r.row + coalesce(i.place, 0), b.col, b.row_span, b.col_span,
    b.style,
    CASE b.field WHEN 'assets_title' THEN n.title
      WHEN 'assets_prepared_by' THEN b.label || n.prepared_by
      WHEN 'assets_as_of' THEN b.label || n.as_of
      WHEN 'asset' THEN i.item
      WHEN 'asset_quantity' THEN i.quantity
      WHEN 'asset_value' THEN i.value
      ELSE b.label END,
    c.table_name, iif(c.table_name = 'asset_report', n.id, i.id), c.column_name, b.field
  FROM asset_report n
    CROSS JOIN form_row r ON r.form_id = 'assets'
    CROSS JOIN form_box b ON b.form_id = r.form_id AND b.row = r.row
    LEFT JOIN form_field c ON c.id = b.field
    LEFT JOIN (SELECT *, row_number() OVER (PARTITION BY asset_report_id
        ORDER BY ordinal, id) - 1 AS place FROM asset) i
      ON r.kind = 'item' AND i.asset_report_id = n.id;

-- The whole text is drawn like a table, one level up.  It is made of blocks in print order; a
-- block appears once for each record it shows, and its lines are printed below each other.
-- A line without a field is a heading of its section: the words of the document (section), or
-- where it has none its label.  A line with one is label, field and after; a blank field
-- prints nothing.  In a label {year}, {department} and {title} stand for the document's,
-- {1} and {一} for the number of the record, or of the heading in its part.
-- styles: cover, title, contents_part, contents, part, heading, subheading, text,
-- letterhead, centre, left, right, and table, which is a table with its own cells.
CREATE TABLE text_line (
  form_id TEXT NOT NULL REFERENCES form,
  block   INTEGER NOT NULL,
  line    INTEGER NOT NULL,
  kind    TEXT NOT NULL,  -- of section
  style   TEXT NOT NULL,
  label   TEXT,
  field   TEXT,           -- of text_field
  after   TEXT,
  PRIMARY KEY (form_id, block, line)
) STRICT, WITHOUT ROWID;

-- 一 to 九十九.
CREATE VIEW text_numeral AS
  WITH RECURSIVE n (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM n WHERE number < 99)
  SELECT number,
    CASE WHEN number < 10 THEN '' WHEN number < 20 THEN '十'
      ELSE substr('一二三四五六七八九', number / 10, 1) || '十' END
    || iif(number % 10 = 0, '', substr('一二三四五六七八九', number % 10, 1)) AS text
  FROM n;

-- Every text of a document outside its tables, and the tables themselves (text is then the
-- heading, row_id the record whose cells are printed).
CREATE VIEW text_field AS
  SELECT document_id, iif(is_part, 'catalogue_part', 'catalogue_entry') AS field, ordinal,
    text, 'catalogue_entry' AS table_name, id AS row_id, 'text' AS column_name
  FROM catalogue_entry
  UNION ALL SELECT document_id, 'overall_goal', ordinal, text, 'overall_goal', id, 'text'
  FROM overall_goal
  UNION ALL SELECT document_id, 'sub_goal_title', ordinal, title, 'sub_goal', id, 'title'
  FROM sub_goal
  UNION ALL SELECT document_id, 'sub_goal', ordinal, goal, 'sub_goal', id, 'goal'
  FROM sub_goal
  UNION ALL SELECT document_id, 'sub_goal_indicators', ordinal, indicators_text, 'sub_goal',
    id, 'indicators_text'
  FROM sub_goal
  UNION ALL SELECT document_id, 'safeguard', ordinal, text, 'safeguard', id, 'text'
  FROM safeguard
  UNION ALL SELECT id, 'special_funds_note', 1, special_funds_note, 'document', id,
    'special_funds_note'
  FROM document
  UNION ALL SELECT document_id, kind || '_table', ordinal, coalesce(heading, name, ''),
    'project', id, NULL
  FROM project
  UNION ALL SELECT document_id, 'procurement', id, statement, 'procurement', id, 'statement'
  FROM procurement
  UNION ALL SELECT document_id, 'procurement_table', id, coalesce(title, ''), 'procurement',
    id, NULL
  FROM procurement p
  WHERE title <> '' OR EXISTS (SELECT 1 FROM procurement_item WHERE procurement_id = p.id)
  UNION ALL SELECT document_id, 'assets', id, statement, 'asset_report', id, 'statement'
  FROM asset_report
  UNION ALL SELECT document_id, 'assets_table', id, coalesce(title, ''), 'asset_report', id,
    NULL
  FROM asset_report r
  WHERE title <> '' OR EXISTS (SELECT 1 FROM asset WHERE asset_report_id = r.id)
  UNION ALL SELECT document_id, 'glossary_term', ordinal,
    term || coalesce('：' || definition, ''), 'glossary_term', id, NULL
  FROM glossary_term
  UNION ALL SELECT id, 'other_matters', 1, other_matters, 'document', id, 'other_matters'
  FROM document
  UNION ALL SELECT document_id, 'approval_letterhead', id, letterhead, 'approval', id,
    'letterhead'
  FROM approval
  UNION ALL SELECT document_id, 'approval_doc_no', id, doc_no, 'approval', id, 'doc_no'
  FROM approval
  UNION ALL SELECT document_id, 'approval_issuer', id, issuer, 'approval', id, 'issuer'
  FROM approval
  UNION ALL SELECT document_id, 'approval_title', id, title, 'approval', id, 'title'
  FROM approval
  UNION ALL SELECT document_id, 'approval_addressee', id, addressee, 'approval', id,
    'addressee'
  FROM approval
  UNION ALL SELECT a.document_id,
    iif(p.is_attachment, 'approval_attachment', 'approval_paragraph'),
    a.id * 100000 + p.ordinal, p.text, 'approval_paragraph', p.id, 'text'
  FROM approval a JOIN approval_paragraph p ON p.approval_id = a.id
  UNION ALL SELECT document_id, 'approval_signed_by', id, signed_by, 'approval', id,
    'signed_by'
  FROM approval
  UNION ALL SELECT document_id, 'approval_signed_date', id, signed_date, 'approval', id,
    'signed_date'
  FROM approval
  UNION ALL SELECT document_id, 'approval_printed_by', id, printed_by, 'approval', id,
    'printed_by'
  FROM approval
  UNION ALL SELECT document_id, 'approval_printed_on', id, printed_on, 'approval', id,
    'printed_on'
  FROM approval;

-- The sections of a document in a form: in the document's order, one it has no words for at
-- its place in the form.  number counts the headings of a part, and the parts.  is_worded: the
-- document has words for it; is_there: or something to print below its label.
CREATE VIEW text_section AS
  SELECT document_id, form_id, own, kind, style, place, block, is_worded, is_there,
    sum(is_there) OVER (PARTITION BY document_id, form_id, style, iif(style = 'part', 0, part)
      ORDER BY place, block) AS number
  FROM (SELECT *,
      sum(style = 'part' AND is_there) OVER (PARTITION BY document_id, form_id
        ORDER BY place, block) AS part
    FROM (SELECT *,
      is_worded OR label IS NOT NULL AND (kind IN ('cover', 'catalogue')
        OR EXISTS (SELECT 1 FROM text_field x
          WHERE x.document_id = h.document_id AND x.text IS NOT NULL AND x.field IN (
            SELECT a.field FROM text_line a
            WHERE a.form_id = h.form_id AND (a.kind = h.kind OR h.kind = 'overall'
              AND a.kind IN ('overall_goal', 'sub_goals', 'overall_indicators',
                             'safeguards'))))) AS is_there
    FROM (SELECT d.id AS document_id, f.id AS form_id, f.id = d.form_id AS own, t.kind, t.style,
        coalesce((SELECT min(s.ordinal) FROM section s
            WHERE s.document_id = d.id AND s.kind = t.kind),
          (SELECT max(s.ordinal) + 0.5 FROM section s
            WHERE s.document_id = d.id AND s.kind IN (SELECT a.kind FROM text_line a
              WHERE a.form_id = t.form_id AND a.block < t.block)), 0) AS place,
        t.block, t.label,
        EXISTS (SELECT 1 FROM section s WHERE s.document_id = d.id AND s.kind = t.kind)
          AS is_worded
      FROM document d
        CROSS JOIN form f
        CROSS JOIN text_line t ON t.form_id = f.id AND t.line = 1 AND t.field IS NULL) h));

-- The printed lines of a document in any form: name both.
--   SELECT * FROM text_item_of WHERE document_id = 1 AND form_id = 'zunhua'
--   ORDER BY place, section_block, block, record, line;
CREATE VIEW text_item_of AS
  SELECT s.document_id, s.form_id, s.own, s.place, s.block AS section_block, s.block,
    w.ordinal AS record, w.id AS line, s.kind, s.style, w.text,
    'section' AS table_name, w.id AS row_id, 'text' AS column_name
  FROM text_section s
    JOIN section w ON w.document_id = s.document_id AND w.kind = s.kind
  UNION ALL
  SELECT s.document_id, s.form_id, s.own, s.place, s.block, s.block, 0, t.line, s.kind, t.style,
    replace(replace(replace(replace(replace(t.label, '{year}年', coalesce(d.fiscal_year || '年', '')),
      '{department}', (SELECT name FROM department WHERE id = d.department_id)),
      '{title}', iif(d.title IS NULL OR EXISTS (SELECT 1 FROM section w
          WHERE w.document_id = d.id AND instr(w.text, d.title)),
        coalesce(d.fiscal_year || '年', '') || '部门预算绩效文本', d.title)),
      '{一}', coalesce((SELECT n.text FROM text_numeral n WHERE n.number = s.number), '')),
      '{1}', s.number),
    NULL, NULL, NULL
  FROM text_section s
    JOIN document d ON d.id = s.document_id
    JOIN text_line t ON t.form_id = s.form_id AND t.block = s.block
  WHERE s.is_there AND NOT s.is_worded AND t.label IS NOT NULL
  UNION ALL
  SELECT s.document_id, s.form_id, s.own, s.place, s.block, t.block, x.ordinal, t.line, s.kind,
    t.style,
    replace(replace(coalesce(t.label, ''), '{一}',
        coalesce((SELECT n.text FROM text_numeral n WHERE n.number = x.place), '')),
      '{1}', x.place) || x.text || coalesce(t.after, ''),
    x.table_name, x.row_id, x.column_name
  FROM text_section s
    JOIN text_line t ON t.form_id = s.form_id AND t.kind = s.kind
    JOIN (SELECT *, row_number() OVER (PARTITION BY document_id, field
        ORDER BY ordinal, row_id) AS place FROM text_field) x
      ON x.document_id = s.document_id AND x.field = t.field
  WHERE x.text IS NOT NULL;


---------------------------------------------------------------------------------------------
-- 5  Search
---------------------------------------------------------------------------------------------

-- In which tables of targets a text may stand: rowid is the project's.  words are pieces of
-- its texts, which app/search/grams.c makes: pairs of Chinese characters, triples of others, and first
-- letters of readings.  The program adds a project whenever it reads it (section 3), never
-- takes one away: what the index finds is looked up in the records before it is shown.
CREATE VIRTUAL TABLE search USING fts5 (
  words, content = '', columnsize = 0, detail = none, tokenize = 'ascii'
);


---------------------------------------------------------------------------------------------
-- 6  History: one mechanism for undo, audit and merge
---------------------------------------------------------------------------------------------

-- What a user did, in the user's words.  Taking an action back is an action too: undoing puts
-- back what an action had changed, redoing puts back what an undoing had.  An action is taken
-- back once; a redone one stands in history anew.
CREATE TABLE action (
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  at     TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
  who    TEXT NOT NULL,
  label  TEXT NOT NULL,
  undoes INTEGER UNIQUE REFERENCES action,
  redoes INTEGER UNIQUE REFERENCES action,
  mark   TEXT NOT NULL DEFAULT (hex(randomblob(8))),  -- the same in copies of the file only
  CHECK (undoes IS NULL OR redoes IS NULL)
) STRICT;

-- The action in progress.  cells = 0 while a whole document comes in: its rows are new, so of
-- them history has nothing to remember but the document itself, its department and its units.
-- Undoing an import removes these, and is remembered cell by cell.  No row: some other tool is
-- writing.
CREATE TABLE recording (
  one       INTEGER PRIMARY KEY CHECK (one = 1),
  action_id INTEGER REFERENCES action,
  cells     INTEGER NOT NULL DEFAULT 1 CHECK (cells IN (0, 1))
) STRICT;

-- One changed cell.  A new row is one line with column_name NULL; a deleted row is a line for
-- that and one for each cell it held.
CREATE TABLE history (
  id          INTEGER PRIMARY KEY,
  action_id   INTEGER REFERENCES action,
  table_name  TEXT NOT NULL,
  row_id      INTEGER NOT NULL,
  change      TEXT NOT NULL CHECK (change IN ('insert', 'update', 'delete')),
  column_name TEXT,
  old         ANY,
  new         ANY
) STRICT;
CREATE INDEX history_by_row ON history (table_name, row_id);
CREATE INDEX history_by_action ON history (action_id);

-- What is being typed into a cell of a project's form, or of the pages of a whole text, and
-- not stored yet: it survives a crash and is offered back.  No record, so not in history.
-- row_id 0: there is no such record yet.
CREATE TABLE draft (
  id          INTEGER PRIMARY KEY,
  project_id  INTEGER REFERENCES project ON DELETE CASCADE,
  document_id INTEGER REFERENCES document ON DELETE CASCADE,
  table_name  TEXT NOT NULL,
  row_id      INTEGER NOT NULL,
  field       TEXT NOT NULL,   -- an id of form_field, or a column
  text        TEXT NOT NULL,
  at          TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  CHECK ((project_id IS NULL) <> (document_id IS NULL))
) STRICT;
CREATE INDEX draft_by_project ON draft (project_id);
CREATE INDEX draft_by_document ON draft (document_id);

-- What was printed or handed out, a line for each document in the file, so that one can ask
-- what changed since.  sha256 is over the records in the interchange JSON; history_id is
-- the last line of the history then.  A document that is gone leaves its lines.
CREATE TABLE export (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  at          TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
  who         TEXT NOT NULL,
  document_id INTEGER NOT NULL,
  format      TEXT NOT NULL,           -- pdf, docx, …
  name        TEXT NOT NULL,           -- the file's name, without its folder
  sha256      TEXT NOT NULL CHECK (length(sha256) = 64),
  history_id  INTEGER NOT NULL
) STRICT;
CREATE INDEX export_by_document ON export (document_id);

-- How the file was printed last, as the printing library writes it; no record, so not in history.
CREATE TABLE print_setup (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  settings TEXT NOT NULL,  -- printer, copies, …
  page     TEXT NOT NULL   -- paper, margins
) STRICT;

-- How pages are laid out, whatever they are printed as; no record, so not in history.
CREATE TABLE page_setup (
  id        INTEGER PRIMARY KEY CHECK (id = 1),
  keep_size INTEGER NOT NULL CHECK (keep_size IN (0, 1)),  -- 1: no table is set smaller to fit a page
  seal      INTEGER NOT NULL CHECK (seal IN (0, 1)),       -- 1: a line to sign and seal under each table
  header    TEXT,                                          -- NULL: none
  footer    TEXT
) STRICT;

-- Every record table has three triggers that keep history.  Below a document they stay out of
-- the way while recording.cells is 0.  tests/test-history.c proves that no column is forgotten.

CREATE TRIGGER department_inserted AFTER INSERT ON department
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change)
  VALUES ((SELECT action_id FROM recording), 'department', NEW.id, 'insert');
END;
CREATE TRIGGER department_updated AFTER UPDATE ON department
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old, new)
  WITH cell (name, was, now) AS (VALUES
    ('name', OLD.name, NEW.name))
  SELECT (SELECT action_id FROM recording), 'department', OLD.id, 'update', name, was, now FROM cell WHERE was IS NOT now;
END;
CREATE TRIGGER department_deleted AFTER DELETE ON department
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old)
  WITH cell (name, was) AS (VALUES (NULL, NULL),
    ('name', OLD.name))
  SELECT (SELECT action_id FROM recording), 'department', OLD.id, 'delete', name, was FROM cell
  WHERE name IS NULL OR was IS NOT NULL;
END;

CREATE TRIGGER unit_inserted AFTER INSERT ON unit
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change)
  VALUES ((SELECT action_id FROM recording), 'unit', NEW.id, 'insert');
END;
CREATE TRIGGER unit_updated AFTER UPDATE ON unit
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old, new)
  WITH cell (name, was, now) AS (VALUES
    ('department_id', OLD.department_id, NEW.department_id), ('code', OLD.code, NEW.code),
    ('name', OLD.name, NEW.name))
  SELECT (SELECT action_id FROM recording), 'unit', OLD.id, 'update', name, was, now FROM cell WHERE was IS NOT now;
END;
CREATE TRIGGER unit_deleted AFTER DELETE ON unit
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old)
  WITH cell (name, was) AS (VALUES (NULL, NULL),
    ('department_id', OLD.department_id), ('code', OLD.code), ('name', OLD.name))
  SELECT (SELECT action_id FROM recording), 'unit', OLD.id, 'delete', name, was FROM cell
  WHERE name IS NULL OR was IS NOT NULL;
END;

CREATE TRIGGER document_inserted AFTER INSERT ON document
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change)
  VALUES ((SELECT action_id FROM recording), 'document', NEW.id, 'insert');
END;
CREATE TRIGGER document_updated AFTER UPDATE ON document
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old, new)
  WITH cell (name, was, now) AS (VALUES
    ('department_id', OLD.department_id, NEW.department_id),
    ('fiscal_year', OLD.fiscal_year, NEW.fiscal_year),
    ('year_is_printed', OLD.year_is_printed, NEW.year_is_printed),
    ('stage', OLD.stage, NEW.stage), ('form_id', OLD.form_id, NEW.form_id),
    ('title', OLD.title, NEW.title),
    ('special_funds_note', OLD.special_funds_note, NEW.special_funds_note),
    ('other_matters', OLD.other_matters, NEW.other_matters))
  SELECT (SELECT action_id FROM recording), 'document', OLD.id, 'update', name, was, now FROM cell WHERE was IS NOT now;
END;
CREATE TRIGGER document_deleted AFTER DELETE ON document
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old)
  WITH cell (name, was) AS (VALUES (NULL, NULL),
    ('department_id', OLD.department_id), ('fiscal_year', OLD.fiscal_year),
    ('year_is_printed', OLD.year_is_printed), ('stage', OLD.stage), ('form_id', OLD.form_id),
    ('title', OLD.title), ('special_funds_note', OLD.special_funds_note),
    ('other_matters', OLD.other_matters))
  SELECT (SELECT action_id FROM recording), 'document', OLD.id, 'delete', name, was FROM cell
  WHERE name IS NULL OR was IS NOT NULL;
END;

CREATE TRIGGER section_inserted AFTER INSERT ON section
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change)
  VALUES ((SELECT action_id FROM recording), 'section', NEW.id, 'insert');
END;
CREATE TRIGGER section_updated AFTER UPDATE ON section
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old, new)
  WITH cell (name, was, now) AS (VALUES
    ('document_id', OLD.document_id, NEW.document_id), ('ordinal', OLD.ordinal, NEW.ordinal),
    ('kind', OLD.kind, NEW.kind), ('text', OLD.text, NEW.text))
  SELECT (SELECT action_id FROM recording), 'section', OLD.id, 'update', name, was, now FROM cell WHERE was IS NOT now;
END;
CREATE TRIGGER section_deleted AFTER DELETE ON section
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old)
  WITH cell (name, was) AS (VALUES (NULL, NULL),
    ('document_id', OLD.document_id), ('ordinal', OLD.ordinal), ('kind', OLD.kind),
    ('text', OLD.text))
  SELECT (SELECT action_id FROM recording), 'section', OLD.id, 'delete', name, was FROM cell
  WHERE name IS NULL OR was IS NOT NULL;
END;

CREATE TRIGGER catalogue_entry_inserted AFTER INSERT ON catalogue_entry
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change)
  VALUES ((SELECT action_id FROM recording), 'catalogue_entry', NEW.id, 'insert');
END;
CREATE TRIGGER catalogue_entry_updated AFTER UPDATE ON catalogue_entry
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old, new)
  WITH cell (name, was, now) AS (VALUES
    ('document_id', OLD.document_id, NEW.document_id), ('ordinal', OLD.ordinal, NEW.ordinal),
    ('is_part', OLD.is_part, NEW.is_part), ('text', OLD.text, NEW.text))
  SELECT (SELECT action_id FROM recording), 'catalogue_entry', OLD.id, 'update', name, was, now FROM cell WHERE was IS NOT now;
END;
CREATE TRIGGER catalogue_entry_deleted AFTER DELETE ON catalogue_entry
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old)
  WITH cell (name, was) AS (VALUES (NULL, NULL),
    ('document_id', OLD.document_id), ('ordinal', OLD.ordinal), ('is_part', OLD.is_part),
    ('text', OLD.text))
  SELECT (SELECT action_id FROM recording), 'catalogue_entry', OLD.id, 'delete', name, was FROM cell
  WHERE name IS NULL OR was IS NOT NULL;
END;

CREATE TRIGGER overall_goal_inserted AFTER INSERT ON overall_goal
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change)
  VALUES ((SELECT action_id FROM recording), 'overall_goal', NEW.id, 'insert');
END;
CREATE TRIGGER overall_goal_updated AFTER UPDATE ON overall_goal
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old, new)
  WITH cell (name, was, now) AS (VALUES
    ('document_id', OLD.document_id, NEW.document_id), ('ordinal', OLD.ordinal, NEW.ordinal),
    ('text', OLD.text, NEW.text))
  SELECT (SELECT action_id FROM recording), 'overall_goal', OLD.id, 'update', name, was, now FROM cell WHERE was IS NOT now;
END;
CREATE TRIGGER overall_goal_deleted AFTER DELETE ON overall_goal
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old)
  WITH cell (name, was) AS (VALUES (NULL, NULL),
    ('document_id', OLD.document_id), ('ordinal', OLD.ordinal), ('text', OLD.text))
  SELECT (SELECT action_id FROM recording), 'overall_goal', OLD.id, 'delete', name, was FROM cell
  WHERE name IS NULL OR was IS NOT NULL;
END;

CREATE TRIGGER sub_goal_inserted AFTER INSERT ON sub_goal
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change)
  VALUES ((SELECT action_id FROM recording), 'sub_goal', NEW.id, 'insert');
END;
CREATE TRIGGER sub_goal_updated AFTER UPDATE ON sub_goal
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old, new)
  WITH cell (name, was, now) AS (VALUES
    ('document_id', OLD.document_id, NEW.document_id), ('ordinal', OLD.ordinal, NEW.ordinal),
    ('title', OLD.title, NEW.title), ('goal', OLD.goal, NEW.goal),
    ('indicators_text', OLD.indicators_text, NEW.indicators_text))
  SELECT (SELECT action_id FROM recording), 'sub_goal', OLD.id, 'update', name, was, now FROM cell WHERE was IS NOT now;
END;
CREATE TRIGGER sub_goal_deleted AFTER DELETE ON sub_goal
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old)
  WITH cell (name, was) AS (VALUES (NULL, NULL),
    ('document_id', OLD.document_id), ('ordinal', OLD.ordinal), ('title', OLD.title),
    ('goal', OLD.goal), ('indicators_text', OLD.indicators_text))
  SELECT (SELECT action_id FROM recording), 'sub_goal', OLD.id, 'delete', name, was FROM cell
  WHERE name IS NULL OR was IS NOT NULL;
END;

CREATE TRIGGER safeguard_inserted AFTER INSERT ON safeguard
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change)
  VALUES ((SELECT action_id FROM recording), 'safeguard', NEW.id, 'insert');
END;
CREATE TRIGGER safeguard_updated AFTER UPDATE ON safeguard
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old, new)
  WITH cell (name, was, now) AS (VALUES
    ('document_id', OLD.document_id, NEW.document_id), ('ordinal', OLD.ordinal, NEW.ordinal),
    ('text', OLD.text, NEW.text))
  SELECT (SELECT action_id FROM recording), 'safeguard', OLD.id, 'update', name, was, now FROM cell WHERE was IS NOT now;
END;
CREATE TRIGGER safeguard_deleted AFTER DELETE ON safeguard
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old)
  WITH cell (name, was) AS (VALUES (NULL, NULL),
    ('document_id', OLD.document_id), ('ordinal', OLD.ordinal), ('text', OLD.text))
  SELECT (SELECT action_id FROM recording), 'safeguard', OLD.id, 'delete', name, was FROM cell
  WHERE name IS NULL OR was IS NOT NULL;
END;

CREATE TRIGGER project_inserted AFTER INSERT ON project
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change)
  VALUES ((SELECT action_id FROM recording), 'project', NEW.id, 'insert');
END;
CREATE TRIGGER project_updated AFTER UPDATE ON project
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old, new)
  WITH cell (name, was, now) AS (VALUES
    ('document_id', OLD.document_id, NEW.document_id), ('unit_id', OLD.unit_id, NEW.unit_id),
    ('kind', OLD.kind, NEW.kind), ('ordinal', OLD.ordinal, NEW.ordinal),
    ('heading', OLD.heading, NEW.heading),
    ('title_row_code', OLD.title_row_code, NEW.title_row_code),
    ('title_row_name', OLD.title_row_name, NEW.title_row_name), ('code', OLD.code, NEW.code),
    ('name', OLD.name, NEW.name), ('fiscal_year', OLD.fiscal_year, NEW.fiscal_year),
    ('target_template', OLD.target_template, NEW.target_template),
    ('currency_line', OLD.currency_line, NEW.currency_line),
    ('amount_text', OLD.amount_text, NEW.amount_text),
    ('amount_unit', OLD.amount_unit, NEW.amount_unit),
    ('amount_fen', OLD.amount_fen, NEW.amount_fen), ('purpose', OLD.purpose, NEW.purpose),
    ('purpose_lead', OLD.purpose_lead, NEW.purpose_lead),
    ('plan_label', OLD.plan_label, NEW.plan_label))
  SELECT (SELECT action_id FROM recording), 'project', OLD.id, 'update', name, was, now FROM cell WHERE was IS NOT now;
END;
CREATE TRIGGER project_deleted AFTER DELETE ON project
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old)
  WITH cell (name, was) AS (VALUES (NULL, NULL),
    ('document_id', OLD.document_id), ('unit_id', OLD.unit_id), ('kind', OLD.kind),
    ('ordinal', OLD.ordinal), ('heading', OLD.heading), ('title_row_code', OLD.title_row_code),
    ('title_row_name', OLD.title_row_name), ('code', OLD.code), ('name', OLD.name),
    ('fiscal_year', OLD.fiscal_year), ('target_template', OLD.target_template),
    ('currency_line', OLD.currency_line), ('amount_text', OLD.amount_text),
    ('amount_unit', OLD.amount_unit), ('amount_fen', OLD.amount_fen), ('purpose', OLD.purpose),
    ('purpose_lead', OLD.purpose_lead), ('plan_label', OLD.plan_label))
  SELECT (SELECT action_id FROM recording), 'project', OLD.id, 'delete', name, was FROM cell
  WHERE name IS NULL OR was IS NOT NULL;
END;

CREATE TRIGGER funding_inserted AFTER INSERT ON funding
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change)
  VALUES ((SELECT action_id FROM recording), 'funding', NEW.id, 'insert');
END;
CREATE TRIGGER funding_updated AFTER UPDATE ON funding
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old, new)
  WITH cell (name, was, now) AS (VALUES
    ('project_id', OLD.project_id, NEW.project_id), ('ordinal', OLD.ordinal, NEW.ordinal),
    ('source', OLD.source, NEW.source), ('amount_text', OLD.amount_text, NEW.amount_text),
    ('amount_fen', OLD.amount_fen, NEW.amount_fen))
  SELECT (SELECT action_id FROM recording), 'funding', OLD.id, 'update', name, was, now FROM cell WHERE was IS NOT now;
END;
CREATE TRIGGER funding_deleted AFTER DELETE ON funding
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old)
  WITH cell (name, was) AS (VALUES (NULL, NULL),
    ('project_id', OLD.project_id), ('ordinal', OLD.ordinal), ('source', OLD.source),
    ('amount_text', OLD.amount_text), ('amount_fen', OLD.amount_fen))
  SELECT (SELECT action_id FROM recording), 'funding', OLD.id, 'delete', name, was FROM cell
  WHERE name IS NULL OR was IS NOT NULL;
END;

CREATE TRIGGER plan_point_inserted AFTER INSERT ON plan_point
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change)
  VALUES ((SELECT action_id FROM recording), 'plan_point', NEW.id, 'insert');
END;
CREATE TRIGGER plan_point_updated AFTER UPDATE ON plan_point
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old, new)
  WITH cell (name, was, now) AS (VALUES
    ('project_id', OLD.project_id, NEW.project_id), ('ordinal', OLD.ordinal, NEW.ordinal),
    ('label', OLD.label, NEW.label), ('percent_text', OLD.percent_text, NEW.percent_text),
    ('percent_e6', OLD.percent_e6, NEW.percent_e6))
  SELECT (SELECT action_id FROM recording), 'plan_point', OLD.id, 'update', name, was, now FROM cell WHERE was IS NOT now;
END;
CREATE TRIGGER plan_point_deleted AFTER DELETE ON plan_point
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old)
  WITH cell (name, was) AS (VALUES (NULL, NULL),
    ('project_id', OLD.project_id), ('ordinal', OLD.ordinal), ('label', OLD.label),
    ('percent_text', OLD.percent_text), ('percent_e6', OLD.percent_e6))
  SELECT (SELECT action_id FROM recording), 'plan_point', OLD.id, 'delete', name, was FROM cell
  WHERE name IS NULL OR was IS NOT NULL;
END;

CREATE TRIGGER goal_inserted AFTER INSERT ON goal
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change)
  VALUES ((SELECT action_id FROM recording), 'goal', NEW.id, 'insert');
END;
CREATE TRIGGER goal_updated AFTER UPDATE ON goal
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old, new)
  WITH cell (name, was, now) AS (VALUES
    ('project_id', OLD.project_id, NEW.project_id), ('ordinal', OLD.ordinal, NEW.ordinal),
    ('label', OLD.label, NEW.label), ('text', OLD.text, NEW.text))
  SELECT (SELECT action_id FROM recording), 'goal', OLD.id, 'update', name, was, now FROM cell WHERE was IS NOT now;
END;
CREATE TRIGGER goal_deleted AFTER DELETE ON goal
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old)
  WITH cell (name, was) AS (VALUES (NULL, NULL),
    ('project_id', OLD.project_id), ('ordinal', OLD.ordinal), ('label', OLD.label),
    ('text', OLD.text))
  SELECT (SELECT action_id FROM recording), 'goal', OLD.id, 'delete', name, was FROM cell
  WHERE name IS NULL OR was IS NOT NULL;
END;

CREATE TRIGGER indicator_inserted AFTER INSERT ON indicator
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change)
  VALUES ((SELECT action_id FROM recording), 'indicator', NEW.id, 'insert');
END;
CREATE TRIGGER indicator_updated AFTER UPDATE ON indicator
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old, new)
  WITH cell (name, was, now) AS (VALUES
    ('project_id', OLD.project_id, NEW.project_id), ('ordinal', OLD.ordinal, NEW.ordinal),
    ('level1', OLD.level1, NEW.level1), ('level2', OLD.level2, NEW.level2),
    ('name', OLD.name, NEW.name), ('description', OLD.description, NEW.description),
    ('criterion', OLD.criterion, NEW.criterion),
    ('operator_text', OLD.operator_text, NEW.operator_text),
    ('value_text', OLD.value_text, NEW.value_text), ('unit_text', OLD.unit_text, NEW.unit_text),
    ('basis', OLD.basis, NEW.basis), ('weight_text', OLD.weight_text, NEW.weight_text),
    ('weight_e6', OLD.weight_e6, NEW.weight_e6), ('repair', OLD.repair, NEW.repair))
  SELECT (SELECT action_id FROM recording), 'indicator', OLD.id, 'update', name, was, now FROM cell WHERE was IS NOT now;
END;
CREATE TRIGGER indicator_deleted AFTER DELETE ON indicator
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old)
  WITH cell (name, was) AS (VALUES (NULL, NULL),
    ('project_id', OLD.project_id), ('ordinal', OLD.ordinal), ('level1', OLD.level1),
    ('level2', OLD.level2), ('name', OLD.name), ('description', OLD.description),
    ('criterion', OLD.criterion), ('operator_text', OLD.operator_text),
    ('value_text', OLD.value_text), ('unit_text', OLD.unit_text), ('basis', OLD.basis),
    ('weight_text', OLD.weight_text), ('weight_e6', OLD.weight_e6), ('repair', OLD.repair))
  SELECT (SELECT action_id FROM recording), 'indicator', OLD.id, 'delete', name, was FROM cell
  WHERE name IS NULL OR was IS NOT NULL;
END;

CREATE TRIGGER procurement_inserted AFTER INSERT ON procurement
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change)
  VALUES ((SELECT action_id FROM recording), 'procurement', NEW.id, 'insert');
END;
CREATE TRIGGER procurement_updated AFTER UPDATE ON procurement
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old, new)
  WITH cell (name, was, now) AS (VALUES
    ('document_id', OLD.document_id, NEW.document_id),
    ('statement', OLD.statement, NEW.statement), ('stated_fen', OLD.stated_fen, NEW.stated_fen),
    ('title', OLD.title, NEW.title), ('unit_line', OLD.unit_line, NEW.unit_line),
    ('currency_line', OLD.currency_line, NEW.currency_line))
  SELECT (SELECT action_id FROM recording), 'procurement', OLD.id, 'update', name, was, now FROM cell WHERE was IS NOT now;
END;
CREATE TRIGGER procurement_deleted AFTER DELETE ON procurement
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old)
  WITH cell (name, was) AS (VALUES (NULL, NULL),
    ('document_id', OLD.document_id), ('statement', OLD.statement),
    ('stated_fen', OLD.stated_fen), ('title', OLD.title), ('unit_line', OLD.unit_line),
    ('currency_line', OLD.currency_line))
  SELECT (SELECT action_id FROM recording), 'procurement', OLD.id, 'delete', name, was FROM cell
  WHERE name IS NULL OR was IS NOT NULL;
END;

CREATE TRIGGER procurement_item_inserted AFTER INSERT ON procurement_item
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change)
  VALUES ((SELECT action_id FROM recording), 'procurement_item', NEW.id, 'insert');
END;
CREATE TRIGGER procurement_item_updated AFTER UPDATE ON procurement_item
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old, new)
  WITH cell (name, was, now) AS (VALUES
    ('procurement_id', OLD.procurement_id, NEW.procurement_id),
    ('ordinal', OLD.ordinal, NEW.ordinal), ('project_name', OLD.project_name, NEW.project_name),
    ('project_budget', OLD.project_budget, NEW.project_budget), ('item', OLD.item, NEW.item),
    ('catalogue_no', OLD.catalogue_no, NEW.catalogue_no), ('unit', OLD.unit, NEW.unit),
    ('quantity', OLD.quantity, NEW.quantity), ('price', OLD.price, NEW.price),
    ('total', OLD.total, NEW.total), ('general_budget', OLD.general_budget, NEW.general_budget),
    ('fund_budget', OLD.fund_budget, NEW.fund_budget),
    ('special_account', OLD.special_account, NEW.special_account),
    ('other_income', OLD.other_income, NEW.other_income),
    ('other_channel', OLD.other_channel, NEW.other_channel))
  SELECT (SELECT action_id FROM recording), 'procurement_item', OLD.id, 'update', name, was, now FROM cell WHERE was IS NOT now;
END;
CREATE TRIGGER procurement_item_deleted AFTER DELETE ON procurement_item
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old)
  WITH cell (name, was) AS (VALUES (NULL, NULL),
    ('procurement_id', OLD.procurement_id), ('ordinal', OLD.ordinal),
    ('project_name', OLD.project_name), ('project_budget', OLD.project_budget),
    ('item', OLD.item), ('catalogue_no', OLD.catalogue_no), ('unit', OLD.unit),
    ('quantity', OLD.quantity), ('price', OLD.price), ('total', OLD.total),
    ('general_budget', OLD.general_budget), ('fund_budget', OLD.fund_budget),
    ('special_account', OLD.special_account), ('other_income', OLD.other_income),
    ('other_channel', OLD.other_channel))
  SELECT (SELECT action_id FROM recording), 'procurement_item', OLD.id, 'delete', name, was FROM cell
  WHERE name IS NULL OR was IS NOT NULL;
END;

CREATE TRIGGER asset_report_inserted AFTER INSERT ON asset_report
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change)
  VALUES ((SELECT action_id FROM recording), 'asset_report', NEW.id, 'insert');
END;
CREATE TRIGGER asset_report_updated AFTER UPDATE ON asset_report
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old, new)
  WITH cell (name, was, now) AS (VALUES
    ('document_id', OLD.document_id, NEW.document_id),
    ('statement', OLD.statement, NEW.statement), ('stated_fen', OLD.stated_fen, NEW.stated_fen),
    ('planned_fen', OLD.planned_fen, NEW.planned_fen), ('title', OLD.title, NEW.title),
    ('prepared_by', OLD.prepared_by, NEW.prepared_by), ('as_of', OLD.as_of, NEW.as_of))
  SELECT (SELECT action_id FROM recording), 'asset_report', OLD.id, 'update', name, was, now FROM cell WHERE was IS NOT now;
END;
CREATE TRIGGER asset_report_deleted AFTER DELETE ON asset_report
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old)
  WITH cell (name, was) AS (VALUES (NULL, NULL),
    ('document_id', OLD.document_id), ('statement', OLD.statement),
    ('stated_fen', OLD.stated_fen), ('planned_fen', OLD.planned_fen), ('title', OLD.title),
    ('prepared_by', OLD.prepared_by), ('as_of', OLD.as_of))
  SELECT (SELECT action_id FROM recording), 'asset_report', OLD.id, 'delete', name, was FROM cell
  WHERE name IS NULL OR was IS NOT NULL;
END;

CREATE TRIGGER asset_inserted AFTER INSERT ON asset
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change)
  VALUES ((SELECT action_id FROM recording), 'asset', NEW.id, 'insert');
END;
CREATE TRIGGER asset_updated AFTER UPDATE ON asset
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old, new)
  WITH cell (name, was, now) AS (VALUES
    ('asset_report_id', OLD.asset_report_id, NEW.asset_report_id),
    ('ordinal', OLD.ordinal, NEW.ordinal), ('item', OLD.item, NEW.item),
    ('quantity', OLD.quantity, NEW.quantity), ('value', OLD.value, NEW.value))
  SELECT (SELECT action_id FROM recording), 'asset', OLD.id, 'update', name, was, now FROM cell WHERE was IS NOT now;
END;
CREATE TRIGGER asset_deleted AFTER DELETE ON asset
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old)
  WITH cell (name, was) AS (VALUES (NULL, NULL),
    ('asset_report_id', OLD.asset_report_id), ('ordinal', OLD.ordinal), ('item', OLD.item),
    ('quantity', OLD.quantity), ('value', OLD.value))
  SELECT (SELECT action_id FROM recording), 'asset', OLD.id, 'delete', name, was FROM cell
  WHERE name IS NULL OR was IS NOT NULL;
END;

CREATE TRIGGER glossary_term_inserted AFTER INSERT ON glossary_term
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change)
  VALUES ((SELECT action_id FROM recording), 'glossary_term', NEW.id, 'insert');
END;
CREATE TRIGGER glossary_term_updated AFTER UPDATE ON glossary_term
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old, new)
  WITH cell (name, was, now) AS (VALUES
    ('document_id', OLD.document_id, NEW.document_id), ('ordinal', OLD.ordinal, NEW.ordinal),
    ('term', OLD.term, NEW.term), ('definition', OLD.definition, NEW.definition))
  SELECT (SELECT action_id FROM recording), 'glossary_term', OLD.id, 'update', name, was, now FROM cell WHERE was IS NOT now;
END;
CREATE TRIGGER glossary_term_deleted AFTER DELETE ON glossary_term
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old)
  WITH cell (name, was) AS (VALUES (NULL, NULL),
    ('document_id', OLD.document_id), ('ordinal', OLD.ordinal), ('term', OLD.term),
    ('definition', OLD.definition))
  SELECT (SELECT action_id FROM recording), 'glossary_term', OLD.id, 'delete', name, was FROM cell
  WHERE name IS NULL OR was IS NOT NULL;
END;

CREATE TRIGGER approval_inserted AFTER INSERT ON approval
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change)
  VALUES ((SELECT action_id FROM recording), 'approval', NEW.id, 'insert');
END;
CREATE TRIGGER approval_updated AFTER UPDATE ON approval
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old, new)
  WITH cell (name, was, now) AS (VALUES
    ('document_id', OLD.document_id, NEW.document_id), ('heading', OLD.heading, NEW.heading),
    ('letterhead', OLD.letterhead, NEW.letterhead), ('issuer', OLD.issuer, NEW.issuer),
    ('doc_no', OLD.doc_no, NEW.doc_no), ('title', OLD.title, NEW.title),
    ('addressee', OLD.addressee, NEW.addressee),
    ('approval_date', OLD.approval_date, NEW.approval_date),
    ('signed_by', OLD.signed_by, NEW.signed_by),
    ('signed_date', OLD.signed_date, NEW.signed_date),
    ('printed_by', OLD.printed_by, NEW.printed_by),
    ('printed_on', OLD.printed_on, NEW.printed_on),
    ('income_fen', OLD.income_fen, NEW.income_fen),
    ('public_fen', OLD.public_fen, NEW.public_fen), ('fund_fen', OLD.fund_fen, NEW.fund_fen),
    ('expenditure_fen', OLD.expenditure_fen, NEW.expenditure_fen),
    ('basic_fen', OLD.basic_fen, NEW.basic_fen),
    ('project_fen', OLD.project_fen, NEW.project_fen))
  SELECT (SELECT action_id FROM recording), 'approval', OLD.id, 'update', name, was, now FROM cell WHERE was IS NOT now;
END;
CREATE TRIGGER approval_deleted AFTER DELETE ON approval
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old)
  WITH cell (name, was) AS (VALUES (NULL, NULL),
    ('document_id', OLD.document_id), ('heading', OLD.heading), ('letterhead', OLD.letterhead),
    ('issuer', OLD.issuer), ('doc_no', OLD.doc_no), ('title', OLD.title),
    ('addressee', OLD.addressee), ('approval_date', OLD.approval_date),
    ('signed_by', OLD.signed_by), ('signed_date', OLD.signed_date),
    ('printed_by', OLD.printed_by), ('printed_on', OLD.printed_on),
    ('income_fen', OLD.income_fen), ('public_fen', OLD.public_fen), ('fund_fen', OLD.fund_fen),
    ('expenditure_fen', OLD.expenditure_fen), ('basic_fen', OLD.basic_fen),
    ('project_fen', OLD.project_fen))
  SELECT (SELECT action_id FROM recording), 'approval', OLD.id, 'delete', name, was FROM cell
  WHERE name IS NULL OR was IS NOT NULL;
END;

CREATE TRIGGER approval_paragraph_inserted AFTER INSERT ON approval_paragraph
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change)
  VALUES ((SELECT action_id FROM recording), 'approval_paragraph', NEW.id, 'insert');
END;
CREATE TRIGGER approval_paragraph_updated AFTER UPDATE ON approval_paragraph
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old, new)
  WITH cell (name, was, now) AS (VALUES
    ('approval_id', OLD.approval_id, NEW.approval_id), ('ordinal', OLD.ordinal, NEW.ordinal),
    ('is_attachment', OLD.is_attachment, NEW.is_attachment), ('text', OLD.text, NEW.text))
  SELECT (SELECT action_id FROM recording), 'approval_paragraph', OLD.id, 'update', name, was, now FROM cell WHERE was IS NOT now;
END;
CREATE TRIGGER approval_paragraph_deleted AFTER DELETE ON approval_paragraph
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old)
  WITH cell (name, was) AS (VALUES (NULL, NULL),
    ('approval_id', OLD.approval_id), ('ordinal', OLD.ordinal),
    ('is_attachment', OLD.is_attachment), ('text', OLD.text))
  SELECT (SELECT action_id FROM recording), 'approval_paragraph', OLD.id, 'delete', name, was FROM cell
  WHERE name IS NULL OR was IS NOT NULL;
END;

CREATE TRIGGER waiver_inserted AFTER INSERT ON waiver
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change)
  VALUES ((SELECT action_id FROM recording), 'waiver', NEW.id, 'insert');
END;
CREATE TRIGGER waiver_updated AFTER UPDATE ON waiver
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old, new)
  WITH cell (name, was, now) AS (VALUES
    ('rule_id', OLD.rule_id, NEW.rule_id), ('document_id', OLD.document_id, NEW.document_id),
    ('project_id', OLD.project_id, NEW.project_id),
    ('indicator_id', OLD.indicator_id, NEW.indicator_id), ('field', OLD.field, NEW.field),
    ('seen', OLD.seen, NEW.seen), ('expected', OLD.expected, NEW.expected),
    ('reason', OLD.reason, NEW.reason), ('earlier_id', OLD.earlier_id, NEW.earlier_id),
    ('who', OLD.who, NEW.who), ('at', OLD.at, NEW.at))
  SELECT (SELECT action_id FROM recording), 'waiver', OLD.id, 'update', name, was, now FROM cell WHERE was IS NOT now;
END;
CREATE TRIGGER waiver_deleted AFTER DELETE ON waiver
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old)
  WITH cell (name, was) AS (VALUES (NULL, NULL),
    ('rule_id', OLD.rule_id), ('document_id', OLD.document_id), ('project_id', OLD.project_id),
    ('indicator_id', OLD.indicator_id), ('field', OLD.field), ('seen', OLD.seen),
    ('expected', OLD.expected), ('reason', OLD.reason), ('earlier_id', OLD.earlier_id),
    ('who', OLD.who), ('at', OLD.at))
  SELECT (SELECT action_id FROM recording), 'waiver', OLD.id, 'delete', name, was FROM cell
  WHERE name IS NULL OR was IS NOT NULL;
END;

CREATE TRIGGER lineage_inserted AFTER INSERT ON lineage
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change)
  VALUES ((SELECT action_id FROM recording), 'lineage', NEW.id, 'insert');
END;
CREATE TRIGGER lineage_updated AFTER UPDATE ON lineage
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old, new)
  WITH cell (name, was, now) AS (VALUES
    ('document_id', OLD.document_id, NEW.document_id),
    ('project_id', OLD.project_id, NEW.project_id),
    ('indicator_id', OLD.indicator_id, NEW.indicator_id),
    ('earlier_project_id', OLD.earlier_project_id, NEW.earlier_project_id),
    ('earlier_indicator_id', OLD.earlier_indicator_id, NEW.earlier_indicator_id),
    ('who', OLD.who, NEW.who), ('at', OLD.at, NEW.at))
  SELECT (SELECT action_id FROM recording), 'lineage', OLD.id, 'update', name, was, now FROM cell WHERE was IS NOT now;
END;
CREATE TRIGGER lineage_deleted AFTER DELETE ON lineage
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old)
  WITH cell (name, was) AS (VALUES (NULL, NULL),
    ('document_id', OLD.document_id), ('project_id', OLD.project_id),
    ('indicator_id', OLD.indicator_id), ('earlier_project_id', OLD.earlier_project_id),
    ('earlier_indicator_id', OLD.earlier_indicator_id), ('who', OLD.who), ('at', OLD.at))
  SELECT (SELECT action_id FROM recording), 'lineage', OLD.id, 'delete', name, was FROM cell
  WHERE name IS NULL OR was IS NOT NULL;
END;

CREATE TRIGGER carried_inserted AFTER INSERT ON carried
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change)
  VALUES ((SELECT action_id FROM recording), 'carried', NEW.id, 'insert');
END;
CREATE TRIGGER carried_updated AFTER UPDATE ON carried
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old, new)
  WITH cell (name, was, now) AS (VALUES
    ('document_id', OLD.document_id, NEW.document_id),
    ('table_name', OLD.table_name, NEW.table_name), ('row_id', OLD.row_id, NEW.row_id),
    ('column_name', OLD.column_name, NEW.column_name), ('value', OLD.value, NEW.value),
    ('is_confirmed', OLD.is_confirmed, NEW.is_confirmed))
  SELECT (SELECT action_id FROM recording), 'carried', OLD.id, 'update', name, was, now FROM cell WHERE was IS NOT now;
END;
CREATE TRIGGER carried_deleted AFTER DELETE ON carried
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old)
  WITH cell (name, was) AS (VALUES (NULL, NULL),
    ('document_id', OLD.document_id), ('table_name', OLD.table_name), ('row_id', OLD.row_id),
    ('column_name', OLD.column_name), ('value', OLD.value), ('is_confirmed', OLD.is_confirmed))
  SELECT (SELECT action_id FROM recording), 'carried', OLD.id, 'delete', name, was FROM cell
  WHERE name IS NULL OR was IS NOT NULL;
END;

CREATE TRIGGER word_inserted AFTER INSERT ON word
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change)
  VALUES ((SELECT action_id FROM recording), 'word', NEW.id, 'insert');
END;
CREATE TRIGGER word_updated AFTER UPDATE ON word
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old, new)
  WITH cell (name, was, now) AS (VALUES
    ('list', OLD.list, NEW.list),
    ('word', OLD.word, NEW.word),
    ('meaning', OLD.meaning, NEW.meaning))
  SELECT (SELECT action_id FROM recording), 'word', OLD.id, 'update', name, was, now FROM cell WHERE was IS NOT now;
END;
CREATE TRIGGER word_deleted AFTER DELETE ON word
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old)
  WITH cell (name, was) AS (VALUES (NULL, NULL),
    ('list', OLD.list), ('word', OLD.word), ('meaning', OLD.meaning))
  SELECT (SELECT action_id FROM recording), 'word', OLD.id, 'delete', name, was FROM cell
  WHERE name IS NULL OR was IS NOT NULL;
END;

CREATE TRIGGER office_severity_inserted AFTER INSERT ON office_severity
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change)
  VALUES ((SELECT action_id FROM recording), 'office_severity', NEW.id, 'insert');
END;
CREATE TRIGGER office_severity_updated AFTER UPDATE ON office_severity
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old, new)
  WITH cell (name, was, now) AS (VALUES
    ('rule', OLD.rule, NEW.rule),
    ('severity', OLD.severity, NEW.severity))
  SELECT (SELECT action_id FROM recording), 'office_severity', OLD.id, 'update', name, was, now FROM cell WHERE was IS NOT now;
END;
CREATE TRIGGER office_severity_deleted AFTER DELETE ON office_severity
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old)
  WITH cell (name, was) AS (VALUES (NULL, NULL),
    ('rule', OLD.rule), ('severity', OLD.severity))
  SELECT (SELECT action_id FROM recording), 'office_severity', OLD.id, 'delete', name, was FROM cell
  WHERE name IS NULL OR was IS NOT NULL;
END;

CREATE TRIGGER outcome_inserted AFTER INSERT ON outcome
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change)
  VALUES ((SELECT action_id FROM recording), 'outcome', NEW.id, 'insert');
END;
CREATE TRIGGER outcome_updated AFTER UPDATE ON outcome
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old, new)
  WITH cell (name, was, now) AS (VALUES
    ('indicator_id', OLD.indicator_id, NEW.indicator_id),
    ('monitored_text', OLD.monitored_text, NEW.monitored_text),
    ('likelihood', OLD.likelihood, NEW.likelihood),
    ('monitored_reason', OLD.monitored_reason, NEW.monitored_reason),
    ('measure', OLD.measure, NEW.measure),
    ('actual_text', OLD.actual_text, NEW.actual_text),
    ('actual_e6', OLD.actual_e6, NEW.actual_e6),
    ('score_text', OLD.score_text, NEW.score_text), ('score_e6', OLD.score_e6, NEW.score_e6),
    ('reason', OLD.reason, NEW.reason))
  SELECT (SELECT action_id FROM recording), 'outcome', OLD.id, 'update', name, was, now FROM cell WHERE was IS NOT now;
END;
CREATE TRIGGER outcome_deleted AFTER DELETE ON outcome
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old)
  WITH cell (name, was) AS (VALUES (NULL, NULL),
    ('indicator_id', OLD.indicator_id), ('monitored_text', OLD.monitored_text),
    ('likelihood', OLD.likelihood), ('monitored_reason', OLD.monitored_reason),
    ('measure', OLD.measure),
    ('actual_text', OLD.actual_text), ('actual_e6', OLD.actual_e6),
    ('score_text', OLD.score_text), ('score_e6', OLD.score_e6), ('reason', OLD.reason))
  SELECT (SELECT action_id FROM recording), 'outcome', OLD.id, 'delete', name, was FROM cell
  WHERE name IS NULL OR was IS NOT NULL;
END;

CREATE TRIGGER execution_inserted AFTER INSERT ON execution
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change)
  VALUES ((SELECT action_id FROM recording), 'execution', NEW.id, 'insert');
END;
CREATE TRIGGER execution_updated AFTER UPDATE ON execution
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old, new)
  WITH cell (name, was, now) AS (VALUES
    ('project_id', OLD.project_id, NEW.project_id),
    ('adjusted_text', OLD.adjusted_text, NEW.adjusted_text),
    ('adjusted_fen', OLD.adjusted_fen, NEW.adjusted_fen),
    ('monitored_text', OLD.monitored_text, NEW.monitored_text),
    ('monitored_fen', OLD.monitored_fen, NEW.monitored_fen),
    ('spent_text', OLD.spent_text, NEW.spent_text),
    ('spent_fen', OLD.spent_fen, NEW.spent_fen),
    ('conclusion', OLD.conclusion, NEW.conclusion))
  SELECT (SELECT action_id FROM recording), 'execution', OLD.id, 'update', name, was, now FROM cell WHERE was IS NOT now;
END;
CREATE TRIGGER execution_deleted AFTER DELETE ON execution
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old)
  WITH cell (name, was) AS (VALUES (NULL, NULL),
    ('project_id', OLD.project_id), ('adjusted_text', OLD.adjusted_text),
    ('adjusted_fen', OLD.adjusted_fen), ('monitored_text', OLD.monitored_text),
    ('monitored_fen', OLD.monitored_fen), ('spent_text', OLD.spent_text),
    ('spent_fen', OLD.spent_fen), ('conclusion', OLD.conclusion))
  SELECT (SELECT action_id FROM recording), 'execution', OLD.id, 'delete', name, was FROM cell
  WHERE name IS NULL OR was IS NOT NULL;
END;

CREATE TRIGGER comment_inserted AFTER INSERT ON comment
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change)
  VALUES ((SELECT action_id FROM recording), 'comment', NEW.id, 'insert');
END;
CREATE TRIGGER comment_updated AFTER UPDATE ON comment
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old, new)
  WITH cell (name, was, now) AS (VALUES
    ('document_id', OLD.document_id, NEW.document_id),
    ('project_id', OLD.project_id, NEW.project_id),
    ('indicator_id', OLD.indicator_id, NEW.indicator_id), ('part', OLD.part, NEW.part),
    ('part_row', OLD.part_row, NEW.part_row), ('field', OLD.field, NEW.field),
    ('text', OLD.text, NEW.text), ('who', OLD.who, NEW.who), ('at', OLD.at, NEW.at),
    ('state', OLD.state, NEW.state), ('answer', OLD.answer, NEW.answer),
    ('answered_by', OLD.answered_by, NEW.answered_by),
    ('answered_at', OLD.answered_at, NEW.answered_at))
  SELECT (SELECT action_id FROM recording), 'comment', OLD.id, 'update', name, was, now FROM cell WHERE was IS NOT now;
END;
CREATE TRIGGER comment_deleted AFTER DELETE ON comment
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old)
  WITH cell (name, was) AS (VALUES (NULL, NULL),
    ('document_id', OLD.document_id), ('project_id', OLD.project_id),
    ('indicator_id', OLD.indicator_id), ('part', OLD.part), ('part_row', OLD.part_row),
    ('field', OLD.field), ('text', OLD.text), ('who', OLD.who), ('at', OLD.at), ('state', OLD.state), ('answer', OLD.answer),
    ('answered_by', OLD.answered_by), ('answered_at', OLD.answered_at))
  SELECT (SELECT action_id FROM recording), 'comment', OLD.id, 'delete', name, was FROM cell
  WHERE name IS NULL OR was IS NOT NULL;
END;
