-- data/forms.sql — the counties' layouts, row by row.  schema.sql, section 4, says what the
-- columns mean.  A new county's form is a few rows like these.

INSERT INTO form_field (id, name, table_name, column_name) VALUES
  ('row_number', '序号', NULL, NULL),
  ('heading', '表题', 'project', 'heading'),
  ('unit_code', '单位编码', 'unit', 'code'),
  ('unit_name', '预算单位', 'unit', 'name'),
  ('currency_line', '金额单位', 'project', 'currency_line'),
  ('head_code', '表头项目编码', 'project', 'title_row_code'),
  ('head_name', '表头项目名称', 'project', 'title_row_name'),
  ('fiscal_year', '预算年度', 'project', 'fiscal_year'),
  ('code', '项目编码', 'project', 'code'),
  ('name', '项目名称', 'project', 'name'),
  ('target_template', '项目绩效模板', 'project', 'target_template'),
  ('amount', '预算数', 'project', 'amount_text'),
  ('amount_with_unit', '预算数', 'project', 'amount_text'),
  ('fiscal', '财政资金', 'funding', 'amount_text'),
  ('local', '本级资金', 'funding', 'amount_text'),
  ('other', '其他资金', 'funding', 'amount_text'),
  ('amounts', '资金数额', 'project', 'purpose_lead'),
  ('purpose_lead', '资金数额', 'project', 'purpose_lead'),
  ('purpose', '资金用途', 'project', 'purpose'),
  ('plan_label', '资金支出计划', 'project', 'plan_label'),
  ('checkpoint', '时点', 'plan_point', 'label'),
  ('percent', '累计进度', 'plan_point', 'percent_text'),
  ('goal_label', '目标序号', 'goal', 'label'),
  ('goal', '绩效目标', 'goal', 'text'),
  ('goals', '绩效目标', 'goal', 'text'),
  ('level1', '一级指标', 'indicator', 'level1'),
  ('level2', '二级指标', 'indicator', 'level2'),
  ('indicator', '三级指标', 'indicator', 'name'),
  ('description', '绩效指标描述', 'indicator', 'description'),
  ('criterion', '评（扣）分标准', 'indicator', 'criterion'),
  ('operator', '符号', 'indicator', 'operator_text'),
  ('value', '值', 'indicator', 'value_text'),
  ('value_unit', '单位（文字描述）', 'indicator', 'unit_text'),
  ('target', '指标值', 'indicator', 'value_text'),
  ('basis', '指标值确定依据', 'indicator', 'basis');


-- 承德: ten columns, every row of the table numbered, the target in three cells.

INSERT INTO form (id, title, county) VALUES
  ('chengde-overall', '承德式整体绩效指标', '承德');
INSERT INTO form (id, title, county, overall_form_id) VALUES
  ('chengde', '承德式', '承德', 'chengde-overall');

INSERT INTO form_column (form_id, col, width) VALUES
  ('chengde', 1, 9), ('chengde', 2, 11), ('chengde', 3, 15), ('chengde', 4, 20),
  ('chengde', 5, 27), ('chengde', 6, 24), ('chengde', 7, 11), ('chengde', 8, 17),
  ('chengde', 9, 14), ('chengde', 10, 32);

INSERT INTO form_row (form_id, row, kind) VALUES
  ('chengde', 1, 'title'), ('chengde', 2, 'body'), ('chengde', 3, 'body'),
  ('chengde', 4, 'body'), ('chengde', 5, 'body'), ('chengde', 6, 'body'),
  ('chengde', 7, 'body'), ('chengde', 8, 'body'), ('chengde', 9, 'body'),
  ('chengde', 10, 'goal'), ('chengde', 11, 'body'), ('chengde', 12, 'body'),
  ('chengde', 13, 'indicator');

INSERT INTO form_box (form_id, row, col, part, row_span, col_span, style, label, field, after, otherwise)
VALUES
  ('chengde', 1, 1, 1, 1, 10, 'title', NULL, 'heading', NULL, NULL),

  ('chengde', 2, 1, 1, 1, 10, 'caption', '预算项目绩效表', NULL, NULL, NULL),

  ('chengde', 3, 1, 1, 1, 1, 'label', '序号', NULL, NULL, NULL),
  ('chengde', 3, 2, 1, 1, 5, 'text', '项目编码及名称：', NULL, NULL, NULL),
  ('chengde', 3, 2, 2, 1, 1, 'text', '[', 'head_code', ']', NULL),
  ('chengde', 3, 2, 3, 1, 1, 'text', NULL, 'head_name', NULL, NULL),
  ('chengde', 3, 7, 1, 1, 2, 'text', '预算年度：', 'fiscal_year', NULL, '预算年度：'),
  ('chengde', 3, 9, 1, 1, 2, 'text', '金额：', 'amount_with_unit', NULL, '金额：'),

  ('chengde', 4, 1, 1, 1, 1, 'label', '栏次', NULL, NULL, NULL),
  ('chengde', 4, 2, 1, 1, 1, 'label', '1', NULL, NULL, NULL),
  ('chengde', 4, 3, 1, 1, 1, 'label', '2', NULL, NULL, NULL),
  ('chengde', 4, 4, 1, 1, 1, 'label', '3', NULL, NULL, NULL),
  ('chengde', 4, 5, 1, 1, 1, 'label', '4', NULL, NULL, NULL),
  ('chengde', 4, 6, 1, 1, 1, 'label', '5', NULL, NULL, NULL),
  ('chengde', 4, 7, 1, 1, 1, 'label', '6', NULL, NULL, NULL),
  ('chengde', 4, 8, 1, 1, 1, 'label', '7', NULL, NULL, NULL),
  ('chengde', 4, 9, 1, 1, 1, 'label', '8', NULL, NULL, NULL),
  ('chengde', 4, 10, 1, 1, 1, 'label', '9', NULL, NULL, NULL),

  ('chengde', 5, 1, 1, 1, 1, 'label', NULL, 'row_number', NULL, NULL),
  ('chengde', 5, 2, 1, 1, 1, 'label', '项目编码', NULL, NULL, NULL),
  ('chengde', 5, 3, 1, 1, 3, 'text', NULL, 'code', NULL, NULL),
  ('chengde', 5, 6, 1, 1, 1, 'label', '项目名称', NULL, NULL, NULL),
  ('chengde', 5, 7, 1, 1, 4, 'text', NULL, 'name', NULL, NULL),

  ('chengde', 6, 1, 1, 1, 1, 'label', NULL, 'row_number', NULL, NULL),
  ('chengde', 6, 2, 1, 1, 1, 'label', '项目绩效模板', NULL, NULL, NULL),
  ('chengde', 6, 3, 1, 1, 8, 'text', NULL, 'target_template', NULL, NULL),

  ('chengde', 7, 1, 1, 1, 1, 'label', NULL, 'row_number', NULL, NULL),
  ('chengde', 7, 2, 1, 1, 1, 'label', '资金用途', NULL, NULL, NULL),
  ('chengde', 7, 3, 1, 1, 8, 'text', NULL, 'purpose_lead', NULL, NULL),
  ('chengde', 7, 3, 2, 1, 1, 'text', NULL, 'purpose', NULL, NULL),

  ('chengde', 8, 1, 1, 1, 1, 'label', NULL, 'row_number', NULL, NULL),
  ('chengde', 8, 2, 1, 2, 1, 'label', NULL, 'plan_label', NULL, '资金支出计划'),
  ('chengde', 8, 3, 1, 1, 8, 'centre', NULL, 'checkpoint', NULL, NULL),
  ('chengde', 9, 1, 1, 1, 1, 'label', NULL, 'row_number', NULL, NULL),
  ('chengde', 9, 3, 1, 1, 8, 'centre', NULL, 'percent', NULL, NULL),

  ('chengde', 10, 1, 1, 1, 1, 'label', NULL, 'row_number', NULL, NULL),
  ('chengde', 10, 2, 1, 1, 1, 'label', '绩效目标', NULL, NULL, NULL),
  ('chengde', 10, 3, 1, 1, 1, 'centre', NULL, 'goal_label', NULL, NULL),
  ('chengde', 10, 4, 1, 1, 7, 'text', NULL, 'goal', NULL, NULL),

  ('chengde', 11, 1, 1, 1, 1, 'head', NULL, 'row_number', NULL, NULL),
  ('chengde', 11, 2, 1, 2, 1, 'head', '一级指标', NULL, NULL, NULL),
  ('chengde', 11, 3, 1, 2, 1, 'head', '二级指标', NULL, NULL, NULL),
  ('chengde', 11, 4, 1, 2, 1, 'head', '三级指标', NULL, NULL, NULL),
  ('chengde', 11, 5, 1, 2, 1, 'head', '绩效指标描述（指标内容）', NULL, NULL, NULL),
  ('chengde', 11, 6, 1, 2, 1, 'head', '评（扣）分标准', NULL, NULL, NULL),
  ('chengde', 11, 7, 1, 1, 3, 'head', '指标值', NULL, NULL, NULL),
  ('chengde', 11, 10, 1, 2, 1, 'head', '指标确定依据', NULL, NULL, NULL),
  ('chengde', 12, 1, 1, 1, 1, 'head', NULL, 'row_number', NULL, NULL),
  ('chengde', 12, 7, 1, 1, 1, 'head', '符号', NULL, NULL, NULL),
  ('chengde', 12, 8, 1, 1, 1, 'head', '值', NULL, NULL, NULL),
  ('chengde', 12, 9, 1, 1, 1, 'head', '单位（文字描述）', NULL, NULL, NULL),

  ('chengde', 13, 1, 1, 1, 1, 'label', NULL, 'row_number', NULL, NULL),
  ('chengde', 13, 2, 1, 1, 1, 'centre', NULL, 'level1', NULL, NULL),
  ('chengde', 13, 3, 1, 1, 1, 'centre', NULL, 'level2', NULL, NULL),
  ('chengde', 13, 4, 1, 1, 1, 'text', NULL, 'indicator', NULL, NULL),
  ('chengde', 13, 5, 1, 1, 1, 'text', NULL, 'description', NULL, NULL),
  ('chengde', 13, 6, 1, 1, 1, 'text', NULL, 'criterion', NULL, NULL),
  ('chengde', 13, 7, 1, 1, 1, 'centre', NULL, 'operator', NULL, NULL),
  ('chengde', 13, 8, 1, 1, 1, 'centre', NULL, 'value', NULL, NULL),
  ('chengde', 13, 9, 1, 1, 1, 'centre', NULL, 'value_unit', NULL, NULL),
  ('chengde', 13, 10, 1, 1, 1, 'text', NULL, 'basis', NULL, NULL);

INSERT INTO form_column (form_id, col, width) VALUES
  ('chengde-overall', 1, 18), ('chengde-overall', 2, 22), ('chengde-overall', 3, 26),
  ('chengde-overall', 4, 38), ('chengde-overall', 5, 12), ('chengde-overall', 6, 16),
  ('chengde-overall', 7, 18), ('chengde-overall', 8, 30);

INSERT INTO form_row (form_id, row, kind) VALUES
  ('chengde-overall', 1, 'title'), ('chengde-overall', 2, 'body'),
  ('chengde-overall', 3, 'body'), ('chengde-overall', 4, 'indicator');

INSERT INTO form_box (form_id, row, col, row_span, col_span, style, label, field) VALUES
  ('chengde-overall', 2, 1, 2, 1, 'head', '一级指标', NULL),
  ('chengde-overall', 2, 2, 2, 1, 'head', '二级指标', NULL),
  ('chengde-overall', 2, 3, 2, 1, 'head', '三级指标', NULL),
  ('chengde-overall', 2, 4, 2, 1, 'head', '绩效指标描述', NULL),
  ('chengde-overall', 2, 5, 1, 3, 'head', '指标值', NULL),
  ('chengde-overall', 2, 8, 2, 1, 'head', '指标值确定依据', NULL),
  ('chengde-overall', 3, 5, 1, 1, 'head', '符号', NULL),
  ('chengde-overall', 3, 6, 1, 1, 'head', '值', NULL),
  ('chengde-overall', 3, 7, 1, 1, 'head', '单位（文字描述）', NULL),

  ('chengde-overall', 4, 1, 1, 1, 'centre', NULL, 'level1'),
  ('chengde-overall', 4, 2, 1, 1, 'centre', NULL, 'level2'),
  ('chengde-overall', 4, 3, 1, 1, 'text', NULL, 'indicator'),
  ('chengde-overall', 4, 4, 1, 1, 'text', NULL, 'description'),
  ('chengde-overall', 4, 5, 1, 1, 'centre', NULL, 'operator'),
  ('chengde-overall', 4, 6, 1, 1, 'centre', NULL, 'value'),
  ('chengde-overall', 4, 7, 1, 1, 'centre', NULL, 'value_unit'),
  ('chengde-overall', 4, 8, 1, 1, 'text', NULL, 'basis');


-- 唐山 and its districts: seven columns (the description takes two), the target in one cell.
-- The forms differ in the lines above the table, in the amounts and in the goals.

INSERT INTO form (id, title, county) VALUES
  ('overall', '整体绩效指标', '唐山');
INSERT INTO form (id, title, county, overall_form_id) VALUES
  ('zunhua', '遵化式', '遵化', 'overall'),
  ('nanpu', '南堡式', '唐山南堡', 'overall'),
  ('tangshan-renshe', '唐山人社式', '唐山高新区', 'overall'),
  ('tangshan-shehui', '唐山社会事务式', '唐山高新区', 'overall');

INSERT INTO form_column (form_id, col, width)
  SELECT f.id, w.column1, w.column2
  FROM form f,
    (VALUES (1, 20), (2, 25), (3, 27), (4, 28), (5, 20), (6, 24), (7, 36)) w
  WHERE f.id = 'overall' OR f.overall_form_id = 'overall';

INSERT INTO form_row (form_id, row, kind) VALUES
  ('zunhua', 1, 'title'), ('zunhua', 2, 'title'), ('zunhua', 3, 'body'),
  ('zunhua', 4, 'body'), ('zunhua', 5, 'body'), ('zunhua', 6, 'body'),
  ('zunhua', 7, 'body'), ('zunhua', 8, 'body'), ('zunhua', 9, 'body'),
  ('zunhua', 10, 'indicator'),

  ('nanpu', 1, 'title'), ('nanpu', 2, 'title'), ('nanpu', 3, 'body'),
  ('nanpu', 4, 'body'), ('nanpu', 5, 'body'), ('nanpu', 6, 'body'),
  ('nanpu', 7, 'body'), ('nanpu', 8, 'body'), ('nanpu', 9, 'body'),
  ('nanpu', 10, 'indicator'),

  ('tangshan-renshe', 1, 'title'), ('tangshan-renshe', 2, 'title'),
  ('tangshan-renshe', 3, 'body'), ('tangshan-renshe', 4, 'body'),
  ('tangshan-renshe', 5, 'body'), ('tangshan-renshe', 6, 'body'),
  ('tangshan-renshe', 7, 'body'), ('tangshan-renshe', 8, 'goal'),
  ('tangshan-renshe', 9, 'body'), ('tangshan-renshe', 10, 'indicator'),

  ('tangshan-shehui', 1, 'title'), ('tangshan-shehui', 2, 'title'),
  ('tangshan-shehui', 3, 'body'), ('tangshan-shehui', 4, 'body'),
  ('tangshan-shehui', 5, 'body'), ('tangshan-shehui', 6, 'body'),
  ('tangshan-shehui', 7, 'body'), ('tangshan-shehui', 8, 'body'),
  ('tangshan-shehui', 9, 'indicator'),

  ('overall', 1, 'title'), ('overall', 2, 'body'), ('overall', 3, 'indicator');

-- Title lines, code and name: the same in all four.
INSERT INTO form_box (form_id, row, col, part, col_span, style, label, field)
  SELECT f.id, b.* FROM form f, (VALUES
    (1, 1, 1, 7, 'title', NULL, 'heading'),

    (2, 1, 1, 5, 'left', NULL, 'unit_code'),
    (2, 1, 2, 1, 'text', NULL, 'unit_name'),

    (3, 1, 1, 1, 'label', '项目编码', NULL),
    (3, 2, 1, 2, 'text', NULL, 'code'),
    (3, 4, 1, 1, 'label', '项目名称', NULL),
    (3, 5, 1, 3, 'text', NULL, 'name')) b
  WHERE f.overall_form_id = 'overall';

INSERT INTO form_box (form_id, row, col, col_span, style, field, otherwise) VALUES
  ('zunhua', 2, 6, 2, 'right', 'currency_line', NULL),
  ('nanpu', 2, 6, 2, 'right', 'currency_line', '单位：万元'),
  ('tangshan-renshe', 2, 6, 2, 'right', 'currency_line', NULL),
  ('tangshan-shehui', 2, 6, 2, 'right', 'currency_line', NULL);

-- The amounts in cells.
INSERT INTO form_box (form_id, row, col, part, row_span, col_span, style, label, field)
  SELECT f.id, b.* FROM form f, (VALUES
    (4, 1, 1, 2, 1, 'label', '预算规模及资金用途', NULL),
    (4, 2, 1, 1, 1, 'label', '预算数', NULL),
    (4, 3, 1, 1, 1, 'centre', NULL, 'amount'),
    (4, 4, 1, 1, 1, 'label', '其中：财政资金', NULL),
    (4, 5, 1, 1, 1, 'centre', NULL, 'fiscal'),
    (4, 6, 1, 1, 1, 'label', '其他资金', NULL),
    (4, 7, 1, 1, 1, 'centre', '本级资金', 'local'),
    (4, 7, 2, 1, 1, 'text', NULL, 'other'),

    (5, 2, 1, 1, 6, 'text', NULL, 'purpose_lead'),
    (5, 2, 2, 1, 1, 'text', NULL, 'purpose')) b
  WHERE f.id = 'zunhua' OR f.id = 'nanpu' OR f.id = 'tangshan-renshe';

-- The amounts in a sentence.
INSERT INTO form_box (form_id, row, col, part, col_span, style, label, field) VALUES
  ('tangshan-shehui', 4, 1, 1, 1, 'label', '项目资金主要用途', NULL),
  ('tangshan-shehui', 4, 2, 1, 6, 'text', NULL, 'amounts'),
  ('tangshan-shehui', 4, 2, 2, 1, 'text', NULL, 'purpose');

INSERT INTO form_box (form_id, row, col, row_span, col_span, style, field, otherwise) VALUES
  ('zunhua', 6, 1, 2, 1, 'label', 'plan_label', '资金支出计划（%）'),
  ('zunhua', 6, 2, 1, 6, 'centre', 'checkpoint', NULL),
  ('zunhua', 7, 2, 1, 6, 'centre', 'percent', NULL),

  ('nanpu', 6, 1, 2, 1, 'label', 'plan_label', '资金支出计划（%）'),
  ('nanpu', 6, 2, 1, 6, 'centre', 'checkpoint', NULL),
  ('nanpu', 7, 2, 1, 6, 'centre', 'percent', NULL),

  ('tangshan-renshe', 6, 1, 2, 1, 'label', 'plan_label', '资金支出计划（%）'),
  ('tangshan-renshe', 6, 2, 1, 6, 'centre', 'checkpoint', NULL),
  ('tangshan-renshe', 7, 2, 1, 6, 'centre', 'percent', NULL),

  ('tangshan-shehui', 5, 1, 2, 1, 'label', 'plan_label', '资金支出计划（累计进度%）'),
  ('tangshan-shehui', 5, 2, 1, 6, 'centre', 'checkpoint', NULL),
  ('tangshan-shehui', 6, 2, 1, 6, 'centre', 'percent', NULL);

INSERT INTO form_box (form_id, row, col, col_span, style, label, field) VALUES
  ('zunhua', 8, 1, 1, 'label', '绩效目标', NULL),
  ('zunhua', 8, 2, 6, 'text', NULL, 'goals'),

  ('nanpu', 8, 1, 1, 'label', '绩效目标', NULL),
  ('nanpu', 8, 2, 6, 'text', NULL, 'goals'),

  ('tangshan-renshe', 8, 1, 1, 'label', '绩效目标', NULL),
  ('tangshan-renshe', 8, 2, 1, 'centre', NULL, 'goal_label'),
  ('tangshan-renshe', 8, 3, 5, 'text', NULL, 'goal'),

  ('tangshan-shehui', 7, 1, 1, 'label', '绩效目标', NULL),
  ('tangshan-shehui', 7, 2, 6, 'text', NULL, 'goals');

-- The indicators: the same in all, also in the overall table.
INSERT INTO form_box (form_id, row, col, col_span, style, label, field)
  SELECT r.form_id, r.row - 1, b.* FROM form_row r, (VALUES
    (1, 1, 'head', '一级指标', NULL),
    (2, 1, 'head', '二级指标', NULL),
    (3, 1, 'head', '三级指标', NULL),
    (4, 2, 'head', '绩效指标描述', NULL),
    (6, 1, 'head', '指标值', NULL),
    (7, 1, 'head', '指标值确定依据', NULL)) b
  WHERE r.kind = 'indicator' AND r.form_id NOT LIKE 'chengde%';

INSERT INTO form_box (form_id, row, col, col_span, style, field)
  SELECT r.form_id, r.row, b.* FROM form_row r, (VALUES
    (1, 1, 'centre', 'level1'),
    (2, 1, 'centre', 'level2'),
    (3, 1, 'text', 'indicator'),
    (4, 2, 'text', 'description'),
    (6, 1, 'centre', 'target'),
    (7, 1, 'text', 'basis')) b
  WHERE r.kind = 'indicator' AND r.form_id NOT LIKE 'chengde%';

-- A table of the department's own has no heading but the section's.
INSERT INTO form_box (form_id, row, col, col_span, style, field, otherwise) VALUES
  ('overall', 1, 1, 7, 'title', 'heading', '部门整体绩效指标'),
  ('chengde-overall', 1, 1, 8, 'title', 'heading', '部门整体绩效指标');


-- In every form: equal level cells, and the label beside several goals, are one cell.
UPDATE form_box SET merges = 1
  WHERE field = 'level1' OR field = 'level2'
    OR (label = '绩效目标'
        AND (form_id, row) IN (SELECT form_id, row FROM form_row WHERE kind = 'goal'));

-- Further parts stand as the first does.
UPDATE form_box AS b SET (row_span, col_span, style) =
    (SELECT a.row_span, a.col_span, a.style FROM form_box a
      WHERE (a.form_id, a.row, a.col, a.part) = (b.form_id, b.row, b.col, 1))
  WHERE part > 1;


-- Procurement and assets: the tables behind those of the projects.

INSERT INTO form_field (id, name, table_name, column_name) VALUES
  ('procurement_title', '表题', 'procurement', 'title'),
  ('procurement_unit', '预算单位', 'procurement', 'unit_line'),
  ('procurement_currency', '金额单位', 'procurement', 'currency_line'),
  ('item_project', '项目名称', 'procurement_item', 'project_name'),
  ('item_budget', '预算资金', 'procurement_item', 'project_budget'),
  ('item', '采购物品名称', 'procurement_item', 'item'),
  ('item_catalogue_no', '政府采购目录序号', 'procurement_item', 'catalogue_no'),
  ('item_unit', '数量单位', 'procurement_item', 'unit'),
  ('item_quantity', '数量', 'procurement_item', 'quantity'),
  ('item_price', '单价', 'procurement_item', 'price'),
  ('item_total', '合计', 'procurement_item', 'total'),
  ('item_general_budget', '一般公共预算拨款', 'procurement_item', 'general_budget'),
  ('item_fund_budget', '基金预算拨款', 'procurement_item', 'fund_budget'),
  ('item_special_account', '财政专户核拨', 'procurement_item', 'special_account'),
  ('item_other_income', '其他来源收入', 'procurement_item', 'other_income'),
  ('item_other_channel', '其他渠道资金', 'procurement_item', 'other_channel'),
  ('assets_title', '表题', 'asset_report', 'title'),
  ('assets_prepared_by', '编制部门', 'asset_report', 'prepared_by'),
  ('assets_as_of', '截止时间', 'asset_report', 'as_of'),
  ('asset', '项目', 'asset', 'item'),
  ('asset_quantity', '数量', 'asset', 'quantity'),
  ('asset_value', '价值', 'asset', 'value');

INSERT INTO form (id, title) VALUES
  ('procurement', '部门政府采购预算'),
  ('assets', '固定资产占用情况表');

INSERT INTO form_column (form_id, col, width) VALUES
  ('procurement', 1, 24), ('procurement', 2, 13), ('procurement', 3, 19),
  ('procurement', 4, 16), ('procurement', 5, 10), ('procurement', 6, 10),
  ('procurement', 7, 12), ('procurement', 8, 12), ('procurement', 9, 14),
  ('procurement', 10, 13), ('procurement', 11, 12), ('procurement', 12, 12),
  ('procurement', 13, 13),

  ('assets', 1, 80), ('assets', 2, 45), ('assets', 3, 55);

INSERT INTO form_row (form_id, row, kind) VALUES
  ('procurement', 1, 'title'), ('procurement', 2, 'title'), ('procurement', 3, 'body'),
  ('procurement', 4, 'body'), ('procurement', 5, 'body'), ('procurement', 6, 'item'),

  ('assets', 1, 'title'), ('assets', 2, 'title'), ('assets', 3, 'body'), ('assets', 4, 'item');

INSERT INTO form_box (form_id, row, col, row_span, col_span, style, label, field, otherwise)
VALUES
  ('procurement', 1, 1, 1, 13, 'title', NULL, 'procurement_title', NULL),

  ('procurement', 2, 1, 1, 8, 'left', NULL, 'procurement_unit', NULL),
  ('procurement', 2, 9, 1, 5, 'right', NULL, 'procurement_currency', '单位：万元'),

  ('procurement', 3, 1, 1, 2, 'head', '政府采购项目来源', NULL, NULL),
  ('procurement', 3, 3, 3, 1, 'head', '采购物品名称', NULL, NULL),
  ('procurement', 3, 4, 3, 1, 'head', '政府采购目录序号', NULL, NULL),
  ('procurement', 3, 5, 3, 1, 'head', '数量单位', NULL, NULL),
  ('procurement', 3, 6, 3, 1, 'head', '数量', NULL, NULL),
  ('procurement', 3, 7, 3, 1, 'head', '单价', NULL, NULL),
  ('procurement', 3, 8, 1, 6, 'head', '政府采购金额', NULL, NULL),

  ('procurement', 4, 1, 2, 1, 'head', '项目名称', NULL, NULL),
  ('procurement', 4, 2, 2, 1, 'head', '预算资金', NULL, NULL),
  ('procurement', 4, 8, 1, 5, 'head', '当年部门预算安排资金', NULL, NULL),
  ('procurement', 4, 13, 2, 1, 'head', '其他渠道资金', NULL, NULL),

  ('procurement', 5, 8, 1, 1, 'head', '合计', NULL, NULL),
  ('procurement', 5, 9, 1, 1, 'head', '一般公共预算拨款', NULL, NULL),
  ('procurement', 5, 10, 1, 1, 'head', '基金预算拨款', NULL, NULL),
  ('procurement', 5, 11, 1, 1, 'head', '财政专户核拨', NULL, NULL),
  ('procurement', 5, 12, 1, 1, 'head', '其他来源收入', NULL, NULL),

  ('procurement', 6, 1, 1, 1, 'text', NULL, 'item_project', NULL),
  ('procurement', 6, 2, 1, 1, 'centre', NULL, 'item_budget', NULL),
  ('procurement', 6, 3, 1, 1, 'text', NULL, 'item', NULL),
  ('procurement', 6, 4, 1, 1, 'centre', NULL, 'item_catalogue_no', NULL),
  ('procurement', 6, 5, 1, 1, 'centre', NULL, 'item_unit', NULL),
  ('procurement', 6, 6, 1, 1, 'centre', NULL, 'item_quantity', NULL),
  ('procurement', 6, 7, 1, 1, 'centre', NULL, 'item_price', NULL),
  ('procurement', 6, 8, 1, 1, 'centre', NULL, 'item_total', NULL),
  ('procurement', 6, 9, 1, 1, 'centre', NULL, 'item_general_budget', NULL),
  ('procurement', 6, 10, 1, 1, 'centre', NULL, 'item_fund_budget', NULL),
  ('procurement', 6, 11, 1, 1, 'centre', NULL, 'item_special_account', NULL),
  ('procurement', 6, 12, 1, 1, 'centre', NULL, 'item_other_income', NULL),
  ('procurement', 6, 13, 1, 1, 'centre', NULL, 'item_other_channel', NULL),

  ('assets', 1, 1, 1, 3, 'title', NULL, 'assets_title', NULL),

  ('assets', 2, 1, 1, 1, 'left', '编制部门：', 'assets_prepared_by', NULL),
  ('assets', 2, 2, 1, 2, 'right', '截止时间：', 'assets_as_of', NULL),

  ('assets', 3, 1, 1, 1, 'head', '项目', NULL, NULL),
  ('assets', 3, 2, 1, 1, 'head', '数量', NULL, NULL),
  ('assets', 3, 3, 1, 1, 'head', '价值（金额单位：万元）', NULL, NULL),

  ('assets', 4, 1, 1, 1, 'text', NULL, 'asset', NULL),
  ('assets', 4, 2, 1, 1, 'centre', NULL, 'asset_quantity', NULL),
  ('assets', 4, 3, 1, 1, 'centre', NULL, 'asset_value', NULL);


-- The whole text: the sections of every layout in order, and what stands in them.  A heading
-- without a label is printed only where the document has words for it.

INSERT INTO text_line (form_id, block, line, kind, style, label, field, after)
  SELECT f.id, t.* FROM form f, (VALUES
    (10, 1, 'cover', 'cover', '{department}', NULL, NULL),
    (10, 2, 'cover', 'cover', '{title}', NULL, NULL),
    (10, 3, 'cover', 'cover', '{department}编制', NULL, NULL),

    (20, 1, 'catalogue', 'title', '目　录', NULL, NULL),
    (21, 1, 'catalogue', 'contents_part', NULL, 'catalogue_part', NULL),
    (21, 2, 'catalogue', 'contents', NULL, 'catalogue_entry', NULL),

    (31, 1, 'overall_goal', 'heading', '{一}、总体绩效目标', NULL, NULL),
    (32, 1, 'overall_goal', 'text', NULL, 'overall_goal', NULL),

    (40, 1, 'sub_goals', 'heading', '{一}、分项绩效目标', NULL, NULL),

    (51, 1, 'overall_indicators', 'table', NULL, 'overall_table', NULL),

    (60, 1, 'safeguards', 'heading', '{一}、工作保障措施', NULL, NULL),
    (61, 1, 'safeguards', 'text', NULL, 'safeguard', NULL),

    (71, 1, 'special_funds', 'text', NULL, 'special_funds_note', NULL),
    (72, 1, 'special_funds', 'table', NULL, 'special_fund_table', NULL),

    (81, 1, 'projects', 'table', NULL, 'project_table', NULL),

    (90, 1, 'procurement', 'heading', '{一}、政府采购预算情况', NULL, NULL),
    (91, 1, 'procurement', 'text', NULL, 'procurement', NULL),
    (92, 1, 'procurement', 'table', NULL, 'procurement_table', NULL),

    (100, 1, 'assets', 'heading', '{一}、国有资产信息', NULL, NULL),
    (101, 1, 'assets', 'text', NULL, 'assets', NULL),
    (102, 1, 'assets', 'table', NULL, 'assets_table', NULL),

    (110, 1, 'glossary', 'heading', '{一}、名词解释', NULL, NULL),
    (111, 1, 'glossary', 'text', '{1}、', 'glossary_term', NULL),

    (120, 1, 'other_matters', 'heading', '{一}、其他需要说明的事项', NULL, NULL),
    (121, 1, 'other_matters', 'text', NULL, 'other_matters', NULL),

    (130, 1, 'approval', 'heading', '{一}、预算批复', NULL, NULL),
    (131, 1, 'approval', 'letterhead', NULL, 'approval_letterhead', NULL),
    (131, 2, 'approval', 'centre', NULL, 'approval_doc_no', NULL),
    (131, 3, 'approval', 'title', NULL, 'approval_issuer', NULL),
    (131, 4, 'approval', 'title', NULL, 'approval_title', NULL),
    (131, 5, 'approval', 'left', NULL, 'approval_addressee', '：'),
    (132, 1, 'approval', 'text', NULL, 'approval_paragraph', NULL),
    (133, 1, 'approval', 'text', '附件{1}：', 'approval_attachment', NULL),
    (134, 1, 'approval', 'right', NULL, 'approval_signed_by', NULL),
    (134, 2, 'approval', 'right', NULL, 'approval_signed_date', NULL),
    (135, 1, 'approval', 'left', NULL, 'approval_printed_by', NULL),
    (135, 2, 'approval', 'right', NULL, 'approval_printed_on', NULL)) t
  WHERE f.overall_form_id IS NOT NULL;

-- Parts, as each county divides the text.
INSERT INTO text_line (form_id, block, line, kind, style, label) VALUES
  ('chengde', 30, 1, 'overall', 'part', '第{一}部分'),
  ('chengde', 30, 2, 'overall', 'part', '{year}年部门整体绩效目标'),
  ('chengde', 70, 1, 'special_funds', 'part', '第{一}部分'),
  ('chengde', 70, 2, 'special_funds', 'part', '专项资金绩效目标'),
  ('chengde', 80, 1, 'projects', 'part', '第{一}部分'),
  ('chengde', 80, 2, 'projects', 'part', '预算项目绩效目标'),

  ('zunhua', 30, 1, 'overall', 'part', '第{一}部分'),
  ('zunhua', 30, 2, 'overall', 'part', '{year}年部门整体绩效目标'),
  ('zunhua', 70, 1, 'special_funds', 'part', '第{一}部分'),
  ('zunhua', 70, 2, 'special_funds', 'part', '专项资金绩效目标'),
  ('zunhua', 80, 1, 'projects', 'part', '第{一}部分'),
  ('zunhua', 80, 2, 'projects', 'part', '预算项目绩效目标'),

  ('nanpu', 30, 1, 'overall', 'part', '第{一}部分'),
  ('nanpu', 30, 2, 'overall', 'part', '部门整体绩效目标'),
  ('nanpu', 70, 1, 'special_funds', 'part', '第{一}部分'),
  ('nanpu', 70, 2, 'special_funds', 'part', '专项资金绩效目标'),
  ('nanpu', 80, 1, 'projects', 'part', '第{一}部分'),
  ('nanpu', 80, 2, 'projects', 'part', '预算项目绩效目标'),

  ('tangshan-renshe', 30, 1, 'overall', 'part', '{year}年部门整体绩效目标'),
  ('tangshan-renshe', 70, 1, 'special_funds', 'part', '专项资金绩效目标'),
  ('tangshan-renshe', 80, 1, 'projects', 'part', NULL),

  ('tangshan-shehui', 30, 1, 'overall', 'part', '{year}年部门整体绩效目标'),
  ('tangshan-shehui', 70, 1, 'special_funds', 'part', '专项资金绩效目标'),
  ('tangshan-shehui', 80, 1, 'projects', 'part', NULL);

-- The table of overall indicators, and the sub-goals.
INSERT INTO text_line (form_id, block, line, kind, style, label)
  SELECT id, 50, 1, 'overall_indicators', 'heading',
    iif(id = 'chengde', '{一}、部门整体绩效指标如下表：', '{一}、部门整体绩效指标')
  FROM form WHERE overall_form_id IS NOT NULL;

INSERT INTO text_line (form_id, block, line, kind, style, label, field)
  SELECT f.id, 41, t.column1, 'sub_goals', t.column2,
    CASE t.column3 WHEN 'sub_goal_title'
        THEN CASE f.id WHEN 'zunhua' THEN '{1}、' WHEN 'nanpu' THEN NULL ELSE '（{一}）' END
      WHEN 'sub_goal' THEN iif(f.id = 'nanpu', '{1}.', '绩效目标：')
      ELSE '绩效指标：' END,
    t.column3
  FROM form f, (VALUES (1, 'subheading', 'sub_goal_title'), (2, 'text', 'sub_goal'),
    (3, 'text', 'sub_goal_indicators')) t
  WHERE f.overall_form_id IS NOT NULL;

-- 承德 calls the first heading so.
UPDATE text_line SET label = '{一}、绩效目标：' WHERE form_id = 'chengde' AND block = 31 AND line = 1;

-- What is signed and sealed under a table that is handed in on paper.
UPDATE form SET seal = '填报单位（盖章）：　　　　　　负责人：　　　　　填报人：　　　　　填报日期：　　年　　月　　日'
  WHERE overall_form_id IS NOT NULL;


-- 绩效运行监控 and 绩效自评: the standard forms, filled in beside the targets.

INSERT INTO level_weight (level1, points, points_without_cost) VALUES
  ('execution', 10, 10), ('cost', 20, 0), ('output', 40, 50), ('benefit', 20, 30),
  ('satisfaction', 10, 10);

INSERT INTO form_field (id, name, table_name, column_name) VALUES
  ('department', '主管部门', NULL, NULL),
  ('adjusted', '全年预算数', 'execution', 'adjusted_text'),
  ('monitored_spent', '监控时执行数', 'execution', 'monitored_text'),
  ('monitored_rate', '监控时执行率', NULL, NULL),
  ('spent', '全年执行数', 'execution', 'spent_text'),
  ('conclusion', '实际完成情况', 'execution', 'conclusion'),
  ('execution_points', '执行率分值', NULL, NULL),
  ('execution_rate', '执行率', NULL, NULL),
  ('execution_score', '执行率得分', NULL, NULL),
  ('total_weight', '分值合计', NULL, NULL),
  ('total_score', '总分', NULL, NULL),
  ('monitored', '监控时完成值', 'outcome', 'monitored_text'),
  ('likelihood', '完成的可能性', 'outcome', 'likelihood'),
  ('monitored_reason', '偏差原因', 'outcome', 'monitored_reason'),
  ('measure', '改进措施', 'outcome', 'measure'),
  ('actual', '实际完成值', 'outcome', 'actual_text'),
  ('weight', '分值', 'indicator', 'weight_text'),
  ('score', '得分', 'outcome', 'score_text'),
  ('reason', '偏差原因分析及改进措施', 'outcome', 'reason');

INSERT INTO form (id, title, orientation) VALUES
  ('monitoring', '绩效运行监控表', 'landscape'),
  ('evaluation', '绩效自评表', 'landscape');

INSERT INTO form_column (form_id, col, width) VALUES
  ('monitoring', 1, 22), ('monitoring', 2, 28), ('monitoring', 3, 50), ('monitoring', 4, 32),
  ('monitoring', 5, 32), ('monitoring', 6, 25), ('monitoring', 7, 39), ('monitoring', 8, 39),
  ('evaluation', 1, 22), ('evaluation', 2, 28), ('evaluation', 3, 50), ('evaluation', 4, 34),
  ('evaluation', 5, 34), ('evaluation', 6, 16), ('evaluation', 7, 24), ('evaluation', 8, 59);

INSERT INTO form_row (form_id, row, kind) VALUES
  ('monitoring', 1, 'title'), ('monitoring', 2, 'body'), ('monitoring', 3, 'body'),
  ('monitoring', 4, 'body'), ('monitoring', 5, 'body'), ('monitoring', 6, 'body'),
  ('monitoring', 7, 'body'), ('monitoring', 8, 'indicator'),
  ('evaluation', 1, 'title'), ('evaluation', 2, 'body'), ('evaluation', 3, 'body'),
  ('evaluation', 4, 'body'), ('evaluation', 5, 'body'), ('evaluation', 6, 'body'),
  ('evaluation', 7, 'body'), ('evaluation', 8, 'body'), ('evaluation', 9, 'indicator'),
  ('evaluation', 10, 'body');

INSERT INTO form_box (form_id, row, col, part, row_span, col_span, style, label, field, after, otherwise, merges)
VALUES
  ('monitoring', 1, 1, 1, 1, 8, 'title', '（', 'fiscal_year', '年度）项目绩效运行监控表', '项目绩效运行监控表', 0),
  ('monitoring', 2, 1, 1, 1, 1, 'label', '项目名称', NULL, NULL, NULL, 0),
  ('monitoring', 2, 2, 1, 1, 3, 'text', NULL, 'name', NULL, NULL, 0),
  ('monitoring', 2, 5, 1, 1, 1, 'label', '项目编码', NULL, NULL, NULL, 0),
  ('monitoring', 2, 6, 1, 1, 3, 'text', NULL, 'code', NULL, NULL, 0),
  ('monitoring', 3, 1, 1, 1, 1, 'label', '主管部门', NULL, NULL, NULL, 0),
  ('monitoring', 3, 2, 1, 1, 3, 'text', NULL, 'department', NULL, NULL, 0),
  ('monitoring', 3, 5, 1, 1, 1, 'label', '实施单位', NULL, NULL, NULL, 0),
  ('monitoring', 3, 6, 1, 1, 3, 'text', NULL, 'unit_name', NULL, NULL, 0),
  ('monitoring', 4, 1, 1, 2, 1, 'label', '项目资金（万元）', NULL, NULL, NULL, 0),
  ('monitoring', 4, 2, 1, 1, 2, 'label', '年初预算数', NULL, NULL, NULL, 0),
  ('monitoring', 4, 4, 1, 1, 2, 'label', '全年预算数', NULL, NULL, NULL, 0),
  ('monitoring', 4, 6, 1, 1, 2, 'label', '监控时执行数', NULL, NULL, NULL, 0),
  ('monitoring', 4, 8, 1, 1, 1, 'label', '执行率', NULL, NULL, NULL, 0),
  ('monitoring', 5, 2, 1, 1, 2, 'centre', NULL, 'amount', NULL, NULL, 0),
  ('monitoring', 5, 4, 1, 1, 2, 'centre', NULL, 'adjusted', NULL, NULL, 0),
  ('monitoring', 5, 6, 1, 1, 2, 'centre', NULL, 'monitored_spent', NULL, NULL, 0),
  ('monitoring', 5, 8, 1, 1, 1, 'centre', NULL, 'monitored_rate', NULL, NULL, 0),
  ('monitoring', 6, 1, 1, 1, 1, 'label', '年度总体目标', NULL, NULL, NULL, 0),
  ('monitoring', 6, 2, 1, 1, 7, 'text', NULL, 'goals', NULL, NULL, 0),
  ('monitoring', 7, 1, 1, 1, 1, 'head', '一级指标', NULL, NULL, NULL, 0),
  ('monitoring', 7, 2, 1, 1, 1, 'head', '二级指标', NULL, NULL, NULL, 0),
  ('monitoring', 7, 3, 1, 1, 1, 'head', '三级指标', NULL, NULL, NULL, 0),
  ('monitoring', 7, 4, 1, 1, 1, 'head', '年度指标值', NULL, NULL, NULL, 0),
  ('monitoring', 7, 5, 1, 1, 1, 'head', '监控时完成值', NULL, NULL, NULL, 0),
  ('monitoring', 7, 6, 1, 1, 1, 'head', '完成的可能性', NULL, NULL, NULL, 0),
  ('monitoring', 7, 7, 1, 1, 1, 'head', '偏差原因', NULL, NULL, NULL, 0),
  ('monitoring', 7, 8, 1, 1, 1, 'head', '改进措施', NULL, NULL, NULL, 0),
  ('monitoring', 8, 1, 1, 1, 1, 'centre', NULL, 'level1', NULL, NULL, 1),
  ('monitoring', 8, 2, 1, 1, 1, 'centre', NULL, 'level2', NULL, NULL, 1),
  ('monitoring', 8, 3, 1, 1, 1, 'text', NULL, 'indicator', NULL, NULL, 0),
  ('monitoring', 8, 4, 1, 1, 1, 'centre', NULL, 'target', NULL, NULL, 0),
  ('monitoring', 8, 5, 1, 1, 1, 'centre', NULL, 'monitored', NULL, NULL, 0),
  ('monitoring', 8, 6, 1, 1, 1, 'centre', NULL, 'likelihood', NULL, NULL, 0),
  ('monitoring', 8, 7, 1, 1, 1, 'text', NULL, 'monitored_reason', NULL, NULL, 0),
  ('monitoring', 8, 8, 1, 1, 1, 'text', NULL, 'measure', NULL, NULL, 0),

  ('evaluation', 1, 1, 1, 1, 8, 'title', '（', 'fiscal_year', '年度）项目支出绩效自评表', '项目支出绩效自评表', 0),
  ('evaluation', 2, 1, 1, 1, 1, 'label', '项目名称', NULL, NULL, NULL, 0),
  ('evaluation', 2, 2, 1, 1, 3, 'text', NULL, 'name', NULL, NULL, 0),
  ('evaluation', 2, 5, 1, 1, 1, 'label', '项目编码', NULL, NULL, NULL, 0),
  ('evaluation', 2, 6, 1, 1, 3, 'text', NULL, 'code', NULL, NULL, 0),
  ('evaluation', 3, 1, 1, 1, 1, 'label', '主管部门', NULL, NULL, NULL, 0),
  ('evaluation', 3, 2, 1, 1, 3, 'text', NULL, 'department', NULL, NULL, 0),
  ('evaluation', 3, 5, 1, 1, 1, 'label', '实施单位', NULL, NULL, NULL, 0),
  ('evaluation', 3, 6, 1, 1, 3, 'text', NULL, 'unit_name', NULL, NULL, 0),
  ('evaluation', 4, 1, 1, 2, 1, 'label', '项目资金（万元）', NULL, NULL, NULL, 0),
  ('evaluation', 4, 2, 1, 1, 2, 'label', '年初预算数', NULL, NULL, NULL, 0),
  ('evaluation', 4, 4, 1, 1, 1, 'label', '全年预算数', NULL, NULL, NULL, 0),
  ('evaluation', 4, 5, 1, 1, 1, 'label', '全年执行数', NULL, NULL, NULL, 0),
  ('evaluation', 4, 6, 1, 1, 1, 'label', '分值', NULL, NULL, NULL, 0),
  ('evaluation', 4, 7, 1, 1, 1, 'label', '执行率', NULL, NULL, NULL, 0),
  ('evaluation', 4, 8, 1, 1, 1, 'label', '得分', NULL, NULL, NULL, 0),
  ('evaluation', 5, 2, 1, 1, 2, 'centre', NULL, 'amount', NULL, NULL, 0),
  ('evaluation', 5, 4, 1, 1, 1, 'centre', NULL, 'adjusted', NULL, NULL, 0),
  ('evaluation', 5, 5, 1, 1, 1, 'centre', NULL, 'spent', NULL, NULL, 0),
  ('evaluation', 5, 6, 1, 1, 1, 'centre', NULL, 'execution_points', NULL, NULL, 0),
  ('evaluation', 5, 7, 1, 1, 1, 'centre', NULL, 'execution_rate', NULL, NULL, 0),
  ('evaluation', 5, 8, 1, 1, 1, 'centre', NULL, 'execution_score', NULL, NULL, 0),
  ('evaluation', 6, 1, 1, 2, 1, 'label', '年度总体目标', NULL, NULL, NULL, 0),
  ('evaluation', 6, 2, 1, 1, 3, 'label', '预期目标', NULL, NULL, NULL, 0),
  ('evaluation', 6, 5, 1, 1, 4, 'label', '实际完成情况', NULL, NULL, NULL, 0),
  ('evaluation', 7, 2, 1, 1, 3, 'text', NULL, 'goals', NULL, NULL, 0),
  ('evaluation', 7, 5, 1, 1, 4, 'text', NULL, 'conclusion', NULL, NULL, 0),
  ('evaluation', 8, 1, 1, 1, 1, 'head', '一级指标', NULL, NULL, NULL, 0),
  ('evaluation', 8, 2, 1, 1, 1, 'head', '二级指标', NULL, NULL, NULL, 0),
  ('evaluation', 8, 3, 1, 1, 1, 'head', '三级指标', NULL, NULL, NULL, 0),
  ('evaluation', 8, 4, 1, 1, 1, 'head', '年度指标值', NULL, NULL, NULL, 0),
  ('evaluation', 8, 5, 1, 1, 1, 'head', '实际完成值', NULL, NULL, NULL, 0),
  ('evaluation', 8, 6, 1, 1, 1, 'head', '分值', NULL, NULL, NULL, 0),
  ('evaluation', 8, 7, 1, 1, 1, 'head', '得分', NULL, NULL, NULL, 0),
  ('evaluation', 8, 8, 1, 1, 1, 'head', '偏差原因分析及改进措施', NULL, NULL, NULL, 0),
  ('evaluation', 9, 1, 1, 1, 1, 'centre', NULL, 'level1', NULL, NULL, 1),
  ('evaluation', 9, 2, 1, 1, 1, 'centre', NULL, 'level2', NULL, NULL, 1),
  ('evaluation', 9, 3, 1, 1, 1, 'text', NULL, 'indicator', NULL, NULL, 0),
  ('evaluation', 9, 4, 1, 1, 1, 'centre', NULL, 'target', NULL, NULL, 0),
  ('evaluation', 9, 5, 1, 1, 1, 'centre', NULL, 'actual', NULL, NULL, 0),
  ('evaluation', 9, 6, 1, 1, 1, 'centre', NULL, 'weight', NULL, NULL, 0),
  ('evaluation', 9, 7, 1, 1, 1, 'centre', NULL, 'score', NULL, NULL, 0),
  ('evaluation', 9, 8, 1, 1, 1, 'text', NULL, 'reason', NULL, NULL, 0),
  ('evaluation', 10, 1, 1, 1, 5, 'label', '总分', NULL, NULL, NULL, 0),
  ('evaluation', 10, 6, 1, 1, 1, 'centre', NULL, 'total_weight', NULL, NULL, 0),
  ('evaluation', 10, 7, 1, 1, 1, 'centre', NULL, 'total_score', NULL, NULL, 0),
  ('evaluation', 10, 8, 1, 1, 1, 'text', NULL, NULL, NULL, NULL, 0);
