/* ui/library-uses.h — where an indicator of the library stands: the same one in other
 * units side by side, with the targets that are far from the others marked.
 */

#pragma once

#include <gtk/gtk.h>

#include "app/library/library.h"

G_BEGIN_DECLS

#define UI_TYPE_LIBRARY_USES (ui_library_uses_get_type ())
G_DECLARE_FINAL_TYPE (UiLibraryUses, ui_library_uses, UI, LIBRARY_USES, GtkWidget)

/* Its buttons are the actions library.insert and library.go-to of a widget above. */
GtkWidget *ui_library_uses_new (void);

/* Takes LibraryUse *; NULL: nothing. */
void ui_library_uses_show (UiLibraryUses *self, GPtrArray *uses);

/* The use that is selected, NULL: none.  Lent. */
const LibraryUse *ui_library_uses_get (UiLibraryUses *self);

/* Signal "selected" (): another one is, or none. */

G_END_DECLS
