/* ui/form-paper.h — the paper that tables stand on, scrolled to what the user looks at.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UI_TYPE_FORM_PAPER (ui_form_paper_get_type ())
G_DECLARE_FINAL_TYPE (UiFormPaper, ui_form_paper, UI, FORM_PAPER, GtkWidget)

/* name: what a screen reader calls it. */
GtkWidget *ui_form_paper_new (const char *name);

/* The box for what stands on it. */
GtkWidget *ui_form_paper_get_box (UiFormPaper *self);

/* How high a stretch of the paper is seen at once. */
double ui_form_paper_get_page (UiFormPaper *self);

/* Scrolls no more than it takes to have a widget on it in sight, after the layout that
 * a new one has not been through.  */
void ui_form_paper_reveal (UiFormPaper *self, GtkWidget *widget);

/* Scrolls so that a widget on it is at the top; NULL: to its begin. */
void ui_form_paper_begin_with (UiFormPaper *self, GtkWidget *widget);

/* Signal "settled" (): what was scrolled or is new has its place. */

G_END_DECLS
