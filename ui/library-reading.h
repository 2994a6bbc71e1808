/* ui/library-reading.h — reading the library aside. */

#pragma once

#include "app/errand.h"
#include "app/library/library.h"

typedef enum {
  LIBRARY_READS_ALL,      /* Library * */
  LIBRARY_READS_FINDINGS, /* GHashTable *, of library_findings() */
  LIBRARY_READS_USES,     /* GPtrArray * of LibraryUse * */
} LibraryReads;

/* library and one of its entries: for LIBRARY_READS_USES. */
void ui_library_read (Errand **place, Desk *desk, LibraryReads what, Library *library,
                      const LibraryEntry *entry, ErrandDone done, gpointer data);
