/* tests/test-checker.c — findings that are read aside are those that are read at once.
 */

#include "app/check/checker.h"
#include "app/import/import.h"
#include "db/listing.h"
#include "tests/record-file.h"
#include "tests/suite.h"

#include <glib/gstdio.h>

static Checker *checker;
static gint64   document, project;

static void
set_up (void)
{
  g_autoptr (GPtrArray) documents = NULL;
  g_autoptr (GPtrArray) projects = NULL;

  open_in_folder ();
  import_sample ("nongye-2024.txt");
  documents = listing_documents (db, NULL, 0, NULL);
  document = ((ListedDocument *) documents->pdata[0])->id;
  projects = listing_projects (db, document, NULL);
  project = ((ListedProject *) projects->pdata[0])->id;
  checker = checker_new (db_get_path (db));
}

static void
tear_down (void)
{
  g_clear_pointer (&checker, checker_unref);
  close_file ();
}

static void
taken_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GPtrArray *
wait_for (GAsyncResult **result, GError **error)
{
  g_autoptr (GAsyncResult) taken = NULL;

  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  taken = g_steal_pointer (result);
  return checker_read_finish (taken, error);
}

static GPtrArray *
expected (gint64 of_project)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  CheckFilter filter = { .documents = of_project != 0 ? NULL : ids,
                         .projects = of_project != 0 ? ids : NULL };

  g_array_append_val (ids, *(of_project != 0 ? &of_project : &document));
  return check_findings (db, &filter, NULL);
}

START_TEST (findings_are_the_same)
{
  gint64 of_project = _i == 0 ? 0 : project;
  g_autoptr (GPtrArray) awaited = expected (of_project);
  g_autoptr (GPtrArray) findings = NULL;
  GAsyncResult *result = NULL;

  checker_read (checker, document, of_project, NULL, taken_cb, &result);
  findings = wait_for (&result, NULL);
  ck_assert_uint_gt (awaited->len, 0);
  ck_assert_uint_eq (findings->len, awaited->len);
  for (guint i = 0; i < findings->len; i++)
    ck_assert_str_eq (((Finding *) findings->pdata[i])->message,
                      ((Finding *) awaited->pdata[i])->message);
}
END_TEST

START_TEST (who_cancelled_gets_no_findings)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  checker_read (checker, document, 0, cancellable, taken_cb, &result);
  g_cancellable_cancel (cancellable);
  ck_assert_ptr_null (wait_for (&result, &error));
  ck_assert (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
}
END_TEST

/* A thread that is at work keeps what it needs. */
START_TEST (the_owner_may_leave_first)
{
  GAsyncResult *result = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  checker_read (checker, document, 0, NULL, taken_cb, &result);
  g_clear_pointer (&checker, checker_unref);
  findings = wait_for (&result, NULL);
  ck_assert_ptr_nonnull (findings);
}
END_TEST

START_TEST (a_file_that_is_gone_is_an_error)
{
  GAsyncResult *result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Checker) other = checker_new ("/no/such/file.jixiao");

  checker_read (other, document, project, NULL, taken_cb, &result);
  ck_assert_ptr_null (wait_for (&result, &error));
  ck_assert_ptr_nonnull (error);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("checker");
  TCase *tcase = tcase_create ("checker");

  tcase_add_checked_fixture (tcase, set_up, tear_down);
  tcase_add_loop_test (tcase, findings_are_the_same, 0, 2);
  tcase_add_test (tcase, who_cancelled_gets_no_findings);
  tcase_add_test (tcase, the_owner_may_leave_first);
  tcase_add_test (tcase, a_file_that_is_gone_is_an_error);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
