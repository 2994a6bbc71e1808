/* tests/test-lineage-edit.c — 沿革 as a person settles it: said, said otherwise, taken
 * back, confirmed in one go; each is one step that can be undone.
 */

#include "app/compare/lineage-edit.h"
#include "app/edit/undo.h"
#include "app/reading/reading.h"
#include "db/lineage.h"
#include "tests/record-file.h"
#include "tests/suite.h"
#include "tests/written.h"

#include <string.h>

#define NONE DB_NULL

static gint64 before, after;                /* texts */
static gint64 old_tables[3], new_tables[3]; /* the first: overall */
static gint64 old_rows[2], new_rows[2];     /* of the second table */

static gint64
store (int year, gint64 tables[3], gint64 rows[2])
{
  g_autoptr (Document) document = written_document (year, 2, 7);
  g_auto (DbTxn) txn = { NULL };

  ck_assert (db_txn_begin (&txn, db, NULL));
  ck_assert (document_store (db, document, NULL));
  ck_assert (reading_refresh (db, NULL));
  ck_assert (db_txn_commit (&txn, NULL));
  for (guint i = 0; i < 3; i++)
    tables[i] = ((Project *) document->projects->pdata[i])->record.id;
  for (guint i = 0; i < 2; i++)
    rows[i] =
        ((Indicator *) ((Project *) document->projects->pdata[1])->indicators->pdata[i])
            ->record.id;
  return document->record.id;
}

static void
setup (void)
{
  open_empty ();
  before = store (2023, old_tables, old_rows);
  after = store (2024, new_tables, new_rows);
}

static gboolean
say (LineageClaim claim)
{
  return lineage_edit_say (db, after, &claim, 1, NULL);
}

static LineageClaim
table (guint later, gint64 earlier)
{
  return (LineageClaim){ new_tables[later], NONE, earlier, NONE };
}

/* What is said of a table (row 0) or row: the earlier id, 0: it is new, -1: nothing. */
static gint64
said (gint64 project, gint64 row)
{
  GPtrArray *all = lineage_of_document (db, after, NULL);
  gint64     found = -1;

  for (guint i = 0; i < all->len; i++)
    {
      const Lineage *one = all->pdata[i];
      gint64 earlier = row != 0 ? one->earlier_indicator_id : one->earlier_project_id;

      if (one->project_id == project &&
          one->indicator_id == (row != 0 ? row : (gint64) NONE))
        found = earlier == NONE ? 0 : earlier;
    }
  db_record_array_free (&lineage_table, all);
  return found;
}

static guint
actions (void)
{
  return (guint) number ("SELECT count(*) FROM action");
}

static void
undo (void)
{
  g_autofree char *label = NULL;

  ck_assert (undo_step (db, ACTION_UNDO, &label, NULL));
  ck_assert_ptr_nonnull (strstr (label, "沿革"));
}

START_TEST (a_table_continues_another_and_that_is_undone)
{
  guint n = actions ();

  ck_assert (say (table (1, old_tables[2])));
  ck_assert_uint_eq (actions (), n + 1);
  ck_assert_int_eq (said (new_tables[1], 0), old_tables[2]);
  undo ();
  ck_assert_int_eq (said (new_tables[1], 0), -1);
}
END_TEST

START_TEST (what_is_said_last_counts)
{
  ck_assert (say (table (1, old_tables[2])));
  ck_assert (say (table (1, old_tables[1])));
  ck_assert_int_eq (said (new_tables[1], 0), old_tables[1]);
  ck_assert (say (table (1, NONE)));
  ck_assert_int_eq (said (new_tables[1], 0), 0);
}
END_TEST

START_TEST (nothing_is_continued_twice)
{
  ck_assert (say (table (1, old_tables[1])));
  ck_assert (say (table (2, old_tables[1])));
  ck_assert_int_eq (said (new_tables[2], 0), old_tables[1]);
  ck_assert_int_eq (said (new_tables[1], 0), -1);
  /* Two may be new. */
  ck_assert (say (table (1, NONE)));
  ck_assert (say (table (2, NONE)));
  ck_assert_int_eq (said (new_tables[1], 0), 0);
  ck_assert_int_eq (said (new_tables[2], 0), 0);
}
END_TEST

START_TEST (a_row_finds_the_table_of_the_one_it_continues)
{
  ck_assert (say ((LineageClaim){ new_tables[1], new_rows[0], NONE, old_rows[1] }));
  ck_assert_int_eq (said (new_tables[1], new_rows[0]), old_rows[1]);
  ck_assert_int_eq (number ("SELECT earlier_project_id FROM lineage"), old_tables[1]);
  /* Of the row, not of its table. */
  ck_assert_int_eq (said (new_tables[1], 0), -1);
}
END_TEST

START_TEST (rows_are_swapped_in_one_step)
{
  const LineageClaim claims[] = {
    { new_tables[1], new_rows[0], NONE, old_rows[1] },
    { new_tables[1], new_rows[1], NONE, old_rows[0] },
  };
  guint n = actions ();

  ck_assert (say ((LineageClaim){ new_tables[1], new_rows[0], NONE, old_rows[0] }));
  ck_assert (lineage_edit_say (db, after, claims, 2, NULL));
  ck_assert_uint_eq (actions (), n + 2);
  ck_assert_int_eq (said (new_tables[1], new_rows[0]), old_rows[1]);
  ck_assert_int_eq (said (new_tables[1], new_rows[1]), old_rows[0]);
  undo ();
  ck_assert_int_eq (said (new_tables[1], new_rows[0]), old_rows[0]);
  ck_assert_int_eq (said (new_tables[1], new_rows[1]), -1);
}
END_TEST

/* How much is said of tables. */
static gint64
claims (void)
{
  return number ("SELECT count(*) FROM lineage WHERE indicator_id IS NULL");
}

static GPtrArray *
proposed (Document **earlier, Document **later)
{
  GPtrArray *all = lineage_of_document (db, after, NULL);
  GPtrArray *tables;

  *earlier = document_load (db, before, NULL);
  *later = document_load (db, after, NULL);
  tables = lineage_propose (*earlier, *later, all);
  db_record_array_free (&lineage_table, all);
  return tables;
}

START_TEST (one_becomes_two_and_two_become_one)
{
  const LineageClaim kept = table (1, old_tables[1]), split = table (2, old_tables[1]);
  const LineageClaim merged = table (1, old_tables[2]);
  g_autoptr (Document) earlier = NULL, later = NULL;
  g_autoptr (GPtrArray) tables = NULL;
  guint n = actions ();

  ck_assert (lineage_edit_fork (db, after, &kept, &split, NULL));
  ck_assert_uint_eq (actions (), n + 1);
  tables = proposed (&earlier, &later);
  ck_assert_uint_eq (tables->len, 4);
  for (guint i = 0; i < tables->len; i++)
    {
      const LineageTable *one = tables->pdata[i];
      gint64              id = one->after != NULL ? one->after->record.id : 0;

      ck_assert_int_eq (one->is_confirmed, id == new_tables[1] || id == new_tables[2]);
      ck_assert (id != new_tables[1] || one->before->record.id == old_tables[1]);
      ck_assert (id != new_tables[2] || one->before == NULL);
      ck_assert (id != new_tables[2] || one->origin->record.id == old_tables[1]);
    }
  /* The other way round: what was said of the split stays. */
  ck_assert (lineage_edit_fork (db, after, &kept, &merged, NULL));
  ck_assert_int_eq (claims (), 3);
  g_clear_pointer (&tables, g_ptr_array_unref);
  document_free (earlier);
  document_free (later);
  tables = proposed (&earlier, &later);
  for (guint i = 0; i < tables->len; i++)
    {
      const LineageTable *one = tables->pdata[i];

      if (one->before != NULL && one->before->record.id == old_tables[2])
        {
          ck_assert_ptr_null (one->after);
          ck_assert_int_eq (one->heir->record.id, new_tables[1]);
          ck_assert (one->is_confirmed);
        }
    }
  /* A plain claim is the last word again. */
  ck_assert (say (table (2, old_tables[1])));
  ck_assert_int_eq (claims (), 1);
  undo ();
  undo ();
  undo ();
  ck_assert_int_eq (claims (), 0);
}
END_TEST

START_TEST (what_a_person_calls_new_is_confirmed)
{
  g_autoptr (Document) earlier = NULL, later = NULL;
  g_autoptr (GPtrArray) tables = NULL;

  ck_assert (say (table (2, NONE)));
  ck_assert (say ((LineageClaim){ new_tables[1], new_rows[0], NONE, NONE }));
  tables = proposed (&earlier, &later);
  for (guint i = 0; i < tables->len; i++)
    {
      const LineageTable *one = tables->pdata[i];
      gboolean is_said = one->after && one->after->record.id == new_tables[2];

      ck_assert_int_eq (one->is_confirmed, is_said);
      for (guint k = 0; k < one->rows->len; k++)
        {
          const LineageRow *row = one->rows->pdata[k];

          ck_assert_int_eq (row->is_confirmed,
                            row->after && row->after->record.id == new_rows[0]);
        }
    }
}
END_TEST

START_TEST (rows_go_on_one_by_one)
{
  const LineageClaim claims[] = {
    { new_tables[1], new_rows[0], NONE, old_rows[0] },
    { new_tables[1], new_rows[1], NONE, old_rows[0] },
  };
  g_autoptr (GError) error = NULL;

  ck_assert (!lineage_edit_say (db, after, claims, 2, &error));
  ck_assert_ptr_nonnull (strstr (error->message, "一行"));
}
END_TEST

START_TEST (what_was_said_is_taken_back)
{
  guint n;

  ck_assert (say (table (1, old_tables[2])));
  ck_assert (say ((LineageClaim){ new_tables[1], new_rows[0], NONE, old_rows[1] }));
  ck_assert (lineage_edit_forget (db, new_tables[1], NONE, &n, NULL));
  ck_assert_uint_eq (n, 1);
  ck_assert (lineage_edit_forget (db, new_tables[1], NONE, &n, NULL));
  ck_assert_uint_eq (n, 0);
  ck_assert_int_eq (said (new_tables[1], 0), -1);
  ck_assert_int_eq (said (new_tables[1], new_rows[0]), old_rows[1]);
  ck_assert (lineage_edit_forget (db, new_tables[1], new_rows[0], &n, NULL));
  ck_assert_int_eq (said (new_tables[1], new_rows[0]), -1);
  undo ();
  ck_assert_int_eq (said (new_tables[1], new_rows[0]), old_rows[1]);
}
END_TEST

START_TEST (a_row_that_is_not_there_is_refused)
{
  g_autofree char *hash = written_hash (db), *later = NULL;
  guint            n = actions ();

  ck_assert (!say ((LineageClaim){ new_tables[1], new_rows[0], NONE, 99999 }));
  later = written_hash (db);
  ck_assert_str_eq (hash, later);
  ck_assert_uint_eq (actions (), n);
}
END_TEST

/* Proposes, with what was said, and confirms what is at least so sure. */
static guint
confirm (int least)
{
  g_autoptr (Document) one = document_load (db, before, NULL);
  g_autoptr (Document) other = document_load (db, after, NULL);
  GPtrArray *told = lineage_of_document (db, after, NULL);
  g_autoptr (GPtrArray) tables = lineage_propose (one, other, told);
  guint n = 0;

  ck_assert (lineage_edit_confirm (db, after, tables, least, &n, NULL));
  db_record_array_free (&lineage_table, told);
  return n;
}

START_TEST (all_that_is_sure_is_confirmed_in_one_step)
{
  guint n = actions ();
  guint pairs =
      (guint) number ("SELECT (SELECT count(*) FROM project WHERE document_id ="
                      " (SELECT max(id) FROM document))"
                      " + (SELECT count(*) FROM indicator JOIN project p"
                      " ON p.id = project_id WHERE p.document_id ="
                      " (SELECT max(id) FROM document))");

  /* The texts of both years are word for word the same. */
  ck_assert_uint_eq (confirm (900), pairs);
  ck_assert_uint_eq (actions (), n + 1);
  ck_assert_int_eq (said (new_tables[2], 0), old_tables[2]);
  ck_assert_int_eq (said (new_tables[1], new_rows[1]), old_rows[1]);
  /* What is confirmed needs it no more. */
  ck_assert_uint_eq (confirm (900), 0);
  ck_assert_uint_eq (actions (), n + 1);
  undo ();
  ck_assert_int_eq (number ("SELECT count(*) FROM lineage"), 0);
}
END_TEST

START_TEST (confirming_leaves_what_was_said_alone)
{
  ck_assert (say ((LineageClaim){ new_tables[1], new_rows[0], NONE, old_rows[1] }));
  ck_assert (say ((LineageClaim){ new_tables[1], new_rows[1], NONE, NONE }));
  ck_assert_uint_gt (confirm (900), 0);
  ck_assert_int_eq (said (new_tables[1], new_rows[0]), old_rows[1]);
  ck_assert_int_eq (said (new_tables[1], new_rows[1]), 0);
}
END_TEST

START_TEST (nothing_is_sure_enough)
{
  guint n = actions ();

  ck_assert_uint_eq (confirm (1001), 0);
  ck_assert_uint_eq (actions (), n);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("lineage-edit");
  TCase *tcase = tcase_create ("lineage-edit");

  tcase_add_checked_fixture (tcase, setup, close_file);
  tcase_add_test (tcase, a_table_continues_another_and_that_is_undone);
  tcase_add_test (tcase, what_is_said_last_counts);
  tcase_add_test (tcase, nothing_is_continued_twice);
  tcase_add_test (tcase, a_row_finds_the_table_of_the_one_it_continues);
  tcase_add_test (tcase, rows_are_swapped_in_one_step);
  tcase_add_test (tcase, one_becomes_two_and_two_become_one);
  tcase_add_test (tcase, what_a_person_calls_new_is_confirmed);
  tcase_add_test (tcase, rows_go_on_one_by_one);
  tcase_add_test (tcase, what_was_said_is_taken_back);
  tcase_add_test (tcase, a_row_that_is_not_there_is_refused);
  tcase_add_test (tcase, all_that_is_sure_is_confirmed_in_one_step);
  tcase_add_test (tcase, confirming_leaves_what_was_said_alone);
  tcase_add_test (tcase, nothing_is_sure_enough);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
