/* ui/paste-preview.h — shows what a paste would change, before it does. */

#pragma once

#include <gtk/gtk.h>

#include "app/form/paste.h"

G_BEGIN_DECLS

/* A modal dialog; Enter confirms, Escape leaves.  confirmed is called with data where
 * the user confirms; data is freed either way.  paste is read before this returns.  */
void ui_paste_preview_show (GtkWindow *parent, const FormPaste         *paste,
                            void (*confirmed) (gpointer data), gpointer data,
                            GDestroyNotify free_data);

G_END_DECLS
