/* ui/navigator.h — the documents and projects of a record file, as a tree. */

#pragma once

#include <gtk/gtk.h>

#include "ui/item.h"

G_BEGIN_DECLS

#define UI_TYPE_NAVIGATOR (ui_navigator_get_type ())
G_DECLARE_FINAL_TYPE (UiNavigator, ui_navigator, UI, NAVIGATOR, GtkWidget)

/* Shows what the file holds now and keeps the selection where it can; the first project
 * is selected otherwise.  No signal.  The file must outlive the navigator; NULL: none.
 */
gboolean ui_navigator_load (UiNavigator *self, Db *db, GError **error);

/* Reads the names and amounts of the selected document again, no more. */
gboolean ui_navigator_update (UiNavigator *self, GError **error);

/* Whether the file holds a document, found or not. */
gboolean ui_navigator_has_documents (UiNavigator *self);

/* Puts the cursor in the list. */
void ui_navigator_focus (UiNavigator *self);

/* Lets the user type what to search for. */
void ui_navigator_search (UiNavigator *self);

/* The selected line, or NULL.  Lent. */
UiItem *ui_navigator_get_selected (UiNavigator *self);

/* The title of the selected document, or of the one whose project is; newly allocated.
 */
char *ui_navigator_dup_document_title (UiNavigator *self);

/* Selects the line of a project, whose document is opened for it; a search that hides
 * it is over.  */
gboolean ui_navigator_select (UiNavigator *self, gint64 document, gint64 project);

/* Signal "selected" (): another line is selected. */

G_END_DECLS
