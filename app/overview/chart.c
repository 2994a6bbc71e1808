/* app/overview/chart.c — 汇总: a chart as numbers. */

#include "app/overview/chart.h"
#include "app/decimal.h"

void
chart_item_free (gpointer data)
{
  ChartItem *item = data;

  g_free (item->label);
  g_array_unref (item->cells);
  g_free (item);
}

ChartItem *
chart_add (Chart *chart, const char *label, guint years)
{
  ChartItem *item = g_new0 (ChartItem, 1);

  item->label = g_strdup (label);
  item->cells = g_array_sized_new (FALSE, TRUE, sizeof (ChartCell), years);
  g_array_set_size (item->cells, years);
  for (guint i = 0; i < years; i++)
    for (guint k = 0; k < CHART_MEASURES; k++)
      g_array_index (item->cells, ChartCell, i).values[k] = DB_NULL;
  g_ptr_array_add (chart->items, item);
  return item;
}

const ChartCell *
chart_cell (const ChartItem *item, guint year)
{
  return &g_array_index (item->cells, ChartCell, year);
}

gint64
chart_value (const ChartItem *item, guint year, guint measure)
{
  return chart_cell (item, year)->values[measure];
}

gint64
chart_sum (const Chart *chart, guint year, guint measure)
{
  gint64 sum = 0;

  for (guint i = 0; i < chart->items->len; i++)
    {
      gint64 value = chart_value (chart->items->pdata[i], year, measure);

      sum += value != DB_NULL ? value : 0;
    }
  return sum;
}

gint64
chart_most (const Chart *chart, guint measure)
{
  gint64 most = 0;

  for (guint i = 0; i < chart->items->len; i++)
    {
      const ChartItem *item = chart->items->pdata[i];

      for (guint k = 0; k < item->cells->len; k++)
        most = MAX (most, chart_value (item, k, measure));
    }
  return most;
}

char *
chart_text (const Chart *chart, const ChartItem *item, guint year, guint measure)
{
  gint64           value = chart_value (item, year, measure);
  const char      *unit = chart->measures[measure].unit;
  g_autofree char *number = value != DB_NULL ? decimal_write (value) : NULL;

  if (unit == NULL)
    unit = item->unit;
  return number == NULL
             ? NULL
             : g_strdup_printf ("%s%s%s %s", chart->measures[measure].title,
                                *chart->measures[measure].title != '\0' ? " " : "",
                                number, unit != NULL ? unit : "");
}
