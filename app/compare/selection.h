/* app/compare/selection.h — which part of a comparison is shown, and in what order. */

#pragma once

#include "app/compare/comparison.h"

typedef struct {
  gboolean kinds[COMPARISON_N_KINDS]; /* rows and tables of these kinds */
  gboolean only_remarked;             /* … about which there is a remark */
  gboolean only_moved;                /* … that stand elsewhere now */
  gboolean by_size;                   /* the largest change first, else as printed */
} ComparisonSelection;

/* Everything that changed. */
extern const ComparisonSelection comparison_changes;

gboolean comparison_takes_row (const ComparisonSelection *self,
                               const RowComparison       *row);

/* The tables with something to show: TableComparison *, lent; free the array. */
GPtrArray *comparison_tables (const ComparisonSelection *self,
                              const Comparison          *comparison);
