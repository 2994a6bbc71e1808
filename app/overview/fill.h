/* app/overview/fill.h — the charts of an overview, from its figures. */

#pragma once

#include "app/overview/overview.h"

/* The place of a year among those of the overview; their number: it has none. */
guint overview_place (const Overview *self, int year);

/* Everything else of the overview is there. */
void overview_fill (Overview *self);
