/* ui/compare-lineage.h — 沿革 on the page of a comparison: what the selected table or
 * row continues, confirmed or corrected.
 */

#pragma once

#include <gtk/gtk.h>

/* Installs compare.confirm, compare.is-new, compare.choose, compare.forget,
 * compare.confirm-all and compare.export (pdf, xlsx) on the class of UiComparePage. */
void ui_compare_lineage_install (GtkWidgetClass *page_class);

/* The bar with their buttons. */
GtkWidget *ui_compare_lineage_new_bar (void);

/* Lets those be possible that are, for the selected line. */
void ui_compare_lineage_update (GtkWidget *page);
