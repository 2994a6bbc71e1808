/* app/export/properties.h — what an office file says of itself: title and author. */

#pragma once

#include <glib.h>

#define PROPERTIES_PART "docProps/core.xml"
#define PROPERTIES_TYPE "application/vnd.openxmlformats-package.core-properties+xml"

/* The part; NULL: there is none.  No day is in it: the same records give the same
 * bytes.  */
GBytes *properties_write (const char *title, const char *author);
