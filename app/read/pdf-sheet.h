/* app/read/pdf-sheet.h — a table of a PDF document, put together over its pages. */

#pragma once

#include "app/read/block.h"
#include "app/read/pdf-ruling.h"

/* A cell at the head or foot of a page. */
typedef struct {
  BlockCell *cell;
  guint      lines; /* of text on this page */
  gboolean   is_at_top;
  gboolean   is_full; /* no room for another line of text */
  double     room;    /* left in the last line, points */
  double     unit;    /* what must stay together at the beginning of the first line */
} PdfEdge;

/* A table that may go on on the next page. */
typedef struct {
  Block  *block;
  GArray *xs;     /* double: the lines between its columns, from its left edge */
  guint   rows;   /* so far */
  GArray *starts; /* PdfEdge: the cells that its first page begins with */
  GArray *ends;   /* PdfEdge: the cells that its last page ends with */
} PdfSheet;

/* The table of a page with the characters that stand in it. */
PdfSheet *pdf_sheet_new (const PdfTable *table, const GArray *glyphs, guint page);
void      pdf_sheet_free (PdfSheet *sheet);

/* Whether two have the same columns, as far as the rows of both show. */
gboolean pdf_sheet_matches (const PdfSheet *sheet, const PdfSheet *next);

/* Takes in what stands on the next page: the head that is printed again is dropped, a
 * row and a merged cell that the page cut are one again.  Takes next. */
void pdf_sheet_continue (PdfSheet *sheet, PdfSheet *next);
