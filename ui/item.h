/* ui/item.h — a line of the navigator: a year, a document, a unit or a project. */

#pragma once

#include <gio/gio.h>

#include "app/check/tally.h"

G_BEGIN_DECLS

#define UI_TYPE_ITEM (ui_item_get_type ())
G_DECLARE_FINAL_TYPE (UiItem, ui_item, UI, ITEM, GObject)

/* document: the one that a document's, a unit's or a project's line is in; 0 for a
 * year.
 */
UiItem *ui_item_new (const TreeKey *key, gint64 document);

/* What is to be written on the line, and what it adds up to (NULL: not known yet); the
 * signal "changed" () says that either became another.  */
void ui_item_set_line (UiItem *self, const TreeLine *line);
void ui_item_set_sum (UiItem *self, const TallySum *sum);

/* What a document is called: 2024 年 某局.  Newly allocated. */
char *ui_item_document_title (const TreeLine *line);

const TreeKey *ui_item_get_key (UiItem *self);
gboolean       ui_item_is_document (UiItem *self);
gint64         ui_item_get_document (UiItem *self);
gint64         ui_item_get_project (UiItem *self); /* 0: it is no project */
const char    *ui_item_get_title (UiItem *self);
const char    *ui_item_get_detail (UiItem *self); /* number of projects, amount */

/* How many findings of each severity, with its sign: ✕ 2  ▲ 5; "" for none, newly
 * allocated.  worst gets the worst severity, static, or NULL.  */
char *ui_item_dup_findings (UiItem *self, const char **worst);

G_END_DECLS
