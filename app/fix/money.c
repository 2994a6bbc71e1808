/* app/fix/money.c — fixes of a project's amounts and of their sources. */

#include "app/decimal.h"
#include "app/fix/case.h"
#include "app/fold.h"
#include "db/funding.h"

#include <string.h>

#define TEN_THOUSAND 10000

/* An amount cell of a project: the budget, or one of its parts. */
typedef struct {
  const char *table;
  gint64      row;
  const char *text;
  gint64      fen;
} Amount;

static void
set_amount (Fix *fix, const Amount *amount, const char *text)
{
  fix_set (fix, amount->table, amount->row, "amount_text", amount->text, text);
}

/* What the rule adds up: 本级资金 is a share of 财政资金 where both are printed. */
static GArray *
parts_of (const Project *project)
{
  GArray  *parts = g_array_new (FALSE, FALSE, sizeof (Amount));
  gboolean has_fiscal = FALSE;

  for (guint i = 0; i < project->fundings->len; i++)
    {
      const Funding *funding = project->fundings->pdata[i];

      has_fiscal |=
          g_str_equal (funding->source, "fiscal") && funding->amount_fen != DB_NULL;
    }
  for (guint i = 0; i < project->fundings->len; i++)
    {
      const Funding *funding = project->fundings->pdata[i];
      const Amount   part = { "funding", funding->record.id, funding->amount_text,
                              funding->amount_fen };

      if (funding->amount_fen != DB_NULL &&
          !(has_fiscal && g_str_equal (funding->source, "local")))
        g_array_append_val (parts, part);
    }
  return parts;
}

static gint64
sum_of (GArray *parts)
{
  gint64 sum = 0;

  for (guint i = 0; i < parts->len; i++)
    sum += g_array_index (parts, Amount, i).fen;
  return sum;
}

/* The cell as it reads when 元 and 万元 had been taken for one another and the amount
 * is fen; NULL when that is not what happened.  */
static char *
rescaled (const Amount *amount, gint64 fen)
{
  g_autofree char *folded = fold (amount->text);
  gint64           number;
  gsize            n = decimal_read (folded, &number, NULL);
  const char      *unit = folded + n;

  if (fen <= 0 || n == 0)
    return NULL;
  if (amount->fen == fen * TEN_THOUSAND && *unit == '\0')
    return decimal_write (fen);
  if (amount->fen == fen * TEN_THOUSAND && strcmp (unit, "万元") == 0)
    return g_strdup_printf ("%.*s元", (int) n, folded);
  if (amount->fen * TEN_THOUSAND == fen && strcmp (unit, "元") == 0)
    return g_strdup_printf ("%.*s万元", (int) n, folded);
  return NULL;
}

/* The one amount that makes the sum hold when it is taken ten thousand times larger or
 * smaller.  A part is looked at first: a budget of 100 万元 is not one of 100元.  */
static gboolean
add_rescaled (const FixCase *self, const Amount *budget, GArray *parts)
{
  gint64           sum = sum_of (parts);
  g_autofree char *found = NULL;
  const Amount    *where = NULL;

  for (guint i = 0; i < parts->len; i++)
    {
      const Amount    *part = &g_array_index (parts, Amount, i);
      g_autofree char *text = rescaled (part, budget->fen - (sum - part->fen));

      if (text != NULL && where != NULL)
        return FALSE;
      if (text == NULL)
        continue;
      where = part;
      found = g_steal_pointer (&text);
    }
  if (where == NULL)
    {
      where = budget;
      found = rescaled (budget, sum);
    }
  if (found != NULL)
    set_amount (fix_add (self, TRUE), where, found);
  return found != NULL;
}

/* 其他资金 is what the other sources leave, where it is blank. */
static void
suggest_rest (const FixCase *self, gint64 rest)
{
  g_autofree char *text = decimal_write (rest);

  for (guint i = 0; i < self->project->fundings->len; i++)
    {
      const Funding *funding = self->project->fundings->pdata[i];
      const Amount   other = { "funding", funding->record.id, funding->amount_text,
                               funding->amount_fen };

      if (!g_str_equal (funding->source, "other"))
        continue;
      if (funding->amount_fen == DB_NULL)
        set_amount (fix_add (self, FALSE), &other, text);
      return;
    }
  fix_make_funding (fix_add (self, FALSE), self->project->record.id, "other", text);
}

void
fix_funding_sum (const FixCase *self)
{
  const Project *project = self->project;
  g_autoptr (GArray) parts = parts_of (project);
  const Amount budget = { "project", project->record.id, project->amount_text,
                          project->amount_fen };
  gint64       sum = sum_of (parts);
  gboolean     in_wan =
      project->amount_unit == NULL || g_str_equal (project->amount_unit, "万元");

  if (add_rescaled (self, &budget, parts) || !in_wan)
    return;
  if (sum < budget.fen)
    suggest_rest (self, budget.fen - sum);
  if (sum > 0)
    {
      g_autofree char *text = decimal_write (sum);
      g_autofree char *whole =
          strstr (project->amount_text, "元") ? g_strconcat (text, "万元", NULL) : NULL;

      set_amount (fix_add (self, FALSE), &budget, whole ? whole : text);
    }
}

/* Where there are no other sources, 财政资金 is the budget. */
void
fix_funding_missing (const FixCase *self)
{
  const Project *project = self->project;
  Fix           *fix = fix_add (self, FALSE);

  for (guint i = 0; i < project->fundings->len; i++)
    {
      const Funding *funding = project->fundings->pdata[i];

      if (g_str_equal (funding->source, "fiscal"))
        {
          fix_set (fix, "funding", funding->record.id, "amount_text",
                   funding->amount_text, project->amount_text);
          return;
        }
    }
  fix_make_funding (fix, project->record.id, "fiscal", project->amount_text);
}
