/* ui/context-menu.h — a menu over a widget, by the right button and the menu key. */

#pragma once

#include <gtk/gtk.h>

/* What is done with the widget under the pointer, or with the focus, before the menu is
 * shown for it: the menu then belongs to the widget that is returned, picked or one
 * above it; NULL: no menu is shown there.  */
typedef GtkWidget *(*UiContextChoose) (GtkWidget *picked);

/* model: lent, and must stay as long as the widget. */
void ui_context_menu_add (GtkWidget *widget, GMenuModel *model, UiContextChoose choose);

/* The same with the object "menu" of a resource, read when it is first asked for. */
void ui_context_menu_add_resource (GtkWidget *widget, const char *path,
                                   UiContextChoose choose);
