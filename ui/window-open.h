/* ui/window-open.h — opening a record file without making anybody wait in the dark. */

#pragma once

#include "ui/window.h"

/* Opens a file in the application: a window that has it comes to the front, an empty
 * one takes it, otherwise it gets a window of its own.  */
void ui_window_open_beside (UiWindow *window, GFile *file);

/* Begins to open a file for which a window comes soon, and asks for it: SQLite and GTK
 * can make ready side by side.  */
void ui_window_open_early (GFile *file);
