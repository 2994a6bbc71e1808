/* ui/compare-line.c — a comparison laid out line by line. */

#include "ui/compare-line.h"
#include "app/compare/write.h"
#include "app/fold.h"
#include "ui/line.h"

#include <string.h>

gint64
ui_compare_table_id (const TableComparison *table)
{
  const LineageTable *pair = table->table;

  return pair->after != NULL ? pair->after->record.id : pair->before->record.id;
}

static void
add (GPtrArray *lines, CompareLine line)
{
  g_ptr_array_add (lines, ui_line_new (g_memdup2 (&line, sizeof line), g_free));
}

static void
add_remarks (GPtrArray *lines, const TableComparison *table, const RowComparison *row)
{
  const GPtrArray *remarks = row != NULL ? row->remarks : table->remarks;

  for (guint i = 0; i < remarks->len; i++)
    add (lines, (CompareLine){ .kind = COMPARE_REMARK,
                               .table = table,
                               .row = row,
                               .remark = remarks->pdata[i] });
}

static void
add_heads (GPtrArray *lines, const TableComparison *table, const GPtrArray *differences)
{
  for (guint i = 0; i < differences->len; i++)
    add (lines, (CompareLine){ .kind = COMPARE_HEAD,
                               .table = table,
                               .difference = differences->pdata[i] });
}

static void
add_table (GPtrArray *lines, const TableComparison *table,
           const ComparisonSelection *selection, gboolean is_open)
{
  guint folded = 0;

  add (lines, (CompareLine){ .kind = COMPARE_TABLE, .table = table });
  add_remarks (lines, table, NULL);
  add_heads (lines, table, table->differences);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const RowComparison *row = table->rows->pdata[i];
      gboolean             is_taken = comparison_takes_row (selection, row);

      folded += !is_taken;
      if (!is_taken && !is_open)
        continue;
      add (lines, (CompareLine){ .kind = COMPARE_ROW, .table = table, .row = row });
      add_remarks (lines, table, row);
    }
  if (folded > 0)
    add (lines, (CompareLine){ .kind = COMPARE_FOLDED,
                               .table = table,
                               .rows = folded,
                               .is_open = is_open });
}

static gboolean
has_text (const char *text, const char *sought)
{
  g_autofree char *folded = fold (text);
  g_autofree char *lower = g_utf8_casefold (folded, -1);

  return strstr (lower, sought) != NULL;
}

static gboolean
is_sought (const TableComparison *table, const char *sought)
{
  const Project *project =
      table->table->after ? table->table->after : table->table->before;
  g_autofree char *title = comparison_table_title (table);

  return *sought == '\0' || has_text (title, sought) ||
         (table->table->before != NULL &&
          has_text (table->table->before->name, sought)) ||
         has_text (project->code, sought);
}

UiPlace
ui_compare_place (const Comparison *comparison, const CompareLine *line)
{
  const LineageRow *row = line->row != NULL ? line->row->row : NULL;
  UiPlace           place = { .document = line->table->table->after
                                              ? comparison->after->record.id
                                              : comparison->before->record.id,
                              .project = ui_compare_table_id (line->table) };

  if (row == NULL)
    return place;
  place.table = "indicator";
  place.row = row->after ? row->after->record.id : row->before->record.id;
  place.column = line->row->differences->len > 0
                     ? ((Difference *) line->row->differences->pdata[0])->column
                     : "name";
  if (row->after == NULL)
    {
      place.document = comparison->before->record.id;
      place.project = row->before->record.parent;
    }
  return place;
}

GPtrArray *
ui_compare_lines (const Comparison *comparison, const ComparisonSelection *selection,
                  GHashTable *unfolded, const char *sought)
{
  g_autoptr (GPtrArray) tables = comparison_tables (selection, comparison);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean   has_texts = comparison->differences->len > 0 && *sought == '\0' &&
                       selection->kinds[COMPARISON_CHANGED] &&
                       !selection->only_remarked && !selection->only_moved;

  if (has_texts)
    add (lines, (CompareLine){ .kind = COMPARE_TEXT });
  if (has_texts)
    add_heads (lines, NULL, comparison->differences);
  for (guint i = 0; i < tables->len; i++)
    {
      const TableComparison *table = tables->pdata[i];
      gint64                 id = ui_compare_table_id (table);

      if (is_sought (table, sought))
        add_table (lines, table, selection, g_hash_table_contains (unfolded, &id));
    }
  return lines;
}
