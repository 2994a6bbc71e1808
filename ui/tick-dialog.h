/* ui/tick-dialog.h — what would be changed, to be seen before it is. */

#pragma once

#include "app/errand.h"

#include <gtk/gtk.h>

/* What the list says of an item: what becomes of it, and where it stands; lent. */
typedef const char *(*UiTickText) (gconstpointer item);

typedef struct {
  const char       *title; /* of the dialog */
  UiTickText        label, place;
  const ErrandKind *work; /* what is done with them; NULL: only chosen knows */
  const char       *path; /* of the file that it is done in */
} UiTickQuestion;

/* What the work is given. */
typedef struct {
  GPtrArray *ticked; /* items */
  GPtrArray *items;  /* keeps them */
} UiTicked;

/* For the work's kind. */
void ui_ticked_free (gpointer ticked);

/* Lent, but the error; NULL: there is none. */
typedef void (*UiTicksChosen) (GPtrArray *items, GError *error, gpointer data);

/* Lists changes, each with a box to tick, all ticked.  When the user accepts those that
 * are still ticked, the work is done aside, and the dialog stays and says how far it
 * is; then chosen is called with them.  The array is shared.  */
void ui_ask_ticks (GtkWindow *parent, const UiTickQuestion *question, GPtrArray *items,
                   UiTicksChosen chosen, gpointer data);

/* … of what is looked for aside first: the kind's result is the array, and it is not
 * freed there.  Until then the dialog is not shown, unless that takes a moment.  Where
 * there is nothing, chosen is called with the empty array.  Takes what.  */
void ui_ask_ticks_of (GtkWindow *parent, const UiTickQuestion *question,
                      const ErrandKind *look, gpointer what, UiTicksChosen chosen,
                      gpointer data);
