/* ui/window-pane.h — the parts of a window: going from one to the next by key, hiding
 * what stands beside the form.
 */

#pragma once

#include "ui/sides.h"
#include "ui/window.h"

/* Installs win.next-pane and win.previous-pane: the list of projects, the parts of a
 * whole text, the form or the text, the findings.  On another page they go through its
 * controls.  */
void ui_window_pane_install (GtkWidgetClass *widget_class);

/* Installs win.toggle-projects and win.toggle-findings too, which hide and show what
 * stands beside the form (ui/sides.h).  This one the user asks for now.  */
void ui_window_pane_show (UiWindow *window, UiSide side);
