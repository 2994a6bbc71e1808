/* ui/window.h — the window of one record file: its projects, the form, the findings. */

#pragma once

#include <gtk/gtk.h>

#include "ui/document-page.h"
#include "ui/finding-list.h"
#include "ui/form-page.h"
#include "ui/item.h"
#include "ui/navigator.h"
#include "ui/page.h"
#include "ui/search-pane.h"

G_BEGIN_DECLS

#define UI_TYPE_WINDOW (ui_window_get_type ())
G_DECLARE_FINAL_TYPE (UiWindow, ui_window, UI, WINDOW, GtkApplicationWindow)

/* What the rules say of what it shows: ui/window-check.h. */
typedef struct _UiWindowCheck UiWindowCheck;

GtkWidget *ui_window_new (GtkApplication *application);

/* What is done when a file was opened, or could not be. */
typedef void (*UiOpened) (UiWindow *window, gboolean is_open);

/* Opens a record file in a thread, for writing where that is possible; mode:
 * DB_OPEN_WRITE, or DB_OPEN_CREATE, which makes a missing one.  Says so in a dialog
 * when it cannot, and the window stays as it was.  opened may be NULL; it is not called
 * when the window goes, or another file is opened meanwhile.  */
void ui_window_open (UiWindow *self, GFile *file, DbOpenMode mode, UiOpened opened);

/* Shows a file that is open, and owns it from here on. */
void ui_window_take_file (UiWindow *self, GFile *file, Db *db);

/* Says that a file is being opened; nothing can be done meanwhile.  NULL: no longer. */
void ui_window_await (UiWindow *self, GFile *file);

/* The file that is being opened.  Lent; NULL: none. */
GFile *ui_window_get_awaited (UiWindow *self);

/* NULL while no file is open.  Lent. */
GFile          *ui_window_get_file (UiWindow *self);
Db             *ui_window_get_db (UiWindow *self);
UiFormPage     *ui_window_get_form (UiWindow *self);
UiDocumentPage *ui_window_get_pages (UiWindow *self);

/* Where the tables of what is selected are edited: a project's, or the whole text's.
 * Lent.  */
UiFormSheet *ui_window_get_sheet (UiWindow *self);

/* Hands over what is being typed, if anything.  FALSE: it was refused. */
gboolean ui_window_commit (UiWindow *self);

/* Its parts.  Lent. */
UiWindowCheck *ui_window_get_check (UiWindow *self);
UiFindingList *ui_window_get_findings (UiWindow *self);
UiNavigator   *ui_window_get_navigator (UiWindow *self);
UiSearchPane  *ui_window_get_search (UiWindow *self);
GtkStack      *ui_window_get_stack (UiWindow *self);
GtkWidget     *ui_window_get_switcher (UiWindow *self);

/* The line of the navigator that is selected, or NULL.  Lent. */
UiItem *ui_window_get_selected (UiWindow *self);

/* The document that is selected, or whose project is; 0: none. */
gint64 ui_window_get_document (UiWindow *self);

/* Selects a project; 0: the document's own line. */
void ui_window_select (UiWindow *self, gint64 document, gint64 project);

/* Selects the project of a place, with the cursor in its cell. */
void ui_window_go_to (UiWindow *self, const UiPlace *place);

/* What that document is called: 2024 年 某局.  Newly allocated; NULL: there is none. */
char *ui_window_dup_document_title (UiWindow *self);

/* Reads the form and the findings again, after its cells or rows have changed. */
void ui_window_show (UiWindow *self);

/* Reads everything again, after projects have come, gone or moved. */
void ui_window_reload (UiWindow *self);

/* Says in a dialog what could not be done.  Takes the error. */
void ui_window_complain (UiWindow *self, const char *what, GError *error);

G_END_DECLS
