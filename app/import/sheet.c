/* app/import/sheet.c — a table of targets, row by row.
 *
 * Each row is known by its labels; a row without any belongs to what was read before
 * it.  A row that is nothing of these waits: it may be a line over the next table.
 */

#include "app/import/sheet.h"

#include "app/fold.h"
#include "app/import/caption.h"
#include "app/import/columns-guess.h"
#include "app/import/columns.h"
#include "app/import/entry.h"
#include "app/import/goals.h"
#include "app/import/head.h"
#include "app/import/header.h"
#include "app/import/label.h"
#include "app/import/plan.h"
#include "app/import/prose.h"
#include "app/import/roster.h"
#include "app/import/targets.h"
#include "app/import/tasks.h"
#include "app/import/wide.h"
#include "app/read/pattern.h"

#include <string.h>

/* The label of a cell, whole or in front of a colon. */
static Label
label_at (const GPtrArray *cells, guint i)
{
  const char *text = ((const BlockCell *) cells->pdata[i])->text, *value;
  Label       label = label_of (text);

  return label != LABEL_NONE ? label : label_split (text, &value);
}

static Label
first_label (const GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    if (!cell_is_blank (cells->pdata[i]))
      return label_at (cells, i);
  return LABEL_NONE;
}

static guint
count_texts (const GPtrArray *cells)
{
  guint n = 0;

  for (guint i = 0; i < cells->len; i++)
    n += !cell_is_blank (cells->pdata[i]);
  return n;
}

/* Whether a row goes on with the one above: its first column is left to that. */
static gboolean
goes_on (const Grid *grid, const GPtrArray *cells)
{
  guint first = grid->serial == 0 ? 1 : 0;

  return cells->len > 0 && (((const BlockCell *) cells->pdata[0])->col > first ||
                            cell_is_blank (cells->pdata[0]));
}

static guint
count_head_labels (const GPtrArray *cells)
{
  guint n = 0;

  for (guint i = 0; i < cells->len; i++)
    n += label_is_head (label_at (cells, i));
  return n;
}

gboolean
sheet_is (const Recognition *r, const Grid *grid)
{
  gboolean annex = r->section >= SECTION_PROCUREMENT;
  guint    labels = 0, goals = 0;

  for (guint row = 0; row < grid->rows->len; row++)
    {
      const GPtrArray *cells = grid_row (grid, row);
      Label            first = first_label (cells);

      if (header_begins (grid, row) || wide_is_header (grid, row) ||
          (r->project != NULL && columns_are_bare (grid, row)))
        return TRUE;
      labels += count_head_labels (cells);
      goals += first >= LABEL_GOALS && first <= LABEL_GOAL;
      if (!annex && (labels >= 2 || plan_is_row (cells)))
        return TRUE;
    }
  return ((r->project != NULL || r->roster->len > 0) && r->zone == ZONE_TARGETS) ||
         (r->project != NULL && goals > 0);
}

static void
enter_projects (Recognition *r)
{
  prose_flush (r);
  if (r->section < SECTION_PROJECTS && r->section != SECTION_SPECIAL_FUNDS)
    r->section = SECTION_PROJECTS; /* a text need not announce them */
}

static void
add_project (Recognition *r, const char *kind)
{
  r->project = db_record_add (r->document->projects, &project_table);
  r->project->kind = g_strdup (kind);
  r->year_to = 0;
  r->money_from = 0;
}

static void
begin (Recognition *r, const char *kind)
{
  add_project (r, kind);
  g_array_set_size (r->roster, 0);
  r->is_wide = FALSE;
  r->currency = NULL;
  r->zone = ZONE_HEAD;
  caption_take (r);
  enter_projects (r);
}

static void
begin_overall (Recognition *r)
{
  r->project = NULL;
  caption_take_common (r);
  prose_flush (r);
  if (r->overall == NULL)
    {
      r->overall = db_record_new (&project_table);
      r->overall->kind = g_strdup ("overall");
    }
  r->project = r->overall;
  r->zone = ZONE_HEAD;
  r->year_to = 0;
  r->money_from = 0;
}

static gboolean
has_label (const Recognition *r, Label label)
{
  return (r->labels & G_GUINT64_CONSTANT (1) << label) != 0;
}

/* Whether a table is of the whole department: it stands in that part of the text, and
 * names no project.  */
static gboolean
is_of_whole (const Recognition *r)
{
  return r->section >= SECTION_OVERALL && r->section <= SECTION_SAFEGUARDS &&
         !has_label (r, LABEL_NAME) && !has_label (r, LABEL_CODE) &&
         !has_label (r, LABEL_TITLE_ROW);
}

/* A table with the projects in columns: what stands over it is of all of them.  One
 * that goes on with the table before goes on with its project.  */
static void
open_for_roster (Recognition *r)
{
  if (r->zone == ZONE_TARGETS && r->roster->len > 0 && r->project != NULL)
    return;
  r->project = NULL;
  r->currency = NULL;
  r->roster_unit.of = NULL;
  caption_take_common (r);
  enter_projects (r);
}

/* Whether a row of the head belongs to another project than the one that is open. */
static gboolean
begins_project (const Recognition *r, const GPtrArray *cells)
{
  const Project *p = r->project;

  if (p == NULL || p == r->overall || p->indicators->len > 0)
    return TRUE;
  for (guint i = 0; i < cells->len; i++)
    {
      Label label = label_at (cells, i);

      if ((label == LABEL_NAME && p->name != NULL) ||
          (label == LABEL_TITLE_ROW && p->title_row_name != NULL))
        return TRUE;
    }
  return FALSE;
}

/* A table that says all of the department, the goals too: lines behind it are none. */
static void
begin_whole (Recognition *r)
{
  begin_overall (r);
  r->section = SECTION_OVERALL_INDICATORS;
}

/* The project that a row of the head belongs to. */
static void
open_for_head (Recognition *r, const GPtrArray *cells)
{
  if (is_of_whole (r))
    {
      if (r->project == NULL || r->project != r->overall)
        begin_whole (r);
    }
  else if (begins_project (r, cells))
    begin (r, "project");
}

/* A line between the rows of a roster: the unit whose projects come now. */
static void
take_unit_line (Recognition *r)
{
  if (r->waiting->len != 1)
    return;
  r->roster_unit = g_array_index (r->waiting, Origin, 0);
  recognition_use (r, &r->roster_unit);
  g_array_set_size (r->waiting, 0);
}

/* A table that is indicators only: lines over it may say what else forms have cells
 * for (项目名称：…).  */
static void
begin_below_lines (Recognition *r)
{
  g_autoptr (GArray) lines = g_array_copy (r->waiting);
  guint first = lines->len;

  while (first > 0 && entry_is (&g_array_index (lines, Origin, first - 1)))
    first--;
  g_array_set_size (r->waiting, first);
  begin (r, "project");
  for (guint i = first; i < lines->len; i++)
    entry_take (r, &g_array_index (lines, Origin, i));
}

/* 项目名称：… between tables, the second of which goes on below the header of the
 * first.
 */
static void
open_named_project (Recognition *r)
{
  const Origin *last = r->waiting->len > 0
                           ? &g_array_index (r->waiting, Origin, r->waiting->len - 1)
                           : NULL;
  const char   *value;

  if (r->project == NULL || last == NULL ||
      label_split (origin_text (last), &value) != LABEL_NAME)
    return;
  if (r->project->indicators->len > 0)
    begin_below_lines (r);
  else
    entry_take_waiting (r);
  r->zone = ZONE_TARGETS;
}

/* The indicators belong to the open project, or to the part of the text. */
static void
open_for_targets (Recognition *r)
{
  if (r->project != NULL)
    {
      if (r->zone == ZONE_GOALS || r->project->indicators->len == 0)
        entry_take_waiting (r);
    }
  else if (r->section == SECTION_SPECIAL_FUNDS)
    begin (r, "special_fund");
  else if (r->section >= SECTION_OVERALL && r->section <= SECTION_SAFEGUARDS)
    begin_overall (r);
  else
    begin_below_lines (r);
}

#define LONGEST_LABEL 8 /* characters */

/* A few words at the left, nothing beside them: the label of what stands elsewhere, a
 * table in the cell for one. */
static gboolean
is_bare_label (const GPtrArray *cells)
{
  const BlockCell *first = cells->pdata[0];

  return cells->len > 1 && !cell_is_blank (first) && count_texts (cells) == 1 &&
         g_utf8_strlen (first->text, -1) <= LONGEST_LABEL &&
         !pattern_match ("[0-9，。；、：,;:]", first->text);
}

/* Lines over a table stand alone in their rows, or a unit beside the currency, and what
 * goes on with the goals stands alone.  Of a row with more cells nothing is known; it
 * stays unread.  */
static void
wait (Recognition *r, guint block, const GPtrArray *cells)
{
  if (count_texts (cells) > (r->zone == ZONE_GOALS || r->roster->len > 0 ? 1 : 2) ||
      (r->zone == ZONE_GOALS && is_bare_label (cells)))
    return;
  for (guint i = 0; i < cells->len; i++)
    {
      Origin origin = recognition_cell (r, block, cells->pdata[i]);

      if (!cell_is_blank (origin.cell))
        g_array_append_val (r->waiting, origin);
    }
}

static gboolean
has_currency (const GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    if (caption_is_currency (((const BlockCell *) cells->pdata[i])->text))
      return TRUE;
  return FALSE;
}

/* Indicators below the name of their project, where one header stands over all. */
static gboolean
goes_on_with_targets (Recognition *r, guint block, const Grid *grid, guint row)
{
  const BlockCell *level1 = grid_at (grid, row, r->columns.at[COLUMN_LEVEL1]);

  return r->zone != ZONE_TARGETS && r->header_block == block + 1 && level1 != NULL &&
         label_is_level1_name (level1->text) && targets_is_row (r, block, grid, row);
}

/* A row without labels of its own. */
static void
read_plain_row (Recognition *r, guint block, const Grid *grid, guint row,
                const GPtrArray *cells)
{
  if (r->project != NULL && r->zone != ZONE_TARGETS && r->header_block != block + 1 &&
      columns_are_bare (grid, row))
    columns_guess (r, block, grid, row);
  if (r->project == NULL || has_currency (cells))
    wait (r, block, cells);
  else if (goes_on_with_targets (r, block, grid, row))
    {
      r->zone = ZONE_TARGETS;
      targets_read_row (r, block, grid, row);
    }
  else if (r->zone == ZONE_TARGETS)
    {
      Origin first = recognition_cell (r, block, cells->pdata[0]);

      if (!(count_texts (cells) == 1 && targets_take_band (r, &first)) &&
          !targets_read_row (r, block, grid, row))
        wait (r, block, cells);
    }
  else if (r->zone == ZONE_GOALS &&
           (goes_on (grid, cells) || r->project->goals->len == 0))
    goals_read_row (r, block, cells);
  else if (r->zone == ZONE_PURPOSE && r->project->purpose == NULL &&
           (goes_on (grid, cells) || count_texts (cells) == 1))
    for (guint i = 0; i < cells->len && r->project->purpose == NULL; i++)
      {
        Origin origin = recognition_cell (r, block, cells->pdata[i]);

        if (!cell_is_blank (origin.cell))
          head_read_purpose (r, &origin, origin_text (&origin));
      }
  else
    wait (r, block, cells);
}

/* A label that nobody knows, beside several rows: these do not go on with the goals. */
static gboolean
begins_other (const Grid *grid, const GPtrArray *cells)
{
  const BlockCell *first = cells->len > 0 ? cells->pdata[0] : NULL;
  Label            label = first != NULL ? label_of (first->text) : LABEL_NONE;

  return !goes_on (grid, cells) && first != NULL && first->row_span > 1 &&
         (label < LABEL_GOALS || label > LABEL_GOAL);
}

/* 栏次 and the numbers behind it. */
static gboolean
use_column_numbers (Recognition *r, guint block, const Grid *grid, guint row)
{
  BlockCell *first = grid_at (grid, row, 0);

  if (first == NULL || label_of (first->text) != LABEL_COLUMNS)
    return FALSE;
  for (guint col = 0; col < grid->n_cols; col++)
    {
      Origin origin = recognition_cell (r, block, grid_at (grid, row, col));

      if (origin.cell != NULL)
        recognition_use (r, &origin);
    }
  return TRUE;
}

/* 绩效指标 in a row without indicators: over them, or beside a table of them, which a
 * word may stand with. */
static gboolean
use_band (Recognition *r, guint block, const GPtrArray *cells)
{
  if (count_texts (cells) > 2 || first_label (cells) != LABEL_INDICATORS)
    return FALSE;
  for (guint i = 0; i < cells->len; i++)
    {
      Origin origin = recognition_cell (r, block, cells->pdata[i]);

      if (label_of (origin_text (&origin)) == LABEL_INDICATORS)
        recognition_use (r, &origin);
    }
  return TRUE;
}

/* A row of a table with the projects in columns; FALSE when it is none. */
static gboolean
read_roster_row (Recognition *r, guint block, const Grid *grid, guint row)
{
  if (roster_read_between (r, block, grid, row))
    return TRUE;
  if (!targets_is_row (r, block, grid, row))
    return FALSE;
  if (r->project == NULL || roster_begins_project (r, grid, row))
    {
      add_project (r, "project");
      memset (r->columns.level, 0, sizeof r->columns.level);
    }
  roster_read_row (r, block, grid, row);
  return targets_read_row (r, block, grid, row);
}

/* 二、项目绩效目标 over the goals. */
static gboolean
use_title (Recognition *r, guint block, const GPtrArray *cells)
{
  Origin origin = recognition_cell (r, block, cells->pdata[0]);

  if (count_texts (cells) != 1 ||
      (!entry_is_title (origin_text (&origin), LABEL_GOALS) &&
       !entry_is_title (origin_text (&origin), LABEL_INDICATORS)))
    return FALSE;
  recognition_use (r, &origin);
  if (entry_is_title (origin_text (&origin), LABEL_GOALS))
    {
      goals_leave_waiting (r);
      r->zone = ZONE_GOALS;
    }
  return TRUE;
}

/* Reads what begins in a row; returns the last row that was read. */
static guint
read_row (Recognition *r, guint block, const Grid *grid, guint row)
{
  const GPtrArray *cells = grid_row (grid, row);
  Label            first = first_label (cells);

  if (count_texts (cells) == 0 || use_column_numbers (r, block, grid, row))
    return row;
  if (wide_is_header (grid, row))
    {
      open_for_roster (r);
      return wide_read_header (r, block, grid, row);
    }
  if (r->zone == ZONE_TARGETS && r->is_wide && wide_read_row (r, block, grid, row))
    return row;
  if (header_begins (grid, row))
    {
      guint last = header_end (grid, row);

      r->is_wide = FALSE;
      if (roster_is_header (grid, row, last))
        open_for_roster (r);
      else
        open_for_targets (r);
      columns_read_header (r, block, grid, row, last);
      return last;
    }
  if (r->zone == ZONE_TARGETS && r->roster->len > 0 &&
      read_roster_row (r, block, grid, row))
    return row;
  if (use_band (r, block, cells))
    return row;
  if (is_of_whole (r) && tasks_is_header (grid, row))
    return tasks_read (r, block, grid, row);
  if (r->project != NULL && r->zone != ZONE_TARGETS && use_title (r, block, cells))
    return row;
  if (r->zone == ZONE_GOALS && begins_other (grid, cells))
    r->zone = ZONE_HEAD;
  if (r->project != NULL && plan_is_row (cells))
    return plan_read (r, block, grid, row);
  if (r->zone != ZONE_TARGETS && (r->project != NULL || is_of_whole (r)) &&
      first >= LABEL_GOALS && first <= LABEL_GOAL)
    {
      if (r->project == NULL)
        begin_whole (r);
      goals_read_row (r, block, cells);
    }
  else if (label_is_head (first) ||
           (r->zone != ZONE_TARGETS && count_head_labels (cells) > 0))
    {
      open_for_head (r, cells);
      if (head_read_columns (r, block, grid, row))
        return row + 1;
      head_read_row (r, block, cells);
    }
  else
    read_plain_row (r, block, grid, row, cells);
  return row;
}

/* Numbers of rows are words of the form. */
static void
use_serials (Recognition *r, guint block, const Grid *grid)
{
  for (guint row = 0; row < grid->rows->len; row++)
    {
      BlockCell *cell = grid_at (grid, row, 0);
      Origin     origin = recognition_cell (r, block, cell);

      if (cell != NULL && grid_is_serial (grid, cell))
        recognition_use (r, &origin);
    }
}

/* 项目绩效目标 or 三、绩效目标 over the goals of the open project. */
static gboolean
is_title_of_goals (const Recognition *r, const char *line)
{
  return entry_is_title (line, LABEL_GOALS) ||
         (label_of (line) == LABEL_GOALS && r->project != NULL &&
          r->project->goals->len + r->project->indicators->len == 0);
}

/* A heading between two tables says that the second is not the first gone on. */
static gboolean
heading_waits (const Recognition *r)
{
  for (guint i = 0; i < r->waiting->len; i++)
    {
      const Origin    *origin = &g_array_index (r->waiting, Origin, i);
      g_autofree char *line = heading_words (origin_text (origin));

      if (line != NULL && (heading_is_whole (line) || heading_is_end (line)) &&
          (r->zone == ZONE_TARGETS || !is_title_of_goals (r, line)))
        return TRUE;
    }
  return FALSE;
}

/* What labels a table has anywhere. */
static void
learn_labels (Recognition *r, const Grid *grid)
{
  r->labels = 0;
  r->has_year_goals = FALSE;
  for (guint row = 0; row < grid->rows->len; row++)
    {
      const GPtrArray *cells = grid_row (grid, row);

      for (guint i = 0; i < cells->len; i++)
        {
          Label label = label_at (cells, i);

          r->labels |= G_GUINT64_CONSTANT (1) << label;
          r->has_year_goals |=
              label == LABEL_GOALS &&
              pattern_match ("^\\s*(?:年度|当年|本年|预期|20[0-9]{2}年)",
                             ((const BlockCell *) cells->pdata[i])->text);
        }
    }
}

void
sheet_read (Recognition *r, guint block, const Grid *grid)
{
  if (heading_waits (r))
    {
      r->project = NULL;
      r->zone = ZONE_NONE;
    }
  if (r->zone == ZONE_TARGETS && r->roster->len > 0)
    {
      take_unit_line (r);
      columns_go_on (r, grid);
    }
  else if (r->zone == ZONE_TARGETS && r->project != r->overall)
    open_named_project (r);
  if (r->zone == ZONE_TARGETS && r->waiting->len > 0 &&
      targets_take_band (r, &g_array_index (r->waiting, Origin, r->waiting->len - 1)))
    g_array_set_size (r->waiting, r->waiting->len - 1);
  learn_labels (r, grid);
  use_serials (r, block, grid);
  for (guint row = 0; row < grid->rows->len; row++)
    row = read_row (r, block, grid, row);
}
