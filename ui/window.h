/* ui/window.h — the window of one record file. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UI_TYPE_WINDOW (ui_window_get_type ())
G_DECLARE_FINAL_TYPE (UiWindow, ui_window, UI, WINDOW, GtkApplicationWindow)

GtkWidget *ui_window_new (GtkApplication *application);

/* Opens a record file, made when missing; says so in a dialog when it cannot. */
gboolean ui_window_open (UiWindow *self, GFile *file);

/* NULL while no file is open.  Lent. */
GFile *ui_window_get_file (UiWindow *self);

G_END_DECLS
