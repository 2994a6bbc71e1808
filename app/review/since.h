/* app/review/since.h — what changed in a text since a reviewer last looked at it. */

#pragma once

#include "db/comment.h"
#include "db/history.h"

/* A row that came or went, or a cell that holds something else now. */
typedef struct {
  HistoryChangeKind kind;
  const DbTable    *table;
  gint64            row;
  const char       *column;         /* of HISTORY_UPDATED, as the next two; static */
  char             *before, *after; /* NULL: blank */
  char             *place;          /* 项目 3 …，指标 2 */
} ReviewChange;

/* What the user of this computer has not seen yet, what was changed there and back left
 * out: ReviewChange *, freed with the array.  is_first: never looked at, and all is
 * new; nothing is listed then.  NULL on error.  */
GPtrArray *review_since (Db *db, gint64 document, gboolean *is_first, GError **error);

/* The user has seen it as it is now.  No action: it is no part of history. */
gboolean review_seen (Db *db, gint64 document, GError **error);
