/* app/import/summary.c — what a summary says of each project, held against it. */

#include "app/import/summary.h"

#include "app/decimal.h"
#include "app/fold.h"
#include "app/import/label.h"
#include "db/funding.h"

#include <string.h>

typedef enum {
  COLUMN_NUMBER, /* of the row */
  COLUMN_PROJECT,
  COLUMN_CODE,
  COLUMN_UNIT_NAME,
  COLUMN_AMOUNT,
  COLUMN_FISCAL,
  COLUMN_OTHER,
  COLUMN_GOALS,
  COLUMN_INDICATORS,
  COLUMN_UNKNOWN,
} SummaryColumn;

/* Folded heads, without what stands in brackets, that are no labels of a form. */
static const struct {
  const char   *head;
  SummaryColumn column;
} heads[] = {
  { "名称", COLUMN_PROJECT },      { "编码", COLUMN_CODE },
  { "单位", COLUMN_UNIT_NAME },    { "财政", COLUMN_FISCAL },
  { "其他", COLUMN_OTHER },        { "目标数", COLUMN_GOALS },
  { "指标数", COLUMN_INDICATORS },
};

static const struct {
  Label         label;
  SummaryColumn column;
} labels[] = {
  { LABEL_SERIAL, COLUMN_NUMBER }, { LABEL_NAME, COLUMN_PROJECT },
  { LABEL_CODE, COLUMN_CODE },     { LABEL_UNIT_NAME, COLUMN_UNIT_NAME },
  { LABEL_AMOUNT, COLUMN_AMOUNT }, { LABEL_FISCAL, COLUMN_FISCAL },
  { LABEL_LOCAL, COLUMN_FISCAL },  { LABEL_OTHER, COLUMN_OTHER },
};

#define LEAST_HEADS 3

static SummaryColumn
column_of (const char *head)
{
  g_autofree char *folded = fold (head);
  Label            label = label_of (head);
  char            *bracket = strchr (folded, '(');

  if (bracket != NULL)
    *bracket = '\0';
  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    if (g_str_equal (heads[i].head, folded))
      return heads[i].column;
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (labels[i].label == label)
      return labels[i].column;
  return COLUMN_UNKNOWN;
}

/* The row of heads: the first that says something in more than one cell. */
static guint
head_row (const Grid *grid)
{
  for (guint row = 0; row < grid->rows->len; row++)
    {
      const GPtrArray *cells = grid->rows->pdata[row];
      guint            n = 0;

      for (guint i = 0; i < cells->len; i++)
        n += !cell_is_blank (cells->pdata[i]);
      if (n > 1)
        return row;
    }
  return grid->rows->len;
}

static gboolean
are_heads (const GPtrArray *cells)
{
  guint    n = 0, others = 0;
  gboolean has_project = FALSE, has_goals = FALSE;

  for (guint i = 0; i < cells->len; i++)
    {
      const BlockCell *cell = cells->pdata[i];
      SummaryColumn    column = column_of (cell->text);

      if (cell_is_blank (cell))
        continue;
      has_goals |= label_of (cell->text) == LABEL_GOALS;
      if (column == COLUMN_UNKNOWN)
        {
          others++;
          continue;
        }
      has_project |= column == COLUMN_PROJECT;
      n++;
    }
  return has_project && n >= LEAST_HEADS && others <= 1 && !has_goals; /* 备注 */
}

gboolean
summary_is (const Grid *grid)
{
  guint row = head_row (grid);

  if (row + 1 >= grid->rows->len || !are_heads (grid->rows->pdata[row]))
    return FALSE;
  for (row++; row < grid->rows->len; row++)
    {
      const GPtrArray *cells = grid->rows->pdata[row];

      for (guint i = 0; i < cells->len; i++)
        if (label_of (((const BlockCell *) cells->pdata[i])->text) != LABEL_NONE)
          return FALSE;
    }
  return TRUE;
}

static gboolean
is_same (const char *a, const char *b)
{
  g_autofree char *left = fold (a), *right = fold (b);

  return *left != '\0' && g_str_equal (left, right);
}

static const Project *
find_project (const Recognition *r, const char *name)
{
  const GPtrArray *projects = r->document->projects;

  for (guint i = 0; i < projects->len; i++)
    if (is_same (((const Project *) projects->pdata[i])->name, name))
      return projects->pdata[i];
  return NULL;
}

static gint64
money_of (const Project *project, SummaryColumn column)
{
  gint64 sum = 0;

  if (column == COLUMN_AMOUNT)
    return project->amount_fen;
  for (guint i = 0; i < project->fundings->len; i++)
    {
      const Funding *funding = project->fundings->pdata[i];
      gboolean       is_other = g_str_equal (funding->source, "other");

      if (funding->amount_fen != DB_NULL && is_other == (column == COLUMN_OTHER) &&
          (is_other || g_str_equal (funding->source, "fiscal")))
        sum += funding->amount_fen;
    }
  return sum;
}

/* Whether an amount is the project's; NULL: all of them together. */
static gboolean
is_money (const Recognition *r, const Project *project, SummaryColumn column,
          const char *head, const char *text)
{
  const char *unit =
      strstr (head, "元") != NULL && strstr (head, "万") == NULL ? "元" : "万元";
  gint64 fen, sum = 0;

  if (!amount_read (text, unit, &fen, &unit))
    return FALSE;
  if (project != NULL)
    return money_of (project, column) == fen;
  for (guint i = 0; i < r->document->projects->len; i++)
    sum += money_of (r->document->projects->pdata[i], column);
  return sum == fen;
}

static gboolean
is_count (const char *text, guint n)
{
  guint64 number;

  return g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT, &number, NULL) &&
         number == n;
}

/* Whether a cell says what the records hold of the project; NULL: of all. */
static gboolean
is_held (const Recognition *r, const Project *project, SummaryColumn column,
         const char *head, const char *text)
{
  switch (column)
    {
    case COLUMN_NUMBER:
      return TRUE;
    case COLUMN_PROJECT:
      return project != NULL || is_same (text, "合计") || is_same (text, "总计");
    case COLUMN_CODE:
      return project != NULL && is_same (text, project->code);
    case COLUMN_UNIT_NAME:
      return project != NULL && (is_same (text, project->unit_name) ||
                                 is_same (text, r->document->department));
    case COLUMN_GOALS:
      return project != NULL && is_count (text, project->goals->len);
    case COLUMN_INDICATORS:
      return project != NULL && is_count (text, project->indicators->len);
    case COLUMN_UNKNOWN:
      return FALSE;
    default:
      return is_money (r, project, column, head, text);
    }
}

static const char *
name_in (const Grid *grid, guint heads_row, guint row)
{
  for (guint col = 0; col < grid->n_cols; col++)
    {
      const BlockCell *head = grid_at (grid, heads_row, col);
      const BlockCell *cell = grid_at (grid, row, col);

      if (head != NULL && cell != NULL && column_of (head->text) == COLUMN_PROJECT)
        return cell->text;
    }
  return NULL;
}

static gboolean
is_total (const GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    {
      const char *text = ((const BlockCell *) cells->pdata[i])->text;

      if (is_same (text, "合计") || is_same (text, "总计"))
        return TRUE;
    }
  return FALSE;
}

static void
account_row (Recognition *r, guint block, const Grid *grid, guint heads_row, guint row)
{
  const GPtrArray *cells = grid->rows->pdata[row];
  const Project   *project = find_project (r, name_in (grid, heads_row, row));

  if (project == NULL && !is_total (cells))
    return;
  for (guint i = 0; i < cells->len; i++)
    {
      Origin           origin = recognition_cell (r, block, cells->pdata[i]);
      const BlockCell *head = grid_at (grid, heads_row, origin.cell->col);

      if (head != NULL &&
          is_held (r, project, column_of (head->text), head->text, origin.cell->text))
        recognition_use (r, &origin);
    }
}

void
summary_account (Recognition *r, guint block)
{
  g_autoptr (Grid) grid = grid_new (r->blocks->pdata[block]);
  guint heads_row = head_row (grid);

  const GPtrArray *heads_cells = grid->rows->pdata[heads_row];

  for (guint i = 0; i < heads_cells->len; i++)
    {
      Origin origin = recognition_cell (r, block, heads_cells->pdata[i]);

      recognition_use (r, &origin);
    }
  for (guint row = heads_row + 1; row < grid->rows->len; row++)
    account_row (r, block, grid, heads_row, row);
}
