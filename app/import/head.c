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
#include "app/import/caption.h"
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
  static const char both[] =
      "^[\\[【（(]?([0-9]{3,12})[\\]】）)]?\\s*[-—_－]*\\s*([^0-9].*)$";
  g_autofree char *words = tidy (value);

  if (pattern_match (both, words))
    TAKE (r, project_table, r->project, unit_code, origin,
          pattern_take (both, words, 1));
  TAKE (r, project_table, r->project, unit_name, origin,
        pattern_match (both, words) ? pattern_take (both, words, 2) : g_strdup (words));
}

/* Without the code before or behind the name. */
static void
read_department (Recognition *r, const Origin *origin, const char *value)
{
  static const char code[] = "^\\s*[\\[【（(]?[0-9]{2,12}[\\]】）)]?\\s*[-—_－、]*\\s*|"
                             "\\s*[-—_－]?\\s*[\\[【（(]?[0-9]{2,12}[\\]】）)]?\\s*$";
  g_autofree char *bare = pattern_replace (code, value, "");
  char            *name = tidy (bare);

  if (name == NULL || r->document->department != NULL)
    {
      g_free (name);
      recognition_use (r, origin);
    }
  else
    TAKE (r, document_table, r->document, department, origin, name);
}

/* A code of dashes only is none. */
static char *
code (const char *value)
{
  g_autofree char *words = tidy (value);

  return pattern_match ("^[-—–―－_/\\s]*$", words) ? NULL : g_steal_pointer (&words);
}

/* A figure with what may stand around it, or a dash for none; 1-7月执行数 is a head.
 */
static gboolean
may_be_amount (const char *words)
{
  return g_utf8_strlen (words, -1) <= 20 &&
         pattern_match ("[0-9０-９]|^[-—/无零]+$", words) &&
         !pattern_match ("[数额率]$", words);
}

void
head_read_value (Recognition *r, Label label, const Origin *origin, const char *value)
{
  Project         *p = r->project;
  g_autofree char *words = tidy (value);
  g_autofree char *folded = fold (words);
  g_autofree char *year = pattern_take ("(?:19|20)\\d\\d", folded, 0);

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
    case LABEL_DEPARTMENT:
      read_department (r, origin, value);
      break;
    case LABEL_UNIT_CODE:
      TAKE (r, project_table, p, unit_code, origin, code (value));
      break;
    case LABEL_UNIT_NAME:
      read_unit (r, origin, value);
      break;
    case LABEL_AMOUNT:
      set_amount (r, origin, words);
      break;
    case LABEL_OUTLINE:
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

static gboolean
has_funding (const Project *p, const char *source)
{
  for (guint i = 0; i < p->fundings->len; i++)
    {
      const Funding *funding = p->fundings->pdata[i];

      if (g_str_equal (funding->source, source) && funding->amount_text != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Whether the project has no value yet for what the label names. */
static gboolean
is_wanted (const Recognition *r, Label label)
{
  const Project *p = r->project;

  switch (label)
    {
    case LABEL_LONG_AMOUNT:
      return FALSE;
    case LABEL_FISCAL:
      return !has_funding (p, "fiscal"); /* what it consists of has no field */
    case LABEL_DEPARTMENT:
      return r->document->department == NULL;
    case LABEL_UNIT_CODE:
      return p->unit_code == NULL;
    case LABEL_OUTLINE:
      return p->purpose == NULL &&
             (r->labels & (G_GUINT64_CONSTANT (1) << LABEL_PURPOSE |
                           G_GUINT64_CONSTANT (1) << LABEL_BUDGET)) == 0;
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

void
head_read_currency (Recognition *r, const char *label)
{
  g_autofree char *folded = fold (label);

  if (pattern_match ("\\(.*万元\\)", folded))
    r->currency = "万元";
  else if (pattern_match ("\\((?:单位:)?元\\)", folded))
    r->currency = "元";
}

/* Amounts of all the years stand before those of this year, or left of them, each with
 * what they consist of.  */
static gboolean
is_of_year (Recognition *r, Label label, guint col)
{
  if (label == LABEL_LONG_AMOUNT)
    r->money_from = G_MAXUINT;
  else if (label == LABEL_AMOUNT && r->money_from > 0)
    r->money_from = col;
  return label_source (label) == NULL || col >= r->money_from;
}

/* What follows a label as its value: an amount must look like one. */
static gboolean
may_be_value (Label label, const char *text)
{
  g_autofree char *words = tidy (text);

  return (label != LABEL_AMOUNT && label_source (label) == NULL) ||
         may_be_amount (words) ||
         (label_of (words) == LABEL_NONE &&
          !pattern_match ("(?:[数额率分]|资金|来源|计)$", words));
}

/* A figure, or a dash for none, and nothing else. */
static gboolean
is_amount (const char *words)
{
  return pattern_match ("^(?:[0-9０-９][0-9０-９,，.．]*\\s*(?:万?元)?|[-—/]+)$",
                        words);
}

/* 资金总额：100, 其中：财政拨款80 … : the amounts of a cell, a line each.  FALSE when
 * other lines stand there. */
static gboolean
read_entries (Recognition *r, const Origin *origin)
{
  g_auto (GStrv) lines = g_strsplit (origin_text (origin), "\n", -1);
  const char *value;

  for (char **line = lines; *line != NULL; line++)
    {
      Label label = label_split (*line, &value);

      if ((label != LABEL_AMOUNT && label_source (label) == NULL) || *value == '\0')
        return FALSE;
    }
  for (char **line = lines; *line != NULL; line++)
    {
      Label label = label_split (*line, &value);

      if (is_wanted (r, label) && is_of_year (r, label, origin->cell->col))
        head_read_value (r, label, origin, value);
    }
  return lines[0] != NULL && lines[1] != NULL;
}

/* The same with the labels in one cell and the amounts in the next. */
static gboolean
read_entries_beside (Recognition *r, const Origin *origin, const Origin *beside)
{
  g_auto (GStrv) labels = g_strsplit (origin_text (origin), "\n", -1);
  g_auto (GStrv) values = g_strsplit (origin_text (beside), "\n", -1);
  guint n = g_strv_length (labels);

  if (n < 2 || g_strv_length (values) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if ((label_of (labels[i]) != LABEL_AMOUNT &&
         label_source (label_of (labels[i])) == NULL) ||
        !is_amount (g_strstrip (values[i])))
      return FALSE;
  recognition_use (r, origin);
  for (guint i = 0; i < n; i++)
    if (is_wanted (r, label_of (labels[i])))
      head_read_value (r, label_of (labels[i]), beside, values[i]);
  return TRUE;
}

/* 项目总预算 is the amount of this year where no other label is. */
static Label
meant_by (const Recognition *r, Label label)
{
  return label == LABEL_LONG_AMOUNT &&
                 (r->labels & G_GUINT64_CONSTANT (1) << LABEL_AMOUNT) == 0
             ? LABEL_AMOUNT
             : label;
}

void
head_read_row (Recognition *r, guint block, const GPtrArray *cells)
{
  Label open = LABEL_NONE; /* the label that waits for its value */

  for (guint i = 0; i < cells->len; i++)
    {
      Origin      origin = recognition_cell (r, block, cells->pdata[i]);
      const char *text = origin_text (&origin), *value = NULL;
      Label       label = meant_by (r, label_of (text));
      Label       front = label == LABEL_NONE ? label_split (text, &value) : LABEL_NONE;

      if (block_is_blank (text))
        continue;
      front = meant_by (r, front);
      if (strchr (text, '\n') != NULL && label == LABEL_NONE)
        {
          Origin beside =
              recognition_cell (r, block,
                                i + 1 < cells->len ? cells->pdata[i + 1] : NULL);

          if (read_entries (r, &origin))
            continue;
          if (beside.cell != NULL && read_entries_beside (r, &origin, &beside))
            {
              i++;
              continue;
            }
        }
      if (caption_is_currency (text))
        {
          r->currency = strstr (text, "万元") != NULL ? "万元" : "元";
          TAKE (r, project_table, r->project, currency_line, &origin, tidy (text));
        }
      else if (label_is_head (label) && is_of_year (r, label, origin.cell->col))
        {
          recognition_use (r, &origin);
          head_read_currency (r, text);
          open = label;
          if (label == LABEL_BUDGET)
            r->zone = ZONE_PURPOSE;
        }
      else if (label_is_head (label))
        open = LABEL_NONE; /* it and its value stay unread */
      else if (label_is_head (front) && is_wanted (r, front) &&
               is_of_year (r, front, origin.cell->col))
        head_read_value (r, front, &origin, value);
      else if (open != LABEL_NONE && is_wanted (r, open) && may_be_value (open, text))
        {
          head_read_value (r, open, &origin, text);
          open = LABEL_NONE;
        }
    }
}

void
head_read_line (Recognition *r, const Origin *origin, Label label, const char *line,
                const char *value)
{
  g_autoptr (GPtrArray) amounts = NULL;

  if (!is_wanted (r, label) || !is_of_year (r, label, 0))
    return;
  if (label == LABEL_AMOUNT && amounts_read (line, &amounts) > 0 && amounts->len > 1)
    head_read_purpose (r, origin, line);
  else
    head_read_value (r, label, origin, value);
}

/* The label of a head over amounts, 合计 being all of them. */
static Label
label_over_amounts (const BlockCell *cell)
{
  g_autofree char *folded = fold (cell->text);
  Label            label = label_of (cell->text);

  if (pattern_match ("^(?:合计|小计|总计)(?:\\(.*\\))?$", folded))
    return LABEL_AMOUNT;
  return label == LABEL_AMOUNT || label_source (label) != NULL ? label : LABEL_NONE;
}

static BlockCell *
amount_below (const Grid *grid, const BlockCell *cell)
{
  BlockCell       *below = grid_at (grid, cell->row + cell->row_span, cell->col);
  g_autofree char *words = below != NULL ? tidy (below->text) : NULL;
  return is_amount (words) ? below : NULL;
}

/* 金额（万元） in front of the amounts. */
static void
use_label_of_amounts (Recognition *r, guint block, const Grid *grid, guint row)
{
  Origin origin = recognition_cell (r, block, grid_at (grid, row, 0));

  if (origin.cell == NULL || label_of (origin_text (&origin)) != LABEL_AMOUNT)
    return;
  recognition_use (r, &origin);
  head_read_currency (r, origin_text (&origin));
}

gboolean
head_read_columns (Recognition *r, guint block, const Grid *grid, guint row)
{
  const GPtrArray *cells = grid_row (grid, row);
  guint            heads = 0;

  for (guint i = 0; i < cells->len; i++)
    if (label_over_amounts (cells->pdata[i]) != LABEL_NONE)
      {
        if (amount_below (grid, cells->pdata[i]) == NULL)
          return FALSE;
        heads++;
      }
    else if (is_amount (((const BlockCell *) cells->pdata[i])->text))
      return FALSE; /* beside its label */
  if (heads < 2)
    return FALSE;
  use_label_of_amounts (r, block, grid, row + 1);
  for (guint i = 0; i < cells->len; i++)
    {
      Origin head = recognition_cell (r, block, cells->pdata[i]);
      Origin amount = recognition_cell (r, block, amount_below (grid, head.cell));
      Label  label = label_over_amounts (head.cell);

      if (label == LABEL_NONE || (label == LABEL_AMOUNT && !is_wanted (r, label)))
        continue;
      recognition_use (r, &head);
      head_read_currency (r, origin_text (&head));
      head_read_value (r, label, &amount, origin_text (&amount));
    }
  return TRUE;
}
