/* app/export/xlsx-size.h — how high the rows of a sheet must be.
 *
 * A spreadsheet breaks lines by whatever font it has, so counting characters does as
 * well as measuring them, and costs next to nothing.
 */

#pragma once

#include "app/form/form.h"

/* Fills heights with those of its rows, in points; 0: it prints nothing.  size: of its
 * texts.  Returns their sum.  */
double xlsx_row_heights (const FormTable *table, double size, double *heights);
