/* app/compare/bar.c — which way a target moved. */

#include "app/compare/bar.h"
#include "app/reading/level.h"
#include "app/reading/target.h"

static void
read_target (Target *target, const Indicator *row)
{
  target_read (target, row->operator_text, row->value_text, row->unit_text);
}

/* 1: more is better, -1: less is. */
static int
direction_of (const Target *target, const Indicator *row)
{
  gboolean    is_alias;
  const char *level1 = level1_read (row->level1, &is_alias);
  const char *level2 = level2_read (row->level2);

  if (g_strcmp0 (target->sign, "≥") == 0 || g_strcmp0 (target->sign, ">") == 0)
    return 1;
  if (g_strcmp0 (target->sign, "≤") == 0 || g_strcmp0 (target->sign, "<") == 0)
    return -1;
  if (g_strcmp0 (level1, "cost") == 0 || g_strcmp0 (level2, "cost") == 0)
    return -1;
  return 1;
}

BarMove
bar_compare (const Indicator *before, const Indicator *after)
{
  g_auto (Target) old = { 0 }, new = { 0 };
  int direction;

  read_target (&old, before);
  read_target (&new, after);
  if (old.kind != TARGET_NUMBER || new.kind != TARGET_NUMBER ||
      g_strcmp0 (old.unit, new.unit) != 0)
    return BAR_UNKNOWN;
  direction = direction_of (&new, after);
  if (direction != direction_of (&old, before))
    return BAR_UNKNOWN;
  if (old.number_e6 == new.number_e6)
    return BAR_SAME;
  return (new.number_e6 > old.number_e6) == (direction > 0) ? BAR_RAISED : BAR_LOWERED;
}

gboolean
bar_unit_changed (const Indicator *before, const Indicator *after)
{
  g_auto (Target) old = { 0 }, new = { 0 };

  read_target (&old, before);
  read_target (&new, after);
  return old.kind == TARGET_NUMBER &&
         new.kind == TARGET_NUMBER &&g_strcmp0 (old.unit, new.unit) != 0;
}
