/* app/read/pdf/drawn.h — words as cells and rows, by the order they are drawn in.
 *
 * What writes a document draws cell after cell, row after row: the lines of a cell
 * follow each other, and what is merged over rows is drawn with the first of them.
 */

#pragma once

#include "app/read/pdf/level.h"

/* The words of all pages in the order they are drawn in. */
typedef struct PdfDrawn PdfDrawn;

/* lines_of_pages: for each page a GPtrArray of its PdfLine *.  NULL where the order
 * does not tell what stands in a cell. */
PdfDrawn *pdf_drawn_new (const GPtrArray *lines_of_pages, const GPtrArray *pages);
void      pdf_drawn_free (PdfDrawn *drawn);

/* For each page a GPtrArray of PdfLevel *, from the top: each is a row, or a paragraph,
 * and its pieces are cells of one or more lines. */
const GPtrArray *pdf_drawn_levels (const PdfDrawn *drawn);

/* What stands in a piece of a level, counted over all pages; it is then part of a
 * table. */
GArray *pdf_drawn_take (PdfDrawn *drawn, guint level, const PdfPiece *piece);

/* Takes what is part of tables out of the lines of the pages. */
void pdf_drawn_take_lines (const PdfDrawn *drawn, GPtrArray *lines_of_pages);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PdfDrawn, pdf_drawn_free)
