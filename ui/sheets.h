/* ui/sheets.h — pages below each other as they are printed, at any zoom: the preview,
 * and small the thumbnails beside it.  Only pages that can be seen are drawn.
 */

#pragma once

#include <gtk/gtk.h>

#include "app/export/page.h"

G_BEGIN_DECLS

#define UI_TYPE_SHEETS (ui_sheets_get_type ())
G_DECLARE_FINAL_TYPE (UiSheets, ui_sheets, UI, SHEETS, GtkWidget)

/* Scrolls by an adjustment of the scrolled window that it is put into. */
UiSheets *ui_sheets_new (GtkAdjustment *adjustment);

/* Lent; NULL: none.  They are drawn anew.  */
void ui_sheets_set_pages (UiSheets *self, Pages *pages);

/* Pixels of a point. */
void   ui_sheets_set_zoom (UiSheets *self, double zoom);
double ui_sheets_get_zoom (UiSheets *self);

/* The zoom at which pages are as wide as this. */
double ui_sheets_fit (UiSheets *self, int width);

/* The page at the top of what can be seen, and scrolling to one; from 0. */
guint ui_sheets_get_current (UiSheets *self);
void  ui_sheets_show (UiSheets *self, guint page);

/* Marks a page as the one that is looked at, and keeps it in sight. */
void ui_sheets_mark (UiSheets *self, guint page);

/* How many pages are kept drawn. */
guint ui_sheets_count_drawn (UiSheets *self);

/* Signal "pressed" (guint page, double x, double y): in points of the page. */

G_END_DECLS
