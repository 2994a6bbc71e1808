/* app/export/csv.c — printed tables as CSV. */

#include "app/export/csv.h"

#include "app/csv-put.h"

#define LEADING_COLUMNS 2

static void
put_row (GString *csv, const OutlineItem *item, const char *number, guint row)
{
  const FormTable        *table = item->table;
  const gsize             n = LEADING_COLUMNS + table->cols;
  g_autofree const char **cells = g_new0 (const char *, n);

  cells[0] = number;
  cells[1] = item->project != NULL ? item->project->name : NULL;
  if (cells[1] == NULL)
    cells[1] = item->text;
  for (guint col = 0; col < table->cols; col++)
    {
      const FormCell *cell = form_table_at (table, row, col);

      if (cell->col == col)
        cells[LEADING_COLUMNS + col] = cell->text;
    }
  csv_put_line (csv, cells, n);
}

char *
csv_of_tables (const Outline *outline)
{
  GString *csv = g_string_new (CSV_HEAD);
  guint    n = 0;

  for (guint i = 0; i < outline->items->len; i++)
    {
      const OutlineItem *item = outline->items->pdata[i];
      g_autofree char   *number = NULL;

      if (item->table == NULL)
        continue;
      number = g_strdup_printf ("%u", ++n);
      for (guint row = 0; row < item->table->rows; row++)
        if (!form_table_row_is_blank (item->table, row))
          put_row (csv, item, number, row);
    }
  return g_string_free (csv, FALSE);
}
