/* ui/variant-list.h — one thing spelled in several ways (units of measure, names of
 * indicators, bases with their document numbers), made one.
 */

#pragma once

#include <gtk/gtk.h>

#include "db/db.h"

G_BEGIN_DECLS

#define UI_TYPE_VARIANT_LIST (ui_variant_list_get_type ())
G_DECLARE_FINAL_TYPE (UiVariantList, ui_variant_list, UI, VARIANT_LIST, GtkWidget)

GtkWidget *ui_variant_list_new (void);

/* Reads the file, which must outlive the list, or be NULL before it is closed. */
gboolean ui_variant_list_load (UiVariantList *self, Db *db, GError **error);

/* Signal "changed" (): the list has changed the records. */

G_END_DECLS
