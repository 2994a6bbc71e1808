/* tests/test-checker.c — findings that are read aside are those that are read at once.
 */

#include "app/check/checker.h"
#include "app/import/import.h"
#include "db/listing.h"
#include "tests/record-file.h"
#include "tests/suite.h"
#include "tests/told.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

static Desk   *desk;
static Errand *running;
static gint64  document, project;

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
  desk = desk_new (db_get_path (db), DB_OPEN_READ);
}

static void
tear_down (void)
{
  g_clear_pointer (&desk, desk_unref);
  close_file ();
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
  Told told = { 0 };

  checker_read (&running, desk, document, of_project, told_take, &told);
  findings = told_wait (&told, NULL);
  ck_assert_uint_gt (awaited->len, 0);
  ck_assert_uint_eq (findings->len, awaited->len);
  for (guint i = 0; i < findings->len; i++)
    ck_assert_str_eq (((Finding *) findings->pdata[i])->message,
                      ((Finding *) awaited->pdata[i])->message);
}
END_TEST

START_TEST (who_stopped_gets_no_findings)
{
  g_autoptr (GError) error = NULL;
  Told told = { 0 };

  checker_read (&running, desk, document, 0, told_take, &told);
  errand_stop (running);
  ck_assert_ptr_null (told_wait (&told, &error));
  ck_assert (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
}
END_TEST

START_TEST (a_file_that_is_gone_is_an_error)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Desk) other = desk_new ("/no/such/file.jixiao", DB_OPEN_READ);
  Told told = { 0 };

  checker_read (&running, other, document, project, told_take, &told);
  ck_assert_ptr_null (told_wait (&told, &error));
  ck_assert (g_error_matches (error, DB_ERROR_DOMAIN, DB_MISSING));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("checker");
  TCase *tcase = tcase_create ("checker");

  tcase_add_checked_fixture (tcase, set_up, tear_down);
  tcase_add_loop_test (tcase, findings_are_the_same, 0, 2);
  tcase_add_test (tcase, who_stopped_gets_no_findings);
  tcase_add_test (tcase, a_file_that_is_gone_is_an_error);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
