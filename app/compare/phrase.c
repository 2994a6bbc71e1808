/* app/compare/phrase.c — the words that all writers of comparisons use. */

#include "app/compare/write.h"

static const struct {
  const char *stage, *title;
} stages[] = { { "draft1", "一上" },
               { "draft2", "二上" },
               { "approved", "批复" },
               { "adjusted", "调整" } };

char *
comparison_side_title (const Document *document)
{
  const char *stage = document->stage;

  for (gsize i = 0; i < G_N_ELEMENTS (stages); i++)
    if (g_strcmp0 (stages[i].stage, document->stage) == 0)
      stage = stages[i].title;
  if (document->fiscal_year == DB_NULL)
    return g_strdup_printf ("年度不明（%s）", stage);
  return g_strdup_printf ("%d年（%s）", (int) document->fiscal_year, stage);
}

char *
comparison_table_title (const TableComparison *table)
{
  const Project *project =
      table->table->after ? table->table->after : table->table->before;

  if (g_str_equal (project->kind, "overall"))
    return g_strdup ("整体绩效指标");
  return g_strdup (project->name ? project->name : "（无名称）");
}

char *
comparison_counts (const Comparison *self, gboolean rows)
{
  static const ComparisonKind order[] = { COMPARISON_ADDED, COMPARISON_REMOVED,
                                          COMPARISON_TARGET, COMPARISON_CHANGED,
                                          COMPARISON_SAME };
  GString                    *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    if (rows || order[i] != COMPARISON_TARGET)
      g_string_append_printf (text, "%s%s %u", text->len > 0 ? " · " : "",
                              comparison_kind_title (order[i]),
                              rows ? self->n_rows[order[i]] : self->n_tables[order[i]]);
  if (rows && self->n_moved > 0)
    g_string_append_printf (text, "（其中移动 %u）", self->n_moved);
  return g_string_free (text, FALSE);
}

char *
comparison_row_origin (const RowComparison *row)
{
  if (row->row->from != NULL)
    return g_strdup_printf ("由“%s”移来",
                            row->row->from->name ? row->row->from->name : "另一张表");
  return row->row->is_moved ? g_strdup ("换了位置") : NULL;
}

char *
comparison_table_origin (const TableComparison *table)
{
  const LineageTable *pair = table->table;

  if (pair->origin != NULL)
    return g_strdup_printf ("由“%s”拆分而来",
                            pair->origin->name ? pair->origin->name : "");
  if (pair->heir != NULL)
    return g_strdup_printf ("并入“%s”", pair->heir->name ? pair->heir->name : "");
  return NULL;
}
