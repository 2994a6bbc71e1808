/* app/import/plan.h — 资金支出计划: the row of periods and the row of percents. */

#pragma once

#include "app/import/recognition.h"

/* Whether a row names two or more periods. */
gboolean plan_is_row (const GPtrArray *cells);

/* Reads the plan whose periods stand in a row, percents in the next row that is not
 * blank or behind them in the same.  Returns the last row that was read.  */
guint plan_read (Recognition *r, guint block, const Grid *grid, guint row);
