/* ui/bar.h — controls in a row, which goes on in the next line where room is short. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UI_TYPE_BAR (ui_bar_get_type ())
G_DECLARE_FINAL_TYPE (UiBar, ui_bar, UI, BAR, GtkWidget)

/* gap: pixels between two of them.  A child that expands gets what its line leaves. */
GtkWidget *ui_bar_new (int gap);
void       ui_bar_append (UiBar *self, GtkWidget *child);

G_END_DECLS
