/* app/export/xlsx.h — printed tables as a spreadsheet, one sheet each. */

#pragma once

#include "app/export/page.h"

/* Writes the tables of the outline.  Every text is a string cell, whatever it begins
 * with.  seen takes what a reader will see.  The same records give the same bytes.
 * FALSE: the file could not be written.  */
gboolean xlsx_write (const Outline *outline, const PageSetup *setup, GChecksum *seen,
                     const char *path);
