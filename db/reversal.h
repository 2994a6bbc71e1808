/* db/reversal.h — putting back what an action changed. */

#pragma once

#include "db/db.h"

/* Puts every cell and row back to what it was before the action, newest change first,
 * inside the action in progress: that is how history remembers it.  DB_REFUSED with the
 * place in words when something has since been changed in another way; the caller then
 * leaves the transaction without a commit.  */
gboolean reversal_run (Db *db, gint64 action, GError **error);
