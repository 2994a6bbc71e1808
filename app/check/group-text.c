/* app/check/group-text.c — findings grouped by project or rule, as text. */

#include "app/check/group.h"
#include "app/decimal.h"

/* 错误 3、警告 5、提示 9，涉及 120 万元 */
static char *
counts_title (const CheckGroup *group)
{
  static const char *const severities[] = { "error", "warning", "hint" };
  GString                 *title = g_string_new (NULL);

  for (guint i = 0; i < CHECK_SEVERITIES; i++)
    if (group->counts[i] > 0)
      g_string_append_printf (title, "%s%s %u", title->len > 0 ? "、" : "",
                              check_severity_title (severities[i]), group->counts[i]);
  if (group->amount_fen != DB_NULL)
    {
      g_autofree char *amount = decimal_write (group->amount_fen);

      g_string_append_printf (title, "，涉及 %s 万元", amount);
    }
  return g_string_free (title, FALSE);
}

/* What is folded under it, by the names of the rules. */
static void
append_implied (GString *text, const FoldedFinding *folded)
{
  for (guint i = 0; i < folded->implied->len; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? "；也就是：" : "、",
                            ((Finding *) folded->implied->pdata[i])->title);
}

static void
append_fold (GString *text, const FoldedFinding *folded, CheckGrouping grouping)
{
  const Finding   *finding = folded->finding;
  g_autofree char *rows = check_rows_title (folded);
  g_autofree char *table =
      grouping == CHECK_BY_RULE ? check_table_title (finding) : NULL;

  g_string_append_printf (text, "  %s  ", check_severity_title (finding->severity));
  if (table != NULL)
    g_string_append_printf (text, "%s%s", table, *rows != '\0' ? " " : "");
  g_string_append_printf (text, "%s%s%s", rows,
                          table != NULL || *rows != '\0' ? "：" : "", finding->message);
  append_implied (text, folded);
  g_string_append (text, grouping == CHECK_BY_RULE ? "\n" : "");
  if (grouping != CHECK_BY_RULE)
    g_string_append_printf (text, "〔%s〕\n", finding->rule);
}

char *
check_groups_text (GPtrArray *groups, CheckGrouping grouping)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      const CheckGroup *group = groups->pdata[i];
      g_autofree char  *counts = counts_title (group);

      g_string_append_printf (text, "%s%s（%s）\n", i > 0 ? "\n" : "", group->title,
                              counts);
      for (guint k = 0; k < group->folds->len; k++)
        append_fold (text, group->folds->pdata[k], grouping);
    }
  if (groups->len == 0)
    g_string_append (text, "没有发现前后不一致的地方。\n");
  return g_string_free (text, FALSE);
}
