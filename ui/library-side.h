/* ui/library-side.h — indicators of the library beside the form, while the name of one
 * is typed there.  The list takes no focus: that stays in the editor.
 */

#pragma once

#include <gtk/gtk.h>

#include "app/library/library.h"

G_BEGIN_DECLS

#define UI_TYPE_LIBRARY_SIDE (ui_library_side_get_type ())
G_DECLARE_FINAL_TYPE (UiLibrarySide, ui_library_side, UI, LIBRARY_SIDE, GtkWidget)

GtkWidget *ui_library_side_new (void);

/* Lists what words find, those of the level (NULL: any) first.  library: a reference is
 * kept; NULL words: nothing, and the list is not there.  */
void ui_library_side_show (UiLibrarySide *self, Library *library, const char *words,
                           const char *level2);

/* Selects the next one, or (-1) the one before. */
void ui_library_side_step (UiLibrarySide *self, int by);

/* The one that is selected, NULL: none.  Lent. */
const LibraryEntry *ui_library_side_get (UiLibrarySide *self);

/* Signal "chosen" (): the user has clicked the one that is selected now. */

G_END_DECLS
