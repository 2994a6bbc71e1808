/* app/export/xlsx-book.h — a workbook under way: its sheets, texts and looks.
 *
 * A text that stands in many cells is kept once.
 */

#pragma once

#include "app/export/outline.h"
#include "app/export/page.h"
#include "app/export/xlsx-sheet.h"

typedef struct _XlsxBook XlsxBook;

/* Of the title and author of the outline.  setup, lent: what stands at the edges of
 * every page.  */
XlsxBook *xlsx_book_new (const Outline *outline, const PageSetup *setup,
                         const char *path);

/* The number that a text which is shown goes by in the book. */
guint xlsx_book_text (XlsxBook *self, const char *text);

/* A cell's look; size: of the texts of its table; code: its number format, NULL for
 * text.  */
guint xlsx_book_look (XlsxBook *self, FormStyle style, double size, gboolean marked,
                      const char *code);

/* Counts a number as it is shown, in its turn among the texts. */
void xlsx_book_see (XlsxBook *self, const char *shown);

/* Whether the code shows the number just as it was printed. */
gboolean xlsx_book_shows (XlsxBook *self, const char *code, double number,
                          const char *text);

/* Puts a sheet of this name behind the others.  Takes sheet. */
void xlsx_book_add (XlsxBook *self, const char *name, XlsxSheet *sheet);

/* Writes the book, with records in it, NULL: none, and frees it.  FALSE: it could not
 * be written.  */
gboolean xlsx_book_close (XlsxBook *self, const char *records);
