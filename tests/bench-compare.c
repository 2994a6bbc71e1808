/* tests/bench-compare.c — how fast two years are compared, and whether what is reported
 * is what was edited.
 *
 *   bench-compare [PROJECTS [FILE]]   a made-up text of so many projects of ten rows,
 * and the next year's with known edits
 *
 * FILE.jixiao gets both texts, FILE-before.jixiao and FILE-after.jixiao one each, for
 * other programs to compare.  Timings never decide a test: this program is run by hand.
 */

#include "app/compare/comparison.h"
#include "app/reading/reading.h"
#include "tests/second-year.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define ROWS    10 /* of a project */
#define REPEATS 5
#define SEED    7

static Db *
open_with (const char *path, Document *one, Document *other)
{
  g_autoptr (GError) error = NULL;
  g_auto (DbTxn) txn = { NULL };
  Db *db;

  g_remove (path);
  db = db_open (path, DB_OPEN_CREATE, &error);
  if (db == NULL || !db_txn_begin (&txn, db, &error) ||
      !document_store (db, one, &error) ||
      (other != NULL && !document_store (db, other, &error)) ||
      !reading_refresh (db, &error) || !db_txn_commit (&txn, &error))
    g_error ("%s", error->message);
  return db;
}

static void
make_apart (const char *file, const char *which, guint projects, gboolean is_after)
{
  g_autoptr (SecondYear) years = second_year_new (projects, ROWS, 0, SEED);
  g_autofree char *path = g_strdup_printf ("%s-%s.jixiao", file, which);

  db_close (open_with (path, is_after ? years->after : years->before, NULL));
}

static void
print_truth (const SecondYear *years, const Comparison *comparison)
{
  g_print (
      "indicators: before %u, after %u\n",
      comparison->n_rows[COMPARISON_SAME] + comparison->n_rows[COMPARISON_CHANGED] +
          comparison->n_rows[COMPARISON_TARGET] +
          comparison->n_rows[COMPARISON_REMOVED],
      comparison->n_rows[COMPARISON_SAME] + comparison->n_rows[COMPARISON_CHANGED] +
          comparison->n_rows[COMPARISON_TARGET] + comparison->n_rows[COMPARISON_ADDED]);
  g_print ("reported: added %u, removed %u, changed %u, moved %u\n",
           comparison->n_rows[COMPARISON_ADDED], comparison->n_rows[COMPARISON_REMOVED],
           comparison->n_rows[COMPARISON_CHANGED] +
               comparison->n_rows[COMPARISON_TARGET],
           comparison->n_moved);
  g_print (
      "true:     added %u, removed %u, changed %u, moved %u (%u were taken elsewhere,"
      " some of them back or past one another)\n",
      years->added, years->removed,
      g_hash_table_size (years->changed) + g_hash_table_size (years->renamed) +
          g_hash_table_size (years->targets),
      years->displaced, g_hash_table_size (years->moved));
}

/* Nobody can tell such a row from the one that went: it was made with its words, and
 * its target too.  */
static gboolean
is_word_for_word (const LineageRow *row)
{
  return row->before != NULL && strcmp (row->before->name, row->after->name) == 0 &&
         strcmp (row->before->value_text, row->after->value_text) == 0;
}

static guint
count_right (const SecondYear *years, guint *all, guint *ambiguous)
{
  g_autoptr (GPtrArray) tables = lineage_propose (years->before, years->after, NULL);
  guint right = 0;

  *all = *ambiguous = 0;
  for (guint i = 0; i < tables->len; i++)
    {
      const LineageTable *table = tables->pdata[i];

      for (guint k = 0; k < table->rows->len; k++)
        {
          const LineageRow *row = table->rows->pdata[k];
          gboolean          is_right =
              row->after != NULL &&
              g_hash_table_lookup (years->rows, row->after) == row->before;

          *all += row->after != NULL;
          right += is_right;
          *ambiguous += row->after != NULL && !is_right && is_word_for_word (row);
        }
    }
  return right;
}

int
main (int argc, char **argv)
{
  guint projects = argc > 1 ? (guint) atoi (argv[1]) : 2000;
  g_autoptr (SecondYear) years = second_year_new (projects, ROWS, 0, SEED);
  const char      *file = argc > 2 ? argv[2] : NULL;
  g_autofree char *path = g_strdup_printf ("%s.jixiao", file ? file : "bench-compare");
  g_autoptr (Db) db = open_with (path, years->before, years->after);
  double best = G_MAXDOUBLE;
  guint  right, all, ambiguous;

  for (int i = 0; i < REPEATS; i++)
    {
      clock_t start = clock (); /* of this program alone, however busy the machine is */
      g_autoptr (Comparison) comparison =
          comparison_new (db, years->before->record.id, years->after->record.id, FALSE,
                          NULL, NULL);

      best = MIN (best, (double) (clock () - start) / CLOCKS_PER_SEC);
      if (i == 0)
        print_truth (years, comparison);
    }
  right = count_right (years, &all, &ambiguous);
  g_print (
      "pairs right: %u of %u (%.2f %%); of the others %u are new rows made word for"
      " word as one that went\n",
      right, all, 100.0 * right / all, ambiguous);
  g_print (
      "compared, with reading both from the file: %.3f s of processor (best of %d)\n",
      best, REPEATS);
  if (file == NULL)
    g_remove (path);
  else
    {
      make_apart (file, "before", projects, FALSE);
      make_apart (file, "after", projects, TRUE);
    }
  return 0;
}
