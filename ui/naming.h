/* ui/naming.h — what a screen reader calls the controls that GTK makes inside others.
 */

#pragma once

#include <gtk/gtk.h>

/* Names a control, and what takes the focus in it: the button of a drop-down list, the
 * entry of a combo box, the rows' list of a column view.  */
void ui_name (GtkWidget *widget, const char *name);

/* Names the row of a list that shows this widget.  In a column view name is not used:
 * the row is called by the texts of its cells, which are labels.  */
void ui_name_row (GtkWidget *shown, const char *name);
