/* app/import/summary.h — a table that says again, a row for each project, what the
 * tables of the projects say: 项目绩效目标汇总表, and the first sheet of a workbook of
 * ours.
 */

#pragma once

#include "app/import/grid.h"
#include "app/import/recognition.h"

/* Whether a table has the heads of such columns over it, and nothing of a project's. */
gboolean summary_is (const Grid *grid);

/* Accounts for what the records hold, once all of them are read: what differs from
 * them, and rows of projects that the document has no table of, stay unread. */
void summary_account (Recognition *r, guint block);
