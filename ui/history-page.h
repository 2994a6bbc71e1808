/* ui/history-page.h — who changed what, when; and putting a single value back. */

#pragma once

#include "ui/page.h"

G_BEGIN_DECLS

#define UI_TYPE_HISTORY_PAGE (ui_history_page_get_type ())
G_DECLARE_FINAL_TYPE (UiHistoryPage, ui_history_page, UI, HISTORY_PAGE, UiPage)

G_END_DECLS
