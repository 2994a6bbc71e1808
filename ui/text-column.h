/* ui/text-column.h — a column of text in a GtkColumnView. */

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

/* Appends a column whose texts are cut at its width, and told whole as a tooltip and to
 * screen readers.  data must outlive the view.  */
void ui_text_column_append (GtkColumnView *view, const UiTextColumn *column,
                            gpointer data);

G_END_DECLS
