/* app/export/pdf.h — a text or tables as a PDF file. */

#pragma once

#include "app/export/page.h"

/* Writes the outline, with bookmarks, links and the document's properties.  setup may
 * be NULL.  The same records give the same bytes.  FALSE: path is left as it was.
 */
gboolean pdf_write (const Outline *outline, const PageSetup *setup, const char *path,
                    GError **error);
