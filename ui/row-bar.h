/* ui/row-bar.h — the buttons for the rows of a table: they do what the menu and the
 * keys do to the row with the cursor, and leave the cursor there; and one for a
 * project.
 */

#pragma once

#include <gtk/gtk.h>

GtkWidget *ui_row_bar_new (void);
