/* ui/dialog.h — saying no, asking for a file. */

#pragma once

#include <gtk/gtk.h>

/* One modal dialog: what could not be done, and why. */
void ui_show_error (GtkWindow *parent, const char *what, const GError *error);

/* One modal dialog: what was done, and its lines, which may be many. */
void ui_show_report (GtkWindow *parent, const char *what, const char *text);

/* Asks before something is taken away; done is called when the user agrees, free_data
 * when the dialog is gone.  */
void ui_ask (GtkWindow *parent, const char *question, const char *text,
             const char *accept, void (*done) (gpointer data), gpointer data,
             GDestroyNotify free_data);

/* Enter says yes wherever the focus is in a widget of the dialog, also in a list, which
 * would take it for its line.  */
void ui_accept_with_return (GtkWidget *from, GtkDialog *dialog);

typedef void (*UiFilesChosen) (GListModel *files /* GFile */, gpointer data);

typedef enum {
  UI_CHOOSE_RECORDS,
  UI_CHOOSE_NEW_RECORDS,
  UI_CHOOSE_DOCUMENTS,
  UI_CHOOSE_RETURNED,
  UI_CHOOSE_PDF,
  UI_CHOOSE_XLSX,
  UI_CHOOSE_EXPORT,
  UI_CHOOSE_WORDS,
  UI_CHOOSE_NEW_WORDS
} UiChoice;

/* Asks for files; done is called when some are chosen, not when the dialog is
 * cancelled.  name: suggested, without its ending; NULL: the choice has one.  */
void ui_choose_files (GtkWindow *parent, UiChoice choice, const char *name,
                      UiFilesChosen done, gpointer data);

/* The file whose name was chosen, with this ending: choosing the name of a file that is
 * there means the old file, never a blank one.  */
GFile *ui_named_file (GListModel *files, const char *ending);
