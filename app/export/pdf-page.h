/* app/export/pdf-page.h — laid out pages as those of a PDF. */

#pragma once

#include "app/export/page.h"
#include "app/export/pdf-tree.h"

/* Writes all pages with their fonts, and puts what they show into the tree; returns the
 * number of their own tree.  Page n is the object first + n: numbers that the caller
 * took.  Each is a step of progress; what is written after it was stopped is none.  */
guint pdf_pages_write (Pages *pages, PdfFile *file, PdfTree *tree, guint first,
                       Progress *progress);

/* Where a link goes, in words: [page /XYZ …]. */
void pdf_put_place (GString *words, const Pages *pages, guint place, guint first);
