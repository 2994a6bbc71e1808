/* tests/bench-window.c — how fast the window is, as ratios measured in one run.
 *
 *   bench-window make FILE DOCUMENT PROJECTS
 *                          a file of copies of a document's projects
 *   bench-window FILE…     measures with each, and an empty window
 *
 * Each figure is the median of several runs of this program, which calls itself.
 * Timings never decide a test: this program is run by hand, on a screen (xvfb-run).
 */

#include "app/form/edit.h"
#include "app/search/search.h"
#include "tests/large-file.h"
#include "ui/application.h"
#include "ui/window.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#define RUNS                9
#define EDITS               9
#define PROJECTS_A_DOCUMENT 200

static gint64 start;

static double
milliseconds (void)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static double
resident_megabytes (void)
{
  g_autofree char *status = NULL;
  const char      *line;

  g_file_get_contents ("/proc/self/status", &status, NULL, NULL);
  line = strstr (status, "VmRSS:");
  return g_ascii_strtod (line + strlen ("VmRSS:"), NULL) / 1024;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (double *times, gsize n)
{
  qsort (times, n, sizeof *times, compare);
  return times[n / 2];
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer done)
{
  g_autoptr (GPtrArray) hits = searcher_find_finish (result, NULL);

  *(gboolean *) done = TRUE;
}

static double
median_of_searches (const char *path)
{
  static const char *const queries[] = { "满意度", "动物", "农田管护", "gbzntgh",
                                         "第3局 补助" };
  Searcher                *searcher = searcher_new (path);
  double                   times[G_N_ELEMENTS (queries)];

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      gboolean done = FALSE;

      start = g_get_monotonic_time ();
      searcher_find (searcher, queries[i], NULL, found_cb, &done);
      while (!done)
        g_main_context_iteration (NULL, TRUE);
      times[i] = milliseconds ();
    }
  searcher_unref (searcher);
  return median (times, G_N_ELEMENTS (queries));
}

/* Storing, reading, checking, marking: until the window shows it. */
static double
median_of_edits (UiWindow *window)
{
  double times[EDITS];

  for (guint i = 0; i < EDITS; i++)
    {
      const FormTable *table = ui_form_page_get_table (ui_window_get_form (window));
      const FormCell  *cell = form_edit_find (table, "name", DB_NULL);
      g_autofree char *text = g_strdup_printf ("%u", i);

      start = g_get_monotonic_time ();
      form_edit_set (ui_window_get_db (window), table, cell, text, NULL);
      ui_window_show (window);
      times[i] = milliseconds ();
    }
  return median (times, EDITS);
}

/* The first frame, then the first that shows what is in the file. */
static void
report (GdkFrameClock *clock, gpointer window)
{
  static double first;
  Db           *db = UI_IS_WINDOW (window) ? ui_window_get_db (window) : NULL;

  if (first == 0)
    first = milliseconds ();
  if (UI_IS_WINDOW (window) && db == NULL)
    return;
  g_print ("%.1f %.1f %.1f", first, milliseconds (), resident_megabytes ());
  g_signal_handlers_disconnect_by_func (clock, report, window);
  if (db != NULL)
    {
      g_print (" %.1f", median_of_edits (window));
      g_print (" %.1f", median_of_searches (db_get_path (db)));
    }
  g_print ("\n");
  exit (0);
}

static void
watch (GtkWindow *window)
{
  gtk_widget_realize (GTK_WIDGET (window));
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                    G_CALLBACK (report), window);
  gtk_window_present (window);
}

static void
opened_cb (GApplication *application, gpointer path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *window = ui_window_new (GTK_APPLICATION (application));

  ui_window_open (UI_WINDOW (window), file, NULL);
  watch (GTK_WINDOW (window));
}

static void
empty_cb (GApplication *application)
{
  watch (GTK_WINDOW (gtk_application_window_new (GTK_APPLICATION (application))));
}

/* path NULL: an empty window of GTK alone. */
static int
run_once (const char *path)
{
  g_autoptr (GApplication) application = NULL;

  start = g_get_monotonic_time ();
  if (path != NULL)
    application = G_APPLICATION (ui_application_new ());
  else
    application = G_APPLICATION (gtk_application_new (NULL, 0));
  g_application_set_flags (application, G_APPLICATION_NON_UNIQUE);
  if (path == NULL)
    g_signal_connect (application, "activate", G_CALLBACK (empty_cb), NULL);
  else
    g_signal_connect (application, "startup", G_CALLBACK (opened_cb), (gpointer) path);
  return g_application_run (application, 0, NULL);
}

enum { FIRST_FRAME, CONTENTS, MEMORY, EDIT, SEARCH, N_FIGURES };

/* What is measured with one file, of each run; path NULL: with an empty window. */
typedef struct {
  const char *path;
  double      figures[N_FIGURES][RUNS];
} Series;

static void
measure (const char *program, Series *series, guint run)
{
  const char      *arguments[] = { program, "once", series->path, NULL };
  g_autofree char *output = NULL;
  g_auto (GStrv) words = NULL;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                &output, NULL, NULL, NULL);
  words = g_strsplit (output ? output : "", " ", -1);
  for (guint i = 0; i < N_FIGURES && words[i] != NULL; i++)
    series->figures[i][run] = g_ascii_strtod (words[i], NULL);
}

static void
print (Series *series, double empty)
{
  double medians[N_FIGURES];

  for (guint i = 0; i < N_FIGURES; i++)
    medians[i] = median (series->figures[i], RUNS);
  g_print ("%s: first frame %.0f ms (%.2f times), contents %.0f ms (%.2f times), %.0f "
           "MB, an edit %.1f ms, a search %.1f ms\n",
           series->path ? series->path : "an empty window", medians[FIRST_FRAME],
           medians[FIRST_FRAME] / empty, medians[CONTENTS], medians[CONTENTS] / empty,
           medians[MEMORY], medians[EDIT], medians[SEARCH]);
}

int
main (int argc, char **argv)
{
  g_autofree Series *series = g_new0 (Series, argc);

  setlocale (LC_ALL, "");
  if (argc > 1 && strcmp (argv[1], "once") == 0)
    return run_once (argc > 2 ? argv[2] : NULL);
  if (argc == 5 && strcmp (argv[1], "make") == 0)
    {
      large_file_make (argv[2], argv[3], (guint) atoi (argv[4]), PROJECTS_A_DOCUMENT);
      return 0;
    }
  if (argc < 2)
    {
      g_printerr ("usage: bench-window make FILE DOCUMENT PROJECTS\n"
                  "       bench-window FILE…\n");
      return 2;
    }
  /* In turns, as other programs slow down now this, now that. */
  for (guint run = 0; run < RUNS; run++)
    for (int i = 0; i < argc; i++)
      {
        series[i].path = i > 0 ? argv[i] : NULL;
        measure (argv[0], &series[i], run);
      }
  for (int i = 0; i < argc; i++)
    print (&series[i], median (series[0].figures[FIRST_FRAME], RUNS));
  return 0;
}
