/* tests/test-form-carried.c — which cells of a drafted table came over from last year.
 */

#include "app/edit/draft.h"
#include "app/edit/edit.h"
#include "app/form/carried.h"
#include "app/form/understanding.h"
#include "app/reading/reading.h"
#include "db/carried.h"
#include "db/indicator.h"
#include "db/project.h"
#include "tests/record-file.h"
#include "tests/suite.h"
#include "tests/written.h"

#include <string.h>

static Document  *drafted;
static gint64     earlier; /* an indicator of the text it was drafted from */
static Project   *project; /* the first one with targets of the draft */
static FormTable *table;

static void
setup (void)
{
  g_autoptr (Document) document = written_document (2024, 2, 5);
  g_autoptr (Document) before = NULL;
  g_auto (DbTxn) txn = { NULL };
  Draft draft;

  open_empty ();
  ck_assert (db_txn_begin (&txn, db, NULL));
  ck_assert (document_store (db, document, NULL) && reading_refresh (db, NULL));
  ck_assert (db_txn_commit (&txn, NULL));
  ck_assert (draft_next_year (db, document->record.id, 2025, NULL, &draft, NULL));
  drafted = document_load (db, draft.document, NULL);
  project = drafted->projects->pdata[1];
  before = document_load (db, document->record.id, NULL);
  earlier =
      ((Indicator *) ((Project *) before->projects->pdata[1])->indicators->pdata[0])
          ->record.id;
  table = form_table_new (db, project->record.id, NULL, NULL);
}

static void
teardown (void)
{
  form_table_free (table);
  document_free (drafted);
  close_file ();
}

START_TEST (every_marked_cell_is_found_once)
{
  g_autoptr (GPtrArray) cells =
      form_carried_cells (db, drafted->record.id, table, NULL);
  gint64 marked = carried_count (db, drafted->record.id, project->record.id, NULL);

  ck_assert_uint_gt (cells->len, 0);
  ck_assert_int_le (cells->len, marked);
  for (guint i = 0; i < cells->len; i++)
    ck_assert_ptr_nonnull (((FormCell *) cells->pdata[i])->text);
}
END_TEST

START_TEST (confirming_a_cell_takes_its_mark_and_no_other)
{
  g_autoptr (GPtrArray) before =
      form_carried_cells (db, drafted->record.id, table, NULL);
  g_autoptr (GPtrArray) after = NULL;

  ck_assert (
      form_carried_confirm (db, drafted->record.id, table, before->pdata[0], NULL));
  after = form_carried_cells (db, drafted->record.id, table, NULL);
  ck_assert_uint_eq (after->len, before->len - 1);
  ck_assert (!g_ptr_array_find (after, before->pdata[0], NULL));
}
END_TEST

START_TEST (last_year_is_told_while_a_target_is_typed)
{
  const Indicator *row = project->indicators->pdata[0];
  EditCell         actual = { "outcome", 0, "actual_text", "77", earlier, NULL };
  g_autofree char *words = NULL, *blank = NULL;
  const FormCell  *cell = NULL;

  for (guint i = 0; i < table->cells->len && cell == NULL; i++)
    {
      const FormCell *candidate = table->cells->pdata[i];

      if (candidate->row_id == row->record.id &&
          g_strcmp0 (candidate->column_name, "value_text") == 0)
        cell = candidate;
    }
  ck_assert_ptr_nonnull (cell);
  words = form_understanding (db, table, cell, "90");
  ck_assert_ptr_nonnull (strstr (words, "实际完成值没有填"));
  ck_assert (edit_cells (db, &actual, 1, NULL, NULL));
  blank = form_understanding (db, table, cell, "");
  ck_assert_ptr_nonnull (strstr (blank, "2024 年目标"));
  ck_assert_msg (strstr (blank, "实际 77") != NULL, "%s", blank);
}
END_TEST

/* Adds the steps of scans over whole tables that a statement took. */
static int
count_scans (unsigned event, void *total, void *q, void *nanoseconds)
{
  *(int *) total += sqlite3_stmt_status (q, SQLITE_STMTSTATUS_FULLSCAN_STEP, 0);
  return 0;
}

/* Every project that is shown asks for them: in a large file too. */
START_TEST (they_are_counted_and_confirmed_without_reading_the_file)
{
  g_autoptr (sqlite3_stmt) any = db_prepare (db, "SELECT 1", NULL);
  sqlite3 *connection = sqlite3_db_handle (any);
  int      steps = 0;

  sqlite3_trace_v2 (connection, SQLITE_TRACE_PROFILE, count_scans, &steps);
  ck_assert_int_gt (carried_count (db, drafted->record.id, 0, NULL), 0);
  db_record_array_free (&carried_table, carried_cells (db, drafted->record.id,
                                                       project->record.id, NULL));
  ck_assert (carried_confirm (db, drafted->record.id, 0, NULL));
  ck_assert_int_eq (carried_count (db, drafted->record.id, 0, NULL), 0);
  sqlite3_trace_v2 (connection, 0, NULL, NULL);
  ck_assert_int_eq (steps, 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("form-carried");
  TCase *tcase = tcase_create ("form-carried");

  tcase_add_checked_fixture (tcase, setup, teardown);
  tcase_add_test (tcase, every_marked_cell_is_found_once);
  tcase_add_test (tcase, confirming_a_cell_takes_its_mark_and_no_other);
  tcase_add_test (tcase, they_are_counted_and_confirmed_without_reading_the_file);
  tcase_add_test (tcase, last_year_is_told_while_a_target_is_typed);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
