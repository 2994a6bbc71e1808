/* ui/provenance-dialog.h — 出处: which document the cell under the cursor was read
 * from, and where in it.
 */

#pragma once

#include <gtk/gtk.h>

/* Installs win.show-source and its key. */
void ui_provenance_install (GtkWidgetClass *widget_class);

/* Lets it be possible when it is.  window: a UiWindow. */
void ui_provenance_update (GtkWidget *window);
