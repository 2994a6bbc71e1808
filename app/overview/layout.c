/* app/overview/layout.c — 汇总 as a picture: the panels in their order, placed. */

#include "app/overview/layout.h"
#include "app/overview/panel.h"

#define GAP     20.0
#define COLUMNS 36.0  /* between two columns */
#define WIDE    780.0 /* from here on there are two */

/* Where the next panel goes. */
typedef struct {
  double x, y;
} Place;

static void
place (PicturePanel *panel, Place *at)
{
  panel->x = at->x;
  panel->y = at->y;
  at->y += panel->height + GAP;
}

/* What the money does, and what is wanted for it. */
static void
draw_money (Picture *picture, const Overview *overview, double width)
{
  panel_rows (picture, overview, CHART_UNITS, width);
  panel_rows (picture, overview, CHART_SIZES, width);
  panel_rows (picture, overview, CHART_LARGEST, width);
  panel_curve (picture, overview, width);
}

static void
draw_targets (Picture *picture, const Overview *overview, double width)
{
  panel_matrix (picture, overview, CHART_KINDS, width);
  panel_matrix (picture, overview, CHART_SEVERITIES, width);
  panel_rows (picture, overview, CHART_RULES, width);
}

Picture *
layout_for_width (const Overview *overview, double width)
{
  Picture *picture = picture_new (width);
  double   inner = width - 2 * LAYOUT_MARGIN / 2;
  gboolean is_wide = inner >= WIDE;
  double   part = is_wide ? (inner - COLUMNS) / 2 : inner;
  Place    left = { LAYOUT_MARGIN / 2, LAYOUT_MARGIN / 2 }, right;
  guint    first;

  panel_head (picture, overview, inner);
  place (picture->panels->pdata[0], &left);
  right = (Place){ left.x + part + COLUMNS, left.y };
  draw_money (picture, overview, part);
  first = picture->panels->len;
  draw_targets (picture, overview, part);
  for (guint i = 1; i < picture->panels->len; i++)
    place (picture->panels->pdata[i], is_wide && i >= first ? &right : &left);
  picture->height = MAX (left.y, right.y) + LAYOUT_MARGIN / 2 - GAP;
  picture->pages = 1;
  return picture;
}

Picture *
layout_for_paper (const Overview *overview)
{
  Picture *picture = picture_new (LAYOUT_PAPER_WIDTH);
  double   width = LAYOUT_PAPER_WIDTH - 2 * LAYOUT_MARGIN;
  double   end = LAYOUT_PAPER_HEIGHT - LAYOUT_MARGIN;
  Place    at = { LAYOUT_MARGIN, LAYOUT_MARGIN };
  guint    page = 0;

  panel_head (picture, overview, width);
  draw_money (picture, overview, width);
  draw_targets (picture, overview, width);
  for (guint i = 0; i < picture->panels->len; i++)
    {
      PicturePanel *panel = picture->panels->pdata[i];

      if (at.y + panel->height > end && at.y > LAYOUT_MARGIN)
        {
          page++;
          at.y = LAYOUT_MARGIN;
        }
      place (panel, &at);
      panel->page = page;
    }
  picture->height = LAYOUT_PAPER_HEIGHT;
  picture->pages = page + 1;
  return picture;
}
