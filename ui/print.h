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

/* For what is no text: an operation in points on whole pages, set up as the file was
 * printed last; path as above.  */
GtkPrintOperation *ui_print_operation_new (Db *db, const char *title, const char *path);

/* The next print of the file begins with its printer and paper.  A file that cannot be
 * written is printed all the same.  */
gboolean ui_print_keep (GtkPrintOperation *operation, Db *db, GError **error);

/* Scales what is drawn next to the middle of the paper, as large as it fits. */
void ui_print_fit (GtkPrintContext *context, double width, double height);
