/* tests/test-large-file.c — what a window does with one project reads as much of a
 * large file as of a small one.
 */

#include "app/check/checker.h"
#include "app/form/edit.h"
#include "tests/folder.h"
#include "tests/large-file.h"
#include "tests/opening.h"
#include "tests/suite.h"
#include "tests/windowed.h"

#define A_DOCUMENT 40 /* projects */
#define SMALL      40
#define LARGE      200

/* A line for each document may be read: there are few of them. */
#define ALLOWED (LARGE / 2)

static void
open_copies (guint projects)
{
  g_autofree char *path = folder_path ("copies.jixiao");
  g_autofree char *sample = sample_path ("nongye-2024.txt");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  large_file_make (path, sample, projects, A_DOCUMENT);
  ck_assert (opening_done (window, file));
  opening_settle (window);
}

static void
edit (void)
{
  const FormTable *table = ui_form_page_get_table (ui_window_get_form (window));

  ck_assert (form_edit_set (ui_window_get_db (window), table,
                            form_edit_find (table, "name", DB_NULL), "道路", NULL));
  ui_window_show (window);
}

static void
undo (void)
{
  edit ();
  windowed_act ("win.undo", NULL);
}

static void
go_to_the_next_project (void)
{
  const FormTable *table = ui_form_page_get_table (ui_window_get_form (window));

  ui_window_select (window, table->origin.document, table->project + 1);
}

static void
go_to_the_next_finding (void)
{
  windowed_act ("win.next-finding", NULL);
}

static void
check (void)
{
  const FormTable *table = ui_form_page_get_table (ui_window_get_form (window));
  Progress         progress = { 0 };
  g_autoptr (GPtrArray) findings =
      checker_findings (ui_window_get_db (window), table->origin.document,
                        table->project, &progress, NULL);

  ck_assert_ptr_nonnull (findings);
}

static const struct {
  const char *what;
  void (*act) (void);
} acts[] = {
  { "an edit", edit },
  { "an undoing", undo },
  { "another project", go_to_the_next_project },
  { "the next finding", go_to_the_next_finding },
  { "the findings", check },
};

/* Adds the steps of a statement through whole tables, and the lines of indexes that it
 * made for itself.  */
static int
count_steps (unsigned event, void *total, void *q, void *nanoseconds)
{
  *(int *) total += sqlite3_stmt_status (q, SQLITE_STMTSTATUS_FULLSCAN_STEP, TRUE) +
                    sqlite3_stmt_status (q, SQLITE_STMTSTATUS_AUTOINDEX, TRUE);
  return 0;
}

/* On the window's own connection. */
static int
steps_of (void (*act) (void))
{
  g_autoptr (sqlite3_stmt) any =
      db_prepare (ui_window_get_db (window), "SELECT 1", NULL);
  sqlite3 *connection = sqlite3_db_handle (any);
  int      steps = 0;

  sqlite3_trace_v2 (connection, SQLITE_TRACE_PROFILE, count_steps, &steps);
  act ();
  opening_settle (window);
  sqlite3_trace_v2 (connection, 0, NULL, NULL);
  return steps;
}

START_TEST (what_is_done_with_a_project_reads_no_more_of_a_large_file)
{
  int small, large;

  open_copies (SMALL);
  steps_of (acts[_i].act); /* what is prepared or counted once */
  small = steps_of (acts[_i].act);
  windowed_tear_down ();
  windowed_set_up ();
  open_copies (LARGE);
  steps_of (acts[_i].act);
  large = steps_of (acts[_i].act);
  ck_assert_msg (large < small + ALLOWED, "%s: %d steps, %d in a small file",
                 acts[_i].what, large, small);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("large-file");
  TCase *tcase = tcase_create ("large-file");

  tcase_add_checked_fixture (tcase, windowed_set_up, windowed_tear_down);
  tcase_add_loop_test (tcase, what_is_done_with_a_project_reads_no_more_of_a_large_file,
                       0, G_N_ELEMENTS (acts));
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
