/* app/check/text.c — findings as text for a terminal: by project, folded. */

#include "app/check/check.h"

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
