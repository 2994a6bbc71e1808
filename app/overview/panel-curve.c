/* app/overview/panel-curve.c — the plan: what share of the money is to be spent by
 * when, a small curve a year.
 */

#include "app/decimal.h"
#include "app/overview/number.h"
#include "app/overview/panel.h"

#define HEIGHT 96.0
#define GAP    20.0
#define MONTHS 12

/* The curve under way. */
typedef struct {
  Picture        *picture;
  const Overview *overview;
  const Chart    *chart;
  guint           year;
  double          x, y, width; /* of the field */
} Curve;

static double
x_of (const Curve *curve, gint64 month)
{
  return curve->x + curve->width * (double) month / MONTHS;
}

static double
y_of (const Curve *curve, gint64 percent_e6)
{
  double share =
      (double) CLAMP (percent_e6, 0, 110 * DECIMAL_ONE) / (100 * DECIMAL_ONE);

  return curve->y + HEIGHT * (1 - share);
}

static void
draw_field (const Curve *curve)
{
  picture_line (curve->picture, TONE_GREY, 0.6, curve->x, curve->y + HEIGHT,
                curve->x + curve->width, curve->y + HEIGHT);
  picture_line (curve->picture, TONE_FAINT, 0.6, curve->x, curve->y,
                curve->x + curve->width, curve->y);
  picture_dots (curve->picture, TONE_GREY, curve->x, curve->y + HEIGHT,
                curve->x + curve->width, curve->y);
}

/* The number stands above the line, where the line does not go. */
static void
draw_label (const Curve *curve, const ChartItem *item, gint64 month, gint64 percent_e6)
{
  NumberScale      scale = number_scale_plain ("%", 0);
  g_autofree char *number = number_write (percent_e6, &scale);
  g_autofree char *text = g_strconcat (number, "%", NULL);
  g_autofree char *when = g_strdup_printf ("%d", (int) month);
  PictureType      type = panel_small;
  double           wide = picture_measure (curve->picture, &type, text) + 1;
  double           x = x_of (curve, month), y = y_of (curve, percent_e6);

  type.tone = curve->year == curve->overview->year ? TONE_INK : TONE_DIM;
  type.align = PICTURE_RIGHT;
  picture_write (curve->picture, MAX (x - wide - 2, curve->x), y - 11.5, wide, &type,
                 text);
  type.align = PICTURE_CENTRE;
  type.tone = TONE_DIM;
  picture_write (curve->picture, x - 12, curve->y + HEIGHT + 2, 24, &type, when);
  picture_link (curve->picture, chart_cell (item, curve->year), x - 7, y - 7, 14, 14,
                panel_name (curve->overview, curve->chart, item, curve->year));
}

static void
draw_curve (const Curve *curve)
{
  PictureTone tone = panel_tone (curve->overview, curve->year);
  double      x = curve->x, y = curve->y + HEIGHT;

  for (guint i = 0; i < curve->chart->items->len; i++)
    {
      const ChartItem *item = curve->chart->items->pdata[i];
      const ChartCell *cell = chart_cell (item, curve->year);

      if (cell->values[0] == DB_NULL)
        continue;
      picture_line (curve->picture, tone, 1.6, x, y, x_of (curve, cell->link.id),
                    y_of (curve, cell->values[0]));
      x = x_of (curve, cell->link.id);
      y = y_of (curve, cell->values[0]);
    }
  for (guint i = 0; i < curve->chart->items->len; i++)
    {
      const ChartItem *item = curve->chart->items->pdata[i];
      const ChartCell *cell = chart_cell (item, curve->year);

      if (cell->values[0] == DB_NULL)
        continue;
      picture_point (curve->picture, tone, 2.4, x_of (curve, cell->link.id),
                     y_of (curve, cell->values[0]));
      draw_label (curve, item, cell->link.id, cell->values[0]);
    }
}

static gboolean
has_plan (const Chart *chart, guint year)
{
  for (guint i = 0; i < chart->items->len; i++)
    if (chart_value (chart->items->pdata[i], year, 0) != DB_NULL)
      return TRUE;
  return FALSE;
}

void
panel_curve (Picture *picture, const Overview *overview, double width)
{
  const Chart *chart = &overview->charts[CHART_PLAN];
  guint        first, end;
  double       part, y;

  if (chart->items->len == 0)
    return;
  panel_years (overview, width, &first, &end);
  part = (width + GAP) / (end - first);
  picture_begin (picture, chart->title, width);
  y = panel_title (picture, chart->title,
                   "到当月底累计应支出的比例，按金额加权；虚线是全年均匀支出", width) +
      10;
  for (guint i = first; i < end; i++)
    {
      Curve            curve = { picture, overview,  chart, i, part * (i - first),
                                 y + 12,  part - GAP };
      g_autofree char *title =
          overview_year_title (g_array_index (overview->years, int, i));
      PictureType type = panel_small;

      if (i == overview->year)
        type.tone = TONE_INK, type.is_bold = TRUE;
      if (end - first > 1)
        picture_write (picture, curve.x, y - 10, curve.width, &type, title);
      draw_field (&curve);
      if (has_plan (chart, i))
        draw_curve (&curve);
      else
        picture_write (picture, curve.x + 6, curve.y + HEIGHT / 2, curve.width,
                       &panel_small, "没有计划");
    }
  y += HEIGHT + 12 + 14;
  if (chart->note != NULL)
    y += 2 + picture_write (picture, 0, y + 2, width, &panel_small, chart->note);
  picture_end (picture, y);
}
