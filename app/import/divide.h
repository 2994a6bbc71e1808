/* app/import/divide.h — tables that hold more than tables. */

#pragma once

#include <glib.h>

/* Takes apart, in an array of Block *, the tables in which a whole text stands, as
 * sheets with borders around everything have them: at a row over the full width that
 * is a heading of the text, the table ends; that row and those like it below are
 * paragraphs, down to the next row of cells.  */
void divide_tables (GPtrArray *blocks);
