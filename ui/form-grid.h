/* ui/form-grid.h — the cells of a printed table, laid out as on paper. */

#pragma once

#include <gtk/gtk.h>

#include "ui/cell.h"

G_BEGIN_DECLS

#define UI_TYPE_FORM_GRID (ui_form_grid_get_type ())
G_DECLARE_FINAL_TYPE (UiFormGrid, ui_form_grid, UI, FORM_GRID, GtkWidget)

GtkWidget *ui_form_grid_new (void);

/* Shows a table; takes it.  Cells of the same shape as before keep their widgets, so an
 * edit does not take the focus away.  NULL empties the grid.  */
void ui_form_grid_take_table (UiFormGrid *self, FormTable *table);

/* The cells that can be edited, in reading order: UiCell *, lent. */
GPtrArray *ui_form_grid_get_cells (UiFormGrid *self);

/* The cell that shows a column of a record, or NULL. */
UiCell *ui_form_grid_find (UiFormGrid *self, const char *table_name, gint64 row_id,
                           const char *column_name);

/* The editable cell one goes to from a cell in a direction, or NULL at the edge. */
UiCell *ui_form_grid_neighbour (UiFormGrid *self, UiCell *from,
                                GtkDirectionType direction);

/* Signal "cell-added" (UiCell *cell): to connect to a new cell. */

G_END_DECLS
