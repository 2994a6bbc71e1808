/* db/document.c — the text of one department for one fiscal year and stage. */

#include "db/document.h"
#include "db/approval.h"
#include "db/asset-report.h"
#include "db/catalogue-entry.h"
#include "db/department.h"
#include "db/glossary-term.h"
#include "db/overall-goal.h"
#include "db/procurement.h"
#include "db/project.h"
#include "db/safeguard.h"
#include "db/section.h"
#include "db/sub-goal.h"
#include "db/unit.h"

static const DbField fields[] = {
  DB_FIELD_CARRIED (Document, department),
  DB_FIELD_INTEGER (Document, fiscal_year),
  DB_FIELD_INTEGER (Document, year_is_printed),
  DB_FIELD_TEXT (Document, stage),
  DB_FIELD_TEXT (Document, form_id),
  DB_FIELD_TEXT (Document, title),
  DB_FIELD_TEXT (Document, special_funds_note),
  DB_FIELD_TEXT (Document, other_matters),
};

const DbTable document_table = {
  .name = "document",
  .parent = "department_id",
  .size = sizeof (Document),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .children = {
    DB_CHILDREN (section_table, Document, sections),
    DB_CHILDREN (catalogue_entry_table, Document, catalogue),
    DB_CHILDREN (overall_goal_table, Document, overall_goals),
    DB_CHILDREN (sub_goal_table, Document, sub_goals),
    DB_CHILDREN (safeguard_table, Document, safeguards),
    DB_CHILDREN (project_table, Document, projects),
    DB_CHILDREN (glossary_term_table, Document, glossary),
    DB_CHILDREN (procurement_table, Document, procurements),
    DB_CHILDREN (asset_report_table, Document, asset_reports),
    DB_CHILDREN (approval_table, Document, approvals),
  },
};

void
document_free (gpointer document)
{
  db_record_free (&document_table, document);
}

/* The id that a SELECT finds; 0 when it finds none, -1 on error. */
static gint64
find (sqlite3_stmt *q, GError **error)
{
  gint64 id = 0;

  switch (db_step (q, error))
    {
    case DB_ROW:
      id = sqlite3_column_int64 (q, 0);
      sqlite3_reset (q);
      return id;
    case DB_DONE:
      return 0;
    default:
      return -1;
    }
}

static gint64
department_id (Db *db, const char *name, GError **error)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db, "SELECT id FROM department WHERE name = :name", error);
  g_autofree char *copy = g_strdup (name);
  Department       department = { .name = copy };
  gint64           id;

  if (q == NULL)
    return -1;
  db_bind_text (q, ":name", name);
  id = find (q, error);
  if (id == 0)
    id = db_record_insert (db, &department_table, &department, 0, error)
             ? department.record.id
             : -1;
  return id;
}

gboolean
document_store (Db *db, Document *document, GError **error)
{
  gint64 department = department_id (db, document->department, error);

  if (department == -1)
    return FALSE;
  for (guint i = 0; i < document->projects->len; i++)
    {
      Project *project = document->projects->pdata[i];

      if (project->unit_name == NULL)
        continue;
      project->unit_id =
          unit_ensure (db, department, project->unit_code, project->unit_name, error);
      if (project->unit_id == -1)
        return FALSE;
    }
  return db_record_insert (db, &document_table, document, department, error);
}

static gboolean
load_carried (Db *db, Document *document, GError **error)
{
  g_autoptr (sqlite3_stmt) department =
      db_prepare (db, "SELECT name FROM department WHERE id = :id", error);
  g_autoptr (sqlite3_stmt) unit =
      db_prepare (db, "SELECT code, name FROM unit WHERE id = :id", error);

  if (department == NULL || unit == NULL)
    return FALSE;
  db_bind_int (department, ":id", document->record.parent);
  if (db_step (department, error) != DB_ROW)
    return FALSE;
  document->department = g_strdup (db_column_text (department, 0));
  for (guint i = 0; i < document->projects->len; i++)
    {
      Project *project = document->projects->pdata[i];

      if (project->unit_id == DB_NULL)
        continue;
      db_bind_int (unit, ":id", project->unit_id);
      if (db_step (unit, error) != DB_ROW)
        return FALSE;
      project->unit_code = g_strdup (db_column_text (unit, 0));
      project->unit_name = g_strdup (db_column_text (unit, 1));
      sqlite3_reset (unit);
    }
  return TRUE;
}

Document *
document_load (Db *db, gint64 id, GError **error)
{
  g_autoptr (Document) document = db_record_get (db, &document_table, id, error);

  if (document == NULL || !load_carried (db, document, error))
    return NULL;
  return g_steal_pointer (&document);
}

GArray *
document_ids (Db *db, GError **error)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db,
                  "SELECT document.id FROM document JOIN department ON department.id = "
                  "department_id"
                  " ORDER BY department.name, fiscal_year, stage, document.id",
                  error);

  return q != NULL ? db_collect (q, error) : NULL;
}

GArray *
document_ids_of_department (Db *db, gint64 department, GError **error)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db,
                  "SELECT id FROM document WHERE department_id = :department"
                  " ORDER BY fiscal_year, stage, id",
                  error);

  if (q == NULL)
    return NULL;
  db_bind_int (q, ":department", department);
  return db_collect (q, error);
}

gint64
document_find (Db *db, const Document *like, GError **error)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (db,
                                           "SELECT document.id FROM document JOIN "
                                           "department ON department.id = department_id"
                                           " WHERE department.name = :department AND "
                                           "fiscal_year IS :year AND stage = :stage",
                                           error);

  if (q == NULL)
    return -1;
  db_bind_text (q, ":department", like->department);
  if (like->fiscal_year == DB_NULL)
    db_bind_null (q, ":year");
  else
    db_bind_int (q, ":year", like->fiscal_year);
  db_bind_text (q, ":stage", like->stage);
  return find (q, error);
}

gboolean
document_delete (Db *db, gint64 id, GError **error)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db, "DELETE FROM document WHERE id = :id", error);

  if (q == NULL)
    return FALSE;
  db_bind_int (q, ":id", id);
  return db_run (q, error);
}
