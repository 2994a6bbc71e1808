/* app/import/roster.c — tables of a row an indicator, with the projects in columns.
 *
 * What belongs to the project is merged over its rows, printed again in each, or left
 * blank below the first.  A row is of another project when its name is another.
 */

#include "app/import/roster.h"

#include "app/fold.h"
#include "app/import/goals.h"
#include "app/import/head.h"
#include "app/read/pattern.h"

#define LONGEST_HEAD 14 /* characters of a head over a column */

/* Heads that are told by a word in them. */
static Label
loose_label (const char *text)
{
  g_autofree char *folded = fold (text);

  if (g_utf8_strlen (folded, -1) > LONGEST_HEAD)
    return LABEL_NONE;
  if (pattern_match ("(?:项目|专项|\\(专项\\)|\\(项目\\))(?:支出)?名称", folded))
    return LABEL_NAME;
  return pattern_match ("绩效目标$|^(?:年度|总体).*目标$", folded) ? LABEL_GOALS
                                                                   : LABEL_NONE;
}

/* 项目金额 over 本级资金 and 上级补助: what stands below a wide head counts. */
static gboolean
says_more_below (const Grid *grid, const BlockCell *head, guint last, guint col)
{
  guint            row = head->row + head->row_span;
  const BlockCell *below = row <= last ? grid_at (grid, row, col) : NULL;

  return head->col_span > 1 && below != NULL && below->col_span < head->col_span &&
         label_is_head (label_of (below->text));
}

/* What the column of a roster says of a project; LABEL_NONE: nothing we know. */
static Label
label_over (const Grid *grid, guint first, guint last, guint col)
{
  Label label = LABEL_NONE;

  for (guint row = first; row <= last && label == LABEL_NONE; row++)
    {
      const BlockCell *cell = grid_at (grid, row, col);

      if (cell == NULL || cell->col != col || cell_is_blank (cell) ||
          says_more_below (grid, cell, last, col))
        continue;
      label = loose_label (cell->text); /* 单位（专项）名称 names projects */
      if (label == LABEL_NONE || label_of (cell->text) == LABEL_LONG_GOALS)
        label = label_of (cell->text);
    }
  return label_is_head (label) || label == LABEL_GOALS || label == LABEL_LONG_GOALS
             ? label
             : LABEL_NONE;
}

gboolean
roster_is_header (const Grid *grid, guint first, guint last)
{
  for (guint col = 0; col < grid->n_cols; col++)
    if (label_over (grid, first, last, col) == LABEL_NAME)
      return TRUE;
  return FALSE;
}

static gboolean
has_column (const Recognition *r, Label label)
{
  for (guint i = 0; i < r->roster->len; i++)
    if (g_array_index (r->roster, RosterColumn, i).label == label)
      return TRUE;
  return FALSE;
}

void
roster_read_header (Recognition *r, guint block, const Grid *grid, guint first,
                    guint last)
{
  g_array_set_size (r->roster, 0);
  for (guint col = 0; col < grid->n_cols; col++)
    {
      RosterColumn column = { .label = label_over (grid, first, last, col),
                              .col = col };

      if (column.label == LABEL_NONE || has_column (r, column.label))
        continue;
      g_array_append_val (r->roster, column);
      for (guint row = first; row <= last; row++)
        {
          Origin origin = recognition_cell (r, block, grid_at (grid, row, col));

          if (origin.cell == NULL || cell_is_blank (origin.cell))
            continue;
          recognition_use (r, &origin);
          head_read_currency (r, origin_text (&origin));
        }
    }
}

static const RosterColumn *
column_of (const Recognition *r, Label label)
{
  for (guint i = 0; i < r->roster->len; i++)
    if (g_array_index (r->roster, RosterColumn, i).label == label)
      return &g_array_index (r->roster, RosterColumn, i);
  return NULL;
}

/* The cell of a column in a row; NULL where it is blank. */
static BlockCell *
cell_in (const Grid *grid, guint row, const RosterColumn *column)
{
  BlockCell *cell = column != NULL ? grid_at (grid, row, column->col) : NULL;

  return cell_is_blank (cell) ? NULL : cell;
}

/* Whether a cell says what the column said last: it reaches down, or is printed again.
 */
static gboolean
says_again (const RosterColumn *column, const BlockCell *cell)
{
  g_autofree char *before = NULL, *now = NULL;

  if (column->last == NULL || cell == column->last)
    return column->last != NULL;
  before = fold (column->last->text);
  now = fold (cell->text);
  return g_str_equal (before, now);
}

static gboolean
is_total (const BlockCell *name)
{
  return pattern_match ("^\\s*[合总小]\\s*计\\s*$", name->text);
}

gboolean
roster_begins_project (const Recognition *r, const Grid *grid, guint row)
{
  static const Label keys[] = { LABEL_NAME, LABEL_CODE };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const RosterColumn *column = column_of (r, keys[i]);
      const BlockCell    *cell = cell_in (grid, row, column);

      if (cell != NULL && !says_again (column, cell))
        return !is_total (cell);
    }
  return FALSE;
}

/* A table may have no goals but those of all the years. */
static gboolean
is_goal (const Recognition *r, Label label)
{
  return label == LABEL_GOALS ||
         (label == LABEL_LONG_GOALS && column_of (r, LABEL_GOALS) == NULL);
}

void
roster_read_row (Recognition *r, guint block, const Grid *grid, guint row)
{
  gboolean is_new = roster_begins_project (r, grid, row);

  for (guint i = 0; i < r->roster->len; i++)
    {
      RosterColumn *column = &g_array_index (r->roster, RosterColumn, i);
      BlockCell    *cell = cell_in (grid, row, column);
      Origin        origin = recognition_cell (r, block, cell);

      if (cell == NULL)
        continue;
      if (!is_new && says_again (column, cell))
        recognition_use (r, &origin);
      else if (is_goal (r, column->label))
        goals_read_text (r, &origin, cell->text);
      else if (is_new && column->label != LABEL_LONG_GOALS)
        head_read_value (r, column->label, &origin, cell->text);
      else
        continue; /* stays unread */
      column->last = cell;
    }
  if (is_new && r->project->unit_name == NULL && r->roster_unit.of != NULL)
    head_read_value (r, LABEL_UNIT_NAME, &r->roster_unit,
                     origin_text (&r->roster_unit));
}

/* 1, 2, 3 … in each column. */
static gboolean
numbers_columns (const GPtrArray *cells)
{
  guint before = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      const BlockCell *cell = cells->pdata[i];
      guint64          number;

      if (cell_is_blank (cell))
        continue;
      if (!g_ascii_string_to_unsigned (cell->text, 10, 1, 99, &number, NULL) ||
          number != before + 1)
        return FALSE;
      before = (guint) number;
    }
  return before >= 3;
}

/* Whether a cell may stand beside the name of a unit: its code, what its projects cost
 * together.  */
static gboolean
may_be_of_unit (const Recognition *r, const BlockCell *cell)
{
  for (guint i = 0; i < r->roster->len; i++)
    {
      const RosterColumn *column = &g_array_index (r->roster, RosterColumn, i);

      if (column->col == cell->col)
        return column->label == LABEL_UNIT_CODE || column->label == LABEL_AMOUNT ||
               label_source (column->label) != NULL;
    }
  return FALSE;
}

gboolean
roster_read_between (Recognition *r, guint block, const Grid *grid, guint row)
{
  const GPtrArray *cells = grid->rows->pdata[row];
  BlockCell       *name = cell_in (grid, row, column_of (r, LABEL_NAME));
  gboolean         numbers = numbers_columns (cells);

  for (guint i = 0; i < cells->len; i++)
    {
      Origin origin = recognition_cell (r, block, cells->pdata[i]);

      if (numbers)
        recognition_use (r, &origin);
      else if (origin.cell != name && !cell_is_blank (origin.cell) &&
               !may_be_of_unit (r, origin.cell))
        return FALSE;
    }
  if (numbers || name == NULL || is_total (name))
    return numbers;
  r->roster_unit = recognition_cell (r, block, name);
  recognition_use (r, &r->roster_unit);
  return TRUE;
}
