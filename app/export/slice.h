/* app/export/slice.h — which rows of a printed table go on which page. */

#pragma once

#include "app/export/fit.h"

/* A row on a page, or some lines of a row that is too high to stay whole. */
typedef struct {
  guint  row;
  guint  first, lines; /* of the texts of its cells; a whole row: 0, G_MAXUINT */
  double height;       /* points */
} Slice;

/* One GArray of Slice for each page of this height, from the top; the first has only
 * room left, and stays empty when that is too little to begin.  The column headings
 * come again on every page after theirs.  */
GPtrArray *slice_pages (const Fit *fit, double room, double height);
