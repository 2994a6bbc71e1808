/* app/reading/plan.c — what a 资金支出计划 says. */

#include "app/reading/plan.h"
#include "app/decimal.h"
#include "app/fold.h"
#include "db/plan-point.h"

#include <string.h>

static gboolean
is_blank (const char *text)
{
  g_autofree char *folded = fold (text);

  return *folded == '\0';
}

static void
append (GString *list, const char *text)
{
  if (list->len > 0)
    g_string_append (list, "、");
  g_string_append (list, text);
}

/* What is compared between the points of a plan. */
static void
read_plan_shape (GPtrArray *plan, ProjectReading *reading)
{
  gint64   before = DB_NULL;
  gboolean nothing_yet = TRUE;
  guint    with_sign = 0, without_sign = 0;

  for (guint i = 0; i < plan->len; i++)
    {
      const PlanPoint *point = plan->pdata[i];
      g_autofree char *text = fold (point->percent_text);

      reading->plan_blanks += *text == '\0';
      with_sign += strchr (text, '%') != NULL;
      without_sign += *text != '\0' && strchr (text, '%') == NULL;
      reading->plan_falls |= before != DB_NULL && point->percent_e6 != DB_NULL &&
                             point->percent_e6 < before;
      if (point->percent_e6 != DB_NULL)
        before = point->percent_e6;
      if (i + 1 < plan->len)
        nothing_yet &= *text == '\0' || point->percent_e6 == 0;
      else
        reading->plan_end_e6 = point->percent_e6;
    }
  reading->plan_is_mixed = with_sign > 0 && without_sign > 0;
  reading->plan_is_all_last =
      plan->len > 1 && nothing_yet && reading->plan_end_e6 == 100 * DECIMAL_ONE;
}

void
reading_add_plan (ProjectReading *reading, GPtrArray *plan)
{
  g_autoptr (GString) labels = g_string_new (NULL);
  g_autoptr (GString) percents = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  read_plan_shape (plan, reading);
  for (guint i = 0; i < plan->len; i++)
    {
      const PlanPoint *point = plan->pdata[i];
      g_autofree char *label = fold (point->label);
      g_autofree char *percent = point->percent_e6 != DB_NULL
                                     ? decimal_write (point->percent_e6)
                                     : g_strdup ("");

      append (labels, label);
      append (percents, percent);
      append (text, is_blank (point->percent_text) ? "空" : point->percent_text);
    }
  if (plan->len == 0)
    return;
  reading->plan_labels = g_strdup (labels->str);
  reading->plan_text = g_strdup (text->str);
  if (reading->plan_blanks == 0)
    reading->plan_percents = g_strdup (percents->str);
}
