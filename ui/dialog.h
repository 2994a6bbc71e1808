/* ui/dialog.h — saying no, asking for a file. */

#pragma once

#include <gtk/gtk.h>

/* One modal dialog: what could not be done, and why. */
void ui_show_error (GtkWindow *parent, const char *what, const GError *error);

typedef void (*UiFilesChosen) (GListModel *files /* GFile */, gpointer data);

typedef enum {
  UI_CHOOSE_RECORDS,
  UI_CHOOSE_NEW_RECORDS,
  UI_CHOOSE_DOCUMENTS,
  UI_CHOOSE_PDF,
  UI_CHOOSE_XLSX
} UiChoice;

/* Asks for files; done is called when some are chosen, not when the dialog is
 * cancelled. */
void ui_choose_files (GtkWindow *parent, UiChoice choice, UiFilesChosen done,
                      gpointer data);
