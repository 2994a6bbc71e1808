/* ui/block-view.h — a document as it was read: its paragraphs and tables, one below the
 * other, of which one text can be chosen.
 */

#pragma once

#include <gtk/gtk.h>

#include "app/import/proposal.h"

G_BEGIN_DECLS

#define UI_TYPE_BLOCK_VIEW (ui_block_view_get_type ())
G_DECLARE_FINAL_TYPE (UiBlockView, ui_block_view, UI, BLOCK_VIEW, GtkWidget)

/* Shows blocks, which the view keeps; NULL: none.  proposal: what was made of them, so
 * that texts nobody understood are seen; lent; NULL: not known.  */
void ui_block_view_show (UiBlockView *self, GPtrArray *blocks,
                         const Proposal *proposal);

/* Marks the texts again, after the proposal has changed. */
void ui_block_view_update (UiBlockView *self);

/* Marks a text as the one that is chosen, and brings it into view; cell NULL: the
 * paragraph.  No signal.  */
void ui_block_view_choose (UiBlockView *self, guint block, const BlockCell *cell);

/* Nothing is chosen. */
void ui_block_view_clear (UiBlockView *self);

/* Signal "chosen" (guint block, gpointer cell): the user has chosen this text. */

G_END_DECLS
