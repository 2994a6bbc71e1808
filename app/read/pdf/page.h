/* app/read/pdf/page.h — a page of a PDF document: characters and lines where they
 * stand.
 *
 * Points from the page's top left corner.
 */

#pragma once

#include "app/read/pdf/box.h"

typedef struct {
  PdfBox   box;
  double   x, y; /* its middle; where that is cut off, the nearest place that is not */
  gunichar c;
  guint    order;  /* in which those of a page are drawn */
  gboolean begins; /* what is drawn at once */
  guint    clip;   /* of those of the page: what is to be seen */
} PdfGlyph;

typedef struct {
  guint   number; /* from 1 */
  double  width, height;
  GArray *glyphs; /* PdfGlyph, as they are drawn; no white space */
  GArray *rules;  /* PdfBox, thin in one direction */
  GArray *clips;  /* PdfBox; the first is the whole page */
  double
        images; /* the share of the page that images cover: a scan may come in strips */
  guint mute, shapes; /* letters without a character; shapes that may be letters */
} PdfPage;

/* Why there is no text to be read on a page that shows some. */
typedef enum {
  PDF_READABLE,
  PDF_SCANNED, /* it is a picture */
  PDF_DRAWN,   /* its letters are drawn as shapes */
  PDF_UNKNOWN, /* its letters have no characters that they mean */
} PdfTrouble;

PdfTrouble pdf_page_trouble (const PdfPage *page);

/* An empty page. */
PdfPage *pdf_page_new (guint number, double width, double height);

/* What the helper said (pdf/record.h), sheets of two pages parted; NULL when it is not
 * whole. */
GPtrArray *pdf_pages_decode (GBytes *records);
