/* tests/bench-window.c — how fast the window is, as ratios measured in one run.
 *
 *   bench-window make FILE DOCUMENT PROJECTS
 *                          a file of copies of a document's projects
 *   bench-window FILE…     measures with each, beside two windows of GTK alone, as
 *                          large: an empty one, and one with a bar of buttons and a
 *                          line of text
 *   bench-window first FILE
 *   bench-window frame FILE
 *                          end with the first frame, and with the first that shows
 *                          what is in the file, for a profiler
 *
 * Each figure is the median of several runs of this program, which calls itself.
 * Timings never decide a test: this program is run by hand, on a screen (xvfb-run).
 */

#include "app/form/edit.h"
#include "app/search/search.h"
#include "db/tree.h"
#include "tests/large-file.h"
#include "ui/application.h"
#include "ui/language.h"
#include "ui/window-check.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define RUNS                15
#define EDITS               9
#define PROJECTS_A_DOCUMENT 200

static gint64   start;      /* of the process, then of what is measured */
static gboolean is_first;   /* no more than the first frame */
static gboolean is_frame;   /* no more than the first frame with contents */
static double   first_time; /* of the first frame; 0: none yet */
static double   processor;  /* until then, of the window's thread */

static double
milliseconds (void)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

/* Of this thread, from the start of the process: others on the machine change it less
 * than they change the time that passes.  */
static double
processor_milliseconds (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
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
found (gpointer hits, GError *error, gpointer done)
{
  g_clear_error (&error);
  g_clear_pointer (&hits, g_ptr_array_unref);
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
      Errand  *running = NULL;
      gboolean done = FALSE;

      start = g_get_monotonic_time ();
      searcher_find (searcher, &running, queries[i], found, &done);
      while (!done)
        g_main_context_iteration (NULL, TRUE);
      times[i] = milliseconds ();
    }
  searcher_unref (searcher);
  return median (times, G_N_ELEMENTS (queries));
}

static void
wait_for_findings (UiWindow *window)
{
  while (ui_window_check_is_running (ui_window_get_check (window)))
    g_main_context_iteration (NULL, TRUE);
}

/* A command of the window, until what it changes is shown. */
static double
median_of_commands (UiWindow *window, const char *command)
{
  double times[EDITS];

  for (guint i = 0; i < EDITS; i++)
    {
      start = g_get_monotonic_time ();
      gtk_widget_activate_action (GTK_WIDGET (window), command, NULL);
      wait_for_findings (window);
      times[i] = milliseconds ();
    }
  return median (times, EDITS);
}

static double
median_of_undoings (UiWindow *window)
{
  return median_of_commands (window, "win.undo");
}

/* F8, which goes on in the next project when the findings of one are through. */
static double
median_of_next_findings (UiWindow *window)
{
  return median_of_commands (window, "win.next-finding");
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
      wait_for_findings (window);
      times[i] = milliseconds ();
    }
  return median (times, EDITS);
}

/* From a project to another one and its findings, there and back. */
static double
median_of_switches (UiWindow *window)
{
  gint64 document = ui_window_get_document (window);
  gint64 project = ui_form_page_get_table (ui_window_get_form (window))->project;
  double times[EDITS];

  for (guint i = 0; i < EDITS; i++)
    {
      start = g_get_monotonic_time ();
      ui_window_select (window, document, project + (i + 1) % 2);
      wait_for_findings (window);
      times[i] = milliseconds ();
    }
  return median (times, EDITS);
}

/* The last project of the file, whose lines in the tree are opened for it. */
static double
go_far (UiWindow *window)
{
  Db *db = ui_window_get_db (window);
  g_autoptr (GArray) years = tree_years (db, NULL);
  gint64 document = g_array_index (years, gint64, years->len - 2);
  g_autoptr (GArray) lines = tree_of_document (db, document, NULL);
  TreeKey last = g_array_index (lines, TreeKey, lines->len - 1);
  g_autoptr (GArray) tables =
      last.kind == TREE_UNIT ? tree_of_unit (db, document, last.id, NULL) : NULL;

  if (tables != NULL)
    last = g_array_index (tables, TreeKey, tables->len - 1);
  start = g_get_monotonic_time ();
  ui_window_select (window, document, last.id);
  wait_for_findings (window);
  return milliseconds ();
}

/* The tree scrolled to its end, with the frame that shows it. */
static double
scroll_to_end (UiWindow *window)
{
  GtkWidget *scroller =
      gtk_widget_get_first_child (GTK_WIDGET (ui_window_get_navigator (window)));
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  start = g_get_monotonic_time ();
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  return milliseconds ();
}

static double
search_file (UiWindow *window)
{
  return median_of_searches (db_get_path (ui_window_get_db (window)));
}

/* What is done in a window that shows its file, one after another. */
static const struct {
  const char *title;
  double (*measure) (UiWindow *window);
} steps[] = {
  { "an edit", median_of_edits },
  { "undoing it", median_of_undoings },
  { "another project", median_of_switches },
  { "the next finding", median_of_next_findings },
  { "the last project", go_far },
  { "scroll", scroll_to_end },
  { "a search", search_file },
};

/* When a frame with contents is there, all the rest. */
static gboolean
measure_rest_cb (gpointer data)
{
  UiWindow *window = data;

  wait_for_findings (window);
  g_print (" %.1f %.1f", milliseconds (), resident_megabytes ());
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    g_print (" %.1f", steps[i].measure (window));
  g_print ("\n");
  exit (0);
}

/* The first frame, then the first that shows what is in the file. */
static void
report (GdkFrameClock *clock, gpointer window)
{
  Db *db = UI_IS_WINDOW (window) ? ui_window_get_db (window) : NULL;

  if (first_time == 0)
    {
      first_time = milliseconds ();
      processor = processor_milliseconds ();
    }
  if (UI_IS_WINDOW (window) && db == NULL && !is_first)
    return;
  g_print ("%.1f %.1f %.1f %.1f", first_time, processor, milliseconds (),
           processor_milliseconds ());
  g_signal_handlers_disconnect_by_func (clock, report, window);
  if (db == NULL || is_frame || is_first)
    {
      g_print (" 0 %.1f\n", resident_megabytes ());
      exit (0);
    }
  g_idle_add (measure_rest_cb, window);
}

static void
realized_cb (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint",
                    G_CALLBACK (report), window);
}

static void
added_cb (GtkApplication *application, GtkWindow *window)
{
  g_signal_connect (window, "realize", G_CALLBACK (realized_cb), NULL);
}

/* As large as ours, so that the screen takes as long for it. */
static GtkWidget *
plain_window (GApplication *application)
{
  GtkWidget *window = gtk_application_window_new (GTK_APPLICATION (application));

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 820);
  return window;
}

static void
empty_cb (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (plain_window (application)));
}

/* What any window that says anything needs. */
static void
bar_cb (GApplication *application)
{
  GtkWidget *window = plain_window (application);
  GtkWidget *bar = gtk_header_bar_new ();

  for (guint i = 0; i < 5; i++)
    gtk_header_bar_pack_start (GTK_HEADER_BAR (bar),
                               gtk_button_new_with_label ("打开"));
  gtk_window_set_titlebar (GTK_WINDOW (window), bar);
  gtk_window_set_child (GTK_WINDOW (window), gtk_label_new ("预算绩效目标"));
  gtk_window_present (GTK_WINDOW (window));
}

static const struct {
  const char *argument;
  void (*activate) (GApplication *application);
} alone[] = {
  { "--empty", empty_cb },
  { "--bar", bar_cb },
};

/* what: a file, or a window of GTK alone. */
static int
run_once (char *program, char *what)
{
  char *arguments[] = { program, what, NULL };
  g_autoptr (GApplication) application = NULL;
  int n = 2;

  for (gsize i = 0; i < G_N_ELEMENTS (alone); i++)
    if (strcmp (what, alone[i].argument) == 0)
      {
        application = G_APPLICATION (gtk_application_new (NULL, 0));
        g_signal_connect (application, "activate", G_CALLBACK (alone[i].activate),
                          NULL);
        n = 1;
      }
  if (application == NULL)
    {
      application = G_APPLICATION (ui_application_new ());
      ui_language_set ();
    }
  g_application_set_flags (application, g_application_get_flags (application) |
                                            G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "window-added", G_CALLBACK (added_cb), NULL);
  return g_application_run (application, n, arguments);
}

/* What is measured before the steps. */
static const char *const openings[] = { "first frame", "  processor", "contents",
                                        "  processor", "findings",    "memory, MB" };

#define FRAMES    4 /* of them are of frames, which an empty window has too */
#define N_FIGURES (G_N_ELEMENTS (openings) + G_N_ELEMENTS (steps))

/* What is measured with one file or window, of each run. */
typedef struct {
  const char *what;
  double      figures[N_FIGURES][RUNS];
} Series;

/* From the start of the process: what its linker does is waited for too. */
static void
measure (const char *program, Series *series, guint run)
{
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  const char      *arguments[] = { program, "once", series->what, now, NULL };
  g_autofree char *output = NULL;
  g_auto (GStrv) words = NULL;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                &output, NULL, NULL, NULL);
  words = g_strsplit (output ? output : "", " ", -1);
  for (guint i = 0; i < N_FIGURES && words[i] != NULL; i++)
    series->figures[i][run] = g_ascii_strtod (words[i], NULL);
}

static void
print (Series *series, Series *empty)
{
  g_print ("%s:\n", series->what);
  for (guint i = 0; i < N_FIGURES; i++)
    {
      double      middle = median (series->figures[i], RUNS);
      const char *title = i < G_N_ELEMENTS (openings)
                              ? openings[i]
                              : steps[i - G_N_ELEMENTS (openings)].title;

      if (middle <= 0) /* a window of GTK alone has none such */
        continue;
      g_print ("  %-16s median %7.1f, least %7.1f", title, middle,
               series->figures[i][0]);
      if (i < FRAMES)
        g_print ("  (%.2f times an empty window)",
                 middle / median (empty->figures[i], RUNS));
      g_print ("\n");
    }
}

static int
measure_all (char **arguments, int n)
{
  g_autofree Series *series = g_new0 (Series, n + (int) G_N_ELEMENTS (alone));
  int                count = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (alone); i++)
    series[count++].what = alone[i].argument;
  for (int i = 0; i < n; i++)
    series[count++].what = arguments[i];
  /* In turns, as other programs slow down now this, now that. */
  for (guint run = 0; run < RUNS; run++)
    for (int i = 0; i < count; i++)
      measure ("/proc/self/exe", &series[i], run);
  for (int i = 0; i < count; i++)
    print (&series[i], &series[0]);
  return 0;
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  start = g_get_monotonic_time ();
  is_first = argc > 1 && strcmp (argv[1], "first") == 0;
  is_frame = argc > 1 && strcmp (argv[1], "frame") == 0;
  if (argc > 2 && (is_first || is_frame || strcmp (argv[1], "once") == 0))
    {
      if (argc > 3)
        start = g_ascii_strtoll (argv[3], NULL, 10);
      return run_once (argv[0], argv[2]);
    }
  if (argc == 5 && strcmp (argv[1], "make") == 0)
    {
      large_file_make (argv[2], argv[3], (guint) atoi (argv[4]), PROJECTS_A_DOCUMENT);
      return 0;
    }
  if (argc > 1)
    return measure_all (argv + 1, argc - 1);
  g_printerr ("usage: bench-window make FILE DOCUMENT PROJECTS\n"
              "       bench-window FILE…\n"
              "       bench-window first|frame FILE\n");
  return 2;
}
