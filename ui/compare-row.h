/* ui/compare-row.h — a line of a comparison on the screen: old and new in one cell,
 * what went struck out, what came underlined.
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/compare-line.h"

G_BEGIN_DECLS

#define UI_TYPE_COMPARE_ROW (ui_compare_row_get_type ())
G_DECLARE_FINAL_TYPE (UiCompareRow, ui_compare_row, UI, COMPARE_ROW, GtkWidget)

GtkWidget *ui_compare_row_new (void);

/* The headings of the columns. */
GtkWidget *ui_compare_row_new_head (void);

void ui_compare_row_show (UiCompareRow *self, const CompareLine *line);

G_END_DECLS
