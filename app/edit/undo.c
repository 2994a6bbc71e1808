/* app/edit/undo.c — taking back what was done, and doing it again. */

#include "app/edit/undo.h"
#include "app/edit/change.h"
#include "db/reversal.h"

char *
undo_next (Db *db, ActionStep step, GError **error)
{
  char *label = NULL;

  action_next (db, step, &label, error);
  return label;
}

gboolean
undo_step (Db *db, ActionStep step, char **label, GError **error)
{
  g_auto (DbTxn) txn = { NULL };
  g_autofree char *words = NULL;
  gint64           action;

  *label = NULL;
  if (!db_txn_begin (&txn, db, error))
    return FALSE;
  action = action_next (db, step, &words, error);
  if (action <= 0)
    return action == 0;
  if (action_begin_step (db, step, action, error) == 0)
    return FALSE;
  if (!reversal_run (db, action, error))
    {
      g_prefix_error (error, "不能%s“%s”：", step == ACTION_UNDO ? "撤销" : "重做",
                      words);
      return FALSE;
    }
  if (!change_finish (&txn, error))
    return FALSE;
  *label = g_steal_pointer (&words);
  return TRUE;
}
