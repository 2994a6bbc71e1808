/* app/export/csv.h — printed tables as CSV. */

#pragma once

#include "app/export/outline.h"

/* The tables of an outline: a line for each printed row, behind the number and the name
 * of its table.  A merged cell is in every row that it covers, at its first column, so
 * that a row says all of itself.  Newly allocated.  */
char *csv_of_tables (const Outline *outline);
