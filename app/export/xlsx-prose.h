/* app/export/xlsx-prose.h — the lines of the text between the tables of a workbook. */

#pragma once

#include "app/export/outline.h"
#include "app/export/xlsx-cell.h"

/* Writes the lines from item i on, up to the next table, as a sheet of their own.
 * number: of the sheet among those of lines, from 1.  Returns the first item behind
 * them, G_MAXUINT: that failed. */
guint xlsx_write_prose (XlsxWriter *writer, const Outline *outline,
                        const PageSetup *setup, guint i, guint number);
