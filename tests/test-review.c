/* tests/test-review.c — comments are said, answered, settled and printed. */

#include "app/edit/arrangement.h"
#include "app/edit/edit.h"
#include "app/edit/undo.h"
#include "app/read/reader.h"
#include "app/reading/reading.h"
#include "app/review/sheet.h"
#include "app/review/since.h"
#include "db/document.h"
#include "tests/record-file.h"
#include "tests/suite.h"
#include "tests/written.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

static gint64 document;

static void
setup (void)
{
  g_autoptr (Document) written = written_document (2024, 2, 7);
  g_auto (DbTxn) txn = { NULL };

  open_empty ();
  ck_assert (db_txn_begin (&txn, db, NULL));
  ck_assert (document_store (db, written, NULL));
  ck_assert (reading_refresh (db, NULL));
  ck_assert (db_txn_commit (&txn, NULL));
  document = written->record.id;
}

static gint64
say (gint64 project, gint64 indicator, const char *field, const char *text)
{
  Comment *comment = db_record_new (&comment_table);
  gint64   id;

  comment->project_id = project;
  comment->indicator_id = indicator;
  comment->field = g_strdup (field);
  comment->text = g_strdup (text);
  id = review_say (db, document, comment, NULL);
  db_record_free (&comment_table, comment);
  return id;
}

static guint
count (const char *state)
{
  GPtrArray *comments = comments_of_document (db, document, state, NULL);
  guint      n = comments->len;

  db_record_array_free (&comment_table, comments);
  return n;
}

START_TEST (a_comment_goes_from_open_to_settled)
{
  gint64 id = say (2, 8, "value_text", "目标值偏低");

  ck_assert_int_ne (id, 0);
  ck_assert_uint_eq (count ("open"), 1);
  ck_assert (review_answer (db, id, "已改为95%", NULL));
  ck_assert_uint_eq (count ("answered"), 1);
  ck_assert (review_settle (db, id, TRUE, NULL));
  ck_assert_uint_eq (count ("settled"), 1);
  ck_assert (review_settle (db, id, FALSE, NULL));
  ck_assert_uint_eq (count ("answered"), 1);
  ck_assert (review_answer (db, id, "", NULL));
  ck_assert_uint_eq (count ("open"), 1);
}
END_TEST

START_TEST (each_step_is_taken_back)
{
  g_autofree char *label = NULL, *before = NULL, *after = NULL;
  gint64           id = say (2, DB_NULL, NULL, "用途太笼统");

  before = written_hash (db);
  ck_assert (review_answer (db, id, "已补充", NULL));
  ck_assert (undo_step (db, ACTION_UNDO, &label, NULL));
  after = written_hash (db);
  ck_assert_str_eq (before, after);
}
END_TEST

START_TEST (a_comment_must_say_something)
{
  ck_assert_int_eq (say (2, DB_NULL, NULL, "  "), 0);
  ck_assert_uint_eq (count (NULL), 0);
}
END_TEST

START_TEST (a_comment_goes_with_its_row)
{
  say (2, 8, NULL, "目标值偏低");
  ck_assert (arrangement_remove (db, "indicator", 8, NULL));
  ck_assert_uint_eq (count (NULL), 0);
}
END_TEST

START_TEST (the_sheet_has_what_is_not_settled_in_the_order_of_the_text)
{
  gint64           last = say (3, DB_NULL, NULL, "第二条");
  gint64           first = say (2, 8, "value_text", "第一条");
  gint64           gone = say (2, 9, NULL, "了结的");
  gint64           whole = say (DB_NULL, DB_NULL, NULL, "说全文的");
  g_autofree char *text = NULL, *html = NULL;

  ck_assert (last && first && whole);
  ck_assert (review_settle (db, gone, TRUE, NULL));
  ck_assert (review_answer (db, first, "<已改>", NULL));
  text = review_sheet_text (db, document, NULL);
  html = review_sheet_html (db, document, NULL);
  ck_assert_ptr_null (strstr (text, "了结的"));
  ck_assert (strstr (text, "说全文的") < strstr (text, "第一条"));
  ck_assert (strstr (text, "第一条") < strstr (text, "第二条"));
  ck_assert_ptr_nonnull (strstr (text, "指标值：第一条"));
  ck_assert_ptr_nonnull (strstr (text, "答复：<已改>"));
  ck_assert_ptr_nonnull (strstr (html, "答复：&lt;已改&gt;"));
}
END_TEST

START_TEST (a_look_remembers_the_last_action)
{
  ck_assert_int_eq (review_look_action (db, document, "审核人", NULL), 0);
  say (2, DB_NULL, NULL, "用途太笼统");
  ck_assert (review_look_now (db, document, "审核人", NULL));
  ck_assert_int_eq (review_look_action (db, document, "审核人", NULL), 1);
  say (2, DB_NULL, NULL, "又一条");
  ck_assert_int_eq (review_look_action (db, document, "审核人", NULL), 1);
}
END_TEST

/* What comments may speak of, and how their place is called in their table. */
static const struct {
  gint64      project;
  const char *table;
  gint64      row;
  const char *column, *place;
} aims[] = {
  { 0, NULL, 0, NULL, "全文" },
  { 2, "project", 2, NULL, "" },
  { 2, "project", 2, "purpose", "资金用途" },
  { 2, "indicator", 8, NULL, "指标 2" },
  { 2, "indicator", 8, "value_text", "指标 2 指标值" },
  { 2, "goal", 1, "text", "绩效目标 1" },
  { 0, "safeguard", 1, "text", "保障措施 1" },
};

START_TEST (a_comment_knows_its_place)
{
  Comment         *comment = db_record_new (&comment_table);
  ReviewTarget     target;
  g_autofree char *place = NULL;

  review_aim (comment, aims[_i].project, aims[_i].table, aims[_i].row, aims[_i].column);
  target = review_target (comment);
  ck_assert_int_eq (g_strcmp0 (target.table, aims[_i].table), 0);
  ck_assert_int_eq (target.row, aims[_i].row);
  ck_assert_int_eq (g_strcmp0 (target.column, aims[_i].column), 0);
  place = review_place (db, comment, NULL);
  ck_assert_msg (g_str_has_prefix (place, aims[_i].place), "%s", place);
  db_record_free (&comment_table, comment);
}
END_TEST

static guint
count_changes (gboolean first)
{
  gboolean is_first;
  g_autoptr (GPtrArray) changes = review_since (db, document, &is_first, NULL);

  ck_assert_int_eq (is_first, first);
  return changes->len;
}

START_TEST (what_changed_since_is_told)
{
  gboolean is_first;
  g_autoptr (GPtrArray) changes = NULL;
  const ReviewChange *change;

  ck_assert_uint_eq (count_changes (TRUE), 0);
  ck_assert (edit_cell (db, "indicator", 8, "value_text", "55", NULL));
  ck_assert (review_seen (db, document, NULL));
  ck_assert_uint_eq (count_changes (FALSE), 0);
  ck_assert (edit_cell (db, "indicator", 8, "value_text", "66", NULL));
  ck_assert (edit_cell (db, "indicator", 8, "value_text", "77", NULL));
  ck_assert (edit_cell (db, "indicator", 9, "value_text", "1", NULL));
  say (2, 9, NULL, "意见不是改动");
  changes = review_since (db, document, &is_first, NULL);
  ck_assert_uint_eq (changes->len, 2);
  change = changes->pdata[0];
  ck_assert_str_eq (change->before, "55");
  ck_assert_str_eq (change->after, "77");
  /* There and back is no change. */
  ck_assert (edit_cell (db, "indicator", 8, "value_text", "55", NULL));
  ck_assert_uint_eq (count_changes (FALSE), 1);
  ck_assert (arrangement_remove (db, "indicator", 9, NULL));
  ck_assert_uint_eq (count_changes (FALSE), 1);
}
END_TEST

START_TEST (the_sheet_is_written_as_a_file_of_any_kind)
{
  const char      *format = review_sheet_formats[_i];
  g_autofree char *folder = g_dir_make_tmp ("sheet-XXXXXX", NULL);
  g_autofree char *name = g_strconcat ("退回意见.", format, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (format, "txt") && !g_str_equal (format, "html"))
    {
      ck_assert (!review_sheet_write (db, document, format, path, &error));
      ck_assert_ptr_nonnull (strstr (error->message, "没有待了结的审核意见"));
      ck_assert (!g_file_test (path, G_FILE_TEST_EXISTS));
      g_clear_error (&error);
    }
  say (2, 8, "value_text", "目标值偏低");
  ck_assert_msg (review_sheet_write (db, document, format, path, &error), "%s",
                 error ? error->message : "");
  if (!g_str_equal (format, "pdf"))
    {
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);
      g_autoptr (GPtrArray) blocks = reader_read (bytes, name, NULL);
      gboolean found = FALSE;

      for (guint i = 0; i < blocks->len; i++)
        {
          const Block *block = blocks->pdata[i];

          found |= block->text != NULL && strstr (block->text, "目标值偏低") != NULL;
          for (guint k = 0; block->kind == BLOCK_TABLE && k < block->cells->len; k++)
            found |= strstr (((const BlockCell *) block->cells->pdata[k])->text,
                             "目标值偏低") != NULL;
        }
      ck_assert (found);
    }
  g_remove (path);
  g_rmdir (folder);
}
END_TEST

static Suite *
review_suite (void)
{
  Suite *suite = suite_create ("review");
  TCase *tcase = tcase_create ("review");

  tcase_add_checked_fixture (tcase, setup, close_file);
  tcase_add_test (tcase, a_comment_goes_from_open_to_settled);
  tcase_add_test (tcase, each_step_is_taken_back);
  tcase_add_test (tcase, a_comment_must_say_something);
  tcase_add_test (tcase, a_comment_goes_with_its_row);
  tcase_add_test (tcase, the_sheet_has_what_is_not_settled_in_the_order_of_the_text);
  tcase_add_test (tcase, a_look_remembers_the_last_action);
  tcase_add_loop_test (tcase, a_comment_knows_its_place, 0, G_N_ELEMENTS (aims));
  tcase_add_test (tcase, what_changed_since_is_told);
  tcase_add_loop_test (tcase, the_sheet_is_written_as_a_file_of_any_kind, 0, 5);
  suite_add_tcase (suite, tcase);
  return suite;
}

int
main (void)
{
  return suite_run (review_suite ());
}
