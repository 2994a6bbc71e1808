/* ui/note-list.h — what a reading did not understand, and what it put right. */

#pragma once

#include <gtk/gtk.h>

#include "app/import/proposal.h"

G_BEGIN_DECLS

#define UI_TYPE_NOTE_LIST (ui_note_list_get_type ())
G_DECLARE_FINAL_TYPE (UiNoteList, ui_note_list, UI, NOTE_LIST, GtkWidget)

/* Shows the notes of a proposal, which is lent; NULL: none. */
void ui_note_list_show (UiNoteList *self, const Proposal *proposal);

/* The number of the unread text that is selected among the notes; G_MAXUINT: none. */
guint ui_note_list_get_unread (UiNoteList *self);

/* Selects the unread text that stands at a place; FALSE: none does.  No signal. */
gboolean ui_note_list_select (UiNoteList *self, guint block, const BlockCell *cell);

/* Signal "chosen" (): another note is selected. */

G_END_DECLS
