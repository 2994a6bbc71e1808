/* app/compare/remark.c — what no single cell shows. */

#include "app/compare/remark.h"
#include "app/compare/bar.h"
#include "app/compare/difference.h"
#include "app/decimal.h"
#include "app/reading/years.h"
#include "db/goal.h"

#define MOVED_PERCENT \
  20 /* money that moved more without a target moving is asked about */

static const struct {
  const char *name, *title;
} kinds[] = {
  [REMARK_BAR_LOWERED_MONEY_ROSE] = { "bar-lowered-money-rose", "目标降低而预算增加" },
  [REMARK_BAR_LOWERED] = { "bar-lowered", "目标降低" },
  [REMARK_UNIT_CHANGED] = { "unit-changed", "单位变了" },
  [REMARK_TARGETS_SAME_MONEY_MOVED] = { "targets-same-money-moved",
                                        "预算变动而目标未变" },
  [REMARK_OLD_YEAR_KEPT] = { "old-year-kept", "照抄上年且写着上年" },
};

const char *
remark_kind_name (RemarkKind kind)
{
  return kinds[kind].name;
}

const char *
remark_kind_title (RemarkKind kind)
{
  return kinds[kind].title;
}

void
remark_free (gpointer data)
{
  Remark *remark = data;

  g_free (remark->text);
  g_free (remark);
}

static void G_GNUC_PRINTF (3, 4)
    add (GPtrArray *remarks, RemarkKind kind, const char *format, ...)
{
  Remark *remark = g_new (Remark, 1);
  va_list arguments;

  va_start (arguments, format);
  *remark = (Remark){ kind, g_strdup_vprintf (format, arguments) };
  va_end (arguments);
  g_ptr_array_add (remarks, remark);
}

/* Last year's budget and this year's, in words: 100 万元 → 120 万元（+20%）. */
static char *
money_text (const Project *before, const Project *after)
{
  Difference       amount = { .before_e6 = before->amount_fen,
                              .after_e6 = after->amount_fen };
  g_autofree char *old = decimal_write (before->amount_fen);
  g_autofree char *new = decimal_write (after->amount_fen);
  g_autofree char *change = difference_amount (&amount);

  return g_strdup_printf ("%s → %s 万元（%s）", old, new, change ? change : "未变");
}

static gboolean
has_money (const Project *before, const Project *after)
{
  return before->amount_fen != DB_NULL && after->amount_fen != DB_NULL;
}

static void
remark_on_targets (RowComparison *row, const Project *before, const Project *after)
{
  const Indicator *old = row->row->before, *new = row->row->after;
  const char      *name = new->name ? new->name : "指标";
  g_autofree char *from = difference_target (old), *to = difference_target (new);

  if (bar_unit_changed (old, new))
    add (row->remarks, REMARK_UNIT_CHANGED, "“%s”的单位变了：%s → %s，数值不能直接比较",
         name, from, to);
  else if (bar_compare (old, new) != BAR_LOWERED)
    return;
  else if (has_money (before, after) && after->amount_fen > before->amount_fen)
    {
      g_autofree char *money = money_text (before, after);

      add (row->remarks, REMARK_BAR_LOWERED_MONEY_ROSE,
           "“%s”的目标降低了（%s → %s），预算却增加了：%s", name, from, to, money);
    }
  else
    add (row->remarks, REMARK_BAR_LOWERED, "“%s”的目标降低了：%s → %s", name, from, to);
}

/* A text that is last year's word for word, and still names last year. */
static void
remark_on_old_year (GPtrArray *remarks, const char *title, const char *before,
                    const char *after, gint64 year)
{
  g_autofree char *old_year = g_strdup_printf ("%d", (int) year);
  g_autofree char *years = NULL;
  g_auto (GStrv) named = NULL;

  if (after == NULL || *after == '\0' || g_strcmp0 (before, after) != 0)
    return;
  years = years_read (after);
  named = g_strsplit (years ? years : "", "、", -1);
  if (g_strv_contains ((const char *const *) named, old_year))
    add (remarks, REMARK_OLD_YEAR_KEPT, "%s与上年一字不差，写的仍是%s年", title,
         old_year);
}

static void
remark_on_row_years (RowComparison *row, gint64 year)
{
  const Indicator *old = row->row->before, *new = row->row->after;
  g_autofree char *from = difference_target (old), *to = difference_target (new);
  const struct {
    const char *title, *before, *after;
  } cells[] = {
    { "指标名称", old->name, new->name },
    { "指标描述", old->description, new->description },
    { "指标值", from, to },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    remark_on_old_year (row->remarks, cells[i].title, cells[i].before, cells[i].after,
                        year);
}

static void
remark_on_head_years (TableComparison *table, gint64 year)
{
  const Project *old = table->table->before, *new = table->table->after;

  remark_on_old_year (table->remarks, "资金用途", old->purpose, new->purpose, year);
  for (guint i = 0; i < new->goals->len &&i < old->goals->len; i++)
    {
      const Goal *before = old->goals->pdata[i], *after = new->goals->pdata[i];

      remark_on_old_year (table->remarks, "绩效目标", before->text, after->text, year);
    }
}

/* The money moved and no target did. */
static void
remark_on_money (TableComparison *table)
{
  const Project *old = table->table->before, *new = table->table->after;
  guint          pairs = 0, others = 0;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const RowComparison *row = table->rows->pdata[i];

      if (row->kind == COMPARISON_SAME || row->kind == COMPARISON_CHANGED)
        pairs++;
      else
        others++;
    }
  if (pairs > 0 && others == 0 && has_money (old, new) && old->amount_fen > 0 &&
      ABS (new->amount_fen - old->amount_fen) * 100 > old->amount_fen * MOVED_PERCENT)
    {
      g_autofree char *money = money_text (old, new);

      add (table->remarks, REMARK_TARGETS_SAME_MONEY_MOVED,
           "预算变动超过 %d%%，%u 个指标的目标一个也没有变：%s", MOVED_PERCENT, pairs,
           money);
    }
}

void
remark_on_table (TableComparison *table, const Document *before, const Document *after)
{
  const Project *old = table->table->before, *new = table->table->after;
  gboolean is_later = before->fiscal_year != DB_NULL && after->fiscal_year != DB_NULL &&
                      after->fiscal_year > before->fiscal_year;

  if (old == NULL || new == NULL)
    return;
  for (guint i = 0; i < table->rows->len; i++)
    {
      RowComparison *row = table->rows->pdata[i];

      if (row->row->before == NULL || row->row->after == NULL)
        continue;
      remark_on_targets (row, row->row->from ? row->row->from : old, new);
      if (is_later)
        remark_on_row_years (row, before->fiscal_year);
    }
  if (is_later)
    remark_on_head_years (table, before->fiscal_year);
  remark_on_money (table);
}
