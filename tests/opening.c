/* tests/opening.c — opens a file in a window and waits until it is there. */

#include "tests/opening.h"
#include "ui/library-page.h"
#include "ui/overview-page.h"
#include "ui/waiting.h"
#include "ui/window-check.h"

static gboolean is_over, was_opened;

static void
opened_cb (UiWindow *window, gboolean is_open)
{
  is_over = TRUE;
  was_opened = is_open;
}

gboolean
opening_done (UiWindow *window, GFile *file)
{
  is_over = FALSE;
  ui_window_open (window, file, DB_OPEN_CREATE, opened_cb);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
  return was_opened;
}

/* Whether a widget below waits for an errand. */
static gboolean
is_waiting (GtkWidget *from)
{
  if ((UI_IS_WAITING (from) && ui_waiting_is_busy (UI_WAITING (from))) ||
      (UI_IS_LIBRARY_PAGE (from) && ui_library_page_is_busy (UI_LIBRARY_PAGE (from))) ||
      (UI_IS_OVERVIEW_PAGE (from) &&
       ui_overview_page_is_busy (UI_OVERVIEW_PAGE (from))))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_waiting (child))
      return TRUE;
  return FALSE;
}

gboolean
opening_is_busy (UiWindow *window)
{
  GListModel *open = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (open); i++)
    {
      g_autoptr (GtkWidget) each = g_list_model_get_item (open, i);

      if (is_waiting (each))
        return TRUE;
    }
  return window != NULL && ui_window_check_is_running (ui_window_get_check (window));
}

void
opening_settle (UiWindow *window)
{
  do
    while (g_main_context_iteration (NULL, FALSE))
      ;
  while (opening_is_busy (window) && (g_main_context_iteration (NULL, TRUE) || TRUE));
}
