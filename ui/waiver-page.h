/* ui/waiver-page.h — the findings of a text that are answered with a reason, and
 * whether the reasons still hold.
 */

#pragma once

#include "ui/page.h"

G_BEGIN_DECLS

#define UI_TYPE_WAIVER_PAGE (ui_waiver_page_get_type ())
G_DECLARE_FINAL_TYPE (UiWaiverPage, ui_waiver_page, UI, WAIVER_PAGE, UiPage)

G_END_DECLS
