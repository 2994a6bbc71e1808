/* tests/walk.h — going through a window with Tab, as a user does. */

#pragma once

#include <gtk/gtk.h>

/* Presses Tab, with back Shift+Tab; what has the focus then, lent. */
GtkWidget *walk_step (GtkWindow *window, gboolean back);

/* Goes on until it comes to where it was before: GtkWidget *, in order.  */
GPtrArray *walk_round (GtkWindow *window, gboolean back);

/* The controls below a widget that Tab must come to, and a list is one of them:
 * GtkWidget *, the innermost that can have the focus.  */
GPtrArray *walk_controls (GtkWidget *from);

/* Whether going from one to the other is going on as one reads: down, or to the right.
 */
gboolean walk_is_onward (GtkWidget *from, GtkWidget *to);

/* What a test calls a control.  Newly allocated. */
char *walk_name (GtkWidget *widget);
