/* tests/bench-pages.c — how long each page of the window takes with a file, and how
 * long the window does not answer meanwhile.
 *
 *   bench-pages FILE
 *
 * For each page: until it is there, the longest that the main loop was away, the
 * longest step of scrolling through its list, and the memory.  Timings never decide a
 * test: this program is run by hand, on a screen (xvfb-run).
 */

#include "tests/opening.h"
#include "ui/application.h"
#include "ui/language.h"
#include "ui/page.h"
#include "ui/window-open.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#define STEPS 40 /* of scrolling */

static double longest; /* that the main loop was away, in milliseconds */

static void
iterate (gboolean may_block)
{
  gint64 start;

  /* what it waits for is no time of its own */
  if (may_block && !g_main_context_pending (NULL))
    {
      g_usleep (1000);
      return;
    }
  start = g_get_monotonic_time ();
  g_main_context_iteration (NULL, FALSE);
  longest = MAX (longest, (double) (g_get_monotonic_time () - start) / 1000);
}

/* Until nothing is worked out for the window any more; at most so many seconds. */
static double
settle (UiWindow *window, double seconds)
{
  gint64 start = g_get_monotonic_time ();

  do
    for (guint i = 0; i < 50; i++)
      iterate (TRUE);
  while (opening_is_busy (window) &&
         (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC < seconds);
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static GtkAdjustment *
find_list (GtkWidget *from)
{
  GtkAdjustment *found = NULL;

  if (GTK_IS_SCROLLED_WINDOW (from) && gtk_widget_get_mapped (from))
    {
      found = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (from));
      return gtk_adjustment_get_upper (found) > 2 * gtk_adjustment_get_page_size (found)
                 ? found
                 : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (from);
       child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_list (child);
  return found;
}

static double
scroll (UiWindow *window, GtkWidget *page)
{
  GtkAdjustment *list = page != NULL ? find_list (page) : NULL;

  longest = 0;
  for (guint i = 1; list != NULL && i <= STEPS; i++)
    {
      gtk_adjustment_set_value (list, gtk_adjustment_get_upper (list) * i / STEPS);
      for (guint k = 0; k < 20; k++)
        iterate (TRUE);
    }
  return longest;
}

static double
resident_megabytes (void)
{
  g_autofree char *status = NULL;

  g_file_get_contents ("/proc/self/status", &status, NULL, NULL);
  return g_ascii_strtod (strstr (status, "VmRSS:") + strlen ("VmRSS:"), NULL) / 1024;
}

static void
measure (UiWindow *window, const char *name)
{
  double took, away, step;

  longest = 0;
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", name);
  took = settle (window, 120);
  away = longest;
  step = scroll (window, gtk_stack_get_visible_child (ui_window_get_stack (window)));
  g_print ("%-10s there after %8.0f ms, away %6.0f ms, a step of scrolling %5.0f ms, "
           "%.0f MB\n",
           name, took, away, step, resident_megabytes ());
}

static void
opened (UiWindow *window, gboolean is_open)
{
  static const char *const pages[] = { "records", "ledger",  "waivers", "compare",
                                       "library", "review",  "history", "rules",
                                       "preview", "overview" };

  if (!is_open)
    exit (1);
  longest = 0;
  g_print ("opened: settled after %.0f ms, ", settle (window, 60));
  g_print ("away %.0f ms\n", longest);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    measure (window, pages[i]);
  measure (window, "overview");
  exit (0);
}

int
main (int argc, char **argv)
{
  g_autoptr (GFile) file = NULL;
  GtkWidget *window;

  setlocale (LC_ALL, "");
  if (argc != 2)
    {
      g_printerr ("usage: bench-pages FILE\n");
      return 2;
    }
  ui_language_set ();
  gtk_init ();
  file = g_file_new_for_commandline_arg (argv[1]);
  window = ui_window_new (NULL);
  gtk_window_present (GTK_WINDOW (window));
  ui_window_open (UI_WINDOW (window), file, DB_OPEN_WRITE, opened);
  while (TRUE)
    g_main_context_iteration (NULL, TRUE);
}
