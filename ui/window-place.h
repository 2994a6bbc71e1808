/* ui/window-place.h — going to where something was changed, or was left unfinished. */

#pragma once

#include "ui/window.h"

G_BEGIN_DECLS

/* Goes to what the newest action changed, as undo and redo do. */
void ui_window_go_to_change (UiWindow *window);

/* Opens the cell whose text an earlier session did not finish, with that text. */
void ui_window_offer_draft (UiWindow *window);

G_END_DECLS
