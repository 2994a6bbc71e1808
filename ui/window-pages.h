/* ui/window-pages.h — the pages of a window: the form, and those beside it. */

#pragma once

#include "app/export/proof.h"
#include "ui/window.h"

/* Installs win.page (name). */
void ui_window_pages_install (GtkWidgetClass *widget_class);

/* Adds the pages to the window's stack, which has the form as "records". */
void ui_window_pages_add (UiWindow *window);

/* Without documents there is the page "empty" alone. */
void ui_window_pages_allow (UiWindow *window, gboolean has_documents);

/* While a file is opened, nothing stands there instead of the page "empty". */
void ui_window_pages_await (UiWindow *window, gboolean is_awaited);

/* Tells the pages what is selected now; is_open FALSE: before the file is closed. */
void ui_window_pages_update (UiWindow *window, gboolean is_open);

/* Opens the catalogue of rules; rule: at this one, NULL: anywhere. */
void ui_window_pages_open_rule (UiWindow *window, const char *rule);

/* Has the page that is looked at print itself; FALSE: it is the text that is printed.
 */
gboolean ui_window_pages_print (UiWindow *window);

/* What is to be printed or exported: what the preview shows, if it is looked at; else
 * the project that is shown, or the whole text.  */
ProofChoice ui_window_pages_choice (UiWindow *window);

/* The page of it that is looked at, from 0; -1: the preview is not. */
int ui_window_pages_current (UiWindow *window);
