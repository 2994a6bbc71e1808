/* app/export/look.h — how cells of a table and lines of a text look on paper and in
 * office files: one table for all of them.
 */

#pragma once

#include "app/export/typeset.h"
#include "db/form.h"
#include "db/text.h"

/* Of the texts of a table; what is larger is so by its scale. */
#define LOOK_CELL_SIZE 10.0

/* A table that is longer than a page is set smaller, step by step, down to this. */
#define LOOK_LEAST_SIZE 8.0
#define LOOK_SIZE_STEP  0.5

/* From line to line of prose, in sizes. */
#define LOOK_LEADING 1.6

typedef struct {
  TypesetAlign align;
  double       scale;
  gboolean     bold, border;
} CellLook;

const CellLook *look_of_cell (FormStyle style);

/* Lengths in points. */
typedef struct {
  TypesetAlign align;
  double       size;
  gboolean     bold;
  double       first_indent, indent; /* in sizes */
  double       before, after;
} TextLook;

const TextLook *look_of_text (TextStyle style);
