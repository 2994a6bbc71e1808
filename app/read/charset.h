/* app/read/charset.h — the bytes of a web page as UTF-8. */

#pragma once

#include <glib.h>

/* By the mark it begins with, by being UTF-8, by what it says of itself, else as
 * GB18030.  Bytes that are no characters become U+FFFD, so this never fails.  Newly
 * allocated. */
char *charset_decode (const char *data, gsize size);
