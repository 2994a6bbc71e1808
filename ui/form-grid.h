/* ui/form-grid.h — the cells of a printed table, laid out as on paper. */

#pragma once

#include <gtk/gtk.h>

#include "app/form/range.h"
#include "ui/cell.h"

G_BEGIN_DECLS

#define UI_TYPE_FORM_GRID (ui_form_grid_get_type ())
G_DECLARE_FINAL_TYPE (UiFormGrid, ui_form_grid, UI, FORM_GRID, GtkWidget)

/* Shows a table; takes it.  Cells of the same shape as before keep their widgets, so an
 * edit does not take the focus away.  NULL empties the grid.  */
void ui_form_grid_take_table (UiFormGrid *self, FormTable *table);

/* NULL while there is none.  Lent. */
const FormTable *ui_form_grid_get_table (UiFormGrid *self);

/* The cells that can be edited, in reading order: UiCell *, lent. */
GPtrArray *ui_form_grid_get_cells (UiFormGrid *self);

/* The editable cell that stands at a cell's place of the table, or NULL. */
UiCell *ui_form_grid_at (UiFormGrid *self, const FormCell *place);

/* The cell that shows what another did before the table was read again: the same column
 * of the same record, else what stands at its place now.  NULL: nothing.  */
UiCell *ui_form_grid_find (UiFormGrid *self, const FormCell *before);

/* The editable cell one goes to from a place in a direction, or NULL at the edge. */
UiCell *ui_form_grid_neighbour (UiFormGrid *self, const FormCell *from,
                                GtkDirectionType direction);

/* The first or last editable cell of a row of the table, or of all of it. */
UiCell *ui_form_grid_end (UiFormGrid *self, const FormCell *row, gboolean last);

/* The cell at a point, or NULL; it may be one that cannot be edited. */
UiCell *ui_form_grid_pick (UiFormGrid *self, double x, double y);

/* Shows which cells are selected; NULL: none. */
void ui_form_grid_show_range (UiFormGrid *self, const FormRange *range);

/* How narrow the grid may become, as a share of its width at 100 %. */
void ui_form_grid_set_shrink_limit (UiFormGrid *self, double limit);

/* Signal "cell-added" (UiCell *cell): to connect to a new cell. */

G_END_DECLS
