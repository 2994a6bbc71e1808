/* ui/cell.h — one cell of the form: shows its text, and edits it in place. */

#pragma once

#include <gtk/gtk.h>

#include "app/form/form.h"

G_BEGIN_DECLS

#define UI_TYPE_CELL (ui_cell_get_type ())
G_DECLARE_FINAL_TYPE (UiCell, ui_cell, UI, CELL, GtkWidget)

/* Signals:
 *   "begin" (): the user wants to edit; who knows the record answers with
 * ui_cell_edit().
 *   "typed" (const char *text): what stands in the editor now; NULL: it was closed.
 *   "edited" (const char *text) → gboolean: the user has typed this and means it;
 * FALSE: it could not be stored, and the editor stays open.  text is never NULL.
 *   "leave" (GtkDirectionType direction, gboolean was_typed): a key asks for the
 * neighbour there; was_typed: after an edit that left a text.
 */

/* name: what a screen reader calls the cell: 指标值，第2行，培训人数.  A cell that
 * shows nothing of a record cannot take the focus. */
GtkWidget *ui_cell_new (const FormCell *cell, const char *name);

/* What the cell shows and where it stands.  Lent. */
const FormCell *ui_cell_get_place (UiCell *self);

/* Puts the text at the right, as figures are. */
void ui_cell_align_right (UiCell *self);

/* What the cell shows while it is not edited: its text, or the invitation to write one.
 * Lent.  */
const char *ui_cell_get_text (UiCell *self);

/* Replaces the name and the text; what is being typed stays. */
void ui_cell_set_text (UiCell *self, const char *name, const char *text);

gboolean ui_cell_is_editing (UiCell *self);

/* Opens the editor with a text: what the record holds. */
void ui_cell_edit (UiCell *self, const char *text);

/* As typing does, asks for an editor and empties it; as long as nothing is typed then,
 * leaving it changes nothing.  */
void ui_cell_begin_anew (UiCell *self);

/* Puts another text into the open editor. */
void ui_cell_replace (UiCell *self, const char *text);

/* Gives up what is being typed. */
void ui_cell_cancel (UiCell *self);

/* Hands over what is being typed, if anything.  FALSE: it was refused. */
gboolean ui_cell_commit (UiCell *self);

/* Marks the cell with a finding, as "carried" over from last year, or with a "comment"
 * of a reviewer; the worst is to come first, sentences add up.  */
void ui_cell_add_mark (UiCell *self, const char *severity, const char *message);
void ui_cell_clear_marks (UiCell *self);

G_END_DECLS
