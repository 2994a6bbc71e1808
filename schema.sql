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
CREATE INDEX project_by_amount ON project (document_id, amount_fen);

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
CREATE INDEX funding_by_project ON funding (project_id, source);

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
  repair        TEXT CHECK (repair = 'shifted')
                -- the source had this row moved by one cell; import put it right
) STRICT;
CREATE INDEX indicator_by_project ON indicator (project_id, ordinal);

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
CREATE TABLE source (
  id          INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  action_id   INTEGER REFERENCES action,
  name        TEXT NOT NULL,           -- the file's name, without its folder
  sha256      TEXT NOT NULL CHECK (length(sha256) = 64),
  bytes       BLOB NOT NULL
) STRICT;
CREATE INDEX source_by_document ON source (document_id);
CREATE INDEX source_by_sha256 ON source (sha256);

-- 出处: the place in the source that a field was read from.  line counts from 1 in a text
-- file; block, row and col count from 0 in the blocks a reader made of it.
CREATE TABLE provenance (
  source_id   INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
  table_name  TEXT NOT NULL,
  row_id      INTEGER NOT NULL,
  column_name TEXT NOT NULL,
  line        INTEGER,
  block       INTEGER NOT NULL,
  row         INTEGER,
  col         INTEGER,
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

-- @RULES

---------------------------------------------------------------------------------------------
-- 4  Forms: the counties' layouts as data, and form_cell
---------------------------------------------------------------------------------------------

-- @FORMS

---------------------------------------------------------------------------------------------
-- 5  History: one mechanism for undo, audit and merge
---------------------------------------------------------------------------------------------

-- What a user did, in the user's words.  An import is one action whose records are known by
-- source.action_id; every other action has its cells in history.
CREATE TABLE action (
  id    INTEGER PRIMARY KEY AUTOINCREMENT,
  at    TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
  who   TEXT NOT NULL,
  label TEXT NOT NULL
) STRICT;

-- The action in progress.  cells = 0 while a whole document comes in: its rows are new, so
-- history has nothing to remember of them.  No row: some other tool is writing.
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

-- Every record table has three triggers that keep history.  They stay out of the way while
-- recording.cells is 0.  tests/test-history.c proves that no column is forgotten.

CREATE TRIGGER department_inserted AFTER INSERT ON department
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change)
  VALUES ((SELECT action_id FROM recording), 'department', NEW.id, 'insert');
END;
CREATE TRIGGER department_updated AFTER UPDATE ON department
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old, new)
  WITH cell (name, was, now) AS (VALUES
    ('name', OLD.name, NEW.name))
  SELECT (SELECT action_id FROM recording), 'department', OLD.id, 'update', name, was, now FROM cell WHERE was IS NOT now;
END;
CREATE TRIGGER department_deleted AFTER DELETE ON department
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old)
  WITH cell (name, was) AS (VALUES (NULL, NULL),
    ('name', OLD.name))
  SELECT (SELECT action_id FROM recording), 'department', OLD.id, 'delete', name, was FROM cell
  WHERE name IS NULL OR was IS NOT NULL;
END;

CREATE TRIGGER unit_inserted AFTER INSERT ON unit
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change)
  VALUES ((SELECT action_id FROM recording), 'unit', NEW.id, 'insert');
END;
CREATE TRIGGER unit_updated AFTER UPDATE ON unit
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old, new)
  WITH cell (name, was, now) AS (VALUES
    ('department_id', OLD.department_id, NEW.department_id), ('code', OLD.code, NEW.code),
    ('name', OLD.name, NEW.name))
  SELECT (SELECT action_id FROM recording), 'unit', OLD.id, 'update', name, was, now FROM cell WHERE was IS NOT now;
END;
CREATE TRIGGER unit_deleted AFTER DELETE ON unit
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change, column_name, old)
  WITH cell (name, was) AS (VALUES (NULL, NULL),
    ('department_id', OLD.department_id), ('code', OLD.code), ('name', OLD.name))
  SELECT (SELECT action_id FROM recording), 'unit', OLD.id, 'delete', name, was FROM cell
  WHERE name IS NULL OR was IS NOT NULL;
END;

CREATE TRIGGER document_inserted AFTER INSERT ON document
  WHEN coalesce((SELECT cells FROM recording), 1)
BEGIN
  INSERT INTO history (action_id, table_name, row_id, change)
  VALUES ((SELECT action_id FROM recording), 'document', NEW.id, 'insert');
END;
CREATE TRIGGER document_updated AFTER UPDATE ON document
  WHEN coalesce((SELECT cells FROM recording), 1)
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
  WHEN coalesce((SELECT cells FROM recording), 1)
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
    ('basis', OLD.basis, NEW.basis), ('repair', OLD.repair, NEW.repair))
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
    ('repair', OLD.repair))
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
