/* ui/form-block.h — what is done to several cells of a sheet at once: copying, cutting,
 * pasting, blanking, filling down.
 */

#pragma once

#include "ui/form-sheet.h"

G_BEGIN_DECLS

/* The actions form.copy, form.cut, form.paste and form.fill-down, with their keys. */
void ui_form_block_install (GtkWidgetClass *sheet_class);

/* Blanks what is selected. */
void ui_form_block_clear (UiFormSheet *sheet);

G_END_DECLS
