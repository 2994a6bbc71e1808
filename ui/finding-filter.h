/* ui/finding-filter.h — choosing which findings are listed, and how they are grouped.
 */

#pragma once

#include <gtk/gtk.h>

#include "app/check/group.h"

G_BEGIN_DECLS

#define UI_TYPE_FINDING_FILTER (ui_finding_filter_get_type ())
G_DECLARE_FINAL_TYPE (UiFindingFilter, ui_finding_filter, UI, FINDING_FILTER, GtkWidget)

/* What there is to choose from: counts on the buttons, rules that fire. */
void ui_finding_filter_set (UiFindingFilter *self, GPtrArray *findings);

/* Its texts are lent until the next change. */
CheckChoice   ui_finding_filter_get_choice (UiFindingFilter *self);
CheckGrouping ui_finding_filter_get_grouping (UiFindingFilter *self);

/* Whether anything is left out. */
gboolean ui_finding_filter_is_narrow (UiFindingFilter *self);

/* Lets the user type what to look for. */
void ui_finding_filter_focus (UiFindingFilter *self);

/* Signals: "changed" (): something else is chosen.  "accepted" (): on to the list. */

G_END_DECLS
