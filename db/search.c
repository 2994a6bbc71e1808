/* db/search.c — the index of texts, and the texts that it stands for. */

#include "db/search.h"

#define MAX_COLUMNS 6

/* What of a project can be found, each from a table with the columns in this order. */
static const struct {
  const char *table;
  const char *columns[MAX_COLUMNS + 1];
  const char *sql;
} sources[] = {
  { "project",
    { "name", "code", "purpose" },
    "SELECT id, name, code, purpose FROM project WHERE id = :project" },
  { "goal",
    { "text" },
    "SELECT id, text FROM goal WHERE project_id = :project ORDER BY ordinal" },
  { "indicator",
    { "name", "description", "value_text", "unit_text", "criterion", "basis" },
    "SELECT id, name, description, value_text, unit_text, criterion, basis"
    " FROM indicator WHERE project_id = :project ORDER BY ordinal" },
};

struct _SearchIndex {
  Db           *db;
  sqlite3_stmt *texts[G_N_ELEMENTS (sources)]; /* prepared when first asked for */
  sqlite3_stmt *addition;
  sqlite3_stmt *version; /* of the file */
  GPtrArray    *lines;   /* SearchLine; NULL: not read yet */
  gint64        lines_version;
};

SearchIndex *
search_index_new (Db *db)
{
  SearchIndex *self = g_new0 (SearchIndex, 1);

  self->db = db;
  return self;
}

void
search_index_free (SearchIndex *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sources); i++)
    sqlite3_finalize (self->texts[i]);
  sqlite3_finalize (self->addition);
  sqlite3_finalize (self->version);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_free (self);
}

static void
text_free (gpointer data)
{
  SearchText *text = data;

  g_free (text->text);
  g_free (text);
}

/* The texts of the row that the statement stands on. */
static void
add_texts (GPtrArray *texts, gsize source, sqlite3_stmt *q)
{
  for (gsize i = 0; sources[source].columns[i] != NULL; i++)
    {
      const char *value = db_column_text (q, (int) i + 1);
      SearchText *text;

      if (value == NULL)
        continue;
      text = g_new (SearchText, 1);
      *text = (SearchText){ .table = sources[source].table,
                            .column = sources[source].columns[i],
                            .row = sqlite3_column_int64 (q, 0),
                            .text = g_strdup (value) };
      g_ptr_array_add (texts, text);
    }
}

GPtrArray *
search_index_texts (SearchIndex *self, gint64 project, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (text_free);

  for (gsize i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      DbStep step;

      if (self->texts[i] == NULL)
        self->texts[i] = db_prepare (self->db, sources[i].sql, error);
      if (self->texts[i] == NULL)
        return NULL;
      db_bind_int (self->texts[i], ":project", project);
      while ((step = db_step (self->texts[i], error)) == DB_ROW)
        add_texts (texts, i, self->texts[i]);
      if (step == DB_ERROR)
        return NULL;
    }
  return g_steal_pointer (&texts);
}

gboolean
search_index_add (SearchIndex *self, gint64 project, const char *words, GError **error)
{
  if (self->addition == NULL)
    self->addition =
        db_prepare (self->db,
                    "INSERT INTO search (rowid, words) VALUES (:project, :words)",
                    error);
  if (self->addition == NULL)
    return FALSE;
  db_bind_int (self->addition, ":project", project);
  db_bind_text (self->addition, ":words", words);
  return db_run (self->addition, error);
}

GArray *
search_index_match (SearchIndex *self, const char *query, gint64 after, guint limit,
                    GError **error)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (
      self->db,
      "SELECT rowid FROM search WHERE search MATCH :query AND rowid > :after"
      " ORDER BY rowid LIMIT :limit",
      error);

  if (q == NULL)
    return NULL;
  db_bind_text (q, ":query", query);
  db_bind_int (q, ":after", after);
  db_bind_int (q, ":limit", limit);
  return db_collect (q, error);
}

static void
line_free (gpointer data)
{
  SearchLine *line = data;

  g_free (line->name);
  g_free (line);
}

static GPtrArray *
read_lines (Db *db, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);
  g_autoptr (sqlite3_stmt) q = db_prepare (
      db,
      "SELECT 0, document.id, document.id,"
      " coalesce(fiscal_year || ' ', '') || department.name"
      " FROM document JOIN department ON department.id = department_id"
      " UNION ALL"
      " SELECT 1, unit.id, document.id, coalesce(code || ' ', '') || name"
      " FROM unit JOIN document ON document.department_id = unit.department_id"
      " WHERE EXISTS (SELECT 1 FROM project"
      "  WHERE unit_id = unit.id AND document_id = document.id AND kind = 'project')"
      " ORDER BY 1, 3 DESC, 4",
      error);
  DbStep step;

  if (q == NULL)
    return NULL;
  while ((step = db_step (q, error)) == DB_ROW)
    {
      SearchLine *line = g_new (SearchLine, 1);
      gboolean    is_unit = sqlite3_column_int (q, 0) != 0;

      *line = (SearchLine){ { is_unit ? TREE_UNIT : TREE_DOCUMENT,
                              sqlite3_column_int64 (q, 1) },
                            sqlite3_column_int64 (q, 2),
                            g_strdup (db_column_text (q, 3)) };
      g_ptr_array_add (lines, line);
    }
  return step == DB_DONE ? g_steal_pointer (&lines) : NULL;
}

/* Another number after each change by another connection; −1: it cannot be read. */
static gint64
read_version (SearchIndex *self, GError **error)
{
  gint64 version;

  if (self->version == NULL)
    self->version = db_prepare (self->db, "PRAGMA data_version", error);
  if (self->version == NULL || db_step (self->version, error) != DB_ROW)
    return -1;
  version = sqlite3_column_int64 (self->version, 0);
  sqlite3_reset (self->version);
  return version + db_count_changes (self->db);
}

const GPtrArray *
search_index_lines (SearchIndex *self, GError **error)
{
  gint64 version = read_version (self, error);

  if (version < 0)
    return NULL;
  if (self->lines != NULL && self->lines_version == version)
    return self->lines;
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  self->lines = read_lines (self->db, error);
  self->lines_version = version;
  return self->lines;
}
