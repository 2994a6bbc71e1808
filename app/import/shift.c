/* app/import/shift.c — rows of indicators whose cells stand one column off.
 *
 * The name of a first level in the column of second levels, or a sign (≥) beside its
 * column, tells that a row was moved.
 */

#include "app/import/shift.h"

#include "app/fold.h"
#include "app/import/label.h"

#include <string.h>

static const BlockCell *
cell_in (BlockCell **row, guint n, guint col)
{
  return col < n && !cell_is_blank (row[col]) ? row[col] : NULL;
}

static gboolean
is_operator (BlockCell **row, guint n, guint col)
{
  const BlockCell *cell = cell_in (row, n, col);

  return cell != NULL && label_is_operator (cell->text);
}

/* Everything behind col moves left by one; what stood in col is lost, so it is blank.
 */
static void
close_gap (BlockCell **row, guint n, guint col)
{
  memmove (row + col, row + col + 1, (n - col - 1) * sizeof *row);
  row[n - 1] = NULL;
}

/* Everything from col on moves right by one; the last place must be free. */
static void
open_gap (BlockCell **row, guint n, guint col)
{
  memmove (row + col + 1, row + col, (n - col - 1) * sizeof *row);
  row[col] = NULL;
}

/* 满意度指标 among the second levels, nothing among the first. */
static gboolean
levels_stand_right (BlockCell **row, guint n, const TargetColumns *columns)
{
  const BlockCell *level1 = cell_in (row, n, columns->at[COLUMN_LEVEL1]);
  const BlockCell *level2 = cell_in (row, n, columns->at[COLUMN_LEVEL2]);
  const BlockCell *name = cell_in (row, n, columns->at[COLUMN_NAME]);
  g_autofree char *folded = NULL, *named = NULL;

  if (columns->at[COLUMN_LEVEL1] >= n || level1 != NULL || level2 == NULL ||
      !label_is_level1_name (level2->text))
    return FALSE;
  /* 成本指标 is the name of a first level and of a second, and indicators are often
   * named after their second level */
  if (!label_is_level2_name (level2->text))
    return TRUE;
  if (name == NULL || !label_is_level2_name (name->text))
    return FALSE;
  folded = fold (level2->text);
  named = fold (name->text);
  return !g_str_equal (folded, named);
}

/* 数量指标 among the first levels, no level among the second. */
static gboolean
levels_stand_left (BlockCell **row, guint n, const TargetColumns *columns)
{
  const BlockCell *level1 = cell_in (row, n, columns->at[COLUMN_LEVEL1]);
  const BlockCell *level2 = cell_in (row, n, columns->at[COLUMN_LEVEL2]);

  return level1 != NULL && level2 != NULL && label_is_level2_name (level1->text) &&
         !label_is_level1_name (level1->text) && !label_is_level2_name (level2->text) &&
         !label_is_level1_name (level2->text);
}

static gboolean
is_free (BlockCell **row, guint n, guint col)
{
  return col >= n || cell_is_blank (row[col]);
}

/* The blank cell nearest to the left of col or in it; n when there is none. */
static guint
blank_before (BlockCell **row, guint n, guint col)
{
  for (guint i = col + 1; i-- > 0;)
    if (cell_is_blank (row[i]))
      return i;
  return n;
}

Shift
shift_repair (BlockCell **row, guint n, const TargetColumns *columns)
{
  guint sign = columns->at[COLUMN_OPERATOR], gap;
  guint last = columns->at[COLUMN_BASIS] < n ? columns->at[COLUMN_BASIS] : n - 1;

  if (levels_stand_right (row, n, columns))
    {
      close_gap (row, n, columns->at[COLUMN_LEVEL1]);
      return SHIFT_RIGHT;
    }
  if (levels_stand_left (row, n, columns) && is_free (row, n, last))
    {
      open_gap (row, n, columns->at[COLUMN_LEVEL1]);
      return SHIFT_LEFT;
    }
  if (sign >= n || is_operator (row, n, sign))
    return SHIFT_NONE;
  if (is_operator (row, n, columns->at[COLUMN_VALUE]))
    {
      gap = blank_before (row, n, sign);
      if (gap < n)
        close_gap (row, n, gap);
      return gap < n ? SHIFT_RIGHT : SHIFT_NONE;
    }
  if (is_operator (row, n, columns->at[COLUMN_CRITERION]) && is_free (row, n, last))
    {
      open_gap (row, n, columns->at[COLUMN_CRITERION]);
      return SHIFT_LEFT;
    }
  return SHIFT_NONE;
}
