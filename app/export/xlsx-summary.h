/* app/export/xlsx-summary.h — the sheet before those of the projects: one line each. */

#pragma once

#include "app/export/outline.h"
#include "app/export/xlsx-cell.h"

/* Writes it where the outline has tables of projects.  FALSE: that failed. */
gboolean xlsx_write_summary (XlsxWriter *writer, const Outline *outline,
                             const PageSetup *setup);
