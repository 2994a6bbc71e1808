/* ui/overview-print.h — the overview on paper and in files. */

#pragma once

#include "ui/overview-page.h"

/* Installs overview.print and overview.export (a format). */
void ui_overview_print_install (GtkWidgetClass *page_class);

/* Prints it; path: to this PDF file, and nothing is asked; NULL: to the printer. FALSE:
 * nothing was printed, and, with an error, why.  */
gboolean ui_overview_print (UiOverviewPage *page, const char *path, GError **error);
