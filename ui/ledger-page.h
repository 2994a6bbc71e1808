/* ui/ledger-page.h — what was checked: each rule in each table of a text, so that an
 * empty list of findings means “checked”.
 */

#pragma once

#include "ui/page.h"

G_BEGIN_DECLS

#define UI_TYPE_LEDGER_PAGE (ui_ledger_page_get_type ())
G_DECLARE_FINAL_TYPE (UiLedgerPage, ui_ledger_page, UI, LEDGER_PAGE, UiPage)

G_END_DECLS
