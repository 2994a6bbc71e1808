/* app/overview/kind.h — the kinds of targets in the order of a printed table. */

#pragma once

#include <glib.h>

/* part and kind as in the view overview_kind, the titles for people. */
typedef struct {
  const char *part, *kind, *part_title, *title;
} OverviewKind;

extern const OverviewKind overview_kinds[];
extern const guint        overview_n_kinds;
