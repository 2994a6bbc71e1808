/* app/check/checker.h — the findings of what somebody looks at, read aside.
 *
 * A text of many projects has too many rules to ask while somebody waits, and SQLite
 * takes its time to understand them all.  So they are asked in a thread with a
 * connection of its own, some tables at a time: nobody who writes to the file has to
 * wait for more than those.
 */

#pragma once

#include "app/check/check.h"
#include "app/errand.h"

/* The findings of a project; project 0: of a document with all its projects: Finding *,
 * in the order of check_sort(), freed with the array.  progress may be NULL.  */
GPtrArray *checker_findings (Db *db, gint64 document, gint64 project,
                             Progress *progress, GError **error);

/* The same as an errand. */
void checker_read (Errand **place, Desk *desk, gint64 document, gint64 project,
                   ErrandDone done, gpointer data);
