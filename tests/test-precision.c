/* tests/test-precision.c — sound texts are left in peace, slips are found. */

#include "app/check/check.h"
#include "app/reading/reading.h"
#include "tests/corpus.h"
#include "tests/slips.h"
#include "tests/suite.h"

#define SOUND 6 /* texts of each form */

START_TEST (nothing_at_all_is_said_of_a_sound_text)
{
  guint       forms = g_strv_length ((char **) corpus_forms);
  const char *form = corpus_forms[_i % forms];
  GRand      *draw = g_rand_new_with_seed (_i);
  guint       projects = 3 + _i % (corpus_themes - 2);
  g_autoptr (Document) document = corpus_document (draw, form, "某县某局", projects);
  g_autoptr (Db) db = db_open (":memory:", DB_OPEN_CREATE, NULL);
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *text = NULL;

  ck_assert (document_store (db, document, NULL));
  ck_assert (reading_refresh (db, NULL));
  findings = check_findings (db, NULL, NULL);
  text = check_text (findings);
  ck_assert_msg (findings->len == 0, "%s", text);
  g_rand_free (draw);
}
END_TEST

START_TEST (slips_are_found_and_little_else)
{
  g_autoptr (Precision) precision = slips_measure (_i, 20);
  g_autofree char *lines = NULL;

  g_ptr_array_add (precision->lines, NULL);
  lines = g_strjoinv ("\n", (char **) precision->lines->pdata);
  ck_assert_uint_gt (precision->slips, 30);
  ck_assert_msg (precision->found == precision->slips, "%s", lines);
  ck_assert_msg (slips_false_rate (precision) <= 1, "%s", lines);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("precision");
  TCase *tcase = tcase_create ("precision");

  tcase_add_loop_test (tcase, nothing_at_all_is_said_of_a_sound_text, 0, 5 * SOUND);
  tcase_add_loop_test (tcase, slips_are_found_and_little_else, 0, 3);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
