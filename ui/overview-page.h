/* ui/overview-page.h — 汇总: what the texts of a department come to, as a picture and
 * as numbers.
 */

#pragma once

#include "app/overview/overview.h"
#include "ui/page.h"

G_BEGIN_DECLS

#define UI_TYPE_OVERVIEW_PAGE (ui_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (UiOverviewPage, ui_overview_page, UI, OVERVIEW_PAGE, UiPage)

/* What is shown; NULL: nothing yet.  Lent. */
const Overview *ui_overview_page_get (UiOverviewPage *self);

/* Whether something is being worked out. */
gboolean ui_overview_page_is_busy (UiOverviewPage *self);

G_END_DECLS
