/* ui/library-page.h — 指标库: every indicator of the file, like ones together, where
 * each stands and with what target; one goes into the project that is selected.
 */

#pragma once

#include "app/library/library.h"
#include "ui/page.h"

G_BEGIN_DECLS

#define UI_TYPE_LIBRARY_PAGE (ui_library_page_get_type ())
G_DECLARE_FINAL_TYPE (UiLibraryPage, ui_library_page, UI, LIBRARY_PAGE, UiPage)

/* Whether it is still reading: the library itself, the places of the selected
 * indicator, or what is wrong with any.  */
gboolean ui_library_page_is_busy (UiLibraryPage *self);

G_END_DECLS
