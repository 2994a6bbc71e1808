/* db/damage.c — what is broken in a record file. */

#include "db/damage.h"
#include "db/title.h"

#define LINES_SHOWN "20"

GPtrArray *
damage_of_pages (Db *db, GError **error)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db, "PRAGMA integrity_check (" LINES_SHOWN ")", error);
  g_autoptr (GPtrArray) damage = g_ptr_array_new_with_free_func (g_free);
  DbStep step;

  if (q == NULL)
    return NULL;
  while ((step = db_step (q, error)) == DB_ROW)
    {
      char *line = g_strdup (db_column_text (q, 0));

      if (g_str_equal (line, "ok"))
        g_free (line);
      else
        g_ptr_array_add (damage, g_strdelimit (line, "\r\n", ' '));
    }
  return step == DB_DONE ? g_steal_pointer (&damage) : NULL;
}

GPtrArray *
damage_of_keys (Db *db, GError **error)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db,
                  "SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check"
                  " WHERE instr(\"table\", '_reading') = 0 GROUP BY 1, 2",
                  error);
  g_autoptr (GPtrArray) damage = g_ptr_array_new_with_free_func (g_free);
  DbStep step;

  if (q == NULL)
    return NULL;
  while ((step = db_step (q, error)) == DB_ROW)
    g_ptr_array_add (damage,
                     g_strdup_printf ("%d 行%s所属的%s不在", sqlite3_column_int (q, 2),
                                      title_of_table (db_column_text (q, 0)),
                                      title_of_table (db_column_text (q, 1))));
  return step == DB_DONE ? g_steal_pointer (&damage) : NULL;
}
