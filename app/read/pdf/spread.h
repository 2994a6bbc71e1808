/* app/read/pdf/spread.h — sheets that several pages are printed on. */

#pragma once

#include "app/read/pdf/page.h"

/* Parts the pages of a document that each hold two beside each other, or four: nothing
 * stands across the middle of any.  Both halves keep the number of their sheet. */
void pdf_pages_part (GPtrArray *pages);
