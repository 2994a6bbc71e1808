/* app/review/sheet-part.h — a workbook or Word document that several texts were printed
 * in, parted into these.
 */

#pragma once

#include <glib.h>

/* Parts blocks (Block *) in as many arrays as there are texts, whose blocks alone tells
 * (arrays of Block *, as each text prints without the others), in their order.  What
 * is nobody's stays with what stands in front of it.  The parts take the blocks; array
 * of arrays, freed with it.  */
GPtrArray *sheet_part (GPtrArray *blocks, const GPtrArray *alone);
