/* app/check/waive-text.c — waivers as a list, and as the 差异说明 that goes with a
 * text. */

#include "app/check/check.h"
#include "app/check/waive.h"
#include "app/html-put.h"
#include "app/interchange/json-put.h"

#define DAY_BYTES 10 /* 2024-03-01 of the time */

static gboolean
same_document (const Waived *a, const Waived *b)
{
  return a != NULL && a->document_id == b->document_id;
}

static gboolean
same_table (const Waived *a, const Waived *b)
{
  return same_document (a, b) && a->finding->project_id == b->finding->project_id;
}

/* 去年已作同样说明 where it was carried on. */
static const char *
repeated (const Waived *waived)
{
  return waived->earlier_id != DB_NULL ? "（去年已说明）" : "";
}

char *
waive_statement (GPtrArray *waived)
{
  GString      *text = g_string_new (NULL);
  const Waived *before = NULL;
  guint         n = 0;

  for (guint i = 0; i < waived->len; i++)
    {
      const Waived *one = waived->pdata[i];

      if (one->state != WAIVED_HOLDS)
        continue;
      if (!same_document (before, one))
        {
          g_autofree char *document = check_document_title (one->finding);

          g_string_append_printf (text, "%s差异说明\n\n%s部门预算绩效文本\n",
                                  before ? "\n\n" : "", document);
        }
      if (!same_table (before, one))
        {
          g_autofree char *table = check_table_title (one->finding);

          g_string_append_printf (text, "\n%s\n", table);
          n = 0;
        }
      g_string_append_printf (text, "%u. %s。\n   说明：%s%s  %s  %.*s\n", ++n,
                              one->finding->message, one->reason, repeated (one),
                              one->who, DAY_BYTES, one->at);
      before = one;
    }
  if (before == NULL)
    g_string_append (text, "没有需要说明的差异。\n");
  return g_string_free (text, FALSE);
}

static const char page_head[] =
    "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<title>差异说明</title>\n<style>\n"
    "body { font: 16px/1.7 'Noto Serif CJK SC', SimSun, serif; max-width: 50em;"
    " margin: 2em auto; padding: 0 1em; }\n"
    "h1 { text-align: center; } h2 { font-size: 1.1em; text-align: center;"
    " font-weight: normal; } h3 { font-size: 1em; margin: 1.5em 0 .3em; }\n"
    "table { border-collapse: collapse; width: 100%; } th, td { border: 1px solid;"
    " padding: .3em .5em; text-align: left; vertical-align: top; }\n"
    "th:nth-child(1) { width: 2em; } th:nth-child(4) { width: 8em; }\n"
    "tr { break-inside: avoid; } h1 + h2 { margin-bottom: 1em; }\n"
    "@page { size: A4; margin: 2cm; } @media print { body { font-size: 12pt;"
    " margin: 0; } h1:not(:first-of-type) { break-before: page; } }\n"
    "</style>\n</head>\n<body>\n";

static void
append_table_head (GString *html, const Waived *waived)
{
  g_autofree char *table = check_table_title (waived->finding);

  html_put (html, "<h3>%s</h3>\n", table);
  g_string_append (html, "<table>\n<tr><th>序号</th><th>问题</th><th>说明</th>"
                         "<th>说明人、日期</th></tr>\n");
}

char *
waive_statement_html (GPtrArray *waived)
{
  GString      *html = g_string_new (page_head);
  const Waived *before = NULL;
  guint         n = 0;

  for (guint i = 0; i < waived->len; i++)
    {
      const Waived    *one = waived->pdata[i];
      g_autofree char *document = NULL;

      if (one->state != WAIVED_HOLDS)
        continue;
      if (before != NULL && !same_table (before, one))
        g_string_append (html, "</table>\n");
      document = check_document_title (one->finding);
      if (!same_document (before, one))
        html_put (html, "<h1>差异说明</h1>\n<h2>%s部门预算绩效文本</h2>\n", document);
      if (!same_table (before, one))
        {
          append_table_head (html, one);
          n = 0;
        }
      html_put (html, "<tr><td>%u</td><td>%s</td><td>%s%s</td><td>%s %.*s</td></tr>\n",
                ++n, one->finding->message, one->reason, repeated (one), one->who,
                DAY_BYTES, one->at);
      before = one;
    }
  g_string_append (html, before != NULL ? "</table>\n"
                                        : "<h1>差异说明</h1>\n"
                                          "<p>没有需要说明的差异。</p>\n");
  g_string_append (html, "</body>\n</html>\n");
  return g_string_free (html, FALSE);
}

char *
waive_text (GPtrArray *waived)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < waived->len; i++)
    {
      const Waived *one = waived->pdata[i];

      g_string_append_printf (text, "%" G_GINT64_FORMAT "  %s  %s  %s〔%s〕\n", one->id,
                              waived_state_title (one->state), one->place,
                              one->title ? one->title : "", one->rule);
      g_string_append_printf (text, "    原文：%s", one->seen ? one->seen : "（空）");
      if (one->state >= WAIVED_CHANGED && one->finding != NULL)
        g_string_append_printf (text, "；现为：%s",
                                one->finding->seen ? one->finding->seen : "（空）");
      g_string_append_printf (text, "\n    理由：%s（%s，%.*s）\n", one->reason,
                              one->who, DAY_BYTES, one->at);
    }
  if (waived->len == 0)
    g_string_append (text, "没有豁免。\n");
  return g_string_free (text, FALSE);
}

char *
waive_json (GPtrArray *waived)
{
  static const char *const states[] = { "holds", "changed", "settled", "earlier" };
  JsonPut                 *json = json_put_new (2);

  json_put_open_object (json);
  json_put_array (json, "waivers");
  for (guint i = 0; i < waived->len; i++)
    {
      const Waived *one = waived->pdata[i];

      json_put_open_object (json);
      json_put_whole (json, "id", one->id);
      json_put_text (json, "state", states[one->state]);
      json_put_text (json, "rule", one->rule);
      json_put_text (json, "place", one->place);
      json_put_text (json, "seen", one->seen);
      json_put_text (json, "now", one->finding != NULL ? one->finding->seen : NULL);
      json_put_text (json, "message",
                     one->finding != NULL ? one->finding->message : NULL);
      json_put_text (json, "reason", one->reason);
      json_put_text (json, "who", one->who);
      json_put_text (json, "at", one->at);
      json_put_close_object (json);
    }
  json_put_close_array (json);
  json_put_close_object (json);
  return json_put_finish (json);
}
