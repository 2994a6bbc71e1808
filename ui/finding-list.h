/* ui/finding-list.h — what is inconsistent in what is shown: a list, and the finding
 * that is selected in it with all that can be done about it.
 */

#pragma once

#include <gtk/gtk.h>

#include "app/check/check.h"
#include "app/check/waive.h"

G_BEGIN_DECLS

#define UI_TYPE_FINDING_LIST (ui_finding_list_get_type ())
G_DECLARE_FINAL_TYPE (UiFindingList, ui_finding_list, UI, FINDING_LIST, GtkWidget)

/* Shows the findings (of app/check/check.h) of a file that outlives the list; NULL:
 * none. The array is shared.  The next step goes on where the last one was.  */
void ui_finding_list_set (UiFindingList *self, Db *db, GPtrArray *findings);

/* Says something where the list would be, until the next findings come. */
void ui_finding_list_say (UiFindingList *self, const char *text);

/* Moves the selection by so many findings, and around at the ends; activates it.
 * FALSE: there is none.  */
gboolean ui_finding_list_step (UiFindingList *self, int by);

/* Whether the user has some of the findings left out. */
gboolean ui_finding_list_is_narrow (UiFindingList *self);

/* Selects the next finding, no more. */
void ui_finding_list_advance (UiFindingList *self);

/* Selects and activates the first finding of a rule, if it is listed. */
void ui_finding_list_show_rule (UiFindingList *self, const char *rule);

/* The finding that is selected; NULL: none, or several.  Lent until the next change. */
const FoldedFinding *ui_finding_list_get_selected (UiFindingList *self);

/* What can be done about it: Fix *, lent; never NULL. */
GPtrArray *ui_finding_list_get_fixes (UiFindingList *self);

/* How it is waived; NULL: it is not.  Lent. */
const Waived *ui_finding_list_get_waived (UiFindingList *self);

/* The findings that are listed, or only those that are selected, with those that they
 * stand for: Finding *, lent, in the order of check_sort().  */
GPtrArray *ui_finding_list_get_findings (UiFindingList *self, gboolean selected_only);

/* Lets the user type what to look for. */
void ui_finding_list_search (UiFindingList *self);

/* Signals: "activated" (gpointer finding): show me where this Finding is.  "selected"
 * (): another one is.  */

G_END_DECLS
