/* db/action.c — the action in progress, which history is written under. */

#include "db/action.h"

gint64
action_begin (Db *db, const char *label, GError **error)
{
  g_autoptr (sqlite3_stmt) action =
      db_prepare (db, "INSERT INTO action (who, label) VALUES (:who, :label)", error);
  g_autoptr (sqlite3_stmt) recording =
      db_prepare (db, "INSERT INTO recording VALUES (1, :action, 1)", error);
  gint64 id;

  if (action == NULL || recording == NULL)
    return 0;
  db_bind_text (action, ":who", g_get_user_name ());
  db_bind_text (action, ":label", label);
  if (!db_run (action, error))
    return 0;
  id = db_last_id (db);
  db_bind_int (recording, ":action", id);
  return db_run (recording, error) ? id : 0;
}

gboolean
action_skip_cells (Db *db, GError **error)
{
  return db_exec (db, "UPDATE recording SET cells = 0", error);
}

gboolean
action_end (Db *db, GError **error)
{
  return db_exec (db, "DELETE FROM recording", error);
}
