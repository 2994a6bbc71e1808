/* app/export/xlsx-cell.h — a printed cell in a sheet of a workbook. */

#pragma once

#include "app/export/xlsx-book.h"

/* Puts a cell at its place, with the places it covers.  size: of the texts of its
 * table.  */
void xlsx_put_cell (XlsxBook *book, XlsxSheet *sheet, const FormCell *cell,
                    double size);
