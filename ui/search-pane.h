/* ui/search-pane.h — typing what to look for, and where it stands. */

#pragma once

#include <gtk/gtk.h>

#include "app/search/search.h"

G_BEGIN_DECLS

#define UI_TYPE_SEARCH_PANE (ui_search_pane_get_type ())
G_DECLARE_FINAL_TYPE (UiSearchPane, ui_search_pane, UI, SEARCH_PANE, GtkWidget)

/* Looks into the file at path from now on; NULL: none.  What was typed is forgotten. */
void ui_search_pane_set_file (UiSearchPane *self, const char *path);

/* Lets the user type. */
void ui_search_pane_begin (UiSearchPane *self);

/* Goes to the next hit, or with by −1 to the one before; at the end from the start. */
void ui_search_pane_step (UiSearchPane *self, int by);

/* Property "searching" (gboolean, read): something is looked for, and hits are shown.
 * Signal "found" (gpointer hit): the user wants to go to this SearchHit.  Lent.
 * Signal "left" (): the user is done with searching. */

G_END_DECLS
