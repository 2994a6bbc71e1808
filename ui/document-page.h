/* ui/document-page.h — the whole-text pages of a document: its parts below each other,
 * edited in place, and a list to jump to them.
 */

#pragma once

#include "app/form/text-page.h"
#include "ui/form-sheet.h"

G_BEGIN_DECLS

#define UI_TYPE_DOCUMENT_PAGE (ui_document_page_get_type ())
G_DECLARE_FINAL_TYPE (UiDocumentPage, ui_document_page, UI, DOCUMENT_PAGE, GtkWidget)

/* Shows a document of the file, or the same one anew: the cursor then stays where it
 * is. 0 shows nothing.  The file must outlive the page.  */
gboolean ui_document_page_show (UiDocumentPage *self, Db *db, gint64 document,
                                GError **error);

/* What is shown; 0: nothing. */
gint64 ui_document_page_get_document (UiDocumentPage *self);

/* Where it is edited.  Lent. */
UiFormSheet *ui_document_page_get_sheet (UiDocumentPage *self);

/* The cell with the cursor if it is of a row that can be moved and removed, or NULL.
 * Lent.  */
const FormCell *ui_document_page_get_row (UiDocumentPage *self);

/* Puts the cursor in the first cell of a part; its ids stand in app/form/text-layout.c.
 */
void ui_document_page_go_to_part (UiDocumentPage *self, const char *part);

/* Puts the cursor in the cell that a finding is about; FALSE: there is none here. */
gboolean ui_document_page_go_to_finding (UiDocumentPage *self, const Finding *finding);

/* Marks the cells that these findings (Finding *, the worst first) are about; NULL:
 * none. */
void ui_document_page_mark (UiDocumentPage *self, GPtrArray *findings);

/* Signal "changed" (gboolean named): the user has changed the document; named: its
 * year, its department or another thing that it is called by.  */

G_END_DECLS
