/* app/overview/fill.c — the charts of an overview, from its figures. */

#include "app/overview/fill.h"
#include "app/check/check.h"
#include "app/decimal.h"
#include "app/overview/kind.h"

#include <string.h>

static const struct {
  const char  *title;
  ChartMeasure measures[CHART_MEASURES];
} kinds[CHARTS] = {
  [CHART_TOTALS] = { "历年总数", { { "", NULL } } },
  [CHART_UNITS] = { "各单位资金", { { "金额", "万元" }, { "项目", "个" } } },
  [CHART_SIZES] = { "项目大小", { { "项目", "个" }, { "金额", "万元" } } },
  [CHART_LARGEST] = { "最大的项目", { { "金额", "万元" } } },
  [CHART_PLAN] = { "资金支出计划", { { "累计进度", "%" }, { "累计金额", "万元" } } },
  [CHART_KINDS] = { "指标种类与量化",
                    { { "指标", "个" }, { "量化", "个" }, { "量化率", "%" } } },
  [CHART_SEVERITIES] = { "问题", { { "问题", "处" }, { "每百个指标", "处" } } },
  [CHART_RULES] = { "最多的问题", { { "问题", "处" } } },
};

static ChartCell *
cell_of (ChartItem *item, guint year)
{
  return &g_array_index (item->cells, ChartCell, year);
}

static void
link_to (ChartCell *cell, const OverviewFigure *figure)
{
  cell->link = *figure;
  cell->is_link = TRUE;
}

/* A share in tenths of a percent, × 1,000,000: 33.3% is 33,300,000. */
static gint64
percent_of (gint64 part, gint64 whole)
{
  double share = whole > 0 ? 1000.0 * (double) part / (double) whole : 0;

  return whole > 0 ? (gint64) (share + 0.5) * (DECIMAL_ONE / 10) : DB_NULL;
}

/* The item of a thing that several years have, by the id or key of its figures. */
static ChartItem *
item_of (const Overview *self, Chart *chart, const OverviewFigure *figure)
{
  for (guint i = 0; i < chart->items->len; i++)
    {
      ChartItem *item = chart->items->pdata[i];

      for (guint k = 0; k < item->cells->len; k++)
        {
          const ChartCell *cell = cell_of (item, k);

          if (cell->is_link && cell->link.id == figure->id &&
              g_strcmp0 (cell->link.key, figure->key) == 0)
            return item;
        }
    }
  return chart_add (chart, figure->title, self->years->len);
}

/* The measures in the order of money or of number; those of one year sum up. */
static void
add_money (const Overview *self, Chart *chart, OverviewTopic topic, guint money,
           guint number)
{
  for (guint i = 0; i < self->figures->len; i++)
    {
      const OverviewFigure *figure = self->figures->pdata[i];
      ChartCell            *cell;

      if (figure->topic != topic)
        continue;
      cell =
          cell_of (item_of (self, chart, figure), overview_place (self, figure->year));
      cell->values[money] = figure->priced > 0 ? figure->amount_fen : DB_NULL;
      cell->values[number] = figure->count * DECIMAL_ONE;
      link_to (cell, figure);
    }
}

/* Whether item a stands before b: the larger of this year's first measure; what this
 * year does not have goes last.  */
static int
compare_items (gconstpointer a, gconstpointer b, gpointer data)
{
  const guint *year = data;
  gint64       one = chart_value (*(ChartItem *const *) a, *year, 0);
  gint64       other = chart_value (*(ChartItem *const *) b, *year, 0);

  return one < other ? 1 : one > other ? -1 : 0;
}

static void
sort (const Overview *self, Chart *chart)
{
  guint year = self->year;

  g_ptr_array_sort_with_data (chart->items, compare_items, &year);
}

/* Leaves the items that the year has. */
static void
keep_of_year (const Overview *self, Chart *chart)
{
  for (guint i = chart->items->len; i > 0; i--)
    if (!chart_cell (chart->items->pdata[i - 1], self->year)->is_link)
      g_ptr_array_remove_index (chart->items, i - 1);
}

/* All projects of a year. */
static OverviewFigure
money_in (const Overview *self, int year)
{
  OverviewFigure all = { .year = year };

  for (guint i = 0; i < self->figures->len; i++)
    {
      const OverviewFigure *figure = self->figures->pdata[i];

      if ((figure->topic != OVERVIEW_UNIT && figure->topic != OVERVIEW_DEPARTMENT) ||
          figure->year != year)
        continue;
      all.count += figure->count;
      all.priced += figure->priced;
      all.amount_fen += figure->amount_fen;
    }
  return all;
}

/* Projects whose amount is not understood are in no class. */
static char *
unpriced_note (const Overview *self)
{
  OverviewFigure all = money_in (self, overview_year (self));

  return all.count > all.priced ? g_strdup_printf ("%d 个项目的金额没有写明，未计入",
                                                   (int) (all.count - all.priced))
                                : NULL;
}

static void
fill_units (const Overview *self, Chart *chart)
{
  add_money (self, chart, self->is_all ? OVERVIEW_DEPARTMENT : OVERVIEW_UNIT, 0, 1);
  if (self->is_all)
    chart->title = "各部门资金";
  for (guint i = 0; i < chart->items->len; i++)
    {
      ChartItem *item = chart->items->pdata[i];

      if (item->label == NULL)
        item->label = g_strdup ("（没有写单位）");
    }
  keep_of_year (self, chart);
  sort (self, chart);
  chart->note = unpriced_note (self);
}

static int
compare_classes (gconstpointer a, gconstpointer b)
{
  const ChartItem *items[] = { *(ChartItem *const *) a, *(ChartItem *const *) b };
  gint64           ids[2] = { 0, 0 };

  for (guint i = 0; i < 2; i++)
    for (guint k = 0; k < items[i]->cells->len; k++)
      if (chart_cell (items[i], k)->is_link)
        ids[i] = chart_cell (items[i], k)->link.id;
  return ids[0] < ids[1] ? -1 : ids[0] > ids[1];
}

static void
fill_sizes (const Overview *self, Chart *chart)
{
  add_money (self, chart, OVERVIEW_SIZE, 1, 0);
  g_ptr_array_sort (chart->items, compare_classes);
  chart->note = unpriced_note (self);
}

static void
fill_largest (const Overview *self, Chart *chart)
{
  for (guint i = 0; i < self->figures->len; i++)
    {
      const OverviewFigure *figure = self->figures->pdata[i];
      ChartCell            *cell;

      if (figure->topic != OVERVIEW_PROJECT || figure->year != overview_year (self))
        continue;
      cell = cell_of (chart_add (chart, figure->title ? figure->title : "（无名称）",
                                 self->years->len),
                      self->year);
      cell->values[0] = figure->amount_fen;
      link_to (cell, figure);
    }
  sort (self, chart);
  if (chart->items->len > OVERVIEW_LARGEST)
    g_ptr_array_set_size (chart->items, OVERVIEW_LARGEST);
}

/* What a year's plan is a share of. */
static const OverviewFigure *
planned_in (const Overview *self, int year)
{
  for (guint i = 0; i < self->figures->len; i++)
    {
      const OverviewFigure *figure = self->figures->pdata[i];

      if (figure->topic == OVERVIEW_PLANNED && figure->year == year)
        return figure;
    }
  return NULL;
}

/* A month of a year, summed up to it; figures come by month. */
static void
add_month (const Overview *self, Chart *chart, const OverviewFigure *figure,
           gint64 *spent)
{
  const OverviewFigure *planned = planned_in (self, figure->year);
  g_autofree char      *label = g_strdup_printf ("%d月底", (int) figure->id);
  ChartItem            *item;
  ChartCell            *cell;

  if (planned == NULL)
    return;
  item = item_of (self, chart, figure);
  if (item->label == NULL)
    item->label = g_steal_pointer (&label);
  cell = cell_of (item, overview_place (self, figure->year));
  *spent += figure->amount_fen;
  cell->values[0] = percent_of (*spent, planned->amount_fen);
  cell->values[1] = *spent;
  link_to (cell, figure);
}

static void
fill_plan (const Overview *self, Chart *chart)
{
  const OverviewFigure *planned = planned_in (self, overview_year (self));
  gint64                spent = 0, without = 0;
  int                   year = -1;

  for (guint i = 0; i < self->figures->len; i++)
    {
      const OverviewFigure *figure = self->figures->pdata[i];

      if (figure->topic == OVERVIEW_TEXT && figure->year == overview_year (self))
        without += figure->count;
      if (figure->topic != OVERVIEW_PLAN)
        continue;
      if (figure->year != year)
        spent = 0;
      year = figure->year;
      add_month (self, chart, figure, &spent);
    }
  g_ptr_array_sort (chart->items, compare_classes);
  without -= planned != NULL ? planned->count : 0;
  if (without > 0)
    chart->note = g_strdup_printf ("%d 个项目没有金额或计划，未计入", (int) without);
}

static void
fill_kinds (const Overview *self, Chart *chart)
{
  for (guint k = 0; k < overview_n_kinds; k++)
    {
      ChartItem *item = chart_add (chart, overview_kinds[k].title, self->years->len);
      gboolean   is_there = FALSE;

      item->group = overview_kinds[k].part_title;
      for (guint i = 0; i < self->figures->len; i++)
        {
          const OverviewFigure *figure = self->figures->pdata[i];
          ChartCell            *cell;
          gint64                quantified;

          if (figure->topic != OVERVIEW_KIND ||
              g_strcmp0 (figure->key, overview_kinds[k].kind) != 0 ||
              g_strcmp0 (figure->group, overview_kinds[k].part) != 0)
            continue;
          cell = cell_of (item, overview_place (self, figure->year));
          quantified =
              figure->targets[TARGET_IS_NUMBER] + figure->targets[TARGET_IS_DATE];
          cell->values[0] = figure->count * DECIMAL_ONE;
          cell->values[1] = quantified * DECIMAL_ONE;
          cell->values[2] = percent_of (quantified, figure->count);
          link_to (cell, figure);
          is_there = TRUE;
        }
      if (!is_there)
        g_ptr_array_remove_index (chart->items, chart->items->len - 1);
    }
}

/* A sum of what is counted so far says so. */
static char *
open_note (const Overview *self)
{
  return self->open > 0 ? g_strdup_printf ("还有 %u 份文本的问题没有数完", self->open)
                        : NULL;
}

/* The findings of a severity in a year. */
static gint64
count_places (const Overview *self, int year, const char *severity)
{
  gint64 places = 0;

  for (guint i = 0; i < self->figures->len; i++)
    {
      const OverviewFigure *figure = self->figures->pdata[i];

      if (figure->topic == OVERVIEW_FINDING && figure->year == year &&
          g_strcmp0 (figure->group, severity) == 0)
        places += figure->count;
    }
  return places;
}

static void
fill_severity (const Overview *self, ChartItem *item, guint year, const char *severity)
{
  OverviewFigure figure = { .topic = OVERVIEW_FINDING,
                            .year = g_array_index (self->years, int, year),
                            .group = (char *) severity };
  ChartCell     *cell = cell_of (item, year);
  gint64         targets = chart_sum (&self->charts[CHART_KINDS], year, 0);

  figure.count = count_places (self, figure.year, severity);
  /* nothing counted yet is not nothing found */
  if (figure.count == 0 && self->open_in != NULL &&
      g_array_index (self->open_in, guint, year) > 0)
    return;
  cell->values[0] = figure.count * DECIMAL_ONE;
  cell->values[1] = percent_of (figure.count * DECIMAL_ONE, targets);
  link_to (cell, &figure);
}

static void
fill_severities (const Overview *self, Chart *chart)
{
  static const char *const severities[] = { "error", "warning", "hint" };

  chart->note = open_note (self);
  for (gsize k = 0; self->has_findings && k < G_N_ELEMENTS (severities); k++)
    {
      ChartItem *item =
          chart_add (chart, check_severity_title (severities[k]), self->years->len);

      for (guint year = 0; year < self->years->len; year++)
        fill_severity (self, item, year, severities[k]);
    }
}

static void
fill_rules (const Overview *self, Chart *chart)
{
  chart->note = open_note (self);
  for (guint i = 0; i < self->figures->len; i++)
    {
      const OverviewFigure *figure = self->figures->pdata[i];
      ChartItem            *item;
      ChartCell            *cell;

      if (figure->topic != OVERVIEW_FINDING)
        continue;
      item = item_of (self, chart, figure);
      item->group = check_severity_title (figure->group);
      cell = cell_of (item, overview_place (self, figure->year));
      cell->values[0] = (cell->values[0] != DB_NULL ? cell->values[0] : 0) +
                        figure->count * DECIMAL_ONE;
      link_to (cell, figure);
    }
  keep_of_year (self, chart);
  sort (self, chart);
}

static ChartItem *
add_total (const Overview *self, Chart *chart, const char *label, const char *unit)
{
  ChartItem *item = chart_add (chart, label, self->years->len);

  item->unit = unit;
  for (guint year = 0; year < self->years->len; year++)
    link_to (cell_of (item, year),
             &(OverviewFigure){ .topic = OVERVIEW_TEXT,
                                .year = g_array_index (self->years, int, year) });
  return item;
}

static void
fill_totals (const Overview *self, Chart *chart)
{
  ChartItem *money = add_total (self, chart, "预算", "万元");
  ChartItem *projects = add_total (self, chart, "项目", "个");
  ChartItem *targets = add_total (self, chart, "指标", "个");
  ChartItem *quantified = add_total (self, chart, "量化的指标", "%");
  ChartItem *errors = self->has_findings ? add_total (self, chart, "错误", "处") : NULL;

  for (guint year = 0; year < self->years->len; year++)
    {
      OverviewFigure all = money_in (self, g_array_index (self->years, int, year));
      gint64         n = chart_sum (&self->charts[CHART_KINDS], year, 0);

      cell_of (money, year)->values[0] = all.amount_fen;
      cell_of (projects, year)->values[0] = all.count * DECIMAL_ONE;
      cell_of (targets, year)->values[0] = n;
      cell_of (quantified, year)->values[0] =
          percent_of (chart_sum (&self->charts[CHART_KINDS], year, 1), n);
      if (errors != NULL)
        *cell_of (errors, year) =
            *chart_cell (self->charts[CHART_SEVERITIES].items->pdata[0], year);
    }
}

void
overview_fill (Overview *self)
{
  for (guint i = 0; i < CHARTS; i++)
    {
      self->charts[i].kind = i;
      self->charts[i].title = kinds[i].title;
      memcpy (self->charts[i].measures, kinds[i].measures, sizeof kinds[i].measures);
      self->charts[i].items = g_ptr_array_new_with_free_func (chart_item_free);
    }
  if (self->years->len == 0)
    return;
  fill_kinds (self, &self->charts[CHART_KINDS]);
  fill_severities (self, &self->charts[CHART_SEVERITIES]);
  fill_totals (self, &self->charts[CHART_TOTALS]);
  fill_units (self, &self->charts[CHART_UNITS]);
  fill_sizes (self, &self->charts[CHART_SIZES]);
  fill_largest (self, &self->charts[CHART_LARGEST]);
  fill_plan (self, &self->charts[CHART_PLAN]);
  fill_rules (self, &self->charts[CHART_RULES]);
}
