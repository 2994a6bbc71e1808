/* app/import/head.c — the head of a project table.
 *
 * A label is a cell and its value the next one, or both stand in one cell with a colon
 * between.  Where the amounts are a sentence in front of the purpose they are taken out
 * of it.
 */

#include "app/import/head.h"

#include "app/decimal.h"
#include "app/fold.h"
#include "app/import/label.h"
#include "app/read/pattern.h"
#include "db/funding.h"

#include <string.h>

static const struct {
  Label       label;
  const char *source;
} sources[] = {
  { LABEL_FISCAL, "fiscal" },
  { LABEL_LOCAL, "local" },
  { LABEL_OTHER, "other" },
};

static const char *
source_of (Label label)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sources); i++)
    if (sources[i].label == label)
      return sources[i].source;
  return NULL;
}

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

#define AMOUNT_LABEL                                                                                        \
  "(?:预算(?:数|金额|总额|规模|资金)?|(?:项目|年度)?(?:资金|预算)?总额|项目(?:总)?" \
  "金额)"
#define SOURCE_LABEL                                                                                       \
  "(?:财政(?:拨款|性)?(?:资金)?|一般公共预算(?:资金)?|[区市县]?本级(?:财政)?资金|" \
  "[区市县]级资金|其[他它](?:来源)?资金)"
#define FIGURE  "\\s*[为是:：]?\\s*([0-9０-９][0-9０-９,，.．]*\\s*(?:万元|元))"
#define BETWEEN "[\\s，。；;,.、（()）]*(?:其中\\s*[:：]?)?\\s*"

/* One amount of the sentence; TRUE and the text behind it when there is one more. */
static gboolean
read_clause (Recognition *r, const Origin *origin, const char **text)
{
  static const char clause[] = "^" BETWEEN "(" AMOUNT_LABEL "|" SOURCE_LABEL ")" FIGURE;
  g_autofree char  *name = pattern_take (clause, *text, 1);
  g_autofree char  *printed = pattern_take (clause, *text, 2);
  g_autofree char  *amount = tidy (printed);
  const char       *source = source_of (label_of (name));

  if (name == NULL)
    return FALSE;
  if (source == NULL && pattern_match ("^" SOURCE_LABEL "$", name))
    source = "fiscal";
  if (source != NULL)
    add_funding (r, source, origin, amount);
  else if (r->project->amount_text == NULL)
    set_amount (r, origin, amount);
  *text += pattern_length (clause, *text);
  return TRUE;
}

void
head_read_purpose (Recognition *r, const Origin *origin, const char *text)
{
  g_autofree char *words = tidy (text);
  const char      *rest = words;
  g_autofree char *lead = NULL;

  while (rest != NULL && read_clause (r, origin, &rest))
    continue;
  if (rest != words)
    {
      rest += pattern_length ("^[\\s）)]*[，。；;,.]*\\s*", rest);
      lead = g_strndup (words, (gsize) (rest - words));
      TAKE (r, project_table, r->project, purpose_lead, origin, tidy (lead));
    }
  TAKE (r, project_table, r->project, purpose, origin, tidy (rest));
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
        add_funding (r, source_of (label), origin, words);
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
