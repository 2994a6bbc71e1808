/* app/check/table.c — findings as JSON and CSV: every place, one by one. */

#include "app/check/check.h"
#include "app/csv-put.h"
#include "app/interchange/json-put.h"

#include <string.h>

static void
put_finding (JsonPut *json, const Finding *finding)
{
  json_put_open_object (json);
  json_put_text (json, "rule", finding->rule);
  json_put_text (json, "severity", finding->severity);
  json_put_text (json, "title", finding->title);
  json_put_text (json, "department", finding->department);
  json_put_whole (json, "year", finding->year);
  json_put_whole (json, "project", finding->project_no);
  json_put_whole (json, "indicator", finding->indicator_no);
  json_put_text (json, "project_name", finding->project_name);
  json_put_text (json, "field", finding->field);
  json_put_text (json, "column", finding->field_title);
  json_put_text (json, "message", finding->message);
  json_put_text (json, "seen", finding->seen);
  json_put_text (json, "expected", finding->expected);
  json_put_text (json, "explanation", finding->explanation);
  json_put_member (json, "waived");
  json_put_flag (json, finding->waived);
  json_put_close_object (json);
}

char *
check_json (GPtrArray *findings)
{
  JsonPut *json = json_put_new (2);

  json_put_open_object (json);
  json_put_member (json, "findings");
  json_put_open_array (json);
  for (guint i = 0; i < findings->len; i++)
    put_finding (json, findings->pdata[i]);
  json_put_close_array (json);
  json_put_close_object (json);
  return json_put_finish (json);
}

static char *
number (gint64 n)
{
  return n == DB_NULL ? NULL : g_strdup_printf ("%" G_GINT64_FORMAT, n);
}

static void
append_line (GString *csv, const Finding *finding)
{
  g_autofree char *year = number (finding->year);
  g_autofree char *project = number (finding->project_no);
  g_autofree char *row = number (finding->indicator_no);
  const char      *cells[] = {
         check_severity_title (finding->severity),
         finding->department,
         year,
         project,
         finding->project_name,
         row,
         finding->field_title,
         finding->seen,
         finding->expected,
         finding->message,
         finding->title,
         finding->explanation,
         finding->rule,
    finding->waived ? "已豁免" : NULL,
  };

  csv_put_line (csv, cells, G_N_ELEMENTS (cells));
}

char *
check_csv (GPtrArray *findings)
{
  GString *csv = g_string_new ("\xEF\xBB\xBF级别,部门,年度,项目序号,项目名称,行,列,"
                               "看到,应为,说明,规则,解释,规则编号,豁免\r\n");

  for (guint i = 0; i < findings->len; i++)
    append_line (csv, findings->pdata[i]);
  return g_string_free (csv, FALSE);
}
