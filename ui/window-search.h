/* ui/window-search.h — what one does about searching in a window. */

#pragma once

#include "ui/search-pane.h"
#include "ui/window.h"

/* The actions: win.search, win.next-hit and win.previous-hit. */
void ui_window_search_install (GtkWidgetClass *widget_class);

/* Goes to what was found; back to the tree when the user has done with it. */
void ui_window_search_connect (UiWindow *window, UiSearchPane *pane,
                               UiNavigator *navigator);
