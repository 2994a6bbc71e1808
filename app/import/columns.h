/* app/import/columns.h — the header of a table of targets: which column holds what. */

#pragma once

#include "app/import/recognition.h"

/* Learns r->columns and r->roster from the header in the rows first to last. */
void columns_read_header (Recognition *r, guint block, const Grid *grid, guint first,
                          guint last);

/* Learns of a table that goes on below the header of another what only rows tell. */
void columns_go_on (Recognition *r, const Grid *grid);
