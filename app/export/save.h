/* app/export/save.h — writing a file so that a failed export leaves the old one. */

#pragma once

#include <glib.h>

/* An empty file in the same folder, to be written and then put in place of path.  NULL
 * with a one-line error that names path and says what to do.  */
char *save_begin (const char *path, GError **error);

/* Fills it, without yet another file to put in its place. */
gboolean save_bytes (const char *temporary, const char *bytes, gsize length);

/* Puts it in place.  ok FALSE: writing it failed; it is removed and path left as it
 * is.  Takes temporary; the error is set when the result is FALSE.  */
gboolean save_end (char *temporary, const char *path, gboolean ok, GError **error);

/* A whole text in place of path. */
gboolean save_text (const char *path, const char *text, GError **error);
