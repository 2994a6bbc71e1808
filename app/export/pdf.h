/* app/export/pdf.h — printed tables as a PDF file. */

#pragma once

#include "db/db.h"

/* Writes the tables of the projects (gint64 ids) in their order, each from a new page
 * on.  layout: a form's id; NULL prints each in its document's.  title is for the
 * reader's window; NULL takes the first heading.  The same records give the same
 * bytes.  FALSE: path is left as it was.  */
gboolean pdf_write (Db *db, const GArray *projects, const char *layout,
                    const char *title, const char *path, GError **error);
