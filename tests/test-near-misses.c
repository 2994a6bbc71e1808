/* tests/test-near-misses.c — rules keep silent of what is unusual and right. */

#include "app/check/check.h"
#include "app/reading/reading.h"
#include "tests/near-misses.h"
#include "tests/record-file.h"
#include "tests/rules-cases.h"
#include "tests/suite.h"

/* All in one process: the changes are rolled back. */
START_TEST (no_rule_minds_what_is_right)
{
  g_autoptr (GString) report = g_string_new (NULL);

  for (gsize i = 0; i < n_near_misses; i++)
    {
      g_auto (DbTxn) txn = { NULL };
      g_autoptr (GPtrArray) findings = NULL;

      ck_assert (db_txn_begin (&txn, db, NULL));
      ck_assert_msg (db_exec (db, near_misses[i].change, NULL), "%s",
                     near_misses[i].change);
      ck_assert (reading_refresh (db, NULL));
      findings = check_findings (db, NULL, NULL);
      for (guint k = 0; k < findings->len; k++)
        g_string_append_printf (report, "\n%s: %s: %s", near_misses[i].what,
                                ((Finding *) findings->pdata[k])->rule,
                                ((Finding *) findings->pdata[k])->message);
    }
  ck_assert_msg (report->len == 0, "%s", report->str);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("near-misses");
  TCase *tcase = tcase_create ("near-misses");

  tcase_add_unchecked_fixture (tcase, open_sound, close_file);
  tcase_add_test (tcase, no_rule_minds_what_is_right);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
