/* ui/arranging.h — adding, duplicating, renaming, moving and deleting texts, units and
 * projects from the window: the actions win.new-text, win.add-unit, win.add-project,
 * win.rename, win.duplicate, win.split, win.move-to, win.move-up, win.move-down,
 * win.delete and win.delete-department.  All but the first work on the line that the
 * navigator has selected.
 */

#pragma once

#include <gtk/gtk.h>

/* Installs the actions on the class of UiWindow. */
void ui_arranging_install (GtkWidgetClass *widget_class);

/* Lets those be possible that are; to be called with ui_window_actions_update(). */
void ui_arranging_update (GtkWidget *window);

/* Pops the menu up for a line of the navigator, by the right button and the menu key.
 * navigator and menu: of the window.  */
void ui_arranging_add_menu (GtkWidget *navigator, GMenuModel *menu);
