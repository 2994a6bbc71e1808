/* app/import/cut.h — cells of a text extract that took in what stands behind them,
 * because a tab or a blank line was lost.
 */

#pragma once

#include "app/read/block.h"

/* The heading of the next table becomes rows of its own. */
void cut_headings (Block *table);

/* Labels, and the values behind them, become cells of their own. */
void cut_labels (Block *table);

/* A row of an indicator that has one cell less than the header: where there is only one
 * place to cut at, or only one that puts a number below 指标值, it is cut.  Both are
 * BlockCell *, borrowed from table.  */
void cut_indicator (Block *table, GPtrArray *row, const GPtrArray *header);
