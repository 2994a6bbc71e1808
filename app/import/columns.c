/* app/import/columns.c — which column of a table of targets holds what.
 *
 * The header says it; it may take two rows (指标值 over 符号, 值, 单位), stand below a
 * band (绩效指标) or over degrees (优, 良, 中, 差), and a label may go on in the next
 * row.
 */

#include "app/import/columns.h"

#include "app/fold.h"
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

/* The cell of a column that says something about it in a row of the header that begins
 * in first; one that reaches down says it once. */
static const BlockCell *
head_cell (const Grid *grid, guint first, guint row, guint col)
{
  const BlockCell *cell = grid_at (grid, row, col);

  return cell != NULL && (row == first || cell->row == row) && !cell_is_blank (cell) &&
                 !grid_is_serial (grid, cell)
             ? cell
             : NULL;
}

/* The label that the rows first to last say together over a column. */
static Label
label_of_rows (const Grid *grid, guint first, guint last, guint col)
{
  const BlockCell *top = head_cell (grid, first, first, col);
  g_autoptr (GString) text = NULL;

  if (top == NULL || !label_may_be (top->text))
    return LABEL_NONE;
  for (guint row = first + 1; row <= last; row++)
    {
      const BlockCell *cell = head_cell (grid, first, row, col);

      if (cell == NULL)
        continue;
      text = text != NULL ? text : g_string_new (top->text);
      g_string_append (text, cell->text);
    }
  return label_of (text != NULL ? text->str : top->text);
}

/* The label of a column in the header rows first to last: what stands in them taken
 * together, or the lower part of it.  displaced, when not NULL, gets the label above
 * that the lower one took the place of.  */
static Label
head_label (const Grid *grid, guint first, guint last, guint col, Label *displaced)
{
  const BlockCell *top = NULL;
  Label            label = LABEL_NONE;

  for (guint row = first; row <= last && !label_is_column (label); row++)
    {
      const BlockCell *cell = head_cell (grid, first, row, col);

      if (cell == NULL)
        continue;
      label = label_of_rows (grid, row, last, col);
      if (displaced != NULL && top != NULL)
        *displaced = label_of (top->text);
      top = top != NULL ? top : cell;
    }
  return label_is_column (label) ? label : LABEL_NONE;
}

static guint
count_levels (const Grid *grid, guint first, guint last)
{
  guint n = 0;

  for (guint col = 0; col < grid->n_cols; col++)
    {
      const BlockCell *cell = grid_at (grid, first, col);
      Label            label;

      if (cell == NULL || cell->col != col)
        continue;
      label = head_label (grid, first, last, col, NULL);
      n += label_is_level (label);
    }
  return n;
}

static gboolean
is_level_name (const char *text)
{
  return label_is_level1_name (text) || label_is_level2_name (text);
}

/* Whether two of the labels that a header has may begin in a row: most rows have none,
 * and need no further look. */
static gboolean
may_be_header (const Grid *grid, guint row)
{
  const GPtrArray *cells = row < grid->rows->len ? grid->rows->pdata[row] : NULL;
  guint            n = 0;

  for (guint i = 0; cells != NULL && i < cells->len && n < 2; i++)
    n += label_may_be_level (((const BlockCell *) cells->pdata[i])->text);
  return n >= 2;
}

/* Heads only, at least two: those of the projects, a band over the indicators. */
static gboolean
is_all_heads (const Grid *grid, guint row)
{
  const GPtrArray *cells = grid->rows->pdata[row];
  guint            heads = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      const BlockCell *cell = cells->pdata[i];

      if (cell->row != row || cell_is_blank (cell) || grid_is_serial (grid, cell))
        continue;
      if (label_of (cell->text) == LABEL_NONE &&
          label_of_column (cell->text) == LABEL_NONE &&
          cell->row_span < 2) /* reaches down to the heads below */
        return FALSE;
      heads++;
    }
  return heads >= 2;
}

/* Whether a row that names indicators and their targets stands over names of levels:
 * their own heads (指标类型) may say anything.  */
static gboolean
stands_over_levels (const Grid *grid, guint row)
{
  const GPtrArray *cells = grid->rows->pdata[row];
  gboolean         names = FALSE, targets = FALSE;
  guint            levels = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      Label label = label_of (((const BlockCell *) cells->pdata[i])->text);

      names |= label == LABEL_LEVEL3;
      targets |= label == LABEL_TARGET;
    }
  for (guint col = 0; names && targets && col < grid->n_cols; col++)
    {
      const BlockCell *cell = grid_at (grid, row + 1, col);

      levels += cell != NULL && cell->row == row + 1 && cell->col == col &&
                is_level_name (cell->text);
    }
  return levels > 0;
}

/* In one row, below heads of the projects, or with each label broken over two rows. */
gboolean
columns_is_header (const Grid *grid, guint row)
{
  if (may_be_header (grid, row) && (count_levels (grid, row, row) >= 2 ||
                                    (count_levels (grid, row, row + 1) >= 3 &&
                                     count_levels (grid, row + 1, row + 1) < 2)))
    return TRUE;
  if (may_be_header (grid, row + 1) && count_levels (grid, row + 1, row + 1) >= 2 &&
      is_all_heads (grid, row) && roster_is_header (grid, row, row + 1))
    return TRUE;
  return stands_over_levels (grid, row);
}

/* Whether a row goes on with the header above it: its cells are labels, or the rest of
 * labels; a column nobody knows may have a head there, too.  */
static gboolean
is_header_row (const Grid *grid, guint first, guint row)
{
  g_autoptr (GPtrArray) cells = grid_row (grid, row);
  guint labels = 0, others = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      const BlockCell *cell = cells->pdata[i];

      if (cell_is_blank (cell))
        continue;
      if (head_label (grid, first, row, cell->col, NULL) != LABEL_NONE)
        labels++;
      else
        others++;
    }
  return labels > 0 && (others == 0 || labels >= 2);
}

/* Whether a row below the header says to what degree (优, 良, 中, 差) a target is
 * reached: at least three of them, and nothing but heads besides.  */
static gboolean
is_grade_row (const Grid *grid, guint row)
{
  const GPtrArray *cells = grid->rows->pdata[row];
  guint            grades = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      const BlockCell *cell = cells->pdata[i];

      if (cell->row == row && label_is_grade (cell->text))
        grades++;
      else if (cell->row == row && !cell_is_blank (cell))
        return FALSE;
    }
  return grades >= 3;
}

static gboolean
is_blank_row (const Grid *grid, guint row)
{
  g_autoptr (GPtrArray) cells = grid_row (grid, row);

  for (guint i = 0; i < cells->len; i++)
    if (!cell_is_blank (cells->pdata[i]))
      return FALSE;
  return TRUE;
}

/* 财政拨款, 其他资金 below 其中, in the header of a table with the projects in columns.
 */
static gboolean
is_sources_row (const Grid *grid, guint row)
{
  g_autoptr (GPtrArray) cells = grid_row (grid, row);
  guint heads = 0, sources = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      const BlockCell *cell = cells->pdata[i];

      if (cell_is_blank (cell))
        continue;
      if (pattern_match ("[0-9]", cell->text))
        return FALSE;
      heads++;
      sources += label_source (label_of (cell->text)) != NULL;
    }
  return heads >= 2 && sources > 0;
}

/* The last row of the header that begins in row. */
static guint
header_end (const Grid *grid, guint row)
{
  guint last = count_levels (grid, row, row) >= 2 || stands_over_levels (grid, row)
                   ? row
                   : row + 1;

  for (guint next = last + 1; next < grid->rows->len; next++)
    if (is_header_row (grid, row, next) || is_grade_row (grid, next) ||
        is_sources_row (grid, next))
      last = next;
    else if (!is_blank_row (grid, next))
      break;
  return last;
}

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
    if (head_label (grid, first, last, col, NULL) == LABEL_NONE)
      return col;
  return G_MAXUINT;
}

/* The label of a column of a header whose rows are known: also by a word of its head.
 */
static Label
loose_label (const Grid *grid, guint first, guint last, guint col)
{
  Label label = head_label (grid, first, last, col, NULL);

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

/* Whether a column is rather the one of its kind than one left of it: where the goals
 * of the year stand right of those of all the years, so do the indicators.  */
static gboolean
is_better (const Recognition *r, const Grid *grid, guint last, guint col, guint found)
{
  const BlockCell *head = grid_at (grid, last, col);

  return found == G_MAXUINT ||
         (r->year_to > 0 && r->year_is_last && head != NULL && head->col == col);
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
  if (!is_grade_row (grid, last))
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

static void
learn_signs (TargetColumns *to, const Grid *grid, guint first)
{
  for (guint col = 0; col < grid->n_cols && to->at[COLUMN_OPERATOR] == G_MAXUINT; col++)
    if (!is_read (to, col) && holds_signs (grid, first, col))
      to->at[COLUMN_OPERATOR] = col;
}

/* Columns that only a word of their heads tells, where none is told by all of them. */
static void
learn_loosely (TargetColumns *to, const Grid *grid, guint first, guint last)
{
  for (guint col = 0; col < grid->n_cols; col++)
    {
      Label        label = loose_label (grid, first, last, col);
      TargetColumn column = column_of (label);

      if (label != LABEL_INDICATORS && column < N_COLUMNS &&
          to->at[column] == G_MAXUINT && !is_read (to, col))
        to->at[column] = col;
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
        Label        label = head_label (grid, first, last, col, &displaced);
        gboolean     vague = label == LABEL_TARGET || label == LABEL_INDICATORS;
        TargetColumn column = column_of (label);

        if (label == LABEL_INDICATORS &&
            (is_band (grid, first, last, col) || col < to->at[COLUMN_LEVEL1]))
          continue;
        if (column < N_COLUMNS && vague == (pass == 1) &&
            is_better (r, grid, last, col, to->at[column]))
          to->at[column] = col;
        column = column_of (displaced);
        if (pass == 1 && column < N_COLUMNS && displaced != LABEL_TARGET &&
            displaced != LABEL_INDICATORS && to->at[column] == G_MAXUINT)
          to->at[column] = free_column (grid, first, last, col);
      }
  learn_grades (to, grid, last);
  learn_loosely (to, grid, first, last);
  learn_level (to, grid, last + 1, COLUMN_LEVEL1, label_is_level1_name);
  learn_level (to, grid, last + 1, COLUMN_LEVEL2, label_is_level2_name);
  learn_signs (to, grid, last + 1);
  if (to->at[COLUMN_NAME] == G_MAXUINT) /* 二级指标, 指标内容, 指标值 */
    {
      to->at[COLUMN_NAME] = to->at[COLUMN_DESCRIPTION];
      to->at[COLUMN_DESCRIPTION] = G_MAXUINT;
    }
}

gboolean
columns_is_roster (const Grid *grid, guint row)
{
  return roster_is_header (grid, row, header_end (grid, row));
}

void
columns_go_on (Recognition *r, const Grid *grid)
{
  learn_signs (&r->columns, grid, 0);
}

guint
columns_read_header (Recognition *r, guint block, const Grid *grid, guint row)
{
  guint  last = header_end (grid, row);
  Origin level[2] = { 0 };

  /* printed again on a new page, it stands in the middle of a level */
  if (r->zone == ZONE_TARGETS)
    memcpy (level, r->columns.level, sizeof level);
  learn_columns (r, grid, row, last);
  roster_read_header (r, block, grid, row, last);
  memcpy (r->columns.level, level, sizeof level);
  for (guint i = row; i <= last; i++)
    {
      g_autoptr (GPtrArray) cells = grid_row (grid, i);

      for (guint j = 0; j < cells->len; j++)
        {
          Origin origin = recognition_cell (r, block, cells->pdata[j]);

          if (head_label (grid, row, last, origin.cell->col, NULL) != LABEL_NONE ||
              label_of (origin_text (&origin)) == LABEL_INDICATORS ||
              is_read (&r->columns, origin.cell->col))
            recognition_use (r, &origin);
        }
    }
  r->zone = ZONE_TARGETS;
  r->header_block = block + 1;
  return last;
}
