/* app/check/table.c — findings as JSON and CSV: every place, one by one. */

#include "app/check/check.h"
#include "app/csv-put.h"

#include <json-glib/json-glib.h>
#include <string.h>

static void
put_text (JsonBuilder *json, const char *key, const char *text)
{
  json_builder_set_member_name (json, key);
  json_builder_add_string_value (json, text); /* NULL is null */
}

static void
put_integer (JsonBuilder *json, const char *key, gint64 number)
{
  json_builder_set_member_name (json, key);
  if (number == DB_NULL)
    json_builder_add_null_value (json);
  else
    json_builder_add_int_value (json, number);
}

static void
put_finding (JsonBuilder *json, const Finding *finding)
{
  json_builder_begin_object (json);
  put_text (json, "rule", finding->rule);
  put_text (json, "severity", finding->severity);
  put_text (json, "title", finding->title);
  put_text (json, "department", finding->department);
  put_integer (json, "year", finding->year);
  put_integer (json, "project", finding->project_no);
  put_integer (json, "indicator", finding->indicator_no);
  put_text (json, "project_name", finding->project_name);
  put_text (json, "field", finding->field);
  put_text (json, "column", finding->field_title);
  put_text (json, "message", finding->message);
  put_text (json, "seen", finding->seen);
  put_text (json, "expected", finding->expected);
  put_text (json, "explanation", finding->explanation);
  json_builder_set_member_name (json, "waived");
  json_builder_add_boolean_value (json, finding->waived);
  json_builder_end_object (json);
}

char *
check_json (GPtrArray *findings)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "findings");
  json_builder_begin_array (json);
  for (guint i = 0; i < findings->len; i++)
    put_finding (json, findings->pdata[i]);
  json_builder_end_array (json);
  json_builder_end_object (json);
  root = json_builder_get_root (json);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  return json_generator_to_data (generator, NULL);
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
