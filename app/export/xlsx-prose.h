/* app/export/xlsx-prose.h — the lines of the text between the tables of a workbook. */

#pragma once

#include "app/export/outline.h"
#include "app/export/xlsx-book.h"

/* Puts the lines from item i on, up to the next table, into a sheet of their own.
 * number: of the sheet among those of lines, from 1.  Returns the first item behind
 * them.  */
guint xlsx_put_prose (XlsxBook *book, const Outline *outline, guint i, guint number);
