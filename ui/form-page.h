/* ui/form-page.h — the form of one project, scrolled and edited in place. */

#pragma once

#include <gtk/gtk.h>

#include "app/form/range.h"

G_BEGIN_DECLS

#define UI_TYPE_FORM_PAGE (ui_form_page_get_type ())
G_DECLARE_FINAL_TYPE (UiFormPage, ui_form_page, UI, FORM_PAGE, GtkWidget)

/* Shows a project of the file, or the same one anew: the cursor then stays where it is.
 * 0 shows nothing.  The file must outlive the page.  */
gboolean ui_form_page_show (UiFormPage *self, Db *db, gint64 project, GError **error);

/* Which form draws the projects from the next ui_form_page_show() on; static.  NULL, as
 * at first: the one of the project's document.  */
void        ui_form_page_set_layout (UiFormPage *self, const char *layout);
const char *ui_form_page_get_layout (UiFormPage *self);

/* What is shown, NULL: nothing.  Lent. */
const FormTable *ui_form_page_get_table (UiFormPage *self);

/* The file of what is shown, NULL: nothing.  Lent. */
Db *ui_form_page_get_db (UiFormPage *self);

/* What is selected, the cursor's cell at least; FALSE: there is no cursor. */
gboolean ui_form_page_get_range (UiFormPage *self, FormRange *range);

gboolean ui_form_page_is_editing (UiFormPage *self);

/* Has a text stored in a cell of the table, as if it were typed.  FALSE: it was
 * refused.
 */
gboolean ui_form_page_set (UiFormPage *self, const FormCell *cell, const char *text);

/* Opens the editor of a cell with a text that an earlier session did not finish, for
 * the user to keep or discard.  FALSE: the cell cannot be edited.  */
gboolean ui_form_page_offer (UiFormPage *self, const FormCell *cell, const char *text);

/* Hands over what is being typed, as when the focus leaves.  FALSE: it was refused. */
gboolean ui_form_page_commit (UiFormPage *self);

/* The cell with the cursor, or NULL.  Lent. */
const FormCell *ui_form_page_get_cursor (UiFormPage *self);

/* Puts the cursor in a cell of the table. */
void ui_form_page_go_to (UiFormPage *self, const FormCell *cell);

/* Puts the cursor in the first cell of a record's row. */
void ui_form_page_go_to_row (UiFormPage *self, const char *table_name, gint64 row_id);

/* Marks a cell of the table with a finding; the worst is to come first. */
void ui_form_page_add_mark (UiFormPage *self, const FormCell *cell,
                            const char *severity, const char *message);
void ui_form_page_clear_marks (UiFormPage *self);

/* Signal "edited" (gpointer cell, const char *text) → gboolean: the user means this
 * FormCell of the table to hold the text; FALSE: it could not be stored.
 * Signal "changed" (): the page itself has changed records, which are to be shown anew.
 */

G_END_DECLS
