/* ui/window-review.h — 审核意见 in the window: said of what has the cursor, marked in
 * the cells.
 */

#pragma once

#include "ui/form-sheet.h"

/* Installs win.comment (cell, row, project or text) and their keys. */
void ui_window_review_install (GtkWidgetClass *widget_class);

/* Lets it be possible when it is.  window: a UiWindow. */
void ui_window_review_update (GtkWidget *window);

/* The menu over the cells of a sheet. */
void ui_window_review_add_menu (GtkWidget *sheet);

/* Marks the cells of a sheet that comments speak of which are not settled; n gets how
 * many there are of the project, or (0) of the text.  FALSE: they could not be read. */
gboolean ui_window_review_mark (UiFormSheet *sheet, Db *db, gint64 document,
                                gint64 project, guint *n, GError **error);
