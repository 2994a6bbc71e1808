/* app/compare/write-html.c — a comparison as a page: old and new in one table, what
 * went struck out, what came underlined, and a sign beside the colour.
 */

#include "app/compare/difference.h"
#include "app/compare/remark.h"
#include "app/compare/wording.h"
#include "app/compare/write.h"
#include "app/html-put.h"

static const char page_head[] =
    "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width\">\n"
    "<title>绩效目标对比</title>\n<style>\n"
    "body { font: 15px/1.6 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif;"
    " max-width: 75em; margin: 2em auto; padding: 0 1em; color: #222; }\n"
    "h1 { font-size: 1.5em; } h2 { font-size: 1.15em; margin: 2em 0 .4em; }\n"
    "table { border-collapse: collapse; width: 100%; }\n"
    "th, td { border: 1px solid #bbb; padding: .25em .5em; text-align: left;"
    " vertical-align: top; }\n"
    "th { background: #f3f3f3; font-weight: normal; white-space: nowrap; }\n"
    ".rows td:nth-child(2), .rows td:nth-child(3) { white-space: nowrap; }\n"
    ".rows td:nth-child(4), .rows td:nth-child(5) { min-width: 6em; }\n"
    ".rows { margin-top: .5em; } .rows small { white-space: nowrap; }\n"
    ".sign { width: 2em; text-align: center; }\n"
    ".added .sign { background: #d7f0d7; } .removed .sign { background: #f8d7d4; }\n"
    ".target .sign, .changed .sign { background: #fff0c2; }\n"
    ".removed td { color: #777; }\n"
    "del { color: #b3261e; } ins { color: #11662a; text-decoration: underline; }\n"
    ".remark { color: #8a4b00; margin: .2em 0; } small { color: #666; }\n"
    "@media print { body { font-size: 11px; max-width: none; } h2 { break-after: "
    "avoid; }"
    " tr { break-inside: avoid; } }\n"
    "</style>\n</head>\n<body>\n";

static const char *const classes[] = {
  [COMPARISON_SAME] = "same",       [COMPARISON_CHANGED] = "changed",
  [COMPARISON_TARGET] = "target",   [COMPARISON_ADDED] = "added",
  [COMPARISON_REMOVED] = "removed",
};

static void
append_words (GString *html, const char *before, const char *after)
{
  g_autoptr (GPtrArray) parts = wording_compare (before, after);

  for (guint i = 0; i < parts->len; i++)
    {
      const WordingPart *part = parts->pdata[i];

      html_put (html,
                part->kind == WORDING_KEPT      ? "%s"
                : part->kind == WORDING_REMOVED ? "<del>%s</del>"
                                                : "<ins>%s</ins>",
                part->text);
    }
}

/* What a number came to, should it be one. */
static void
append_amount (GString *html, const Difference *difference)
{
  g_autofree char *amount = difference_amount (difference);

  if (amount != NULL)
    html_put (html, " <small>（%s）</small>", amount);
}

/* A cell of a row: what differs marked, else what stands there. */
static void
append_cell (GString *html, const GPtrArray *differences, const char *column,
             const char *text)
{
  g_string_append (html, "<td>");
  for (guint i = 0; i < differences->len; i++)
    {
      const Difference *difference = differences->pdata[i];

      if (!g_str_equal (difference->column, column))
        continue;
      append_words (html, difference->before, difference->after);
      append_amount (html, difference);
      text = NULL;
    }
  html_put (html, "%s</td>", text ? text : "");
}

static void
append_remarks (GString *html, const GPtrArray *remarks)
{
  for (guint i = 0; i < remarks->len; i++)
    html_put (html, "<p class=\"remark\">！%s</p>\n",
              ((Remark *) remarks->pdata[i])->text);
}

static void
append_row (GString *html, const RowComparison *row)
{
  const Indicator *shown = row->row->after ? row->row->after : row->row->before;
  const GPtrArray *differences = row->differences;
  g_autofree char *target = difference_target (shown);
  g_autofree char *origin = comparison_row_origin (row);

  html_put (html, "<tr class=\"%s\"><td class=\"sign\">%s</td>", classes[row->kind],
            comparison_kind_sign (row->kind));
  append_cell (html, differences, "level1", shown->level1);
  append_cell (html, differences, "level2", shown->level2);
  append_cell (html, differences, "name", shown->name);
  append_cell (html, differences, "value_text", target);
  append_cell (html, differences, "description", shown->description);
  append_cell (html, differences, "criterion", shown->criterion);
  append_cell (html, differences, "basis", shown->basis);
  g_string_append (html, "<td>");
  if (origin != NULL)
    html_put (html, "<small>%s</small>", origin);
  append_remarks (html, row->remarks);
  g_string_append (html, "</td></tr>\n");
}

static void
append_differences (GString *html, const GPtrArray *differences)
{
  if (differences->len == 0)
    return;
  g_string_append (html, "<table>\n");
  for (guint i = 0; i < differences->len; i++)
    {
      const Difference *difference = differences->pdata[i];

      html_put (html, "<tr><th scope=\"row\">%s</th><td>", difference->title);
      append_words (html, difference->before, difference->after);
      append_amount (html, difference);
      g_string_append (html, "</td></tr>\n");
    }
  g_string_append (html, "</table>\n");
}

static void
append_rows (GString *html, const TableComparison *table,
             const ComparisonSelection *selection)
{
  guint folded = 0, shown = 0;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const RowComparison *row = table->rows->pdata[i];

      if (!comparison_takes_row (selection, row))
        {
          folded++;
          continue;
        }
      if (shown++ == 0)
        g_string_append (
            html, "<table class=\"rows\">\n<thead><tr><th class=\"sign\"></th><th "
                  "scope=\"col\">一级指标"
                  "</th><th scope=\"col\">二级指标</th><th scope=\"col\">三级指标</th>"
                  "<th scope=\"col\">指标值</th><th scope=\"col\">描述</th>"
                  "<th scope=\"col\">评分标准</th><th scope=\"col\">依据</th>"
                  "<th scope=\"col\">说明</th></tr></thead>\n<tbody>\n");
      append_row (html, row);
    }
  if (shown > 0)
    g_string_append (html, "</tbody>\n</table>\n");
  if (folded > 0)
    g_string_append_printf (html, "<p><small>其余 %u 行没有列出</small></p>\n", folded);
}

static void
append_table (GString *html, const TableComparison *table,
              const ComparisonSelection *selection)
{
  g_autofree char *title = comparison_table_title (table);
  g_autofree char *origin = comparison_table_origin (table);
  const char      *sign = comparison_kind_sign (table->kind);

  html_put (html, "<h2 class=\"%s\">%s%s%s", classes[table->kind],
            *sign != '\0' ? sign : "", *sign != '\0' ? "　" : "", title);
  if (origin != NULL)
    html_put (html, " <small>%s</small>", origin);
  g_string_append (html, "</h2>\n");
  append_remarks (html, table->remarks);
  append_differences (html, table->differences);
  append_rows (html, table, selection);
}

char *
comparison_html (const Comparison *self, const ComparisonSelection *selection)
{
  g_autoptr (GPtrArray) tables = comparison_tables (selection, self);
  g_autofree char *before = comparison_side_title (self->before);
  g_autofree char *after = comparison_side_title (self->after);
  g_autofree char *projects = comparison_counts (self, FALSE);
  g_autofree char *rows = comparison_counts (self, TRUE);
  GString         *html = g_string_new (page_head);

  html_put (html, "<h1>%s　%s → %s</h1>\n<p>项目：%s<br>\n指标：%s</p>\n",
            self->after->department, before, after, projects, rows);
  for (int kind = 0; kind < REMARK_N_KINDS; kind++)
    if (self->n_remarks[kind] > 0)
      html_put (html, "<p class=\"remark\">！%s %u 处</p>\n", remark_kind_title (kind),
                self->n_remarks[kind]);
  if (self->differences->len > 0)
    g_string_append (html, "<h2>全文</h2>\n");
  append_differences (html, self->differences);
  for (guint i = 0; i < tables->len; i++)
    append_table (html, tables->pdata[i], selection);
  g_string_append (html, "</body>\n</html>\n");
  return g_string_free (html, FALSE);
}
