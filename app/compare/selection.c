/* app/compare/selection.c — which part of a comparison is shown. */

#include "app/compare/selection.h"

const ComparisonSelection comparison_changes = {
  .kinds = { [COMPARISON_CHANGED] = TRUE,
             [COMPARISON_TARGET] = TRUE,
             [COMPARISON_ADDED] = TRUE,
             [COMPARISON_REMOVED] = TRUE },
};

static gboolean
is_moved (const RowComparison *row)
{
  return row->row->is_moved || row->row->from != NULL;
}

/* All that is chosen must hold.  What is looked for by its remarks or its move may
 * stand in a row that is otherwise unchanged.  */
gboolean
comparison_takes_row (const ComparisonSelection *self, const RowComparison *row)
{
  gboolean is_narrowed = self->only_remarked || self->only_moved;

  return (!self->only_remarked || row->remarks->len > 0) &&
         (!self->only_moved || is_moved (row)) &&
         (self->kinds[row->kind] || (is_narrowed && row->kind == COMPARISON_SAME));
}

/* A table is shown for its head, or for one of its rows. */
static gboolean
takes_table (const ComparisonSelection *self, const TableComparison *table)
{
  gboolean is_head = table->kind != COMPARISON_CHANGED || table->differences->len > 0;

  if (!self->only_moved && (!self->only_remarked || table->remarks->len > 0) &&
      ((is_head && self->kinds[table->kind]) || table->remarks->len > 0))
    return TRUE;
  for (guint i = 0; i < table->rows->len; i++)
    if (comparison_takes_row (self, table->rows->pdata[i]))
      return TRUE;
  return FALSE;
}

static int
compare_sizes (gconstpointer a, gconstpointer b)
{
  guint one = comparison_table_size (*(TableComparison *const *) a);
  guint other = comparison_table_size (*(TableComparison *const *) b);

  return (one < other) - (one > other);
}

GPtrArray *
comparison_tables (const ComparisonSelection *self, const Comparison *comparison)
{
  GPtrArray *tables = g_ptr_array_new ();

  for (guint i = 0; i < comparison->tables->len; i++)
    if (takes_table (self, comparison->tables->pdata[i]))
      g_ptr_array_add (tables, comparison->tables->pdata[i]);
  if (self->by_size) /* g_ptr_array_sort() is stable */
    g_ptr_array_sort (tables, compare_sizes);
  return tables;
}
