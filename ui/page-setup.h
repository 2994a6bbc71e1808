/* ui/page-setup.h — fields to say how pages are laid out: for the preview, the printer
 * and exports.  What is chosen is kept in the file.
 */

#pragma once

#include <gtk/gtk.h>

#include "db/page-setup.h"

/* Filled with what the file has.  applied (data) is called when something was chosen;
 * NULL: by nobody.  */
GtkWidget *ui_page_setup_new (Db *db, void (*applied) (gpointer data), gpointer data);

/* Fills them anew. */
void ui_page_setup_show (GtkWidget *fields, Db *db);

/* Stores what they say, unless the file says so.  changed: whether it was stored; may
 * be NULL.  FALSE: it could not be.  */
gboolean ui_page_setup_keep (GtkWidget *fields, Db *db, gboolean *changed,
                             GError **error);
