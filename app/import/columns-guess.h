/* app/import/columns-guess.h — a table of targets without a header. */

#pragma once

#include "app/import/recognition.h"

/* Whether a row begins with the names of a first and of a second level. */
gboolean columns_are_bare (const Grid *grid, guint row);

/* Learns r->columns from what the rows from this one on hold. */
void columns_guess (Recognition *r, guint block, const Grid *grid, guint row);
