/* db/action.c — the action in progress, which history is written under. */

#include "db/action.h"

/* Runs the insertion of an action and makes it the one in progress. */
static gint64
begin (Db *db, sqlite3_stmt *action, GError **error)
{
  g_autoptr (sqlite3_stmt) recording =
      db_prepare (db, "INSERT INTO recording VALUES (1, :action, 1)", error);
  gint64 id;

  if (recording == NULL)
    return 0;
  db_bind_text (action, ":who", g_get_user_name ());
  if (!db_run (action, error))
    return 0;
  id = db_last_id (db);
  db_bind_int (recording, ":action", id);
  return db_run (recording, error) ? id : 0;
}

gint64
action_begin (Db *db, const char *label, GError **error)
{
  g_autoptr (sqlite3_stmt) action =
      db_prepare (db, "INSERT INTO action (who, label) VALUES (:who, :label)", error);

  if (action == NULL)
    return 0;
  db_bind_text (action, ":label", label);
  return begin (db, action, error);
}

gboolean
action_skip_cells (Db *db, GError **error)
{
  return db_exec (db, "UPDATE recording SET cells = 0", error);
}

gboolean
action_end (Db *db, GError **error)
{
  return db_exec (db,
                  "DELETE FROM recording;"
                  "DELETE FROM action WHERE id = (SELECT max(id) FROM action)"
                  " AND undoes IS NULL AND redoes IS NULL"
                  " AND NOT EXISTS (SELECT 1 FROM history WHERE action_id = action.id)",
                  error);
}

/* An action that was redone stands in for the one that had been undone, so both are
 * undone newest first; an undoing can be redone until the user does something new.  */
static const char *const next_sql[] = {
  [ACTION_UNDO] = "SELECT id, label FROM action a WHERE undoes IS NULL"
                  " AND NOT EXISTS (SELECT 1 FROM action b WHERE b.undoes = a.id)"
                  " ORDER BY id DESC LIMIT 1",
  [ACTION_REDO] = "SELECT id, label FROM action a WHERE undoes IS NOT NULL"
                  " AND NOT EXISTS (SELECT 1 FROM action b WHERE b.redoes = a.id)"
                  " AND id > coalesce((SELECT id FROM action WHERE undoes IS NULL AND "
                  "redoes IS NULL"
                  "                    ORDER BY id DESC LIMIT 1), 0)"
                  " ORDER BY id DESC LIMIT 1",
};

gint64
action_next (Db *db, ActionStep step, char **label, GError **error)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (db, next_sql[step], error);

  if (q == NULL)
    return -1;
  switch (db_step (q, error))
    {
    case DB_ROW:
      if (label != NULL)
        *label = g_strdup (db_column_text (q, 1));
      return sqlite3_column_int64 (q, 0);
    case DB_DONE:
      return 0;
    default:
      return -1;
    }
}

gint64
action_begin_step (Db *db, ActionStep step, gint64 action, GError **error)
{
  static const char *const sql[] = {
    [ACTION_UNDO] = "INSERT INTO action (who, label, undoes)"
                    " SELECT :who, label, id FROM action WHERE id = :action",
    [ACTION_REDO] = "INSERT INTO action (who, label, redoes)"
                    " SELECT :who, label, id FROM action WHERE id = :action",
  };
  g_autoptr (sqlite3_stmt) q = db_prepare (db, sql[step], error);

  if (q == NULL)
    return 0;
  db_bind_int (q, ":action", action);
  return begin (db, q, error);
}
