/* tests/opening.c — opens a file in a window and waits until it is there. */

#include "tests/opening.h"
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
  ui_window_open (window, file, opened_cb);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
  return was_opened;
}

static gboolean
is_checking (UiWindow *window)
{
  return window != NULL && ui_window_check_is_running (ui_window_get_check (window));
}

void
opening_settle (UiWindow *window)
{
  while (g_main_context_iteration (NULL, is_checking (window)) || is_checking (window))
    ;
}
