/* app/overview/panel-rows.c — a row an item, with bars of the year that is looked at.
 */

#include "app/overview/number.h"
#include "app/overview/panel.h"

#include <string.h>

#define ROW  15.0
#define BAR  8.0
#define GAP  8.0
#define MOST 12 /* rows; what is smaller is one row together */

/* A number of the rows: written, and perhaps drawn. */
typedef struct {
  guint       measure;
  gboolean    has_bar, is_money, has_share; /* … of the sum of all, behind it */
  NumberScale scale;
  double      most, sum;
  double      numbers, bar, share; /* widths */
} Column;

typedef struct {
  const char *note;    /* behind the title */
  gboolean    is_tick; /* a tick says how much it was in the year before */
  Column      columns[2];
} Look;

static const Look looks[CHARTS] = {
  [CHART_UNITS] = { "占全部的比例", TRUE, { { 0, TRUE, TRUE, TRUE }, { 1 } } },
  [CHART_SIZES] = { "个数与金额",
                    TRUE,
                    { { 0, TRUE, FALSE, FALSE }, { 1, TRUE, TRUE, TRUE } } },
  [CHART_LARGEST] = { "占全部的比例", FALSE, { { 0, TRUE, TRUE, TRUE } } },
  [CHART_RULES] = { "处数", TRUE, { { 0, TRUE, FALSE, FALSE } } },
};

/* The rows under way. */
typedef struct {
  Picture        *picture;
  const Overview *overview;
  const Chart    *chart;
  Column          columns[2];
  guint           n_columns;
  double          width, labels;
} Rows;

static gboolean
has_earlier (const Overview *overview)
{
  return overview->year > 0;
}

/* What all projects come to, which the largest are a share of. */
static double
sum_of (const Rows *rows, const Column *column)
{
  const Chart *chart = rows->chart->kind == CHART_LARGEST
                           ? &rows->overview->charts[CHART_TOTALS]
                           : rows->chart;

  if (rows->chart->kind == CHART_LARGEST)
    return (double) chart_value (chart->items->pdata[0], rows->overview->year, 0);
  return (double) chart_sum (chart, rows->overview->year, column->measure);
}

static char *
share_text (const Column *column, gint64 value)
{
  double share = column->sum > 0 ? 100.0 * (double) value / column->sum : 0;

  if (value == DB_NULL || column->sum <= 0)
    return g_strdup ("");
  return share > 0 && share < 0.05 ? g_strdup ("＜0.1%")
                                   : g_strdup_printf ("%.1f%%", share);
}

/* How wide the numbers are; the bars share what is left. */
static void
measure (Rows *rows)
{
  double left = rows->width;
  guint  bars = 0;

  for (guint k = 0; k < rows->n_columns; k++)
    {
      Column     *column = &rows->columns[k];
      gint64      most = chart_most (rows->chart, column->measure);
      gint64      sum = chart_sum (rows->chart, rows->overview->year, column->measure);
      const char *unit = rows->chart->measures[column->measure].unit;
      g_autofree char *widest = NULL;
      PictureType      type = panel_number;

      type.align = PICTURE_LEFT;
      column->most = (double) most;
      column->sum = sum_of (rows, column);
      column->scale =
          column->is_money ? number_scale_money (most) : number_scale_plain (unit, 0);
      widest = number_write (MAX (most, rows->chart->items->len > MOST ? sum : 0),
                             &column->scale);
      column->numbers = picture_measure (rows->picture, &type, widest) + 2;
      column->numbers =
          MAX (column->numbers,
               picture_measure (rows->picture, &panel_small, "＜0.1万元"));
      column->share = column->has_share
                          ? picture_measure (rows->picture, &panel_small, "100.0%") + 2
                          : 0;
      left -= column->numbers + GAP + (column->share > 0 ? column->share + 4 : 0);
      bars += column->has_bar;
    }
  rows->labels = MAX (rows->width * (rows->n_columns > 1 && bars > 1 ? 0.2 : 0.36), 84);
  left -= rows->labels + GAP * bars;
  for (guint k = 0; k < rows->n_columns; k++)
    rows->columns[k].bar =
        rows->columns[k].has_bar ? MAX (left / MAX (bars, 1), 10) : 0;
}

static void
draw_number (Rows *rows, const Column *column, gint64 value, gint64 before, double *x,
             double y)
{
  g_autofree char *text = number_write (value, &column->scale);
  g_autofree char *share = share_text (column, value);
  PictureType      type = panel_small;

  type.align = PICTURE_RIGHT;
  picture_write (rows->picture, *x, y, column->numbers, &panel_number, text);
  *x += column->numbers + GAP / 2;
  if (column->has_share)
    {
      picture_write (rows->picture, *x, y + 1.8, column->share, &type, share);
      *x += column->share + GAP / 2;
    }
  *x += GAP / 2;
  if (column->has_bar && value > 0 && column->most > 0)
    picture_bar (rows->picture, TONE_ACCENT, FALSE, *x, y + 3,
                 MAX (column->bar * (double) value / column->most, 0.8), BAR);
  if (column->has_bar && before != DB_NULL && before >= 0 && column->most > 0)
    {
      double mark = *x + column->bar * (double) before / column->most;

      picture_line (rows->picture, TONE_INK, 1, mark, y + 1, mark, y + 5 + BAR);
    }
  *x += column->bar + (column->has_bar ? GAP : 0);
}

/* What stands above the numbers: the unit of money, else what is counted. */
static double
draw_heads (Rows *rows, double y)
{
  PictureType type = panel_small;
  double      x = rows->labels + GAP;

  type.align = PICTURE_RIGHT;
  for (guint k = 0; k < rows->n_columns; k++)
    {
      const Column *column = &rows->columns[k];

      picture_write (rows->picture, x - GAP, y, column->numbers + GAP, &type,
                     column->is_money ? column->scale.unit
                                      : rows->chart->measures[column->measure].title);
      x += column->numbers + GAP + (column->has_share ? column->share + GAP / 2 : 0) +
           column->bar + (column->has_bar ? GAP : 0);
    }
  return y + 11;
}

static double
draw_item (Rows *rows, const ChartItem *item, double y)
{
  const Overview *overview = rows->overview;
  PictureType     label = panel_text;
  double          sign = rows->chart->kind == CHART_RULES ? PANEL_SIGN : 0;
  double          x = rows->labels + GAP, high;

  label.lines = 3;
  if (rows->chart->kind == CHART_RULES)
    panel_sign (rows->picture, item, y);
  high =
      picture_write (rows->picture, sign, y, rows->labels - sign, &label, item->label);
  for (guint k = 0; k < rows->n_columns; k++)
    {
      const Column *column = &rows->columns[k];

      draw_number (rows, column, chart_value (item, overview->year, column->measure),
                   has_earlier (overview) && rows->chart->kind != CHART_LARGEST
                       ? chart_value (item, overview->year - 1, column->measure)
                       : DB_NULL,
                   &x, y);
    }
  high = MAX (high + 2, ROW);
  picture_link (rows->picture, chart_cell (item, overview->year), 0, y - 1, rows->width,
                high, panel_name (overview, rows->chart, item, overview->year));
  return y + high;
}

/* The items from a place on as one row. */
static double
draw_rest (Rows *rows, guint from, double y)
{
  guint            n = rows->chart->items->len - from;
  g_autofree char *label = g_strdup_printf ("其余 %u 个", n);
  PictureType      type = panel_text;
  double           x = rows->labels + GAP;

  type.tone = TONE_DIM;
  picture_write (rows->picture, 0, y, rows->labels, &type, label);
  for (guint k = 0; k < rows->n_columns; k++)
    {
      Column column = rows->columns[k];
      gint64 sum = 0;

      for (guint i = from; i < rows->chart->items->len; i++)
        {
          gint64 value = chart_value (rows->chart->items->pdata[i],
                                      rows->overview->year, column.measure);

          sum += value != DB_NULL ? value : 0;
        }
      column.most = 0; /* it may be longer than any bar */
      draw_number (rows, &column, sum, DB_NULL, &x, y);
    }
  return y + ROW;
}

/* What stands behind the title.  Newly allocated. */
static char *
note_of (const Look *look, const Overview *overview)
{
  g_autofree char *earlier = overview_earlier_title (overview);

  return look->is_tick && earlier != NULL
             ? g_strdup_printf ("%s；竖线是%s", look->note, earlier)
             : g_strdup (look->note);
}

void
panel_rows (Picture *picture, const Overview *overview, ChartKind kind, double width)
{
  g_autofree char *note = note_of (&looks[kind], overview);
  const Chart     *chart = &overview->charts[kind];
  const Look      *look = &looks[kind];
  Rows             rows = { picture, overview, chart, .width = width };
  guint            n = chart->items->len > MOST + 1 ? MOST : chart->items->len;
  double           y;

  /* One unit without a name says no more than the total. */
  if (n == 0 || (kind == CHART_UNITS && n == 1 &&
                 chart_cell (chart->items->pdata[0], overview->year)->link.id == 0))
    return;
  memcpy (rows.columns, look->columns, sizeof rows.columns);
  rows.n_columns = kind == CHART_UNITS || kind == CHART_SIZES ? 2 : 1;
  picture_begin (picture, chart->title, width);
  y = panel_title (picture, chart->title, note, width);
  measure (&rows);
  y = draw_heads (&rows, y);
  for (guint i = 0; i < n; i++)
    y = draw_item (&rows, chart->items->pdata[i], y);
  if (n < chart->items->len)
    y = draw_rest (&rows, n, y);
  if (chart->note != NULL)
    y += 3 + picture_write (picture, 0, y + 3, width, &panel_small, chart->note);
  picture_end (picture, y);
}
