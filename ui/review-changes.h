/* ui/review-changes.h — what changed in a text since the user last looked at it. */

#pragma once

#include <gtk/gtk.h>

#include "app/review/since.h"

G_BEGIN_DECLS

#define UI_TYPE_REVIEW_CHANGES (ui_review_changes_get_type ())
G_DECLARE_FINAL_TYPE (UiReviewChanges, ui_review_changes, UI, REVIEW_CHANGES, GtkWidget)

GtkWidget *ui_review_changes_new (void);

/* db NULL: nothing.  The file must outlive the list. */
gboolean ui_review_changes_load (UiReviewChanges *self, Db *db, gint64 document,
                                 GError **error);

/* Signal "activated" (gpointer change): the user wants to see the place of this
 * ReviewChange, which is still there.  */

G_END_DECLS
