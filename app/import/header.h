/* app/import/header.h — the rows of heads over a table of targets. */

#pragma once

#include "app/import/grid.h"
#include "app/import/label.h"

/* Whether the header of the indicators begins in a row: in one row, below heads of the
 * projects, or with each label broken over two rows. */
gboolean header_begins (const Grid *grid, guint row);

/* The last row of the header that begins in row. */
guint header_end (const Grid *grid, guint row);

/* The cell of a column that says something about it in a row of the header that begins
 * in first; one that reaches down says it once. */
const BlockCell *header_cell (const Grid *grid, guint first, guint row, guint col);

/* The label of a column in the header rows first to last: what stands in them taken
 * together, or the lower part of it.  displaced, when not NULL, gets the label above
 * that the lower one took the place of.  */
Label header_label (const Grid *grid, guint first, guint last, guint col,
                    Label *displaced);

/* Whether a row below the header says to what degree (优, 良, 中, 差) a target is
 * reached: at least three of them, and nothing but heads besides.  */
gboolean header_is_grade_row (const Grid *grid, guint row);
