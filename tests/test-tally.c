/* tests/test-tally.c — the sums of the tree are those of its projects. */

#include "app/check/check.h"
#include "app/check/tally.h"
#include "app/edit/arrangement.h"
#include "app/edit/edit.h"
#include "app/import/import.h"
#include "db/listing.h"
#include "tests/record-file.h"
#include "tests/suite.h"

#include <glib/gstdio.h>

static Tally *tally;

static void
changed_cb (gpointer times)
{
  ++*(guint *) times;
}

static guint times;

static void
wait_for_counts (void)
{
  while (!tally_is_done (tally))
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (void)
{
  static const char *const samples[] = { "nongye-2024.txt", "shuiwu-2025.txt",
                                         "wenlv-2025.txt" };

  open_in_folder ();
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    import_sample (samples[i]);
  times = 0;
  tally = tally_new (db_get_path (db), changed_cb, &times);
}

static void
tear_down (void)
{
  g_clear_pointer (&tally, tally_free);
  close_file ();
}

/* As the findings say, without any counting aside. */
static TallySum
sum_of (GPtrArray *findings)
{
  g_autoptr (GPtrArray) folds = check_fold (findings);
  TallySum sum = { 0 };

  for (guint i = 0; i < folds->len; i++)
    {
      const FoldedFinding *folded = folds->pdata[i];

      sum.findings[check_severity_rank (folded->finding->severity)] += folded->times;
    }
  return sum;
}

static void
assert_findings (const TallySum *sum, const TallySum *expected)
{
  for (gsize i = 0; i < CHECK_SEVERITIES; i++)
    ck_assert_uint_eq (sum->findings[i], expected->findings[i]);
}

static TallySum
sum_at (TreeKind kind, gint64 document, gint64 id)
{
  TreeKey  key = { kind, id };
  TallySum sum;

  ck_assert (tally_get (tally, &key, document, &sum));
  return sum;
}

START_TEST (a_sum_is_that_of_the_findings)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) projects = NULL;
  gint64   document = 2;
  TallySum sum, expected;

  wait_for_counts ();
  g_array_append_val (ids, document);
  findings = check_findings (db, &(CheckFilter){ .documents = ids }, NULL);
  expected = sum_of (findings);
  sum = sum_at (TREE_DOCUMENT, 0, document);
  assert_findings (&sum, &expected);
  ck_assert_uint_eq (sum.open, 0);
  ck_assert_uint_gt (sum.findings[0], 0);

  projects = listing_projects (db, document, NULL);
  ck_assert_uint_eq (sum.projects, projects->len);
  g_ptr_array_set_size (findings, 0);
  for (guint i = 0; i < projects->len; i++)
    {
      const ListedProject *project = projects->pdata[i];
      g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GPtrArray) found = NULL;

      g_array_append_val (one, project->id);
      found = check_findings (db, &(CheckFilter){ .projects = one }, NULL);
      expected = sum_of (found);
      sum = sum_at (TREE_PROJECT, 0, project->id);
      assert_findings (&sum, &expected);
      ck_assert_int_eq (sum.amount_fen, project->amount_fen);
    }
}
END_TEST

START_TEST (a_year_is_the_sum_of_its_documents)
{
  TallySum year, one, other;

  wait_for_counts ();
  year = sum_at (TREE_YEAR, 0, 2025);
  one = sum_at (TREE_DOCUMENT, 0, 2);
  other = sum_at (TREE_DOCUMENT, 0, 3);
  ck_assert_uint_eq (year.projects, one.projects + other.projects);
  ck_assert_int_eq (year.amount_fen, one.amount_fen + other.amount_fen);
  ck_assert_uint_eq (year.findings[1], one.findings[1] + other.findings[1]);
}
END_TEST

START_TEST (an_edit_is_counted_at_once)
{
  gint64   project = ((ListedProject *) listing_projects (db, 1, NULL)->pdata[0])->id;
  TallySum before, after, document;

  wait_for_counts ();
  before = sum_at (TREE_PROJECT, 0, project);
  document = sum_at (TREE_DOCUMENT, 0, 1);
  ck_assert (edit_cell (db, "project", project, "amount_text", "1.5", NULL));
  tally_recount (tally, 1, project);
  ck_assert (!tally_is_done (tally));
  wait_for_counts ();
  after = sum_at (TREE_PROJECT, 0, project);
  ck_assert_int_eq (after.amount_fen, 1500000);
  ck_assert_int_eq (sum_at (TREE_DOCUMENT, 0, 1).amount_fen,
                    document.amount_fen - before.amount_fen + 1500000);
  ck_assert_uint_gt (after.findings[0], before.findings[0]);
}
END_TEST

/* As when findings of several projects are waived at the document's line. */
START_TEST (a_document_is_counted_again_as_a_whole)
{
  gint64   project = ((ListedProject *) listing_projects (db, 1, NULL)->pdata[0])->id;
  TallySum before;

  wait_for_counts ();
  before = sum_at (TREE_PROJECT, 0, project);
  ck_assert (edit_cell (db, "project", project, "amount_text", "1.5", NULL));
  tally_recount (tally, 1, 0);
  ck_assert (!tally_is_done (tally));
  wait_for_counts ();
  ck_assert_uint_gt (sum_at (TREE_PROJECT, 0, project).findings[0], before.findings[0]);
}
END_TEST

START_TEST (what_is_removed_no_longer_counts)
{
  gint64   project = ((ListedProject *) listing_projects (db, 1, NULL)->pdata[0])->id;
  TreeKey  key = { TREE_PROJECT, project };
  TallySum before, after, gone;

  wait_for_counts ();
  before = sum_at (TREE_DOCUMENT, 0, 1);
  gone = sum_at (TREE_PROJECT, 0, project);
  ck_assert (arrangement_remove (db, "project", project, NULL));
  tally_survey (tally);
  wait_for_counts ();
  ck_assert (!tally_get (tally, &key, 0, &after));
  after = sum_at (TREE_DOCUMENT, 0, 1);
  ck_assert_uint_eq (after.projects, before.projects - 1);
  ck_assert_int_eq (after.amount_fen, before.amount_fen - gone.amount_fen);
  ck_assert_uint_eq (after.findings[0], before.findings[0] - gone.findings[0]);
}
END_TEST

START_TEST (nobody_is_told_after_the_end)
{
  guint told;

  tally_free (tally);
  told = times;
  for (int i = 0; i < 20; i++)
    {
      g_usleep (5000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  ck_assert_uint_eq (times, told);
  tally = tally_new (db_get_path (db), changed_cb, &times);
  wait_for_counts ();
  ck_assert_uint_gt (times, told);
}
END_TEST

START_TEST (a_file_that_is_gone_is_not_counted)
{
  TreeKey  key = { TREE_YEAR, 2025 };
  TallySum sum;

  tally_free (tally);
  tally = tally_new ("/nowhere/tally.jixiao", changed_cb, &times);
  for (int i = 0; i < 10; i++)
    {
      g_usleep (5000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  ck_assert (!tally_get (tally, &key, 0, &sum));
}
END_TEST

static Suite *
tally_suite (void)
{
  Suite *suite = suite_create ("tally");
  TCase *tests = tcase_create ("tally");

  tcase_add_checked_fixture (tests, set_up, tear_down);
  tcase_add_test (tests, a_sum_is_that_of_the_findings);
  tcase_add_test (tests, a_year_is_the_sum_of_its_documents);
  tcase_add_test (tests, an_edit_is_counted_at_once);
  tcase_add_test (tests, a_document_is_counted_again_as_a_whole);
  tcase_add_test (tests, what_is_removed_no_longer_counts);
  tcase_add_test (tests, nobody_is_told_after_the_end);
  tcase_add_test (tests, a_file_that_is_gone_is_not_counted);
  suite_add_tcase (suite, tests);
  return suite;
}

int
main (void)
{
  return suite_run (tally_suite ());
}
