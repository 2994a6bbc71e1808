/* app/overview/panel-matrix.c — a row an item, a column of bars a year. */

#include "app/overview/number.h"
#include "app/overview/panel.h"

#define ROW    14.0
#define BAR    8.0
#define GAP    6.0
#define GROUPS 56.0
#define LABELS 72.0

/* The matrix under way. */
typedef struct {
  Picture        *picture;
  const Overview *overview;
  const Chart    *chart;
  gboolean        is_split; /* a bar has a quantified part and another */
  guint           first, end;
  NumberScale     scale, rate;
  double          width, left, column, numbers, rates, bar;
} Matrix;

/* What stands behind the number of the year that is looked at. */
static guint
rate_of (const Matrix *matrix)
{
  return matrix->is_split ? 2 : 1;
}

/* 量化 85%, 每百个指标 3.9; "" where nothing is known.  Newly allocated. */
static char *
rate_text (const Matrix *matrix, gint64 value)
{
  g_autofree char *number = number_write (value, &matrix->rate);

  if (value == DB_NULL)
    return g_strdup ("");
  return g_strdup_printf (matrix->is_split ? "量化 %s%%" : "每百个指标 %s", number);
}

static void
measure (Matrix *matrix)
{
  gint64           most = chart_most (matrix->chart, 0);
  g_autofree char *widest = NULL;

  matrix->scale = number_scale_plain (NULL, 0);
  matrix->rate = number_scale_plain (NULL, matrix->is_split ? 0 : 1);
  for (guint year = 0; matrix->is_split && year < matrix->overview->years->len; year++)
    most = MAX (most, chart_sum (matrix->chart, year, 0));
  widest = number_write (most, &matrix->scale);
  matrix->left = matrix->is_split ? GROUPS + LABELS : LABELS;
  matrix->numbers = picture_measure (matrix->picture, &panel_strong, widest) + 2;
  matrix->rates = 0;
  for (guint i = 0; i < matrix->chart->items->len; i++)
    {
      g_autofree char *text =
          rate_text (matrix, chart_value (matrix->chart->items->pdata[i],
                                          matrix->overview->year, rate_of (matrix)));

      matrix->rates = MAX (matrix->rates,
                           picture_measure (matrix->picture, &panel_small, text) + 2);
    }
  matrix->column =
      (matrix->width - matrix->left - matrix->rates) / (matrix->end - matrix->first);
  matrix->bar = MAX (matrix->column - matrix->numbers - 2 * GAP, 4);
}

static void
draw_bar (Matrix *matrix, const ChartItem *item, guint year, double x, double y)
{
  double      most = (double) chart_most (matrix->chart, 0);
  double      whole = (double) chart_value (item, year, 0);
  double      part = matrix->is_split ? (double) chart_value (item, year, 1) : whole;
  double      length = matrix->bar * whole / most, full = matrix->bar * part / most;
  PictureTone tone = panel_tone (matrix->overview, year);

  if (whole <= 0 || most <= 0)
    return;
  if (full > 0)
    picture_bar (matrix->picture, tone, FALSE, x, y + 3, MAX (full, 0.8), BAR);
  if (length > full)
    picture_bar (matrix->picture, tone, TRUE, x + full, y + 3, MAX (length - full, 0.8),
                 BAR);
}

static void
draw_cell (Matrix *matrix, const ChartItem *item, guint year, double y)
{
  double           x = matrix->left + matrix->column * (year - matrix->first);
  g_autofree char *text = number_write (chart_value (item, year, 0), &matrix->scale);
  PictureType      type = panel_number;

  if (year != matrix->overview->year)
    type.tone = TONE_DIM;
  picture_write (matrix->picture, x, y, matrix->numbers, &type, text);
  draw_bar (matrix, item, year, x + matrix->numbers + GAP, y);
  picture_link (matrix->picture, chart_cell (item, year), x, y - 0.5,
                matrix->column - GAP / 2, ROW,
                panel_name (matrix->overview, matrix->chart, item, year));
}

static void
draw_rate (Matrix *matrix, gint64 value, double y)
{
  g_autofree char *text = rate_text (matrix, value);
  PictureType      type = panel_small;

  type.align = PICTURE_RIGHT;
  if (*text != '\0')
    picture_write (matrix->picture, matrix->width - matrix->rates, y + 1.5,
                   matrix->rates, &type, text);
}

static void
draw_item (Matrix *matrix, const ChartItem *item, double y)
{
  if (!matrix->is_split)
    panel_sign (matrix->picture, item, y);
  picture_write (matrix->picture, matrix->is_split ? GROUPS : PANEL_SIGN, y,
                 matrix->is_split ? LABELS - 4 : LABELS - PANEL_SIGN - 4, &panel_text,
                 item->label);
  for (guint year = matrix->first; year < matrix->end; year++)
    draw_cell (matrix, item, year, y);
  draw_rate (matrix, chart_value (item, matrix->overview->year, rate_of (matrix)), y);
}

static double
draw_heads (Matrix *matrix, double y)
{
  if (matrix->end - matrix->first < 2)
    return y;
  for (guint year = matrix->first; year < matrix->end; year++)
    {
      g_autofree char *title =
          overview_year_title (g_array_index (matrix->overview->years, int, year));
      double      x = matrix->left + matrix->column * (year - matrix->first);
      PictureType type = panel_small;

      if (year == matrix->overview->year)
        type.tone = TONE_INK, type.is_bold = TRUE;
      picture_write (matrix->picture, x + matrix->numbers + GAP, y, matrix->column,
                     &type, title);
      type.align = PICTURE_RIGHT;
      if (type.is_bold)
        picture_write (matrix->picture, matrix->width - matrix->rates, y, matrix->rates,
                       &type, title);
    }
  return y + 12;
}

/* All of a year: the totals are no bars, they would dwarf the others. */
static double
draw_sums (Matrix *matrix, double y)
{
  const ChartItem *quantified =
      matrix->overview->charts[CHART_TOTALS].items->pdata[CHART_TOTAL_QUANTIFIED];

  picture_line (matrix->picture, TONE_FAINT, 0.8, 0, y + 1, matrix->width, y + 1);
  y += 3;
  picture_write (matrix->picture, 0, y, matrix->left - 4, &panel_text, "合计");
  for (guint year = matrix->first; year < matrix->end; year++)
    {
      double           x = matrix->left + matrix->column * (year - matrix->first);
      g_autofree char *text =
          number_write (chart_sum (matrix->chart, year, 0), &matrix->scale);
      PictureType type = panel_strong;

      if (year != matrix->overview->year)
        type.tone = TONE_DIM;
      picture_write (matrix->picture, x, y, matrix->numbers, &type, text);
    }
  draw_rate (matrix, chart_value (quantified, matrix->overview->year, 0), y);
  return y + ROW;
}

void
panel_matrix (Picture *picture, const Overview *overview, ChartKind kind, double width)
{
  const Chart *chart = &overview->charts[kind];
  Matrix matrix = { picture, overview, chart, kind == CHART_KINDS, .width = width };
  const char *group = NULL;
  double      y;

  if (chart->items->len == 0)
    return;
  panel_years (overview, width, &matrix.first, &matrix.end);
  picture_begin (picture, chart->title, width);
  y = panel_title (picture, chart->title,
                   matrix.is_split ? "实心：目标是数字或日期；斜线：文字或空白"
                                   : "没有豁免的，一处算一个",
                   width);
  measure (&matrix);
  y = draw_heads (&matrix, y);
  for (guint i = 0; i < chart->items->len; i++, y += ROW)
    {
      const ChartItem *item = chart->items->pdata[i];

      if (item->group != NULL && g_strcmp0 (item->group, group) != 0)
        {
          PictureType type = panel_text;

          y += group != NULL ? 4 : 0;
          type.tone = TONE_DIM;
          group = item->group;
          picture_write (picture, 0, y, GROUPS, &type, group);
        }
      draw_item (&matrix, item, y);
    }
  if (matrix.is_split)
    y = draw_sums (&matrix, y);
  picture_end (picture, y);
}
