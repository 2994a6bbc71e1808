/* db/action.h — what a user did: one action is one transaction and one step of history.
 */

#pragma once

#include "db/db.h"

/* Begins an action inside an open transaction.  label is what the user would call it.
 * Returns the action's id, 0 on error.  */
gint64 action_begin (Db *db, const char *label, GError **error);

/* From here on, history need not remember cells: whole documents come in. */
gboolean action_skip_cells (Db *db, GError **error);

/* Ends it; to be called before the transaction is committed.  An action that changed
 * nothing is forgotten.  */
gboolean action_end (Db *db, GError **error);

/* The two ways of taking an action back: what was done, and what was undone. */
typedef enum { ACTION_UNDO, ACTION_REDO } ActionStep;

/* The action that such a step would take back; 0 when there is none, -1 on error.
 * label, when not NULL, gets what the user called it, newly allocated.  */
gint64 action_next (Db *db, ActionStep step, char **label, GError **error);

/* Begins the action that takes another one back; it bears the same label. */
gint64 action_begin_step (Db *db, ActionStep step, gint64 action, GError **error);
