/* db/draft.h — what is being typed into cells of forms and not stored yet.
 *
 * A draft is no record: it is not in history, and undo does not know of it.
 */

#pragma once

#include "db/db.h"

/* Which cell of a form, and what stands in its editor. */
typedef struct {
  gint64 project;
  char  *table;
  gint64 row;   /* 0: there is no such record yet */
  char  *field; /* of FormCell */
  char  *text;
} Draft;

Draft *draft_new (gint64 project, const char *table, gint64 row, const char *field,
                  const char *text);
void   draft_free (Draft *draft);

/* Keeps the text in place of an earlier one of the cell. */
gboolean draft_keep (Db *db, const Draft *draft, GError **error);

/* Forgets what was kept of the cell. */
gboolean draft_drop (Db *db, const Draft *draft, GError **error);

/* The newest draft of the file; NULL when there is none, or on error. */
Draft *draft_newest (Db *db, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Draft, draft_free)
