/* app/read/pdf/column.h — a table without lines, from its levels. */

#pragma once

#include "app/read/block.h"
#include "app/read/pdf/level.h"

/* The levels from first up to behind as a table: cells where the pieces stand, merged
 * over the columns that they cover; labels at the left over the rows that they mean. */
Block *pdf_levels_to_table (const GPtrArray *levels, guint first, guint behind);
