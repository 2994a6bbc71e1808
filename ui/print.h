/* ui/print.h — pages on paper. */

#pragma once

#include "app/export/proof.h"
#include "ui/window.h"

/* Asks for printer, pages and paper, which the file keeps, and prints what is chosen.
 * path: the pages go to this PDF file, and nothing is asked; NULL: to the printer.
 * FALSE: nothing was printed, and, with an error, why.  */
gboolean ui_print (UiWindow *window, const ProofChoice *choice, const char *path,
                   GError **error);

/* Installs win.print. */
void ui_print_install (GtkWidgetClass *widget_class);
