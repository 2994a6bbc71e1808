/* app/overview/write-table.c — 汇总 as numbers: text, CSV, JSON. */

#include "app/csv-put.h"
#include "app/decimal.h"
#include "app/interchange/json-put.h"
#include "app/overview/write.h"

static const char *const chart_names[CHARTS] = {
  [CHART_TOTALS] = "totals",         [CHART_UNITS] = "units", [CHART_SIZES] = "sizes",
  [CHART_LARGEST] = "largest",       [CHART_PLAN] = "plan",   [CHART_KINDS] = "kinds",
  [CHART_SEVERITIES] = "severities", [CHART_RULES] = "rules",
};

/* Whether a chart has a number there; what has none is left out. */
static gboolean
has_value (const Chart *chart, const ChartItem *item, guint year, guint measure)
{
  return chart->measures[measure].title != NULL &&
         chart_value (item, year, measure) != DB_NULL;
}

static void
append_year (GString *text, const Overview *self, const Chart *chart,
             const ChartItem *item, guint year)
{
  g_autofree char *when = overview_year_title (g_array_index (self->years, int, year));

  g_string_append_printf (text, "  %s  %s%s%s", when, item->group ? item->group : "",
                          item->group ? " " : "", item->label);
  for (guint m = 0; m < CHART_MEASURES; m++)
    if (has_value (chart, item, year, m))
      {
        g_autofree char *number = chart_text (chart, item, year, m);

        g_string_append_printf (text, "  %s", number);
      }
  g_string_append_c (text, '\n');
}

char *
overview_text (const Overview *self)
{
  g_autofree char *title = overview_title (self);
  GString         *text = g_string_new (title);

  g_string_append_c (text, '\n');
  for (guint i = 0; i < CHARTS; i++)
    {
      const Chart *chart = &self->charts[i];

      if (chart->items->len > 0)
        g_string_append_printf (text, "\n%s\n", chart->title);
      for (guint k = 0; k < chart->items->len; k++)
        for (guint year = 0; year < self->years->len; year++)
          if (has_value (chart, chart->items->pdata[k], year, 0))
            append_year (text, self, chart, chart->items->pdata[k], year);
      if (chart->note != NULL)
        g_string_append_printf (text, "  （%s）\n", chart->note);
    }
  return g_string_free (text, FALSE);
}

static void
put_line (GString *csv, const Overview *self, const Chart *chart, const ChartItem *item,
          guint year, guint measure)
{
  const ChartMeasure *counted = &chart->measures[measure];
  g_autofree char    *number = decimal_write (chart_value (item, year, measure));
  g_autofree char    *when =
      g_strdup_printf ("%d", g_array_index (self->years, int, year));
  const char *cells[] = {
    self->department, when,
    chart->title,     item->group,
    item->label,      counted->title,
    number,           counted->unit ? counted->unit : item->unit
  };

  csv_put_line (csv, cells, G_N_ELEMENTS (cells));
}

char *
overview_csv (const Overview *self)
{
  static const char *const heads[] = { "部门", "年度", "图", "分组",
                                       "项",   "数",   "值", "单位" };
  GString                 *csv = g_string_new (CSV_HEAD);

  csv_put_line (csv, heads, G_N_ELEMENTS (heads));
  for (guint i = 0; i < CHARTS; i++)
    for (guint k = 0; k < self->charts[i].items->len; k++)
      for (guint year = 0; year < self->years->len; year++)
        for (guint m = 0; m < CHART_MEASURES; m++)
          {
            const Chart     *chart = &self->charts[i];
            const ChartItem *item = chart->items->pdata[k];

            if (has_value (chart, item, year, m))
              put_line (csv, self, chart, item, year, m);
          }
  return g_string_free (csv, FALSE);
}

/* {"year": 2024, "金额": "12.5", …}: numbers are exact, so they are texts. */
static void
put_cell (JsonPut *json, const Overview *self, const Chart *chart,
          const ChartItem *item, guint year)
{
  json_put_open_object (json);
  json_put_whole (json, "year", g_array_index (self->years, int, year));
  json_put_array (json, "values");
  for (guint m = 0; m < CHART_MEASURES; m++)
    if (has_value (chart, item, year, m))
      {
        const ChartMeasure *counted = &chart->measures[m];

        json_put_open_object (json);
        json_put_text (json, "measure", counted->title);
        json_put_decimal (json, "value", chart_value (item, year, m));
        json_put_text (json, "unit", counted->unit ? counted->unit : item->unit);
        json_put_close_object (json);
      }
  json_put_close_array (json);
  json_put_close_object (json);
}

static void
put_chart (JsonPut *json, const Overview *self, const Chart *chart)
{
  json_put_open_object (json);
  json_put_text (json, "chart", chart_names[chart->kind]);
  json_put_text (json, "title", chart->title);
  json_put_text (json, "note", chart->note);
  json_put_array (json, "items");
  for (guint k = 0; k < chart->items->len; k++)
    {
      const ChartItem *item = chart->items->pdata[k];

      json_put_open_object (json);
      json_put_text (json, "group", item->group);
      json_put_text (json, "label", item->label);
      json_put_array (json, "years");
      for (guint year = 0; year < self->years->len; year++)
        if (has_value (chart, item, year, 0))
          put_cell (json, self, chart, item, year);
      json_put_close_array (json);
      json_put_close_object (json);
    }
  json_put_close_array (json);
  json_put_close_object (json);
}

char *
overview_json (const Overview *self)
{
  JsonPut *json = json_put_new (2);

  json_put_open_object (json);
  json_put_text (json, "department", self->is_all ? NULL : self->department);
  if (self->years->len > 0)
    json_put_whole (json, "year", overview_year (self));
  json_put_array (json, "years");
  for (guint i = 0; i < self->years->len; i++)
    json_put_number (json, g_array_index (self->years, int, i));
  json_put_close_array (json);
  json_put_array (json, "charts");
  for (guint i = 0; i < CHARTS; i++)
    put_chart (json, self, &self->charts[i]);
  json_put_close_array (json);
  json_put_close_object (json);
  return json_put_finish (json);
}
