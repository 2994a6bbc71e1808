/* app/export/pdf-part.h — which part of a PDF's tree a thing on a page shows. */

#pragma once

#include "app/export/page-item.h"
#include "app/export/pdf-tree.h"

typedef struct _PdfParts PdfParts;

PdfParts *pdf_parts_new (PdfTree *tree);
void      pdf_parts_free (PdfParts *self);

/* To be called for the things of all pages in order.  FALSE: none, it is there for the
 * eye: a heading of columns that was printed before.  type is that of the part.  */
gboolean pdf_parts_find (PdfParts *self, const PageItem *item, guint *part,
                         const char **type);
