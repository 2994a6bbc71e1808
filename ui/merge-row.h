/* ui/merge-row.h — one difference of a file that was sent back: ours and theirs side by
 * side, either to be chosen.
 */

#pragma once

#include <gtk/gtk.h>

#include "app/review/merge.h"

G_BEGIN_DECLS

#define UI_TYPE_MERGE_ROW (ui_merge_row_get_type ())
G_DECLARE_FINAL_TYPE (UiMergeRow, ui_merge_row, UI, MERGE_ROW, GtkWidget)

/* An item and whether the user has decided; what only they changed counts as decided.
 */
typedef struct {
  MergeItem *item; /* lent */
  gboolean   is_decided;
} MergeChoice;

GtkWidget *ui_merge_row_new (void);

/* choice: lent, until the next. */
void ui_merge_row_show (UiMergeRow *self, MergeChoice *choice);

/* Signal "chosen" (): the user has decided. */

G_END_DECLS
