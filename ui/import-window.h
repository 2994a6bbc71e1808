/* ui/import-window.h — documents are read, previewed, and written into a window's
 * record file, or not.
 */

#pragma once

#include "ui/import-file.h"
#include "ui/window.h"

G_BEGIN_DECLS

#define UI_TYPE_IMPORT_WINDOW (ui_import_window_get_type ())
G_DECLARE_FINAL_TYPE (UiImportWindow, ui_import_window, UI, IMPORT_WINDOW, GtkWindow)

/* Opens it and begins to read.  files: UiImportFile *. */
GtkWindow *ui_import_window_open (UiWindow *window, GPtrArray *files);

/* Opens it with files: GFile. */
void ui_import_files (UiWindow *window, GListModel *files);

G_END_DECLS
