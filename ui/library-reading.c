/* ui/library-reading.c — the library is read while the window goes on. */

#include "ui/library-reading.h"

typedef struct {
  LibraryReads        what;
  char               *path;
  Library            *library; /* a reference, NULL: none */
  const LibraryEntry *entry;
} Request;

static void
request_free (gpointer data)
{
  g_clear_pointer (&((Request *) data)->library, library_unref);
  g_free (((Request *) data)->path);
  g_free (data);
}

static const GDestroyNotify frees[] = {
  [LIBRARY_READS_ALL] = (GDestroyNotify) library_unref,
  [LIBRARY_READS_FINDINGS] = (GDestroyNotify) g_hash_table_unref,
  [LIBRARY_READS_USES] = (GDestroyNotify) g_ptr_array_unref,
};

static gpointer
read_what (const Request *request, Db *db, GError **error)
{
  switch (request->what)
    {
    case LIBRARY_READS_ALL:
      return library_new (db, error);
    case LIBRARY_READS_FINDINGS:
      return library_findings (db, error);
    default:
      return library_entry_uses (db, request->entry, error);
    }
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Request *request = data;
  GError        *error = NULL;
  g_autoptr (Db) db = db_open (request->path, DB_OPEN_READ, &error);
  gpointer found = db != NULL ? read_what (request, db, &error) : NULL;

  if (found != NULL)
    g_task_return_pointer (task, found, frees[request->what]);
  else
    g_task_return_error (task, error);
}

void
ui_library_read (LibraryReads what, const char *path, Library *library,
                 const LibraryEntry *entry, GCancellable *cancellable,
                 GAsyncReadyCallback done, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, done, data);
  Request *request = g_new (Request, 1);

  *request =
      (Request){ what, g_strdup (path), library ? library_ref (library) : NULL, entry };
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, read_in_thread);
}

gpointer
ui_library_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
