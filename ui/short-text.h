/* ui/short-text.h — a line of text in a list: it is laid out when it is drawn, while a
 * GtkLabel lays its text out to be measured.  A list makes more rows than it draws.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UI_TYPE_SHORT_TEXT (ui_short_text_get_type ())
G_DECLARE_FINAL_TYPE (UiShortText, ui_short_text, UI, SHORT_TEXT, GtkWidget)

/* As wide as it is given, and cut there; keeps_width: as wide as its text. */
GtkWidget *ui_short_text_new (gboolean keeps_width);

void ui_short_text_set (UiShortText *self, const char *text);

G_END_DECLS
