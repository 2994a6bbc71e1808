/* ui/import-job.h — documents are read into a window's record file, and what came of it
 * is said in a dialog.
 */

#pragma once

#include "ui/window.h"

/* files: GFile. */
void ui_import_files (UiWindow *window, GListModel *files);
