/* ui/tick-dialog.h — what would be changed, to be seen before it is. */

#pragma once

#include <gtk/gtk.h>

/* What the list says of an item: what becomes of it, and where it stands; lent. */
typedef const char *(*UiTickText) (gconstpointer item);

typedef struct {
  const char *title; /* of the dialog */
  UiTickText  label, place;
} UiTickQuestion;

/* Lent. */
typedef void (*UiTicksChosen) (GPtrArray *items, gpointer data);

/* Lists changes, each with a box to tick, all ticked; chosen is called with those that
 * are still ticked, when the user accepts.  The array is shared.  */
void ui_ask_ticks (GtkWindow *parent, const UiTickQuestion *question, GPtrArray *items,
                   UiTicksChosen chosen, gpointer data);
