/* tests/test-errand.c — work done aside: what it brings, who leaves first, and who
 * makes way for whom.
 */

#include "app/edit/edit.h"
#include "app/errand.h"
#include "tests/record-file.h"
#include "tests/suite.h"
#include "tests/told.h"

#include <gio/gio.h>

static Desk   *desk;
static Errand *running;
static guint   freed; /* how often what was given to an errand was freed */

static void
set_up (void)
{
  open_in_folder ();
  import_sample ("nongye-2024.txt");
  desk = desk_new (db_get_path (db), DB_OPEN_READ);
}

static void
tear_down (void)
{
  errand_drop (&running);
  g_clear_pointer (&desk, desk_unref);
  told_settle ();
  close_file ();
}

static void
count_freed (gpointer what)
{
  freed++;
}

/* As many rows as what says, and each of them slow. */
#define SLOW                                                                         \
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :rows)" \
  " SELECT count(*) FROM n, (SELECT id FROM indicator LIMIT 1)"

static gpointer
count_slowly (Db *at, gpointer what, Progress *progress, GError **error)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (at, SLOW, error);

  ck_assert_ptr_nonnull (q);
  db_bind_int (q, ":rows", GPOINTER_TO_INT (what));
  return db_run (q, error) ? ERRAND_DONE : NULL;
}

static const ErrandKind slow = { count_slowly, count_freed, NULL, 0 };

#define FEW     10
#define FOREVER G_MAXINT

START_TEST (it_is_told_what_came_of_it)
{
  Told told = { 0 };

  errand_begin (&running, desk, &slow, GINT_TO_POINTER (FEW), told_take, &told);
  ck_assert_ptr_nonnull (running);
  ck_assert_ptr_eq (told_wait (&told, NULL), ERRAND_DONE);
  ck_assert_ptr_null (running);
  ck_assert_uint_eq (freed, 1);
}
END_TEST

/* In the middle of a statement that would take hours. */
START_TEST (one_that_is_stopped_ends_at_once)
{
  g_autoptr (GError) error = NULL;
  Told told = { 0 };

  errand_begin (&running, desk, &slow, GINT_TO_POINTER (FOREVER), told_take, &told);
  errand_stop (running);
  ck_assert_ptr_null (told_wait (&told, &error));
  ck_assert (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
}
END_TEST

START_TEST (one_that_is_dropped_tells_nobody)
{
  Told told = { 0 };

  errand_begin (&running, desk, &slow, GINT_TO_POINTER (FOREVER), told_take, &told);
  errand_drop (&running);
  ck_assert_ptr_null (running);
  while (freed == 0)
    g_main_context_iteration (NULL, TRUE);
  ck_assert_uint_eq (told.times, 0);
}
END_TEST

START_TEST (another_one_in_its_place_drops_it)
{
  Told first = { 0 }, second = { 0 };

  errand_begin (&running, desk, &slow, GINT_TO_POINTER (FOREVER), told_take, &first);
  errand_begin (&running, desk, &slow, GINT_TO_POINTER (FEW), told_take, &second);
  ck_assert_ptr_eq (told_wait (&second, NULL), ERRAND_DONE);
  ck_assert_uint_eq (first.times, 0);
}
END_TEST

/* A thread that is at work keeps what it needs. */
START_TEST (the_desk_may_leave_first)
{
  Told told = { 0 };

  errand_begin (&running, desk, &slow, GINT_TO_POINTER (FEW), told_take, &told);
  g_clear_pointer (&desk, desk_unref);
  ck_assert_ptr_eq (told_wait (&told, NULL), ERRAND_DONE);
}
END_TEST

static gint tries;

/* The first try would take hours, and is held to be the only one. */
static gpointer
try_slowly (Db *at, gpointer what, Progress *progress, GError **error)
{
  gboolean is_first = g_atomic_int_add (&tries, 1) == 0;

  return count_slowly (at, GINT_TO_POINTER (is_first ? FOREVER : FEW), progress, error);
}

/* Else the one who writes would have to wait for hours, or give up. */
START_TEST (who_reads_makes_way_for_who_writes)
{
  static const ErrandKind kind = { try_slowly, NULL, NULL, 0 };
  Told                    told = { 0 };

  errand_begin (&running, desk, &kind, NULL, told_take, &told);
  for (guint i = 0; g_atomic_int_get (&tries) < 2;
       i++) /* before its statement the way is free */
    ck_assert (edit_cell (db, "indicator", 1, "value_text", i % 2 ? "97" : "98", NULL));
  ck_assert_ptr_eq (told_wait (&told, NULL), ERRAND_DONE);
}
END_TEST

START_TEST (a_file_that_is_gone_is_an_error)
{
  g_autoptr (Desk) nowhere = desk_new ("/no/such/file.jixiao", DB_OPEN_READ);
  g_autoptr (GError) error = NULL;
  Told told = { 0 };

  errand_begin (&running, nowhere, &slow, GINT_TO_POINTER (FEW), told_take, &told);
  ck_assert_ptr_null (told_wait (&told, &error));
  ck_assert (g_error_matches (error, DB_ERROR_DOMAIN, DB_MISSING));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("errand");
  TCase *tcase = tcase_create ("errand");

  tcase_add_checked_fixture (tcase, set_up, tear_down);
  tcase_add_test (tcase, it_is_told_what_came_of_it);
  tcase_add_test (tcase, one_that_is_stopped_ends_at_once);
  tcase_add_test (tcase, one_that_is_dropped_tells_nobody);
  tcase_add_test (tcase, another_one_in_its_place_drops_it);
  tcase_add_test (tcase, the_desk_may_leave_first);
  tcase_add_test (tcase, who_reads_makes_way_for_who_writes);
  tcase_add_test (tcase, a_file_that_is_gone_is_an_error);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
