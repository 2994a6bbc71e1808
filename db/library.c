/* db/library.c — every indicator of a record file, for the indicator library. */

#include "db/library.h"
#include "db/document.h"
#include "db/execution.h"
#include "db/outcome.h"

void
library_name_free (gpointer data)
{
  LibraryName *name = data;

  g_free (name->name);
  g_free (name->level1);
  g_free (name->level2);
  g_strfreev (name->places);
  g_free (name->number_unit);
  g_free (name);
}

static void
use_free (gpointer data)
{
  LibraryUse *use = data;

  g_free (use->department);
  g_free (use->unit);
  g_free (use->project_name);
  g_free (use->description);
  g_free (use->criterion);
  g_free (use->basis);
  g_free (use->operator_text);
  g_free (use->value_text);
  g_free (use->unit_text);
  g_free (use->target);
  g_free (use->number_unit);
  g_free (use);
}

static const char *
text_or_blank (sqlite3_stmt *q, int column)
{
  const char *text = db_column_text (q, column);

  return text != NULL ? text : "";
}

static GPtrArray *
read_names (sqlite3_stmt *q, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (library_name_free);
  DbStep step;

  while ((step = db_step (q, error)) == DB_ROW)
    {
      LibraryName *name = g_new0 (LibraryName, 1);

      name->name = g_strdup (db_column_text (q, 0));
      name->level1 = g_strdup (db_column_text (q, 1));
      name->level2 = g_strdup (db_column_text (q, 2));
      name->times = (guint) sqlite3_column_int64 (q, 3);
      name->first_year = db_column_int (q, 4);
      name->last_year = db_column_int (q, 5);
      name->places = g_strsplit (text_or_blank (q, 6), ",", -1);
      name->least_e6 = db_column_int (q, 7);
      name->most_e6 = db_column_int (q, 8);
      name->number_unit = g_strdup (db_column_text (q, 9));
      g_ptr_array_add (names, name);
    }
  return step == DB_DONE ? g_steal_pointer (&names) : NULL;
}

GPtrArray *
library_names (Db *db, GError **error)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (
      db,
      "SELECT i.name, max(i.level1), i.level2, count(*), min(d.fiscal_year),"
      " max(d.fiscal_year), group_concat(DISTINCT coalesce(u.name, e.name)),"
      " min(r.number_e6), max(r.number_e6),"
      " iif(count(DISTINCT coalesce(r.unit, '')) = 1, max(coalesce(r.unit, '')), NULL)"
      " FROM indicator i CROSS JOIN project p ON p.id = i.project_id"
      " CROSS JOIN document d ON d.id = p.document_id"
      " CROSS JOIN department e ON e.id = d.department_id"
      " LEFT JOIN unit u ON u.id = p.unit_id"
      " LEFT JOIN indicator_reading r ON r.indicator_id = i.id"
      "   AND r.number_e6 IS NOT NULL"
      " WHERE i.name <> '' GROUP BY i.name, i.level2"
      " ORDER BY 4 DESC, 1, 3",
      error);

  return q != NULL ? read_names (q, error) : NULL;
}

char *
library_key (const char *name, const char *level2)
{
  return g_strconcat (name, "\n", level2, NULL);
}

GHashTable *
library_findings (Db *db, GError **error)
{
  g_autoptr (GHashTable) findings =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db,
                  "SELECT i.name, i.level2, count(*) FROM finding f"
                  " JOIN indicator i ON i.id = f.indicator_id"
                  " WHERE NOT f.waived AND i.name <> '' GROUP BY i.name, i.level2",
                  error);
  DbStep step;

  if (q == NULL)
    return NULL;
  while ((step = db_step (q, error)) == DB_ROW)
    g_hash_table_insert (findings,
                         library_key (db_column_text (q, 0), db_column_text (q, 1)),
                         GUINT_TO_POINTER ((guint) sqlite3_column_int64 (q, 2)));
  return step == DB_DONE ? g_steal_pointer (&findings) : NULL;
}

GPtrArray *
library_texts (Db *db, const char *column, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT %s, NULL, NULL, count(*), NULL, NULL, NULL, NULL, NULL,"
      " NULL FROM indicator WHERE %s <> '' GROUP BY 1 ORDER BY 4 DESC, 1",
      column, column);
  g_autoptr (sqlite3_stmt) q = db_prepare (db, sql, error);

  return q != NULL ? read_names (q, error) : NULL;
}

GPtrArray *
library_uses (Db *db, const char *name, const char *level2, GError **error)
{
  g_autoptr (GPtrArray) uses = g_ptr_array_new_with_free_func (use_free);
  g_autoptr (sqlite3_stmt) q = db_prepare (
      db,
      "SELECT i.id, p.id, d.id, d.fiscal_year, e.name, u.name, p.name, i.description,"
      " i.criterion, i.basis, i.operator_text, i.value_text, i.unit_text,"
      " (SELECT text FROM form_target WHERE id = i.id), r.number_e6,"
      " coalesce(r.unit, ''),"
      " (SELECT count(*) FROM finding f WHERE f.project_id = p.id"
      "   AND f.indicator_id = i.id AND NOT f.waived)"
      " FROM indicator i CROSS JOIN project p ON p.id = i.project_id"
      " CROSS JOIN document d ON d.id = p.document_id"
      " CROSS JOIN department e ON e.id = d.department_id"
      " LEFT JOIN unit u ON u.id = p.unit_id"
      " LEFT JOIN indicator_reading r ON r.indicator_id = i.id"
      " WHERE i.name = :name AND i.level2 IS :level2"
      " ORDER BY d.fiscal_year DESC, e.name, p.ordinal, i.ordinal",
      error);
  DbStep step;

  if (q == NULL)
    return NULL;
  db_bind_text (q, ":name", name);
  db_bind_text (q, ":level2", level2);
  while ((step = db_step (q, error)) == DB_ROW)
    {
      LibraryUse *use = g_new0 (LibraryUse, 1);
      char      **texts[] = { &use->department,    &use->unit,       &use->project_name,
                              &use->description,   &use->criterion,  &use->basis,
                              &use->operator_text, &use->value_text, &use->unit_text,
                              &use->target };

      use->indicator = db_column_int (q, 0);
      use->project = db_column_int (q, 1);
      use->document = db_column_int (q, 2);
      use->year = db_column_int (q, 3);
      for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
        *texts[i] = g_strdup (db_column_text (q, 4 + (int) i));
      use->number_e6 = db_column_int (q, 14);
      use->number_unit = g_strdup (db_column_text (q, 15));
      use->findings = (guint) sqlite3_column_int64 (q, 16);
      g_ptr_array_add (uses, use);
    }
  return step == DB_DONE ? g_steal_pointer (&uses) : NULL;
}

static void
cell_free (gpointer data)
{
  g_free (((LibraryCell *) data)->text);
  g_free (data);
}

static gboolean
add_cells (Db *db, const DbTable *table, const char *column, const char *word,
           GPtrArray *cells, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT id, %s FROM %s WHERE instr(%s, :word) > 0 ORDER BY id",
                       column, table->name, column);
  g_autoptr (sqlite3_stmt) q = db_prepare (db, sql, error);
  DbStep step;

  if (q == NULL)
    return FALSE;
  db_bind_text (q, ":word", word);
  while ((step = db_step (q, error)) == DB_ROW)
    {
      LibraryCell *cell = g_new (LibraryCell, 1);

      *cell = (LibraryCell){ table->name, column, sqlite3_column_int64 (q, 0),
                             g_strdup (db_column_text (q, 1)) };
      g_ptr_array_add (cells, cell);
    }
  return step == DB_DONE;
}

static gboolean
add_cells_below (Db *db, const DbTable *table, const char *word, GPtrArray *cells,
                 GError **error)
{
  for (gsize i = 0; i < table->n_fields; i++)
    {
      const DbField *field = &table->fields[i];

      if (field->type == DB_TEXT && field->column != NULL &&
          !add_cells (db, table, field->column, word, cells, error))
        return FALSE;
    }
  for (int i = 0; table->children[i].table != NULL; i++)
    if (!add_cells_below (db, table->children[i].table, word, cells, error))
      return FALSE;
  return TRUE;
}

GPtrArray *
library_cells (Db *db, const char *word, GError **error)
{
  const DbTable *const tables[] = { &document_table, &outcome_table, &execution_table };
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (cell_free);

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!add_cells_below (db, tables[i], word, cells, error))
      return NULL;
  return g_steal_pointer (&cells);
}

GArray *
library_rows (Db *db, const char *column, const char *text, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT id FROM indicator WHERE %s = :text ORDER BY id", column);
  g_autoptr (sqlite3_stmt) q = db_prepare (db, sql, error);

  if (q == NULL)
    return NULL;
  db_bind_text (q, ":text", text);
  return db_collect (q, error);
}

gint64
library_newest (Db *db, const char *name, const char *level2, GError **error)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (
      db,
      "SELECT i.id FROM indicator i CROSS JOIN project p ON p.id = i.project_id"
      " CROSS JOIN document d ON d.id = p.document_id"
      " WHERE i.name = :name AND i.level2 IS :level2"
      " ORDER BY d.fiscal_year DESC, i.id LIMIT 1",
      error);

  if (q == NULL)
    return 0;
  db_bind_text (q, ":name", name);
  db_bind_text (q, ":level2", level2);
  return db_step (q, error) == DB_ROW ? sqlite3_column_int64 (q, 0) : 0;
}
