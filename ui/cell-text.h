/* ui/cell-text.h — the text of a cell of the form: broken into lines and drawn, without
 * a label of its own.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _UiCellText UiCellText;

/* In the font and the colour of a widget, which is to outlive it, and to have its size
 * negotiated again when the text changes.  */
UiCellText *ui_cell_text_new (GtkWidget *widget);
void        ui_cell_text_free (UiCellText *self);

void        ui_cell_text_set (UiCellText *self, const char *text);
const char *ui_cell_text_get (UiCellText *self);

/* To which side the lines go; without this they are in the middle. */
void ui_cell_text_align (UiCellText *self, PangoAlignment alignment);

/* How high the text is when it may be so wide; -1: as wide as it likes. */
int ui_cell_text_get_height (UiCellText *self, int width);

/* Draws it into the middle of the widget's area but for a margin around it. */
void ui_cell_text_draw (UiCellText *self, GtkSnapshot *snapshot, int margin);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UiCellText, ui_cell_text_free)

G_END_DECLS
