/* app/review/merge.h — taking in what a colleague sent back: a copy of a record file,
 * or a workbook or Word document that was printed of it and edited.
 *
 * Rows are the same by their ids, for both files were one.  What only the colleague
 * touched is taken; what both did differently is a conflict, shown side by side and
 * decided by a person.
 */

#pragma once

#include "db/document.h"
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
  gint64         parent;  /* in ours, of MERGE_NEW from a sheet, as the next two */
  guint          ordinal; /* among its siblings, from 1; 0: none */
  DbRecord      *record;  /* lent by the Merge */
  gboolean       is_conflict;
  gboolean       is_unknown; /* a conflict because nobody knows who changed it */
  gboolean is_taken; /* may be changed: whether theirs goes in; of a conflict FALSE */
} MergeItem;

typedef struct {
  GPtrArray *items; /* MergeItem * */
  guint      conflicts;
  gboolean   is_two_way; /* a sheet that lost the records inside: all are is_unknown */
  guint      unplaced;   /* changes of a sheet in rows that ours does not know */
  Db        *theirs;     /* NULL: from a sheet */
  gboolean   owns_theirs;
  GPtrArray *sheets; /* Document *: what a sheet says of each text */
} Merge;

/* What a file that was sent back would change in ours, which is not written.  NULL with
 * a one-line error when it is neither a copy of ours nor printed of such records.  */
Merge *merge_open (Db *ours, const char *path, GError **error);

/* The same of a copy, which must stay open as long as the Merge.  Neither is written.
 */
Merge *merge_new (Db *ours, Db *theirs, GError **error);
void   merge_free (Merge *self);

/* The same of a workbook, a Word document or a page that was printed of records, of one
 * text or several.  What it said then is known from the records that ride inside; what
 * it says now is read from its cells.  */
Merge *merge_sheet_new (Db *ours, const char *path, GError **error);

/* Takes the items that are marked as one action; n gets how many.  name: the
 * colleague's file, for the history.  */
gboolean merge_apply (Merge *self, Db *ours, const char *name, guint *n,
                      GError **error);

/* For those who make one: an item about a row, named as our file or theirs names it;
 * and what becomes of it when both did something.  */
Merge     *merge_blank (void);
MergeItem *merge_add (Merge *self, MergeKind kind, const DbTable *table, gint64 row,
                      Db *named_in);
void       merge_mark_conflict (Merge *self, MergeItem *item);
void       merge_name_column (MergeItem *item); /* says the column behind the place */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Merge, merge_free)
