/* ui/form-sheet.h — the tables of a page, edited as in a spreadsheet: one cursor, a
 * selection in the table that it stands in, an editor whose text is kept from the first
 * key on.
 */

#pragma once

#include "app/form/edit.h"
#include "app/form/range.h"
#include "ui/form-grid.h"

G_BEGIN_DECLS

#define UI_TYPE_FORM_SHEET (ui_form_sheet_get_type ())
G_DECLARE_FINAL_TYPE (UiFormSheet, ui_form_sheet, UI, FORM_SHEET, GtkWidget)

/* name: what a screen reader calls it. */
GtkWidget *ui_form_sheet_new (const char *name);

/* The box that the page puts its grids into, with whatever stands between them. */
GtkWidget *ui_form_sheet_get_paper (UiFormSheet *self);

/* Makes another grid, the next in the order of the keys, for the page to put on the
 * paper.  */
GtkWidget *ui_form_sheet_add_grid (UiFormSheet *self);

/* Takes all away from the paper. */
void ui_form_sheet_clear (UiFormSheet *self);

/* UiFormGrid *, in order.  Lent. */
GPtrArray *ui_form_sheet_get_grids (UiFormSheet *self);

/* Around giving the grids other tables of a file, which must outlive them.  same: of
 * what was shown before; then the cursor stays with its record, else what is shown
 * begins at its top.  */
void ui_form_sheet_begin (UiFormSheet *self, Db *db, gboolean same);
void ui_form_sheet_finish (UiFormSheet *self);

/* The file of what is shown, NULL: nothing.  Lent. */
Db *ui_form_sheet_get_db (UiFormSheet *self);

/* The cell with the cursor, its grid, and what these show; NULL: there is no cursor.
 * Lent.  */
UiCell          *ui_form_sheet_get_cell (UiFormSheet *self);
UiFormGrid      *ui_form_sheet_get_grid (UiFormSheet *self);
const FormTable *ui_form_sheet_get_table (UiFormSheet *self);
const FormCell  *ui_form_sheet_get_cursor (UiFormSheet *self);

/* What is selected, the cursor's cell at least; FALSE: there is no cursor. */
gboolean ui_form_sheet_get_range (UiFormSheet *self, FormRange *range);

gboolean ui_form_sheet_is_editing (UiFormSheet *self);

/* Has a text stored in a cell of a grid's table, as if it were typed; of a choice
 * (app/form/choice.h) its value.  FALSE: it was refused.  */
gboolean ui_form_sheet_set (UiFormSheet *self, UiFormGrid *grid, const FormCell *cell,
                            const char *text);

/* Opens the editor of a cell with a text that an earlier session did not finish, for
 * the user to keep or discard.  FALSE: the cell cannot be edited.  */
gboolean ui_form_sheet_offer (UiFormSheet *self, UiFormGrid *grid, const FormCell *cell,
                              const char *text);

/* Hands over what is being typed, as when the focus leaves.  FALSE: it was refused. */
gboolean ui_form_sheet_commit (UiFormSheet *self);

/* Puts the cursor in a cell of a grid's table. */
void ui_form_sheet_go_to (UiFormSheet *self, UiFormGrid *grid, const FormCell *cell);

/* Puts it in the first or the last cell of all. */
void ui_form_sheet_go_to_end (UiFormSheet *self, gboolean last);

/* The cell that is a screenful up or down from another one, at least one further; NULL:
 * there is none.  */
UiCell *ui_form_sheet_page_from (UiFormSheet *self, UiCell *from,
                                 GtkDirectionType direction);

/* Scrolls to a widget on the paper, which then is at the top. */
void ui_form_sheet_begin_with (UiFormSheet *self, GtkWidget *widget);

/* Has what the user looks at scrolled into sight, when it has its place. */
void ui_form_sheet_reveal (UiFormSheet *self);

/* Puts the cursor where a column of a record is shown, or another of the record; column
 * NULL: the first.  FALSE: the record is not here.  */
gboolean ui_form_sheet_go_to_record (UiFormSheet *self, const char *table_name,
                                     gint64 row, const char *column);

/* Marks a cell of a grid's table with a finding; the worst is to come first. */
void ui_form_sheet_add_mark (UiFormSheet *self, UiFormGrid *grid, const FormCell *cell,
                             const char *severity, const char *message);
void ui_form_sheet_clear_marks (UiFormSheet *self);

/* Signal "changed" (UiFormGrid *grid): the user has changed records through its cells;
 * all is to be shown anew.
 * Signal "entered" (UiFormGrid *grid): the cursor is in one of its cells.
 * Signal "cell-added" (UiCell *cell): to connect to a new cell of any grid.  */

G_END_DECLS
