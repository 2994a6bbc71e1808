/* app/export/xlsx-summary.h — the sheet before those of the projects: one line each. */

#pragma once

#include "app/export/outline.h"
#include "app/export/xlsx-book.h"

/* Puts it into the book where the outline has tables of projects. */
void xlsx_put_summary (XlsxBook *book, const Outline *outline);
