/* app/read/reader.h — from a file's bytes to blocks: one reader a kind of file.
 */

#pragma once

#include <glib.h>

typedef enum {
  READER_UNKNOWN, /* not a kind of file that we read */
  READER_EMPTY,   /* nothing in it */
  READER_BROKEN,  /* of a kind we read, but it cannot be read */
} ReaderErrorCode;

#define READER_ERROR_DOMAIN (reader_error_quark ())
GQuark reader_error_quark (void);

/* Reads bytes that stood in a file called name (its ending is a hint only).
 * Returns Block * in document order.  The error is one Chinese line: what, where, what
 * to do. */
GPtrArray *reader_read (GBytes *bytes, const char *name, GError **error);

/* app/read/text.c: a text extract, UTF-8, UTF-16 with a mark, or GB18030. */
GPtrArray *text_read (GBytes *bytes, const char *name, GError **error);

/* app/read/html.c: a web page, in any character set. */
gboolean   html_is (GBytes *bytes);
GPtrArray *html_read (GBytes *bytes, const char *name, GError **error);

/* Whether a page is nothing but a place for other pages. */
gboolean html_has_frames (GBytes *bytes);

/* app/read/mht.c: a web page with all that belongs to it in one file, as browsers and
 * Office save it: .mht, .mhtml. */
gboolean   mht_is (GBytes *bytes);
GPtrArray *mht_read (GBytes *bytes, const char *name, GError **error);

/* app/read/paste.c: what was copied from a browser, Word or WPS: text/html as a
 * clipboard holds it, CF_HTML of Windows too. */
GPtrArray *paste_read (GBytes *bytes, const char *name, GError **error);

/* app/read/office.c: a package of Word, Excel, WPS or OpenDocument, by what is in it.
 */
GPtrArray *office_read (GBytes *bytes, const char *name, GError **error);
/* The same for an OpenDocument file in one piece: .fodt, .fods. */
GPtrArray *office_read_part (GBytes *bytes, const char *name, GError **error);

/* app/read/legacy.c: a document of an old version of Word, Excel or WPS, or RTF. */
GPtrArray *legacy_read (GBytes *bytes, const char *name, GError **error);

/* app/read/pdf.c: a PDF document. */
GPtrArray *pdf_read (GBytes *bytes, const char *name, GError **error);
