/* app/export/enclose.h — puts the records into a file that was printed of them. */

#pragma once

#include <glib.h>

/* format: pdf, docx, xlsx or html.  seen is the sum of what the file shows, as its
 * writer saw it.  FALSE: the file could not be written.  */
gboolean enclose (const char *format, const char *path, GChecksum *seen,
                  const char *json);
