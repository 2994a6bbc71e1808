/* app/import/wide.c — tables of a row a project, with the levels in columns. */

#include "app/import/wide.h"

#include "app/import/label.h"
#include "app/import/roster.h"
#include "app/import/targets.h"
#include "db/indicator.h"

#define LEAST_LEVELS 3 /* columns of indicators that such a table has */

static gboolean
is_level (const BlockCell *cell)
{
  return cell != NULL && !cell_is_blank (cell) &&
         (label_is_level1_name (cell->text) || label_is_level2_name (cell->text));
}

/* The lowest head over a column that names a level, in two rows at most; NULL: none. */
static BlockCell *
level_over (const Grid *grid, guint row, guint col)
{
  BlockCell *upper = grid_at (grid, row, col), *lower = grid_at (grid, row + 1, col);

  if (is_level (lower) && lower->col == col)
    return lower;
  return is_level (upper) && upper->col == col && upper->col_span == 1 ? upper : NULL;
}

static gboolean
has_name (const Grid *grid, guint row)
{
  const GPtrArray *cells = grid->rows->pdata[row];

  for (guint i = 0; i < cells->len; i++)
    {
      const BlockCell *cell = cells->pdata[i];

      if (cell->row == row && label_of (cell->text) == LABEL_NAME)
        return TRUE;
    }
  return FALSE;
}

/* Whether a row is the heads of a list of projects and their goals, which has no
 * indicators: 项目名称, 预算金额, 绩效目标, and one more that says anything.  */
static gboolean
is_list (const Grid *grid, guint row)
{
  const GPtrArray *cells = grid->rows->pdata[row];
  guint            heads = 0, goals = 0, others = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      const BlockCell *cell = cells->pdata[i];
      Label            label = label_of (cell->text);

      if (cell_is_blank (cell) || label == LABEL_SERIAL)
        continue;
      goals += label == LABEL_GOALS;
      heads += label_is_head (label);
      others += label != LABEL_GOALS && !label_is_head (label);
    }
  return goals == 1 && heads >= 2 && others <= 1;
}

static gboolean
has_labels (const Grid *grid, guint row)
{
  const GPtrArray *cells = row < grid->rows->len ? grid->rows->pdata[row] : NULL;

  for (guint i = 0; cells != NULL && i < cells->len; i++)
    if (label_of (((const BlockCell *) cells->pdata[i])->text) != LABEL_NONE ||
        is_level (cells->pdata[i]))
      return TRUE;
  return cells == NULL;
}

gboolean
wide_is_header (const Grid *grid, guint row)
{
  guint levels = 0;

  if (!has_name (grid, row))
    return FALSE;
  for (guint col = 0; col < grid->n_cols; col++)
    levels += level_over (grid, row, col) != NULL;
  return levels >= LEAST_LEVELS ||
         (levels == 0 && is_list (grid, row) && !has_labels (grid, row + 1));
}

guint
wide_read_header (Recognition *r, guint block, const Grid *grid, guint row)
{
  guint last = row;

  g_array_set_size (r->wide, 0);
  r->is_wide = TRUE;
  for (guint i = 0; i < N_COLUMNS; i++)
    r->columns.at[i] = G_MAXUINT;
  for (guint col = 0; col < grid->n_cols; col++)
    {
      WideColumn column = { .col = col };
      BlockCell *lower = level_over (grid, row, col), *upper = grid_at (grid, row, col);

      if (lower == NULL)
        continue;
      last = MAX (last, lower->row + lower->row_span - 1);
      if (upper != lower && is_level (upper))
        column.level[0] = recognition_cell (r, block, upper);
      column.level[upper != lower || !label_is_level1_name (lower->text)] =
          recognition_cell (r, block, lower);
      for (guint i = 0; i < G_N_ELEMENTS (column.level); i++)
        if (column.level[i].cell != NULL)
          recognition_use (r, &column.level[i]);
      g_array_append_val (r->wide, column);
    }
  roster_read_header (r, block, grid, row, last);
  r->zone = ZONE_TARGETS;
  return last;
}

static void
add_indicators (Recognition *r, const WideColumn *column, const Origin *origin)
{
  g_auto (GStrv) lines = g_strsplit_set (origin_text (origin), "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      Indicator *indicator;

      if (block_is_blank (*line))
        continue;
      indicator = db_record_add (r->project->indicators, &indicator_table);
      if (column->level[0].cell != NULL)
        TAKE (r, indicator_table, indicator, level1, &column->level[0],
              targets_level (column->level[0].cell));
      if (column->level[1].cell != NULL)
        TAKE (r, indicator_table, indicator, level2, &column->level[1],
              targets_level (column->level[1].cell));
      targets_take_both (r, indicator, origin, *line);
    }
}

gboolean
wide_read_row (Recognition *r, guint block, const Grid *grid, guint row)
{
  if (roster_read_between (r, block, grid, row))
    return TRUE;
  if (!roster_begins_project (r, grid, row))
    return FALSE;
  r->project = db_record_add (r->document->projects, &project_table);
  r->project->kind = g_strdup ("project");
  roster_read_row (r, block, grid, row);
  for (guint i = 0; i < r->wide->len; i++)
    {
      const WideColumn *column = &g_array_index (r->wide, WideColumn, i);
      Origin origin = recognition_cell (r, block, grid_at (grid, row, column->col));

      if (!cell_is_blank (origin.cell))
        add_indicators (r, column, &origin);
    }
  return TRUE;
}
