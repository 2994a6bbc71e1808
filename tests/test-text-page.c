/* tests/test-text-page.c — the whole-text pages show every part of a document, and what
 * is typed into them becomes its records.
 */

#include "app/check/check.h"
#include "app/edit/undo.h"
#include "app/form/edit.h"
#include "app/form/text-page.h"
#include "tests/record-file.h"
#include "tests/suite.h"
#include "tests/written.h"

#include <string.h>

static GPtrArray *
read_page (void)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *tables = text_page_read (db, 1, &error);

  ck_assert_msg (tables != NULL, "%s", error ? error->message : "");
  return tables;
}

/* The cell of a column: in the line of a record from 1, 0: in the blank line, or where
 * there is no record yet.  */
static const FormCell *
cell_of (GPtrArray *tables, const char *name, const char *column, guint line,
         const TextTable **table)
{
  for (guint i = 0; i < tables->len; i++)
    {
      guint seen = 0;

      *table = tables->pdata[i];
      for (guint k = 0; k < (*table)->table->cells->len; k++)
        {
          const FormCell *cell = (*table)->table->cells->pdata[k];

          if (g_strcmp0 (cell->table_name, name) != 0 ||
              g_strcmp0 (cell->column_name, column) != 0)
            continue;
          seen += cell->row_id != 0;
          if (cell->row_id != 0 ? seen == line : line == 0)
            return cell;
        }
    }
  ck_abort_msg ("no cell for %s.%s %u", name, column, line);
  return NULL;
}

static gboolean
type (const char *name, const char *column, guint line, const char *typed,
      GError **error)
{
  g_autoptr (GPtrArray) tables = read_page ();
  const TextTable *table;
  const FormCell  *cell = cell_of (tables, name, column, line, &table);

  return form_edit_set (db, table->table, cell, typed, error);
}

static const struct {
  const char *table, *column, *shown, *begins;
} shown[] = {
  { "document", "title", "绩效文本之1", "绩效文本之1" },
  { "document", "fiscal_year", "2024", "2024" },
  { "document", "stage", "批复", "approved" },
  { "document", "form_id", "遵化式", "zunhua" },
  { "department", "name", "甲局", "甲局" },
  { "unit", "name", "预算单位之1", "预算单位之1" },
  { "section", "kind", "封面", "cover" },
  { "catalogue_entry", "is_part", "部分", "1" },
  { "overall_goal", "text", "总体目标之1", "总体目标之1" },
  { "sub_goal", "title", "分项之1", "分项之1" },
  { "indicator", "name", "指标之1", "指标之1" },
  { "safeguard", "text", "保障措施之1", "保障措施之1" },
  { "procurement", "stated_fen", "0.000001", "0.000001" },
  { "procurement_item", "item", "物品之1", "物品之1" },
  { "asset", "item", "房屋之1", "房屋之1" },
  { "glossary_term", "term", "名词之1", "名词之1" },
  { "approval", "doc_no", "文号之1", "文号之1" },
  { "approval_paragraph", "text", "批复如下之1", "批复如下之1" },
};

START_TEST (every_part_is_shown_and_can_be_edited)
{
  g_autoptr (GPtrArray) tables = read_page ();
  const TextTable *table;
  const FormCell *cell = cell_of (tables, shown[_i].table, shown[_i].column, 1, &table);
  g_autofree char *begins = form_edit_text (db, table->table, cell, NULL);

  ck_assert_pstr_eq (cell->text, shown[_i].shown);
  ck_assert_pstr_eq (begins, shown[_i].begins);
}
END_TEST

static const struct {
  const char *what, *table, *column;
  guint       line;
  const char *typed, *label, *sql, *stored;
} edits[] = {
  { "a field", "document", "title", 1, "新标题", "文本标题 绩效文本之1→新标题",
    "SELECT title FROM document", "新标题" },
  { "a choice", "document", "stage", 1, "draft2", "阶段 批复→二上",
    "SELECT stage FROM document", "draft2" },
  { "a paragraph", "overall_goal", "text", 1, "甲", "总体目标 总体目标之1→甲",
    "SELECT text FROM overall_goal", "甲" },
  { "a new paragraph", "overall_goal", "text", 0, "乙", "新增总体目标",
    "SELECT text FROM overall_goal WHERE ordinal = 2", "乙" },
  { "an amount", "approval", "project_fen", 1, "12.5", "项目支出 （空）→12.5",
    "SELECT project_fen FROM approval", "12500000" },
  { "a new line of the cover has the kind of the one above", "section", "text", 0,
    "第二行", "新增标题行", "SELECT kind FROM section WHERE ordinal = 2", "cover" },
  { "a new unit", "unit", "name", 0, "新单位", "新增预算单位",
    "SELECT department_id FROM unit WHERE name = '新单位'", "1" },
  { "an entry becomes a part", "catalogue_entry", "is_part", 1, "0",
    "目录级别 部分→条目", "SELECT is_part FROM catalogue_entry", "0" },
  { "the overall table", "indicator", "name", 1, "丙", "三级指标 指标之1→丙",
    "SELECT name FROM indicator WHERE project_id = (SELECT id FROM project"
    " WHERE kind = 'overall') AND ordinal = 1",
    "丙" },
};

START_TEST (what_is_typed_is_one_action)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = written_hash (db);
  g_autofree char *after = NULL;
  g_autofree char *label = NULL;

  ck_assert_msg (type (edits[_i].table, edits[_i].column, edits[_i].line,
                       edits[_i].typed, &error),
                 "%s: %s", edits[_i].what, error ? error->message : "");
  assert_text (edits[_i].sql, edits[_i].stored);
  ck_assert (undo_step (db, ACTION_UNDO, &label, NULL));
  ck_assert_pstr_eq (label, edits[_i].label);
  after = written_hash (db);
  ck_assert_str_eq (before, after);
}
END_TEST

static const struct {
  const char *table, *column, *typed, *parent;
} firsts[] = {
  { "procurement", "statement", "没有采购", "procurement" },
  { "procurement_item", "item", "电脑", "procurement" },
  { "asset", "item", "车辆", "asset_report" },
  { "approval_paragraph", "text", "批复如下", "approval" },
};

START_TEST (the_first_word_makes_the_part)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", firsts[_i].parent);

  exec ("DELETE FROM procurement; DELETE FROM asset_report; DELETE FROM approval");
  ck_assert_msg (type (firsts[_i].table, firsts[_i].column, 0, firsts[_i].typed,
                       &error),
                 "%s", error ? error->message : "");
  assert_text (sql, "1");
  ck_assert (undo_step (db, ACTION_UNDO, &label, NULL));
  assert_text (sql, "0");
}
END_TEST

START_TEST (white_space_makes_no_row)
{
  ck_assert (type ("overall_goal", "text", 0, " \n", NULL));
  assert_text ("SELECT count(*) FROM overall_goal", "1");
}
END_TEST

static const struct {
  const char *table, *column, *typed, *message;
} refusals[] = {
  { "overall_goal", "text", "", "“总体目标”不能为空；要去掉它，请删除这一行" },
  { "document", "fiscal_year", "明年", "“年度”只能填数字，不能填“明年”" },
  { "document", "fiscal_year", "2025", "文件里已有部门、年度、阶段相同的文本" },
  { "document", "fiscal_year", "20255", "年度应在1990到2100之间，不能填“20255”" },
  { "department", "name", "乙局", "文件里已有部门名称相同的部门" },
  { "unit", "name", "预算单位之0", "文件里已有部门、单位编码、单位名称相同的预算单位" },
  { "approval", "project_fen", "不少", "“项目支出”只能填金额，不能填“不少”" },
};

START_TEST (what_cannot_be_is_refused_in_one_line)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  exec ("INSERT INTO department (name) VALUES ('乙局');"
        "INSERT INTO document (department_id, fiscal_year, stage, form_id)"
        " VALUES (1, 2025, 'approved', 'zunhua')");
  before = written_hash (db);
  ck_assert (
      !type (refusals[_i].table, refusals[_i].column, 1, refusals[_i].typed, &error));
  ck_assert_pstr_eq (error->message, refusals[_i].message);
  after = written_hash (db);
  ck_assert_str_eq (before, after);
}
END_TEST

START_TEST (a_blank_document_has_every_part)
{
  g_autoptr (GPtrArray) tables = NULL;
  g_autoptr (GHashTable) parts = g_hash_table_new (g_str_hash, g_str_equal);

  exec ("INSERT INTO document (department_id, fiscal_year, stage, form_id)"
        " VALUES (1, 2025, 'draft1', 'chengde')");
  tables = text_page_read (db, 2, NULL);
  ck_assert (tables != NULL);
  for (guint i = 0; i < tables->len; i++)
    g_hash_table_add (parts, (gpointer) ((TextTable *) tables->pdata[i])->part);
  ck_assert_uint_eq (g_hash_table_size (parts), 14);
  ck_assert_int_ne (text_page_add_form (db, 2, "overall", NULL), 0);
  assert_text ("SELECT kind FROM project WHERE document_id = 2", "overall");
}
END_TEST

START_TEST (findings_of_the_document_have_their_cell)
{
  g_autoptr (GPtrArray) tables = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  const TextTable *table;
  guint            found = 0;

  exec (
      "UPDATE approval SET project_fen = 1; UPDATE document SET year_is_printed = 0;"
      "UPDATE indicator SET value_text = NULL, operator_text = NULL, unit_text = NULL");
  ck_assert (type ("document", "title", 1, "甲", NULL)); /* reads what is new */
  tables = read_page ();
  findings = check_findings (db, NULL, NULL);
  for (guint i = 0; i < findings->len; i++)
    {
      const Finding  *finding = findings->pdata[i];
      const FormCell *cell = text_page_find (tables, finding, &table);

      if (strcmp (finding->rule, "total-differs-from-approved") == 0)
        ck_assert_pstr_eq (cell->column_name, "project_fen");
      else if (strcmp (finding->rule, "document-year-missing") == 0)
        ck_assert_pstr_eq (cell->column_name, "fiscal_year");
      else if (strcmp (finding->rule, "target-blank") == 0 &&
               finding->project_no == DB_NULL)
        ck_assert_pstr_eq (cell->field, "target");
      else
        continue;
      found++;
    }
  ck_assert_uint_eq (found, 2 + 6);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("text-page");
  TCase *tcase = tcase_create ("text-page");

  tcase_add_checked_fixture (tcase, open_written, close_file);
  tcase_add_loop_test (tcase, every_part_is_shown_and_can_be_edited, 0,
                       G_N_ELEMENTS (shown));
  tcase_add_loop_test (tcase, what_is_typed_is_one_action, 0, G_N_ELEMENTS (edits));
  tcase_add_loop_test (tcase, the_first_word_makes_the_part, 0, G_N_ELEMENTS (firsts));
  tcase_add_test (tcase, white_space_makes_no_row);
  tcase_add_loop_test (tcase, what_cannot_be_is_refused_in_one_line, 0,
                       G_N_ELEMENTS (refusals));
  tcase_add_test (tcase, a_blank_document_has_every_part);
  tcase_add_test (tcase, findings_of_the_document_have_their_cell);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
