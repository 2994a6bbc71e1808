/* app/edit/change.h — the scope of one action: a transaction that history and the
 * readings are part of.
 */

#pragma once

#include "db/action.h"

/* Begins the transaction, and the action in it.  Leaving the scope of txn without
 * change_finish() leaves the file as it was.  Inside another such scope it is a part of
 * the action there: verbs that are one action each are one together.  */
gboolean change_begin (DbTxn *txn, Db *db, const char *label, GError **error);

/* Reads what the records mean now, ends the action, commits. */
gboolean change_finish (DbTxn *txn, GError **error);
