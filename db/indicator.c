/* db/indicator.c — a row of a table of targets. */

#include "db/indicator.h"
#include "db/row.h"

static const DbField fields[] = {
  DB_FIELD_TEXT (Indicator, level1),       DB_FIELD_TEXT (Indicator, level2),
  DB_FIELD_TEXT (Indicator, name),         DB_FIELD_TEXT (Indicator, description),
  DB_FIELD_TEXT (Indicator, criterion),    DB_FIELD_TEXT (Indicator, operator_text),
  DB_FIELD_TEXT (Indicator, value_text),   DB_FIELD_TEXT (Indicator, unit_text),
  DB_FIELD_TEXT (Indicator, basis),        DB_FIELD_TEXT (Indicator, weight_text),
  DB_FIELD_INTEGER (Indicator, weight_e6), DB_FIELD_TEXT (Indicator, repair),
};

const DbTable indicator_table = {
  .name = "indicator",
  .parent = "project_id",
  .size = sizeof (Indicator),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .has_ordinal = TRUE,
};

gboolean
indicator_transfer (Db *db, gint64 indicator, gint64 project, GError **error)
{
  /* What belongs to a project because its row does. */
  static const char *const sql[] = {
    "UPDATE waiver SET project_id = :project WHERE indicator_id = :indicator",
    "UPDATE comment SET project_id = :project WHERE indicator_id = :indicator",
    "UPDATE lineage SET project_id = :project WHERE indicator_id = :indicator",
    "UPDATE lineage SET earlier_project_id = :project"
    " WHERE earlier_indicator_id = :indicator",
  };

  if (!row_transfer (db, &indicator_table, indicator, project, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (sql); i++)
    {
      g_autoptr (sqlite3_stmt) q = db_prepare (db, sql[i], error);

      if (q == NULL)
        return FALSE;
      db_bind_int (q, ":project", project);
      db_bind_int (q, ":indicator", indicator);
      if (!db_run (q, error))
        return FALSE;
    }
  return TRUE;
}
