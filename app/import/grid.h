/* app/import/grid.h — a table block by rows and columns, merged cells seen from every
 * place they cover.
 */

#pragma once

#include "app/read/block.h"

typedef struct {
  GPtrArray *rows;   /* GPtrArray of BlockCell *, borrowed, by column */
  GPtrArray *begins; /* the same of those that grid_row() lends */
  guint      n_cols;
  guint      serial; /* the column that numbers the rows; G_MAXUINT: none */
} Grid;

Grid *grid_new (const Block *table);
void  grid_free (Grid *grid);

/* The cell that covers a place; NULL outside and where nothing stands. */
BlockCell *grid_at (const Grid *grid, guint row, guint col);

/* The cells that begin in a row, without those that only number it.  Lent. */
const GPtrArray *grid_row (const Grid *grid, guint row);

/* A cell that may number a row. */
gboolean grid_is_number (const BlockCell *cell);
gboolean grid_is_serial (const Grid *grid, const BlockCell *cell);
gboolean cell_is_blank (const BlockCell *cell); /* also NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Grid, grid_free)
