/* ui/import-preview.h — a document that was read beside the records proposed of it. */

#pragma once

#include <gtk/gtk.h>

#include "ui/import-file.h"

G_BEGIN_DECLS

#define UI_TYPE_IMPORT_PREVIEW (ui_import_preview_get_type ())
G_DECLARE_FINAL_TYPE (UiImportPreview, ui_import_preview, UI, IMPORT_PREVIEW, GtkWidget)

/* Shows a file that was read, for the record file db; both are lent.  NULL: none. */
void ui_import_preview_show (UiImportPreview *self, UiImportFile *file, Db *db);

/* Signal "changed" (): the user has chosen to take or leave something. */

G_END_DECLS
