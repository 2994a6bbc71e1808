/* app/read/pdf-page.h — a page of a PDF document: characters and lines where they
 * stand.
 *
 * Points from the page's top left corner.
 */

#pragma once

#include <glib.h>

typedef struct {
  double x0, y0, x1, y1;
} PdfBox;

typedef struct {
  PdfBox   box;
  gunichar c;
} PdfGlyph;

typedef struct {
  guint   number; /* from 1 */
  double  width, height;
  GArray *glyphs; /* PdfGlyph; no white space */
  GArray *rules;  /* PdfBox, thin in one direction */
  double
      images; /* the share of the page that images cover: a scan may come in strips */
} PdfPage;

/* What the helper said (pdf-record.h); NULL when it is not whole. */
GPtrArray *pdf_pages_decode (GBytes *records);

/* Whether a point lies in a box. */
gboolean pdf_box_has (const PdfBox *box, double x, double y);
/* The smallest box around both. */
void pdf_box_add (PdfBox *box, const PdfBox *other);
