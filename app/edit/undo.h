/* app/edit/undo.h — taking back what was done, and doing it again: without limit,
 * newest first, in this or an earlier session.
 */

#pragma once

#include "db/action.h"

/* What the next step would take back, in the user's words, newly allocated.  NULL when
 * there is nothing, or on error.  */
char *undo_next (Db *db, ActionStep step, GError **error);

/* Takes the step.  label gets what was taken back, newly allocated, or NULL when there
 * was nothing.  An error says what stands in the way; nothing is changed then.  */
gboolean undo_step (Db *db, ActionStep step, char **label, GError **error);
