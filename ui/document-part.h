/* ui/document-part.h — a part of a whole text on its page: heading, hint, grids. */

#pragma once

#include <gtk/gtk.h>

#include "app/form/text-page.h"

G_BEGIN_DECLS

#define UI_TYPE_DOCUMENT_PART (ui_document_part_get_type ())
G_DECLARE_FINAL_TYPE (UiDocumentPart, ui_document_part, UI, DOCUMENT_PART, GtkWidget)

/* id: static, of app/form/text-layout.c. */
GtkWidget *ui_document_part_new (const char *id, const char *title, gboolean read_only);

const char *ui_document_part_get_id (UiDocumentPart *self);

/* Puts the grid of one of its tables below the others. */
void ui_document_part_add (UiDocumentPart *self, GtkWidget *grid,
                           const TextTable *table);

/* To be called when a grid shows something else: one that is wider than the page keeps
 * its width and scrolls.  */
void ui_document_part_fit (GtkWidget *grid, const TextTable *table);

/* A part that holds nothing says how to begin with it. */
void ui_document_part_set_blank (UiDocumentPart *self, gboolean blank);

/* Signal "add-form" (): the user wants a table of targets in it. */

G_END_DECLS
