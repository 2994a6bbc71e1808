/* ui/compare-choice.h — asks what a table or row of the later text continues. */

#pragma once

#include <gtk/gtk.h>

#include "app/compare/lineage-edit.h"

typedef void (*UiCompareChosen) (const LineageClaim *claim, gpointer data);

/* Lists the tables of the earlier text, or its rows, those of the table's partner
 * first.  claim: what is asked about; done gets it with the earlier record chosen.
 * data must outlive the window that is the parent.  */
void ui_compare_choose (GtkWindow *parent, const Document *before,
                        const LineageTable *table, const LineageClaim *claim,
                        UiCompareChosen done, gpointer data);
