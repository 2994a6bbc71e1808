/* ui/window-actions.h — what one can do in a window, by menu, button and key. */

#pragma once

#include <gtk/gtk.h>

/* Installs the actions win.* and the keys that text fields use too.  */
void ui_window_actions_install (GtkWidgetClass *widget_class);

/* Lets those be possible that are; to be called when the file, the selection or the
 * cursor has changed.  window: a UiWindow.  */
void ui_window_actions_update (GtkWidget *window);
