/* app/import/annex.c — 政府采购预算, 国有资产 and 名词解释.
 *
 * The columns of both tables are known by their heads; the lines over a table (title,
 * unit, currency, 编制部门, 截止时间) by their shape.
 */

#include "app/import/annex.h"

#include "app/decimal.h"
#include "app/fold.h"
#include "app/import/caption.h"
#include "app/import/prose.h"
#include "app/read/pattern.h"
#include "db/asset-report.h"
#include "db/asset.h"
#include "db/glossary-term.h"
#include "db/procurement-item.h"
#include "db/procurement.h"

typedef struct {
  const char *head; /* pattern of the folded head of the column */
  const char *column;
  gsize       offset;
} AnnexColumn;

#define ITEM(head, member)                                   \
  {                                                          \
    head, #member, G_STRUCT_OFFSET (ProcurementItem, member) \
  }
#define ASSET(head, member)                        \
  {                                                \
    head, #member, G_STRUCT_OFFSET (Asset, member) \
  }

static const AnnexColumn item_columns[] = {
  ITEM ("^项目名称$", project_name),
  ITEM ("^预算资金$", project_budget),
  ITEM ("^(?:采购)?(?:物品|品目|商品)?名称$", item),
  ITEM ("目录序号$|^品目(?:编码|序号)$", catalogue_no),
  ITEM ("^(?:数量|计量)单位$", unit),
  ITEM ("^数量$", quantity),
  ITEM ("^单价$", price),
  ITEM ("^合计$|^总计$", total),
  ITEM ("^一般公共预算", general_budget),
  ITEM ("^(?:政府性)?基金预算", fund_budget),
  ITEM ("^财政专户", special_account),
  ITEM ("^其[他它]来源", other_income),
  ITEM ("^其[他它]渠道", other_channel),
  /* heads over several columns */
  { "^政府采购(?:项目来源|金额)$|^当年部门预算安排资金$|^序号$", NULL, 0 },
};

static const AnnexColumn asset_columns[] = {
  ASSET ("^项目$|^资产(?:名称|项目|类别)$", item),
  ASSET ("^数量$", quantity),
  ASSET ("^(?:价值|金额)(?:\\(.*\\))?$", value),
};

static const AnnexColumn *
find_column (const AnnexColumn *columns, gsize n, const char *head)
{
  g_autofree char *folded = fold (head);

  for (gsize i = 0; i < n; i++)
    if (pattern_match (columns[i].head, folded))
      return &columns[i];
  return NULL;
}

/* The first row that has a head of a column; the rows above it, if there are any, are
 * lines over the table.  */
static guint
find_heads (const Grid *grid, const AnnexColumn *columns, gsize n)
{
  for (guint row = 0; row < grid->rows->len; row++)
    {
      const GPtrArray *cells = grid_row (grid, row);

      for (guint i = 0; i < cells->len; i++)
        if (find_column (columns, n, ((BlockCell *) cells->pdata[i])->text) != NULL)
          return row;
    }
  return grid->rows->len;
}

static void
read_lines (Recognition *r, guint block, const Grid *grid, guint end)
{
  for (guint row = 0; row < end; row++)
    {
      const GPtrArray *cells = grid_row (grid, row);

      for (guint i = 0; i < cells->len; i++)
        {
          Origin           origin = recognition_cell (r, block, cells->pdata[i]);
          g_autofree char *words = heading_words (origin_text (&origin));

          if (words != NULL)
            annex_read_paragraph (r, &origin, words);
        }
    }
}

/* Reads the head rows from one on: the lowest head over a column says what it holds.
 * Returns the first row below them.  */
static guint
read_heads (Recognition *r, guint block, const Grid *grid, guint row,
            const AnnexColumn *columns, gsize n, const AnnexColumn **by_column)
{
  for (; row < grid->rows->len; row++)
    {
      const GPtrArray *cells = grid_row (grid, row);

      for (guint i = 0; i < cells->len; i++)
        if (!cell_is_blank (cells->pdata[i]) &&
            find_column (columns, n, ((BlockCell *) cells->pdata[i])->text) == NULL)
          return row;
      for (guint i = 0; i < cells->len; i++)
        {
          Origin             origin = recognition_cell (r, block, cells->pdata[i]);
          const AnnexColumn *column = find_column (columns, n, origin_text (&origin));

          if (column == NULL)
            continue;
          recognition_use (r, &origin);
          if (column->column != NULL && origin.cell->col < grid->n_cols)
            by_column[origin.cell->col] = column;
        }
    }
  return grid->rows->len;
}

static void
read_records (Recognition *r, guint block, const Grid *grid, guint row,
              const AnnexColumn **by_column, GPtrArray *records, const DbTable *table)
{
  for (; row < grid->rows->len; row++)
    {
      const GPtrArray *cells = grid_row (grid, row);
      gpointer         record = NULL;

      for (guint i = 0; i < cells->len; i++)
        {
          Origin             origin = recognition_cell (r, block, cells->pdata[i]);
          const AnnexColumn *column = by_column[origin.cell->col];

          if (column == NULL || cell_is_blank (origin.cell))
            continue;
          if (record == NULL)
            record = db_record_add (records, table);
          recognition_take (r, record, table, column->column,
                            G_STRUCT_MEMBER_P (record, column->offset), &origin,
                            tidy (origin_text (&origin)));
        }
    }
}

static Procurement *
procurement (Recognition *r)
{
  GPtrArray *all = r->document->procurements;

  return all->len > 0 ? all->pdata[all->len - 1]
                      : db_record_add (all, &procurement_table);
}

static AssetReport *
asset_report (Recognition *r)
{
  GPtrArray *all = r->document->asset_reports;

  return all->len > 0 ? all->pdata[all->len - 1]
                      : db_record_add (all, &asset_report_table);
}

/* An asset without its name: the table of records needs one. */
static void
name_assets (GPtrArray *assets)
{
  for (guint i = 0; i < assets->len; i++)
    {
      Asset *asset = assets->pdata[i];

      if (asset->item == NULL)
        asset->item = g_strdup ("");
    }
}

gboolean
annex_read_table (Recognition *r, guint block, const Grid *grid)
{
  gboolean           buys = r->section == SECTION_PROCUREMENT;
  const AnnexColumn *columns = buys ? item_columns : asset_columns;
  gsize n = buys ? G_N_ELEMENTS (item_columns) : G_N_ELEMENTS (asset_columns);
  g_autofree const AnnexColumn **by_column =
      g_new0 (const AnnexColumn *, grid->n_cols + 1);
  guint row;

  if (!buys && r->section != SECTION_ASSETS)
    return FALSE;
  prose_flush (r);
  row = find_heads (grid, columns, n);
  if (row == grid->rows->len)
    return FALSE;
  read_lines (r, block, grid, row);
  row = read_heads (r, block, grid, row, columns, n, by_column);
  if (buys)
    read_records (r, block, grid, row, by_column, procurement (r)->items,
                  &procurement_item_table);
  else
    {
      read_records (r, block, grid, row, by_column, asset_report (r)->assets,
                    &asset_table);
      name_assets (asset_report (r)->assets);
    }
  return TRUE;
}

/* The amount that stands behind some words of a sentence; DB_NULL: none. */
static gint64
amount_behind (const char *pattern, const char *sentence)
{
  g_autofree char *amount = pattern_take (pattern, sentence, 1);
  gint64           fen;
  const char      *unit;

  return amount != NULL && amount_read (amount, "万元", &fen, &unit) ? fen : DB_NULL;
}

#define FIGURE "\\s*([0-9][0-9,.]*\\s*(?:万元|元))"

/* The unit at the left of a line, the currency at its right. */
#define UNIT_AND_CURRENCY \
  "^([0-9]{3,}.*?)\\s*([（(]?(?:金额)?单位\\s*[:：]\\s*(?:人民币)?万?元[）)]?)$"

static void
read_procurement (Recognition *r, const Origin *origin, const char *words)
{
  Procurement *p = procurement (r);
  gint64       fen =
      amount_behind ("采购(?:预算)?(?:资金|金额|总额)?(?:为|共|共计)?" FIGURE, words);

  if (caption_is_currency (words))
    TAKE (r, procurement_table, p, currency_line, origin, g_strdup (words));
  else if (pattern_match (UNIT_AND_CURRENCY, words))
    {
      TAKE (r, procurement_table, p, unit_line, origin,
            pattern_take (UNIT_AND_CURRENCY, words, 1));
      TAKE (r, procurement_table, p, currency_line, origin,
            pattern_take (UNIT_AND_CURRENCY, words, 2));
    }
  else if (pattern_match ("^[0-9]{3,}\\s*[\\x{4e00}-\\x{9fff}][^，。]*$", words) &&
           !pattern_match ("^[0-9]{4}\\s*年", words))
    TAKE (r, procurement_table, p, unit_line, origin, g_strdup (words));
  else if (pattern_match ("[。，]", words) || p->statement != NULL)
    {
      if (p->statement != NULL && !heading_is_unfinished (p->statement) &&
          p->title == NULL && !heading_is_sentence (words))
        TAKE (r, procurement_table, p, title, origin, g_strdup (words));
      else
        {
          prose_append (&p->statement, g_strdup (words));
          recognition_place (r, p, &procurement_table, "statement", &p->statement,
                             origin);
        }
    }
  else
    TAKE (r, procurement_table, p, title, origin, g_strdup (words));
  if (fen != DB_NULL && p->stated_fen == DB_NULL)
    TAKE_INTEGER (r, procurement_table, p, stated_fen, origin, fen);
}

static void
read_figures_of_assets (Recognition *r, AssetReport *a, const Origin *origin)
{
  gint64 stated =
      amount_behind ("固定资产(?:金额|总额|价值)?(?:为|共计)?" FIGURE, a->statement);
  gint64 planned =
      amount_behind ("购置固定资产(?:总额|金额)?\\s*(?:为|共计)?" FIGURE, a->statement);

  if (stated != DB_NULL && a->stated_fen == DB_NULL)
    TAKE_INTEGER (r, asset_report_table, a, stated_fen, origin, stated);
  if (planned != DB_NULL && a->planned_fen == DB_NULL)
    TAKE_INTEGER (r, asset_report_table, a, planned_fen, origin, planned);
}

static void
read_assets (Recognition *r, const Origin *origin, const char *words)
{
  static const char prepared_by[] =
      "^编制(?:部门|单位)\\s*[:：]\\s*(.+?)\\s*(截止(?:时间|日期)\\s*[:：].+)?$";
  static const char as_of[] = "^截止(?:时间|日期)\\s*[:：]\\s*(.+)$";
  AssetReport      *a = asset_report (r);

  if (pattern_match (prepared_by, words))
    {
      g_autofree char *behind = pattern_take (prepared_by, words, 2);

      TAKE (r, asset_report_table, a, prepared_by, origin,
            pattern_take (prepared_by, words, 1));
      if (behind != NULL && *behind != '\0')
        read_assets (r, origin, behind);
    }
  else if (pattern_match (as_of, words))
    TAKE (r, asset_report_table, a, as_of, origin, pattern_take (as_of, words, 1));
  else if (a->title == NULL && pattern_match ("情?况?表$", words) &&
           !pattern_match ("[，。]", words))
    TAKE (r, asset_report_table, a, title, origin, g_strdup (words));
  else
    {
      prose_append (&a->statement, g_strdup (words));
      recognition_place (r, a, &asset_report_table, "statement", &a->statement, origin);
      read_figures_of_assets (r, a, origin);
    }
}

/* "1、一般公共预算拨款收入：指…" */
static void
read_term (Recognition *r, const Origin *origin, const char *words)
{
  static const char both[] = "^([^:：]{1,40}?)\\s*[:：]\\s*(.*)$";
  GPtrArray        *terms = r->document->glossary;
  gsize             length;
  GlossaryTerm     *term;

  if (heading_numeral (words, &length) == NUMERAL_NONE && terms->len > 0 &&
      !pattern_match (both, words))
    {
      term = terms->pdata[terms->len - 1];
      prose_append (&term->definition, g_strdup (words));
      recognition_use (r, origin);
      return;
    }
  words += length;
  term = db_record_add (terms, &glossary_term_table);
  TAKE (r, glossary_term_table, term, term, origin,
        pattern_match (both, words) ? pattern_take (both, words, 1) : g_strdup (words));
  TAKE (r, glossary_term_table, term, definition, origin,
        pattern_take (both, words, 2));
}

void
annex_read_paragraph (Recognition *r, const Origin *origin, const char *words)
{
  if (r->section == SECTION_PROCUREMENT)
    read_procurement (r, origin, words);
  else if (r->section == SECTION_ASSETS)
    read_assets (r, origin, words);
  else
    read_term (r, origin, words);
}
