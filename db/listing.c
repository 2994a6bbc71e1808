/* db/listing.c — the documents and projects of a record file. */

#include "db/listing.h"

static void
free_document (gpointer data)
{
  ListedDocument *document = data;

  g_free (document->department);
  g_free (document->stage);
  g_free (document->form_id);
  g_free (document);
}

static void
free_project (gpointer data)
{
  ListedProject *project = data;

  g_free (project->kind);
  g_free (project->code);
  g_free (project->name);
  g_free (project->unit);
  g_free (project);
}

static char *
dup_text (sqlite3_stmt *q, int column)
{
  return g_strdup (db_column_text (q, column));
}

GPtrArray *
listing_documents (Db *db, const char *department, int year, GError **error)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (
      db,
      "SELECT document.id, department.name, fiscal_year, stage, form_id,"
      " (SELECT count(*) FROM project WHERE document_id = document.id AND kind = "
      "'project'),"
      " (SELECT count(*) FROM project JOIN indicator ON project_id = project.id"
      "  WHERE document_id = document.id),"
      " (SELECT coalesce(sum(amount_fen), 0) FROM project WHERE document_id = "
      "document.id)"
      " FROM document JOIN department ON department.id = department_id"
      " WHERE (:department IS NULL OR instr(department.name, :department) > 0)"
      " AND (:year = 0 OR fiscal_year = :year)"
      " ORDER BY department.name, fiscal_year, stage, document.id",
      error);
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func (free_document);
  DbStep step;

  if (q == NULL)
    return NULL;
  db_bind_text (q, ":department", department);
  db_bind_int (q, ":year", year);
  while ((step = db_step (q, error)) == DB_ROW)
    {
      ListedDocument *document = g_new0 (ListedDocument, 1);

      document->id = db_column_int (q, 0);
      document->department = dup_text (q, 1);
      document->fiscal_year = db_column_int (q, 2);
      document->stage = dup_text (q, 3);
      document->form_id = dup_text (q, 4);
      document->projects = db_column_int (q, 5);
      document->indicators = db_column_int (q, 6);
      document->amount_fen = db_column_int (q, 7);
      g_ptr_array_add (documents, document);
    }
  return step == DB_DONE ? g_steal_pointer (&documents) : NULL;
}

GPtrArray *
listing_projects (Db *db, gint64 document, GError **error)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (
      db,
      "SELECT id, ordinal, code, name,"
      " (SELECT unit.name FROM unit WHERE unit.id = unit_id), amount_fen,"
      " (SELECT count(*) FROM indicator WHERE project_id = project.id), kind"
      " FROM project WHERE document_id = :document"
      " ORDER BY kind = 'project', kind, ordinal",
      error);
  g_autoptr (GPtrArray) projects = g_ptr_array_new_with_free_func (free_project);
  DbStep step;

  if (q == NULL)
    return NULL;
  db_bind_int (q, ":document", document);
  while ((step = db_step (q, error)) == DB_ROW)
    {
      ListedProject *project = g_new0 (ListedProject, 1);

      project->id = db_column_int (q, 0);
      project->ordinal = db_column_int (q, 1);
      project->code = dup_text (q, 2);
      project->name = dup_text (q, 3);
      project->unit = dup_text (q, 4);
      project->amount_fen = db_column_int (q, 5);
      project->indicators = db_column_int (q, 6);
      project->kind = dup_text (q, 7);
      g_ptr_array_add (projects, project);
    }
  return step == DB_DONE ? g_steal_pointer (&projects) : NULL;
}
