/* ui/form-page.h — the form of one project, scrolled and edited in place. */

#pragma once

#include "ui/form-sheet.h"

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

/* Where it is edited.  Lent. */
UiFormSheet *ui_form_page_get_sheet (UiFormPage *self);

/* Puts the cursor in a cell of the table. */
void ui_form_page_go_to (UiFormPage *self, const FormCell *cell);

/* Marks a cell of the table with a finding; the worst is to come first. */
void ui_form_page_add_mark (UiFormPage *self, const FormCell *cell,
                            const char *severity, const char *message);

/* Signal "changed" (): the user has changed records, which are to be shown anew. */

G_END_DECLS
