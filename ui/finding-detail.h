/* ui/finding-detail.h — all that is known of one finding, and what can be done about
 * it. */

#pragma once

#include <gtk/gtk.h>

#include "app/check/check.h"
#include "app/check/waive.h"
#include "db/rule.h"

G_BEGIN_DECLS

#define UI_TYPE_FINDING_DETAIL (ui_finding_detail_get_type ())
G_DECLARE_FINAL_TYPE (UiFindingDetail, ui_finding_detail, UI, FINDING_DETAIL, GtkWidget)

/* Shows a finding with its rule, what would put it right (Fix *), and how it is waived,
 * NULL: it is not; folded NULL: none.  Nothing is kept but the places, which end with
 * the next call.  */
void ui_finding_detail_set (UiFindingDetail *self, const FoldedFinding *folded,
                            const Rule *rule, GPtrArray *fixes, const Waived *waived);

/* Signal "activated" (gpointer finding): show me where this Finding is.  The buttons
 * activate win.fix (index), win.fix-alike, win.waive, win.revoke and win.rule-help.  */

G_END_DECLS
