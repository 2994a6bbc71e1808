/* ui/drop.h — files that are dropped on a window. */

#pragma once

#include "ui/window.h"

/* Lets files be dropped: record files are opened, documents imported into the file of
 * the window, or into a new one where it has none.  */
void ui_drop_accept (UiWindow *window);
