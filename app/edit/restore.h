/* app/edit/restore.h — putting back a single value out of the history. */

#pragma once

#include "db/history.h"

/* Gives the cell that a change of kind HISTORY_UPDATED was about the value it had
 * before, as an action of its own: what has been done since stays.  Refused when the
 * row is gone or nobody may write there.  */
gboolean restore_cell (Db *db, const HistoryChange *change, GError **error);
