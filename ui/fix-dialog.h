/* ui/fix-dialog.h — what would be put right, to be seen before it is. */

#pragma once

#include <gtk/gtk.h>

#include "app/fix/fix.h"

/* Lent. */
typedef void (*UiFixesChosen) (GPtrArray *fixes /* Fix */, gpointer data);

/* Lists fixes, each with a box to tick, all ticked; chosen is called with those that
 * are still ticked, when the user accepts.  The array is shared.  */
void ui_ask_fixes (GtkWindow *parent, const char *title, GPtrArray *fixes,
                   UiFixesChosen chosen, gpointer data);
