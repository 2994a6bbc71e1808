/* app/overview/panel.c — what the panels of a picture share, and the one that heads it.
 */

#include "app/overview/panel.h"
#include "app/check/check.h"
#include "app/overview/number.h"

#define ROW        12.0
#define YEAR_WIDTH 80.0 /* of a panel, for each of the years that it shows */
#define MOST_YEARS 6

const PictureType panel_text = { 9, TONE_INK, FALSE, PICTURE_LEFT, 1 };
const PictureType panel_number = { 9, TONE_INK, FALSE, PICTURE_RIGHT, 1 };
const PictureType panel_small = { 7.5, TONE_DIM, FALSE, PICTURE_LEFT, 1 };
const PictureType panel_strong = { 9, TONE_INK, TRUE, PICTURE_RIGHT, 1 };

static const PictureType title_type = { 11, TONE_INK, TRUE, PICTURE_LEFT, 1 };

void
panel_years (const Overview *overview, double width, guint *first, guint *end)
{
  guint most = (guint) CLAMP (width / YEAR_WIDTH, 2, MOST_YEARS);
  guint n = MIN (overview->years->len, most);

  *end = MIN (overview->years->len, MAX (overview->year + 1, n));
  if (overview->years->len - overview->year <= n)
    *end = overview->years->len;
  *first = *end - n;
}

PictureTone
panel_tone (const Overview *overview, guint year)
{
  return year == overview->year ? TONE_ACCENT : TONE_GREY;
}

double
panel_title (Picture *picture, const char *title, const char *note, double width)
{
  double wide = picture_measure (picture, &title_type, title) + 10;
  double high;

  picture_line (picture, TONE_FAINT, 0.8, 0, 0, width, 0);
  high = 6 + picture_write (picture, 0, 6, width, &title_type, title);
  if (note != NULL)
    picture_write (picture, wide, 9, MAX (width - wide, 1), &panel_small, note);
  return high + 5;
}

void
panel_sign (Picture *picture, const ChartItem *item, double y)
{
  const char *severity = NULL;

  for (guint i = 0; i < item->cells->len; i++)
    if (chart_cell (item, i)->is_link)
      severity = chart_cell (item, i)->link.group;
  picture_write (picture, 0, y + 1, PANEL_SIGN, &panel_small,
                 check_severity_sign (severity));
}

char *
panel_name (const Overview *overview, const Chart *chart, const ChartItem *item,
            guint year)
{
  g_autofree char *title =
      overview_year_title (g_array_index (overview->years, int, year));
  g_autoptr (GString) name = g_string_new (NULL);

  g_string_append_printf (name, "%s，%s", item->label, title);
  for (guint i = 0; i < CHART_MEASURES && chart->measures[i].title != NULL; i++)
    {
      g_autofree char *text = chart_text (chart, item, year, i);

      if (text != NULL)
        g_string_append_printf (name, "，%s", text);
    }
  return g_string_free (g_steal_pointer (&name), FALSE);
}

static NumberScale
scale_of (const Chart *chart, guint place)
{
  const ChartItem *item = chart->items->pdata[place];
  gint64           most = 0;

  for (guint i = 0; i < item->cells->len; i++)
    most = MAX (most, chart_value (item, i, 0));
  if (place == CHART_TOTAL_MONEY)
    return number_scale_money (most);
  return number_scale_plain (item->unit, g_strcmp0 (item->unit, "%") == 0 ? 1 : 0);
}

static gint64
most_of (const ChartItem *item)
{
  gint64 most = 0;

  for (guint i = 0; i < item->cells->len; i++)
    most = MAX (most, chart_value (item, i, 0));
  return most;
}

/* 2024　1,948 ▇▇▇▇, a line a year: the same scale for all. */
static double
draw_years (Picture *picture, const Overview *overview, const ChartItem *item,
            const NumberScale *scale, double x, double y, double width)
{
  const Chart *chart = &overview->charts[CHART_TOTALS];
  double       most = (double) most_of (item), numbers = 0, labels = 24;
  PictureType  label = panel_small, number = panel_small;
  guint        first, end;

  number.align = PICTURE_RIGHT;
  panel_years (overview, MOST_YEARS * YEAR_WIDTH, &first, &end);
  for (guint i = first; i < end; i++)
    {
      g_autofree char *text = number_write (chart_value (item, i, 0), scale);

      numbers = MAX (numbers, picture_measure (picture, &number, text) + 1);
    }
  for (guint i = first; i < end; i++, y += ROW)
    {
      int              year = g_array_index (overview->years, int, i);
      g_autofree char *title =
          year != 0 ? g_strdup_printf ("%d", year) : g_strdup ("—");
      g_autofree char *text = number_write (chart_value (item, i, 0), scale);
      double           left = x + labels + numbers + 5, bar = x + width - left;
      double           value = (double) MAX (chart_value (item, i, 0), 0);

      label.tone = number.tone = i == overview->year ? TONE_INK : TONE_DIM;
      picture_write (picture, x, y, labels, &label, title);
      picture_write (picture, x + labels, y, numbers, &number, text);
      if (most > 0 && value > 0)
        picture_bar (picture, panel_tone (overview, i), FALSE, left, y + 2,
                     MAX (bar * value / most, 0.8), 7);
      picture_link (picture, chart_cell (item, i), x, y - 1, width, ROW,
                    panel_name (overview, chart, item, i));
    }
  return y;
}

/* One number, large, what it counts above it and what became of it below. */
static double
draw_total (Picture *picture, const Overview *overview, guint place, double x, double y,
            double width)
{
  static const PictureType large = { 17, TONE_INK, TRUE, PICTURE_LEFT, 1 };
  const Chart             *chart = &overview->charts[CHART_TOTALS];
  const ChartItem         *item = chart->items->pdata[place];
  NumberScale              scale = scale_of (chart, place);
  g_autofree char *text = number_write (chart_value (item, overview->year, 0), &scale);
  g_autofree char *change = NULL;
  double           wide, top = y;

  y += picture_write (picture, x, y, width, &panel_small, item->label);
  wide = MIN (picture_measure (picture, &large, text) + 0.5, width - 16);
  picture_write (picture, x, y - 1, wide, &large, text);
  picture_write (picture, x + wide + 2, y + 10.5, width - wide - 2, &panel_small,
                 scale.unit);
  y += 25;
  if (overview->year > 0 && g_strcmp0 (item->unit, "%") != 0)
    {
      g_autofree char *year = overview_earlier_title (overview);

      change = number_change (chart_value (item, overview->year - 1, 0),
                              chart_value (item, overview->year, 0), year);
    }
  if (change != NULL)
    picture_write (picture, x, y, width, &panel_small, change);
  picture_link (picture, chart_cell (item, overview->year), x, top, width, y - top,
                panel_name (overview, chart, item, overview->year));
  y += overview->years->len > 1 ? 14 : 0;
  return overview->years->len > 1
             ? draw_years (picture, overview, item, &scale, x, y, width)
             : y;
}

static char *
subtitle (const Overview *self)
{
  static const struct {
    const char *stage, *title;
  } stages[] = { { "draft1", "一上" },
                 { "draft2", "二上" },
                 { "approved", "批复" },
                 { "adjusted", "调整" } };

  for (gsize i = 0; i < G_N_ELEMENTS (stages); i++)
    if (g_strcmp0 (self->stage, stages[i].stage) == 0)
      return g_strdup (stages[i].title);
  return g_strdup_printf ("%u 份文本", self->texts);
}

void
panel_head (Picture *picture, const Overview *overview, double width)
{
  static const PictureType heading = { 18, TONE_INK, TRUE, PICTURE_LEFT, 2 };
  const Chart             *chart = &overview->charts[CHART_TOTALS];
  g_autofree char         *title = overview_title (overview);
  g_autofree char *stage = overview->years->len > 0 ? subtitle (overview) : NULL;
  double           y = 0, bottom = 0, gap = 18;
  double           part = (width + gap) / MAX (chart->items->len, 1);

  picture_begin (picture, "总数", width);
  y += picture_write (picture, 0, y, width, &heading, title) + 2;
  if (stage != NULL)
    y += picture_write (picture, 0, y, width, &panel_small, stage) + 10;
  else
    y += picture_write (
             picture, 0, y + 20, width, &panel_text,
             "还没有文本。导入或新建以后，这里汇总各年度的资金、指标和问题。") +
         40;
  for (guint i = 0; i < chart->items->len; i++)
    {
      double end = draw_total (picture, overview, i, part * i, y, part - gap);

      bottom = MAX (bottom, end);
    }
  picture_end (picture, MAX (bottom, y) + 2);
}
