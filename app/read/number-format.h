/* app/read/number-format.h — a number of a spreadsheet as its cell shows it. */

#pragma once

#include <glib.h>

typedef struct _NumberFormat NumberFormat;

/* code: a format code; NULL is General. */
NumberFormat *number_format_new (const char *code);
void          number_format_free (NumberFormat *format);

/* The code that a number stands for in a workbook without its own, as Chinese programs
 * understand it; NULL is General. */
const char *number_format_builtin (guint id);

/* from_1904: dates count from 1904, not from 1900.  Newly allocated. */
char *number_format_number (const NumberFormat *format, double number,
                            gboolean from_1904);
char *number_format_text (const NumberFormat *format, const char *text);
