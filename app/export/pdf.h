/* app/export/pdf.h — a text or tables as a PDF file. */

#pragma once

#include "app/export/page.h"

/* Writes the outline, with bookmarks, links, the document's properties and what each
 * part is.  records ride in it, attached, NULL: none.  The same ones give the same
 * bytes.  FALSE: the file could not be written.  */
gboolean pdf_write (const Outline *outline, const PageSetup *setup, const char *records,
                    const char *path);
