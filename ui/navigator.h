/* ui/navigator.h — the documents and projects of a record file, as a tree. */

#pragma once

#include <gtk/gtk.h>

#include "ui/item.h"

G_BEGIN_DECLS

#define UI_TYPE_NAVIGATOR (ui_navigator_get_type ())
G_DECLARE_FINAL_TYPE (UiNavigator, ui_navigator, UI, NAVIGATOR, GtkWidget)

GtkWidget *ui_navigator_new (void);

/* Shows what the file holds now and keeps the selection where it can; the first project
 * is selected otherwise.  The file must outlive the navigator.  */
gboolean ui_navigator_load (UiNavigator *self, Db *db, GError **error);

/* The selected line, or NULL.  Lent. */
UiItem *ui_navigator_get_selected (UiNavigator *self);

gboolean ui_navigator_select_project (UiNavigator *self, gint64 project);

/* Signal "selected" (): another line is selected. */

G_END_DECLS
