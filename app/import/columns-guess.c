/* app/import/columns-guess.c — a table of targets without a header.
 *
 * The names of levels come first, then the indicator.  The column with most targets
 * holds them; between it and the indicator stands what describes it, behind it what it
 * is based on.
 */

#include "app/import/columns-guess.h"

#include "app/import/label.h"
#include "app/reading/target.h"

/* The column of the next cell right of col that says something in a row. */
static guint
next_column (const Grid *grid, guint row, guint col)
{
  const BlockCell *here = grid_at (grid, row, col), *cell;

  while (++col < grid->n_cols)
    if ((cell = grid_at (grid, row, col)) != NULL && cell != here &&
        !cell_is_blank (cell))
      return col;
  return G_MAXUINT;
}

static gboolean
is_target (const BlockCell *cell)
{
  g_auto (Target) target = { 0 };

  target_read (&target, NULL, cell->text, NULL);
  return target.kind == TARGET_NUMBER || target.kind == TARGET_DATE;
}

/* Whether a target stands right of a column. */
static gboolean
has_target (const Grid *grid, guint row, guint col)
{
  while ((col = next_column (grid, row, col)) < grid->n_cols)
    if (is_target (grid_at (grid, row, col)))
      return TRUE;
  return FALSE;
}

/* The column of the first level; G_MAXUINT where the row does not begin with levels.
 * 绩效指标 may reach down beside them.  */
static guint
first_level (const Grid *grid, guint row)
{
  guint            col = grid->serial == 0 ? 1 : 0, next;
  const BlockCell *cell = grid_at (grid, row, col);

  if (cell != NULL && label_of (cell->text) == LABEL_INDICATORS)
    cell = grid_at (grid, row, col = next_column (grid, row, col));
  if (cell_is_blank (cell) || cell->row != row || !label_is_level1_name (cell->text))
    return G_MAXUINT;
  next = next_column (grid, row, col);
  cell = next < grid->n_cols ? grid_at (grid, row, next) : NULL;
  return cell != NULL &&
                 (label_is_level2_name (cell->text) || has_target (grid, row, next))
             ? col
             : G_MAXUINT;
}

gboolean
columns_are_bare (const Grid *grid, guint row)
{
  return first_level (grid, row) != G_MAXUINT;
}

static gboolean
is_sign (const BlockCell *cell)
{
  return label_is_operator (cell->text);
}

/* How many cells of a column, from a row on, are such. */
static guint
count (const Grid *grid, guint row, guint col, gboolean (*is) (const BlockCell *cell))
{
  guint n = 0;

  for (; row < grid->rows->len; row++)
    {
      const BlockCell *cell = grid_at (grid, row, col);

      n += cell != NULL && cell->row == row && cell->col == col &&
           !cell_is_blank (cell) && is (cell);
    }
  return n;
}

/* The column right of the indicators with most such cells; G_MAXUINT: none has any. */
static guint
fullest (const Grid *grid, guint row, guint name,
         gboolean (*is) (const BlockCell *cell))
{
  guint found = G_MAXUINT, most = 0;

  for (guint col = name + 1; col < grid->n_cols; col++)
    {
      guint n = count (grid, row, col, is);

      if (n > most)
        {
          found = col;
          most = n;
        }
    }
  return found;
}

void
columns_guess (Recognition *r, guint block, const Grid *grid, guint row)
{
  guint *at = r->columns.at;
  guint  last = G_MAXUINT, next;

  Origin first = recognition_cell (r, block, grid_at (grid, row, 0));

  if (first.cell != NULL && label_of (first.cell->text) == LABEL_INDICATORS)
    recognition_use (r, &first);
  r->zone = ZONE_TARGETS;
  r->header_block = block + 1;
  r->columns = (TargetColumns){ .serial = grid->serial };
  for (guint i = 0; i < N_COLUMNS; i++)
    at[i] = G_MAXUINT;
  at[COLUMN_LEVEL1] = first_level (grid, row);
  next = next_column (grid, row, at[COLUMN_LEVEL1]);
  if (label_is_level2_name (grid_at (grid, row, next)->text))
    {
      at[COLUMN_LEVEL2] = next;
      next = next_column (grid, row, next);
    }
  at[COLUMN_NAME] = next;
  at[COLUMN_OPERATOR] = fullest (grid, row, at[COLUMN_NAME], is_sign);
  if (at[COLUMN_OPERATOR] < grid->n_cols)
    {
      at[COLUMN_VALUE] = next_column (grid, row, at[COLUMN_OPERATOR]);
      last = at[COLUMN_UNIT] = next_column (grid, row, at[COLUMN_VALUE]);
    }
  else
    last = at[COLUMN_VALUE] = fullest (grid, row, at[COLUMN_NAME], is_target);
  if (last == G_MAXUINT) /* words only */
    last = at[COLUMN_VALUE] = next_column (grid, row, at[COLUMN_NAME]);
  if (last == G_MAXUINT) /* both in a cell */
    {
      at[COLUMN_VALUE] = at[COLUMN_NAME];
      at[COLUMN_NAME] = G_MAXUINT;
      return;
    }
  at[COLUMN_BASIS] = next_column (grid, row, last);
  at[COLUMN_DESCRIPTION] = next_column (grid, row, at[COLUMN_NAME]);
  if (at[COLUMN_DESCRIPTION] >= MIN (at[COLUMN_OPERATOR], at[COLUMN_VALUE]))
    at[COLUMN_DESCRIPTION] = G_MAXUINT;
  else
    at[COLUMN_CRITERION] = next_column (grid, row, at[COLUMN_DESCRIPTION]);
  if (at[COLUMN_CRITERION] >= MIN (at[COLUMN_OPERATOR], at[COLUMN_VALUE]))
    at[COLUMN_CRITERION] = G_MAXUINT;
}
