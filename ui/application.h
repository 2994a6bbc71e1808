/* ui/application.h — the program with its windows, one for each record file. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UI_TYPE_APPLICATION (ui_application_get_type ())
G_DECLARE_FINAL_TYPE (UiApplication, ui_application, UI, APPLICATION, GtkApplication)

UiApplication *ui_application_new (void);

G_END_DECLS
