/* app/import/plan.c — 资金支出计划.
 *
 * The label of the plan may be broken over both rows (资金支出 above 计划), and the
 * columns may be padded with blanks; so a percent belongs to the period above it, or to
 * the period of the same rank when there are as many percents as periods.
 */

#include "app/import/plan.h"

#include "app/decimal.h"
#include "app/fold.h"
#include "app/import/label.h"
#include "app/read/pattern.h"
#include "db/plan-point.h"

static gboolean
is_period (const BlockCell *cell)
{
  return label_of (cell->text) == LABEL_PERIOD;
}

static gboolean
is_percent (const BlockCell *cell)
{
  g_autofree char *folded = fold (cell->text);

  return pattern_match ("^[0-9.]+%?$|^[-/]+$", folded);
}

gboolean
plan_is_row (const GPtrArray *cells)
{
  guint periods = 0, percents = 0, others = 0;

  for (guint i = 0; i < cells->len; i++)
    periods += is_period (cells->pdata[i]);
  if (periods != 1) /* in most rows there is none */
    return periods >= 2;
  for (guint i = 0; i < cells->len; i++)
    {
      const BlockCell *cell = cells->pdata[i];

      if (is_percent (cell))
        percents++;
      else
        others += !cell_is_blank (cell) && !is_period (cell) &&
                  label_of (cell->text) != LABEL_PLAN;
    }
  return percents == 1 && others == 0;
}

/* A row that can stand below the periods: percents, and what is left of the label. */
static gboolean
is_percent_row (const GPtrArray *cells)
{
  guint percents = 0, others = 0;

  for (guint i = 0; i < cells->len; i++)
    if (!cell_is_blank (cells->pdata[i]))
      *(is_percent (cells->pdata[i]) ? &percents : &others) += 1;
  return others <= 1 && (percents > 0 || others == 0);
}

static void
add_to_label (Recognition *r, guint block, BlockCell *cell)
{
  Origin           origin = recognition_cell (r, block, cell);
  g_autofree char *words = tidy (cell->text);
  g_autofree char *label =
      g_strconcat (r->project->plan_label ? r->project->plan_label : "",
                   words ? words : "", NULL);

  TAKE (r, project_table, r->project, plan_label, &origin,
        pattern_replace ("\\s", label, ""));
}

/* The periods become points; behind them in the same row, percents go to values. */
static void
read_periods (Recognition *r, guint block, const GPtrArray *cells, GPtrArray *periods,
              GPtrArray *values)
{
  for (guint i = 0; i < cells->len; i++)
    {
      BlockCell *cell = cells->pdata[i];
      Origin     origin = recognition_cell (r, block, cell);
      PlanPoint *point;

      if (is_period (cell))
        {
          g_autofree char *words = tidy (cell->text);

          point = db_record_add (r->project->plan, &plan_point_table);
          TAKE (r, plan_point_table, point, label, &origin,
                pattern_replace ("\\s", words, ""));
          g_ptr_array_add (periods, cell);
        }
      else if (!cell_is_blank (cell) && periods->len == 0)
        add_to_label (r, block, cell);
      else if (!cell_is_blank (cell) && is_percent (cell))
        g_ptr_array_add (values, cell);
    }
}

/* The rank of the period that a percent stands below, or right of. */
static guint
period_above (const GPtrArray *periods, const BlockCell *value)
{
  guint rank = 0;

  for (guint i = 0; i < periods->len; i++)
    if (((BlockCell *) periods->pdata[i])->col <= value->col)
      rank = i;
  return rank;
}

static void
set_percent (Recognition *r, guint block, PlanPoint *point, BlockCell *value)
{
  Origin           origin = recognition_cell (r, block, value);
  g_autofree char *folded = fold (value->text);
  gint64           e6;

  TAKE (r, plan_point_table, point, percent_text, &origin, tidy (value->text));
  if (decimal_read (folded, &e6, NULL) > 0)
    TAKE_INTEGER (r, plan_point_table, point, percent_e6, &origin, e6);
}

static void
read_percents (Recognition *r, guint block, const GPtrArray *periods,
               const GPtrArray *values)
{
  GPtrArray *plan = r->project->plan;
  guint      first = plan->len - periods->len;

  for (guint i = 0; i < values->len; i++)
    {
      guint rank =
          values->len == periods->len ? i : period_above (periods, values->pdata[i]);
      PlanPoint *point = plan->pdata[first + rank];

      if (point->percent_text == NULL)
        set_percent (r, block, point, values->pdata[i]);
    }
}

guint
plan_read (Recognition *r, guint block, const Grid *grid, guint row)
{
  const GPtrArray *cells = grid_row (grid, row);
  const GPtrArray *below = NULL;
  g_autoptr (GPtrArray) periods = g_ptr_array_new ();
  g_autoptr (GPtrArray) values = g_ptr_array_new ();

  read_periods (r, block, cells, periods, values);
  if (values->len == 0 && row + 1 < grid->rows->len)
    below = grid_row (grid, row + 1);
  if (below != NULL && is_percent_row (below))
    {
      row++;
      for (guint i = 0; i < below->len; i++)
        if (is_percent (below->pdata[i]))
          g_ptr_array_add (values, below->pdata[i]);
        else if (!cell_is_blank (below->pdata[i]))
          add_to_label (r, block, below->pdata[i]);
    }
  read_percents (r, block, periods, values);
  r->zone = ZONE_HEAD;
  return row;
}
