/* ui/item.h — a line of the navigator: a document, or one of its projects. */

#pragma once

#include <gio/gio.h>

#include "db/listing.h"

G_BEGIN_DECLS

#define UI_TYPE_ITEM (ui_item_get_type ())
G_DECLARE_FINAL_TYPE (UiItem, ui_item, UI, ITEM, GObject)

UiItem *ui_item_new_document (const ListedDocument *document);
UiItem *ui_item_new_project (const ListedProject *project, gint64 document);

gboolean    ui_item_is_document (UiItem *self);
gint64      ui_item_get_document (UiItem *self); /* of a project: the one it is in */
gint64      ui_item_get_project (UiItem *self);  /* 0 for a document */
const char *ui_item_get_title (UiItem *self);
const char *ui_item_get_detail (UiItem *self); /* amount, or number of projects */

G_END_DECLS
