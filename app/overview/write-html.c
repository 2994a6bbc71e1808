/* app/overview/write-html.c — 汇总 as a page: the picture, over it what leads to the
 * numbers, and the numbers as tables below.
 */

#include "app/decimal.h"
#include "app/html-put.h"
#include "app/overview/write.h"

#define WIDTH 1000.0

static const char page_head[] =
    "<style>\n"
    "body { font: 15px/1.6 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif;"
    " max-width: 66em; margin: 0 auto; padding: 1em; color: #1a1c20; }\n"
    ".picture { position: relative; } .picture svg { width: 100%; height: auto;"
    " display: block; }\n"
    ".picture .links { position: absolute; inset: 0; }\n"
    ".links rect { fill: transparent; } .links a:hover rect, .links a:focus rect"
    " { fill: #1a5f9e22; stroke: #1a5f9e; }\n"
    "h2 { font-size: 1.1em; margin: 2em 0 .4em; }\n"
    "table { border-collapse: collapse; }\n"
    "th, td { border-bottom: 1px solid #d8dade; padding: .2em .8em; text-align: left;"
    " font-weight: normal; }\n"
    "td { text-align: right; font-variant-numeric: tabular-nums; }\n"
    "tr:target { background: #fff3c4; }\n"
    "@media print { .links, .numbers { display: none; } }\n"
    "</style>\n</head>\n<body>\n";

/* The place of a row among the tables: chart and item. */
static char *
anchor_of (guint chart, guint item)
{
  return g_strdup_printf ("n%u-%u", chart, item);
}

static gboolean
is_link_of (const PictureMark *mark, const ChartCell *cell)
{
  return cell->is_link && cell->link.topic == mark->link.topic &&
         cell->link.year == mark->link.year && cell->link.id == mark->link.id &&
         g_strcmp0 (cell->link.key, mark->link.key) == 0 &&
         g_strcmp0 (cell->link.group, mark->link.group) == 0;
}

/* The row that a mark draws: of its own panel. */
static char *
target_of (const Overview *self, const PicturePanel *panel, const PictureMark *mark)
{
  for (guint i = 0; i < CHARTS; i++)
    for (guint k = 0; k < self->charts[i].items->len; k++)
      for (guint year = 0; year < self->years->len; year++)
        {
          const ChartItem *item = self->charts[i].items->pdata[k];

          if ((i == CHART_TOTALS ||
               g_strcmp0 (self->charts[i].title, panel->title) == 0) &&
              is_link_of (mark, chart_cell (item, year)) &&
              g_str_has_prefix (mark->name, item->label))
            return anchor_of (i, k);
        }
  return NULL;
}

static void
put_links (GString *html, const Overview *self, const Picture *picture)
{
  g_string_append_printf (html,
                          "<svg class=\"links\" viewBox=\"0 0 %.0f %.0f\" "
                          "aria-hidden=\"true\">\n",
                          picture->width, picture->height);
  for (guint i = 0; i < picture->panels->len; i++)
    {
      const PicturePanel *panel = picture->panels->pdata[i];

      for (guint k = 0; k < panel->marks->len; k++)
        {
          const PictureMark *mark = &g_array_index (panel->marks, PictureMark, k);
          g_autofree char   *target = target_of (self, panel, mark);

          if (target == NULL)
            continue;
          g_string_append_printf (html,
                                  "<a href=\"#%s\"><rect x=\"%.1f\" y=\"%.1f\" "
                                  "width=\"%.1f\" height=\"%.1f\">",
                                  target, panel->x + mark->x, panel->y + mark->y,
                                  mark->width, mark->height);
          html_put (html, "<title>%s</title></rect></a>\n", mark->name);
        }
    }
  g_string_append (html, "</svg>\n");
}

static void
put_heads (GString *html, const Overview *self, const Chart *chart)
{
  g_string_append (html, "<thead><tr><th></th>");
  for (guint year = 0; year < self->years->len; year++)
    {
      g_autofree char *title =
          overview_year_title (g_array_index (self->years, int, year));

      for (guint m = 0; m < CHART_MEASURES && chart->measures[m].title != NULL; m++)
        html_put (html, "<th scope=\"col\">%s %s%s%s%s</th>", title,
                  chart->measures[m].title, chart->measures[m].unit ? "（" : "",
                  chart->measures[m].unit ? chart->measures[m].unit : "",
                  chart->measures[m].unit ? "）" : "");
    }
  g_string_append (html, "</tr></thead>\n");
}

static void
put_item (GString *html, const Overview *self, const Chart *chart, guint place)
{
  const ChartItem *item = chart->items->pdata[place];
  g_autofree char *anchor = anchor_of (chart->kind, place);

  html_put (html, "<tr id=\"%s\"><th scope=\"row\">%s%s%s%s%s</th>", anchor,
            item->group ? item->group : "", item->group ? " " : "", item->label,
            item->unit ? "，" : "", item->unit ? item->unit : "");
  for (guint year = 0; year < self->years->len; year++)
    for (guint m = 0; m < CHART_MEASURES && chart->measures[m].title != NULL; m++)
      {
        gint64           value = chart_value (item, year, m);
        g_autofree char *number = value != DB_NULL ? decimal_write (value) : NULL;

        html_put (html, "<td>%s</td>", number ? number : "");
      }
  g_string_append (html, "</tr>\n");
}

static void
put_chart (GString *html, const Overview *self, const Chart *chart)
{
  if (chart->items->len == 0)
    return;
  html_put (html, "<h2>%s</h2>\n<table>\n", chart->title);
  put_heads (html, self, chart);
  g_string_append (html, "<tbody>\n");
  for (guint i = 0; i < chart->items->len; i++)
    put_item (html, self, chart, i);
  g_string_append (html, "</tbody>\n</table>\n");
  if (chart->note != NULL)
    html_put (html, "<p>%s</p>\n", chart->note);
}

char *
overview_html (const Overview *self)
{
  g_autoptr (Picture) picture = layout_for_width (self, WIDTH);
  g_autofree char *svg = overview_svg (picture, 0);
  g_autofree char *title = overview_title (self);
  GString         *html = g_string_new (
              "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
                      "<meta name=\"viewport\" content=\"width=device-width\">\n");

  html_put (html, "<title>%s</title>\n", title);
  g_string_append (html, page_head);
  html_put (html, "<div class=\"picture\" role=\"img\" aria-label=\"%s\">\n", title);
  g_string_append (html, svg != NULL ? svg : "");
  put_links (html, self, picture);
  g_string_append (html, "</div>\n<div class=\"numbers\">\n");
  for (guint i = 0; i < CHARTS; i++)
    put_chart (html, self, &self->charts[i]);
  g_string_append (html, "</div>\n</body>\n</html>\n");
  return g_string_free (html, FALSE);
}
