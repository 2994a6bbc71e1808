/* app/export/docx.h — a text or tables as a Word document. */

#pragma once

#include "app/export/page.h"

/* Writes the outline: headings with styles, real tables with merged cells and repeated
 * headings, a contents field.  records ride in it, NULL: none.  The same ones give the
 * same bytes.  FALSE: the file could not be written.  */
gboolean docx_write (const Outline *outline, const PageSetup *setup,
                     const char *records, const char *path);
