/* ui/sides.h — what stands beside the form: how wide it is, and whether there is room.
 *
 * In a window that is too narrow for all, one side is open at a time, the one that was
 * asked for last; a button at the edge brings the other.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The projects at the left, the findings at the right. */
typedef enum { UI_SIDE_PROJECTS, UI_SIDE_FINDINGS, UI_N_SIDES } UiSide;

#define UI_TYPE_SIDES (ui_sides_get_type ())
G_DECLARE_FINAL_TYPE (UiSides, ui_sides, UI, SIDES, GtkWidget)

/* page: the projects, and beside them beside: the form and the findings. */
UiSides *ui_sides_new (GtkPaned *page, GtkPaned *beside);

/* The sides that a widget stands in or between. */
UiSides *ui_sides_of (GtkWidget *widget);

GtkWidget *ui_sides_get_box (UiSides *self, UiSide side);

/* Whether the user wants it: it may be folded all the same. */
gboolean ui_sides_is_wanted (UiSides *self, UiSide side);

/* The user wants it or does not; where only one has room, this one. */
void ui_sides_want (UiSides *self, UiSide side, gboolean is_wanted);

/* Where only one has room, this one, unless it is not wanted. */
void ui_sides_prefer (UiSides *self, UiSide side);

/* How they were left, in a group of a key file. */
void ui_sides_load (UiSides *self, GKeyFile *file, const char *group);
void ui_sides_save (UiSides *self, GKeyFile *file, const char *group);

G_END_DECLS
