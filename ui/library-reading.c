/* ui/library-reading.c — the library is read while the window goes on. */

#include "ui/library-reading.h"

typedef struct {
  Library            *library; /* a reference, NULL: none */
  const LibraryEntry *entry;
} Request;

static void
request_free (gpointer data)
{
  g_clear_pointer (&((Request *) data)->library, library_unref);
  g_free (data);
}

static gpointer
read_all (Db *db, gpointer request, Progress *progress, GError **error)
{
  return library_new (db, error);
}

static gpointer
read_findings (Db *db, gpointer request, Progress *progress, GError **error)
{
  return library_findings (db, error);
}

static gpointer
read_uses (Db *db, gpointer request, Progress *progress, GError **error)
{
  return library_entry_uses (db, ((Request *) request)->entry, error);
}

void
ui_library_read (Errand **place, Desk *desk, LibraryReads what, Library *library,
                 const LibraryEntry *entry, ErrandDone done, gpointer data)
{
  static const ErrandKind kinds[] = {
    [LIBRARY_READS_ALL] = { read_all, request_free, (GDestroyNotify) library_unref, 0 },
    [LIBRARY_READS_FINDINGS] = { read_findings, request_free,
                                 (GDestroyNotify) g_hash_table_unref, 0 },
    [LIBRARY_READS_USES] = { read_uses, request_free,
                             (GDestroyNotify) g_ptr_array_unref, 0 },
  };
  Request *request = g_new (Request, 1);

  *request = (Request){ library ? library_ref (library) : NULL, entry };
  errand_begin (place, desk, &kinds[what], request, done, data);
}
