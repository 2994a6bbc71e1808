/* ui/window-open.h — opening a record file without making anybody wait in the dark. */

#pragma once

#include "ui/window.h"

/* What an application that is asked to open a file is told besides when it is to make
 * it. */
#define UI_HINT_NEW "new"

/* Opens a file in the application: a window that has it comes to the front, an empty
 * one takes it, otherwise it gets a window of its own.  mode: as for ui_window_open().
 */
void ui_window_open_beside (UiWindow *window, GFile *file, DbOpenMode mode);

/* Begins to open a file for which a window comes soon, and asks for it: SQLite and GTK
 * can make ready side by side.  */
void ui_window_open_early (GFile *file);
