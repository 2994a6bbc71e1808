/* ui/import-paste.h — what was copied from WPS, Word or a browser is read as a
 * document.
 */

#pragma once

#include <gtk/gtk.h>

/* Installs win.paste-document and its key. */
void ui_import_paste_install (GtkWidgetClass *widget_class);

/* Lets it be possible when it is.  window: a UiWindow. */
void ui_import_paste_update (GtkWidget *window);
