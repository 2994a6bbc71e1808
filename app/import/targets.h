/* app/import/targets.h — the rows of a table of targets, below their header. */

#pragma once

#include "app/import/recognition.h"

/* Whether a row below the header is one of an indicator. */
gboolean targets_is_row (Recognition *r, guint block, const Grid *grid, guint row);

/* Reads a row below the header into r->project; FALSE when it is no indicator. */
gboolean targets_read_row (Recognition *r, guint block, const Grid *grid, guint row);
