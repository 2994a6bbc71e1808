/* app/form/carried.c — where a printed table shows what came over from last year. */

#include "app/form/carried.h"
#include "app/edit/change.h"
#include "app/edit/draft.h"
#include "app/form/edit.h"
#include "db/carried.h"

/* What a finding about such a cell would name as its field. */
static const struct {
  const char *table, *field;
} fields[] = {
  { "project", "amount" },
  { "funding", "funding" },
  { "plan_point", "plan" },
  { "indicator", "value" },
};

/* The cell that shows a marked one, NULL where the form has none: a table may print its
 * amounts inside the purpose.  */
static const FormCell *
cell_of (const FormTable *table, const Carried *carried)
{
  const FormCell *cell = form_edit_find_cell (table, carried->table_name,
                                              carried->row_id, carried->column_name);

  if (cell != NULL && g_strcmp0 (cell->column_name, carried->column_name) == 0)
    return cell;
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].table, carried->table_name))
      return form_edit_find (table, fields[i].field,
                             g_str_equal (carried->table_name, "indicator")
                                 ? carried->row_id
                                 : DB_NULL);
  return NULL;
}

GPtrArray *
form_carried_cells (Db *db, gint64 document, const FormTable *table, GError **error)
{
  GPtrArray *carried = carried_cells (db, document, table->project, error);
  GPtrArray *cells;

  if (carried == NULL)
    return NULL;
  cells = g_ptr_array_new ();
  for (guint i = 0; i < carried->len; i++)
    {
      gpointer cell = (gpointer) cell_of (table, carried->pdata[i]);

      if (cell != NULL && !g_ptr_array_find (cells, cell, NULL))
        g_ptr_array_add (cells, cell);
    }
  db_record_array_free (&carried_table, carried);
  return cells;
}

static gboolean
confirm (Db *db, const FormTable *table, const FormCell *cell, GPtrArray *carried,
         GError **error)
{
  for (guint i = 0; i < carried->len; i++)
    {
      const Carried *marked = carried->pdata[i];

      if (cell_of (table, marked) == cell &&
          !draft_confirm_cell (db, marked->table_name, marked->row_id,
                               marked->column_name, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
form_carried_confirm (Db *db, gint64 document, const FormTable *table,
                      const FormCell *cell, GError **error)
{
  GPtrArray *carried = carried_cells (db, document, table->project, error);
  g_auto (DbTxn) txn = { NULL };
  gboolean done = carried != NULL && change_begin (&txn, db, "确认照搬上年", error) &&
                  confirm (db, table, cell, carried, error) &&
                  change_finish (&txn, error);

  if (carried != NULL)
    db_record_array_free (&carried_table, carried);
  return done;
}
