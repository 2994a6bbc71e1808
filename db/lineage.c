/* db/lineage.c — 沿革: what a person said of what continues what. */

#include "db/lineage.h"

static const DbField fields[] = {
  DB_FIELD_INTEGER (Lineage, project_id),
  DB_FIELD_INTEGER (Lineage, indicator_id),
  DB_FIELD_INTEGER (Lineage, earlier_project_id),
  DB_FIELD_INTEGER (Lineage, earlier_indicator_id),
  DB_FIELD_TEXT (Lineage, who),
  DB_FIELD_TEXT (Lineage, at),
};

const DbTable lineage_table = {
  .name = "lineage",
  .parent = "document_id",
  .size = sizeof (Lineage),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};

GPtrArray *
lineage_of_document (Db *db, gint64 document, GError **error)
{
  return db_record_list (db, &lineage_table, document, error);
}

gboolean
lineage_forget (Db *db, gint64 project, gint64 indicator, GError **error)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db,
                  "DELETE FROM lineage"
                  " WHERE project_id = :project AND indicator_id IS :indicator",
                  error);

  if (q == NULL)
    return FALSE;
  db_bind_int (q, ":project", project);
  if (indicator == DB_NULL)
    db_bind_null (q, ":indicator");
  else
    db_bind_int (q, ":indicator", indicator);
  return db_run (q, error);
}
