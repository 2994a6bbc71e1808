/* app/import/wide.h — tables of a row a project, with the levels in columns.
 *
 * 项目名称 | 预算金额 | 数量指标 | 质量指标 | … : each cell below a level is an
 * indicator.  A list of projects with their goals has no such columns.
 */

#pragma once

#include "app/import/recognition.h"

/* Whether the heads of such a table begin in a row. */
gboolean wide_is_header (const Grid *grid, guint row);

/* Learns r->wide and r->roster from the heads.  Returns their last row. */
guint wide_read_header (Recognition *r, guint block, const Grid *grid, guint row);

/* Reads a row below them; FALSE when it is none of a project. */
gboolean wide_read_row (Recognition *r, guint block, const Grid *grid, guint row);
