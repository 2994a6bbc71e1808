/* app/export/xlsx.h — printed tables as a spreadsheet, one sheet each. */

#pragma once

#include "app/export/page.h"

/* Writes the tables of the outline, and before them a sheet that sums them up.  A
 * number is one, shown as it was printed; every other text is a string, whatever it
 * begins with.  records ride in it, NULL: none.  The same ones give the same bytes.
 * FALSE: the file could not be written.  */
gboolean xlsx_write (const Outline *outline, const PageSetup *setup,
                     const char *records, const char *path);

/* "3 城乡居民养老保险": what the sheet of the nth table is called.  Newly allocated. */
char *xlsx_sheet_name (const FormTable *table, guint number);
