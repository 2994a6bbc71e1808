/* tests/bench.c — how fast, as ratios measured in one run.
 *
 *   bench DOCUMENT [PROJECTS]
 *
 * DOCUMENT is a text that jixiao import reads; a large file is made of copies of its
 * projects.  Timings never decide a test: this program is run by hand.
 */

#include "app/form.h"
#include "app/import/import.h"
#include "app/reading.h"
#include "db/project.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#define SMALL_FILE 100 /* projects */
#define REPEATS             200

static double
seconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static void
stop_on (GError *error)
{
  if (error == NULL)
    return;
  g_printerr ("bench: %s\n", error->message);
  exit (1);
}

/* The document as often as it takes, each time under a department of its own. */
static void
fill (Db *db, const char *path, guint projects)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Import) import = import_read (path, &error);
  g_auto (DbTxn) txn = { NULL };
  Document *document;
  guint     made = 0;

  stop_on (error);
  document = ((Proposal *) import->proposals->pdata[0])->document;

  db_txn_begin (&txn, db, &error);
  stop_on (error);
  db_exec (db, "INSERT INTO recording VALUES (1, NULL, 0)", &error);
  while (made < projects)
    {
      g_free (document->department);
      document->department = g_strdup_printf ("第%u局", made);
      document_store (db, document, &error);
      stop_on (error);
      made += document->projects->len;
    }
  db_exec (db, "DELETE FROM recording", &error);
  reading_refresh (db, &error);
  stop_on (error);
  db_txn_commit (&txn, &error);
  stop_on (error);
}

/* Median seconds of running the query for projects spread over the file. */
static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median_of_one_project (Db *db, const char *sql, guint projects)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (db, sql, NULL);
  double times[REPEATS];

  for (int i = 0; i < REPEATS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      db_bind_int (q, ":project", 1 + (gint64) i * (projects - 1) / REPEATS);
      db_run (q, NULL);
      times[i] = seconds_since (start);
    }
  qsort (times, REPEATS, sizeof *times, compare_doubles);
  return times[REPEATS / 2];
}

static double
seconds_of (Db *db, const char *sql)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (db, sql, NULL);
  gint64 start = g_get_monotonic_time ();

  db_run (q, NULL);
  return seconds_since (start);
}

static void
measure (const char *document, guint projects)
{
  g_autofree char *folder = g_dir_make_tmp ("jixiao-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bench.jixiao", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (Db) db = db_open (path, DB_OPEN_CREATE, &error);
  double findings, cells, all, scan, opening;
  gint64 start;

  stop_on (error);
  start = g_get_monotonic_time ();
  fill (db, document, projects);
  g_print ("%u projects stored and read in %.1f s\n", projects, seconds_since (start));

  findings =
      median_of_one_project (db, "SELECT * FROM finding WHERE project_id = :project",
                             projects);
  cells = median_of_one_project (
      db, "SELECT * FROM form_cell WHERE project_id = :project ORDER BY row, col",
      projects);
  g_print ("one project: findings %.2f ms, form cells %.2f ms\n", findings * 1e3,
           cells * 1e3);

  seconds_of (db,
              "SELECT count(*) FROM indicator WHERE instr(name || basis, 'zz') > 0");
  scan =
      seconds_of (db,
                  "SELECT max(length(coalesce(level1,'')) + length(coalesce(level2,''))"
                  " + length(coalesce(name,'')) + length(coalesce(description,''))"
                  " + length(coalesce(value_text,'')) + length(coalesce(unit_text,''))"
                  " + length(coalesce(basis,''))) FROM indicator");
  all = seconds_of (db, "SELECT rule, count(*) FROM finding GROUP BY rule");
  g_print ("whole file: all rules %.3f s, plain scan of the texts %.3f s: %.1f times\n",
           all, scan, all / scan);

  g_clear_pointer (&db, db_close);
  start = g_get_monotonic_time ();
  db = db_open (path, DB_OPEN_WRITE, &error);
  opening = seconds_since (start);
  stop_on (error);
  g_print ("opening the file: %.1f ms\n\n", opening * 1e3);
  g_clear_pointer (&db, db_close);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  guint projects = argc > 2 ? (guint) atoi (argv[2]) : 10000;

  if (argc < 2 || projects < SMALL_FILE)
    {
      g_printerr ("usage: bench DOCUMENT [PROJECTS]\n");
      return 2;
    }
  measure (argv[1], SMALL_FILE);
  measure (argv[1], projects);
  return 0;
}
