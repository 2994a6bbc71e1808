/* tests/outline.h — blocks as one line of text, and packages made in memory. */

#pragma once

#include <gio/gio.h>

/* "P text" for a paragraph, "I text" for a page that is a picture, "T 0,0:text
 * 0,1+2x3:text" for a table: row, column, and rows and columns of a merged cell.  Line
 * breaks show as ¶, blocks part by " ; ".  */
char *outline (GPtrArray *blocks);

/* reader_read() and the outline; the error's message when it cannot be read. */
char *outline_of (GBytes *bytes);

typedef struct {
  const char *path, *text;
} ZippedPart;

/* A ZIP of the parts; one without a path ends them. */
GBytes *zipped (const ZippedPart *parts);

/* A Word document, with what stands in its body, and its numbering and styles parts or
 * NULL. */
GBytes *zipped_docx (const char *body, const char *numbering, const char *styles);

/* A workbook of so many sheets: each the content of a worksheet element. */
GBytes *zipped_xlsx (const char *const *sheets, const char *shared, const char *styles);
