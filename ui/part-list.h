/* ui/part-list.h — the parts of a whole text in a narrow list, to jump to them. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UI_TYPE_PART_LIST (ui_part_list_get_type ())
G_DECLARE_FINAL_TYPE (UiPartList, ui_part_list, UI, PART_LIST, GtkWidget)

void ui_part_list_clear (UiPartList *self);

/* Adds a part at the end.  id: static. */
void ui_part_list_add (UiPartList *self, const char *id, const char *title);

/* How a part stands: filled or still blank, and the severity of its worst finding
 * (NULL: none).  */
void ui_part_list_set_state (UiPartList *self, const char *id, gboolean filled,
                             const char *severity);

/* Selects a part, without a signal. */
void ui_part_list_select (UiPartList *self, const char *id);

/* Signal "chosen" (const char *id): the user wants to see this part. */

/* Chooses the part that is selected, or the first; FALSE: there is none. */
gboolean ui_part_list_activate (UiPartList *self);

G_END_DECLS
