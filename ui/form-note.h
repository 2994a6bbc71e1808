/* ui/form-note.h — a few words below the cell that is being edited: how what is typed
 * is understood, or that it comes from a draft.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UI_TYPE_FORM_NOTE (ui_form_note_get_type ())
G_DECLARE_FINAL_TYPE (UiFormNote, ui_form_note, UI, FORM_NOTE, GtkPopover)

GtkWidget *ui_form_note_new (void);

/* Shows words below a cell, which stands somewhere in the note's parent; NULL words:
 * nothing.  offer: with buttons to keep or discard what was typed.  */
void ui_form_note_show (UiFormNote *self, GtkWidget *cell, const char *words,
                        gboolean offer);

/* Follows the cell after it has moved; while it is out of sight nothing is shown. */
void ui_form_note_follow (UiFormNote *self);

/* Signal "answered" (gboolean keep): the user has answered the offer. */

G_END_DECLS
