/* app/overview/chart.h — 汇总: a chart as numbers.
 *
 * What is drawn, listed as a table and written as CSV or JSON are the same charts.
 */

#pragma once

#include "db/overview.h"

typedef enum {
  CHART_TOTALS,
  CHART_UNITS, /* or departments */
  CHART_SIZES,
  CHART_LARGEST,
  CHART_PLAN,
  CHART_KINDS,
  CHART_SEVERITIES,
  CHART_RULES,
  CHARTS,
} ChartKind;

/* The items of CHART_TOTALS; without findings the last is missing. */
enum {
  CHART_TOTAL_MONEY,
  CHART_TOTAL_PROJECTS,
  CHART_TOTAL_TARGETS,
  CHART_TOTAL_QUANTIFIED,
  CHART_TOTAL_ERRORS,
};

#define CHART_MEASURES 3

/* What a number of a chart counts; values are × 1,000,000. */
typedef struct {
  const char *title, *unit; /* title NULL: there is no such measure */
} ChartMeasure;

/* One thing in one year. */
typedef struct {
  gint64         values[CHART_MEASURES]; /* by measure; DB_NULL: not known */
  OverviewFigure link; /* the rows that it counts; its texts are lent */
  gboolean       is_link;
} ChartCell;

typedef struct {
  char       *label;
  const char *group; /* the heading it stands under; NULL: none; static */
  const char *unit;  /* of its values, where the measure has none */
  GArray     *cells; /* ChartCell, as Overview.years */
} ChartItem;

typedef struct {
  ChartKind    kind;
  const char  *title;
  char        *note; /* what is left out, NULL: nothing */
  ChartMeasure measures[CHART_MEASURES];
  GPtrArray   *items; /* ChartItem * */
} Chart;

/* An item without a number, for so many years; it belongs to the chart. */
ChartItem *chart_add (Chart *chart, const char *label, guint years);
void       chart_item_free (gpointer item);

const ChartCell *chart_cell (const ChartItem *item, guint year);

/* The value in the given year, and all of them; DB_NULL: not known. */
gint64 chart_value (const ChartItem *item, guint year, guint measure);
gint64 chart_sum (const Chart *chart, guint year, guint measure);
gint64 chart_most (const Chart *chart, guint measure); /* of all years; 0 at least */

/* The exact number with its unit, as 数量 12 个.  Newly allocated; NULL: not known. */
char *chart_text (const Chart *chart, const ChartItem *item, guint year, guint measure);
