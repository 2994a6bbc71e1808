/* ui/window-undo.h — taking back what was done in a window, and doing it again. */

#pragma once

#include "ui/window.h"

void ui_window_undo_install (GtkWidgetClass *widget_class);

/* Says on both buttons what each would do. */
void ui_window_undo_show (UiWindow *window, GtkWidget *undo, GtkWidget *redo);
