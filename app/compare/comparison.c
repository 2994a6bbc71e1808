/* app/compare/comparison.c — two texts of a department side by side. */

#include "app/compare/comparison.h"
#include "app/compare/difference.h"
#include "app/compare/remark.h"
#include "app/reading/years.h"
#include "db/lineage.h"

static const struct {
  const char *title, *sign;
} kinds[] = {
  [COMPARISON_SAME] = { "未变", "" },         [COMPARISON_CHANGED] = { "修改", "改" },
  [COMPARISON_TARGET] = { "目标变动", "标" }, [COMPARISON_ADDED] = { "新增", "增" },
  [COMPARISON_REMOVED] = { "删除", "删" },
};

const char *
comparison_kind_title (ComparisonKind kind)
{
  return kinds[kind].title;
}

const char *
comparison_kind_sign (ComparisonKind kind)
{
  return kinds[kind].sign;
}

static void
row_free (gpointer data)
{
  RowComparison *row = data;

  g_ptr_array_unref (row->differences);
  g_ptr_array_unref (row->remarks);
  g_free (row);
}

static void
table_free (gpointer data)
{
  TableComparison *table = data;

  g_ptr_array_unref (table->differences);
  g_ptr_array_unref (table->rows);
  g_ptr_array_unref (table->remarks);
  g_free (table);
}

/* Whether a target only went with the year: 2024年底前 → 2025年底前. */
static gboolean
is_next_year (const Comparison *self, const Difference *target)
{
  g_autofree char *moved = NULL;

  if (self->before->fiscal_year == DB_NULL || self->after->fiscal_year == DB_NULL)
    return FALSE;
  moved = years_move (target->before, (int) self->before->fiscal_year,
                      (int) self->after->fiscal_year);
  return g_strcmp0 (moved, target->after) == 0;
}

static ComparisonKind
kind_of_row (const Comparison *self, const RowComparison *row)
{
  if (row->row->before == NULL)
    return COMPARISON_ADDED;
  if (row->row->after == NULL)
    return COMPARISON_REMOVED;
  for (guint i = 0; i < row->differences->len; i++)
    {
      const Difference *cell = row->differences->pdata[i];

      if (g_str_equal (cell->column, "value_text") && !is_next_year (self, cell))
        return COMPARISON_TARGET;
    }
  return row->differences->len > 0 ? COMPARISON_CHANGED : COMPARISON_SAME;
}

static RowComparison *
row_new (const Comparison *self, const LineageRow *pair, gboolean is_loose)
{
  RowComparison *row = g_new0 (RowComparison, 1);

  row->row = pair;
  row->differences = g_ptr_array_new_with_free_func (difference_free);
  row->remarks = g_ptr_array_new_with_free_func (remark_free);
  if (pair->before != NULL && pair->after != NULL)
    difference_of_rows (row->differences, pair->before, pair->after, is_loose);
  row->kind = kind_of_row (self, row);
  return row;
}

static ComparisonKind
kind_of_table (const TableComparison *table)
{
  if (table->table->before == NULL)
    return COMPARISON_ADDED;
  if (table->table->after == NULL)
    return COMPARISON_REMOVED;
  for (guint i = 0; i < table->rows->len; i++)
    if (((RowComparison *) table->rows->pdata[i])->kind != COMPARISON_SAME)
      return COMPARISON_CHANGED;
  return table->differences->len > 0 ? COMPARISON_CHANGED : COMPARISON_SAME;
}

static TableComparison *
table_new (const Comparison *self, const LineageTable *pair, gboolean is_loose)
{
  TableComparison *table = g_new0 (TableComparison, 1);

  table->table = pair;
  table->differences = g_ptr_array_new_with_free_func (difference_free);
  table->rows = g_ptr_array_new_with_free_func (row_free);
  table->remarks = g_ptr_array_new_with_free_func (remark_free);
  if (pair->before != NULL && pair->after != NULL)
    difference_of_tables (table->differences, pair->before, pair->after, is_loose);
  for (guint i = 0; i < pair->rows->len; i++)
    g_ptr_array_add (table->rows, row_new (self, pair->rows->pdata[i], is_loose));
  table->kind = kind_of_table (table);
  return table;
}

static void
count_remarks (Comparison *self, const GPtrArray *said)
{
  for (guint i = 0; i < said->len; i++)
    self->n_remarks[((Remark *) said->pdata[i])->kind]++;
}

static void
count (Comparison *self, const TableComparison *table)
{
  const Project *project =
      table->table->after ? table->table->after : table->table->before;

  if (g_str_equal (project->kind, "project"))
    self->n_tables[table->kind]++;
  count_remarks (self, table->remarks);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const RowComparison *row = table->rows->pdata[i];

      self->n_rows[row->kind]++;
      self->n_moved += row->row->is_moved || row->row->from != NULL;
      count_remarks (self, row->remarks);
    }
}

static gboolean
compare (Comparison *self, gboolean is_loose, Progress *progress, GError **error)
{
  progress_begin (progress, 1, self->lineage->len);
  difference_of_texts (self->differences, self->before, self->after, is_loose);
  for (guint i = 0; i < self->lineage->len; i++)
    {
      TableComparison *table = table_new (self, self->lineage->pdata[i], is_loose);

      remark_on_table (table, self->before, self->after);
      count (self, table);
      g_ptr_array_add (self->tables, table);
      if (!progress_step (progress) && progress_failed (progress, error))
        return FALSE;
    }
  return TRUE;
}

Comparison *
comparison_new (Db *db, gint64 before, gint64 after, gboolean is_loose,
                Progress *progress, GError **error)
{
  g_autoptr (Comparison) self = g_new0 (Comparison, 1);
  GPtrArray *said;

  self->differences = g_ptr_array_new_with_free_func (difference_free);
  self->tables = g_ptr_array_new_with_free_func (table_free);
  progress_begin (progress, 0, 2);
  self->before = document_load (db, before, error);
  progress_step (progress);
  self->after = self->before ? document_load (db, after, error) : NULL;
  said = self->after ? lineage_of_document (db, after, error) : NULL;
  if (said == NULL)
    return NULL;
  self->lineage = lineage_propose (self->before, self->after, said);
  db_record_array_free (&lineage_table, said);
  return compare (self, is_loose, progress, error) ? g_steal_pointer (&self) : NULL;
}

void
comparison_free (Comparison *self)
{
  g_ptr_array_unref (self->differences);
  g_ptr_array_unref (self->tables);
  g_clear_pointer (&self->lineage, g_ptr_array_unref);
  g_clear_pointer (&self->before, document_free);
  g_clear_pointer (&self->after, document_free);
  g_free (self);
}

guint
comparison_table_size (const TableComparison *table)
{
  guint size = table->differences->len;

  for (guint i = 0; i < table->rows->len; i++)
    size += ((RowComparison *) table->rows->pdata[i])->kind != COMPARISON_SAME;
  for (guint i = 0; i < table->differences->len; i++)
    {
      const Difference *cell = table->differences->pdata[i];

      if (g_str_equal (cell->title, "预算数") && cell->before_e6 > 0 &&
          cell->after_e6 != DB_NULL)
        size += (guint) MIN (100, ABS (cell->after_e6 - cell->before_e6) * 100 /
                                      cell->before_e6);
    }
  return size;
}
