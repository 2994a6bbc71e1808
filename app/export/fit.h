/* app/export/fit.h — how high the rows of a printed table must be for its texts.
 *
 * Lengths are in points.
 */

#pragma once

#include "app/export/typeset.h"
#include "app/form/form.h"

/* Space between a border and the text. */
#define FIT_PADDING_X 3.0
#define FIT_PADDING_Y 2.5

typedef struct {
  const FormTable *table;
  Typeset         *typeset;
  double           size; /* of the texts */
  double          *x;    /* cols + 1 edges from the left of the table */
  double          *text; /* height of each cell's text, in the order of its cells */
  double          *row;  /* height of each row for the cells that are in no other;
                             0: it prints nothing */
} Fit;

/* The table with texts of a size, at most width wide. */
Fit *fit_new (Typeset *typeset, const FormTable *table, double size, double width);
void fit_free (Fit *self);

/* How a cell of a style breaks its text, in a box of a width. */
Measure fit_measure (FormStyle style, double size, double width);

/* From line to line of such a text. */
double fit_line (FormStyle style, double size);

/* The text of a cell in the typeset's hands. */
Setting *fit_setting (Typeset *typeset, const FormCell *cell);
