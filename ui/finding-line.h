/* ui/finding-line.h — a line of the list of findings: a group's heading, or a finding.
 */

#pragma once

#include <gio/gio.h>

#include "app/check/group.h"

G_BEGIN_DECLS

#define UI_TYPE_FINDING_LINE (ui_finding_line_get_type ())
G_DECLARE_FINAL_TYPE (UiFindingLine, ui_finding_line, UI, FINDING_LINE, GObject)

/* folded: one of the group's; NULL: its heading.  Both arrays are shared: what the line
 * shows stands in them.  */
UiFindingLine *ui_finding_line_new (GPtrArray *findings, GPtrArray *groups,
                                    const CheckGroup    *group,
                                    const FoldedFinding *folded);

/* Lent. */
const CheckGroup    *ui_finding_line_get_group (UiFindingLine *self);
const FoldedFinding *ui_finding_line_get_folded (UiFindingLine *self);

/* Where it is, newly allocated.  In the group of a rule with its project. */
char *ui_finding_line_dup_place (UiFindingLine *self, CheckGrouping grouping);

/* Adds what it stands for (Finding *, lent) to a set; a heading stands for its group.
 */
void ui_finding_line_add (UiFindingLine *self, GHashTable *findings);

/* A heading's: 错误 2　警告 3　260 万元.  Newly allocated. */
char *ui_finding_line_dup_counts (UiFindingLine *self);

G_END_DECLS
