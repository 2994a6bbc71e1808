/* app/compare/bar.h — which way a target moved: the direction of an indicator decides
 * what is harder to reach.
 */

#pragma once

#include "db/indicator.h"

typedef enum {
  BAR_UNKNOWN, /* not two numbers of one unit, or no direction */
  BAR_SAME,
  BAR_LOWERED, /* easier to reach than before */
  BAR_RAISED,
} BarMove;

/* ≥ and > want more, ≤ and < less; = wants less of a cost and more of everything else,
 * where the number is no plan of a date.  */
BarMove bar_compare (const Indicator *before, const Indicator *after);

/* Whether both targets are numbers of different units. */
gboolean bar_unit_changed (const Indicator *before, const Indicator *after);
