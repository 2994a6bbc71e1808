/* ui/item.h — a line of the navigator: a document, or one of its projects. */

#pragma once

#include <gio/gio.h>

#include "db/listing.h"

G_BEGIN_DECLS

#define UI_TYPE_ITEM (ui_item_get_type ())
G_DECLARE_FINAL_TYPE (UiItem, ui_item, UI, ITEM, GObject)

UiItem *ui_item_new_document (const ListedDocument *document);
UiItem *ui_item_new_project (const ListedProject *project, gint64 document);

/* What it stands for has another name or amount now: signal "changed" (). */
void ui_item_update_document (UiItem *self, const ListedDocument *document);
void ui_item_update_project (UiItem *self, const ListedProject *project);

gboolean    ui_item_is_document (UiItem *self);
gint64      ui_item_get_document (UiItem *self); /* of a project: the one it is in */
gint64      ui_item_get_project (UiItem *self);  /* 0 for a document */
const char *ui_item_get_title (UiItem *self);
const char *ui_item_get_detail (UiItem *self); /* amount, or number of projects */

G_END_DECLS
