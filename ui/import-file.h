/* ui/import-file.h — a document on its way into a record file: read in a thread, then
 * compared, then written or not.
 */

#pragma once

#include <gio/gio.h>

#include "app/import/previewed.h"

G_BEGIN_DECLS

#define UI_TYPE_IMPORT_FILE (ui_import_file_get_type ())
G_DECLARE_FINAL_TYPE (UiImportFile, ui_import_file, UI, IMPORT_FILE, GObject)

typedef enum {
  UI_IMPORT_WAITING,
  UI_IMPORT_READING,
  UI_IMPORT_READ,
  UI_IMPORT_REFUSED,
  UI_IMPORT_WRITTEN,
} UiImportState;

UiImportFile *ui_import_file_new (GFile *file);

/* What was copied elsewhere, text/html.  document: the text that it becomes a part of;
 * 0: one of its own.  */
UiImportFile *ui_import_file_new_pasted (GBytes *html, gint64 document);

const char   *ui_import_file_get_name (UiImportFile *self);
UiImportState ui_import_file_get_state (UiImportFile *self);

/* What state it is in, as people call it; of one that was read, what it holds.  Newly
 * allocated. */
char *ui_import_file_describe (UiImportFile *self);

/* Why it was refused; NULL: it was not. */
const char *ui_import_file_get_reason (UiImportFile *self);

/* What was read of it.  Lent. */
Previewed *ui_import_file_get_previewed (UiImportFile *self);

/* Whether that is there: not before it is read, nor after it was let go or written. */
gboolean ui_import_file_is_there (UiImportFile *self);

/* Whether anything of it is to be written. */
gboolean ui_import_file_has_choice (UiImportFile *self);

/* Compares again with what the record file holds now that others, Previewed *, were
 * written.  What was let go waits to be read again, if one of them is of its text.  */
gboolean ui_import_file_refresh (UiImportFile *self, const GPtrArray *written, Db *db,
                                 GError **error);

/* Reads it, or what was let go again, and compares it with the record file of that
 * path; done, or NULL, is called when it is in its new state.  Who stops the first
 * reading lets it wait again.  */
void ui_import_file_read (UiImportFile *self, const char        *path,
                          void (*done) (gpointer data), gpointer data);
void ui_import_file_stop (UiImportFile *self);

/* Lets go of what was read, unless somebody touched it; what it came to stays. */
void ui_import_file_let_go (UiImportFile *self);

/* It is in the file: what was read is let go. */
void ui_import_file_set_written (UiImportFile *self);

/* Somebody chose what to take, or assigned what was not understood. */
void ui_import_file_touch (UiImportFile *self);

/* Signal "changed" (): its state has.
 * Signal "described" (): how it is described may have. */

G_END_DECLS
