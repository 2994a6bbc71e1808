/* app/import/columns.c — which column of a table of targets holds what.
 *
 * The header says it: by labels, by words in its heads, or by what stands below them.
 */

#include "app/import/columns.h"

#include "app/fold.h"
#include "app/import/header.h"
#include "app/import/label.h"
#include "app/import/roster.h"
#include "app/read/pattern.h"

#include <string.h>

static const struct {
  Label        label;
  TargetColumn column;
} columns[] = {
  { LABEL_LEVEL1, COLUMN_LEVEL1 },       { LABEL_LEVEL2, COLUMN_LEVEL2 },
  { LABEL_LEVEL3, COLUMN_NAME },         { LABEL_DESCRIPTION, COLUMN_DESCRIPTION },
  { LABEL_CRITERION, COLUMN_CRITERION }, { LABEL_OPERATOR, COLUMN_OPERATOR },
  { LABEL_NUMBER, COLUMN_VALUE },        { LABEL_UNIT, COLUMN_UNIT },
  { LABEL_BASIS, COLUMN_BASIS },         { LABEL_TARGET, COLUMN_VALUE },
  { LABEL_INDICATORS, COLUMN_NAME },     { LABEL_WEIGHT, COLUMN_WEIGHT },
};

static TargetColumn
column_of (Label label)
{
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].label == label)
      return columns[i].column;
  return N_COLUMNS;
}

/* The next column right of col over which the header says nothing. */
static guint
free_column (const Grid *grid, guint first, guint last, guint col)
{
  while (++col < grid->n_cols)
    if (header_label (grid, first, last, col, NULL) == LABEL_NONE)
      return col;
  return G_MAXUINT;
}

/* The label of a column of a header whose rows are known: also by a word of its head.
 */
static Label
loose_label (const Grid *grid, guint first, guint last, guint col)
{
  Label label = header_label (grid, first, last, col, NULL);

  for (guint row = last + 1; row > first && label == LABEL_NONE; row--)
    {
      const BlockCell *cell = grid_at (grid, row - 1, col);

      if (cell == NULL || cell->col != col || cell_is_blank (cell))
        continue;
      label = label_of_column (cell->text);
      break; /* what stands above it is of more columns */
    }
  return label_is_column (label) ? label : LABEL_NONE;
}

static gboolean
is_read (const TargetColumns *known, guint col)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    if (known->at[i] == col)
      return TRUE;
  for (guint i = 0; i < known->n_grades; i++)
    if (known->grades[i].col == col)
      return TRUE;
  return FALSE;
}

/* How likely a column of values is that of the year, by its lowest head: 上年, 半年 and
 * 实际 are not, 年度, 全年 and 预期 are.  */
static int
rank_of_values (const Grid *grid, guint last, guint col)
{
  const BlockCell *head = grid_at (grid, last, col);
  g_autofree char *folded = head != NULL ? fold (head->text) : NULL;

  if (pattern_match ("[前上去往历近].?年|前.年|近.年|历史|基期|半年|实施周?期|"
                     "中长?期|长期|完成|实际",
                     folded))
    return 0;
  return pattern_match ("当年|[本今]年|年度|全年|预期|计划", folded) ? 2 : 1;
}

/* Whether a column is rather the one of its kind than one left of it: where the goals
 * of the year stand right of those of all the years, so do the indicators.  */
static gboolean
is_better (const Recognition *r, const Grid *grid, guint last, guint col,
           TargetColumn column)
{
  const BlockCell *head = grid_at (grid, last, col);
  guint            found = r->columns.at[column];

  if (found == G_MAXUINT ||
      (r->year_to > 0 && r->year_is_last && head != NULL && head->col == col))
    return TRUE;
  return column == COLUMN_VALUE &&
         rank_of_values (grid, last, col) > rank_of_values (grid, last, found);
}
/* 绩效指标 that reaches down beside the indicators is no head of a column. */
static gboolean
is_band (const Grid *grid, guint first, guint last, guint col)
{
  const BlockCell *cell = grid_at (grid, first, col);

  return cell != NULL && cell->row_span > last + 1 - first;
}

/* 优, 良, 中, 差 over columns: the first is the target, all together how it is scored.
 */
static void
learn_grades (TargetColumns *to, const Grid *grid, guint last)
{
  if (!header_is_grade_row (grid, last))
    return;
  for (guint col = 0; col < grid->n_cols && to->n_grades < MOST_GRADES; col++)
    {
      const BlockCell *cell = grid_at (grid, last, col);

      if (cell == NULL || cell->col != col || !label_is_grade (cell->text))
        continue;
      to->grades[to->n_grades].col = col;
      to->grades[to->n_grades++].head = cell;
    }
  to->at[COLUMN_VALUE] = to->grades[0].col;
}

/* A column of signs (≥, ≤, 定性), whatever its head says. */
static gboolean
holds_signs (const Grid *grid, guint first, guint col)
{
  guint signs = 0, others = 0;

  for (guint row = first; row < grid->rows->len; row++)
    {
      const BlockCell *cell = grid_at (grid, row, col);

      if (cell == NULL || cell->row != row || cell_is_blank (cell))
        continue;
      if (label_is_sign (cell->text))
        signs++;
      else if (!label_is_operator (cell->text))
        others++;
    }
  return signs > 0 && signs >= 4 * others;
}

/* A column of names of levels, whatever its head says. */
static void
learn_level (TargetColumns *to, const Grid *grid, guint first, TargetColumn level,
             gboolean (*is_name) (const char *text))
{
  for (guint col = 0; col < grid->n_cols && to->at[level] == G_MAXUINT; col++)
    {
      const BlockCell *cell = grid_at (grid, first, col);

      if (cell != NULL && cell->col == col && !is_read (to, col) &&
          is_name (cell->text))
        to->at[level] = col;
    }
}

/* 序号 over a column that numbers the indicators, in a table whose other rows have
 * none.
 */
static void
learn_serial (TargetColumns *to, const Grid *grid, guint last)
{
  const BlockCell *head = grid_at (grid, last, 0);

  if (head != NULL && label_of (head->text) == LABEL_SERIAL)
    to->serial = 0;
}

static void
learn_signs (TargetColumns *to, const Grid *grid, guint first)
{
  for (guint col = 0; col < grid->n_cols && to->at[COLUMN_OPERATOR] == G_MAXUINT; col++)
    if (!is_read (to, col) && holds_signs (grid, first, col))
      to->at[COLUMN_OPERATOR] = col;
}

/* Columns that only a word of their heads tells, where none is told by all of them. */
static void
learn_loosely (Recognition *r, const Grid *grid, guint first, guint last)
{
  TargetColumns *to = &r->columns;
  gboolean       is_told[N_COLUMNS];

  for (guint i = 0; i < N_COLUMNS; i++)
    is_told[i] = to->at[i] != G_MAXUINT;
  for (guint col = 0; col < grid->n_cols; col++)
    {
      Label        label = loose_label (grid, first, last, col);
      TargetColumn column = column_of (label);

      if (label != LABEL_INDICATORS && column < N_COLUMNS && !is_told[column] &&
          !is_read (to, col) && is_better (r, grid, last, col, column))
        to->at[column] = col;
    }
}

/* 指标值 over three columns whose own heads are missing: sign, number and unit. */
static void
part_value (TargetColumns *to, const Grid *grid, guint last)
{
  guint            col = to->at[COLUMN_VALUE];
  const BlockCell *head = col < grid->n_cols ? grid_at (grid, last, col) : NULL;

  if (head == NULL || head->col_span < 2 || to->at[COLUMN_OPERATOR] != G_MAXUINT ||
      !holds_signs (grid, last + 1, col))
    return;
  to->at[COLUMN_OPERATOR] = col;
  to->at[COLUMN_VALUE] = col + 1;
  if (head->col_span > 2 && to->at[COLUMN_UNIT] == G_MAXUINT)
    to->at[COLUMN_UNIT] = col + 2;
}

/* Below 指标值 the column of the year, among those of several (上年, 预期当年实现值).
 */
static void
learn_years (Recognition *r, const Grid *grid, guint first, guint last)
{
  TargetColumns *to = &r->columns;
  gboolean       is_told = to->at[COLUMN_VALUE] != G_MAXUINT;

  for (guint col = 0; col < grid->n_cols && !is_told; col++)
    {
      const BlockCell *top = header_cell (grid, first, first, col);

      if (top != NULL && label_of (top->text) == LABEL_TARGET && !is_read (to, col) &&
          is_better (r, grid, last, col, COLUMN_VALUE))
        to->at[COLUMN_VALUE] = col;
    }
}

static void
learn_columns (Recognition *r, const Grid *grid, guint first, guint last)
{
  TargetColumns *to = &r->columns;

  *to = (TargetColumns){ .serial = grid->serial };
  for (guint i = 0; i < N_COLUMNS; i++)
    to->at[i] = G_MAXUINT;
  /* 指标值 and 绩效指标 are the column only where nothing more particular is said */
  for (guint pass = 0; pass < 2; pass++)
    for (guint col = 0; col < grid->n_cols; col++)
      {
        Label        displaced = LABEL_NONE;
        Label        label = header_label (grid, first, last, col, &displaced);
        gboolean     vague = label == LABEL_TARGET || label == LABEL_INDICATORS;
        TargetColumn column = column_of (label);

        if (label == LABEL_INDICATORS &&
            (is_band (grid, first, last, col) || col < to->at[COLUMN_LEVEL1]))
          continue;
        if (column < N_COLUMNS && vague == (pass == 1) &&
            is_better (r, grid, last, col, column))
          to->at[column] = col;
        column = column_of (displaced);
        if (pass == 1 && column < N_COLUMNS && displaced != LABEL_TARGET &&
            displaced != LABEL_INDICATORS && to->at[column] == G_MAXUINT)
          to->at[column] = free_column (grid, first, last, col);
      }
  learn_serial (to, grid, last);
  learn_grades (to, grid, last);
  learn_loosely (r, grid, first, last);
  learn_level (to, grid, last + 1, COLUMN_LEVEL1, label_is_level1_name);
  learn_level (to, grid, last + 1, COLUMN_LEVEL2, label_is_level2_name);
  learn_signs (to, grid, last + 1);
  part_value (to, grid, last);
  learn_years (r, grid, first, last);
  if (to->at[COLUMN_NAME] == G_MAXUINT) /* 二级指标, 指标内容, 指标值 */
    {
      to->at[COLUMN_NAME] = to->at[COLUMN_DESCRIPTION];
      to->at[COLUMN_DESCRIPTION] = G_MAXUINT;
    }
}

void
columns_go_on (Recognition *r, const Grid *grid)
{
  learn_signs (&r->columns, grid, 0);
}

void
columns_read_header (Recognition *r, guint block, const Grid *grid, guint first,
                     guint last)
{
  Origin level[2] = { 0 };

  /* printed again on a new page, it stands in the middle of a level */
  if (r->zone == ZONE_TARGETS)
    memcpy (level, r->columns.level, sizeof level);
  learn_columns (r, grid, first, last);
  roster_read_header (r, block, grid, first, last);
  memcpy (r->columns.level, level, sizeof level);
  for (guint i = first; i <= last; i++)
    {
      const GPtrArray *cells = grid_row (grid, i);

      for (guint j = 0; j < cells->len; j++)
        {
          Origin origin = recognition_cell (r, block, cells->pdata[j]);

          if (header_label (grid, first, last, origin.cell->col, NULL) != LABEL_NONE ||
              label_of (origin_text (&origin)) == LABEL_INDICATORS ||
              origin.cell->col == r->columns.serial ||
              is_read (&r->columns, origin.cell->col))
            recognition_use (r, &origin);
        }
    }
  r->zone = ZONE_TARGETS;
  r->header_block = block + 1;
}
