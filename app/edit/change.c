/* app/edit/change.c — the scope of one action. */

#include "app/edit/change.h"
#include "app/reading/reading.h"

gboolean
change_begin (DbTxn *txn, Db *db, const char *label, GError **error)
{
  return db_txn_begin (txn, db, error) &&
         (db_txn_is_nested (txn) || action_begin (db, label, error) != 0);
}

gboolean
change_finish (DbTxn *txn, GError **error)
{
  return (db_txn_is_nested (txn) ||
          (reading_refresh (txn->db, error) && action_end (txn->db, error))) &&
         db_txn_commit (txn, error);
}
