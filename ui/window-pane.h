/* ui/window-pane.h — going from one part of a window to the next by key. */

#pragma once

#include "ui/window.h"

/* Installs win.next-pane and win.previous-pane: the list of projects, the parts of a
 * whole text, the form or the text, the findings.  On another page they go through its
 * controls.  */
void ui_window_pane_install (GtkWidgetClass *widget_class);
