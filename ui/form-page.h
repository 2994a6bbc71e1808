/* ui/form-page.h — the form of one project, scrolled and edited in place. */

#pragma once

#include <gtk/gtk.h>

#include "app/form.h"

G_BEGIN_DECLS

#define UI_TYPE_FORM_PAGE (ui_form_page_get_type ())
G_DECLARE_FINAL_TYPE (UiFormPage, ui_form_page, UI, FORM_PAGE, GtkWidget)

GtkWidget *ui_form_page_new (void);

/* Shows a project of the file, or the same one anew; 0 shows nothing.  The file must
 * outlive the page.  */
gboolean ui_form_page_show (UiFormPage *self, Db *db, gint64 project, GError **error);

/* What is shown; 0: nothing. */
gint64 ui_form_page_get_project (UiFormPage *self);

/* Hands over what is being typed, as when the focus leaves. */
void ui_form_page_commit (UiFormPage *self);

/* Puts the cursor in the cell that shows a column of a record.  FALSE: the form has
 * none. */
gboolean ui_form_page_go_to (UiFormPage *self, const char *table_name, gint64 row_id,
                             const char *column_name);

/* The record of the cell with the cursor; FALSE when the cursor is elsewhere. */
gboolean ui_form_page_get_cursor (UiFormPage *self, const char **table_name,
                                  gint64 *row_id, const char **column_name);

/* Takes all marks away. */
void ui_form_page_reset_marks (UiFormPage *self);

/* Marks the cell that shows a column of a record, if the form has one. */
void ui_form_page_mark (UiFormPage *self, const char *table_name, gint64 row_id,
                        const char *column_name, const char *severity,
                        const char *message);

/* Signal "edited" (const char *table_name, gint64 row_id, const char *column_name,
 * const char *text): the user means the cell to hold this text.  */

G_END_DECLS
