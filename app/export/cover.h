/* app/export/cover.h — where the lines of a cover stand, on paper and in office files.
 */

#pragma once

#include "app/export/page.h"

/* Its lines begin here, the last one stands here, in heights of the page. */
#define COVER_TOP  0.25
#define COVER_FOOT 0.78

/* Is the item the last of several lines of a cover: who made it? */
gboolean cover_is_foot (const Outline *outline, guint i);

/* A title as it is broken: what is too long for one line goes on before its year.
 * NULL-terminated, newly allocated.  */
char **cover_lines (const Pages *pages, const char *title);
