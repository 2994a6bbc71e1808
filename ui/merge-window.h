/* ui/merge-window.h — taking in a file that was sent back: its differences, and what
 * both changed, side by side; the user decides, then it is one step.
 */

#pragma once

#include "app/review/merge.h"
#include "ui/window.h"

G_BEGIN_DECLS

#define UI_TYPE_MERGE_WINDOW (ui_merge_window_get_type ())
G_DECLARE_FINAL_TYPE (UiMergeWindow, ui_merge_window, UI, MERGE_WINDOW, GtkWindow)

/* Installs win.merge, which asks for the file. */
void ui_merge_install (GtkWidgetClass *widget_class);

/* Lets it be possible when it is.  window: a UiWindow. */
void ui_merge_update (GtkWidget *window);

/* Reads the file in a thread, then shows what differs, or says that nothing does. */
void ui_merge_file (UiWindow *window, GFile *file);

/* Takes the merge; name: of the file. */
GtkWidget *ui_merge_window_new (UiWindow *window, Merge *merge, const char *name);

/* How many the user has not decided yet. */
guint ui_merge_window_get_open (UiMergeWindow *self);

G_END_DECLS
