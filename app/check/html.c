/* app/check/html.c — the findings as a page of HTML: the list, one row each. */

#include "app/check/list.h"

static const char page_head[] =
    "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width\">\n"
    "<title>绩效文本核对结果</title>\n<style>\n"
    "body { font: 15px/1.5 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif;"
    " margin: 2em; color: #222; }\n"
    "h1 { font-size: 1.4em; margin-bottom: .2em; }\n"
    "table { border-collapse: collapse; width: 100%; table-layout: fixed; }\n"
    "th, td { border: 1px solid #ccc; padding: .3em .6em; text-align: left;"
    " vertical-align: top; overflow-wrap: anywhere; }\n"
    "th { background: #f2f4f7; position: sticky; top: 0; white-space: nowrap; }\n"
    "td:first-child { white-space: nowrap; border-left-width: 5px; }\n"
    ".error td:first-child { border-left-color: #b3261e; }\n"
    ".warning td:first-child { border-left-color: #e0a800; }\n"
    ".hint td:first-child { border-left-color: #9db2c6; }\n"
    ".waived { color: #767676; }\n"
    "@media print { body { font-size: 10px; margin: 0; } th { position: static; }\n"
    "  thead { display: table-header-group; } tr { break-inside: avoid; }\n"
    "  @page { size: A4 landscape; margin: 12mm; } }\n"
    "</style>\n</head>\n<body>\n";

/* Takes text. */
static void
append_element (GString *html, const char *name, char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (html, "<%s>%s</%s>", name, escaped, name);
  g_free (text);
}

/* What the rule looks for stands behind its title. */
static void
append_row (GString *html, const Finding *finding, const CheckColumn *shown, guint n)
{
  g_string_append_printf (html, "<tr class=\"%s%s\">", finding->severity,
                          finding->waived ? " waived" : "");
  for (guint i = 0; i < n; i++)
    if (shown[i] == CHECK_RULE)
      {
        g_autofree char *cell =
            g_markup_printf_escaped ("<td title=\"%s\">%s</td>", finding->explanation,
                                     finding->title);

        g_string_append (html, cell);
      }
    else
      append_element (html, "td", check_column_text (shown[i], finding));
  g_string_append (html, "</tr>\n");
}

/* The columns share the page as they share a printed one. */
static void
append_widths (GString *html, const CheckColumn *shown, guint n)
{
  guint all = 0;

  for (guint i = 0; i < n; i++)
    all += check_column_width (shown[i]);
  g_string_append (html, "<colgroup>");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (html, "<col style=\"width: %u%%\">",
                            100 * check_column_width (shown[i]) / all);
  g_string_append (html, "</colgroup>\n");
}

char *
check_html (GPtrArray *findings)
{
  GString    *html = g_string_new (page_head);
  CheckColumn shown[CHECK_COLUMNS];
  guint       n = check_list_columns (findings, shown);

  append_element (html, "h1", check_list_title (findings));
  append_element (html, "p", check_list_summary (findings));
  g_string_append (html, "\n<table>\n");
  append_widths (html, shown, n);
  g_string_append (html, "<thead><tr>");
  for (guint i = 0; i < n; i++)
    append_element (html, "th", g_strdup (check_column_title (shown[i])));
  g_string_append (html, "</tr></thead>\n<tbody>\n");
  for (guint i = 0; i < findings->len; i++)
    append_row (html, findings->pdata[i], shown, n);
  g_string_append (html, "</tbody>\n</table>\n</body>\n</html>\n");
  return g_string_free (html, FALSE);
}
