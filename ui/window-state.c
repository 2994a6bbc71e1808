/* ui/window-state.c — how the window was left: what the next one begins with. */

#include "ui/window-state.h"
#include "ui/state-file.h"

#define FILE_NAME "window.ini"
#define GROUP     "window"

void
ui_window_state_load (GtkWindow *window)
{
  g_autoptr (GKeyFile) file = ui_state_file_read (FILE_NAME);
  int width = g_key_file_get_integer (file, GROUP, "width", NULL);
  int height = g_key_file_get_integer (file, GROUP, "height", NULL);

  if (width > 0 && height > 0)
    gtk_window_set_default_size (window, width, height);
  if (g_key_file_get_boolean (file, GROUP, "maximized", NULL))
    gtk_window_maximize (window);
}

void
ui_window_state_load_sides (UiSides *sides)
{
  g_autoptr (GKeyFile) file = ui_state_file_read (FILE_NAME);

  ui_sides_load (sides, file, GROUP);
}

void
ui_window_state_save (GtkWindow *window, UiSides *sides)
{
  g_autoptr (GKeyFile) file = ui_state_file_read (FILE_NAME);
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  g_key_file_set_integer (file, GROUP, "width", width);
  g_key_file_set_integer (file, GROUP, "height", height);
  g_key_file_set_boolean (file, GROUP, "maximized", gtk_window_is_maximized (window));
  if (sides != NULL)
    ui_sides_save (sides, file, GROUP);
  ui_state_file_write (FILE_NAME, file);
}
