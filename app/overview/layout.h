/* app/overview/layout.h — 汇总 as a picture. */

#pragma once

#include "app/overview/picture.h"

/* A page of paper, in points, and its margin. */
#define LAYOUT_PAPER_WIDTH  595.0
#define LAYOUT_PAPER_HEIGHT 842.0
#define LAYOUT_MARGIN       42.0

/* For a window: all on one page so wide, the height as it comes; money beside targets
 * where there is room for both.  The overview must stay, it lends the links.  */
Picture *layout_for_width (const Overview *overview, double width);

/* For paper: pages of A4. */
Picture *layout_for_paper (const Overview *overview);
