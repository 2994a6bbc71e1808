/* app/check/checker.h — the findings of what somebody looks at, read aside.
 *
 * A text of many projects has too many rules to ask while somebody waits, and SQLite
 * takes its time to understand them all.  So they are asked in a thread with a
 * connection of its own, some tables at a time: nobody who writes to the file has to
 * wait for more than those.
 */

#pragma once

#include "app/check/check.h"

#include <gio/gio.h>

typedef struct _Checker Checker;

/* Looks into the file at path, which it opens for itself when it is first asked. */
Checker *checker_new (const char *path);
void     checker_unref (Checker *self);

/* Reads the findings of a project; project 0: of a document with all its projects. done
 * is called in the thread of the caller, who must run a main loop, the answer of one
 * that was cancelled is an error.  Who asks again should cancel what was asked before.
 */
void checker_read (Checker *self, gint64 document, gint64 project,
                   GCancellable *cancellable, GAsyncReadyCallback done, gpointer data);

/* Finding *, in the order of check_sort(), freed with the array. */
GPtrArray *checker_read_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Checker, checker_unref)
