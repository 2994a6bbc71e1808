/* app/read/shared-text.h — the texts of a workbook that its cells refer to by number.
 */

#pragma once

#include "app/read/limits.h"
#include "app/read/part.h"

/* char *; path may be NULL or name no part: then there are none. */
GPtrArray *shared_texts_read (Package *package, const char *path, Limits *limits,
                              GError **error);

/* Of the start of an element that holds a text: the text, without what tells how to
 * speak it, goes to its end.  names must have "t" and "rPh" at these places. */
char *shared_text_take (Part *part, guint t, guint rph);
