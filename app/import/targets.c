/* app/import/targets.c — the indicator part of a table.
 *
 * The header says which column holds what; it may take two rows (指标值 over 符号, 值,
 * 单位) and a label may go on in the next row.  Level cells that a merged cell leaves
 * blank are filled from above.
 */

#include "app/import/targets.h"

#include "app/edit/understanding.h"
#include "app/fold.h"
#include "app/import/label.h"
#include "app/import/shift.h"
#include "app/read/pattern.h"
#include "db/indicator.h"

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

/* The member of an indicator that a column fills. */
static const struct {
  const char *column;
  gsize       offset;
} members[N_COLUMNS] = {
#define MEMBER(member)                          \
  {                                             \
#member, G_STRUCT_OFFSET(Indicator, member) \
  }
  [COLUMN_LEVEL1] = MEMBER (level1),       [COLUMN_LEVEL2] = MEMBER (level2),
  [COLUMN_NAME] = MEMBER (name),           [COLUMN_DESCRIPTION] = MEMBER (description),
  [COLUMN_CRITERION] = MEMBER (criterion), [COLUMN_OPERATOR] = MEMBER (operator_text),
  [COLUMN_VALUE] = MEMBER (value_text),    [COLUMN_UNIT] = MEMBER (unit_text),
  [COLUMN_BASIS] = MEMBER (basis),         [COLUMN_WEIGHT] = MEMBER (weight_text),
#undef MEMBER
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

/* Whether two of the labels that a header has may begin in a row: most rows have none,
 * and need no further look. */
static gboolean
may_be_header (const Grid *grid, guint row)
{
  const GPtrArray *cells = grid->rows->pdata[row];
  guint            n = 0;

  for (guint i = 0; i < cells->len && n < 2; i++)
    n += label_may_be_level (((const BlockCell *) cells->pdata[i])->text);
  return n >= 2;
}

/* In one row, or with each label broken over two rows. */
gboolean
targets_is_header (const Grid *grid, guint row)
{
  if (!may_be_header (grid, row))
    return FALSE;
  return count_levels (grid, row, row) >= 2 ||
         (count_levels (grid, row, row + 1) >= 3 &&
          count_levels (grid, row + 1, row + 1) < 2);
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

static gboolean
is_blank_row (const Grid *grid, guint row)
{
  g_autoptr (GPtrArray) cells = grid_row (grid, row);

  for (guint i = 0; i < cells->len; i++)
    if (!cell_is_blank (cells->pdata[i]))
      return FALSE;
  return TRUE;
}

/* The last row of the header that begins in row. */
static guint
header_end (const Grid *grid, guint row)
{
  guint last = count_levels (grid, row, row) >= 2 ? row : row + 1;

  for (guint next = last + 1; next < grid->rows->len; next++)
    if (is_header_row (grid, row, next))
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
  Label      label = head_label (grid, first, last, col, NULL);
  BlockCell *cell = grid_at (grid, first, col);

  if (label == LABEL_NONE && cell != NULL && cell->col == col &&
      cell->row + cell->row_span > last)
    label = label_of_column (cell->text);
  return label_is_column (label) ? label : LABEL_NONE;
}

static gboolean
is_read (const TargetColumns *known, guint col)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    if (known->at[i] == col)
      return TRUE;
  return FALSE;
}

/* Columns that only a word of their heads tells, where none is told by all of them. */
static void
learn_loosely (TargetColumns *to, const Grid *grid, guint first, guint last)
{
  for (guint col = 0; col < grid->n_cols; col++)
    {
      TargetColumn column = column_of (loose_label (grid, first, last, col));

      if (column < N_COLUMNS && to->at[column] == G_MAXUINT && !is_read (to, col))
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

        if (column < N_COLUMNS && vague == (pass == 1) && to->at[column] == G_MAXUINT)
          to->at[column] = col;
        column = column_of (displaced);
        if (pass == 1 && column < N_COLUMNS && displaced != LABEL_TARGET &&
            to->at[column] == G_MAXUINT)
          to->at[column] = free_column (grid, first, last, col);
      }
  learn_loosely (to, grid, first, last);
}

guint
targets_read_header (Recognition *r, guint block, const Grid *grid, guint row)
{
  guint  last = header_end (grid, row);
  Origin level[2] = { 0 };

  /* printed again on a new page, it stands in the middle of a level */
  if (r->zone == ZONE_TARGETS)
    memcpy (level, r->columns.level, sizeof level);
  learn_columns (r, grid, row, last);
  memcpy (r->columns.level, level, sizeof level);
  for (guint i = row; i <= last; i++)
    {
      g_autoptr (GPtrArray) cells = grid_row (grid, i);

      for (guint j = 0; j < cells->len; j++)
        {
          Origin origin = recognition_cell (r, block, cells->pdata[j]);

          if (head_label (grid, row, last, origin.cell->col, NULL) != LABEL_NONE ||
              is_read (&r->columns, origin.cell->col))
            recognition_use (r, &origin);
        }
    }
  r->zone = ZONE_TARGETS;
  return last;
}

/* The cells of a row by column, each once, without its number. */
static BlockCell **
cells_by_column (Recognition *r, guint block, const Grid *grid, guint row, guint n)
{
  BlockCell **cells = g_new0 (BlockCell *, n);

  for (guint col = 0; col < grid->n_cols; col++)
    {
      BlockCell *cell = grid_at (grid, row, col);

      if (cell == NULL || cell->col != col)
        continue;
      if (col == r->columns.serial && pattern_match ("^\\s*\\d+\\s*$", cell->text))
        {
          Origin origin = recognition_cell (r, block, cell);

          recognition_use (r, &origin);
        }
      else
        cells[col] = cell;
    }
  return cells;
}

static BlockCell *
cell_of (const Recognition *r, BlockCell **cells, guint n, TargetColumn column)
{
  guint at = r->columns.at[column];

  return at < n && !cell_is_blank (cells[at]) ? cells[at] : NULL;
}

/* Level cells that a merge leaves blank: the second level goes on only as long as the
 * first does.  */
static void
fill_level (Recognition *r, guint block, TargetColumn column, BlockCell **cell)
{
  Origin *level = r->columns.level;

  if (*cell != NULL && *cell != level[column].cell)
    {
      level[column] = recognition_cell (r, block, *cell);
      if (column == COLUMN_LEVEL1)
        level[COLUMN_LEVEL2].cell = NULL;
    }
  *cell = level[column].cell;
}

/* Levels are names: a break or a blank inside one comes from the width of its cell. */
static char *
words_of (const BlockCell *cell, TargetColumn column)
{
  g_autofree char *words = tidy (cell->text);

  return column <= COLUMN_LEVEL2 && words != NULL ? pattern_replace ("\\s", words, "")
                                                  : g_steal_pointer (&words);
}

static void
note_shift (Recognition *r, Indicator *indicator, const BlockCell *cell, Shift shift)
{
  g_autofree char *note =
      g_strdup_printf ("指标“%s”一行的各格向%s错了一格，已移回原位，请核对",
                       indicator->name ? indicator->name : "",
                       shift == SHIFT_RIGHT ? "右" : "左");

  indicator->repair = g_strdup ("shifted");
  proposal_add_note (r->proposal, NOTE_REPAIRED, cell != NULL ? cell->line : 0, note);
}

static void
add_indicator (Recognition *r, guint block, BlockCell **row, guint n, Shift shift)
{
  Indicator *indicator = db_record_add (r->project->indicators, &indicator_table);

  for (TargetColumn column = 0; column < N_COLUMNS; column++)
    {
      BlockCell *cell = cell_of (r, row, n, column);
      Origin     origin;

      if (column <= COLUMN_LEVEL2)
        fill_level (r, block, column, &cell);
      if (cell == NULL)
        continue;
      origin = column <= COLUMN_LEVEL2 ? r->columns.level[column]
                                       : recognition_cell (r, block, cell);
      recognition_take (r, indicator, &indicator_table, members[column].column,
                        G_STRUCT_MEMBER_P (indicator, members[column].offset), &origin,
                        words_of (cell, column));
    }
  indicator->weight_e6 = understanding_points (indicator->weight_text);
  if (shift != SHIFT_NONE)
    note_shift (r, indicator, cell_of (r, row, n, COLUMN_NAME), shift);
}

/* A name with a target beside it; or, where a row was cut short, below a level. */
static gboolean
is_indicator (const Recognition *r, BlockCell **row, guint n)
{
  const BlockCell *level1 = cell_of (r, row, n, COLUMN_LEVEL1);
  gboolean         target = FALSE;

  for (TargetColumn column = COLUMN_OPERATOR; column < N_COLUMNS; column++)
    target = target || cell_of (r, row, n, column) != NULL;
  if (cell_of (r, row, n, COLUMN_NAME) != NULL)
    return target || level1 == NULL || label_is_level1_name (level1->text);
  return target && cell_of (r, row, n, COLUMN_LEVEL2) != NULL;
}

gboolean
targets_read_row (Recognition *r, guint block, const Grid *grid, guint row)
{
  guint                  n = grid->n_cols + 1; /* room for a row that is moved right */
  g_autofree BlockCell **cells = cells_by_column (r, block, grid, row, n);
  Shift                  shift = shift_repair (cells, n, &r->columns);

  if (!is_indicator (r, cells, n))
    return FALSE;
  add_indicator (r, block, cells, n, shift);
  return TRUE;
}
