/* app/compare/write-text.c — a comparison for a terminal. */

#include "app/compare/difference.h"
#include "app/compare/remark.h"
#include "app/compare/wording.h"
#include "app/compare/write.h"

#define CONTEXT 8 /* characters kept on each side of a change in a long text */
#define LONG    24

/* The first and the last characters of a text that did not change. */
static void
append_kept (GString *text, const char *kept, gboolean is_first, gboolean is_last)
{
  glong length = g_utf8_strlen (kept, -1);

  if (length <= 2 * CONTEXT + 2)
    {
      g_string_append (text, kept);
      return;
    }
  if (!is_first)
    g_string_append_len (text, kept, g_utf8_offset_to_pointer (kept, CONTEXT) - kept);
  g_string_append (text, "…");
  if (!is_last)
    g_string_append (text, g_utf8_offset_to_pointer (kept, length - CONTEXT));
}

/* …保障〔120→150〕人的… */
static char *
marked (const char *before, const char *after)
{
  g_autoptr (GPtrArray) parts = wording_compare (before, after);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const WordingPart *part = parts->pdata[i];
      const WordingPart *next = i + 1 < parts->len ? parts->pdata[i + 1] : NULL;

      if (part->kind == WORDING_KEPT)
        append_kept (text, part->text, i == 0, i + 1 == parts->len);
      else if (part->kind == WORDING_ADDED)
        g_string_append_printf (text, "〔增：%s〕", part->text);
      else if (next != NULL && next->kind == WORDING_ADDED)
        {
          g_string_append_printf (text, "〔%s→%s〕", part->text, next->text);
          i++;
        }
      else
        g_string_append_printf (text, "〔删：%s〕", part->text);
    }
  return g_string_free (text, FALSE);
}

static gboolean
is_long (const char *text)
{
  return text != NULL && g_utf8_strlen (text, -1) > LONG;
}

/* …圆满完成〔2025〕年度… */
char *
comparison_excerpt (const Difference *difference, gboolean is_after)
{
  const char *whole = is_after ? difference->after : difference->before;
  g_autoptr (GPtrArray) parts = NULL;
  GString *text;

  if (!is_long (whole) || difference->before == NULL || difference->after == NULL)
    return g_strdup (whole);
  parts = wording_compare (difference->before, difference->after);
  text = g_string_new (NULL);
  for (guint i = 0; i < parts->len; i++)
    {
      const WordingPart *part = parts->pdata[i];

      if (part->kind == WORDING_KEPT)
        append_kept (text, part->text, i == 0, i + 1 == parts->len);
      else if (part->kind == (is_after ? WORDING_ADDED : WORDING_REMOVED))
        g_string_append_printf (text, "〔%s〕", part->text);
    }
  return g_string_free (text, FALSE);
}

static void
append_difference (GString *text, const char *indent, const Difference *difference)
{
  g_autofree char *amount = difference_amount (difference);

  g_string_append_printf (text, "%s%s：", indent, difference->title);
  if (difference->before != NULL && difference->after != NULL &&
      (is_long (difference->before) || is_long (difference->after)))
    {
      g_autofree char *words = marked (difference->before, difference->after);

      g_string_append (text, words);
    }
  else
    g_string_append_printf (text, "%s → %s",
                            difference->before ? difference->before : "（空）",
                            difference->after ? difference->after : "（空）");
  if (amount != NULL)
    g_string_append_printf (text, "（%s）", amount);
  g_string_append_c (text, '\n');
}

static void
append_remarks (GString *text, const char *indent, const GPtrArray *remarks)
{
  for (guint i = 0; i < remarks->len; i++)
    g_string_append_printf (text, "%s！%s\n", indent,
                            ((Remark *) remarks->pdata[i])->text);
}

static void
append_row (GString *text, const RowComparison *row)
{
  const Indicator *shown = row->row->after ? row->row->after : row->row->before;
  g_autofree char *target = difference_target (shown);
  g_autofree char *origin = comparison_row_origin (row);
  const char      *sign = comparison_kind_sign (row->kind);

  g_string_append_printf (text, "  %s %s %s", *sign != '\0' ? sign : "　",
                          shown->level2 ? shown->level2 : "",
                          shown->name ? shown->name : "（无名称）");
  if (row->differences->len == 0 && target != NULL)
    g_string_append_printf (text, " %s", target);
  if (origin != NULL)
    g_string_append_printf (text, "（%s）", origin);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < row->differences->len; i++)
    append_difference (text, "       ", row->differences->pdata[i]);
  append_remarks (text, "     ", row->remarks);
}

static void
append_table (GString *text, const TableComparison *table,
              const ComparisonSelection *selection)
{
  g_autofree char *title = comparison_table_title (table);
  g_autofree char *origin = comparison_table_origin (table);
  const char      *sign = comparison_kind_sign (table->kind);
  guint            folded = 0;

  g_string_append_printf (text, "\n%s %s", *sign != '\0' ? sign : "　", title);
  if (origin != NULL)
    g_string_append_printf (text, "（%s）", origin);
  if (table->kind == COMPARISON_CHANGED && !table->table->is_confirmed &&
      table->table->sureness < 900)
    g_string_append_printf (text, "（与“%s”对应，把握 %d%%）",
                            table->table->before->name ? table->table->before->name
                                                       : "",
                            table->table->sureness / 10);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < table->differences->len; i++)
    append_difference (text, "     ", table->differences->pdata[i]);
  append_remarks (text, "   ", table->remarks);
  for (guint i = 0; i < table->rows->len; i++)
    if (comparison_takes_row (selection, table->rows->pdata[i]))
      append_row (text, table->rows->pdata[i]);
    else
      folded++;
  if (folded > 0)
    g_string_append_printf (text, "  … 其余 %u 行没有列出\n", folded);
}

static void
append_remark_counts (GString *text, const Comparison *self)
{
  for (int kind = 0; kind < REMARK_N_KINDS; kind++)
    if (self->n_remarks[kind] > 0)
      g_string_append_printf (text, "！%s %u 处\n", remark_kind_title (kind),
                              self->n_remarks[kind]);
}

char *
comparison_text (const Comparison *self, const ComparisonSelection *selection)
{
  g_autoptr (GPtrArray) tables = comparison_tables (selection, self);
  g_autofree char *before = comparison_side_title (self->before);
  g_autofree char *after = comparison_side_title (self->after);
  g_autofree char *projects = comparison_counts (self, FALSE);
  g_autofree char *rows = comparison_counts (self, TRUE);
  GString         *text = g_string_new (NULL);

  g_string_append_printf (text, "%s　%s → %s\n项目：%s\n指标：%s\n",
                          self->after->department, before, after, projects, rows);
  append_remark_counts (text, self);
  if (self->differences->len > 0)
    g_string_append (text, "\n全文\n");
  for (guint i = 0; i < self->differences->len; i++)
    append_difference (text, "     ", self->differences->pdata[i]);
  for (guint i = 0; i < tables->len; i++)
    append_table (text, tables->pdata[i], selection);
  return g_string_free (text, FALSE);
}
