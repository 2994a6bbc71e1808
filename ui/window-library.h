/* ui/window-library.h — the library beside the form while the name of an indicator is
 * typed; one of it fills the row.
 */

#pragma once

#include "ui/window.h"

/* Listens to the cells of the form; the list is made when it is first needed. */
void ui_window_library_add (UiWindow *window);

/* Installs win.take-from-library and its key. */
void ui_window_library_install (GtkWidgetClass *widget_class);
