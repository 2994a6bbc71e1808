/* ui/block-slice.h — a document that was read, cut into pieces that are each drawn at
 * once: a paragraph, or as few rows of a table as its merged cells allow.
 */

#pragma once

#include "app/read/block.h"

typedef struct {
  guint        block; /* index in the blocks */
  const Block *of;
  guint        first, n; /* of its cells; none: a paragraph */
  guint        table;    /* the number of the table that begins here; 0: none does */
  guint        page;     /* that begins here; 0: none does */
  GArray      *starts; /* guint: the columns that cells begin in, of the whole table */
  GArray      *edges;  /* double, 0 to 1: where those begin, and the last one ends */
} UiBlockSlice;

/* UiBlockSlice *, freed with the array; they lend from the blocks. */
GPtrArray *ui_block_slices (GPtrArray *blocks);

/* Whether the slice holds a cell; NULL: the paragraph itself. */
gboolean ui_block_slice_has (const UiBlockSlice *slice, guint block,
                             const BlockCell *cell);

/* Where a column begins, as a share of the width. */
double ui_block_slice_edge (const UiBlockSlice *slice, guint col);
