/* ui/first-frame.h — what can wait until a window is on the screen. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Has something done when the first frame of a window has been painted; nothing is done
 * when the window goes before.  */
void ui_first_frame_then (GtkWidget *window, void (*then) (GtkWidget *window));

G_END_DECLS
