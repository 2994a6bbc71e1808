/* app/read/format-date.h — day numbers of a spreadsheet as dates and times. */

#pragma once

#include "app/read/format-code.h"

/* Newly allocated; NULL when the number is no date. */
char *format_date_write (const CodeSection *section, double number, gboolean from_1904);
