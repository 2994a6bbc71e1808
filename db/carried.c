/* db/carried.c — 照搬上年: cells that came over from the year before. */

#include "db/carried.h"

static const DbField fields[] = {
  DB_FIELD_TEXT (Carried, table_name),      DB_FIELD_INTEGER (Carried, row_id),
  DB_FIELD_TEXT (Carried, column_name),     DB_FIELD_TEXT (Carried, value),
  DB_FIELD_INTEGER (Carried, is_confirmed),
};

const DbTable carried_table = {
  .name = "carried",
  .parent = "document_id",
  .size = sizeof (Carried),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};

gboolean
carried_mark (Db *db, gint64 document, GError **error)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (
      db,
      "INSERT INTO carried (document_id, table_name, row_id, column_name, value)"
      " SELECT document_id, 'project', id, 'amount_text', amount_text FROM project"
      "   WHERE document_id = :document AND amount_text <> ''"
      " UNION ALL SELECT p.document_id, 'funding', f.id, 'amount_text', f.amount_text"
      "   FROM project p JOIN funding f ON f.project_id = p.id"
      "   WHERE p.document_id = :document AND f.amount_text <> ''"
      " UNION ALL SELECT p.document_id, 'plan_point', l.id, 'percent_text', "
      "l.percent_text"
      "   FROM project p JOIN plan_point l ON l.project_id = p.id"
      "   WHERE p.document_id = :document AND l.percent_text <> ''"
      " UNION ALL SELECT p.document_id, 'indicator', i.id, 'value_text', i.value_text"
      "   FROM project p JOIN indicator i ON i.project_id = p.id"
      "   WHERE p.document_id = :document AND i.value_text <> ''",
      error);

  if (q == NULL)
    return FALSE;
  db_bind_int (q, ":document", document);
  return db_run (q, error);
}

/* The projects that are meant: one, or, project 0, all of the document; none in a file
 * where nothing was carried over into it.  The cells are then looked up project by
 * project: for a list of projects SQLite would read the whole file.  */
static GArray *
projects_meant (Db *db, gint64 document, gint64 project, GError **error)
{
  sqlite3_stmt *q = db_prepare_kept (
      db,
      project != 0
          ? "SELECT id FROM project WHERE id = :project"
            " AND document_id = :document"
            " AND EXISTS (SELECT 1 FROM carried WHERE document_id = :document)"
          : "SELECT id FROM project WHERE document_id = :document"
            " AND EXISTS (SELECT 1 FROM carried WHERE document_id = :document)",
      error);

  if (q == NULL)
    return NULL;
  db_bind_int (q, ":document", document);
  if (project != 0)
    db_bind_int (q, ":project", project);
  return db_collect (q, error);
}

static gboolean
add_cells (sqlite3_stmt *q, gint64 project, GPtrArray *cells, GError **error)
{
  DbStep step;

  sqlite3_reset (q);
  db_bind_int (q, ":project", project);
  while ((step = db_step (q, error)) == DB_ROW)
    {
      Carried *cell = db_record_add (cells, &carried_table);

      cell->table_name = g_strdup (db_column_text (q, 0));
      cell->row_id = sqlite3_column_int64 (q, 1);
      cell->column_name = g_strdup (db_column_text (q, 2));
      cell->value = g_strdup (db_column_text (q, 3));
      cell->is_confirmed = 0;
      cell->record.id = sqlite3_column_int64 (q, 4);
      cell->record.parent = sqlite3_column_int64 (q, 5);
    }
  return step == DB_DONE;
}

GPtrArray *
carried_cells (Db *db, gint64 document, gint64 project, GError **error)
{
  g_autoptr (GArray) projects = projects_meant (db, document, project, error);
  g_autoptr (sqlite3_stmt) q = NULL;
  GPtrArray *cells;

  if (projects == NULL)
    return NULL;
  q = db_prepare (db,
                  "SELECT table_name, row_id, column_name, value, id, document_id"
                  " FROM carried_cell WHERE project_id = :project",
                  error);
  if (q == NULL)
    return NULL;
  cells = g_ptr_array_new ();
  for (guint i = 0; i < projects->len; i++)
    if (!add_cells (q, g_array_index (projects, gint64, i), cells, error))
      {
        db_record_array_free (&carried_table, cells);
        return NULL;
      }
  return cells;
}

gint64
carried_count (Db *db, gint64 document, gint64 project, GError **error)
{
  g_autoptr (GArray) projects = projects_meant (db, document, project, error);
  g_autoptr (sqlite3_stmt) q = NULL;
  gint64 count = 0;

  if (projects == NULL)
    return -1;
  q = db_prepare (db, "SELECT count(*) FROM carried_cell WHERE project_id = :project",
                  error);
  for (guint i = 0; q != NULL && i < projects->len; i++)
    {
      sqlite3_reset (q);
      db_bind_int (q, ":project", g_array_index (projects, gint64, i));
      if (db_step (q, error) != DB_ROW)
        return -1;
      count += sqlite3_column_int64 (q, 0);
    }
  return q != NULL ? count : -1;
}

gboolean
carried_confirm (Db *db, gint64 document, gint64 project, GError **error)
{
  g_autoptr (GArray) projects = projects_meant (db, document, project, error);
  g_autoptr (sqlite3_stmt) q = NULL;

  if (projects == NULL)
    return FALSE;
  q = db_prepare (db,
                  "UPDATE carried SET is_confirmed = 1 WHERE id IN"
                  " (SELECT id FROM carried_cell WHERE project_id = :project)",
                  error);
  return q != NULL && db_run_each (q, ":project", projects, error);
}

gboolean
carried_confirm_cell (Db *db, const char *table, gint64 row, const char *column,
                      GError **error)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db,
                  "UPDATE carried SET is_confirmed = 1 WHERE table_name = :table"
                  " AND row_id = :row AND column_name = :column",
                  error);

  if (q == NULL)
    return FALSE;
  db_bind_text (q, ":table", table);
  db_bind_int (q, ":row", row);
  db_bind_text (q, ":column", column);
  return db_run (q, error);
}
