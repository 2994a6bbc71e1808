/* db/print-setup.c — how this record file was printed last. */

#include "db/print-setup.h"

gboolean
print_setup_read (Db *db, char **settings, char **page, GError **error)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db, "SELECT settings, page FROM print_setup", error);
  DbStep step;

  *settings = *page = NULL;
  if (q == NULL)
    return FALSE;
  step = db_step (q, error);
  if (step == DB_ROW)
    {
      *settings = g_strdup (db_column_text (q, 0));
      *page = g_strdup (db_column_text (q, 1));
    }
  return step != DB_ERROR;
}

gboolean
print_setup_store (Db *db, const char *settings, const char *page, GError **error)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db,
                  "INSERT INTO print_setup (id, settings, page)"
                  " VALUES (1, :settings, :page)"
                  " ON CONFLICT (id) DO UPDATE SET settings = :settings, page = :page",
                  error);

  if (q == NULL)
    return FALSE;
  db_bind_text (q, ":settings", settings);
  db_bind_text (q, ":page", page);
  return db_run (q, error);
}
