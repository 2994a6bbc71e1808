/* ui/window-state.h — how the window was left: what the next one begins with. */

#pragma once

#include "ui/sides.h"

/* Gives a window that is not shown yet the size that it had. */
void ui_window_state_load (GtkWindow *window);

/* … and what stands beside the form its widths. */
void ui_window_state_load_sides (UiSides *sides);

/* The window is closed.  sides NULL: they were not made. */
void ui_window_state_save (GtkWindow *window, UiSides *sides);
