/* db/page-setup.c — how pages of this record file are laid out. */

#include "db/page-setup.h"

gboolean
page_setup_read (Db *db, PageSetup *setup, GError **error)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db, "SELECT keep_size, seal, header, footer FROM page_setup", error);
  DbStep step;

  *setup = (PageSetup){ 0 };
  if (q == NULL)
    return FALSE;
  step = db_step (q, error);
  if (step == DB_ROW)
    *setup = (PageSetup){ .keep_size = sqlite3_column_int (q, 0),
                          .seal = sqlite3_column_int (q, 1),
                          .header = g_strdup (db_column_text (q, 2)),
                          .footer = g_strdup (db_column_text (q, 3)) };
  return step != DB_ERROR;
}

gboolean
page_setup_store (Db *db, const PageSetup *setup, GError **error)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (
      db,
      "INSERT OR REPLACE INTO page_setup (id, keep_size, seal, header, footer)"
      " VALUES (1, :keep_size, :seal, nullif (:header, ''), nullif (:footer, ''))",
      error);

  if (q == NULL)
    return FALSE;
  db_bind_int (q, ":keep_size", setup->keep_size);
  db_bind_int (q, ":seal", setup->seal);
  db_bind_text (q, ":header", setup->header);
  db_bind_text (q, ":footer", setup->footer);
  return db_run (q, error);
}

void
page_setup_clear (PageSetup *setup)
{
  g_clear_pointer (&setup->header, g_free);
  g_clear_pointer (&setup->footer, g_free);
}
