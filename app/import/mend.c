/* app/import/mend.c — rows that a text extract broke or ran together.
 *
 * All rows are first divided where a label stands that begins a row, then joined where
 * a label lacks its value or an indicator lacks columns.  A table that was read well
 * comes out as it was.
 */

#include "app/import/mend.h"

#include "app/import/cut.h"
#include "app/import/grid.h"
#include "app/import/heading.h"
#include "app/import/label.h"
#include "app/read/pattern.h"

typedef GPtrArray Row; /* of BlockCell *, borrowed */

static Label
label_at (const Row *row, guint i)
{
  return label_of (((const BlockCell *) row->pdata[i])->text);
}

static guint
count_columns (const Row *row)
{
  guint n = 0;

  for (guint i = 0; i < row->len; i++)
    n += label_is_column (label_at (row, i));
  return n;
}

static gboolean
is_header (const Row *row)
{
  return count_columns (row) >= 3;
}

static Row *
add_row (GPtrArray *rows)
{
  Row *row = g_ptr_array_new ();

  g_ptr_array_add (rows, row);
  return row;
}

static gboolean
has_head_label (const Row *row)
{
  for (guint i = 0; i < row->len; i++)
    if (label_is_head (label_at (row, i)))
      return TRUE;
  return FALSE;
}

static gboolean
has_column_from (const Row *row, guint i)
{
  for (; i < row->len; i++)
    if (label_is_column (label_at (row, i)))
      return TRUE;
  return FALSE;
}

/* Whether goals of all the years, or a label over several, end a row: 年度目标 stands
 * beside them.  */
static gboolean
stands_beside_goals (const Row *row)
{
  Label last = label_at (row, row->len - 1);

  return last == LABEL_GOALS || last == LABEL_LONG_GOALS;
}

/* The header of a table with the projects in columns, whole. */
static gboolean
is_roster_header (const Row *row)
{
  guint    levels = 0, labels = 0;
  gboolean has_name = FALSE;

  for (guint i = 0; i < row->len; i++)
    {
      labels += label_at (row, i) != LABEL_NONE;
      levels += label_is_level (label_at (row, i));
      has_name |= label_at (row, i) == LABEL_NAME;
    } /* no values: rows that ran together have as many */
  return has_name && levels >= 2 && labels * 4 >= row->len * 3;
}

/* Whether the cell i of a source cannot stand in the row behind what is there. columns:
 * how many the indicators have, 0 above them.  */
static gboolean
begins_row (const Row *row, const Row *source, guint i, guint columns)
{
  const BlockCell *cell = source->pdata[i];
  Label            label = label_of (cell->text);
  gboolean         begins_indicator =
      block_is_blank (cell->text) || label_is_level1_name (cell->text);

  if (row->len == 0)
    return FALSE;
  if (label == LABEL_GOALS && stands_beside_goals (row))
    return FALSE;
  if (label == LABEL_BUDGET || label == LABEL_PURPOSE || label == LABEL_PLAN ||
      label == LABEL_GOALS || label == LABEL_TITLE_ROW)
    return TRUE;
  if (label == LABEL_CODE || label == LABEL_NAME)
    return !has_head_label (row);
  if (label >= LABEL_LEVEL1 && label <= LABEL_LEVEL3)
    return count_columns (row) == 0;
  if (is_header (row))
    return begins_indicator && !has_column_from (source, i);
  return columns > 0 && row->len == columns &&
         (begins_indicator || label_is_head (label) ||
          (source->len - i) % columns == 0);
}

/* The columns of the indicators after a row: its own, when it is their header; none
 * below the head of another table. */
static guint
columns_after (const Row *row, guint columns)
{
  if (is_header (row))
    return row->len;
  return row->len > 0 && label_is_head (label_at (row, 0)) ? 0 : columns;
}

/* The rest of the header: columns that it has not got yet.  What divides a column
 * (符号, 值, 单位) stands in a row below.  */
static gboolean
header_goes_on (const Row *row, const Row *next)
{
  if (row->len == 0 || count_columns (row) < row->len)
    return FALSE;
  for (guint i = 0; i < next->len; i++)
    {
      Label label = label_at (next, i);

      if (!label_is_column (label) || (label >= LABEL_OPERATOR && label <= LABEL_UNIT))
        return FALSE;
      for (guint j = 0; j < row->len; j++)
        if (label_at (row, j) == label)
          return FALSE;
    }
  return TRUE;
}

/* Divides the rows of the grid. */
static void
divide (const Grid *grid, GPtrArray *rows)
{
  guint columns = 0;

  for (guint n = 0; n < grid->rows->len; n++)
    {
      const Row *source = grid->rows->pdata[n];
      Row       *row = rows->len > 0 ? rows->pdata[rows->len - 1] : NULL;

      if (source->len == 0)
        continue;
      if (row == NULL || !header_goes_on (row, source))
        row = add_row (rows);

      for (guint i = 0; i < source->len; i++)
        {
          if (!is_roster_header (source) && begins_row (row, source, i, columns))
            {
              columns = columns_after (row, columns);
              row = add_row (rows);
            }
          g_ptr_array_add (row, source->pdata[i]);
        }
      columns = columns_after (row, columns);
    }
}

static gboolean
is_percent (const BlockCell *cell)
{
  return pattern_match ("^\\s*(?:[0-9.]+\\s*[%％]?\\s*)?$", cell->text);
}

/* Whether the next row goes on with a row of the head that was broken off. */
static gboolean
head_goes_on (const Row *row, const Row *next)
{
  Label last = label_at (row, row->len - 1), first = label_at (next, 0);

  if (last == LABEL_PLAN || last == LABEL_PERIOD)
    return first == LABEL_PERIOD;
  if (last == LABEL_GOALS && first == LABEL_GOAL)
    return TRUE;
  if (label_is_column (last))
    return label_is_column (first);
  return first == LABEL_NONE &&
         (label_is_head (last) || last == LABEL_GOALS || last == LABEL_GOAL);
}

/* Percents each in a row of their own, below the periods. */
static gboolean
plan_goes_on (const Row *row, const Row *next)
{
  guint periods = 0;

  for (guint i = 0; i < row->len; i++)
    periods += label_at (row, i) == LABEL_PERIOD;
  return periods >= 2 && row->len <= 2 * periods + 1 && next->len == 1 &&
         is_percent (next->pdata[0]);
}

static gboolean
holds_percents (const Row *row)
{
  for (guint i = 0; i < row->len; i++)
    if (!is_percent (row->pdata[i]))
      return FALSE;
  return TRUE;
}

/* The row i is the first part of the percents below the periods. */
static gboolean
percents_go_on (const GPtrArray *rows, guint i)
{
  const Row *row = rows->pdata[i], *next = rows->pdata[i + 1];
  const Row *above = i > 0 ? rows->pdata[i - 1] : NULL;

  return above != NULL && label_at (above, above->len - 1) == LABEL_PERIOD &&
         row->len + next->len <= above->len + 1 && holds_percents (row) &&
         holds_percents (next);
}

/* How many rows from i on make one row of an indicator; 1: row i stands alone. */
static guint
count_parts (const GPtrArray *rows, guint i, guint columns)
{
  guint width = 0;

  for (guint n = i; n < rows->len && width < columns; n++)
    {
      const Row *row = rows->pdata[n];

      if (count_columns (row) > 0 || label_is_head (label_at (row, 0)) ||
          heading_is_whole (((const BlockCell *) row->pdata[0])->text))
        return 1;
      width += row->len;
      if (width == columns)
        return n - i + 1;
    }
  return 1;
}

static void
take_next (GPtrArray *rows, guint i)
{
  g_ptr_array_extend (rows->pdata[i], rows->pdata[i + 1], NULL, NULL);
  g_ptr_array_remove_index (rows, i + 1);
}

static void
join (GPtrArray *rows)
{
  guint columns = 0;

  for (guint i = 0; i + 1 < rows->len; i++)
    {
      columns = columns_after (rows->pdata[i], columns);
      while (columns == 0 && i + 1 < rows->len &&
             (head_goes_on (rows->pdata[i], rows->pdata[i + 1]) ||
              plan_goes_on (rows->pdata[i], rows->pdata[i + 1]) ||
              percents_go_on (rows, i)))
        take_next (rows, i);
      if (columns > 0 && !is_header (rows->pdata[i]))
        for (guint parts = count_parts (rows, i, columns); parts > 1; parts--)
          take_next (rows, i);
      columns = columns_after (rows->pdata[i], columns);
    }
}

/* Cuts cells of the indicators that lack one. */
static void
cut (Block *table, GPtrArray *rows)
{
  const Row *header = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      Row *row = rows->pdata[i];

      if (is_header (row))
        header = row;
      else if (row->len > 0 && label_is_head (label_at (row, 0)))
        header = NULL;
      else if (header != NULL)
        cut_indicator (table, row, header);
    }
}

/* A cell a line: the lines ascend.  In other extracts a line is a row, in other files
 * there are no lines.  */
static gboolean
is_extract (const Block *table)
{
  guint line = 0;

  for (guint i = 0; i < table->cells->len; i++)
    {
      const BlockCell *cell = table->cells->pdata[i];

      if (cell->line <= line)
        return FALSE;
      line = cell->line;
    }
  return TRUE;
}

void
mend_rows (Block *table)
{
  g_autoptr (Grid) grid = NULL;
  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  if (!is_extract (table))
    return;
  cut_headings (table);
  cut_labels (table);
  grid = grid_new (table);
  divide (grid, rows);
  join (rows);
  cut (table, rows);
  for (guint n = 0; n < rows->len; n++)
    {
      const Row *row = rows->pdata[n];

      for (guint i = 0; i < row->len; i++)
        {
          ((BlockCell *) row->pdata[i])->row = n;
          ((BlockCell *) row->pdata[i])->col = i;
        }
    }
}
