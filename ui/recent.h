/* ui/recent.h — the record files that were opened last. */

#pragma once

#include <gtk/gtk.h>

#define RECENT_SHOWN 8

/* No action has this name, so that an item with it cannot be chosen: it says that there
 * are no files.  */
#define UI_RECENT_NONE "win.none"

/* Remembers that the file was opened. */
void ui_recent_add (GFile *file);

/* Has a button open a menu of them, the last first: the action win.open-recent (uri).
 */
void ui_recent_fill_button (GtkMenuButton *button);

/* Fills a box with buttons of the same, where one begins; hidden when there are none.
 */
void ui_recent_fill_box (GtkBox *box);
