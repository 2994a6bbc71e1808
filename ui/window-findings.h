/* ui/window-findings.h — what one can do about findings, by menu, button and key. */

#pragma once

#include "ui/window.h"

/* Installs win.next-finding, win.previous-finding, win.fix (index), win.fix-alike,
 * win.fix-certain, win.waive, win.revoke, win.copy-findings, win.copy-all-findings,
 * win.find-finding and win.rule-help.  */
void ui_window_findings_install (GtkWidgetClass *widget_class);

/* Lets those be possible that are; to be called when another finding is selected. */
void ui_window_findings_update (UiWindow *window);

/* Once the findings of what is shown are read, goes to the first of a rule. */
void ui_window_findings_show_rule (UiWindow *window, const char *rule);
