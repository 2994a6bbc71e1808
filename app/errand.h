/* app/errand.h — work that would keep somebody waiting: done in a thread, with a
 * connection of its own to the record file.
 *
 * Who begins an errand has a place for it, which is NULL again as soon as the errand is
 * done.  Until then it may be dropped: then nobody is told, so who waited may be gone.
 * Both happen in the thread that began it, which must run a main loop.
 */

#pragma once

#include "app/progress.h"
#include "db/db.h"

/* A record file and the one connection that errands use, one after another.  It is
 * opened by the first of them.  */
typedef struct _Desk Desk;

Desk *desk_new (const char *path, DbOpenMode mode);
void  desk_unref (Desk *self); /* errands under way keep it */

typedef struct {
  /* In the thread.  db: NULL without a desk.  What it returns is not NULL, and may be
   * what it was given, which lives until done returns; NULL with an error: it failed,
   * or was stopped.  While it does not write, it may be broken off and called again, as
   * another connection needs the file.  */
  gpointer (*work) (Db *db, gpointer what, Progress *progress, GError **error);
  GDestroyNotify free_what;   /* NULL: nothing is */
  GDestroyNotify free_result; /* … of a result that nobody takes */
  int            priority;    /* as of a GSource, 0 the usual one */
} ErrandKind;

/* For work that has no other result. */
#define ERRAND_DONE GINT_TO_POINTER (TRUE)

typedef struct _Errand Errand;

/* Takes the result, or the error. */
typedef void (*ErrandDone) (gpointer result, GError *error, gpointer data);

/* Begins an errand at desk, NULL: none; one that is in the place already is dropped.
 * kind is static.  Takes what.  */
void errand_begin (Errand **place, Desk *desk, const ErrandKind *kind, gpointer what,
                   ErrandDone done, gpointer data);

/* Lets go of the errand that is in the place, if any, and stops it, with the programs
 * that it runs (app/read/process.h): done is not called.  */
void errand_drop (Errand **place);

/* Stops it, and done is called: with an error, unless it was too late. */
void errand_stop (Errand *self);

/* How far it is; lent. */
Progress *errand_get_progress (Errand *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Desk, desk_unref)
