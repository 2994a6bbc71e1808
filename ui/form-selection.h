/* ui/form-selection.h — which cells of a sheet are selected: those between the cursor
 * and another cell of its table, by keys and with the mouse.
 */

#pragma once

#include "ui/form-sheet.h"

typedef struct _UiFormSelection UiFormSelection;

/* Listens to the keys of the sheet, which is to free it when it goes. */
UiFormSelection *ui_form_selection_new (UiFormSheet *sheet);
void             ui_form_selection_free (UiFormSelection *selection);

/* Listens to the mouse over one of its grids. */
void ui_form_selection_watch (UiFormSelection *self, UiFormGrid *grid);

/* The cursor's cell alone. */
void ui_form_selection_clear (UiFormSelection *self);

/* FALSE: there is no cursor. */
gboolean ui_form_selection_get_range (UiFormSelection *self, FormRange *range);

/* The cell that the user looks at: the end of what is selected, or the cursor; NULL:
 * there is none.  */
UiCell *ui_form_selection_get_head (UiFormSelection *self);
