/* app/export/xlsx-cell.h — the cells of a workbook under way. */

#pragma once

#include "app/export/page.h"
#include "app/form/form.h"

#include <xlsxwriter.h>

#define XLSX_FONT "SimSun" /* 宋体 by the name that every system finds a serif by */

typedef struct {
  lxw_workbook *book;
  GChecksum    *seen;    /* takes what the cells show */
  GHashTable   *formats; /* look -> lxw_format of texts … */
  GHashTable   *numbers; /* … and with a number format, of numbers */
  GHashTable   *shows;   /* number format -> NumberFormat */
} XlsxWriter;

/* Takes book. */
XlsxWriter *xlsx_writer_new (lxw_workbook *book, GChecksum *seen);

/* To be called when the book is closed. */
void xlsx_writer_free (XlsxWriter *self);

/* A cell's look; size: of the texts of its table; code: its number format, NULL for
 * text.  */
lxw_format *xlsx_format (XlsxWriter *self, FormStyle style, double size,
                         gboolean marked, const char *code);

/* Writes a cell at its place, with the places it covers.  size: as above.  FALSE: that
 * failed.  */
gboolean xlsx_write_cell (XlsxWriter *self, lxw_worksheet *sheet, const FormCell *cell,
                          double size);

/* Sets rows of a table to their heights in points; 0: hidden.  One that is higher than
 * a row of a sheet can be takes several.  Returns, newly allocated, the row of the
 * sheet that each begins at, and the end.  */
guint *xlsx_place_rows (lxw_worksheet *sheet, guint n, const double *heights);

/* As xlsx_write_cell(), of a table whose rows were placed so. */
gboolean xlsx_write_placed (XlsxWriter *self, lxw_worksheet *sheet,
                            const FormCell *cell, double size, const guint *at);

/* What stands over and under the pages of a sheet. */
void xlsx_set_edges (lxw_worksheet *sheet, const PageSetup *setup);
