/* app/export/xlsx-sheet.h — a sheet of a workbook: its cells, and how it is printed.
 *
 * A sheet is filled cell by cell in any order and then written as XML at once.  Every
 * sheet is printed on A4, as wide as the page, with page numbers.
 */

#pragma once

#include <glib.h>

/* A cell that was not set is not written. */
typedef enum { XLSX_NONE, XLSX_BLANK, XLSX_TEXT, XLSX_NUMBER } XlsxKind;

typedef struct {
  XlsxKind kind;
  guint    look; /* of its book, see xlsx_look() */
  guint    text; /* of its book, see xlsx_book_text() */
  double   number;
} XlsxCell;

typedef struct {
  guint     rows, cols;
  double   *widths;    /* of the columns, in digits of the workbook's font */
  double   *heights;   /* of the rows, in points; 0: hidden, negative: as it comes */
  double    margin[4]; /* left, right, top and bottom, in inches */
  gboolean  landscape;
  gboolean  one_page;      /* what is longer is printed smaller */
  gboolean  centred;       /* on the page */
  gboolean  shows_grid;    /* of the screen, where cells have no borders */
  gboolean  numbers_as_is; /* a text of digits is no mistake */
  guint     frozen;        /* so many rows stay in sight */
  guint     repeat_first;  /* the rows that are printed again on every page */
  guint     repeat_rows;
  guint     filter; /* this row filters what is below, from 1; 0: none does */
  XlsxCell *cells;  /* row by row */
  GString  *merges; /* the XML of … */
  GString  *offers;
  GString  *links;
  guint     n_merges, n_offers;
} XlsxSheet;

/* All rows and columns are as the program that opens it makes them. */
XlsxSheet *xlsx_sheet_new (guint rows, guint cols);
void       xlsx_sheet_free (XlsxSheet *self);

XlsxCell *xlsx_sheet_at (XlsxSheet *self, guint row, guint col);

/* Makes one cell of several; they look like the first, which is set before. */
void xlsx_sheet_merge (XlsxSheet *self, guint row, guint col, guint last_row,
                       guint last_col);

/* Offers words, NULL-terminated, for the cells of a column; other words may be typed
 * all the same.  */
void xlsx_sheet_offer (XlsxSheet *self, guint first_row, guint last_row, guint col,
                       const char *const *words);

/* A click on the cell leads to the top of another sheet, by its name. */
void xlsx_sheet_link (XlsxSheet *self, guint row, guint col, const char *sheet);

/* The XML.  header and footer, NULL: none; the first sheet is shown when it is opened.
 */
GBytes *xlsx_sheet_write (const XlsxSheet *self, gboolean is_first, const char *header,
                          const char *footer);

/* Puts $A$1:$B$2, the places of a range from 0 with their last ones, behind text. */
void xlsx_put_range (GString *text, guint row, guint col, guint last_row,
                     guint last_col);
