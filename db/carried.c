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

static gboolean
run_for (Db *db, const char *sql, gint64 document, gint64 project, GError **error)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (db, sql, error);

  if (q == NULL)
    return FALSE;
  db_bind_int (q, ":document", document);
  if (sqlite3_bind_parameter_index (q, ":project") > 0)
    db_bind_int (q, ":project", project);
  return db_run (q, error);
}

gboolean
carried_mark (Db *db, gint64 document, GError **error)
{
  return run_for (
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
      document, 0, error);
}

/* The projects that are meant: one, or all of the document. */
#define MEANT                                                 \
  " IN (SELECT id FROM project WHERE document_id = :document" \
  " AND (:project = 0 OR id = :project))"

static sqlite3_stmt *
prepare (Db *db, const char *sql, gint64 document, gint64 project, GError **error)
{
  sqlite3_stmt *q = db_prepare (db, sql, error);

  if (q == NULL)
    return NULL;
  db_bind_int (q, ":document", document);
  db_bind_int (q, ":project", project);
  return q;
}

GPtrArray *
carried_cells (Db *db, gint64 document, gint64 project, GError **error)
{
  g_autoptr (sqlite3_stmt) q =
      prepare (db,
               "SELECT table_name, row_id, column_name, value, id, document_id"
               " FROM carried_cell WHERE project_id" MEANT,
               document, project, error);
  GPtrArray *cells;
  DbStep     step;

  if (q == NULL)
    return NULL;
  cells = g_ptr_array_new ();
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
  if (step == DB_DONE)
    return cells;
  db_record_array_free (&carried_table, cells);
  return NULL;
}

gint64
carried_count (Db *db, gint64 document, gint64 project, GError **error)
{
  g_autoptr (sqlite3_stmt) q =
      prepare (db, "SELECT count(*) FROM carried_cell WHERE project_id" MEANT, document,
               project, error);

  return q != NULL && db_step (q, error) == DB_ROW ? sqlite3_column_int64 (q, 0) : -1;
}

gboolean
carried_confirm (Db *db, gint64 document, gint64 project, GError **error)
{
  return run_for (db,
                  "UPDATE carried SET is_confirmed = 1"
                  " WHERE id IN (SELECT id FROM carried_cell WHERE project_id" MEANT
                  ")",
                  document, project, error);
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
