/* app/check-text.c — findings as text for a terminal and as a page of HTML: by project,
 * folded.
 */

#include "app/check.h"

char *
check_table_title (const Finding *finding)
{
  if (finding->project_id == DB_NULL)
    return g_strdup ("全文");
  if (finding->project_no == DB_NULL)
    return g_strdup ("整体绩效指标");
  return g_strdup_printf ("第%" G_GINT64_FORMAT "个项目 %s", finding->project_no,
                          finding->project_name ? finding->project_name : "");
}

char *
check_rows_title (const FoldedFinding *folded)
{
  GArray  *rows = folded->rows;
  GString *title = g_string_new (NULL);
  guint    shown = MIN (rows->len, 3);

  for (guint i = 0; i < shown; i++)
    g_string_append_printf (title, "%s%" G_GINT64_FORMAT, i > 0 ? "、" : "第",
                            g_array_index (rows, gint64, i));
  if (rows->len > 0)
    g_string_append (title, "行");
  if (rows->len > shown)
    g_string_append_printf (title, "等%u行", rows->len);
  if (rows->len == 0 && folded->times > 1)
    g_string_append_printf (title, "%u处", folded->times);
  return g_string_free (title, FALSE);
}

static gboolean
same_document (const Finding *a, const Finding *b)
{
  return a != NULL && a->document_id == b->document_id;
}

char *
check_document_title (const Finding *finding)
{
  if (finding->year == DB_NULL)
    return g_strdup (finding->department);
  return g_strdup_printf ("%s %" G_GINT64_FORMAT "年", finding->department,
                          finding->year);
}

/* 错误 3、警告 5、提示 9, and what is not shown. */
static char *
summary (GPtrArray *findings, GPtrArray *folds)
{
  static const char *const severities[] = { "error", "warning", "hint" };
  g_autoptr (GString) text = g_string_new (NULL);
  guint open = 0, shown = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (severities); i++)
    {
      guint n = check_count (findings, severities[i]);

      open += n;
      g_string_append_printf (text, "%s%s %u", i > 0 ? "、" : "",
                              check_severity_title (severities[i]), n);
    }
  for (guint i = 0; i < folds->len; i++)
    shown += ((FoldedFinding *) folds->pdata[i])->times;
  if (open > shown)
    g_string_append_printf (text, "；其中 %u 处与上面说的是同一个问题，没有重复列出",
                            open - shown);
  if (findings->len > open)
    g_string_append_printf (text, "；另有 %u 处已豁免", findings->len - open);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
check_text (GPtrArray *findings)
{
  g_autoptr (GPtrArray) folds = check_fold (findings);
  g_autofree char *end = summary (findings, folds);
  GString         *text = g_string_new (NULL);
  const Finding   *before = NULL;

  for (guint i = 0; i < folds->len; i++)
    {
      const FoldedFinding *folded = folds->pdata[i];
      const Finding       *finding = folded->finding;
      g_autofree char     *rows = check_rows_title (folded);

      if (!same_document (before, finding))
        {
          g_autofree char *title = check_document_title (finding);

          g_string_append_printf (text, "%s%s\n", before ? "\n" : "", title);
        }
      if (before == NULL || !check_same_table (before, finding))
        {
          g_autofree char *title = check_table_title (finding);

          g_string_append_printf (text, "\n%s\n", title);
        }
      g_string_append_printf (text, "  %s  %s%s%s〔%s〕\n",
                              check_severity_title (finding->severity), rows,
                              *rows != '\0' ? "：" : "", finding->message,
                              finding->rule);
      before = finding;
    }
  if (findings->len == 0)
    g_string_append (text, "没有发现前后不一致的地方。\n");
  else
    g_string_append_printf (text, "\n共 %s。\n", end);
  return g_string_free (text, FALSE);
}

static const char page_head[] =
    "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width\">\n"
    "<title>绩效文本核对结果</title>\n<style>\n"
    "body { font: 16px/1.6 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif;"
    " max-width: 60em; margin: 2em auto; padding: 0 1em; color: #222; }\n"
    "h1 { font-size: 1.5em; } h2 { font-size: 1.25em; margin-top: 2em;"
    " border-bottom: 1px solid #ccc; } h3 { font-size: 1em; margin-bottom: .3em; }\n"
    "ul { list-style: none; padding: 0; margin: 0; } li { padding: .2em 0 .2em 4em;"
    " text-indent: -4em; }\n"
    "b { display: inline-block; width: 3em; margin-right: 1em; text-indent: 0;"
    " text-align: center; border-radius: .3em; font-weight: normal; font-size: .9em; "
    "}\n"
    ".error b { background: #b3261e; color: #fff; } .warning b { background: #f4c430; }"
    " .hint b { background: #d8e2ec; }\n"
    "small { color: #666; }\n@media print { body { font-size: 12px; } }\n"
    "</style>\n</head>\n<body>\n<h1>绩效文本核对结果</h1>\n";

/* Appends a formatted piece of HTML whose arguments are plain text. */
static void append_html (GString *html, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
append_html (GString *html, const char *format, ...)
{
  g_autofree char *piece = NULL;
  va_list          arguments;

  va_start (arguments, format);
  piece = g_markup_vprintf_escaped (format, arguments);
  va_end (arguments);
  g_string_append (html, piece);
}

char *
check_html (GPtrArray *findings)
{
  g_autoptr (GPtrArray) folds = check_fold (findings);
  g_autofree char *end = summary (findings, folds);
  GString         *html = g_string_new (page_head);
  const Finding   *before = NULL;

  append_html (html, "<p>共 %s。</p>\n", end);
  for (guint i = 0; i < folds->len; i++)
    {
      const FoldedFinding *folded = folds->pdata[i];
      const Finding       *finding = folded->finding;
      g_autofree char     *rows = check_rows_title (folded);
      g_autofree char     *document = check_document_title (finding);
      g_autofree char     *table = check_table_title (finding);

      if (before != NULL && !check_same_table (before, finding))
        g_string_append (html, "</ul>\n");
      if (!same_document (before, finding))
        append_html (html, "<h2>%s</h2>\n", document);
      if (before == NULL || !check_same_table (before, finding))
        append_html (html, "<h3>%s</h3>\n<ul>\n", table);
      append_html (html, "<li class=\"%s\"><b>%s</b>%s%s%s <small>%s</small></li>\n",
                   finding->severity, check_severity_title (finding->severity), rows,
                   *rows != '\0' ? "：" : "", finding->message, finding->title);
      before = finding;
    }
  if (before != NULL)
    g_string_append (html, "</ul>\n");
  g_string_append (html, "</body>\n</html>\n");
  return g_string_free (html, FALSE);
}
