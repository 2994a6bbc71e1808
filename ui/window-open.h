/* ui/window-open.h — opening a record file without making anybody wait in the dark. */

#pragma once

#include "ui/window.h"

/* Opens a file in the application: a window that has it comes to the front, an empty
 * one takes it, otherwise it gets a window of its own.  */
void ui_window_open_beside (UiWindow *window, GFile *file);

/* Opens path, for writing where that is possible, with all its readings up to date, and
 * gives it to the window (ui_window_take_file()).  Where much is to be read that is
 * done in a thread, and the window says so meanwhile.  FALSE: it cannot be opened. */
gboolean ui_window_begin_open (UiWindow *window, GFile *file, const char *path,
                               GError **error);
