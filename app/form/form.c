/* app/form/form.c — the printed table of one project: its form and its cells on a grid.
 */

#include "app/form/form.h"

void
form_table_free (FormTable *table)
{
  if (table == NULL)
    return;
  g_clear_pointer (&table->form, form_free);
  g_clear_pointer (&table->cells, g_ptr_array_unref);
  g_free (table->grid);
  g_free (table);
}

/* More rows or columns than any department prints. */
#define LIMIT 65536

static gboolean
measure (FormTable *table, GError **error)
{
  table->cols = table->form->widths->len;
  for (guint i = 0; i < table->cells->len; i++)
    {
      const FormCell *cell = table->cells->pdata[i];

      if (cell->row >= LIMIT || cell->row_span == 0 || cell->row_span >= LIMIT)
        {
          g_set_error (error, DB_ERROR_DOMAIN, DB_FAILED,
                       "格式 %s 有一格的行数不对，请改正 form_box", table->form->id);
          return FALSE;
        }
      table->rows = MAX (table->rows, cell->row + cell->row_span);
    }
  return TRUE;
}

/* A form in another tool's hands may have boxes that reach beyond its columns: what
 * would not print is an error, not a crash.  */
static gboolean
place (FormTable *table, GError **error)
{
  table->grid = g_new0 (FormCell *, (gsize) table->rows * table->cols);
  for (guint i = 0; i < table->cells->len; i++)
    {
      FormCell *cell = table->cells->pdata[i];

      for (guint row = cell->row; row < cell->row + cell->row_span; row++)
        for (guint col = cell->col; col < cell->col + cell->col_span; col++)
          {
            if (col >= table->cols || table->grid[row * table->cols + col] != NULL)
              {
                g_set_error (error, DB_ERROR_DOMAIN, DB_FAILED,
                             "格式 %s 第 %u 行第 %u 列的格子超出表格或重叠，请改正 "
                             "form_box",
                             table->form->id, cell->row + 1, cell->col + 1);
                return FALSE;
              }
            table->grid[row * table->cols + col] = cell;
          }
    }
  for (guint i = 0; i < table->rows * table->cols; i++)
    if (table->grid[i] == NULL)
      {
        g_set_error (error, DB_ERROR_DOMAIN, DB_FAILED,
                     "格式 %s 第 %u 行第 %u 列没有格子，请补上 form_box",
                     table->form->id, i / table->cols + 1, i % table->cols + 1);
        return FALSE;
      }
  return TRUE;
}

static void
find_head (FormTable *table)
{
  while (table->title_rows < table->rows &&
         form_table_at (table, table->title_rows, 0)->style <= FORM_RIGHT)
    table->title_rows++;
  for (guint row = 0; row < table->rows; row++)
    if (form_table_at (table, row, 0)->style == FORM_HEAD)
      {
        if (table->head_rows == 0)
          table->head_first = row;
        table->head_rows = row - table->head_first + 1;
      }
}

/* Takes form and cells. */
static FormTable *
make_table (gint64 project, Form *form, GPtrArray *cells, GError **error)
{
  g_autoptr (FormTable) table = g_new0 (FormTable, 1);

  table->project = project;
  table->form = form;
  table->cells = cells;
  if (form == NULL || cells == NULL || !measure (table, error) || !place (table, error))
    return NULL;
  find_head (table);
  return g_steal_pointer (&table);
}

FormTable *
form_table_new (Db *db, gint64 project, const char *layout, GError **error)
{
  Form      *form = form_of_project (db, project, layout, error);
  GPtrArray *cells = form != NULL ? form_cells (db, project, layout, error) : NULL;

  return make_table (project, form, cells, error);
}

FormTable *
form_table_of_cells (Form *form, GPtrArray *cells, GError **error)
{
  return make_table (0, form, cells, error);
}

FormTable *
form_table_of_annex (Db *db, const char *annex, gint64 id, GError **error)
{
  Form      *form = form_of_annex (db, annex, error);
  GPtrArray *cells = form != NULL ? form_annex_cells (db, annex, id, error) : NULL;

  return make_table (0, form, cells, error);
}

const FormCell *
form_table_at (const FormTable *table, guint row, guint col)
{
  g_return_val_if_fail (row < table->rows && col < table->cols, NULL);
  return table->grid[row * table->cols + col];
}

gboolean
form_table_row_is_blank (const FormTable *table, guint row)
{
  if (row >= table->title_rows)
    return FALSE;
  for (guint col = 0; col < table->cols; col++)
    if (form_table_at (table, row, col)->text != NULL)
      return FALSE;
  return TRUE;
}
