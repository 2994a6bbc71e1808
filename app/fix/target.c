/* app/fix/target.c — fixes of a target: its operator, number and unit. */

#include "app/reading/target.h"
#include "app/decimal.h"
#include "app/fix/case.h"
#include "app/fold.h"

#include <string.h>

#define PERCENT(n)   ((n) *DECIMAL_ONE)
#define MONEY_CLOSE  5000 /* 分: amounts in 万元 with two decimals are equal */
#define TEN_THOUSAND 10000

static gboolean
is_in_three_cells (const Indicator *indicator)
{
  return indicator->operator_text != NULL || indicator->unit_text != NULL;
}

static void
set_cell (Fix *fix, const Indicator *indicator, const char *column, const char *old,
          const char *text)
{
  fix_set (fix, "indicator", indicator->record.id, column, old, text);
}

/* The number in a cell as it is written: where it begins, and its bytes; 0 for none. */
static gsize
number_in (const char *text, gsize *from)
{
  for (const char *p = text ? text : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gint64 e6;
      gsize  n =
          g_unichar_isdigit (g_utf8_get_char (p)) ? decimal_read (p, &e6, NULL) : 0;

      *from = p - text;
      if (n > 0)
        return n;
    }
  return 0;
}

static char *
number_of (const char *text)
{
  gsize from;
  gsize n = number_in (text, &from);

  return n > 0 ? g_strndup (text + from, n) : NULL;
}

/* The cell with another unit behind its number: old is the one it has there now, ''
 * for none.  NULL when it stands otherwise.  */
static char *
with_unit (const char *text, const char *old, const char *unit)
{
  gsize       from;
  gsize       n = number_in (text, &from);
  const char *behind;

  if (n == 0)
    return NULL;
  behind = text + from + n;
  while (g_unichar_isspace (g_utf8_get_char (behind)))
    behind = g_utf8_next_char (behind);
  if (!g_str_has_prefix (behind, old))
    return NULL;
  return g_strdup_printf ("%.*s%s%s", (int) (from + n), text, unit,
                          behind + strlen (old));
}

/* Gives the target another unit. */
static void
set_unit (const FixCase *self, gboolean is_certain, const char *unit)
{
  const Indicator *indicator = self->indicator;
  g_autofree char *value =
      is_in_three_cells (indicator) && indicator->unit_text != NULL
          ? NULL
          : with_unit (indicator->value_text, self->row->unit, unit);
  g_autofree char *folded_unit = fold (indicator->unit_text);

  if (!is_in_three_cells (indicator) && value != NULL)
    set_cell (fix_add (self, is_certain), indicator, "value_text",
              indicator->value_text, value);
  else if (is_in_three_cells (indicator) && strcmp (folded_unit, self->row->unit) == 0)
    set_cell (fix_add (self, is_certain), indicator, "unit_text", indicator->unit_text,
              unit);
}

/* Writes the target anew, the number as it is written. */
static Fix *
set_target (const FixCase *self, gboolean is_certain, const char *sign,
            const char *number, const char *unit)
{
  const Indicator *indicator = self->indicator;
  Fix             *fix = fix_add (self, is_certain);
  g_autofree char *whole = g_strconcat (sign, number, unit, NULL);

  if (!is_in_three_cells (indicator))
    {
      set_cell (fix, indicator, "value_text", indicator->value_text, whole);
      return fix;
    }
  set_cell (fix, indicator, "operator_text", indicator->operator_text, sign);
  set_cell (fix, indicator, "value_text", indicator->value_text, number);
  set_cell (fix, indicator, "unit_text", indicator->unit_text, unit);
  return fix;
}

/* The same number and unit with another operator. */
static void
set_sign (const FixCase *self, gboolean is_certain, const char *sign)
{
  g_autofree char *number = number_of (self->indicator->value_text);

  if (number != NULL)
    set_target (self, is_certain, sign, number, self->row->unit);
}

static gboolean
is_lower_bound (const IndicatorReading *row)
{
  return g_strcmp0 (row->sign, "≥") == 0 || g_strcmp0 (row->sign, ">") == 0;
}

static gboolean
is_cost (const IndicatorReading *row)
{
  return row->is_project && g_strcmp0 (row->level2, "cost") == 0;
}

/* Whether an amount, or a number taken for one, is the budget. */
static gboolean
is_budget (const FixCase *self, gint64 fen)
{
  gint64 budget = self->project->amount_fen;

  return budget != DB_NULL && fen != DB_NULL && ABS (fen - budget) < MONEY_CLOSE;
}

/* A percentage is between 1 and 100; 0.95 may be one too, but of which way of writing?
 * A cost in percent would be the next finding.  */
void
fix_rate_without_percent (const FixCase *self)
{
  const IndicatorReading *row = self->row;
  gboolean                is_certain = !is_cost (row) && !row->name_is_deadline;

  if (*row->unit != '\0' || row->number_e6 <= PERCENT (1) ||
      row->number_e6 > PERCENT (100) || is_budget (self, row->number_e6))
    return;
  if (row->number_e6 == PERCENT (100) && is_lower_bound (row) && !row->name_is_growth)
    {
      g_autofree char *number = number_of (self->indicator->value_text);

      set_target (self, is_certain, "=", number, "%");
    }
  else
    set_unit (self, is_certain, "%");
}

/* The unit in brackets behind a name: 服务对象满意度（%）, 驻村人数（人）. */
static char *
unit_in_brackets (const char *name)
{
  g_autofree char *folded = fold (name);
  char            *open = strrchr (folded, '(');
  gsize            length = strlen (folded);

  if (open == NULL || open == folded || !g_str_has_suffix (folded, ")") ||
      g_utf8_strlen (open, -1) > 5 || strpbrk (open, "0123456789") != NULL)
    return NULL;
  folded[length - 1] = '\0';
  return open[1] != '\0' ? g_strdup (open + 1) : NULL;
}

void
fix_unit_missing (const FixCase *self)
{
  const IndicatorReading *row = self->row;
  g_autofree char        *named = unit_in_brackets (self->indicator->name);

  if (row->name_is_rate || (row->name_is_level2 && row->description_is_rate))
    fix_rate_without_percent (self);
  else if (row->name_is_total_cost && is_cost (row) &&
           is_budget (self, row->amount_fen))
    set_unit (self, TRUE, "万元");
  else if (row->name_is_total_cost && is_cost (row) &&
           is_budget (self, row->number_e6 / TEN_THOUSAND))
    set_unit (self, TRUE, "元");
  else if (named != NULL && !is_cost (row))
    set_unit (self, TRUE, named);
}

/* 元 and 万元 are taken for one another: the number is the budget ten thousand times,
 * or the ten thousandth part of it.  */
void
fix_money_unit (const FixCase *self)
{
  const IndicatorReading *row = self->row;
  /* The budget itself is no output: that would be the next finding. */
  gboolean is_certain = g_strcmp0 (row->level2, "quantity") != 0 &&
                        g_strcmp0 (row->level2, "quality") != 0;

  if (row->amount_fen == DB_NULL || row->number_e6 == 0)
    return;
  if (is_budget (self, row->amount_fen / TEN_THOUSAND) && strcmp (row->unit, "元") != 0)
    set_unit (self, is_certain, "元");
  else if (is_budget (self, row->number_e6) && strcmp (row->unit, "元") == 0)
    set_unit (self, is_certain, "万元");
}

void
fix_unit_cell (const FixCase *self)
{
  g_autofree char *number = number_of (self->indicator->value_text);
  g_autofree char *rest = with_unit (self->indicator->value_text, self->row->unit, "");
  const char      *sign = self->row->sign;

  /* Nothing else may stand in the cell. */
  if (number != NULL && g_strcmp0 (rest, number) == 0)
    set_target (self, TRUE,
                sign != NULL && self->indicator->operator_text == NULL
                    ? sign
                    : self->indicator->operator_text,
                number, self->row->unit);
}

void
fix_at_least_100 (const FixCase *self)
{
  set_sign (self, TRUE, "=");
}

/* 950% may be 95%, a digit too many. */
void
fix_over_100 (const FixCase *self)
{
  const IndicatorReading *row = self->row;
  g_autofree char        *tenth = decimal_write (row->number_e6 / 10);

  if (row->number_e6 <= PERCENT (1000) && row->number_e6 >= PERCENT (500))
    set_target (self, FALSE, row->sign, tenth, row->unit);
}

/* 100% can only be reached, not exceeded. */
void
fix_operator_missing (const FixCase *self)
{
  const IndicatorReading *row = self->row;
  gboolean is_full = row->number_e6 == PERCENT (100) && strcmp (row->unit, "%") == 0 &&
                     !row->name_is_growth &&
                     g_strcmp0 (row->level1, "satisfaction") != 0;

  if (is_full)
    set_sign (self, TRUE, "=");
  else if (is_cost (row) || row->name_is_less_better)
    set_sign (self, FALSE, "≤");
  else
    {
      set_sign (self, FALSE, "≥");
      set_sign (self, FALSE, "=");
    }
}

/* The cost of the whole project is the budget, and that is a limit. */
void
fix_upper_limit (const FixCase *self)
{
  gboolean is_whole = is_cost (self->row) && self->row->name_is_total_cost &&
                      is_budget (self, self->row->amount_fen);

  set_sign (self, is_whole, "≤");
}

/* 大于等于90%, 90%以上: the sign that the words were read as. */
void
fix_operator_in_words (const FixCase *self)
{
  set_sign (self, TRUE, self->row->sign);
}

/* Words that are nothing but a number and a unit: 300元/件. */
void
fix_hidden_number (const FixCase *self)
{
  const Indicator *indicator = self->indicator;
  g_auto (Target) target = { 0 };
  g_autofree char *words =
      g_strconcat (indicator->value_text ? indicator->value_text : "",
                   indicator->unit_text, NULL);
  g_autofree char *number = number_of (words);

  target_read (&target, NULL, words, NULL);
  if (target.kind == TARGET_NUMBER && target.unit != NULL && number != NULL)
    set_target (self, target.sign != NULL || is_cost (self->row),
                target.sign != NULL ? target.sign : "=", number, target.unit);
}

void
fix_satisfaction_100 (const FixCase *self)
{
  if (strcmp (self->row->unit, "%") == 0)
    set_target (self, FALSE, "≥", "95", "%");
}

/* Words that cannot be measured: a pattern with a gap for the figure. */
void
fix_words (const FixCase *self)
{
  const IndicatorReading *row = self->row;
  const Indicator        *indicator = self->indicator;
  const char             *value = indicator->value_text ? indicator->value_text : "";
  g_autofree char        *whole = g_strconcat (value, indicator->unit_text, NULL);
  const char             *pattern;
  gsize                   from, length;

  if (!is_in_three_cells (indicator) &&
      words_find (self->words, "vague", whole, &from, &length, &pattern))
    set_cell (fix_add (self, FALSE), indicator, "value_text", indicator->value_text,
              pattern);
  if (is_cost (row))
    set_target (self, FALSE, "≤", FIX_GAP, "万元");
  else if (row->name_is_rate || g_strcmp0 (row->level1, "satisfaction") == 0)
    set_target (self, FALSE, "≥", FIX_GAP, "%");
  else
    set_target (self, FALSE, "≥", FIX_GAP, "");
}
