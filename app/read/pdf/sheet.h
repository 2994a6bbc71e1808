/* app/read/pdf/sheet.h — a table of a PDF document, put together over its pages. */

#pragma once

#include "app/read/block.h"
#include "app/read/pdf/ruling.h"

/* A cell at the head or foot of a page. */
typedef struct {
  BlockCell *cell;
  guint      lines; /* of text on this page */
  gboolean   is_at_top;
  double     free;    /* below the last line, in em */
  gboolean   is_open; /* a table with lines on all sides has none at this edge */
  double     room;    /* left in the last line, points */
  double     unit;    /* what must stay together at the beginning of the first line */
} PdfEdge;

/* A table that may go on on the next page. */
typedef struct {
  Block  *block;
  GArray *xs;     /* double: the lines between its columns, from its left edge */
  guint   rows;   /* so far */
  GArray *ys;     /* double: the lines between the rows of its first page */
  GArray *starts; /* PdfEdge: the cells of the rows that its first page begins with */
  GArray *ends;   /* PdfEdge: the cells that its last page ends with */
} PdfSheet;

/* The table of a page with the characters that stand in it. */
PdfSheet *pdf_sheet_new (const PdfTable *table, const GArray *glyphs, guint page);
void      pdf_sheet_free (PdfSheet *sheet);

/* Whether two have the same columns, as far as the rows of both show; these are then
 * counted alike. */
gboolean pdf_sheet_matches (PdfSheet *sheet, PdfSheet *next);

/* Of two that match: the height of what a page that next begins would not have parted:
 * points. */
double pdf_sheet_need (const PdfSheet *sheet, const PdfSheet *next);

/* Of two that match: whether the page break cut through cells, as the lines that are
 * missing there show. */
gboolean pdf_sheet_is_cut (const PdfSheet *sheet, const PdfSheet *next);

/* Takes in one that matches, what stands on the next page: the head that is printed
 * again is dropped, a row and a merged cell that the page cut are one again.  Takes
 * next. */
void pdf_sheet_continue (PdfSheet *sheet, PdfSheet *next);
