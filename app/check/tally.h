/* app/check/tally.h — what the lines of the tree add up to: projects, money, findings.
 *
 * A large file holds too many projects to count their findings while somebody waits. So
 * they are counted in a thread of its own with a connection of its own, a few tables at
 * a time: nobody who writes to the file has to wait for more than one of them.
 */

#pragma once

#include "app/check/check.h"
#include "db/tree.h"

typedef struct {
  guint  projects;
  gint64 amount_fen;
  guint  findings[CHECK_SEVERITIES]; /* places, the worst severity first */
  guint  open;                       /* tables whose findings are not counted yet */
} TallySum;

typedef struct _Tally Tally;

/* Begins to count the file at path.  changed is called in the thread of the caller, who
 * must run a main loop, whenever sums have changed, but not after tally_free().  */
Tally *tally_new (const char *path, void (*changed) (gpointer data), gpointer data);
void   tally_free (Tally *self);

/* Projects may have come, gone or moved: what is there is looked up again.  Sums that
 * were known stay until then.  */
void tally_survey (Tally *self);

/* A document was edited: all in it is counted again, as rules compare its projects.
 * project: counted first; 0: none.  */
void tally_recount (Tally *self, gint64 document, gint64 project);

/* Somebody looks at the project: it is counted before others. */
void tally_hurry (Tally *self, gint64 project);

/* The sum of a line; document is needed for a unit.  FALSE: not known yet. */
gboolean tally_get (Tally *self, const TreeKey *key, gint64 document, TallySum *sum);

/* Whether everything is counted. */
gboolean tally_is_done (Tally *self);
