/* app/read/pdf/overhang.h — words that stick out of their cells. */

#pragma once

#include "app/read/pdf/ruling.h"

/* Letters that touch stand in one cell, also where a line of the table runs between or
 * through them: changes the x of those that stick out. */
void pdf_overhang_mend (GArray *glyphs, const PdfTable *table);
