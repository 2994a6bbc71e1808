/* app/check/ledger-text.c — the ledger as text, a page of HTML, JSON and CSV. */

#include "app/check/check.h"
#include "app/check/ledger.h"
#include "app/csv-put.h"
#include "app/html-put.h"
#include "app/interchange/json-put.h"

#include <string.h>

/* 有问题 3、数据不足 1、不适用 20、通过 56 */
static void
append_sums (GString *text, const guint *sums)
{
  for (guint i = 0; i < LEDGER_STATES; i++)
    g_string_append_printf (text, "%s%s %u", i > 0 ? "、" : "", ledger_state_title (i),
                            sums[i]);
}

static void
sum_lines (const LedgerTable *table, guint *sums)
{
  for (guint i = 0; i < table->lines->len; i++)
    sums[((LedgerLine *) table->lines->pdata[i])->state]++;
}

/* The lines of a table in one state, or nothing. */
static void
append_state (GString *text, const LedgerTable *table, LedgerState state)
{
  for (guint i = 0; i < table->lines->len; i++)
    {
      const LedgerLine *line = table->lines->pdata[i];

      if (line->state == state)
        g_string_append_printf (text, "  %s  %s：%s〔%s〕\n",
                                ledger_state_title (state), line->scope->title,
                                line->why, line->scope->rule);
    }
}

static void
append_title (GString *text, const LedgerTable *table, const LedgerTable *before)
{
  if (before == NULL || before->document_id != table->document_id)
    g_string_append_printf (text, "%s\n", table->document);
  g_string_append_printf (text, "\n%s\n", table->title);
}

static void
append_rules (GString *text, GPtrArray *tables)
{
  g_autoptr (GPtrArray) rules = ledger_rules (tables);

  g_string_append (text, "规则在多少张表上\n\n");
  for (guint i = 0; i < rules->len; i++)
    {
      const LedgerRule *rule = rules->pdata[i];

      g_string_append_printf (text, "  %s〔%s〕：", rule->title, rule->rule);
      append_sums (text, rule->tables);
      g_string_append_c (text, '\n');
    }
}

/* What could not be judged, by table. */
static void
append_lacks (GString *text, GPtrArray *tables)
{
  const LedgerTable *before = NULL;

  for (guint i = 0; i < tables->len; i++)
    {
      const LedgerTable *table = tables->pdata[i];
      guint              sums[LEDGER_STATES] = { 0 };

      sum_lines (table, sums);
      if (sums[LEDGER_LACKS] == 0)
        continue;
      g_string_append (text, before == NULL ? "\n数据不足，没有核对的：\n\n" : "");
      append_title (text, table, before);
      append_state (text, table, LEDGER_LACKS);
      before = table;
    }
}

char *
ledger_text (GPtrArray *tables, gboolean is_full)
{
  GString           *text = g_string_new (NULL);
  const LedgerTable *before = NULL;
  guint              sums[LEDGER_STATES] = { 0 };

  for (guint i = 0; i < tables->len; i++)
    {
      const LedgerTable *table = tables->pdata[i];

      sum_lines (table, sums);
      if (!is_full)
        continue;
      append_title (text, table, before);
      for (guint state = 0; state < LEDGER_STATES; state++)
        append_state (text, table, state);
      before = table;
    }
  if (!is_full)
    {
      append_rules (text, tables);
      append_lacks (text, tables);
    }
  g_string_append (text, "\n共 ");
  append_sums (text, sums);
  g_string_append (text, "（每条规则、每张表计一次）。\n");
  return g_string_free (text, FALSE);
}

static const char page_head[] =
    "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width\">\n"
    "<title>核对记录</title>\n<style>\n"
    "body { font: 16px/1.6 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif;"
    " max-width: 60em; margin: 2em auto; padding: 0 1em; color: #222; }\n"
    "h1 { font-size: 1.5em; } h2 { font-size: 1.25em; margin-top: 2em; }\n"
    "table { border-collapse: collapse; width: 100%; } td, th { text-align: left;"
    " border-bottom: 1px solid #ddd; padding: .2em .5em; }\n"
    "td:first-child { white-space: nowrap; } .fires td:first-child { color: #b3261e; }"
    " .lacks td:first-child { color: #8a6100; }"
    " .idle { color: #666; } summary { cursor: pointer; }\n"
    "</style>\n</head>\n<body>\n<h1>核对记录</h1>\n";

static const char *const state_ids[] = {
  [LEDGER_FIRES] = "fires",
  [LEDGER_LACKS] = "lacks",
  [LEDGER_IDLE] = "idle",
  [LEDGER_PASSES] = "passes",
};

static void
append_rows (GString *html, const LedgerTable *table)
{
  for (guint state = 0; state < LEDGER_STATES; state++)
    for (guint i = 0; i < table->lines->len; i++)
      {
        const LedgerLine *line = table->lines->pdata[i];

        if (line->state == state)
          html_put (html, "<tr class=\"%s\"><td>%s</td><td>%s</td><td>%s</td></tr>\n",
                    state_ids[state], ledger_state_title (state), line->scope->title,
                    line->why);
      }
}

char *
ledger_html (GPtrArray *tables)
{
  GString *html = g_string_new (page_head);

  for (guint i = 0; i < tables->len; i++)
    {
      const LedgerTable *table = tables->pdata[i];
      const LedgerTable *before = i > 0 ? tables->pdata[i - 1] : NULL;
      guint              sums[LEDGER_STATES] = { 0 };
      g_autoptr (GString) words = g_string_new (NULL);

      sum_lines (table, sums);
      append_sums (words, sums);
      if (before == NULL || before->document_id != table->document_id)
        html_put (html, "<h2>%s</h2>\n", table->document);
      html_put (html, "<details><summary>%s：%s</summary>\n<table>\n", table->title,
                words->str);
      append_rows (html, table);
      g_string_append (html, "</table></details>\n");
    }
  g_string_append (html, "</body>\n</html>\n");
  return g_string_free (html, FALSE);
}

static void
put_line (JsonPut *json, const LedgerTable *table, const LedgerLine *line)
{
  json_put_open_object (json);
  json_put_text (json, "document", table->document);
  json_put_text (json, "table", table->title);
  json_put_text (json, "rule", line->scope->rule);
  json_put_text (json, "severity", line->scope->severity);
  json_put_text (json, "state", state_ids[line->state]);
  json_put_whole (json, "findings", line->fires);
  json_put_whole (json, "waived", line->waived);
  json_put_whole (json, "looked", line->scope->looked);
  json_put_whole (json, "lacking", line->scope->lacking);
  json_put_text (json, "why", line->why);
  json_put_close_object (json);
}

char *
ledger_json (GPtrArray *tables)
{
  JsonPut *json = json_put_new (2);

  json_put_open_object (json);
  json_put_array (json, "ledger");
  for (guint i = 0; i < tables->len; i++)
    {
      const LedgerTable *table = tables->pdata[i];

      for (guint k = 0; k < table->lines->len; k++)
        put_line (json, table, table->lines->pdata[k]);
    }
  json_put_close_array (json);
  json_put_close_object (json);
  return json_put_finish (json);
}

char *
ledger_csv (GPtrArray *tables)
{
  GString *csv = g_string_new (CSV_HEAD "文本,表,规则,名称,级别,状态,说明\r\n");

  for (guint i = 0; i < tables->len; i++)
    {
      const LedgerTable *table = tables->pdata[i];

      for (guint k = 0; k < table->lines->len; k++)
        {
          const LedgerLine *line = table->lines->pdata[k];
          const char       *cells[] = { table->document,
                                        table->title,
                                        line->scope->rule,
                                        line->scope->title,
                                        check_severity_title (line->scope->severity),
                                        ledger_state_title (line->state),
                                        line->why };

          csv_put_line (csv, cells, G_N_ELEMENTS (cells));
        }
    }
  return g_string_free (csv, FALSE);
}
