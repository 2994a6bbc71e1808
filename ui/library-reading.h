/* ui/library-reading.h — reading the library in a thread, with a connection of its own.
 */

#pragma once

#include <gio/gio.h>

#include "app/library/library.h"

typedef enum {
  LIBRARY_READS_ALL,      /* Library * */
  LIBRARY_READS_FINDINGS, /* GHashTable *, of library_findings() */
  LIBRARY_READS_USES,     /* GPtrArray * of LibraryUse * */
} LibraryReads;

/* Reads the file at path; library and one of its entries: for LIBRARY_READS_USES. */
void ui_library_read (LibraryReads what, const char *path, Library *library,
                      const LibraryEntry *entry, GCancellable *cancellable,
                      GAsyncReadyCallback done, gpointer data);

/* What was read; NULL with an error: it was not, or cancelled. */
gpointer ui_library_read_finish (GAsyncResult *result, GError **error);
