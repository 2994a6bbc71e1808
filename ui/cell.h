/* ui/cell.h — one cell of the form: shows its text, and edits it in place. */

#pragma once

#include <gtk/gtk.h>

#include "app/form.h"

G_BEGIN_DECLS

#define UI_TYPE_CELL (ui_cell_get_type ())
G_DECLARE_FINAL_TYPE (UiCell, ui_cell, UI, CELL, GtkWidget)

/* Signals:
 *   "edited" (const char *text): the user has typed this and means it; text is never
 * NULL. "leave" (GtkDirectionType direction): a key asks for the neighbour in this
 * direction.
 */

/* name: what a screen reader calls the cell: 指标值，第2行. */
GtkWidget *ui_cell_new (const FormCell *cell, const char *name);

/* What the cell shows and where it stands.  Lent. */
const FormCell *ui_cell_get_place (UiCell *self);

/* Replaces the text, unless it is being edited. */
void ui_cell_set_text (UiCell *self, const char *text);

gboolean ui_cell_is_editable (UiCell *self);
gboolean ui_cell_is_editing (UiCell *self);

/* Opens the editor; text NULL begins with what is there, else with text. */
void ui_cell_edit (UiCell *self, const char *text);

/* Hands over what is being typed, if anything. */
void ui_cell_commit (UiCell *self);

/* Marks the cell with the worst severity of its findings and their sentences;
 * message NULL takes the mark away.  */
void ui_cell_set_mark (UiCell *self, const char *severity, const char *message);

G_END_DECLS
