/* tests/test-arrangement.c — rows are added, copied, moved and removed as actions. */

#include "app/edit/arrangement.h"
#include "app/edit/undo.h"
#include "tests/record-file.h"
#include "tests/suite.h"
#include "tests/written.h"

#include <string.h>

#define PROJECT "(SELECT id FROM project WHERE kind = 'project' AND ordinal = 2)"

static void
assert_label (const char *expected)
{
  g_autofree char *label = undo_next (db, ACTION_UNDO, NULL);

  ck_assert_pstr_eq (label, expected);
}

/* Tables with an order, and a row to work on: the second where there are several. */
static const struct {
  const char *table, *sql;
} ordered[] = {
  { "project", "SELECT " PROJECT },
  { "indicator",
    "SELECT id FROM indicator WHERE project_id = " PROJECT " AND ordinal = 2" },
  { "plan_point",
    "SELECT id FROM plan_point WHERE project_id = " PROJECT " AND ordinal = 2" },
  { "goal", "SELECT id FROM goal WHERE project_id = " PROJECT },
  { "sub_goal", "SELECT id FROM sub_goal" },
  { "asset", "SELECT id FROM asset" },
};

static void
assert_ordinals (const char *table)
{
  const DbTable   *described = table_find (table);
  g_autofree char *group =
      g_strconcat (described->parent, described->ordinal_group ? ", kind" : "", NULL);
  g_autofree char *sql =
      g_strdup_printf ("SELECT count(*) FROM (SELECT ordinal, row_number()"
                       " OVER (PARTITION BY %s ORDER BY ordinal) AS place FROM %s) "
                       "WHERE ordinal <> place",
                       group, table);

  ck_assert_int_eq (number (sql), 0);
}

static const NewText blank_text = {
  .department = "乙局", .year = 2025, .stage = "draft1", .form = "chengde"
};

START_TEST (ordinals_have_no_holes)
{
  const char      *table = ordered[_i].table;
  gint64           row = number (ordered[_i].sql);
  g_autofree char *parent_sql =
      g_strdup_printf ("SELECT %s FROM %s WHERE id = %d", table_find (table)->parent,
                       table, (int) row);
  gint64           parent = number (parent_sql);
  g_autofree char *place =
      g_strdup_printf ("SELECT ordinal FROM %s WHERE id = %d", table, (int) row);
  gint64 first, copy;

  first = arrangement_add (db, table, parent, 1, NULL, 0, NULL);
  ck_assert_int_gt (first, 0);
  assert_ordinals (table);
  copy = arrangement_copy (db, table, row, NULL);
  ck_assert_int_gt (copy, 0);
  assert_ordinals (table);
  ck_assert (arrangement_move (db, table, row, 1, NULL));
  assert_ordinals (table);
  ck_assert_int_eq (number (place), 1);
  ck_assert (arrangement_move (db, table, row, 99, NULL));
  assert_ordinals (table);
  ck_assert (arrangement_remove (db, table, first, NULL));
  ck_assert (arrangement_remove (db, table, copy, NULL));
  assert_ordinals (table);
}
END_TEST

START_TEST (a_copied_project_stands_behind_the_first_with_all_below_it)
{
  gint64           project = number ("SELECT " PROJECT);
  gint64           copy = arrangement_copy (db, "project", project, NULL);
  g_autofree char *sql =
      g_strdup_printf ("SELECT count(*) FROM indicator i JOIN indicator c USING "
                       "(ordinal, name, value_text)"
                       " WHERE i.project_id = %d AND c.project_id = %d",
                       (int) project, (int) copy);

  assert_label ("复制项目 2 项目之3");
  ck_assert_int_eq (number (sql), 6);
  ck_assert_int_eq (number ("SELECT ordinal FROM project ORDER BY id DESC"), 3);
}
END_TEST

START_TEST (a_text_is_added_and_copied_for_a_year_of_its_own)
{
  g_autoptr (GError) error = NULL;
  gint64 copy = arrangement_begin_text (
      db, &(NewText){ .year = 2025, .stage = "draft1", .copied = 1 }, &error);

  ck_assert_msg (copy != 0, "%s", error ? error->message : "");
  assert_label ("复制文本 2025 年 甲局");
  ck_assert_int_eq (number ("SELECT count(*) FROM project WHERE document_id = 2"), 4);
  ck_assert_int_eq (arrangement_begin_text (
                        db, &(NewText){ .year = 2025, .stage = "draft1", .copied = 1 },
                        &error),
                    0);
  ck_assert_str_eq (error->message, "文件里已有甲局 2025 年这个阶段的文本");
  ck_assert_int_ne (arrangement_begin_text (db, &blank_text, NULL), 0);
  ck_assert_int_eq (number ("SELECT count(*) FROM department"), 2);
}
END_TEST

static const struct {
  const char *what;
  NewText     text;
  const char *message; /* NULL: it is begun */
} texts[] = {
  { "a blank one",
    { .department = "乙局",
      .year = 2025,
      .stage = "draft1",
      .form = "chengde",
      .unit_code = "001",
      .unit_name = "乙局本级" },
    NULL },
  { "another department's words",
    { .department = "乙局", .year = 2025, .stage = "draft1", .copied = 1 },
    NULL },
  { "no department",
    { .department = "", .year = 2025, .stage = "draft1", .form = "chengde" },
    "请填部门名称" },
  { "no such year",
    { .department = "乙局", .year = 25, .stage = "draft1", .form = "chengde" },
    "年度应在1990到2100之间" },
  { "one that is there",
    { .department = "甲局", .year = 2024, .stage = "approved", .form = "chengde" },
    "文件里已有甲局 2024 年这个阶段的文本" },
  { "of one that is gone",
    { .year = 2025, .stage = "draft1", .copied = 77 },
    "要找的文本已不在文件里" },
};

START_TEST (a_text_is_begun_or_refused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = written_hash (db);
  g_autofree char *after = NULL;
  g_autofree char *label = NULL;
  gint64           id = arrangement_begin_text (db, &texts[_i].text, &error);

  ck_assert_msg ((id != 0) == (texts[_i].message == NULL), "%s", texts[_i].what);
  ck_assert_pstr_eq (error != NULL ? error->message : NULL, texts[_i].message);
  if (id != 0)
    {
      ck_assert_int_eq (number ("SELECT count(*) FROM department"), 2);
      ck_assert_int_gt (number ("SELECT count(*) FROM unit WHERE department_id = 2"),
                        0);
      ck_assert (undo_step (db, ACTION_UNDO, &label, NULL));
    }
  after = written_hash (db);
  ck_assert_str_eq (before, after);
}
END_TEST

START_TEST (a_new_project_has_the_checkpoints_of_its_neighbours)
{
  gint64           blank = arrangement_begin_text (db, &blank_text, NULL);
  g_autofree char *usual = NULL;
  g_autofree char *like = NULL;

  ck_assert_int_ne (arrangement_add_project (db, blank, 0, NULL), 0);
  assert_label ("新增项目");
  usual = text ("SELECT group_concat(label) FROM plan_point WHERE project_id ="
                " (SELECT max(id) FROM project)");
  ck_assert_str_eq (usual, "3月底,6月底,10月底,12月底");
  ck_assert_int_ne (arrangement_add_project (db, 1, 1, NULL), 0);
  like = text ("SELECT group_concat(label) FROM plan_point WHERE project_id ="
               " (SELECT max(id) FROM project WHERE unit_id = 1)");
  ck_assert_str_eq (like, "3月底,6月底,9月底,12月底");
  ck_assert_int_eq (number ("SELECT max(ordinal) FROM project"), 4);
}
END_TEST

START_TEST (a_unit_is_added_and_copied_once)
{
  g_autoptr (GError) error = NULL;
  gint64 unit = arrangement_add_unit (db, 1, NULL, "丙所", &error);

  ck_assert_int_ne (unit, 0);
  assert_label ("新增预算单位 丙所");
  ck_assert_int_eq (arrangement_add_unit (db, 1, NULL, "丙所", &error), 0);
  ck_assert_pstr_eq (error->message, "这个部门已有预算单位“丙所”");
  g_clear_error (&error);
  ck_assert_int_eq (arrangement_add_unit (db, 1, NULL, "", &error), 0);
  ck_assert_pstr_eq (error->message, "请填单位名称");
  g_clear_error (&error);
  ck_assert (arrangement_rename_unit (db, unit, "009", "丙站", NULL));
  assert_label ("预算单位 丙所→009丙站");
  ck_assert (!arrangement_rename_unit (db, unit, NULL, "预算单位之1", &error));
  ck_assert_pstr_eq (error->message,
                     "文件里已有部门、单位编码、单位名称相同的预算单位");
  g_clear_error (&error);
  ck_assert (!arrangement_rename_unit (db, unit, NULL, "", &error));
  ck_assert_pstr_eq (error->message, "请填单位名称");
  unit = arrangement_copy_unit (db, 1, 1, "003", "丁所", NULL);
  ck_assert_int_ne (unit, 0);
  assert_label ("复制预算单位→003丁所");
  ck_assert_int_eq (number ("SELECT count(*) FROM project WHERE unit_id = 4"
                            " AND kind = 'project'"),
                    number ("SELECT count(*) FROM project WHERE unit_id = 1"
                            " AND kind = 'project'"));
}
END_TEST

START_TEST (a_unit_that_is_used_is_not_removed)
{
  g_autoptr (GError) error = NULL;

  ck_assert (!arrangement_remove (db, "unit", 1, &error));
  ck_assert (strstr (error->message, "还要用到它") != NULL);
}
END_TEST

START_TEST (a_project_gets_another_unit)
{
  gint64 project = number ("SELECT " PROJECT);

  ck_assert (arrangement_set_unit (db, project, "323", "新单位", NULL));
  ck_assert_int_eq (number ("SELECT unit_id FROM project WHERE id = " PROJECT), 3);
  ck_assert (arrangement_set_unit (db, project, NULL, NULL, NULL));
  ck_assert_int_eq (number ("SELECT unit_id IS NULL FROM project WHERE id = " PROJECT),
                    1);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("arrangement");
  TCase *tcase = tcase_create ("arrangement");

  tcase_add_checked_fixture (tcase, open_written, close_file);
  tcase_add_loop_test (tcase, ordinals_have_no_holes, 0, G_N_ELEMENTS (ordered));
  tcase_add_test (tcase, a_copied_project_stands_behind_the_first_with_all_below_it);
  tcase_add_test (tcase, a_text_is_added_and_copied_for_a_year_of_its_own);
  tcase_add_loop_test (tcase, a_text_is_begun_or_refused, 0, G_N_ELEMENTS (texts));
  tcase_add_test (tcase, a_new_project_has_the_checkpoints_of_its_neighbours);
  tcase_add_test (tcase, a_unit_is_added_and_copied_once);
  tcase_add_test (tcase, a_unit_that_is_used_is_not_removed);
  tcase_add_test (tcase, a_project_gets_another_unit);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
