/* ui/page.h — a page of the window beside the form: reads what it shows when it is
 * looked at, and again after each change while it is.
 */

#pragma once

#include <gtk/gtk.h>

#include "db/finding.h"
#include "ui/waiting.h"

G_BEGIN_DECLS

#define UI_TYPE_PAGE (ui_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (UiPage, ui_page, UI, PAGE, GtkWidget)

struct _UiPageClass {
  GtkWidgetClass parent_class;

  /* Reads what the page shows from ui_page_get_db(), which is not NULL. */
  gboolean (*load) (UiPage *self, GError **error);

  /* Prints what the page shows; NULL: it is the text that is printed. */
  void (*print) (UiPage *self);

  /* Lets go of what lends from a file that is about to be closed. */
  void (*clear) (UiPage *self);
};

/* Where something is. */
typedef struct {
  gint64         document;
  gint64         project; /* 0: the document itself */
  const Finding *finding; /* where this is; NULL: table, row and column say where */
  const char    *rule;    /* where this rule fires first */
  const char    *table;   /* NULL: anywhere */
  gint64         row;
  const char    *column; /* NULL: the row */
} UiPlace;

/* The file, and the document and project that are selected in it; 0: none.  The file
 * must outlive the page, or NULL be set before it is closed.  */
void ui_page_set (UiPage *self, Db *db, gint64 document, gint64 project);

Db    *ui_page_get_db (UiPage *self);
gint64 ui_page_get_document (UiPage *self);
gint64 ui_page_get_project (UiPage *self);

/* For pages: reads what is shown aside, instead of what was being read; done gets the
 * page as its data.  stages: as of ui_waiting_follow(); a line below the page says how
 * far it is.  It ends with the file, and with the page.  */
void ui_page_read (UiPage *self, const ErrandKind *kind, gpointer what,
                   const char *const *stages, ErrandDone done);
void ui_page_stop (UiPage *self);

/* Whether it is. */
gboolean ui_page_is_reading (UiPage *self);

/* Where the page has its errands done; there is a file.  Lent. */
Desk *ui_page_get_desk (UiPage *self);

/* The line that says how far errands are.  Lent. */
UiWaiting *ui_page_get_waiting (UiPage *self);

/* The child of a page, which fills it; once. */
void ui_page_set_child (UiPage *self, GtkWidget *child);

/* For pages: reads again, as when something else is to be shown. */
void ui_page_load (UiPage *self);

/* For pages: emit the signals. */
void ui_page_go_to (UiPage *self, const UiPlace *place);
void ui_page_change (UiPage *self);

/* FALSE: the page has nothing of its own to print. */
gboolean ui_page_print (UiPage *self);

/* Says in a dialog what could not be done.  Takes the error. */
void ui_page_complain (UiPage *self, const char *what, GError *error);

/* Signals: "go-to" (gpointer place): show this UiPlace.  "changed" (): the page has
 * changed the records.  */

G_END_DECLS
