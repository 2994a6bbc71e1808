/* ui/window-years.h — what a window does about last year and next year: the actions
 * win.form-table (targets, monitoring, evaluation), win.confirm-carried (cell, project,
 * document) and win.draft-next-year.
 */

#pragma once

#include "ui/window.h"

/* Installs the actions on the class of UiWindow. */
void ui_window_years_install (GtkWidgetClass *widget_class);

/* Lets those be possible that are; to be called with ui_window_actions_update(). */
void ui_window_years_update (UiWindow *window);
