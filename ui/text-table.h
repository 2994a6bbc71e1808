/* ui/text-table.h — a list of rows in columns of text. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What an item of the list shows in the column, newly allocated; NULL: nothing. */
typedef char *(*UiTextOf) (gpointer item, gpointer data);

/* width: in pixels of texts of the usual size; 0: what the others leave. */
typedef struct {
  const char *title; /* to be translated */
  int         width;
  UiTextOf    text;
} UiTextColumn;

/* A GtkColumnView in a scroller that takes what height there is.  Texts are cut at the
 * width of their column, and told whole as a tooltip and to screen readers, which call
 * the table name.  The selection is shared.  activated is a callback of
 * GtkColumnView::activate; NULL: none.  It and the columns get data, which must outlive
 * the table.  */
GtkWidget *ui_text_table_new (GtkSelectionModel *selection, const char *name,
                              const UiTextColumn *columns, gsize n, GCallback activated,
                              gpointer data);

G_END_DECLS
