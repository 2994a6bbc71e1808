/* tests/opening.h — opens a file in a window and waits until it is there. */

#pragma once

#include "ui/window.h"

/* FALSE: it could not be opened, and the window says so. */
gboolean opening_done (UiWindow *window, GFile *file);

/* Until nothing is to be done, and the findings of what is shown have been read. window
 * may be NULL.  */
void opening_settle (UiWindow *window);
