/* app/read/pdf/aligned.h — tables without lines: what stands in columns. */

#pragma once

#include "app/read/block.h"
#include "app/read/pdf/line.h"

/* A table, which may go on over pages. */
typedef struct {
  Block *block;
  double top; /* on the page that it begins on, points */
} PdfAligned;

/* For each page a GPtrArray of PdfAligned *, those that begin on it.  lines_of_pages:
 * for each page a GPtrArray of its PdfLine *, from which the lines of tables are taken;
 * tables_of_pages: for each page a GPtrArray of its PdfTable *. */
GPtrArray *pdf_aligned_find (GPtrArray *lines_of_pages, const GPtrArray *pages,
                             const GPtrArray *tables_of_pages);
