/* tests/test-lineage.c — what continues what, in pairs of years with known edits. */

#include "app/compare/lineage.h"
#include "tests/second-year.h"
#include "tests/suite.h"

#include <stdio.h>

/* The share of what exists on either side that is paired as it was made, per thousand.
 */
static guint
right_rows (const SecondYear *years, guint *wrong)
{
  g_autoptr (GPtrArray) tables = lineage_propose (years->before, years->after, NULL);
  guint right = 0, all = 0;

  for (guint i = 0; i < tables->len; i++)
    {
      const LineageTable *table = tables->pdata[i];

      for (guint k = 0; k < table->rows->len; k++)
        {
          const LineageRow *row = table->rows->pdata[k];

          if (row->after == NULL)
            continue;
          all++;
          right += g_hash_table_lookup (years->rows, row->after) == row->before;
        }
    }
  *wrong = all - right;
  return right * 1000 / all;
}

static guint
right_tables (const SecondYear *years)
{
  g_autoptr (GPtrArray) tables = lineage_propose (years->before, years->after, NULL);
  guint right = 0, all = 0;

  for (guint i = 0; i < tables->len; i++)
    {
      const LineageTable *table = tables->pdata[i];

      if (table->after == NULL)
        continue;
      all++;
      right += g_hash_table_lookup (years->tables, table->after) == table->before;
    }
  return right * 1000 / all;
}

START_TEST (nearly_all_pairs_are_right_before_anybody_confirms)
{
  g_autoptr (SecondYear) years = second_year_new (100, 12, 0, (guint) _i);
  guint wrong;

  ck_assert_uint_ge (right_tables (years), 990);
  ck_assert_uint_ge (right_rows (years, &wrong), 990);
}
END_TEST

START_TEST (misread_characters_do_no_harm)
{
  g_autoptr (SecondYear) years = second_year_new (100, 12, 25, (guint) _i);
  guint wrong;

  ck_assert_uint_ge (right_tables (years), 980);
  ck_assert_uint_ge (right_rows (years, &wrong), 980);
}
END_TEST

static gboolean
is_near (guint reported, guint made)
{
  return ABS ((int) reported - (int) made) <= 1 + (int) made / 50;
}

/* A row made with the words of one that went is no change, and nobody can know. */
START_TEST (what_is_reported_is_what_was_made)
{
  g_autoptr (SecondYear) years = second_year_new (300, 12, 0, (guint) _i);
  g_autoptr (GPtrArray) tables = lineage_propose (years->before, years->after, NULL);
  guint added = 0, removed = 0, moved = 0;

  for (guint i = 0; i < tables->len; i++)
    {
      const LineageTable *table = tables->pdata[i];

      for (guint k = 0; k < table->rows->len; k++)
        {
          const LineageRow *row = table->rows->pdata[k];

          added += row->before == NULL;
          removed += row->after == NULL;
          moved += row->is_moved || row->from != NULL;
        }
    }
  ck_assert_msg (is_near (added, years->added), "%u %u", added, years->added);
  ck_assert_msg (is_near (removed, years->removed), "%u %u", removed, years->removed);
  ck_assert_msg (is_near (moved, years->displaced), "%u %u", moved, years->displaced);
}
END_TEST

static Suite *
lineage_suite (void)
{
  Suite *suite = suite_create ("lineage");
  TCase *tcase = tcase_create ("lineage");

  tcase_add_loop_test (tcase, nearly_all_pairs_are_right_before_anybody_confirms, 1, 6);
  tcase_add_loop_test (tcase, what_is_reported_is_what_was_made, 1, 6);
  tcase_add_loop_test (tcase, misread_characters_do_no_harm, 1, 4);
  suite_add_tcase (suite, tcase);
  return suite;
}

int
main (void)
{
  return suite_run (lineage_suite ());
}
