/* app/form/range.h — a rectangle of places of a printed table, as a user selects it. */

#pragma once

#include "app/form/form.h"

typedef struct {
  guint row, col; /* from 0 */
  guint rows, cols;
} FormRange;

/* The places that a cell covers. */
FormRange form_range_of (const FormCell *cell);

/* The smallest range that holds both cells and cuts through no other. */
FormRange form_range_between (const FormTable *table, const FormCell *a,
                              const FormCell *b);

/* Whether the range holds the cell, which it does whole or not at all. */
gboolean form_range_holds (const FormRange *range, const FormCell *cell);

/* Whether some cell begins in a column of the table, in the rows of the range. */
gboolean form_range_begins (const FormTable *table, const FormRange *range, guint col);

/* Whether it is one cell and no more. */
gboolean form_range_is_one (const FormTable *table, const FormRange *range);
