/* app/read/pdf/box.h — a box on a page, in points from the top left corner. */

#pragma once

#include <glib.h>

typedef struct {
  double x0, y0, x1, y1;
} PdfBox;

/* Whether a point lies in a box. */
gboolean pdf_box_has (const PdfBox *box, double x, double y);
/* The smallest box around both. */
void pdf_box_add (PdfBox *box, const PdfBox *other);
/* Whether both reach over the same place across the page. */
gboolean pdf_box_is_over (const PdfBox *box, const PdfBox *other);
