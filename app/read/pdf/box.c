/* app/read/pdf/box.c — boxes on a page. */

#include "app/read/pdf/box.h"

gboolean
pdf_box_has (const PdfBox *box, double x, double y)
{
  return x >= box->x0 && x < box->x1 && y >= box->y0 && y < box->y1;
}

void
pdf_box_add (PdfBox *box, const PdfBox *other)
{
  box->x0 = MIN (box->x0, other->x0);
  box->y0 = MIN (box->y0, other->y0);
  box->x1 = MAX (box->x1, other->x1);
  box->y1 = MAX (box->y1, other->y1);
}

gboolean
pdf_box_is_over (const PdfBox *box, const PdfBox *other)
{
  return box->x0 < other->x1 && other->x0 < box->x1;
}
