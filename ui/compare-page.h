/* ui/compare-page.h — two texts of a department side by side: what changed from one
 * year, or from one stage, to the other.
 */

#pragma once

#include "app/compare/selection.h"
#include "ui/compare-line.h"
#include "ui/page.h"

G_BEGIN_DECLS

#define UI_TYPE_COMPARE_PAGE (ui_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (UiComparePage, ui_compare_page, UI, COMPARE_PAGE, UiPage)

/* What is shown, and how it is chosen; NULL while it is worked out, or when there is
 * nothing to compare.  Lent.  */
const Comparison   *ui_compare_page_get (UiComparePage *self);
ComparisonSelection ui_compare_page_get_selection (UiComparePage *self);

/* The line that is selected, or NULL.  Lent. */
const CompareLine *ui_compare_page_get_line (UiComparePage *self);

G_END_DECLS
