/* app/review/merge.h — taking a colleague's copy of a record file in.
 *
 * Rows are the same by their ids, for both files were one.  What only the colleague
 * touched is taken; what both did differently is a conflict, shown side by side and
 * decided by a person.
 */

#pragma once

#include "db/fork.h"

typedef enum { MERGE_CELL, MERGE_NEW, MERGE_GONE } MergeKind;

typedef struct {
  MergeKind      kind;
  const DbTable *table;
  gint64         row;    /* in the colleague's file; in ours too unless MERGE_NEW */
  const char    *column; /* of MERGE_CELL, static */
  char          *place;  /* in words: 项目 3 …，指标 2 指标值 */
  char          *before; /* when the files parted; of MERGE_CELL, as the next two */
  char          *ours, *theirs;
  gboolean       is_conflict;
  gboolean is_taken; /* may be changed: whether theirs goes in; of a conflict FALSE */
} MergeItem;

typedef struct {
  GPtrArray *items; /* MergeItem * */
  guint      conflicts;
} Merge;

/* What the colleague's copy would change in ours.  NULL with a one-line error when the
 * two are not copies of one file.  Neither is written.  */
Merge *merge_new (Db *ours, Db *theirs, GError **error);
void   merge_free (Merge *self);

/* Takes the items that are marked as one action; n gets how many.  name: the
 * colleague's file, for the history.  */
gboolean merge_apply (Merge *self, Db *ours, Db *theirs, const char *name, guint *n,
                      GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Merge, merge_free)
