/* app/import/roster.h — tables of a row an indicator, with the projects in columns. */

#pragma once

#include "app/import/recognition.h"

/* Whether the header in the rows first to last has a column of projects. */
gboolean roster_is_header (const Grid *grid, guint first, guint last);

/* Learns the columns of the projects, and accounts for their heads. */
void roster_read_header (Recognition *r, guint block, const Grid *grid, guint first,
                         guint last);

/* Whether a row below such a header is of another project than r->project. */
gboolean roster_begins_project (const Recognition *r, const Grid *grid, guint row);

/* Reads what a row says of its project, r->project. */
void roster_read_row (Recognition *r, guint block, const Grid *grid, guint row);

/* Reads a row that has no indicator: the numbers of the columns, or a unit whose
 * projects stand below.  FALSE: it is neither.  */
gboolean roster_read_between (Recognition *r, guint block, const Grid *grid, guint row);
