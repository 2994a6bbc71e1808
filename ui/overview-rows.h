/* ui/overview-rows.h — the rows that a bar of the overview stands for. */

#pragma once

#include <gtk/gtk.h>

#include "db/overview.h"

G_BEGIN_DECLS

#define UI_TYPE_OVERVIEW_ROWS (ui_overview_rows_get_type ())
G_DECLARE_FINAL_TYPE (UiOverviewRows, ui_overview_rows, UI, OVERVIEW_ROWS, GtkWidget)

GtkWidget *ui_overview_rows_new (void);

/* Takes the rows (OverviewRow *); title says what they are; limit: more than so many
 * were not asked for. */
void ui_overview_rows_show (UiOverviewRows *self, const char *title, GPtrArray *rows,
                            guint limit);

/* Signals: "activated" (gpointer row): go to this OverviewRow.  "closed" (): no longer
 * needed.  */

G_END_DECLS
