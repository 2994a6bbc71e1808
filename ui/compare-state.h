/* ui/compare-state.h — how a comparison was looked at, kept for each record file. */

#pragma once

#include "app/compare/selection.h"

typedef struct {
  gint64              before, after; /* documents; 0: not chosen */
  ComparisonSelection selection;
  gboolean            is_loose;
} CompareState;

/* path: of the record file.  FALSE: nothing is known of it; state is as it was. */
gboolean ui_compare_state_load (const char *path, CompareState *state,
                                GHashTable *open);

/* open: ids of tables that are unfolded, gint64 *; load adds to it. */
void ui_compare_state_save (const char *path, const CompareState *state,
                            GHashTable *open);
