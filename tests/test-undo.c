/* tests/test-undo.c — whatever was done is taken back to the last cell, and done again;
 * what another program wrote stays.  */

#include "app/edit/arrangement.h"
#include "app/edit/edit.h"
#include "app/edit/undo.h"
#include "tests/record-file.h"
#include "tests/suite.h"
#include "tests/written.h"

#include <glib/gstdio.h>
#include <string.h>

static void
import (int year, guint projects, guint seed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Import) text = written_import (year, projects, seed);

  ck_assert_msg (import_store (text, db, TRUE, &error), "%s",
                 error ? error->message : "");
}

/* Takes a step that there is. */
static void
step (ActionStep way)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  ck_assert_msg (undo_step (db, way, &label, &error), "%s",
                 error ? error->message : "");
  ck_assert_ptr_nonnull (label);
}

static void
assert_hash (const char *expected)
{
  g_autofree char *hash = written_hash (db);

  ck_assert_str_eq (hash, expected);
}

/* The step is refused in these words, and nothing is changed. */
static void
assert_refused (ActionStep way, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = written_hash (db);
  g_autofree char *label = NULL;
  gint64           lines = number ("SELECT count(*) FROM history");

  ck_assert (!undo_step (db, way, &label, &error));
  ck_assert_ptr_null (label);
  ck_assert_str_eq (error->message, message);
  assert_hash (before);
  ck_assert_int_eq (number ("SELECT count(*) FROM history"), lines);
}

static void
assert_nothing (ActionStep way)
{
  g_autofree char *label = NULL;

  ck_assert_ptr_null (undo_next (db, way, NULL));
  ck_assert (undo_step (db, way, &label, NULL));
  ck_assert_ptr_null (label);
}

#define VALUE "SELECT value_text FROM indicator WHERE id = 8"

static void
edit (const char *text)
{
  g_autoptr (GError) error = NULL;

  ck_assert_msg (edit_cell (db, "indicator", 8, "value_text", text, &error), "%s",
                 error ? error->message : "");
}

START_TEST (there_is_nothing_to_undo_in_a_new_file)
{
  assert_nothing (ACTION_UNDO);
  assert_nothing (ACTION_REDO);
}
END_TEST

START_TEST (steps_go_back_and_forth_newest_first)
{
  import (2024, 2, 1);
  edit ("1");
  edit ("2");
  edit ("3");
  step (ACTION_UNDO);
  step (ACTION_UNDO);
  ck_assert_int_eq (number (VALUE), 1);
  step (ACTION_REDO);
  ck_assert_int_eq (number (VALUE), 2);
  step (ACTION_UNDO);
  ck_assert_int_eq (number (VALUE), 1);
  step (ACTION_REDO);
  step (ACTION_REDO);
  ck_assert_int_eq (number (VALUE), 3);
  assert_nothing (ACTION_REDO);
}
END_TEST

START_TEST (a_new_edit_ends_what_can_be_redone)
{
  import (2024, 2, 1);
  edit ("1");
  step (ACTION_UNDO);
  edit ("2");
  assert_nothing (ACTION_REDO);
  step (ACTION_UNDO);
  ck_assert_int_eq (number (VALUE), 93);
}
END_TEST

START_TEST (a_step_bears_the_label_of_what_it_takes_back)
{
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;

  import (2024, 2, 1);
  edit ("98");
  undo = undo_next (db, ACTION_UNDO, NULL);
  ck_assert_str_eq (undo, "指标值 93→98");
  step (ACTION_UNDO);
  reopen ();
  redo = undo_next (db, ACTION_REDO, NULL);
  ck_assert_str_eq (redo, undo);
}
END_TEST

START_TEST (an_import_is_undone_and_redone_with_its_source)
{
  g_autofree char *empty = written_hash (db);
  g_autofree char *full = NULL;

  import (2024, 3, 1);
  full = written_hash (db);
  step (ACTION_UNDO);
  assert_hash (empty);
  ck_assert_int_eq (number ("SELECT count(*) FROM unread_project"), 0);
  step (ACTION_REDO);
  assert_hash (full);
  ck_assert_int_eq (
      number ("SELECT count(*) FROM source s"
              " JOIN document d ON d.id = s.document_id"
              " JOIN provenance v ON v.source_id = s.id AND v.table_name = 'project'"
              " JOIN project p ON p.id = v.row_id"
              " JOIN import_note n ON n.source_id = s.id"),
      1);
  ck_assert_int_gt (number ("SELECT count(*) FROM indicator_reading"), 0);
}
END_TEST

START_TEST (an_import_that_replaced_a_text_gives_the_old_one_back)
{
  g_autofree char *before = NULL;

  import (2024, 3, 1);
  edit ("1");
  before = written_hash (db);
  import (2024, 2, 2);
  step (ACTION_UNDO);
  assert_hash (before);
}
END_TEST

START_TEST (an_import_that_was_undone_may_be_imported_again)
{
  import (2024, 3, 1);
  step (ACTION_UNDO);
  import (2024, 3, 1);
  ck_assert_int_eq (number ("SELECT count(*) FROM document"), 1);
}
END_TEST

START_TEST (what_another_program_changed_is_not_overwritten)
{
  import (2024, 2, 1);
  edit ("98");
  exec ("UPDATE indicator SET value_text = '97' WHERE id = 8");
  reopen ();
  assert_refused (ACTION_UNDO, "不能撤销“指标值 93→98”：此处后来又改为“97”"
                               "（2024 年 甲局，项目 1 项目之2，指标 2，指标值）");
  exec ("UPDATE indicator SET value_text = '98' WHERE id = 8");
  step (ACTION_UNDO);
  ck_assert_int_eq (number (VALUE), 93);
}
END_TEST

START_TEST (an_edit_by_another_program_elsewhere_stays)
{
  import (2024, 2, 1);
  edit ("98");
  exec ("UPDATE indicator SET value_text = '7' WHERE id = 9");
  step (ACTION_UNDO);
  ck_assert_int_eq (number ("SELECT value_text FROM indicator WHERE id = 9"), 7);
  ck_assert_int_eq (number ("SELECT count(*) FROM history WHERE action_id IS NULL"), 1);
}
END_TEST

START_TEST (a_row_that_another_program_deleted_is_said)
{
  import (2024, 2, 1);
  edit ("98");
  exec ("DELETE FROM indicator WHERE id = 8");
  assert_refused (ACTION_UNDO, "不能撤销“指标值 93→98”：这里的指标后来被别的程序删去");
}
END_TEST

START_TEST (a_new_row_that_another_program_wrote_to_is_not_taken_away)
{
  import (2024, 2, 1);
  exec ("UPDATE indicator SET value_text = '97' WHERE id = 8");
  assert_refused (ACTION_UNDO, "不能撤销“导入：文本1.txt”：此处后来又改为“97”"
                               "（2024 年 甲局，项目 1 项目之2，指标 2，指标值）");
  exec ("UPDATE indicator SET value_text = '93' WHERE id = 8");
  assert_refused (ACTION_UNDO, "不能撤销“导入：文本1.txt”：此处后来又改为“97”"
                               "（2024 年 甲局，项目 1 项目之2，指标 2，指标值）");
}
END_TEST

START_TEST (a_row_that_another_program_added_is_not_taken_away)
{
  import (2024, 2, 1);
  exec ("INSERT INTO goal (project_id, ordinal, text) VALUES (2, 2, '外来')");
  assert_refused (ACTION_UNDO,
                  "不能撤销“导入：文本1.txt”："
                  "2024 年 甲局，项目 1 项目之2，绩效目标 2是别的程序后来增加的");
}
END_TEST

START_TEST (a_row_whose_project_is_gone_is_not_put_back)
{
  import (2024, 2, 1);
  ck_assert (arrangement_remove (db, "indicator", 12, NULL));
  exec ("DELETE FROM project WHERE id = 2");
  assert_refused (ACTION_UNDO,
                  "不能撤销“删除指标 6”：与它相连的内容后来被别的程序改动");
}
END_TEST

START_TEST (a_history_with_foreign_names_is_refused)
{
  import (2024, 2, 1);
  edit ("98");
  exec ("UPDATE history SET table_name = 'rule' WHERE action_id = 2");
  assert_refused (ACTION_UNDO, "不能撤销“指标值 93→98”：历史记录有误，"
                               "请用 jixiao repair 检查文件");
  exec ("UPDATE history SET table_name = 'indicator', column_name = 'id = 1 --'"
        " WHERE action_id = 2");
  assert_refused (ACTION_UNDO, "不能撤销“指标值 93→98”：历史记录有误，"
                               "请用 jixiao repair 检查文件");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("undo");
  TCase *tcase = tcase_create ("undo");

  tcase_add_checked_fixture (tcase, open_in_folder, close_file);
  tcase_add_test (tcase, there_is_nothing_to_undo_in_a_new_file);
  tcase_add_test (tcase, steps_go_back_and_forth_newest_first);
  tcase_add_test (tcase, a_new_edit_ends_what_can_be_redone);
  tcase_add_test (tcase, a_step_bears_the_label_of_what_it_takes_back);
  tcase_add_test (tcase, an_import_is_undone_and_redone_with_its_source);
  tcase_add_test (tcase, an_import_that_replaced_a_text_gives_the_old_one_back);
  tcase_add_test (tcase, an_import_that_was_undone_may_be_imported_again);
  tcase_add_test (tcase, what_another_program_changed_is_not_overwritten);
  tcase_add_test (tcase, an_edit_by_another_program_elsewhere_stays);
  tcase_add_test (tcase, a_row_that_another_program_deleted_is_said);
  tcase_add_test (tcase, a_new_row_that_another_program_wrote_to_is_not_taken_away);
  tcase_add_test (tcase, a_row_that_another_program_added_is_not_taken_away);
  tcase_add_test (tcase, a_row_whose_project_is_gone_is_not_put_back);
  tcase_add_test (tcase, a_history_with_foreign_names_is_refused);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
