/* app/edit/understanding.c — the number that is stored beside a text. */

#include "app/edit/understanding.h"
#include "app/decimal.h"
#include "app/fold.h"
#include "app/reading/target.h"
#include "db/cell.h"
#include "db/execution.h"
#include "db/funding.h"
#include "db/indicator.h"
#include "db/outcome.h"
#include "db/plan-point.h"
#include "db/project.h"

#include <string.h>

#define DEFAULT_UNIT "万元"

typedef struct {
  char       *amount_text;
  const char *unit; /* printed over the table or in the label; NULL: nowhere */
} TableHead;

static void
table_head_clear (TableHead *head)
{
  g_free (head->amount_text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TableHead, table_head_clear)

static const char *
unit_in (const char *text)
{
  return text == NULL                  ? NULL
         : strstr (text, "万") != NULL ? "万元"
         : strstr (text, "元") != NULL ? "元"
                                       : NULL;
}

/* A unit that stands neither in the cell nor in a line over the table stood in the
 * label of the amount (预算数（万元）), which is not kept.  */
static gboolean
read_head (Db *db, gint64 project, TableHead *head, GError **error)
{
  g_autofree char *line = NULL;
  g_autofree char *kept = NULL;
  const char      *printed = NULL;
  gint64           fen;

  if (!cell_get (db, &project_table, project, "currency_line", &line, error) ||
      !cell_get (db, &project_table, project, "amount_unit", &kept, error) ||
      !cell_get (db, &project_table, project, "amount_text", &head->amount_text, error))
    return FALSE;
  head->unit = unit_in (line);
  if (head->amount_text != NULL)
    amount_read (head->amount_text, DEFAULT_UNIT, &fen, &printed);
  if (head->unit == NULL && printed == NULL)
    head->unit = unit_in (kept);
  return TRUE;
}

/* In 分; unit gets what is printed in the text or over it. */
static gint64
read_amount (const char *text, const char *table_unit, const char **unit)
{
  const char *printed = NULL;
  gint64      fen = DB_NULL;

  if (text != NULL &&
      !amount_read (text, table_unit ? table_unit : DEFAULT_UNIT, &fen, &printed))
    fen = DB_NULL;
  *unit = printed != NULL ? printed : table_unit;
  return fen;
}

static gboolean
store_amount (Db *db, gint64 project, const char *text, const char *table_unit,
              GError **error)
{
  const char *unit;
  gint64      fen = read_amount (text, table_unit, &unit);

  return cell_set (db, &project_table, project, "amount_text", text, error) &&
         cell_set (db, &project_table, project, "amount_unit", unit, error) &&
         cell_set_integer (db, &project_table, project, "amount_fen", fen, error);
}

static gboolean
store_funding (Db *db, gint64 funding, const char *text, const char *table_unit,
               GError **error)
{
  const char *unit;
  gint64      fen = read_amount (text, table_unit, &unit);

  return cell_set (db, &funding_table, funding, "amount_text", text, error) &&
         cell_set_integer (db, &funding_table, funding, "amount_fen", fen, error);
}

gint64
understanding_amount (Db *db, gint64 project, const char *text)
{
  g_auto (TableHead) head = { NULL };
  const char *unit;

  return read_head (db, project, &head, NULL) ? read_amount (text, head.unit, &unit)
                                              : DB_NULL;
}

static gboolean
set_amount (Db *db, gint64 project, const char *text, GError **error)
{
  g_auto (TableHead) head = { NULL };

  return read_head (db, project, &head, error) &&
         store_amount (db, project, text, head.unit, error);
}

static gboolean
set_funding (Db *db, gint64 funding, const char *text, GError **error)
{
  g_auto (TableHead) head = { NULL };
  gint64 project;

  return cell_get_integer (db, &funding_table, funding, funding_table.parent, &project,
                           error) &&
         read_head (db, project, &head, error) &&
         store_funding (db, funding, text, head.unit, error);
}

/* The line over the table is the unit of every amount that prints none itself. */
static gboolean
set_currency (Db *db, gint64 project, const char *text, GError **error)
{
  g_auto (TableHead) head = { NULL };
  GPtrArray  *fundings = NULL;
  const char *unit = unit_in (text);
  gboolean    done;

  if (!read_head (db, project, &head, error) ||
      !cell_set (db, &project_table, project, "currency_line", text, error) ||
      !store_amount (db, project, head.amount_text, unit, error))
    return FALSE;
  fundings = db_record_list (db, &funding_table, project, error);
  done = fundings != NULL;
  for (guint i = 0; done && i < fundings->len; i++)
    {
      Funding *funding = fundings->pdata[i];

      done = store_funding (db, funding->record.id, funding->amount_text, unit, error);
    }
  db_record_array_free (&funding_table, fundings);
  return done;
}

gint64
understanding_percent (const char *text)
{
  g_autofree char *folded = fold (text);
  gint64           e6 = DB_NULL;
  gsize            n = decimal_read (folded, &e6, NULL);

  return n > 0 && (folded[n] == '\0' || strcmp (folded + n, "%") == 0) ? e6 : DB_NULL;
}

static gboolean
set_percent (Db *db, gint64 point, const char *text, GError **error)
{
  return cell_set (db, &plan_point_table, point, "percent_text", text, error) &&
         cell_set_integer (db, &plan_point_table, point, "percent_e6",
                           understanding_percent (text), error);
}

static gboolean
set_execution (Db *db, gint64 execution, const char *column, const char *understood,
               const char *text, GError **error)
{
  g_auto (TableHead) head = { NULL };
  const char *unit;
  gint64      project;

  return cell_get_integer (db, &execution_table, execution, execution_table.parent,
                           &project, error) &&
         read_head (db, project, &head, error) &&
         cell_set (db, &execution_table, execution, column, text, error) &&
         cell_set_integer (db, &execution_table, execution, understood,
                           read_amount (text, head.unit, &unit), error);
}

static gboolean
set_adjusted (Db *db, gint64 execution, const char *text, GError **error)
{
  return set_execution (db, execution, "adjusted_text", "adjusted_fen", text, error);
}

static gboolean
set_monitored (Db *db, gint64 execution, const char *text, GError **error)
{
  return set_execution (db, execution, "monitored_text", "monitored_fen", text, error);
}

static gboolean
set_spent (Db *db, gint64 execution, const char *text, GError **error)
{
  return set_execution (db, execution, "spent_text", "spent_fen", text, error);
}

gint64
understanding_points (const char *text)
{
  g_autofree char *folded = fold (text);
  gint64           e6 = DB_NULL;
  gsize            n = decimal_read (folded, &e6, NULL);

  return n > 0 && (folded[n] == '\0' || g_str_equal (folded + n, "分") ||
                   g_str_equal (folded + n, "%"))
             ? e6
             : DB_NULL;
}

static gboolean
set_weight (Db *db, gint64 indicator, const char *text, GError **error)
{
  return cell_set (db, &indicator_table, indicator, "weight_text", text, error) &&
         cell_set_integer (db, &indicator_table, indicator, "weight_e6",
                           understanding_points (text), error);
}

static gboolean
set_score (Db *db, gint64 outcome, const char *text, GError **error)
{
  return cell_set (db, &outcome_table, outcome, "score_text", text, error) &&
         cell_set_integer (db, &outcome_table, outcome, "score_e6",
                           understanding_points (text), error);
}

/* What was reached, as a number: without a unit it is in the target's. */
static gboolean
read_actual (Db *db, gint64 indicator, const char *text, gint64 *e6, GError **error)
{
  g_autofree char *sign = NULL, *value = NULL, *unit = NULL;
  g_auto (Target) target = { 0 }, actual = { 0 };

  if (!cell_get (db, &indicator_table, indicator, "operator_text", &sign, error) ||
      !cell_get (db, &indicator_table, indicator, "value_text", &value, error) ||
      !cell_get (db, &indicator_table, indicator, "unit_text", &unit, error))
    return FALSE;
  target_read (&target, sign, value, unit);
  target_read (&actual, NULL, text, NULL);
  *e6 = actual.kind == TARGET_NUMBER && target.kind == TARGET_NUMBER &&
                (actual.unit == NULL || g_strcmp0 (actual.unit, target.unit) == 0)
            ? actual.number_e6
            : DB_NULL;
  return TRUE;
}

static gboolean
set_actual (Db *db, gint64 outcome, const char *text, GError **error)
{
  gint64 indicator, e6;

  return cell_get_integer (db, &outcome_table, outcome, outcome_table.parent,
                           &indicator, error) &&
         read_actual (db, indicator, text, &e6, error) &&
         cell_set (db, &outcome_table, outcome, "actual_text", text, error) &&
         cell_set_integer (db, &outcome_table, outcome, "actual_e6", e6, error);
}

static const struct {
  const char *table, *column;
  gboolean (*set) (Db *, gint64 row, const char *text, GError **);
  const char *filled[2]; /* what is understood of it */
} texts[] = {
  { "project", "amount_text", set_amount, { "amount_unit", "amount_fen" } },
  { "project", "currency_line", set_currency, { NULL } },
  { "funding", "amount_text", set_funding, { "amount_fen" } },
  { "plan_point", "percent_text", set_percent, { "percent_e6" } },
  { "execution", "adjusted_text", set_adjusted, { "adjusted_fen" } },
  { "execution", "monitored_text", set_monitored, { "monitored_fen" } },
  { "execution", "spent_text", set_spent, { "spent_fen" } },
  { "indicator", "weight_text", set_weight, { "weight_e6" } },
  { "outcome", "actual_text", set_actual, { "actual_e6" } },
  { "outcome", "score_text", set_score, { "score_e6" } },
};

gboolean
understanding_set (Db *db, const DbTable *table, gint64 row, const char *column,
                   const char *text, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (texts[i].table, table->name) &&
        g_str_equal (texts[i].column, column))
      return texts[i].set (db, row, text, error);
  return cell_set (db, table, row, column, text, error);
}

gboolean
understanding_fills (const char *table, const char *column)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (texts[i].table, table) &&
        (g_strcmp0 (texts[i].filled[0], column) == 0 ||
         g_strcmp0 (texts[i].filled[1], column) == 0))
      return TRUE;
  return FALSE;
}
