/* ui/preview-page.h — the pages as they will be printed, to be looked at and gone from
 * to the cell that one clicks.
 */

#pragma once

#include "app/export/proof.h"
#include "ui/page.h"

G_BEGIN_DECLS

#define UI_TYPE_PREVIEW_PAGE (ui_preview_page_get_type ())
G_DECLARE_FINAL_TYPE (UiPreviewPage, ui_preview_page, UI, PREVIEW_PAGE, UiPage)

/* What is chosen to be shown. */
ProofChoice ui_preview_page_get_choice (UiPreviewPage *self);

/* The page that is looked at, from 0. */
guint ui_preview_page_get_current (UiPreviewPage *self);

G_END_DECLS
