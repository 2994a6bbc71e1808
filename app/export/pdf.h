/* app/export/pdf.h — a text or tables as a PDF file. */

#pragma once

#include "app/export/page.h"

/* Writes the outline, with bookmarks, links and the document's properties.  seen takes
 * what a reader will see.  The same records give the same bytes.  FALSE: the file could
 * not be written.  */
gboolean pdf_write (const Outline *outline, const PageSetup *setup, GChecksum *seen,
                    const char *path);
