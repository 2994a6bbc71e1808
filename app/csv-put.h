/* app/csv-put.h — putting text into a table of CSV. */

#pragma once

#include <glib.h>

/* A byte order mark, so that Excel takes the rest for UTF-8. */
#define CSV_HEAD "\xEF\xBB\xBF"

/* Appends a line of n cells by RFC 4180; NULL is blank.  A spreadsheet would take one
 * that begins like a formula for one:
 * https://owasp.org/www-community/attacks/CSV_Injection.
 */
void csv_put_line (GString *csv, const char *const *cells, gsize n);
