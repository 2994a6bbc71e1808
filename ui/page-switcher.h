/* ui/page-switcher.h — a button for each page of the window: as many as there is room
 * for, the others in a menu.
 */

#pragma once

#include <gtk/gtk.h>

#define UI_TYPE_PAGE_SWITCHER (ui_page_switcher_get_type ())
G_DECLARE_FINAL_TYPE (UiPageSwitcher, ui_page_switcher, UI, PAGE_SWITCHER, GtkWidget)

/* The property "stack": its pages that have a title are shown.  A page is asked for
 * with the action win.page, which may refuse.  */
