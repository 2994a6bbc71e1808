/* tests/typing.h — what a user does to the sheet of the window: keys, typing, the
 * clipboard.
 */

#pragma once

#include "ui/cell.h"
#include "ui/form-sheet.h"

/* The sheet of the window. */
UiFormSheet *sheet (void);

/* A key as the sheet's own controller gets it. */
void press (guint key, GdkModifierType state);

/* Presses a key in a widget: whether it is taken before that gets it, or the text in it
 * and its input method.  */
gboolean takes (GtkWidget *widget, guint key);

/* Begins an edit of a cell and types a text, which is not stored yet. */
void type_in (UiCell *cell, const char *words);

/* Copies what is selected.  Newly allocated. */
char *copied (void);

/* Puts a text on the clipboard and waits until it is pasted or shown. */
void paste (const char *words);
