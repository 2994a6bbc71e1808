/* app/import/header.c — the rows of heads over a table of targets.
 *
 * They may be two (指标值 over 符号, 值, 单位), stand below a band (绩效指标) or over
 * degrees (优, 良, 中, 差), and a label may go on in the next row.
 */

#include "app/import/header.h"

#include "app/import/roster.h"
#include "app/read/pattern.h"

const BlockCell *
header_cell (const Grid *grid, guint first, guint row, guint col)
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
  const BlockCell *top = header_cell (grid, first, first, col);
  g_autoptr (GString) text = NULL;

  if (top == NULL || !label_may_be (top->text))
    return LABEL_NONE;
  for (guint row = first + 1; row <= last; row++)
    {
      const BlockCell *cell = header_cell (grid, first, row, col);

      if (cell == NULL)
        continue;
      text = text != NULL ? text : g_string_new (top->text);
      g_string_append (text, cell->text);
    }
  return label_of (text != NULL ? text->str : top->text);
}

Label
header_label (const Grid *grid, guint first, guint last, guint col, Label *displaced)
{
  const BlockCell *top = NULL;
  Label            label = LABEL_NONE;

  for (guint row = first; row <= last && !label_is_column (label); row++)
    {
      const BlockCell *cell = header_cell (grid, first, row, col);

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
      label = header_label (grid, first, last, col, NULL);
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

static gboolean
has_label (const GPtrArray *cells, Label label)
{
  for (guint i = 0; i < cells->len; i++)
    if (label_of (((const BlockCell *) cells->pdata[i])->text) == label)
      return TRUE;
  return FALSE;
}

/* Whether a row with a label of targets names indicators and stands over names of
 * levels: their own heads (指标类型) may say anything.  */
static gboolean
stands_over_levels (const Grid *grid, guint row)
{
  const GPtrArray *cells = grid->rows->pdata[row];
  guint            levels = 0;

  if (!has_label (cells, LABEL_LEVEL3) && !has_label (cells, LABEL_DESCRIPTION))
    return FALSE;
  for (guint col = 0; col < grid->n_cols; col++)
    {
      const BlockCell *cell = grid_at (grid, row + 1, col);

      levels += cell != NULL && cell->row == row + 1 && cell->col == col &&
                is_level_name (cell->text);
    }
  return levels > 0;
}

/* 指标 beside 指标值, and more heads of their columns: a table may have no levels. */
static gboolean
names_columns (const Grid *grid, guint row)
{
  const GPtrArray *cells = grid->rows->pdata[row];
  guint64          found = 0;
  guint            known = 0, others = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      const BlockCell *cell = cells->pdata[i];
      Label            label;

      if (cell->row != row || cell_is_blank (cell) || grid_is_serial (grid, cell))
        continue;
      label = label_of_column (cell->text);
      found |= G_GUINT64_CONSTANT (1) << label;
      *(label_is_column (label) ? &known : &others) += 1;
    }
  return known >= 4 && known > others &&
         (found & G_GUINT64_CONSTANT (1) << LABEL_LEVEL3) != 0 &&
         (found & G_GUINT64_CONSTANT (1) << LABEL_TARGET) != 0;
}

/* Whether a row is known for heads by its label of targets, which few rows have. */
static gboolean
heads_targets (const Grid *grid, guint row)
{
  return has_label (grid->rows->pdata[row], LABEL_TARGET) &&
         (stands_over_levels (grid, row) || names_columns (grid, row));
}

gboolean
header_begins (const Grid *grid, guint row)
{
  if (may_be_header (grid, row) && (count_levels (grid, row, row) >= 2 ||
                                    (count_levels (grid, row, row + 1) >= 3 &&
                                     count_levels (grid, row + 1, row + 1) < 2)))
    return TRUE;
  if (may_be_header (grid, row + 1) && count_levels (grid, row + 1, row + 1) >= 2 &&
      is_all_heads (grid, row) && roster_is_header (grid, row, row + 1))
    return TRUE;
  return heads_targets (grid, row);
}

/* Whether heads of levels that stand above a row reach down beside it. */
static gboolean
stands_beside_heads (const Grid *grid, guint first, guint row)
{
  const GPtrArray *cells = grid->rows->pdata[row];
  guint            n = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      const BlockCell *cell = cells->pdata[i];

      n += cell->row >= first && cell->row < row &&
           label_is_level (label_of (cell->text));
    }
  return n >= 2;
}

/* Whether a row goes on with the header above it: its cells are labels, or the rest of
 * labels; a column nobody knows may have a head there, too.  */
static gboolean
is_header_row (const Grid *grid, guint first, guint row)
{
  const GPtrArray *cells = grid_row (grid, row);
  guint            labels = 0, others = 0;

  if (stands_beside_heads (grid, first, row))
    return TRUE;
  for (guint i = 0; i < cells->len; i++)
    {
      const BlockCell *cell = cells->pdata[i];

      if (cell_is_blank (cell))
        continue;
      if (header_label (grid, first, row, cell->col, NULL) != LABEL_NONE)
        labels++;
      else
        others++;
    }
  return labels > 0 && (others == 0 || labels >= 2);
}

gboolean
header_is_grade_row (const Grid *grid, guint row)
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
  const GPtrArray *cells = grid_row (grid, row);

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
  const GPtrArray *cells = grid_row (grid, row);
  guint            heads = 0, sources = 0;

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

guint
header_end (const Grid *grid, guint row)
{
  guint last =
      count_levels (grid, row, row) >= 2 || heads_targets (grid, row) ? row : row + 1;

  for (guint next = last + 1; next < grid->rows->len; next++)
    if (is_header_row (grid, row, next) || header_is_grade_row (grid, next) ||
        is_sources_row (grid, next))
      last = next;
    else if (!is_blank_row (grid, next))
      break;
  return last;
}
