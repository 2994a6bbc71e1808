/* ui/arranging-dialog.h — the questions that are asked before texts, units and projects
 * are begun, copied, renamed, moved or deleted in a window; then the window shows what
 * was done.  window: a UiWindow with a file.
 */

#pragma once

#include <gtk/gtk.h>

#include "app/edit/removal.h"
#include "ui/window.h"

/* copied: a text that it begins with; 0: the user may choose one. */
void ui_ask_new_text (UiWindow *window, gint64 copied);

void ui_ask_department_name (UiWindow *window, gint64 department);

/* unit: that is renamed, 0: one is added. */
void ui_ask_unit (UiWindow *window, gint64 document, gint64 unit);
void ui_ask_unit_copy (UiWindow *window, gint64 document, gint64 unit);

void ui_ask_move (UiWindow *window, gint64 project);

void ui_ask_removal (UiWindow *window, const Removal *removal);
