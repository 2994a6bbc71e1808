/* app/interchange/interchange.h — documents as the interchange JSON, written and read
 * without loss.  Its shape is described in data/interchange.md.
 */

#pragma once

#include "db/document.h"

/* documents: Document *, each with all below it.  Newly allocated UTF-8. */
char *interchange_write (GPtrArray *documents);

/* The same on one line, for other programs and not for people. */
char *interchange_pack (GPtrArray *documents);

/* Document *, each to be freed with db_record_free() or all of them at once with
 * db_record_array_free(); NULL with a one-line Chinese error that names the place
 * (documents[0].projects[3].plan) when the JSON is not of this shape.  */
GPtrArray *interchange_read (const char *json, gssize length, GError **error);
