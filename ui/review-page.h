/* ui/review-page.h — the review round: comments with their answers, and what changed
 * since the reviewer last looked.
 */

#pragma once

#include "ui/page.h"

G_BEGIN_DECLS

#define UI_TYPE_REVIEW_PAGE (ui_review_page_get_type ())
G_DECLARE_FINAL_TYPE (UiReviewPage, ui_review_page, UI, REVIEW_PAGE, UiPage)

G_END_DECLS
