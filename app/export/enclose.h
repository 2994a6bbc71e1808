/* app/export/enclose.h — puts the records into a file that was printed of them. */

#pragma once

#include <glib.h>

/* format: pdf, docx, xlsx or html.  seen is the sum of what the file shows, as its
 * writer saw it.  *enclosed FALSE: there is no place for them in such a PDF, and the
 * file is left as it was.  FALSE: it could not be written.  */
gboolean enclose (const char *format, const char *path, GChecksum *seen,
                  const char *json, gboolean *enclosed);
