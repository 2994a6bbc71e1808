/* ui/export-dialog.h — export of the document that is shown, as a file of any kind. */

#pragma once

#include "app/export/proof.h"
#include "ui/window.h"

/* Installs win.export, which asks what is to be exported, and where to. */
void ui_export_install (GtkWidgetClass *widget_class);

/* Writes the file in a thread with a connection of its own; a dialog says that it is
 * being done.  */
void ui_export (UiWindow *window, const ProofChoice *choice, const char *format,
                GFile *file);
