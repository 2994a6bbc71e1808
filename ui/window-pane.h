/* ui/window-pane.h — the parts of a window: going from one to the next by key, hiding
 * what stands beside the form.
 */

#pragma once

#include "ui/window.h"

/* Installs win.next-pane and win.previous-pane: the list of projects, the parts of a
 * whole text, the form or the text, the findings.  On another page they go through its
 * controls.  */
void ui_window_pane_install (GtkWidgetClass *widget_class);

/* What stands at the left of the form, and at the right; win.toggle-projects and
 * win.toggle-findings hide and show them, to leave the form the room.  */
typedef enum { UI_PANE_PROJECTS, UI_PANE_FINDINGS } UiPane;

/* Shows one: the user asks for what is in it. */
void ui_window_pane_show (UiWindow *window, UiPane pane);
