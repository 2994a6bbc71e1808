/* app/fix/fix.h — what would put a finding right, and doing it.
 *
 * A certain fix follows from the records alone: it takes its finding away and brings up
 * no other.  A suggestion is for a person to look at first; where only the user knows
 * what belongs there, its text holds a gap (FIX_GAP) to be filled in.
 */

#pragma once

#include "app/progress.h"
#include "db/finding.h"

#define FIX_GAP "__"

/* One cell that changes; column NULL: the row is removed.  row 0: it is made, the last
 * below parent.  */
typedef struct {
  const char *table; /* this and column are static */
  gint64      row;
  const char *column;
  char       *old; /* what stands there now; NULL: nothing */
  char       *text;
  gint64      parent;
  const char *source; /* of a funding to be made: fiscal, local or other */
} FixChange;

typedef struct {
  char    *rule;  /* the finding that goes with it, */
  char    *title; /* and what its rule is called */
  char    *place;
  gint64   document_id;
  gint64   project_id;   /* DB_NULL: the document */
  gint64   indicator_id; /* DB_NULL: the project */
  char    *field;
  char    *label; /* 指标值 95→95% */
  gboolean is_certain;
  GArray  *changes;  /* FixChange, at least one */
  char    *obstacle; /* why fix_apply() left it; NULL: it did not */
} Fix;

/* For who needs one longer than the array that it came in. */
Fix *fix_ref (Fix *fix);
void fix_unref (gpointer fix);

/* What can be done about a finding, the certain fix first: Fix *, which the array
 * holds; empty when nothing is known.  */
GPtrArray *fix_of_finding (Db *db, const Finding *finding, GError **error);

/* The certain fixes of many findings in their order; waived ones are left alone.
 * progress: NULL, or told of the findings; NULL with an error also when it is stopped.
 */
GPtrArray *fix_of_findings (Db *db, GPtrArray *findings, Progress *progress,
                            GError **error);

/* Does them as one action.  One that would bring up a new finding in its project, or
 * whose cell another of them has set otherwise, is left as it is and gets an obstacle.
 * progress: NULL, or told of the fixes; when it is stopped nothing is done.  applied
 * gets how many were done and may be NULL; where it is 0 there is no action.  */
gboolean fix_apply (Db *db, GPtrArray *fixes, Progress *progress, guint *applied,
                    GError **error);
