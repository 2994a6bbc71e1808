/* app/import/tasks.c — 年度主要任务 in a table of the whole department.
 *
 * A task is what other texts have as a sub-goal: its name the title, its content the
 * goal.  What it costs has no field and stays unread.
 */

#include "app/import/tasks.h"

#include "app/fold.h"
#include "app/read/pattern.h"
#include "db/sub-goal.h"

/* The column over which a head says what the pattern matches; G_MAXUINT: none. */
static guint
column_of (const Grid *grid, guint row, const char *pattern)
{
  for (guint col = 0; col < grid->n_cols; col++)
    {
      const BlockCell *cell = grid_at (grid, row, col);
      g_autofree char *folded =
          cell != NULL && cell->row == row ? fold (cell->text) : NULL;

      if (pattern_match (pattern, folded))
        return col;
    }
  return G_MAXUINT;
}

static guint
name_column (const Grid *grid, guint row)
{
  return column_of (grid, row, "^(?:主要|重点|工作)*任务(?:名称)?$");
}

static guint
content_column (const Grid *grid, guint row)
{
  return column_of (grid, row, "^(?:主要|具体|任务|工作)+内容$");
}

gboolean
tasks_is_header (const Grid *grid, guint row)
{
  return name_column (grid, row) < content_column (grid, row) &&
         content_column (grid, row) != G_MAXUINT;
}

/* A cell that begins in a row and says something; NULL: there is none. */
static BlockCell *
cell_in (const Grid *grid, guint row, guint col)
{
  BlockCell *cell = grid_at (grid, row, col);

  return cell != NULL && cell->row == row && !cell_is_blank (cell) ? cell : NULL;
}

/* The row behind the last that the label beside the tasks reaches down to. */
static guint
end_of_tasks (const Grid *grid, guint row, guint name)
{
  const BlockCell *label = name > 0 ? grid_at (grid, row, name - 1) : NULL;
  guint            end = row + 1;

  if (label == NULL)
    return end;
  end = MIN (label->row + label->row_span, grid->rows->len);
  /* an extract has blank cells where a merged one goes on */
  while (label->row_span == 1 && end < grid->rows->len &&
         cell_is_blank (grid_at (grid, end, name - 1)))
    end++;
  return end;
}

guint
tasks_read (Recognition *r, guint block, const Grid *grid, guint row)
{
  guint name = name_column (grid, row), content = content_column (grid, row);
  guint end = end_of_tasks (grid, row, name);

  for (guint col = 0; col < grid->n_cols; col++)
    {
      Origin head = recognition_cell (r, block, grid_at (grid, row, col));

      if (head.cell != NULL && (col == name || col == content || col + 1 == name))
        recognition_use (r, &head);
    }
  for (guint next = row + 1; next < end; next++)
    {
      Origin   title = recognition_cell (r, block, cell_in (grid, next, name));
      Origin   goal = recognition_cell (r, block, cell_in (grid, next, content));
      SubGoal *task;

      if (title.cell == NULL || goal.cell == NULL || title.cell == goal.cell)
        continue; /* 合计 */
      task = db_record_add (r->document->sub_goals, &sub_goal_table);
      TAKE (r, sub_goal_table, task, title, &title, tidy (title.cell->text));
      TAKE (r, sub_goal_table, task, goal, &goal, tidy (goal.cell->text));
    }
  return end - 1;
}
