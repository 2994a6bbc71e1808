/* ui/cell-marks.h — the signs in the corner of a cell, and the sentences behind them.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _UiCellMarks UiCellMarks;

/* cell: is to allocate them, and to free them before it goes; borrowed. */
UiCellMarks *ui_cell_marks_new (GtkWidget *cell);
void         ui_cell_marks_free (UiCellMarks *self);

/* A finding, "carried" or a "comment", as ui_cell_add_mark() says. */
void ui_cell_marks_add (UiCellMarks *self, const char *severity, const char *message);
void ui_cell_marks_clear (UiCellMarks *self);

/* Whether they are hidden for now; the cell keeps its colour. */
void ui_cell_marks_hide (UiCellMarks *self, gboolean is_hidden);

/* Into the corner at the right of a cell that has a width. */
void ui_cell_marks_allocate (UiCellMarks *self, int width);

G_END_DECLS
