/* ui/page-bar.h — the bar above or below a page, and the controls that stand in it. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A UiBar; what is added to it is lent to the caller. */
GtkWidget *ui_page_bar_new (void);

/* An entry, which takes the width that the others leave.  hint: what it says while it
 * is blank; name: what screen readers call it.  */
GtkWidget *ui_page_bar_add_search (GtkWidget *bar, const char *hint, const char *name);

/* A drop-down list of these titles; NULL stands behind the last. */
GtkWidget *ui_page_bar_add_choice (GtkWidget *bar, const char *const *titles,
                                   const char *name);

/* A line that says something by the way; blank. */
GtkWidget *ui_page_bar_add_note (GtkWidget *bar);

/* action: its name, and its target behind “::” if it wants one; tip NULL: none. */
GtkWidget *ui_page_bar_add_button (GtkWidget *bar, const char *label,
                                   const char *action, const char *tip);

/* What comes then stands at the end of its line. */
void ui_page_bar_add_space (GtkWidget *bar);

G_END_DECLS
