/* db/header.h — what the first bytes of a file say it is. */

#pragma once

#include <glib.h>

/* Judges a record file by its first bytes alone, so that a foreign one is never handed
 * to SQLite; version gets its format.  FALSE with an error: it is none, or too new.  */
gboolean header_check (const char *path, int *version, GError **error);
