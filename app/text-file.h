/* app/text-file.h — text files that an office writes by hand: word lists, layouts. */

#pragma once

#include <glib.h>

/* What stands in a file.  Newly allocated; NULL with an error that names the file.  */
char *text_file_load (const char *path, GError **error);

/* Where the lines of such a text begin, behind the mark that some editors put before
 * UTF-8; it points into the text.  NULL with an error: it is not UTF-8.  */
const char *text_file_begin (const char *text, GError **error);

/* Sets an error that names the line, from 1; FALSE, for the caller to return. */
gboolean text_file_fail (GError **error, guint line, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
