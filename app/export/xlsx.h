/* app/export/xlsx.h — printed tables as a spreadsheet, one sheet each. */

#pragma once

#include "app/export/page.h"

/* Writes the tables of the outline.  Every text is a string cell, whatever it begins
 * with.  The same records give the same bytes.  FALSE: path is left as it was.  */
gboolean xlsx_write (const Outline *outline, const PageSetup *setup, const char *path,
                     GError **error);
