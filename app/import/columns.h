/* app/import/columns.h — the header of a table of targets: which column holds what. */

#pragma once

#include "app/import/recognition.h"

/* Whether the header that begins in row has columns of the projects, too. */
gboolean columns_is_roster (const Grid *grid, guint row);

/* Learns r->columns and r->roster from the header.  Returns its last row. */
guint columns_read_header (Recognition *r, guint block, const Grid *grid, guint row);

/* Learns of a table that goes on below the header of another what only rows tell. */
void columns_go_on (Recognition *r, const Grid *grid);
