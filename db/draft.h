/* db/draft.h — what is being typed into cells of tables and not stored yet.
 *
 * A draft is no record: it is not in history, and undo does not know of it.
 */

#pragma once

#include "db/db.h"

/* Which cell of a project's form or of the pages of a whole text, and what stands in
 * its editor.  */
typedef struct {
  gint64 project;  /* 0: of the whole text */
  gint64 document; /* 0: of a project */
  char  *table;
  gint64 row;   /* 0: there is no such record yet */
  char  *field; /* of FormCell */
  char  *text;
} Draft;

Draft *draft_new (gint64 project, gint64 document, const char *table, gint64 row,
                  const char *field, const char *text);
void   draft_free (Draft *draft);

/* Forgets what was kept of the cell. */
gboolean draft_drop (Db *db, const Draft *draft, GError **error);

/* Keeps the text in place of an earlier one of the cell. */
gboolean draft_keep (Db *db, const Draft *draft, GError **error);

/* The newest draft of the file; NULL when there is none, or on error. */
Draft *draft_newest (Db *db, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Draft, draft_free)
