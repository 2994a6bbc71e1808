/* app/import/head.c — the head of a project table.
 *
 * A label is a cell and its value the next one, or both stand in one cell with a colon
 * between.  Where the amounts are a sentence in front of the purpose they are taken out
 * of it.
 */

#include "app/import/head.h"

#include "app/decimal.h"
#include "app/fold.h"
#include "app/import/amounts.h"
#include "app/import/label.h"
#include "app/read/pattern.h"
#include "db/funding.h"

#include <string.h>

/* An amount as printed, in 分 where it can be understood. */
static gint64
understand (Recognition *r, const char *text, const char **unit)
{
  gint64 fen;

  *unit = NULL;
  if (!amount_read (text, r->currency != NULL ? r->currency : "万元", &fen, unit))
    return DB_NULL;
  if (*unit == NULL)
    *unit = r->currency;
  return fen;
}

static void
set_amount (Recognition *r, const Origin *origin, const char *text)
{
  const char *unit;
  gint64      fen = understand (r, text, &unit);

  TAKE (r, project_table, r->project, amount_text, origin, g_strdup (text));
  if (unit != NULL)
    TAKE (r, project_table, r->project, amount_unit, origin, g_strdup (unit));
  if (fen != DB_NULL)
    TAKE_INTEGER (r, project_table, r->project, amount_fen, origin, fen);
}

static void
add_funding (Recognition *r, const char *source, const Origin *origin, const char *text)
{
  Funding    *funding = db_record_add (r->project->fundings, &funding_table);
  const char *unit;
  gint64      fen = understand (r, text, &unit);

  TAKE (r, funding_table, funding, source, origin, g_strdup (source));
  TAKE (r, funding_table, funding, amount_text, origin, g_strdup (text));
  if (fen != DB_NULL)
    TAKE_INTEGER (r, funding_table, funding, amount_fen, origin, fen);
}

void
head_read_purpose (Recognition *r, const Origin *origin, const char *text)
{
  g_autofree char *words = tidy (text);
  g_autoptr (GPtrArray) amounts = NULL;
  gsize length = words != NULL ? amounts_read (words, &amounts) : 0;

  for (guint i = 0; i < (length > 0 ? amounts->len : 0); i++)
    {
      const Amount *amount = amounts->pdata[i];

      if (amount->source != NULL)
        add_funding (r, amount->source, origin, amount->text);
      else if (r->project->amount_text == NULL)
        set_amount (r, origin, amount->text);
    }
  if (length > 0)
    {
      g_autofree char *lead = g_strndup (words, length);

      TAKE (r, project_table, r->project, purpose_lead, origin, tidy (lead));
    }
  TAKE (r, project_table, r->project, purpose, origin,
        words != NULL ? tidy (words + length) : NULL);
  r->zone = ZONE_HEAD;
}

/* "[13081122P00799110002Y]城乡养老…" */
static void
read_title_row (Recognition *r, const Origin *origin, const char *value)
{
  static const char both[] = "^\\s*[\\[【［]\\s*([^\\]】］]*?)\\s*[\\]】］]\\s*(.*)$";
  g_autofree char *words = tidy (value);

  if (!pattern_match (both, words))
    {
      TAKE (r, project_table, r->project, title_row_name, origin,
            g_steal_pointer (&words));
      return;
    }
  TAKE (r, project_table, r->project, title_row_code, origin,
        pattern_take (both, words, 1));
  TAKE (r, project_table, r->project, title_row_name, origin,
        pattern_take (both, words, 2));
}

static void
read_unit (Recognition *r, const Origin *origin, const char *value)
{
  static const char both[] = "^([0-9]{3,12})\\s*[-—]?\\s*(.+)$";
  g_autofree char  *words = tidy (value);

  if (pattern_match (both, words))
    TAKE (r, project_table, r->project, unit_code, origin,
          pattern_take (both, words, 1));
  TAKE (r, project_table, r->project, unit_name, origin,
        pattern_match (both, words) ? pattern_take (both, words, 2) : g_strdup (words));
}

/* A code of dashes only is none. */
static char *
code (const char *value)
{
  g_autofree char *words = tidy (value);

  return pattern_match ("^[-—–―－_/\\s]*$", words) ? NULL : g_steal_pointer (&words);
}

static gboolean
may_be_amount (const char *words)
{
  return g_utf8_strlen (words, -1) <= 20 &&
         pattern_match ("[0-9０-９]|^[-—/无零]+$", words);
}

static void
read_value (Recognition *r, Label label, const Origin *origin, const char *value)
{
  Project         *p = r->project;
  g_autofree char *words = tidy (value);
  g_autofree char *year = pattern_take ("(?:19|20)\\d\\d", words, 0);

  switch (label)
    {
    case LABEL_TITLE_ROW:
      read_title_row (r, origin, value);
      break;
    case LABEL_CODE:
      TAKE (r, project_table, p, code, origin, code (value));
      break;
    case LABEL_NAME:
      TAKE (r, project_table, p, name, origin, g_steal_pointer (&words));
      break;
    case LABEL_YEAR:
      if (year != NULL)
        TAKE_INTEGER (r, project_table, p, fiscal_year, origin,
                      g_ascii_strtoll (year, NULL, 10));
      break;
    case LABEL_TEMPLATE:
      TAKE (r, project_table, p, target_template, origin, g_steal_pointer (&words));
      break;
    case LABEL_UNIT_NAME:
      read_unit (r, origin, value);
      break;
    case LABEL_AMOUNT:
      set_amount (r, origin, words);
      break;
    case LABEL_PURPOSE:
    case LABEL_BUDGET:
      head_read_purpose (r, origin, value);
      break;
    default:
      /* where two rows ran together, the purpose stands behind a blank amount */
      if (r->zone == ZONE_PURPOSE && !may_be_amount (words))
        head_read_purpose (r, origin, value);
      else
        add_funding (r, label_source (label), origin, words);
    }
}

/* Whether the project has no value yet for what the label names. */
static gboolean
is_wanted (const Project *p, Label label)
{
  switch (label)
    {
    case LABEL_CODE:
      return p->code == NULL;
    case LABEL_NAME:
      return p->name == NULL;
    case LABEL_AMOUNT:
      return p->amount_text == NULL;
    case LABEL_PURPOSE:
    case LABEL_BUDGET:
      return p->purpose == NULL;
    default:
      return TRUE;
    }
}

/* 项目资金（万元） says the unit of all amounts behind it. */
static void
read_currency (Recognition *r, const char *label)
{
  g_autofree char *folded = fold (label);

  if (pattern_match ("\\(.*万元\\)", folded))
    r->currency = "万元";
  else if (pattern_match ("\\((?:单位:)?元\\)", folded))
    r->currency = "元";
}

void
head_read_row (Recognition *r, guint block, const GPtrArray *cells)
{
  Label open = LABEL_NONE; /* the label that waits for its value */

  for (guint i = 0; i < cells->len; i++)
    {
      Origin      origin = recognition_cell (r, block, cells->pdata[i]);
      const char *text = origin_text (&origin), *value = NULL;
      Label       label = label_of (text);
      Label       front = label == LABEL_NONE ? label_split (text, &value) : LABEL_NONE;

      if (block_is_blank (text))
        continue;
      if (label_is_head (label))
        {
          recognition_use (r, &origin);
          read_currency (r, text);
          open = label;
          if (label == LABEL_BUDGET)
            r->zone = ZONE_PURPOSE;
        }
      else if (label_is_head (front) && is_wanted (r->project, front))
        read_value (r, front, &origin, value);
      else if (open != LABEL_NONE && is_wanted (r->project, open))
        {
          read_value (r, open, &origin, text);
          open = LABEL_NONE;
        }
    }
}
