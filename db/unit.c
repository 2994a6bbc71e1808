/* db/unit.c — a budget unit (预算单位) of a department. */

#include "db/unit.h"

static const DbField fields[] = {
  DB_FIELD_TEXT (Unit, code),
  DB_FIELD_TEXT (Unit, name),
};

const DbTable unit_table = {
  .name = "unit",
  .parent = "department_id",
  .size = sizeof (Unit),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};

gint64
unit_ensure (Db *db, gint64 department, const char *code, const char *name,
             GError **error)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (
      db,
      "SELECT id FROM unit"
      " WHERE department_id = :department AND code IS :code AND name = :name",
      error);
  Unit unit = { .code = (char *) code, .name = (char *) name };

  if (q == NULL)
    return -1;
  db_bind_int (q, ":department", department);
  db_bind_text (q, ":code", code);
  db_bind_text (q, ":name", name);
  switch (db_step (q, error))
    {
    case DB_ROW:
      return sqlite3_column_int64 (q, 0);
    case DB_DONE:
      return db_record_insert (db, &unit_table, &unit, department, error)
                 ? unit.record.id
                 : -1;
    default:
      return -1;
    }
}

gboolean
unit_is_used (Db *db, gint64 unit)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db, "SELECT 1 FROM project WHERE unit_id = :unit LIMIT 1", NULL);

  db_bind_int (q, ":unit", unit);
  return db_step (q, NULL) == DB_ROW;
}
