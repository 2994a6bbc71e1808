/* app/export/xlsx-look.h — the looks that cells of a workbook have. */

#pragma once

#include "app/export/look.h"

typedef struct {
  FormStyle style;
  double    size; /* of the texts of its table */
  gboolean  marked;
  char     *code; /* of a number; NULL: a text */
} XlsxLook;

/* Of XlsxLook, none yet. */
GArray *xlsx_looks_new (void);

/* The number that a cell's look goes by in the workbook. */
guint xlsx_look (GArray *looks, FormStyle style, double size, gboolean marked,
                 const char *code);

/* The part that says what they look like. */
GBytes *xlsx_looks_write (const GArray *looks);
