/* ui/block-piece.h — draws a slice of a document that was read, as on paper. */

#pragma once

#include <gtk/gtk.h>

#include "ui/block-slice.h"

G_BEGIN_DECLS

#define UI_TYPE_BLOCK_PIECE (ui_block_piece_get_type ())
G_DECLARE_FINAL_TYPE (UiBlockPiece, ui_block_piece, UI, BLOCK_PIECE, GtkWidget)

/* What is known of the texts; a paragraph stands for its Block, a cell for itself. */
typedef struct {
  GHashTable   *unread; /* that nobody understood */
  GHashTable   *placed; /* that went into records; NULL: nothing is known */
  gconstpointer chosen; /* NULL: none */
} UiBlockMarks;

/* Both are lent; slice NULL: nothing. */
void ui_block_piece_show (UiBlockPiece *self, const UiBlockSlice *slice,
                          const UiBlockMarks *marks);

/* NULL: none.  Lent. */
const UiBlockSlice *ui_block_piece_get_slice (UiBlockPiece *self);

/* Whether there is a text at a point; cell gets its cell, NULL for a paragraph. */
gboolean ui_block_piece_pick (UiBlockPiece *self, double x, double y,
                              const BlockCell **cell);

G_END_DECLS
