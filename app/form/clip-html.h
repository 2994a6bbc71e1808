/* app/form/clip-html.h — a block of texts on the clipboard with its merged cells. */

#pragma once

#include "app/form/clip.h"
#include "app/form/range.h"

/* What form_paste_copy() took of a range, as spreadsheets and word processors take it:
 * cells that are merged stay so, and a code stays a text.  Newly allocated.  */
char *clip_write_html (const Clip *clip, const FormTable *table,
                       const FormRange *range);
