/* app/fix/plan.c — fixes of a 资金支出计划. */

#include "app/decimal.h"
#include "app/fix/case.h"
#include "app/fold.h"
#include "db/plan-point.h"

#include <string.h>

static gboolean
is_blank (const PlanPoint *point)
{
  g_autofree char *text = fold (point->percent_text);

  return *text == '\0';
}

static gboolean
has_sign (const PlanPoint *point)
{
  g_autofree char *text = fold (point->percent_text);

  return strchr (text, '%') != NULL;
}

/* Whether the plan writes % behind its numbers. */
static gboolean
writes_sign (GPtrArray *plan)
{
  for (guint i = 0; i < plan->len; i++)
    if (has_sign (plan->pdata[i]))
      return TRUE;
  return FALSE;
}

static void
set_percent (Fix *fix, const PlanPoint *point, gint64 e6, gboolean with_sign)
{
  g_autofree char *number = decimal_write (e6);
  g_autofree char *text = g_strconcat (number, with_sign ? "%" : "", NULL);

  fix_set (fix, "plan_point", point->record.id, "percent_text", point->percent_text,
           text);
}

/* Nothing is spent where nothing stands before the first figure.  Further on a blank
 * may be any figure between its neighbours.  */
void
fix_plan_blanks (const FixCase *self)
{
  GPtrArray *plan = self->project->plan;
  gint64     before = 0;
  gboolean   is_certain = TRUE;
  Fix       *fix;

  for (guint i = 0; i < plan->len; i++)
    {
      const PlanPoint *point = plan->pdata[i];

      is_certain &= !is_blank (point) || before == 0;
      if (point->percent_e6 != DB_NULL)
        before = point->percent_e6;
    }
  fix = before != 0 ? fix_add (self, is_certain) : NULL;
  before = 0;
  for (guint i = 0; fix != NULL && i < plan->len; i++)
    {
      const PlanPoint *point = plan->pdata[i];

      if (is_blank (point))
        set_percent (fix, point, before, writes_sign (plan));
      else if (point->percent_e6 != DB_NULL)
        before = point->percent_e6;
    }
}

void
fix_plan_percent (const FixCase *self)
{
  GPtrArray *plan = self->project->plan;
  Fix       *fix = fix_add (self, TRUE);

  for (guint i = 0; i < plan->len; i++)
    {
      const PlanPoint *point = plan->pdata[i];

      if (!is_blank (point) && !has_sign (point) && point->percent_e6 != DB_NULL)
        {
          g_autofree char *text = g_strconcat (point->percent_text, "%", NULL);

          fix_set (fix, "plan_point", point->record.id, "percent_text",
                   point->percent_text, text);
        }
    }
}

/* Shares that are 100% together were written for one period each. */
void
fix_plan_increments (const FixCase *self)
{
  GPtrArray *plan = self->project->plan;
  gint64     sum = 0;
  Fix       *fix;

  for (guint i = 0; i < plan->len; i++)
    {
      const PlanPoint *point = plan->pdata[i];

      if (point->percent_e6 == DB_NULL)
        return;
      sum += point->percent_e6;
    }
  if (sum != 100 * DECIMAL_ONE)
    return;
  fix = fix_add (self, TRUE);
  sum = 0;
  for (guint i = 0; i < plan->len; i++)
    {
      const PlanPoint *point = plan->pdata[i];

      sum += point->percent_e6;
      set_percent (fix, point, sum, has_sign (point));
    }
}
