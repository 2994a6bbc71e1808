/* app/read/flow.c — what begins and ends, as a stack; what is complete, as blocks. */

#include "app/read/flow.h"

#include "app/read/flow-level.h"

#include <string.h>

#define MAX_SPAN    1000 /* columns, as in HTML */
#define MAX_COLUMNS 2048 /* of a table, before those that are only spanned go */

struct _Flow {
  GPtrArray *levels;
  Level     *spare; /* of a cell that was read, for the next one; NULL: none */
  guint      depth; /* tables that are open */
  Limits     limits;
};

static Level *
push (Flow *flow, LevelKind kind)
{
  Level *level = kind == LEVEL_CELL ? g_steal_pointer (&flow->spare) : NULL;

  if (level == NULL)
    level = level_new (kind);
  g_ptr_array_add (flow->levels, level);
  return level;
}

/* Most of a document is cells with a few words each: they are read in the same place.
 */
static void
put_away (Flow *flow, Level *level)
{
  if (level->kind != LEVEL_CELL || flow->spare != NULL)
    {
      level_free (level);
      return;
    }
  level_reset (level);
  flow->spare = level;
}

static Level *
top (const Flow *flow)
{
  return flow->levels->pdata[flow->levels->len - 1];
}

/* The innermost level of a kind.  A box hides what is around it, a table the rows and
 * cells around it. */
static Level *
find (const Flow *flow, LevelKind kind)
{
  for (guint i = flow->levels->len; i-- > 0;)
    {
      Level *level = flow->levels->pdata[i];

      if (level->kind == kind)
        return level;
      if (level->kind == LEVEL_BOX || (level->kind == LEVEL_TABLE && kind != LEVEL_BOX))
        return NULL;
    }
  return NULL;
}

/* The innermost level that takes paragraphs. */
static Level *
open_text (const Flow *flow)
{
  guint i = flow->levels->len - 1;

  while (((Level *) flow->levels->pdata[i])->text == NULL)
    i--;
  return flow->levels->pdata[i];
}

static guint
count_lines (const char *text)
{
  guint n = 1;

  while ((text = strchr (text, '\n')) != NULL)
    {
      text++;
      n++;
    }
  return n;
}

static void
end_paragraph (Flow *flow, Level *level)
{
  GString *text = level->text;

  if (limits_take (&flow->limits, count_lines (text->str), 0))
    {
      if (level->blocks != NULL)
        level_add_lines (level->blocks, text->str, level->kind == LEVEL_CELL);
      else
        g_string_append_c (g_string_append_len (level->lines, text->str,
                                                (gssize) text->len),
                           '\n');
    }
  g_string_truncate (text, 0);
  if (level->boxes != NULL)
    level_move_blocks (level_blocks (level), level->boxes);
}

static Column *
column_at (Level *table, guint col)
{
  if (col >= table->columns->len)
    g_array_set_size (table->columns, col + 1);
  return &g_array_index (table->columns, Column, col);
}

/* The cell above goes on in this one; FALSE when none ends right above it. */
static gboolean
continue_above (Level *table, const BlockCell *cell)
{
  BlockCell *above = column_at (table, cell->col)->cell;

  if (above == NULL || above->row + above->row_span != cell->row)
    return FALSE;
  above->row_span++;
  return TRUE;
}

/* The cell beside goes on in this one, which stands last; FALSE when there is none. */
static gboolean
widen_beside (Level *table, const BlockCell *cell)
{
  Column beside = { NULL, 0 };

  if (cell->col > 0)
    beside = *column_at (table, cell->col - 1);
  if (beside.cell == NULL || beside.cell->row != cell->row)
    return FALSE;
  for (guint col = cell->col; col < table->col; col++)
    *column_at (table, col) = beside;
  beside.cell->col_span += cell->col_span;
  return TRUE;
}

static void
end_cell (Flow *flow, Level *level)
{
  Level     *table = find (flow, LEVEL_TABLE);
  BlockCell *cell = level->cell;
  guint      end = cell->row_span == G_MAXUINT ? G_MAXUINT : cell->row + cell->row_span;

  table->col = cell->col + (level->is_dropped ? 0 : cell->col_span);
  if (level->is_dropped || (level->widens && widen_beside (table, cell)))
    {
      g_ptr_array_remove_index (table->table->cells, table->table->cells->len - 1);
      return;
    }
  if (level->is_continued && continue_above (table, cell))
    {
      g_ptr_array_remove_index (table->table->cells, table->table->cells->len - 1);
      return;
    }
  for (guint col = cell->col; col < table->col; col++)
    *column_at (table, col) = (Column){ cell, end };
  cell->text = level_text (level);
  g_ptr_array_add (table->contents, g_steal_pointer (&level->blocks));
}

/* Rows that a number of cells at least stand in, counting blank ones or not. */
static guint
count_rows (const Block *table, guint cells, gboolean blank)
{
  guint rows = 0, in_row = 0, row = G_MAXUINT;

  for (guint i = 0; i < table->cells->len; i++)
    {
      const BlockCell *cell = table->cells->pdata[i];

      in_row = cell->row == row ? in_row : 0;
      row = cell->row;
      if ((blank || !block_is_blank (cell->text)) && ++in_row == cells)
        rows++;
    }
  return rows;
}

static gboolean
has_tables (const Level *table)
{
  for (guint i = 0; i < table->contents->len; i++)
    {
      const GPtrArray *blocks = table->contents->pdata[i];

      for (guint j = 0; blocks != NULL && j < blocks->len; j++)
        if (((const Block *) blocks->pdata[j])->kind == BLOCK_TABLE)
          return TRUE;
    }
  return FALSE;
}

/* A table that holds no more than a frame does: one column, or tables with hardly any
 * text beside them. */
static gboolean
is_layout (const Level *table)
{
  return count_rows (table->table, 2, TRUE) == 0 ||
         (has_tables (table) && count_rows (table->table, 2, FALSE) <= 1);
}

/* What stood in the cells comes after; of a frame all of it, else only the tables. */
static void
take_contents (const Level *table, GPtrArray *to, gboolean all)
{
  for (guint i = 0; i < table->contents->len; i++)
    {
      GPtrArray *blocks = table->contents->pdata[i];

      if (blocks == NULL && all)
        level_add_lines (to, ((BlockCell *) table->table->cells->pdata[i])->text,
                         FALSE);
      for (guint j = 0; blocks != NULL && j < blocks->len; j++)
        {
          const Block *block = blocks->pdata[j];

          if (block->kind == BLOCK_TABLE || (all && !block_is_blank (block->text)))
            g_ptr_array_add (to, g_steal_pointer (&blocks->pdata[j]));
        }
    }
}

static void
end_table (Flow *flow, Level *table)
{
  Level   *around = open_text (flow);
  gboolean layout = is_layout (table);

  flow->depth--;
  if (!layout)
    {
      limits_take_table (&flow->limits, table->table);
      g_ptr_array_add (level_blocks (around), g_steal_pointer (&table->table));
    }
  take_contents (table, level_blocks (around), layout);
}

static void
hang_box (Level *on, GPtrArray *blocks)
{
  if (on->boxes == NULL)
    on->boxes = block_array_new ();
  level_move_blocks (on->boxes, blocks);
}

static void
pop (Flow *flow)
{
  Level *level = g_ptr_array_steal_index (flow->levels, flow->levels->len - 1);

  if (level->text != NULL && level->text->len > 0)
    end_paragraph (flow, level);
  if (level->kind == LEVEL_CELL)
    end_cell (flow, level);
  else if (level->kind == LEVEL_TABLE)
    end_table (flow, level);
  else if (level->kind == LEVEL_BOX)
    hang_box (open_text (flow), level->blocks);
  put_away (flow, level);
}

/* Ends a level and what is open in it. */
static void
pop_to (Flow *flow, const Level *level)
{
  while (top (flow) != level)
    pop (flow);
  pop (flow);
}

Flow *
flow_new (void)
{
  Flow *flow = g_new0 (Flow, 1);

  flow->levels = g_ptr_array_new_with_free_func (level_free);
  push (flow, LEVEL_BODY);
  return flow;
}

void
flow_free (Flow *flow)
{
  g_ptr_array_unref (flow->levels);
  g_clear_pointer (&flow->spare, level_free);
  g_free (flow);
}

GPtrArray *
flow_finish (Flow *flow, const char *name, GError **error)
{
  Level *body = flow->levels->pdata[0];

  while (top (flow) != body)
    pop (flow);
  end_paragraph (flow, body);
  return limits_check (&flow->limits, name, error) ? g_ptr_array_ref (body->blocks)
                                                   : NULL;
}

gboolean
flow_is_full (const Flow *flow)
{
  return !limits_check (&flow->limits, "", NULL);
}

void
flow_text (Flow *flow, const char *text, gssize length)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;

  if (limits_take (&flow->limits, 0, size))
    g_string_append_len (open_text (flow)->text, text, (gssize) size);
}

void
flow_end_paragraph (Flow *flow)
{
  end_paragraph (flow, open_text (flow));
}

void
flow_take_blocks (Flow *flow, GPtrArray *blocks)
{
  Level *level = open_text (flow);

  if (level->text->len > 0)
    end_paragraph (flow, level);
  for (guint i = 0; i < blocks->len; i++)
    {
      const Block *block = blocks->pdata[i];

      limits_take (&flow->limits, block->cells != NULL ? block->cells->len : 1, 0);
    }
  level_move_blocks (level_blocks (level), blocks);
}

gboolean
flow_at_line_start (const Flow *flow)
{
  const GString *text = open_text (flow)->text;

  return text->len == 0 || text->str[text->len - 1] == '\n';
}

void
flow_begin_box (Flow *flow)
{
  if (limits_take (&flow->limits, 1, 0))
    push (flow, LEVEL_BOX);
}

void
flow_end_box (Flow *flow)
{
  Level *box = find (flow, LEVEL_BOX);

  if (box != NULL)
    pop_to (flow, box);
}

void
flow_begin_table (Flow *flow)
{
  Level *around = open_text (flow);

  flow->limits.depth = MAX (flow->limits.depth, flow->depth + 1);
  if (!limits_take (&flow->limits, 1, 0))
    return;
  if (around->text->len > 0)
    end_paragraph (flow, around);
  flow->depth++;
  push (flow, LEVEL_TABLE);
}

void
flow_end_table (Flow *flow)
{
  Level *table = find (flow, LEVEL_TABLE);

  if (table != NULL)
    pop_to (flow, table);
}

/* The table that a row or cell is to stand in: what is open inside it is ended. */
static Level *
back_to (Flow *flow, LevelKind kind)
{
  Level *level = find (flow, kind);

  if (level != NULL)
    while (top (flow) != level)
      pop (flow);
  return level;
}

void
flow_end_row_group (Flow *flow)
{
  Level *table = back_to (flow, LEVEL_TABLE);

  if (table == NULL)
    return;
  for (guint col = 0; col < table->columns->len; col++)
    {
      Column *column = column_at (table, col);

      if (column->free <= table->rows)
        continue;
      column->free = table->rows;
      column->cell->row_span = table->rows - column->cell->row;
    }
}

void
flow_begin_row (Flow *flow)
{
  Level *table = back_to (flow, LEVEL_TABLE);

  if (table == NULL || !limits_take (&flow->limits, 1, 0))
    return;
  table->rows++;
  table->col = 0;
  push (flow, LEVEL_ROW);
}

void
flow_end_row (Flow *flow)
{
  Level *row = find (flow, LEVEL_ROW);

  if (row != NULL)
    pop_to (flow, row);
}

void
flow_drop_row (Flow *flow)
{
  if (top (flow)->kind == LEVEL_ROW)
    find (flow, LEVEL_TABLE)->rows--;
}

void
flow_skip_columns (Flow *flow, guint n)
{
  if (top (flow)->kind == LEVEL_ROW)
    {
      Level *table = find (flow, LEVEL_TABLE);

      table->col = MIN (table->col + MIN (n, MAX_COLUMNS), MAX_COLUMNS);
    }
}

void
flow_begin_cell (Flow *flow)
{
  Level *row = back_to (flow, LEVEL_ROW);
  Level *table, *cell;

  if (row == NULL)
    {
      flow_begin_row (flow);
      row = top (flow);
      if (row->kind != LEVEL_ROW)
        return;
    }
  table = find (flow, LEVEL_TABLE);
  while (table->col < table->columns->len &&
         column_at (table, table->col)->free >= table->rows)
    table->col++;
  if (table->col >= MAX_COLUMNS)
    flow->limits.width = table->col;
  if (!limits_take (&flow->limits, 1, 0))
    return;
  cell = push (flow, LEVEL_CELL);
  cell->cell = g_new0 (BlockCell, 1); /* its text comes when it ends */
  cell->cell->row = table->rows - 1;
  cell->cell->col = table->col;
  cell->cell->row_span = cell->cell->col_span = 1;
  g_ptr_array_add (table->table->cells, cell->cell);
}

void
flow_end_cell (Flow *flow)
{
  Level *cell = find (flow, LEVEL_CELL);

  if (cell != NULL)
    pop_to (flow, cell);
}

void
flow_span_cell (Flow *flow, guint rows, guint cols)
{
  Level *level = top (flow);

  if (level->kind != LEVEL_CELL)
    return;
  level->cell->row_span = rows > 0 ? rows : G_MAXUINT;
  level->cell->col_span = CLAMP (cols, 1, MAX_SPAN);
}

void
flow_widen_cell (Flow *flow)
{
  if (top (flow)->kind == LEVEL_CELL)
    top (flow)->widens = TRUE;
}

void
flow_drop_cell (Flow *flow)
{
  if (top (flow)->kind == LEVEL_CELL)
    top (flow)->is_dropped = TRUE;
  flow_end_cell (flow);
}

void
flow_continue_cell (Flow *flow)
{
  if (top (flow)->kind == LEVEL_CELL)
    top (flow)->is_continued = TRUE;
}
