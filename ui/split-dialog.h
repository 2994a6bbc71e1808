/* ui/split-dialog.h — asks for what goes into a new project when one is split. */

#pragma once

#include "ui/window.h"

/* Lists the goals and targets of a project, those that are selected in the form ticked,
 * and asks for the name and the money of the new project, which is opened then.  */
void ui_ask_split (UiWindow *window, gint64 project);
