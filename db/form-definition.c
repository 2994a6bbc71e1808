/* db/form-definition.c — a layout as it is drawn, read from the file and put into it.
 */

#include "db/form-definition.h"

static void
free_box (gpointer data)
{
  FormBox *box = data;

  g_free (box->style);
  g_free (box->label);
  g_free (box->field);
  g_free (box->after);
  g_free (box->otherwise);
  g_free (box);
}

static void
free_line (gpointer data)
{
  FormLine *line = data;

  g_free (line->kind);
  g_free (line->style);
  g_free (line->label);
  g_free (line->field);
  g_free (line->after);
  g_free (line);
}

FormDefinition *
form_definition_new (void)
{
  FormDefinition *self = g_new0 (FormDefinition, 1);

  self->widths = g_array_new (FALSE, FALSE, sizeof (guint));
  self->rows = g_ptr_array_new_with_free_func (g_free);
  self->boxes = g_ptr_array_new_with_free_func (free_box);
  self->lines = g_ptr_array_new_with_free_func (free_line);
  return self;
}

void
form_definition_free (FormDefinition *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->title);
  g_free (self->county);
  g_free (self->overall);
  g_free (self->seal);
  g_array_unref (self->widths);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->boxes);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

static void
take_form (FormDefinition *self, sqlite3_stmt *q)
{
  self->id = g_strdup (db_column_text (q, 0));
  self->title = g_strdup (db_column_text (q, 1));
  self->county = g_strdup (db_column_text (q, 2));
  self->landscape = sqlite3_column_int (q, 3);
  self->overall = g_strdup (db_column_text (q, 4));
  self->seal = g_strdup (db_column_text (q, 5));
}

static void
take_column (FormDefinition *self, sqlite3_stmt *q)
{
  guint width = sqlite3_column_int (q, 0);

  g_array_append_val (self->widths, width);
}

static void
take_row (FormDefinition *self, sqlite3_stmt *q)
{
  g_ptr_array_add (self->rows, g_strdup (db_column_text (q, 0)));
}

static void
take_box (FormDefinition *self, sqlite3_stmt *q)
{
  FormBox *box = g_new (FormBox, 1);

  *box = (FormBox){
    .row = sqlite3_column_int (q, 0),
    .col = sqlite3_column_int (q, 1),
    .part = sqlite3_column_int (q, 2),
    .row_span = sqlite3_column_int (q, 3),
    .col_span = sqlite3_column_int (q, 4),
    .merges = sqlite3_column_int (q, 5),
    .style = g_strdup (db_column_text (q, 6)),
    .label = g_strdup (db_column_text (q, 7)),
    .field = g_strdup (db_column_text (q, 8)),
    .after = g_strdup (db_column_text (q, 9)),
    .otherwise = g_strdup (db_column_text (q, 10)),
  };
  g_ptr_array_add (self->boxes, box);
}

static void
take_line (FormDefinition *self, sqlite3_stmt *q)
{
  FormLine *line = g_new (FormLine, 1);

  *line = (FormLine){
    .block = sqlite3_column_int (q, 0),
    .line = sqlite3_column_int (q, 1),
    .kind = g_strdup (db_column_text (q, 2)),
    .style = g_strdup (db_column_text (q, 3)),
    .label = g_strdup (db_column_text (q, 4)),
    .field = g_strdup (db_column_text (q, 5)),
    .after = g_strdup (db_column_text (q, 6)),
  };
  g_ptr_array_add (self->lines, line);
}

/* What a form is made of, in the order of its tables. */
static const struct {
  const char *sql;
  void (*take) (FormDefinition *self, sqlite3_stmt *q);
} parts[] = {
  { "SELECT id, title, county, orientation = 'landscape', overall_form_id, seal"
    " FROM form WHERE id = :id",
    take_form },
  { "SELECT width FROM form_column WHERE form_id = :id ORDER BY col", take_column },
  { "SELECT kind FROM form_row WHERE form_id = :id ORDER BY row", take_row },
  { "SELECT row, col, part, row_span, col_span, merges, style, label, field, after,"
    " otherwise FROM form_box WHERE form_id = :id ORDER BY row, col, part",
    take_box },
  { "SELECT block, line, kind, style, label, field, after"
    " FROM text_line WHERE form_id = :id ORDER BY block, line",
    take_line },
};

FormDefinition *
form_definition_read (Db *db, const char *id, GError **error)
{
  g_autoptr (FormDefinition) self = form_definition_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (sqlite3_stmt) q = db_prepare (db, parts[i].sql, error);
      DbStep step;

      if (q == NULL)
        return NULL;
      db_bind_text (q, ":id", id);
      while ((step = db_step (q, error)) == DB_ROW)
        parts[i].take (self, q);
      if (step == DB_ERROR)
        return NULL;
    }
  if (self->id != NULL)
    return g_steal_pointer (&self);
  g_set_error (error, DB_ERROR_DOMAIN, DB_MISSING,
               "没有格式 %s；jixiao forms 列出可用的格式", id);
  return NULL;
}

/* The form itself stays, as documents refer to it. */
static gboolean
clear (Db *db, const char *id, GError **error)
{
  static const char *const statements[] = {
    "DELETE FROM form_column WHERE form_id = :id",
    "DELETE FROM form_row WHERE form_id = :id",
    "DELETE FROM form_box WHERE form_id = :id",
    "DELETE FROM text_line WHERE form_id = :id",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (sqlite3_stmt) q = db_prepare (db, statements[i], error);

      if (q == NULL)
        return FALSE;
      db_bind_text (q, ":id", id);
      if (!db_run (q, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
store_form (Db *db, const FormDefinition *self, GError **error)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (
      db,
      "INSERT INTO form (id, title, county, orientation, overall_form_id, seal)"
      " VALUES (:id, :title, :county, :orientation, :overall, :seal)"
      " ON CONFLICT (id) DO UPDATE SET title = :title, county = :county,"
      "  orientation = :orientation, overall_form_id = :overall, seal = :seal",
      error);

  if (q == NULL)
    return FALSE;
  db_bind_text (q, ":id", self->id);
  db_bind_text (q, ":title", self->title);
  db_bind_text (q, ":county", self->county);
  db_bind_text (q, ":orientation", self->landscape ? "landscape" : "portrait");
  db_bind_text (q, ":overall", self->overall);
  db_bind_text (q, ":seal", self->seal);
  return db_run (q, error);
}

static gboolean
store_grid (Db *db, const FormDefinition *self, GError **error)
{
  g_autoptr (sqlite3_stmt) column =
      db_prepare (db,
                  "INSERT INTO form_column (form_id, col, width)"
                  " VALUES (:id, :col, :width)",
                  error);
  g_autoptr (sqlite3_stmt) row =
      db_prepare (db,
                  "INSERT INTO form_row (form_id, row, kind) VALUES (:id, :row, :kind)",
                  error);

  if (column == NULL || row == NULL)
    return FALSE;
  db_bind_text (column, ":id", self->id);
  db_bind_text (row, ":id", self->id);
  for (guint i = 0; i < self->widths->len; i++)
    {
      db_bind_int (column, ":col", i + 1);
      db_bind_int (column, ":width", g_array_index (self->widths, guint, i));
      if (!db_run (column, error))
        return FALSE;
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      db_bind_int (row, ":row", i + 1);
      db_bind_text (row, ":kind", self->rows->pdata[i]);
      if (!db_run (row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
store_boxes (Db *db, const FormDefinition *self, GError **error)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (
      db,
      "INSERT INTO form_box (form_id, row, col, part, row_span, col_span, merges, "
      "style,"
      " label, field, after, otherwise) VALUES (:id, :row, :col, :part, :row_span,"
      " :col_span, :merges, :style, :label, :field, :after, :otherwise)",
      error);

  if (q == NULL)
    return FALSE;
  db_bind_text (q, ":id", self->id);
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const FormBox *box = self->boxes->pdata[i];

      db_bind_int (q, ":row", box->row);
      db_bind_int (q, ":col", box->col);
      db_bind_int (q, ":part", box->part);
      db_bind_int (q, ":row_span", box->row_span);
      db_bind_int (q, ":col_span", box->col_span);
      db_bind_int (q, ":merges", box->merges);
      db_bind_text (q, ":style", box->style);
      db_bind_text (q, ":label", box->label);
      db_bind_text (q, ":field", box->field);
      db_bind_text (q, ":after", box->after);
      db_bind_text (q, ":otherwise", box->otherwise);
      if (!db_run (q, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
store_lines (Db *db, const FormDefinition *self, GError **error)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (
      db,
      "INSERT INTO text_line (form_id, block, line, kind, style, label, field, after)"
      " VALUES (:id, :block, :line, :kind, :style, :label, :field, :after)",
      error);

  if (q == NULL)
    return FALSE;
  db_bind_text (q, ":id", self->id);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const FormLine *line = self->lines->pdata[i];

      db_bind_int (q, ":block", line->block);
      db_bind_int (q, ":line", line->line);
      db_bind_text (q, ":kind", line->kind);
      db_bind_text (q, ":style", line->style);
      db_bind_text (q, ":label", line->label);
      db_bind_text (q, ":field", line->field);
      db_bind_text (q, ":after", line->after);
      if (!db_run (q, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
form_definition_store (Db *db, const FormDefinition *self, GError **error)
{
  g_auto (DbTxn) txn = { NULL };

  return db_txn_begin (&txn, db, error) && clear (db, self->id, error) &&
         store_form (db, self, error) && store_grid (db, self, error) &&
         store_boxes (db, self, error) && store_lines (db, self, error) &&
         db_txn_commit (&txn, error);
}

gint64
form_definition_users (Db *db, const char *id, GError **error)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db,
                  "SELECT count(*) FROM document d JOIN form f ON f.id = d.form_id"
                  " WHERE :id IN (f.id, f.overall_form_id)",
                  error);

  if (q == NULL)
    return -1;
  db_bind_text (q, ":id", id);
  return db_step (q, error) == DB_ROW ? sqlite3_column_int64 (q, 0) : -1;
}

gboolean
form_definition_field (Db *db, const char *field, char **table)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db, "SELECT table_name FROM form_field WHERE id = :field", NULL);

  if (q == NULL)
    return FALSE;
  db_bind_text (q, ":field", field);
  if (db_step (q, NULL) != DB_ROW)
    return FALSE;
  *table = g_strdup (db_column_text (q, 0));
  return TRUE;
}

/* The forms that the program brings have a line of every kind. */
gboolean
form_definition_line (Db *db, const char *kind, const char *field, gboolean *is_table)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db,
                  "SELECT style = 'table' FROM text_line"
                  " WHERE kind = :kind AND (field = :field OR :field IS NULL) LIMIT 1",
                  NULL);

  if (q == NULL)
    return FALSE;
  db_bind_text (q, ":kind", kind);
  db_bind_text (q, ":field", field);
  if (db_step (q, NULL) != DB_ROW)
    return FALSE;
  *is_table = field != NULL && sqlite3_column_int (q, 0);
  return TRUE;
}
