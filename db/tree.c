/* db/tree.c — the lines of a record file as a tree, read piece by piece. */

#include "db/tree.h"

/* Appends a key for each row, whose first column is an id. */
static gboolean
add_keys (GArray *keys, TreeKind kind, sqlite3_stmt *q, GError **error)
{
  DbStep step;

  while ((step = db_step (q, error)) == DB_ROW)
    {
      TreeKey key = { kind, sqlite3_column_int64 (q, 0) };

      g_array_append_val (keys, key);
    }
  return step == DB_DONE;
}

static GArray *
keys_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (TreeKey));
}

GArray *
tree_of_year (Db *db, gint64 year, GError **error)
{
  g_autoptr (GArray) keys = keys_new ();
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db,
                  "SELECT document.id FROM document JOIN department ON department.id = "
                  "department_id"
                  " WHERE coalesce(fiscal_year, 0) = :year"
                  " ORDER BY department.name, stage, document.id",
                  error);

  if (q == NULL)
    return NULL;
  db_bind_int (q, ":year", year);
  return add_keys (keys, TREE_DOCUMENT, q, error) ? g_steal_pointer (&keys) : NULL;
}

GArray *
tree_of_file (Db *db, GError **error)
{
  g_autoptr (GArray) keys = keys_new ();
  g_autoptr (sqlite3_stmt) q = db_prepare (
      db,
      "SELECT CASE count(*) WHEN 1 THEN min(id) ELSE coalesce(fiscal_year, 0) END,"
      " count(*) > 1 FROM document GROUP BY fiscal_year"
      " ORDER BY fiscal_year DESC",
      error);
  DbStep step;

  if (q == NULL)
    return NULL;
  while ((step = db_step (q, error)) == DB_ROW)
    {
      gboolean is_year = sqlite3_column_int (q, 1) != 0;
      TreeKey  key = { is_year ? TREE_YEAR : TREE_DOCUMENT,
                      sqlite3_column_int64 (q, 0) };

      g_array_append_val (keys, key);
    }
  return step == DB_DONE ? g_steal_pointer (&keys) : NULL;
}

/* In two parts, as each finds its rows in the index in their order. */
static gboolean
add_tables (GArray *keys, Db *db, const char *sql, gint64 document, gint64 unit,
            GError **error)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (db, sql, error);

  if (q == NULL)
    return FALSE;
  db_bind_int (q, ":document", document);
  if (unit != 0)
    db_bind_int (q, ":unit", unit);
  else if (sqlite3_bind_parameter_index (q, ":unit") != 0)
    db_bind_null (q, ":unit");
  return add_keys (keys, TREE_PROJECT, q, error);
}

#define TABLES "SELECT id FROM project WHERE document_id = :document"

GArray *
tree_of_unit (Db *db, gint64 document, gint64 unit, GError **error)
{
  g_autoptr (GArray) keys = keys_new ();

  return add_tables (keys, db,
                     TABLES " AND unit_id IS :unit AND kind = 'project'"
                            " ORDER BY ordinal",
                     document, unit, error)
             ? g_steal_pointer (&keys)
             : NULL;
}

/* The units of a document's projects, in the order of their codes; 0: some have none.
 */
static GArray *
units_of (Db *db, gint64 document, GError **error)
{
  g_autoptr (GArray) keys = keys_new ();
  g_autoptr (sqlite3_stmt) q = db_prepare (
      db,
      "SELECT id FROM (SELECT unit.id, code, name FROM document"
      "  JOIN unit ON unit.department_id = document.department_id"
      "  WHERE document.id = :document AND EXISTS (SELECT 1 FROM project"
      "   WHERE unit_id = unit.id AND document_id = :document AND kind = 'project')"
      " UNION ALL SELECT 0, NULL, NULL WHERE EXISTS (SELECT 1 FROM project"
      "   WHERE unit_id IS NULL AND document_id = :document AND kind = 'project'))"
      " ORDER BY id = 0, code, name",
      error);

  if (q == NULL)
    return NULL;
  db_bind_int (q, ":document", document);
  return add_keys (keys, TREE_UNIT, q, error) ? g_steal_pointer (&keys) : NULL;
}

GArray *
tree_of_document (Db *db, gint64 document, GError **error)
{
  g_autoptr (GArray) keys = keys_new ();
  g_autoptr (GArray) units = units_of (db, document, error);
  static const char *const parts[] = {
    TABLES " AND kind = 'overall' ORDER BY ordinal",
    TABLES " AND kind = 'special_fund' ORDER BY ordinal",
    TABLES " AND kind = 'project' ORDER BY ordinal",
  };
  gsize n = G_N_ELEMENTS (parts);

  if (units == NULL)
    return NULL;
  if (units->len > 1)
    n--;
  for (gsize i = 0; i < n; i++)
    if (!add_tables (keys, db, parts[i], document, 0, error))
      return NULL;
  if (units->len > 1)
    g_array_append_vals (keys, units->data, units->len);
  return g_steal_pointer (&keys);
}

void
tree_line_free (TreeLine *line)
{
  g_free (line->name);
  g_free (line->stage);
  g_free (line->project_kind);
  g_free (line);
}

TreeLine *
tree_line (Db *db, const TreeKey *key, GError **error)
{
  static const char *const queries[] = {
    [TREE_DOCUMENT] = "SELECT name, fiscal_year, stage, NULL, NULL, NULL"
                      " FROM document JOIN department"
                      " ON department.id = department_id WHERE document.id = :id",
    [TREE_UNIT] = "SELECT name, NULL, NULL, NULL, NULL, NULL"
                  " FROM unit WHERE id = :id",
    [TREE_PROJECT] = "SELECT name, NULL, NULL, kind, ordinal, amount_fen"
                     " FROM project WHERE id = :id",
  };
  sqlite3_stmt *q = db_prepare_kept (db, queries[key->kind], error);
  TreeLine     *line;

  if (q == NULL)
    return NULL;
  db_bind_int (q, ":id", key->id);
  if (db_step (q, error) != DB_ROW)
    return NULL;
  line = g_new (TreeLine, 1);
  *line = (TreeLine){ .kind = key->kind,
                      .name = g_strdup (db_column_text (q, 0)),
                      .year = db_column_int (q, 1),
                      .stage = g_strdup (db_column_text (q, 2)),
                      .project_kind = g_strdup (db_column_text (q, 3)),
                      .ordinal = db_column_int (q, 4),
                      .amount_fen = db_column_int (q, 5) };
  sqlite3_reset (q);
  return line;
}

gboolean
tree_find (Db *db, gint64 project, gint64 *document, gint64 *unit, GError **error)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (
      db,
      "SELECT document_id, iif(kind = 'project', unit_id, NULL) FROM project"
      " WHERE id = :project",
      error);

  if (q == NULL)
    return FALSE;
  db_bind_int (q, ":project", project);
  if (db_step (q, error) != DB_ROW)
    return FALSE;
  *document = sqlite3_column_int64 (q, 0);
  *unit = sqlite3_column_int64 (q, 1);
  return TRUE;
}

GArray *
tree_entries (Db *db, gint64 after, guint limit, GError **error)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (TreeEntry));
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db,
                  "SELECT id, document_id, unit_id, kind = 'project', amount_fen"
                  " FROM project WHERE id > :after ORDER BY id LIMIT :limit",
                  error);
  DbStep step;

  if (q == NULL)
    return NULL;
  db_bind_int (q, ":after", after);
  db_bind_int (q, ":limit", limit);
  while ((step = db_step (q, error)) == DB_ROW)
    {
      TreeEntry entry = { sqlite3_column_int64 (q, 0), sqlite3_column_int64 (q, 1),
                          sqlite3_column_int64 (q, 2), sqlite3_column_int (q, 3) != 0,
                          db_column_int (q, 4) };

      g_array_append_val (entries, entry);
    }
  return step == DB_DONE ? g_steal_pointer (&entries) : NULL;
}

GArray *
tree_years (Db *db, GError **error)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db, "SELECT id, coalesce(fiscal_year, 0) FROM document ORDER BY id",
                  error);
  DbStep step;

  if (q == NULL)
    return NULL;
  while ((step = db_step (q, error)) == DB_ROW)
    {
      gint64 pair[] = { sqlite3_column_int64 (q, 0), sqlite3_column_int64 (q, 1) };

      g_array_append_vals (pairs, pair, 2);
    }
  return step == DB_DONE ? g_steal_pointer (&pairs) : NULL;
}
