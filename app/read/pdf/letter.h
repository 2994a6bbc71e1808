/* app/read/pdf/letter.h — characters that Poppler finds on a page, and the marks that
 * it draws them with. */

#pragma once

#include "app/read/pdf/canvas.h"

/* A character that shows, upright. */
typedef struct {
  gunichar c;
  PdfBox   box;
  guint    mark; /* that draws it; as that of the one before it when none does */
  gboolean is_marked;
  guint    place;
} PdfLetter;

/* Puts PdfLetters into the order that they are drawn in, without those of a text that
 * runs aslant over the page.  marks: PdfMark, upright too; is_turned: the page was not.
 */
void pdf_letters_sort (GArray *letters, const GArray *marks, gboolean is_turned);
