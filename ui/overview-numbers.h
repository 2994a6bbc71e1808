/* ui/overview-numbers.h — the numbers of the overview as a table: what the picture
 * shows, for a screen reader and for copying.
 */

#pragma once

#include <gtk/gtk.h>

#include "app/overview/overview.h"

G_BEGIN_DECLS

#define UI_TYPE_OVERVIEW_NUMBERS (ui_overview_numbers_get_type ())
G_DECLARE_FINAL_TYPE (UiOverviewNumbers, ui_overview_numbers, UI, OVERVIEW_NUMBERS,
                      GtkWidget)

GtkWidget *ui_overview_numbers_new (void);

/* The overview must outlive the table, or NULL be set before. */
void ui_overview_numbers_set (UiOverviewNumbers *self, const Overview *overview);

/* Signal "activated" (gpointer cell): somebody wants the rows of this ChartCell, whose
 * name follows as the second argument (const char *).  */

G_END_DECLS
