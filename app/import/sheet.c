/* app/import/sheet.c — a table of targets, row by row.
 *
 * Each row is known by its labels; a row without any belongs to what was read before
 * it.  A row that is nothing of these waits: it may be a line over the next table.
 */

#include "app/import/sheet.h"

#include "app/fold.h"
#include "app/import/caption.h"
#include "app/import/goals.h"
#include "app/import/head.h"
#include "app/import/label.h"
#include "app/import/plan.h"
#include "app/import/prose.h"
#include "app/import/targets.h"
#include "app/read/pattern.h"

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
  guint    labels = 0;

  for (guint row = 0; row < grid->rows->len; row++)
    {
      g_autoptr (GPtrArray) cells = grid_row (grid, row);

      if (targets_is_header (grid, row))
        return TRUE;
      labels += count_head_labels (cells);
      if (!annex && (labels >= 2 || plan_is_row (cells)))
        return TRUE;
    }
  return r->project != NULL && r->zone == ZONE_TARGETS;
}

static void
begin (Recognition *r, const char *kind)
{
  r->project = db_record_add (r->document->projects, &project_table);
  r->project->kind = g_strdup (kind);
  r->currency = NULL;
  r->zone = ZONE_HEAD;
  caption_take (r);
  prose_flush (r);
  if (r->section < SECTION_PROJECTS && r->section != SECTION_SPECIAL_FUNDS)
    r->section = SECTION_PROJECTS; /* a text need not announce them */
}

static void
begin_overall (Recognition *r)
{
  prose_flush (r);
  if (r->overall == NULL)
    {
      r->overall = db_record_new (&project_table);
      r->overall->kind = g_strdup ("overall");
    }
  r->project = r->overall;
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

/* Lines between the head and the indicators go on with the goals. */
static void
take_waiting_goals (Recognition *r)
{
  for (guint i = 0; i < r->waiting->len; i++)
    {
      Origin           origin = g_array_index (r->waiting, Origin, i);
      g_autofree char *line = heading_words (origin_text (&origin));

      if (line != NULL && !caption_is_page (line))
        goals_read_text (r, &origin, line);
    }
  g_array_set_size (r->waiting, 0);
}

/* The indicators belong to the open project, or to the part of the text. */
static void
open_for_targets (Recognition *r)
{
  if (r->project != NULL)
    {
      if (r->zone == ZONE_GOALS)
        take_waiting_goals (r);
    }
  else if (r->section == SECTION_SPECIAL_FUNDS)
    begin (r, "special_fund");
  else if (r->section >= SECTION_OVERALL && r->section <= SECTION_SAFEGUARDS)
    begin_overall (r);
  else
    begin (r, "project");
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
  if (count_texts (cells) > (r->zone == ZONE_GOALS ? 1 : 2) ||
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

/* A row without labels of its own. */
static void
read_plain_row (Recognition *r, guint block, const Grid *grid, guint row,
                const GPtrArray *cells)
{
  if (r->project == NULL || has_currency (cells))
    wait (r, block, cells);
  else if (r->zone == ZONE_TARGETS)
    {
      if (!targets_read_row (r, block, grid, row))
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

/* Reads what begins in a row; returns the last row that was read. */
static guint
read_row (Recognition *r, guint block, const Grid *grid, guint row)
{
  g_autoptr (GPtrArray) cells = grid_row (grid, row);
  Label first = first_label (cells);

  if (count_texts (cells) == 0 || use_column_numbers (r, block, grid, row))
    return row;
  if (targets_is_header (grid, row))
    {
      open_for_targets (r);
      return targets_read_header (r, block, grid, row);
    }
  if (use_band (r, block, cells))
    return row;
  if (r->project != NULL && plan_is_row (cells))
    return plan_read (r, block, grid, row);
  if (r->zone != ZONE_TARGETS && r->project != NULL &&
      (first == LABEL_GOALS || first == LABEL_GOAL))
    goals_read_row (r, block, cells);
  else if (label_is_head (first) ||
           (r->zone != ZONE_TARGETS && count_head_labels (cells) > 0))
    {
      if (begins_project (r, cells))
        begin (r, "project");
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

/* A heading between two tables says that the second is not the first gone on. */
static gboolean
heading_waits (const Recognition *r)
{
  for (guint i = 0; i < r->waiting->len; i++)
    {
      const Origin    *origin = &g_array_index (r->waiting, Origin, i);
      g_autofree char *line = heading_words (origin_text (origin));

      if (line != NULL && (heading_is_whole (line) || heading_is_end (line)))
        return TRUE;
    }
  return FALSE;
}

void
sheet_read (Recognition *r, guint block, const Grid *grid)
{
  if (heading_waits (r))
    {
      r->project = NULL;
      r->zone = ZONE_NONE;
    }
  use_serials (r, block, grid);
  for (guint row = 0; row < grid->rows->len; row++)
    row = read_row (r, block, grid, row);
}
