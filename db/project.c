/* db/project.c — a table of targets: a 预算项目绩效表, or the overall one. */

#include "db/project.h"
#include "db/funding.h"
#include "db/goal.h"
#include "db/indicator.h"
#include "db/plan-point.h"
#include "db/row.h"

static const DbField fields[] = {
  DB_FIELD_CARRIED (Project, unit_code),
  DB_FIELD_CARRIED (Project, unit_name),
  DB_FIELD_INTEGER (Project, unit_id),
  DB_FIELD_TEXT (Project, kind),
  DB_FIELD_TEXT (Project, heading),
  DB_FIELD_TEXT (Project, title_row_code),
  DB_FIELD_TEXT (Project, title_row_name),
  DB_FIELD_TEXT (Project, code),
  DB_FIELD_TEXT (Project, name),
  DB_FIELD_INTEGER (Project, fiscal_year),
  DB_FIELD_TEXT (Project, target_template),
  DB_FIELD_TEXT (Project, currency_line),
  DB_FIELD_TEXT (Project, amount_text),
  DB_FIELD_TEXT (Project, amount_unit),
  DB_FIELD_INTEGER (Project, amount_fen),
  DB_FIELD_TEXT (Project, purpose),
  DB_FIELD_TEXT (Project, purpose_lead),
  DB_FIELD_TEXT (Project, plan_label),
};

const DbTable project_table = {
  .name = "project",
  .parent = "document_id",
  .size = sizeof (Project),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .has_ordinal = TRUE,
  .ordinal_group = "kind",
  .children = {
    DB_CHILDREN (funding_table, Project, fundings),
    DB_CHILDREN (plan_point_table, Project, plan),
    DB_CHILDREN (goal_table, Project, goals),
    DB_CHILDREN (indicator_table, Project, indicators),
  },
};

GArray *
project_ids (Db *db, gint64 document, const char *kind, GError **error)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (db,
                                           "SELECT id FROM project"
                                           " WHERE document_id = :document AND "
                                           "kind = :kind ORDER BY ordinal, id",
                                           error);

  if (q == NULL)
    return NULL;
  db_bind_int (q, ":document", document);
  db_bind_text (q, ":kind", kind);
  return db_collect (q, error);
}

GArray *
project_ids_of_unit (Db *db, gint64 document, gint64 unit, GError **error)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db,
                  "SELECT id FROM project WHERE document_id = :document"
                  " AND kind = 'project' AND coalesce(unit_id, 0) = :unit"
                  " ORDER BY ordinal, id",
                  error);

  if (q == NULL)
    return NULL;
  db_bind_int (q, ":document", document);
  db_bind_int (q, ":unit", unit);
  return db_collect (q, error);
}

gboolean
project_transfer (Db *db, gint64 project, gint64 document, GError **error)
{
  /* What belongs to a document because its project does. */
  static const char *const sql[] = {
    "UPDATE waiver SET document_id = :document WHERE project_id = :project",
    "UPDATE lineage SET document_id = :document WHERE project_id = :project",
  };

  if (!row_transfer (db, &project_table, project, document, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (sql); i++)
    {
      g_autoptr (sqlite3_stmt) q = db_prepare (db, sql[i], error);

      if (q == NULL)
        return FALSE;
      db_bind_int (q, ":document", document);
      db_bind_int (q, ":project", project);
      if (!db_run (q, error))
        return FALSE;
    }
  return TRUE;
}

gint64
project_like (Db *db, gint64 document, GError **error)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db,
                  "SELECT p.id FROM project p JOIN document d ON d.id = p.document_id"
                  " WHERE p.kind = 'project'"
                  " AND d.form_id = (SELECT form_id FROM document WHERE id = :document)"
                  " AND EXISTS (SELECT 1 FROM plan_point WHERE project_id = p.id)"
                  " ORDER BY d.id = :document DESC, d.department_id ="
                  "  (SELECT department_id FROM document WHERE id = :document) DESC,"
                  "  d.fiscal_year DESC, p.ordinal DESC, p.id DESC LIMIT 1",
                  error);

  if (q == NULL)
    return -1;
  db_bind_int (q, ":document", document);
  switch (db_step (q, error))
    {
    case DB_ROW:
      return sqlite3_column_int64 (q, 0);
    case DB_DONE:
      return 0;
    default:
      return -1;
    }
}
