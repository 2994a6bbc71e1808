/* ui/overview-picture.h — 汇总 drawn in the window: every bar and number a place to go
 * on from, by pointer, by the arrow keys and for a screen reader.
 */

#pragma once

#include <gtk/gtk.h>

#include "app/overview/layout.h"

G_BEGIN_DECLS

#define UI_TYPE_OVERVIEW_PICTURE (ui_overview_picture_get_type ())
G_DECLARE_FINAL_TYPE (UiOverviewPicture, ui_overview_picture, UI, OVERVIEW_PICTURE,
                      GtkWidget)

GtkWidget *ui_overview_picture_new (void);

/* The overview must outlive the picture, or NULL be set before. */
void ui_overview_picture_set (UiOverviewPicture *self, const Overview *overview);

/* Marks the place that was activated last as the one whose rows are shown, and brings
 * it into sight; is_shown FALSE: none is.  */
void ui_overview_picture_show_activated (UiOverviewPicture *self, gboolean is_shown);

/* Signal "activated" (gpointer mark): somebody wants the rows of this PictureMark. */

G_END_DECLS
