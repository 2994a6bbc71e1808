/* tests/bench.c — how fast, as ratios measured in one run.
 *
 *   bench DOCUMENT [PROJECTS]
 *
 * DOCUMENT is a text that jixiao import reads; a large file is made of copies of its
 * projects.  Timings never decide a test: this program is run by hand.
 */

#include "app/form/form.h"
#include "app/import/import.h"
#include "app/reading/reading.h"
#include "db/finding.h"
#include "db/project.h"
#include "db/rule.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#define SMALL_FILE 100 /* projects */
#define REPEATS    200
#define TURNS      3
#define DEAREST    8
#define PLACE      "document_id, project_id, indicator_id, field"

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

/* Median seconds from a changed cell to the findings of its project; the disk, which
 * the end of the transaction waits for, is left aside.  */
static double
median_of_an_edit (Db *db, guint projects)
{
  g_autoptr (sqlite3_stmt) edit =
      db_prepare (db,
                  "UPDATE indicator SET value_text = value_text || '0' WHERE id ="
                  " (SELECT min(id) FROM indicator WHERE project_id = :project)",
                  NULL);
  double times[REPEATS];

  for (int i = 0; i < REPEATS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      gint64 project = 1 + (gint64) i * (projects - 1) / REPEATS;
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof project);
      g_autoptr (GPtrArray) findings = NULL;
      g_auto (DbTxn) txn = { NULL };

      g_array_append_val (ids, project);
      db_txn_begin (&txn, db, NULL);
      db_bind_int (edit, ":project", project);
      db_run (edit, NULL);
      reading_refresh (db, NULL);
      findings = finding_of_projects (db, ids, NULL);
      times[i] = seconds_since (start);
      db_txn_commit (&txn, NULL);
    }
  qsort (times, REPEATS, sizeof *times, compare_doubles);
  return times[REPEATS / 2];
}

#define LENGTH(column) "coalesce(length(" column "), 0)"

/* One plain scan of the columns that the rules are about. */
static double
seconds_of_the_scan (Db *db)
{
  static const char *const scans[] = {
    "SELECT max(" LENGTH ("level1") "+" LENGTH ("level2") "+" LENGTH ("name") "+" LENGTH ("description") "+" LENGTH (
        "criterion") "+" LENGTH ("operator_text") "+" LENGTH ("value_text") "+" LENGTH ("unit_text") "+" LENGTH ("basis") ") FROM indicator",
    "SELECT max(" LENGTH ("heading") "+" LENGTH ("title_row_name") "+" LENGTH ("code") "+" LENGTH (
        "name") "+" LENGTH ("amount_text") "+" LENGTH ("purpose") ") FROM project",
    "SELECT max(" LENGTH ("text") ") FROM goal",
    "SELECT max(" LENGTH ("label") "+" LENGTH ("percent_text") ") FROM plan_point",
    "SELECT max(" LENGTH ("amount_text") ") FROM funding",
  };
  double seconds = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (scans); i++)
    seconds += seconds_of (db, scans[i]);
  return seconds;
}

/* How long a rule took to be asked, at best. */
typedef struct {
  const char *rule;
  double      places, sentences; /* seconds */
} RuleTime;

/* Seconds to list some columns of a rule's places, of which there are n. */
static double
seconds_of_rule (Db *db, const char *rule, const char *columns, gint64 *n)
{
  g_autofree char *view = g_strdelimit (g_strdup (rule), "-", '_');
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM rule_%s", columns, view);
  g_autoptr (sqlite3_stmt) q = db_prepare (db, sql, NULL);
  gint64 start = g_get_monotonic_time ();

  for (*n = 0; db_step (q, NULL) == DB_ROW;)
    ++*n;
  return seconds_since (start);
}

static int
compare_times (gconstpointer one, gconstpointer other)
{
  const RuleTime *a = one, *b = other;

  return (a->sentences < b->sentences) - (a->sentences > b->sentences);
}

static void
print_dearest (GArray *times)
{
  g_array_sort (times, compare_times);
  g_print ("the dearest rules, places and sentences:");
  for (guint i = 0; i < MIN (times->len, DEAREST); i++)
    {
      const RuleTime *time = &g_array_index (times, RuleTime, i);

      g_print (" %s %.3f %.3f s;", time->rule, time->places, time->sentences);
    }
  g_print ("\n");
}

/* Each is asked several times in turns with the scan, and its best time counts: others
 * use the machine too.  */
static void
measure_whole_file (Db *db)
{
  g_autoptr (GPtrArray) rules = rule_list (db, NULL);
  g_autoptr (GArray) times = g_array_new (FALSE, TRUE, sizeof (RuleTime));
  double scan = seconds_of_the_scan (db), places = 0, sentences = 0;
  gint64 all = 0;

  g_array_set_size (times, rules->len);
  for (int turn = 0; turn < TURNS; turn++)
    {
      scan = MIN (scan, seconds_of_the_scan (db));
      for (guint i = 0; i < rules->len; i++)
        {
          RuleTime *time = &g_array_index (times, RuleTime, i);
          gint64    n = 0;
          double    found, said;

          time->rule = ((Rule *) rules->pdata[i])->id;
          found = seconds_of_rule (db, time->rule, PLACE, &n);
          said = seconds_of_rule (db, time->rule, PLACE ", message", &n);
          time->places = turn == 0 ? found : MIN (time->places, found);
          time->sentences = turn == 0 ? said : MIN (time->sentences, said);
          all += turn == 0 ? n : 0;
        }
    }
  for (guint i = 0; i < times->len; i++)
    {
      places += g_array_index (times, RuleTime, i).places;
      sentences += g_array_index (times, RuleTime, i).sentences;
    }
  g_print ("whole file: plain scan of the texts %.3f s; %" G_GINT64_FORMAT
           " places of all rules %.3f s, %.1f times; their sentences too %.3f s, %.1f "
           "times\n",
           scan, all, places, places / scan, sentences, sentences / scan);
  print_dearest (times);
}

static void
measure (const char *document, guint projects)
{
  g_autofree char *folder = g_dir_make_tmp ("jixiao-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bench.jixiao", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (Db) db = db_open (path, DB_OPEN_CREATE, &error);
  double findings, edit, cells, opening;
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
  edit = median_of_an_edit (db, projects);
  g_print ("one project: an edit and its findings %.2f ms, findings %.2f ms, form cells"
           " %.2f ms\n",
           edit * 1e3, findings * 1e3, cells * 1e3);
  measure_whole_file (db);

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
