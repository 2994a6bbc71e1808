/* tests/test-removal.c — what goes with a record is said, goes, and comes back;
 * projects move between texts.
 */

#include "app/check/check.h"
#include "app/edit/arrangement.h"
#include "app/edit/removal.h"
#include "app/edit/undo.h"
#include "tests/record-file.h"
#include "tests/suite.h"
#include "tests/written.h"

#include <string.h>

/* Two texts of 甲局, three projects each; the units alternate. */
static void
set_up (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Import) first = written_import (2024, 3, 1);
  g_autoptr (Import) second = written_import (2025, 3, 2);

  open_empty ();
  ck_assert (import_store (first, db, FALSE, &error));
  ck_assert (import_store (second, db, FALSE, &error));
}

static const struct {
  Removal     removal;
  const char *title, *extent, *label;
  const char *left_sql;
  gint64      left;
} cases[] = {
  { { REMOVAL_PROJECT, 3, 0 },
    "项目 2 项目之3",
    "1 个资金来源、4 个支出时点、1 个绩效目标、6 个指标",
    "删除项目 2 项目之3",
    "SELECT count(*) FROM project WHERE document_id = 1",
    3 },
  { { REMOVAL_UNIT, 1, 1 },
    "预算单位 预算单位之1",
    "1 个项目、1 个资金来源、4 个支出时点、1 个绩效目标、6 个指标",
    "删除预算单位 预算单位之1",
    "SELECT count(*) FROM unit",
    2 },
  { { REMOVAL_DOCUMENT, 1, 0 },
    "2024 年 甲局的文本",
    "1 个标题行、1 个目录行、1 段总体目标、1 个分项目标、1 段保障措施、3 个项目、"
    "1 个整体绩效指标表、4 个资金来源、16 个支出时点、4 个绩效目标、24 个指标、"
    "1 个名词解释、1 个政府采购、1 行采购项目、1 个国有资产、1 行资产、1 个预算批复、"
    "1 段批复段落",
    "删除2024 年 甲局的文本",
    "SELECT count(*) FROM department",
    1 },
  { { REMOVAL_DEPARTMENT, 1, 0 },
    "部门 甲局",
    "2 份文本、2 个标题行、2 个目录行、2 段总体目标、2 个分项目标、2 段保障措施、"
    "6 个项目、2 个整体绩效指标表、8 个资金来源、32 个支出时点、8 个绩效目标、"
    "48 个指标、2 个名词解释、2 个政府采购、2 行采购项目、2 个国有资产、2 行资产、"
    "2 个预算批复、2 段批复段落",
    "删除部门 甲局",
    "SELECT (SELECT count(*) FROM department) + (SELECT count(*) FROM unit)"
    " + (SELECT count(*) FROM document) + (SELECT count(*) FROM indicator)",
    0 },
};

static const NewText blank_text = {
  .department = "乙局", .year = 2025, .stage = "draft1", .form = "chengde"
};

START_TEST (what_goes_is_said_and_comes_back)
{
  g_autoptr (GError) error = NULL;
  const Removal   *removal = &cases[_i].removal;
  g_autofree char *before = written_hash (db);
  g_autofree char *title = removal_title (db, removal, &error);
  g_autofree char *extent = removal_extent (db, removal, &error);
  g_autofree char *label = NULL;
  g_autofree char *after = NULL;

  ck_assert_pstr_eq (title, cases[_i].title);
  ck_assert_pstr_eq (extent, cases[_i].extent);
  ck_assert_msg (removal_run (db, removal, &error), "%s", error ? error->message : "");
  ck_assert_int_eq (number (cases[_i].left_sql), cases[_i].left);
  ck_assert (undo_step (db, ACTION_UNDO, &label, &error));
  ck_assert_pstr_eq (label, cases[_i].label);
  after = written_hash (db);
  ck_assert_str_eq (before, after);
}
END_TEST

START_TEST (a_department_goes_with_its_last_text)
{
  Removal first = { REMOVAL_DOCUMENT, 1, 0 }, second = { REMOVAL_DOCUMENT, 2, 0 };

  ck_assert (removal_run (db, &first, NULL));
  ck_assert_int_eq (number ("SELECT count(*) FROM department"), 1);
  ck_assert (removal_run (db, &second, NULL));
  ck_assert_int_eq (number ("SELECT count(*) FROM department"), 0);
  ck_assert_int_eq (number ("SELECT count(*) FROM unit"), 0);
}
END_TEST

START_TEST (a_unit_goes_with_its_last_project)
{
  Removal first = { REMOVAL_UNIT, 1, 1 }, second = { REMOVAL_UNIT, 1, 2 };

  ck_assert (
      db_exec (db, "UPDATE project SET unit_id = NULL WHERE kind = 'overall'", NULL));
  ck_assert (removal_run (db, &first, NULL));
  ck_assert_int_eq (number ("SELECT count(*) FROM unit WHERE id = 1"), 1);
  ck_assert (removal_run (db, &second, NULL));
  ck_assert_int_eq (number ("SELECT count(*) FROM unit WHERE id = 1"), 0);
}
END_TEST

START_TEST (what_is_gone_is_refused)
{
  g_autoptr (GError) error = NULL;
  Removal removal = { REMOVAL_DOCUMENT, 77, 0 };

  ck_assert (!removal_run (db, &removal, &error));
  ck_assert (error != NULL);
}
END_TEST

START_TEST (a_project_moves_to_another_text_and_back)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = written_hash (db);
  g_autofree char *after = NULL;
  g_autofree char *label = NULL;

  ck_assert_msg (arrangement_move_project (db, 2, 2, 2, &error), "%s",
                 error ? error->message : "");
  ck_assert_int_eq (number ("SELECT document_id FROM project WHERE id = 2"), 2);
  ck_assert_int_eq (number ("SELECT ordinal FROM project WHERE id = 2"), 4);
  ck_assert_int_eq (number ("SELECT unit_id FROM project WHERE id = 2"), 2);
  ck_assert_int_eq (number ("SELECT sum(ordinal) FROM project WHERE document_id = 1"
                            " AND kind = 'project'"),
                    1 + 2);
  ck_assert_int_eq (number ("SELECT document_id FROM project_reading"
                            " WHERE project_id = 2"),
                    2);
  ck_assert_int_eq (number ("SELECT count(*) FROM unread_document"), 0);
  ck_assert (undo_step (db, ACTION_UNDO, &label, &error));
  ck_assert_pstr_eq (label, "移动项目 1 项目之2→2025 年 甲局");
  after = written_hash (db);
  ck_assert_str_eq (before, after);
}
END_TEST

START_TEST (a_project_gets_another_unit_or_none)
{
  ck_assert (arrangement_move_project (db, 2, 1, 0, NULL));
  ck_assert_int_eq (number ("SELECT unit_id IS NULL FROM project WHERE id = 2"), 1);
  ck_assert_int_eq (number ("SELECT ordinal FROM project WHERE id = 2"), 1);
}
END_TEST

START_TEST (a_unit_of_another_department_is_refused)
{
  g_autoptr (GError) error = NULL;
  gint64 document = arrangement_begin_text (db, &blank_text, NULL);

  ck_assert (!arrangement_move_project (db, 2, document, 1, &error));
  ck_assert_pstr_eq (error->message, "这个预算单位不属于那份文本的部门");
  ck_assert (arrangement_move_project (db, 2, document, 0, NULL));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("removal");
  TCase *tcase = tcase_create ("removal");

  tcase_add_checked_fixture (tcase, set_up, close_file);
  tcase_add_loop_test (tcase, what_goes_is_said_and_comes_back, 0,
                       G_N_ELEMENTS (cases));
  tcase_add_test (tcase, a_department_goes_with_its_last_text);
  tcase_add_test (tcase, a_unit_goes_with_its_last_project);
  tcase_add_test (tcase, what_is_gone_is_refused);
  tcase_add_test (tcase, a_project_moves_to_another_text_and_back);
  tcase_add_test (tcase, a_project_gets_another_unit_or_none);
  tcase_add_test (tcase, a_unit_of_another_department_is_refused);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
