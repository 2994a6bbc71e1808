/* ui/preedit.h — what an input method is composing in a text that is edited.
 *
 * Until a word is chosen, Enter, Escape, Tab and the arrows are the input method's: who
 * takes keys before the text does asks here first.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Once for a GtkText or a GtkTextView, or what edits with one. */
void ui_preedit_watch (GtkWidget *editor);

/* What is being composed there.  Lent; NULL: nothing. */
const char *ui_preedit_get (GtkWidget *editor);

G_END_DECLS
