/* tests/opening.h — opens a file in a window and waits until it is there. */

#pragma once

#include "ui/window.h"

/* FALSE: it could not be opened, and the window says so. */
gboolean opening_done (UiWindow *window, GFile *file);

/* Whether anything is worked out aside for an open window: what is waited for, or the
 * findings of what window shows; it may be NULL.  */
gboolean opening_is_busy (UiWindow *window);

/* Until nothing is to be done, and the findings of what is shown have been read. window
 * may be NULL.  */
void opening_settle (UiWindow *window);
