/* app/import/shift.h — rows of indicators whose cells stand one column off. */

#pragma once

#include "app/import/recognition.h"

typedef enum { SHIFT_NONE, SHIFT_RIGHT, SHIFT_LEFT } Shift;

/* Finds by what the cells say whether a row was moved, and puts it right.  row holds
 * the n cells of the row by column, NULL where there is none.  Says how it stood.  */
Shift shift_repair (BlockCell **row, guint n, const TargetColumns *columns);
