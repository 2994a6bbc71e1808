/* app/form/edit.c — which records a cell of a printed table stands for. */

#include "app/form/edit.h"
#include "app/edit/arrangement.h"
#include "app/edit/change.h"
#include "app/edit/edit.h"
#include "app/fold.h"
#include "app/form/amounts.h"
#include "app/form/goals.h"
#include "app/form/line.h"
#include "db/cell.h"
#include "db/title.h"

#include <string.h>

/* How a cell is read and written, where it is more than a column of a record. */
typedef struct {
  const char *field; /* of FormCell */
  char *(*text) (Db *, const FormTable *, const FormCell *, GError **);
  gboolean (*set) (Db *, const FormTable *, const FormCell *, const char *text,
                   GError **);
} Special;

static char *
column_text (Db *db, const char *table_name, gint64 row, const char *column,
             GError **error)
{
  const DbTable *table = table_find (table_name);
  const char    *known = table ? table_column (table, column) : NULL;
  const DbField *field = known ? table_field (table, known) : NULL;
  char          *text = NULL;
  gint64         number = DB_NULL;

  if (row == 0 || known == NULL)
    return g_strdup ("");
  if (field == NULL || field->type == DB_TEXT)
    return cell_get (db, table, row, known, &text, error) ? text ? text : g_strdup ("")
                                                          : NULL;
  if (!cell_get_integer (db, table, row, known, &number, error))
    return NULL;
  text = edit_number (field, number);
  return text != NULL ? text : g_strdup ("");
}

/* 承德 prints a target in three cells; in a form with one they are edited as one. */
static char *
target_text (Db *db, const FormTable *table, const FormCell *cell, GError **error)
{
  g_autofree char *sign =
      column_text (db, cell->table_name, cell->row_id, "operator_text", error);
  g_autofree char *unit =
      sign ? column_text (db, cell->table_name, cell->row_id, "unit_text", error)
           : NULL;

  if (unit == NULL)
    return NULL;
  if (*sign == '\0' && *unit == '\0')
    return column_text (db, cell->table_name, cell->row_id, cell->column_name, error);
  return g_strdup (cell->text ? cell->text : "");
}

/* 402004某局: the code and the name of the unit in one line. */
static char *
unit_text (Db *db, const FormTable *table, const FormCell *cell, GError **error)
{
  g_autofree char *code = column_text (db, "unit", cell->row_id, "code", error);
  g_autofree char *name =
      code ? column_text (db, "unit", cell->row_id, "name", error) : NULL;

  return name != NULL ? g_strconcat (code, name, NULL) : NULL;
}

static gboolean
set_unit (Db *db, const FormTable *table, const FormCell *cell, const char *text,
          GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text ? text : ""));
  gsize            digits = strspn (stripped, "0123456789");
  g_autofree char *code = digits > 0 ? g_strndup (stripped, digits) : NULL;
  const char      *name = g_strchug (stripped + digits);

  return arrangement_set_unit (db, table->project, *name ? code : NULL,
                               *name ? name : NULL, error);
}

GArray *
form_edit_rows (const FormTable *table, const FormCell *cell)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint row = cell->row;
       form_edit_is_level (cell) && row < cell->row + cell->row_span; row++)
    {
      gint64 id = form_edit_row (table, cell, row);

      g_array_append_val (rows, id);
    }
  if (rows->len == 0)
    g_array_append_val (rows, cell->row_id);
  return rows;
}

GArray *
form_edit_shown_rows (Db *db, const FormTable *table, const FormCell *cell,
                      GError **error)
{
  return g_strcmp0 (cell->field, "goals") == 0
             ? form_goals_rows (db, table->project, error)
             : form_edit_rows (table, cell);
}

gboolean
form_edit_is_level (const FormCell *cell)
{
  return g_strcmp0 (cell->field, "level1") == 0 ||
         g_strcmp0 (cell->field, "level2") == 0;
}

gint64
form_edit_row (const FormTable *table, const FormCell *cell, guint row)
{
  for (guint col = 0; cell->row_span > 1 && col < table->cols; col++)
    {
      const FormCell *other = form_table_at (table, row, col);

      if (other->row == row && other->row_span == 1 &&
          g_strcmp0 (other->table_name, cell->table_name) == 0)
        return other->row_id;
    }
  return cell->row_id;
}

static const Special specials[] = {
  { "target", target_text, NULL },
  { "unit_name", unit_text, set_unit },
  { "goals", form_goals_text, form_goals_set },
  { "purpose", form_amounts_text, form_amounts_set_purpose },
  { "other", form_amounts_text, form_amounts_set_other },
};

static const Special *
special_of (const FormCell *cell)
{
  for (gsize i = 0; i < G_N_ELEMENTS (specials); i++)
    if (g_strcmp0 (cell->field, specials[i].field) == 0)
      return &specials[i];
  return NULL;
}

gboolean
form_edit_is_possible (const FormCell *cell)
{
  return cell->table_name != NULL && table_find (cell->table_name) != NULL;
}

char *
form_edit_text (Db *db, const FormTable *table, const FormCell *cell, GError **error)
{
  const Special *special = special_of (cell);

  return special != NULL ? special->text (db, table, cell, error)
                         : column_text (db, cell->table_name, cell->row_id,
                                        cell->column_name, error);
}

/* The record that a row which is not there yet would hang on: an outcome on the target
 * of its line, all else on the project, or on what the page of a whole text says.  */
static gint64
parent_of (const FormTable *table, const FormCell *cell)
{
  for (guint col = 0; col < table->cols && g_strcmp0 (cell->table_name, "outcome") == 0;
       col++)
    {
      const FormCell *other = form_table_at (table, cell->row, col);

      if (g_strcmp0 (other->table_name, "indicator") == 0 &&
          !form_edit_is_level (other))
        return other->row_id;
    }
  return table->origin.document != 0 ? table->origin.parent : table->project;
}

/* The cells of records that a text goes to.  A target that stood in three is then in
 * one; a row that is not there yet is made for the words alone.  */
static void
add_edits (GArray *edits, const FormTable *table, const FormText *text)
{
  const FormCell *cell = text->cell;
  gboolean        is_funding = g_strcmp0 (cell->table_name, "funding") == 0;
  EditCell        edit = { .table = cell->table_name,
                           .row = text->row,
                           .column = cell->column_name,
                           .text = text->text,
                           .parent = parent_of (table, cell),
                           .source = is_funding ? cell->field : NULL };

  g_array_append_val (edits, edit);
  if (g_strcmp0 (cell->field, "target") != 0 || text->row <= 0)
    return;
  edit.text = NULL;
  edit.column = "operator_text";
  g_array_append_val (edits, edit);
  edit.column = "unit_text";
  g_array_append_val (edits, edit);
}

static gboolean
is_set_apart (const FormCell *cell)
{
  const Special *special = special_of (cell);

  return special != NULL && special->set != NULL;
}

gboolean
form_edit_set_all (Db *db, const FormTable *table, const FormText *texts, gsize n,
                   const char *label, GError **error)
{
  g_auto (DbTxn) txn = { NULL };
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (EditCell));
  g_autofree FormText *known = g_memdup2 (texts, n * sizeof (FormText));

  if (!change_begin (&txn, db, label, error) ||
      (form_line_is_listed (table) && !form_line_make (db, table, known, n, error)))
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (!is_set_apart (known[i].cell))
      add_edits (edits, table, &known[i]);
    else if (!special_of (known[i].cell)
                  ->set (db, table, known[i].cell, known[i].text, error))
      return FALSE;
  return edit_cells (db, (EditCell *) edits->data, edits->len, label, error) &&
         change_finish (&txn, error);
}

/* What is typed into the blank line of a list. */
static gboolean
add_line (Db *db, const FormTable *table, const FormCell *cell, const char *text,
          GError **error)
{
  g_autofree char *folded = fold (text != NULL ? text : "");
  g_autofree char *label =
      g_strconcat ("新增", title_of_table (cell->table_name), NULL);

  return *folded == '\0' ||
         form_edit_set_all (db, table, &(FormText){ cell, 0, text }, 1, label, error);
}

gboolean
form_edit_set (Db *db, const FormTable *table, const FormCell *cell, const char *text,
               GError **error)
{
  g_autoptr (GArray) rows = form_edit_rows (table, cell);
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (EditCell));
  g_autofree char *old = NULL;
  g_autofree char *label = NULL;

  if (is_set_apart (cell))
    return special_of (cell)->set (db, table, cell, text, error);
  if (form_line_is_listed (table) && cell->row_id == 0)
    return add_line (db, table, cell, text, error);
  old = form_edit_text (db, table, cell, error);
  if (old == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    add_edits (edits, table,
               &(FormText){ cell, g_array_index (rows, gint64, i), text });
  label = edit_label (title_of_column (cell->table_name, cell->column_name), old, text);
  return edit_cells (db, (EditCell *) edits->data, edits->len,
                     edits->len > 1 ? label : NULL, error);
}

/* The fields that show what a finding speaks of, the best first. */
static const struct {
  const char *finding, *fields[5];
} shown[] = {
  { "value", { "value", "target" } },
  { "unit", { "value_unit", "value", "target" } },
  { "operator", { "operator", "target" } },
  { "name", { "indicator" } },
  { "heading", { "heading" } },
  { "title_row_name", { "head_name", "name" } },
  { "code", { "code", "head_code", "head_name" } },
  { "project_name", { "name", "head_name" } },
  { "amount", { "amount", "amount_with_unit", "amounts", "purpose" } },
  { "project_total", { "amount", "amount_with_unit", "amounts", "purpose" } },
  { "purpose", { "purpose" } },
  { "funding", { "fiscal", "local", "other", "amounts", "purpose" } },
  { "plan", { "percent", "plan_label" } },
  { "goal", { "goal", "goals" } },
};

/* The cell of a field that covers a row of the grid, or the first one of the table. */
static const FormCell *
cell_of (const FormTable *table, const char *field, guint from, guint to)
{
  for (guint row = from; row < to; row++)
    for (guint col = 0; col < table->cols; col++)
      {
        const FormCell *cell = form_table_at (table, row, col);

        if (g_strcmp0 (cell->field, field) == 0)
          return cell;
      }
  return NULL;
}

/* The row of the grid that shows an indicator; the number of rows where none does. */
static guint
row_of (const FormTable *table, gint64 indicator)
{
  for (guint i = 0; i < table->cells->len; i++)
    {
      const FormCell *cell = table->cells->pdata[i];

      if (cell->row_id == indicator && g_strcmp0 (cell->table_name, "indicator") == 0)
        return cell->row;
    }
  return table->rows;
}

const FormCell *
form_edit_find (const FormTable *table, const char *field, gint64 indicator)
{
  guint from = indicator != DB_NULL ? row_of (table, indicator) : 0;
  guint to = indicator != DB_NULL ? MIN (from + 1, table->rows) : table->rows;

  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    if (g_strcmp0 (shown[i].finding, field) == 0)
      for (const char *const *name = shown[i].fields; *name != NULL; name++)
        {
          const FormCell *cell = cell_of (table, *name, from, to);

          if (cell != NULL)
            return cell;
        }
  /* The others are called the same: level1, description, basis, … */
  return cell_of (table, field, from, to);
}

/* How well a cell shows a column of a record: 0 not at all, 3 best. */
static guint
shows_record (const FormTable *table, const FormCell *cell, const char *table_name,
              gint64 row, const char *column)
{
  g_autoptr (GArray) rows = NULL;

  if (g_strcmp0 (cell->table_name, table_name) != 0)
    return 0;
  if (g_strcmp0 (cell->field, "goals") == 0)
    return 1;
  rows = form_edit_rows (table, cell);
  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, gint64, i) == row)
      return g_strcmp0 (cell->column_name, column) == 0 ? 3
             : form_edit_is_level (cell)                ? 1
                                                        : 2;
  return 0;
}

const FormCell *
form_edit_find_cell (const FormTable *table, const char *table_name, gint64 row,
                     const char *column)
{
  const FormCell *best = NULL;
  guint           most = 0;

  for (guint i = 0; i < table->cells->len; i++)
    {
      const FormCell *cell = table->cells->pdata[i];
      guint           score = shows_record (table, cell, table_name, row, column);

      if (score > most)
        {
          most = score;
          best = cell;
        }
    }
  return best;
}
