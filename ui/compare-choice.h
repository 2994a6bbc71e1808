/* ui/compare-choice.h — asks what a table or row of the later text continues, or which
 * table one of the earlier text went into.
 */

#pragma once

#include <gtk/gtk.h>

#include "app/compare/lineage-edit.h"

typedef enum {
  UI_COMPARE_CONTINUES,
  UI_COMPARE_PARTED,    /* the earlier table goes on in another one, too */
  UI_COMPARE_WENT_INTO, /* the later table continues another one, too */
} UiCompareKind;

typedef void (*UiCompareChosen) (const LineageClaim *claim, UiCompareKind kind,
                                 gpointer data);

/* Lists the tables of the other text, or its rows, those of the table's partner first.
 * claim: what is asked about, of a table that ended (table->after is NULL) its earlier
 * project only; done gets it with the other record chosen.  data must outlive the
 * window that is the parent.  */
void ui_compare_choose (GtkWindow *parent, const Document *other,
                        const LineageTable *table, const LineageClaim *claim,
                        UiCompareChosen done, gpointer data);
