/* db/action.h — what a user did: one action is one transaction and one step of history.
 */

#pragma once

#include "db/db.h"

/* Begins an action inside an open transaction.  label is what the user would call it.
 * Returns the action's id, 0 on error.  */
gint64 action_begin (Db *db, const char *label, GError **error);

/* From here on, history need not remember cells: whole documents come in. */
gboolean action_skip_cells (Db *db, GError **error);

/* Ends it; to be called before the transaction is committed. */
gboolean action_end (Db *db, GError **error);
