/* app/import/targets.c — the rows of a table of targets.
 *
 * Level cells that a merged cell leaves blank are filled from above.
 */

#include "app/import/targets.h"

#include "app/edit/understanding.h"
#include "app/fold.h"
#include "app/import/heading.h"
#include "app/import/label.h"
#include "app/import/shift.h"
#include "app/read/pattern.h"
#include "app/reading/target.h"
#include "db/indicator.h"

#include <string.h>

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
      if (col == r->columns.serial && grid_is_number (cell))
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
        level[COLUMN_LEVEL2] = (Origin){ 0 };
    }
  *cell = level[column].cell;
}

/* Levels are names: a break or a blank inside one comes from the width of its cell. */
char *
targets_level (const BlockCell *cell)
{
  g_autofree char *words = tidy (cell->text);

  return strchr (words, ' ') != NULL ? pattern_replace ("\\s", words, "")
                                     : g_steal_pointer (&words);
}

gboolean
targets_take_band (Recognition *r, const Origin *origin)
{
  const char *text = origin_text (origin);
  gsize       length;

  if (r->columns.at[COLUMN_LEVEL1] != G_MAXUINT)
    return FALSE;
  heading_numeral (text, &length);
  if (!label_is_level1_name (text + length))
    return FALSE;
  recognition_use (r, origin);
  r->columns.level[COLUMN_LEVEL1] = *origin;
  r->columns.level[COLUMN_LEVEL2] = (Origin){ 0 };
  return TRUE;
}

void
targets_take_both (Recognition *r, Indicator *indicator, const Origin *origin,
                   const char *text)
{
  g_autofree char *bare =
      pattern_replace ("^\\s*指标\\s*[0-9０-９]{1,2}\\s*[：:、.．]\\s*", text, "");
  gsize at = target_begins (bare);

  if (at > 0)
    {
      g_autofree char *name = g_strndup (bare, at);

      TAKE (r, indicator_table, indicator, name, origin, tidy (name));
      text = bare + at;
    }
  TAKE (r, indicator_table, indicator, value_text, origin, tidy (text));
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

/* "优：≥50套；良：≥40套；…" */
static void
add_grades (Recognition *r, guint block, Indicator *indicator, BlockCell **row, guint n)
{
  g_autoptr (GString) words = g_string_new (indicator->criterion);

  for (guint i = 0; i < r->columns.n_grades; i++)
    {
      guint            col = r->columns.grades[i].col;
      BlockCell       *cell = col < n && !cell_is_blank (row[col]) ? row[col] : NULL;
      Origin           origin = recognition_cell (r, block, cell);
      g_autofree char *head = tidy (r->columns.grades[i].head->text);
      g_autofree char *text = cell != NULL ? tidy (cell->text) : NULL;

      if (text == NULL)
        continue;
      g_string_append_printf (words, "%s%s：%s", words->len > 0 ? "；" : "", head,
                              text);
      TAKE (r, indicator_table, indicator, criterion, &origin, g_strdup (words->str));
    }
}

/* Lines of a cell that say something, each. */
static GPtrArray *
lines_of (const BlockCell *cell)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) all = g_strsplit (cell != NULL ? cell->text : "", "\n", -1);

  for (char **line = all; *line != NULL; line++)
    if (!block_is_blank (*line))
      g_ptr_array_add (lines, g_strdup (*line));
  return lines;
}

/* How many indicators stand in a row: names that are numbered, a line each, with a
 * target each beside them.  */
static guint
count_indicators (const Recognition *r, BlockCell **row, guint n)
{
  g_autoptr (GPtrArray) names = lines_of (cell_of (r, row, n, COLUMN_NAME));
  g_autoptr (GPtrArray) values = lines_of (cell_of (r, row, n, COLUMN_VALUE));

  if (names->len < 2 || names->len != values->len)
    return 1;
  for (guint i = 0; i < names->len; i++)
    if (!pattern_match ("^\\s*(?:指标\\s*)?(?:[0-9０-９]{1,2}\\s*[：:、.．）)]|"
                        "[\\x{2460}-\\x{2473}])",
                        names->pdata[i]))
      return 1;
  return names->len;
}

/* What a cell says of one of several indicators in its row. */
static char *
text_of (const BlockCell *cell, guint which, guint of)
{
  g_autoptr (GPtrArray) lines = of > 1 ? lines_of (cell) : NULL;

  return g_strdup (lines != NULL && lines->len == of ? lines->pdata[which]
                                                     : cell->text);
}

/* 产出指标 of a cell, or of the line over all its indicators: 一、产出指标. */
static void
take_level (Recognition *r, Indicator *indicator, TargetColumn column)
{
  const Origin    *origin = &r->columns.level[column];
  g_autofree char *words = origin->of != NULL ? tidy (origin_text (origin)) : NULL;
  gsize            length = 0;

  if (words == NULL)
    return;
  if (r->columns.at[column] == G_MAXUINT)
    heading_numeral (words, &length);
  recognition_take (r, indicator, &indicator_table, members[column].column,
                    G_STRUCT_MEMBER_P (indicator, members[column].offset), origin,
                    pattern_replace ("\\s", words + length, ""));
}

static void
add_indicator (Recognition *r, guint block, BlockCell **row, guint n, guint which,
               guint of)
{
  Indicator *indicator = db_record_add (r->project->indicators, &indicator_table);

  for (TargetColumn column = 0; column < N_COLUMNS; column++)
    {
      BlockCell       *cell = cell_of (r, row, n, column);
      g_autofree char *text = NULL;
      Origin           origin;

      if (column <= COLUMN_LEVEL2)
        {
          fill_level (r, block, column, &cell);
          take_level (r, indicator, column);
          continue;
        }
      if (cell == NULL)
        continue;
      origin = recognition_cell (r, block, cell);
      text = text_of (cell, which, of);
      if (column == COLUMN_VALUE && r->columns.at[COLUMN_NAME] == G_MAXUINT)
        targets_take_both (r, indicator, &origin, text);
      else
        recognition_take (r, indicator, &indicator_table, members[column].column,
                          G_STRUCT_MEMBER_P (indicator, members[column].offset),
                          &origin, tidy (text));
    }
  add_grades (r, block, indicator, row, n);
  indicator->weight_e6 = understanding_points (indicator->weight_text);
}

/* 填报人：某 beside 联系电话：某: what a person signs with stands below the indicators.
 */
static gboolean
is_signature (BlockCell **row, guint n)
{
  guint entries = 0;

  for (guint col = 0; col < n; col++)
    {
      if (cell_is_blank (row[col]))
        continue;
      if (!pattern_match ("^\\s*[^:：0-9]{2,8}[:：]", row[col]->text))
        return FALSE;
      entries++;
    }
  return entries >= 2;
}

/* …… where the form would have more rows. */
static gboolean
is_left_out (const BlockCell *name)
{
  return name != NULL && pattern_match ("^[.…·。\\s]+$", name->text);
}

/* A name with a target beside it; or, where a row was cut short, below a level. */
static gboolean
is_indicator (const Recognition *r, BlockCell **row, guint n)
{
  const BlockCell *level1 = cell_of (r, row, n, COLUMN_LEVEL1);
  gboolean         target = FALSE;
  if (is_signature (row, n))
    return FALSE;
  for (TargetColumn column = COLUMN_OPERATOR; column < N_COLUMNS; column++)
    target = target || cell_of (r, row, n, column) != NULL;
  if (r->columns.at[COLUMN_NAME] == G_MAXUINT)
    return target; /* which says what of: 指标1：…人 */
  if (is_left_out (cell_of (r, row, n, COLUMN_NAME)) && !target)
    return FALSE;
  if (cell_of (r, row, n, COLUMN_NAME) != NULL)
    return target || level1 == NULL || label_is_level1_name (level1->text);
  return target && cell_of (r, row, n, COLUMN_LEVEL2) != NULL;
}

gboolean
targets_is_row (Recognition *r, guint block, const Grid *grid, guint row)
{
  g_autofree BlockCell **cells = cells_by_column (r, block, grid, row, grid->n_cols);

  return is_indicator (r, cells, grid->n_cols);
}

/* A row of names of levels only: what stands below belongs to them. */
static gboolean
take_levels (Recognition *r, guint block, BlockCell **row, guint n)
{
  BlockCell *levels[] = { cell_of (r, row, n, COLUMN_LEVEL1),
                          cell_of (r, row, n, COLUMN_LEVEL2) };

  for (guint col = 0; col < n; col++)
    if (!cell_is_blank (row[col]) && row[col] != levels[0] && row[col] != levels[1] &&
        !is_left_out (row[col]))
      return FALSE;
  if ((levels[0] == NULL || !label_is_level1_name (levels[0]->text)) &&
      (levels[1] == NULL || !label_is_level2_name (levels[1]->text)))
    return FALSE;
  for (TargetColumn column = COLUMN_LEVEL1; column <= COLUMN_LEVEL2; column++)
    {
      BlockCell *cell = levels[column];
      Origin     origin = recognition_cell (r, block, cell);

      if (cell == NULL)
        continue;
      recognition_use (r, &origin);
      fill_level (r, block, column, &cell);
    }
  return TRUE;
}

gboolean
targets_read_row (Recognition *r, guint block, const Grid *grid, guint row)
{
  guint                  n = grid->n_cols + 1; /* room for a row that is moved right */
  g_autofree BlockCell **cells = cells_by_column (r, block, grid, row, n);
  Shift                  shift = shift_repair (cells, n, &r->columns);
  guint                  of;

  if (!is_indicator (r, cells, n))
    return take_levels (r, block, cells, n);
  of = count_indicators (r, cells, n);
  for (guint which = 0; which < of; which++)
    add_indicator (r, block, cells, n, which, of);
  if (shift != SHIFT_NONE)
    note_shift (r, r->project->indicators->pdata[r->project->indicators->len - 1],
                cell_of (r, cells, n, COLUMN_NAME), shift);
  return TRUE;
}
