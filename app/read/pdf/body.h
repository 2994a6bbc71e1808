/* app/read/pdf/body.h — the running text of a PDF document: lines outside of tables as
 * paragraphs, without what every page repeats.
 */

#pragma once

#include "app/read/pdf/line.h"

/* Where the text of a document stands, as its lines show. */
typedef struct {
  double left, right; /* points: the edges of its lines */
  double bottom;      /* of the lowest thing on any page */
  double pitch;       /* from line to line, in em */
} PdfMeasure;

/* pages: for each page a GPtrArray of its PdfLine * outside of tables.  Takes the
 * numbers, heads and feet of the pages out. */
void pdf_body_drop_furniture (GPtrArray *lines_of_pages, const GPtrArray *pages);

/* is_text: for each page whether it shows the edges; those with tables have others.
 * Where a text has no full lines, its pages are taken to have even margins. */
PdfMeasure pdf_body_measure (const GPtrArray *lines_of_pages, const GPtrArray *pages,
                             const gboolean *is_text);

/* Whether a line goes on with the paragraph of the one before it, which stands on the
 * same page or, as the last line, on the page before. */
gboolean pdf_body_goes_on (const PdfMeasure *measure, const PdfLine *before,
                           const PdfLine *line, gboolean same_page);
