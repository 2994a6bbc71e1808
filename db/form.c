/* db/form.c — the layouts of a record file, and the printed cells of a project. */

#include "db/form.h"

static const char *const styles[] = {
  [FORM_TITLE] = "title",     [FORM_LEFT] = "left", [FORM_RIGHT] = "right",
  [FORM_CAPTION] = "caption", [FORM_HEAD] = "head", [FORM_LABEL] = "label",
  [FORM_CENTRE] = "centre",   [FORM_TEXT] = "text",
};

/* A style that a later form brings prints as text. */
static FormStyle
style_of (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_strcmp0 (styles[i], name) == 0)
      return i;
  return FORM_TEXT;
}

gboolean
form_knows_style (const char *name)
{
  return g_strcmp0 (styles[style_of (name)], name) == 0;
}

void
form_free (Form *form)
{
  if (form == NULL)
    return;
  g_free (form->id);
  g_free (form->title);
  g_free (form->county);
  g_free (form->seal);
  g_array_unref (form->widths);
  g_free (form);
}

static void
free_form (gpointer form)
{
  form_free (form);
}

void
form_cell_free (gpointer data)
{
  FormCell *cell = data;

  g_free (cell->text);
  g_free (cell->table_name);
  g_free (cell->column_name);
  g_free (cell->field);
  g_free (cell);
}

static gboolean
read_widths (Db *db, Form *form, GError **error)
{
  sqlite3_stmt *q = db_prepare_kept (
      db, "SELECT width FROM form_column WHERE form_id = :form ORDER BY col", error);
  DbStep step;

  if (q == NULL)
    return FALSE;
  db_bind_text (q, ":form", form->id);
  while ((step = db_step (q, error)) == DB_ROW)
    {
      guint width = sqlite3_column_int (q, 0);

      g_array_append_val (form->widths, width);
    }
  return step == DB_DONE;
}

/* Reads FORM_COLUMNS of the row that q stands on. */
#define FORM_COLUMNS "id, title, county, orientation = 'landscape', seal"

static Form *
read_form (Db *db, sqlite3_stmt *q, GError **error)
{
  g_autoptr (Form) form = g_new0 (Form, 1);

  form->id = g_strdup (db_column_text (q, 0));
  form->title = g_strdup (db_column_text (q, 1));
  form->county = g_strdup (db_column_text (q, 2));
  form->landscape = sqlite3_column_int (q, 3);
  form->seal = g_strdup (db_column_text (q, 4));
  form->widths = g_array_new (FALSE, FALSE, sizeof (guint));
  return read_widths (db, form, error) ? g_steal_pointer (&form) : NULL;
}

GPtrArray *
form_list (Db *db, GError **error)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db,
                  "SELECT " FORM_COLUMNS " FROM form"
                  " WHERE overall_form_id IS NOT NULL ORDER BY id",
                  error);
  g_autoptr (GPtrArray) forms = g_ptr_array_new_with_free_func (free_form);
  DbStep step;

  if (q == NULL)
    return NULL;
  while ((step = db_step (q, error)) == DB_ROW)
    {
      Form *form = read_form (db, q, error);

      if (form == NULL)
        return NULL;
      g_ptr_array_add (forms, form);
    }
  return step == DB_DONE ? g_steal_pointer (&forms) : NULL;
}

Form *
form_of_annex (Db *db, const char *annex, GError **error)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db,
                  "SELECT " FORM_COLUMNS " FROM form"
                  " WHERE id = iif(:annex = 'asset_report', 'assets', :annex)",
                  error);

  if (q == NULL)
    return NULL;
  db_bind_text (q, ":annex", annex);
  switch (db_step (q, error))
    {
    case DB_ROW:
      return read_form (db, q, error);
    case DB_DONE:
      g_set_error (error, DB_ERROR_DOMAIN, DB_MISSING,
                   "文件里没有表格 %s 的格式，请补上 form", annex);
      return NULL;
    default:
      return NULL;
    }
}

static char *
known_layouts (Db *db)
{
  g_autoptr (GPtrArray) forms = form_list (db, NULL);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; forms != NULL && i < forms->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? "、" : "",
                            ((Form *) forms->pdata[i])->id);
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

Form *
form_of_project (Db *db, gint64 project, const char *layout, GError **error)
{
  sqlite3_stmt *q = db_prepare_kept (
      db,
      "SELECT " FORM_COLUMNS " FROM form WHERE id ="
      " (SELECT iif(p.kind = 'overall', coalesce(f.overall_form_id, f.id), f.id)"
      "  FROM project p JOIN document d ON d.id = p.document_id"
      "  JOIN form f ON f.id = coalesce(:layout, d.form_id) WHERE p.id = :project)",
      error);
  g_autofree char *layouts = NULL;
  Form            *form = NULL;
  DbStep           step;

  if (q == NULL)
    return NULL;
  db_bind_int (q, ":project", project);
  db_bind_text (q, ":layout", layout);
  step = db_step (q, error);
  if (step == DB_ROW)
    form = read_form (db, q, error);
  sqlite3_reset (q);
  if (step != DB_DONE)
    return form;
  layouts = known_layouts (db);
  if (layout != NULL)
    g_set_error (error, DB_ERROR_DOMAIN, DB_MISSING, "没有格式 %s；可用的格式：%s",
                 layout, layouts);
  else
    g_set_error_literal (error, DB_ERROR_DOMAIN, DB_MISSING,
                         "文件里没有这个项目，请重新打开文件");
  return NULL;
}

#define CELL_COLUMNS                          \
  "row, col, row_span, col_span, style, text" \
  ", table_name, row_id, column_name, field"

/* A cell as it is read: a part of one, and what puts it behind others. */
typedef struct {
  FormCell cell;
  gint64   part, point;
} Part;

/* Reads CELL_COLUMNS, part and point of the row that q stands on. */
static Part *
read_part (sqlite3_stmt *q)
{
  Part *part = g_new (Part, 1);

  *part = (Part){
    .cell.row = sqlite3_column_int (q, 0) - 1,
    .cell.col = sqlite3_column_int (q, 1) - 1,
    .cell.row_span = sqlite3_column_int (q, 2),
    .cell.col_span = sqlite3_column_int (q, 3),
    .cell.style = style_of (db_column_text (q, 4)),
    .cell.text = g_strdup (db_column_text (q, 5)),
    .cell.table_name = g_strdup (db_column_text (q, 6)),
    .cell.row_id = sqlite3_column_int64 (q, 7),
    .cell.column_name = g_strdup (db_column_text (q, 8)),
    .cell.field = g_strdup (db_column_text (q, 9)),
    .part = sqlite3_column_int64 (q, 10),
    .point = sqlite3_column_int64 (q, 11),
  };
  return part;
}

static gboolean
is_before (const Part *a, const Part *b)
{
  return a->cell.row != b->cell.row   ? a->cell.row < b->cell.row
         : a->cell.col != b->cell.col ? a->cell.col < b->cell.col
         : a->part != b->part         ? a->part < b->part
                                      : a->point < b->point;
}

/* Nearly all come in order already: SQLite would sort their texts with them. */
static void
add_part (GPtrArray *parts, Part *part)
{
  guint at = parts->len;

  while (at > 0 && is_before (part, parts->pdata[at - 1]))
    at--;
  g_ptr_array_insert (parts, at, part);
}

/* The records that a cell shows several of stand below each other. */
static const char *
separator (const FormCell *cell)
{
  return g_strcmp0 (cell->table_name, "plan_point") == 0 ||
                 g_strcmp0 (cell->table_name, "funding") == 0
             ? "\n"
             : "";
}

/* A cell shows the texts of its parts, has the place of the first and is written to by
 * the last of them.  Frees before.  */
static void
join (FormCell *cell, FormCell *before)
{
  cell->row_span = before->row_span;
  if (before->text != NULL)
    {
      char *own = cell->text;

      cell->text =
          g_strconcat (before->text, own != NULL ? separator (cell) : "", own, NULL);
      g_free (own);
    }
  form_cell_free (before);
}

/* The parts of each cell become one; takes them. */
static GPtrArray *
join_parts (GPtrArray *parts)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (form_cell_free);
  FormCell  *before = NULL;

  for (guint i = 0; i < parts->len; i++, before = cells->pdata[cells->len - 1])
    {
      FormCell *cell = parts->pdata[i];

      if (before == NULL || before->row != cell->row || before->col != cell->col)
        {
          g_ptr_array_add (cells, cell);
          continue;
        }
      join (cell, before);
      cells->pdata[cells->len - 1] = cell;
    }
  g_ptr_array_set_free_func (parts, NULL);
  return cells;
}

/* A cell of no rows makes the one above it a row higher. */
static void
merge_covered (GPtrArray *cells)
{
  for (guint i = 0; i < cells->len;)
    {
      const FormCell *cell = cells->pdata[i];
      guint           above = i;

      if (cell->row_span > 0)
        {
          i++;
          continue;
        }
      while (above > 0 && ((FormCell *) cells->pdata[above - 1])->col != cell->col)
        above--;
      if (above > 0)
        ((FormCell *) cells->pdata[above - 1])->row_span++;
      g_ptr_array_remove_index (cells, i);
    }
}

static GPtrArray *
read_cells (sqlite3_stmt *q, GError **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (form_cell_free);
  GPtrArray *cells;
  DbStep     step;

  while ((step = db_step (q, error)) == DB_ROW)
    add_part (parts, read_part (q));
  if (step != DB_DONE)
    return NULL;
  cells = join_parts (parts);
  merge_covered (cells);
  return cells;
}

/* What form_cell_of says, without its windows: they take as long as all the rest.  To
 * compile the view takes longer than to read a table of it: that is done once.  */
GPtrArray *
form_cells (Db *db, gint64 project, const char *layout, GError **error)
{
  sqlite3_stmt *q =
      db_prepare_kept (db,
                       layout == NULL
                           ? "SELECT " CELL_COLUMNS ", part, point FROM form_part"
                             " WHERE project_id = :project AND own"
                           : "SELECT " CELL_COLUMNS ", part, point FROM form_part"
                             " WHERE project_id = :project AND form_id = :layout",
                       error);

  if (q == NULL)
    return NULL;
  db_bind_int (q, ":project", project);
  if (layout != NULL)
    db_bind_text (q, ":layout", layout);
  return read_cells (q, error);
}

GPtrArray *
form_annex_cells (Db *db, const char *annex, gint64 id, GError **error)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db,
                  "SELECT " CELL_COLUMNS ", 1, 0 FROM annex_cell"
                  " WHERE annex = :annex AND annex_id = :id ORDER BY row, col",
                  error);

  if (q == NULL)
    return NULL;
  db_bind_text (q, ":annex", annex);
  db_bind_int (q, ":id", id);
  return read_cells (q, error);
}
