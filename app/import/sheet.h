/* app/import/sheet.h — a table of targets, row by row: which row is what. */

#pragma once

#include "app/import/recognition.h"

/* Whether a table is one of targets: it has an indicator header, or labels of the
 * head, or it goes on with the indicators of the table before.  */
gboolean sheet_is (const Recognition *r, const Grid *grid);

void sheet_read (Recognition *r, guint block, const Grid *grid);
