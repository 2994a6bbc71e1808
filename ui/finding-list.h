/* ui/finding-list.h — what is inconsistent in the project that is shown. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UI_TYPE_FINDING_LIST (ui_finding_list_get_type ())
G_DECLARE_FINAL_TYPE (UiFindingList, ui_finding_list, UI, FINDING_LIST, GtkWidget)

/* Shows the findings (of app/check.h), folded; NULL: none.  The array is shared.  The
 * next step goes on where the last one was.  */
void ui_finding_list_set (UiFindingList *self, GPtrArray *findings);

/* Moves the selection by so many findings, and around at the ends; activates it. */
void ui_finding_list_step (UiFindingList *self, int by);

/* Signal "activated" (gpointer finding): show me where this Finding is. */

G_END_DECLS
