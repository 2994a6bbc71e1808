/* app/import/targets.h — the indicator part of a table: its header and its rows. */

#pragma once

#include "app/import/recognition.h"

/* Whether the header of the indicators begins in a row. */
gboolean targets_is_header (const Grid *grid, guint row);

/* Learns the columns from the header.  Returns its last row. */
guint targets_read_header (Recognition *r, guint block, const Grid *grid, guint row);

/* Reads a row below the header into r->project; FALSE when it is no indicator. */
gboolean targets_read_row (Recognition *r, guint block, const Grid *grid, guint row);
