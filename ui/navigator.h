/* ui/navigator.h — the years, documents, units and projects of a record file as a tree.
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/item.h"

G_BEGIN_DECLS

#define UI_TYPE_NAVIGATOR (ui_navigator_get_type ())
G_DECLARE_FINAL_TYPE (UiNavigator, ui_navigator, UI, NAVIGATOR, GtkWidget)

/* Shows what the file holds now; of a file that is shown already, what was open stays
 * open and the selection stays where it can.  The first project is selected otherwise.
 * No signal.  The file must outlive the navigator; NULL: none.
 */
void ui_navigator_load (UiNavigator *self, Db *db);

/* Reads the selected line again and counts its findings anew, if something was written
 * to the file.  For edits; when lines may have come or gone, load.  */
void ui_navigator_update (UiNavigator *self);

/* Counts the findings of the document that is selected again. */
void ui_navigator_recount (UiNavigator *self);

/* Whether the file holds a document. */
gboolean ui_navigator_has_documents (UiNavigator *self);

/* Puts the cursor in the list. */
void ui_navigator_focus (UiNavigator *self);

/* The selected line, or NULL.  Lent. */
UiItem *ui_navigator_get_selected (UiNavigator *self);

/* The next table of the document that is selected, or the one before (by 1, -1), that
 * has findings or is not counted yet, as they stand in the list and around at the ends;
 * table 0: before the first.  0: there is none.  */
gint64 ui_navigator_find_findings (UiNavigator *self, gint64 table, int by);

/* The title of the selected document, or of the one whose project is; newly allocated.
 */
char *ui_navigator_dup_document_title (UiNavigator *self);

/* Selects the line of a project, or of a document with project 0; what is above it is
 * opened.  FALSE: there is none. */
gboolean ui_navigator_select (UiNavigator *self, gint64 document, gint64 project);

/* The same for any line but a year's: what is in this document.  */
gboolean ui_navigator_select_line (UiNavigator *self, gint64 document,
                                   const TreeKey *key);

/* Signal "selected" (): another line is selected. */

G_END_DECLS
