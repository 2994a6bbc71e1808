/* app/read/pdf/canvas.h — what Poppler draws of a page: lines, and letters in the order
 * they are drawn in.
 *
 * Points from the page's top left corner, as the page lies.
 */

#pragma once

#include "app/read/pdf/page.h"

#include <poppler.h>

/* Where a letter is drawn, and what of the page may be drawn on then. */
typedef struct {
  double   x, y;      /* the left end of its base line */
  double   size;      /* of its font, points; less where that stands aslant */
  gboolean begins;    /* what is drawn at once */
  gboolean is_aslant; /* stands neither upright nor turned by quarters */
  PdfBox   clip;
} PdfMark;

typedef struct {
  GArray *rules;  /* PdfBox, thin in one direction */
  GArray *marks;  /* PdfMark */
  guint   shapes; /* how many with curves are filled */
} PdfDrawing;

PdfDrawing *pdf_drawing_new (PopplerPage *page, double width, double height);
void        pdf_drawing_free (PdfDrawing *drawing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PdfDrawing, pdf_drawing_free)
