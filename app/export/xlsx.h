/* app/export/xlsx.h — printed tables as a spreadsheet, one sheet each. */

#pragma once

#include "db/db.h"

/* Writes the tables of the projects (gint64 ids) in their order.  layout and title as
 * for pdf_write(); every text is a string cell, whatever it begins with.  The same
 * records give the same bytes.  FALSE: path is left as it was.  */
gboolean xlsx_write (Db *db, const GArray *projects, const char *layout,
                     const char *title, const char *path, GError **error);
