/* app/read/pdf/ruling.h — the tables that lines on a page make. */

#pragma once

#include "app/read/pdf/page.h"

/* Two lines nearer than this are one, and a line that ends as near to another meets it:
 * points. */
#define PDF_NEAR 3.0

typedef struct {
  guint    row, col, row_span, col_span;
  gboolean is_ruled_above, is_ruled_below; /* a line stands at that edge */
} PdfCell;

/* A table on one page.  A cell covers the lines of the grid from its own to the one
 * after its span. */
typedef struct {
  PdfBox   box;
  GArray  *xs, *ys; /* double: the lines of the grid, one more than columns and rows */
  GArray  *cells;   /* PdfCell, by rows */
  gboolean is_framed; /* a line stands at its left, where it begins and ends */
} PdfTable;

/* PdfTable *, from the top of the page; a frame around text is none. */
GPtrArray *pdf_tables_find (const PdfPage *page);

PdfBox pdf_table_cell_box (const PdfTable *table, const PdfCell *cell);
