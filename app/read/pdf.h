/* app/read/pdf.h — PDF documents: what stands on their pages as blocks. */

#pragma once

#include "app/read/pdf/page.h"

/* Block * in document order, from PdfPage *.  A page that is a picture becomes a
 * BLOCK_PICTURE.  name: the file's, for errors. */
GPtrArray *pdf_blocks (const GPtrArray *pages, const char *name, GError **error);
