/* ui/line.h — a line of a list: an object that holds what the line shows. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UI_TYPE_LINE (ui_line_get_type ())
G_DECLARE_FINAL_TYPE (UiLine, ui_line, UI, LINE, GObject)

/* Takes data, which is freed with the line; free NULL: it is lent. */
UiLine *ui_line_new (gpointer data, GDestroyNotify free);

/* Lent. */
gpointer ui_line_get (UiLine *self);

/* What the selected line of a GtkSingleSelection holds, lent; NULL: none is. */
gpointer ui_line_get_selected (GtkSelectionModel *selection);

G_END_DECLS
