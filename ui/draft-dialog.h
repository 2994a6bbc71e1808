/* ui/draft-dialog.h — asks for what next year's text is drafted from. */

#pragma once

#include "ui/window.h"

/* Asks for the year and for the projects of a text that go on, and opens the draft. */
void ui_ask_draft (UiWindow *window, gint64 document);
