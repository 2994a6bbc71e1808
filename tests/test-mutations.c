/* tests/test-mutations.c — a change of a sound document is found by its rule,
 * and by no unrelated one.
 *
 * tests/mutations.tsv lists for each change of tests/rules-cases-*.c that a
 * rule must notice: the rule, which of its changes it is, where the rule fires
 * (project:row), and what else goes with that by its nature.
 * JIXIAO_WRITE_FIRINGS=1 writes it anew, to be read before it is kept.
 */

#include "app/check/check.h"
#include "app/reading/reading.h"
#include "tests/record-file.h"
#include "tests/rules-cases.h"
#include "tests/suite.h"

#include <string.h>

static int
compare_texts (gconstpointer one, gconstpointer other)
{
  return strcmp (*(const char *const *) one, *(const char *const *) other);
}

/* 2:1, 2 for the project, overall:1, - for the document. */
static char *
place_of (const Finding *finding)
{
  g_autofree char *project =
      finding->project_no != DB_NULL
          ? g_strdup_printf ("%d", (int) finding->project_no)
          : g_strdup (finding->project_id == DB_NULL ? "-" : "overall");

  return finding->indicator_no == DB_NULL
             ? g_steal_pointer (&project)
             : g_strdup_printf ("%s:%d", project, (int) finding->indicator_no);
}

/* Sorted, with a blank between. */
static char *
listed (GPtrArray *texts)
{
  g_ptr_array_sort (texts, compare_texts);
  g_ptr_array_add (texts, NULL);
  return g_strjoinv (" ", (char **) texts->pdata);
}

/* The line of a case; the file is as before when this returns. */
static char *
line_of (const RuleCase *c, guint n)
{
  g_auto (DbTxn) txn = { NULL };
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *places = NULL;
  g_autofree char *also = NULL;

  ck_assert (db_txn_begin (&txn, db, NULL));
  ck_assert_msg (db_exec (db, c->change, NULL), "%s", c->change);
  ck_assert (reading_refresh (db, NULL));
  findings = check_findings (db, NULL, NULL);
  for (guint i = 0; i < findings->len; i++)
    {
      const Finding   *finding = findings->pdata[i];
      g_autofree char *place = place_of (finding);

      if (strcmp (finding->rule, c->rule) == 0)
        g_ptr_array_add (own, g_steal_pointer (&place));
      else
        g_ptr_array_add (others, g_strdup_printf ("%s@%s", finding->rule, place));
    }
  places = listed (own);
  also = listed (others);
  return g_strdup_printf ("%s\t%u\t%s\t%s\n", c->rule, n, places, also);
}

static void
add_lines (GString *text, const RuleCase *cases, gsize n_cases)
{
  guint n = 0;

  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *line = NULL;

      n = i > 0 && strcmp (cases[i].rule, cases[i - 1].rule) == 0 ? n + 1 : 1;
      if (cases[i].fires == 0)
        continue;
      line = line_of (&cases[i], n);
      g_string_append (text, line);
    }
}

START_TEST (a_change_is_found_by_its_rule_and_by_no_unrelated_one)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("JIXIAO_DATA"), "..", "tests", "mutations.tsv", NULL);
  g_autofree char *listed_text = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) expected = NULL;
  g_auto (GStrv) got = NULL;

  add_lines (text, target_cases, n_target_cases);
  add_lines (text, project_cases, n_project_cases);
  if (g_getenv ("JIXIAO_WRITE_FIRINGS") != NULL)
    ck_assert (g_file_set_contents (path, text->str, -1, NULL));
  ck_assert (g_file_get_contents (path, &listed_text, NULL, NULL));
  expected = g_strsplit (listed_text, "\n", -1);
  got = g_strsplit (text->str, "\n", -1);
  for (guint i = 0; expected[i] != NULL && got[i] != NULL; i++)
    ck_assert_str_eq (got[i], expected[i]);
  ck_assert_uint_eq (g_strv_length (got), g_strv_length (expected));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("mutations");
  TCase *tcase = tcase_create ("mutations");

  tcase_add_unchecked_fixture (tcase, open_sound, close_file);
  tcase_add_test (tcase, a_change_is_found_by_its_rule_and_by_no_unrelated_one);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
