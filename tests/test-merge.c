/* tests/test-merge.c — a colleague's copy comes in: what one changed is taken, what
 * both did is shown.
 */

#include "app/edit/arrangement.h"
#include "app/edit/edit.h"
#include "app/edit/undo.h"
#include "app/import/import.h"
#include "app/review/merge.h"
#include "app/review/review.h"
#include "tests/suite.h"
#include "tests/written.h"

#include <glib/gstdio.h>
#include <string.h>

static char *folder, *our_path, *their_path;
static Db   *ours, *theirs;

/* A file with a text, and a copy of it. */
static void
setup (void)
{
  g_autoptr (Import) import = written_import (2024, 2, 7);
  g_autofree char *bytes = NULL;
  gsize            size;

  folder = g_dir_make_tmp ("merge-XXXXXX", NULL);
  our_path = g_build_filename (folder, "ours.jixiao", NULL);
  their_path = g_build_filename (folder, "theirs.jixiao", NULL);
  ours = db_open (our_path, DB_OPEN_CREATE, NULL);
  ck_assert (import_store (import, ours, FALSE, NULL));
  db_close (ours);
  ck_assert (g_file_get_contents (our_path, &bytes, &size, NULL));
  ck_assert (g_file_set_contents (their_path, bytes, (gssize) size, NULL));
  ours = db_open (our_path, DB_OPEN_WRITE, NULL);
  theirs = db_open (their_path, DB_OPEN_WRITE, NULL);
}

static void
teardown (void)
{
  db_close (ours);
  db_close (theirs);
  g_remove (our_path);
  g_remove (their_path);
  g_rmdir (folder);
  g_free (our_path);
  g_free (their_path);
  g_free (folder);
}

static void
set (Db *db, const char *table, gint64 row, const char *column, const char *text)
{
  ck_assert (edit_cell (db, table, row, column, text, NULL));
}

static char *
ask (Db *db, const char *sql)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (db, sql, NULL);

  ck_assert_int_eq (db_step (q, NULL), DB_ROW);
  return g_strdup (db_column_text (q, 0));
}

static void
check_says (Db *db, const char *sql, const char *expected)
{
  g_autofree char *said = ask (db, sql);

  ck_assert_msg (g_strcmp0 (said, expected) == 0, "%s: %s, not %s", sql, said,
                 expected);
}

static Merge *
merge_both (guint items, guint conflicts)
{
  g_autoptr (GError) error = NULL;
  Merge *merge = merge_new (ours, theirs, &error);

  ck_assert_msg (merge != NULL, "%s", error ? error->message : "");
  ck_assert_uint_eq (merge->items->len, items);
  ck_assert_uint_eq (merge->conflicts, conflicts);
  return merge;
}

static void
apply (Merge *merge, guint expected)
{
  g_autoptr (GError) error = NULL;
  guint n;

  ck_assert_msg (merge_apply (merge, ours, "theirs.jixiao", &n, &error), "%s",
                 error ? error->message : "");
  ck_assert_uint_eq (n, expected);
}

START_TEST (what_only_they_changed_is_taken)
{
  g_autoptr (Merge) merge = NULL;

  set (theirs, "indicator", 8, "value_text", "77");
  set (theirs, "project", 2, "amount_text", "99.5");
  set (ours, "indicator", 9, "value_text", "66");
  merge = merge_both (2, 0);
  apply (merge, 2);
  check_says (ours, "SELECT value_text FROM indicator WHERE id = 8", "77");
  check_says (ours, "SELECT value_text FROM indicator WHERE id = 9", "66");
  check_says (ours, "SELECT amount_fen FROM project WHERE id = 2", "99500000");
}
END_TEST

START_TEST (a_new_row_keeps_what_it_speaks_of)
{
  g_autoptr (Merge) merge = NULL;
  Comment *comment = db_record_new (&comment_table);

  review_aim (comment, 2, "indicator", 8, "value_text");
  comment->text = g_strdup ("目标值偏低");
  ck_assert_int_ne (review_say (theirs, 1, comment, NULL), 0);
  db_record_free (&comment_table, comment);
  merge = merge_both (1, 0);
  apply (merge, 1);
  check_says (ours,
              "SELECT project_id || ' ' || indicator_id || ' ' || field FROM comment",
              "2 8 value_text");
}
END_TEST

START_TEST (what_both_changed_differently_is_a_conflict)
{
  g_autoptr (Merge) merge = NULL;
  const MergeItem *item;

  set (theirs, "indicator", 8, "value_text", "77");
  set (ours, "indicator", 8, "value_text", "88");
  merge = merge_both (1, 1);
  item = merge->items->pdata[0];
  ck_assert_str_eq (item->ours, "88");
  ck_assert_str_eq (item->theirs, "77");
  ck_assert (!item->is_taken);
  apply (merge, 0);
  check_says (ours, "SELECT value_text FROM indicator WHERE id = 8", "88");
  ((MergeItem *) merge->items->pdata[0])->is_taken = TRUE;
  apply (merge, 1);
  check_says (ours, "SELECT value_text FROM indicator WHERE id = 8", "77");
}
END_TEST

START_TEST (what_both_changed_alike_is_nothing)
{
  g_autoptr (Merge) merge = NULL;

  set (theirs, "indicator", 8, "value_text", "77");
  set (ours, "indicator", 8, "value_text", "77");
  merge = merge_both (0, 0);
}
END_TEST

START_TEST (what_they_took_back_is_nothing)
{
  g_autoptr (Merge) merge = NULL;
  g_autofree char *label = NULL;

  set (theirs, "indicator", 8, "value_text", "77");
  ck_assert (undo_step (theirs, ACTION_UNDO, &label, NULL));
  merge = merge_both (0, 0);
}
END_TEST

START_TEST (new_rows_come_in_where_they_stand)
{
  RowValue values[] = { { "name", "新的指标" }, { "value_text", "5" } };
  RowValue more[] = { { "name", "我们的指标" } };
  g_autoptr (Merge) merge = NULL;

  ck_assert (arrangement_add (theirs, "indicator", 2, 2, values, 2, NULL) != 0);
  ck_assert (arrangement_add (ours, "indicator", 2, 0, more, 1, NULL) != 0);
  merge = merge_both (1, 0);
  apply (merge, 1);
  check_says (ours, "SELECT ordinal FROM indicator WHERE name = '新的指标'", "2");
  check_says (ours, "SELECT value_text FROM indicator WHERE name = '新的指标'", "5");
  check_says (ours, "SELECT count(*) FROM indicator WHERE project_id = 2", "8");
}
END_TEST

START_TEST (a_new_project_comes_with_all_below_it)
{
  g_autoptr (Merge) merge = NULL;
  gint64 copy = arrangement_copy (theirs, "project", 2, NULL);

  ck_assert (copy != 0);
  set (theirs, "project", copy, "name", "新的项目");
  merge = merge_both (1, 0);
  apply (merge, 1);
  check_says (ours,
              "SELECT count(*) FROM indicator i JOIN project p ON p.id = i.project_id"
              " WHERE p.name = '新的项目'",
              "6");
  check_says (ours,
              "SELECT count(*) FROM plan_point i JOIN project p ON p.id = i.project_id"
              " WHERE p.name = '新的项目'",
              "4");
}
END_TEST

START_TEST (what_they_deleted_goes)
{
  g_autoptr (Merge) merge = NULL;

  ck_assert (arrangement_remove (theirs, "project", 2, NULL));
  merge = merge_both (1, 0);
  apply (merge, 1);
  check_says (ours, "SELECT count(*) FROM project WHERE id = 2", "0");
}
END_TEST

START_TEST (what_they_deleted_and_we_changed_is_a_conflict)
{
  g_autoptr (Merge) merge = NULL;

  ck_assert (arrangement_remove (theirs, "project", 2, NULL));
  set (ours, "indicator", 8, "value_text", "88");
  merge = merge_both (1, 1);
  apply (merge, 0);
  check_says (ours, "SELECT count(*) FROM project WHERE id = 2", "1");
}
END_TEST

START_TEST (what_we_deleted_stays_deleted)
{
  g_autoptr (Merge) merge = NULL;

  ck_assert (arrangement_remove (ours, "indicator", 8, NULL));
  set (theirs, "indicator", 8, "value_text", "77");
  merge = merge_both (1, 1);
  apply (merge, 0);
  check_says (ours, "SELECT count(*) FROM indicator WHERE id = 8", "0");
}
END_TEST

START_TEST (a_whole_text_comes_in)
{
  g_autoptr (Import) import = written_import (2025, 3, 11);
  g_autoptr (Merge) merge = NULL;

  ck_assert (import_store (import, theirs, FALSE, NULL));
  merge = merge_both (1, 0);
  apply (merge, 1);
  check_says (ours, "SELECT count(*) FROM document", "2");
  check_says (ours,
              "SELECT count(*) FROM project p JOIN document d ON d.id = p.document_id"
              " WHERE d.fiscal_year = 2025",
              "4");
}
END_TEST

START_TEST (a_merger_is_one_step_back)
{
  g_autoptr (Merge) merge = NULL;
  g_autofree char *before = written_hash (ours), *after = NULL, *label = NULL;

  set (theirs, "indicator", 8, "value_text", "77");
  ck_assert (arrangement_remove (theirs, "indicator", 9, NULL));
  ck_assert (arrangement_copy (theirs, "project", 3, NULL) != 0);
  merge = merge_both (3, 0);
  apply (merge, 3);
  ck_assert (undo_step (ours, ACTION_UNDO, &label, NULL));
  ck_assert_str_eq (label, "合并：theirs.jixiao");
  after = written_hash (ours);
  ck_assert_str_eq (before, after);
}
END_TEST

START_TEST (a_file_that_is_no_copy_is_refused)
{
  g_autoptr (Db) stranger = db_open (":memory:", DB_OPEN_CREATE, NULL);
  g_autoptr (Import) import = written_import (2023, 1, 3);
  g_autoptr (GError) error = NULL;

  ck_assert (import_store (import, stranger, FALSE, NULL));
  ck_assert_ptr_null (merge_new (ours, stranger, &error));
  ck_assert_ptr_nonnull (strstr (error->message, "不是从这份记录文件复制出去的"));
}
END_TEST

static Suite *
merge_suite (void)
{
  Suite *suite = suite_create ("merge");
  TCase *tcase = tcase_create ("merge");

  tcase_add_checked_fixture (tcase, setup, teardown);
  tcase_add_test (tcase, what_only_they_changed_is_taken);
  tcase_add_test (tcase, a_new_row_keeps_what_it_speaks_of);
  tcase_add_test (tcase, what_both_changed_differently_is_a_conflict);
  tcase_add_test (tcase, what_both_changed_alike_is_nothing);
  tcase_add_test (tcase, what_they_took_back_is_nothing);
  tcase_add_test (tcase, new_rows_come_in_where_they_stand);
  tcase_add_test (tcase, a_new_project_comes_with_all_below_it);
  tcase_add_test (tcase, what_they_deleted_goes);
  tcase_add_test (tcase, what_they_deleted_and_we_changed_is_a_conflict);
  tcase_add_test (tcase, what_we_deleted_stays_deleted);
  tcase_add_test (tcase, a_whole_text_comes_in);
  tcase_add_test (tcase, a_merger_is_one_step_back);
  tcase_add_test (tcase, a_file_that_is_no_copy_is_refused);
  suite_add_tcase (suite, tcase);
  return suite;
}

int
main (void)
{
  return suite_run (merge_suite ());
}
