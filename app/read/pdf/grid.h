/* app/read/pdf/grid.h — a table without lines whose cells and rows are known by the
 * order that they are drawn in. */

#pragma once

#include "app/read/block.h"
#include "app/read/pdf/drawn.h"

/* The levels from first up to behind, counted over all pages, as a table; levels are
 * those of drawn. */
Block *pdf_drawn_to_table (PdfDrawn *drawn, const GPtrArray *levels, guint first,
                           guint behind);
