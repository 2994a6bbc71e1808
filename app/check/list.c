/* app/check/list.c — the findings as a list: one row each. */

#include "app/check/list.h"
#include "app/form/list.h"

#define LONGEST 60000 /* rows */

/* Their widths are of the 267 mm that landscape A4 has room for. */
static const FormColumn columns[CHECK_COLUMNS] = {
  [CHECK_SEVERITY] = { "级别", 13, FORM_CENTRE },
  [CHECK_RULE] = { "规则", 32, FORM_TEXT },
  [CHECK_DOCUMENT] = { "文本", 26, FORM_TEXT },
  [CHECK_PROJECT] = { "项目", 40, FORM_TEXT },
  [CHECK_ROW] = { "行", 11, FORM_CENTRE },
  [CHECK_FIELD] = { "列", 20, FORM_CENTRE },
  [CHECK_SEEN] = { "看到", 38, FORM_TEXT },
  [CHECK_EXPECTED] = { "应为", 25, FORM_TEXT },
  [CHECK_MESSAGE] = { "说明", 88, FORM_TEXT },
};

const char *
check_column_title (CheckColumn column)
{
  return columns[column].title;
}

static char *
severity_text (const Finding *finding)
{
  return g_strconcat (check_severity_title (finding->severity),
                      finding->waived ? "（已豁免）" : "", NULL);
}

static char *
row_text (const Finding *finding)
{
  return finding->indicator_no == DB_NULL
             ? g_strdup ("")
             : g_strdup_printf ("%" G_GINT64_FORMAT, finding->indicator_no);
}

char *
check_column_text (CheckColumn column, const Finding *finding)
{
  const char *text = column == CHECK_RULE       ? finding->title
                     : column == CHECK_FIELD    ? finding->field_title
                     : column == CHECK_SEEN     ? finding->seen
                     : column == CHECK_EXPECTED ? finding->expected
                                                : finding->message;

  if (column == CHECK_SEVERITY)
    return severity_text (finding);
  if (column == CHECK_DOCUMENT)
    return check_document_title (finding);
  if (column == CHECK_PROJECT)
    return check_table_title (finding);
  if (column == CHECK_ROW)
    return row_text (finding);
  return g_strdup (text ? text : "");
}

static gboolean
is_of_one_document (GPtrArray *findings)
{
  for (guint i = 1; i < findings->len; i++)
    if (((Finding *) findings->pdata[i])->document_id !=
        ((Finding *) findings->pdata[0])->document_id)
      return FALSE;
  return findings->len > 0;
}

char *
check_list_title (GPtrArray *findings)
{
  g_autofree char *document = is_of_one_document (findings)
                                  ? check_document_title (findings->pdata[0])
                                  : g_strdup ("");

  return g_strconcat (document, *document != '\0' ? " " : "", "绩效文本核对结果", NULL);
}

char *
check_list_summary (GPtrArray *findings)
{
  guint            errors = check_count (findings, "error");
  guint            warnings = check_count (findings, "warning");
  guint            hints = check_count (findings, "hint");
  guint            waived = findings->len - errors - warnings - hints;
  g_autofree char *answered =
      waived > 0 ? g_strdup_printf ("；另有 %u 处已豁免", waived) : g_strdup ("");

  if (findings->len == 0)
    return g_strdup ("没有发现前后不一致的地方。");
  return g_strdup_printf ("共 %s %u、%s %u、%s %u%s。", check_severity_title ("error"),
                          errors, check_severity_title ("warning"), warnings,
                          check_severity_title ("hint"), hints, answered);
}

guint
check_list_columns (GPtrArray *findings, CheckColumn *shown)
{
  gboolean is_one = is_of_one_document (findings);
  guint    n = 0;

  for (CheckColumn column = 0; column < CHECK_COLUMNS; column++)
    if (column != CHECK_DOCUMENT || !is_one)
      shown[n++] = column;
  return n;
}

guint
check_column_width (CheckColumn column)
{
  return columns[column].mm;
}

FormTable *
check_list_table (GPtrArray *findings, GError **error)
{
  CheckColumn shown[CHECK_COLUMNS];
  FormColumn  heads[CHECK_COLUMNS];
  guint       cols = check_list_columns (findings, shown);
  FormList   *list;

  if (findings->len > LONGEST)
    {
      g_set_error (
          error, DB_ERROR_DOMAIN, DB_FAILED,
          "有 %u 处问题，一张表放不下；请只选一部分（年度、部门、严重程度），或写成 "
          "csv",
          findings->len);
      return NULL;
    }
  for (guint i = 0; i < cols; i++)
    heads[i] = columns[shown[i]];
  list = form_list_new ("findings", "核对结果", TRUE, heads, cols);
  form_list_add_line (list, FORM_TITLE, check_list_title (findings));
  form_list_add_line (list, FORM_LEFT, check_list_summary (findings));
  form_list_add_heads (list);
  for (guint i = 0; i < findings->len; i++)
    {
      char *texts[CHECK_COLUMNS];

      for (guint col = 0; col < cols; col++)
        texts[col] = check_column_text (shown[col], findings->pdata[i]);
      form_list_add_row (list, texts);
    }
  return form_list_finish (list, error);
}
