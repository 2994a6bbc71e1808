/* app/check/ledger.c — for every rule and table whether it was checked. */

#include "app/check/ledger.h"
#include "app/check/check.h"
#include "db/cell.h"
#include "db/document.h"
#include "db/listing.h"
#include "db/project.h"

#include <string.h>

const char *
ledger_state_title (LedgerState state)
{
  static const char *const titles[] = {
    [LEDGER_FIRES] = "有问题",
    [LEDGER_LACKS] = "数据不足",
    [LEDGER_IDLE] = "不适用",
    [LEDGER_PASSES] = "通过",
  };

  return titles[state];
}

static void
line_free (gpointer data)
{
  LedgerLine *line = data;

  scope_free (line->scope);
  g_free (line->why);
  g_free (line);
}

void
ledger_table_free (gpointer data)
{
  LedgerTable *table = data;

  g_free (table->document);
  g_free (table->title);
  g_ptr_array_unref (table->lines);
  g_free (table);
}

static void
rule_free (gpointer data)
{
  LedgerRule *rule = data;

  g_free (rule->rule);
  g_free (rule->title);
  g_free (rule->severity);
  g_free (rule);
}

static LedgerState
state_of (const LedgerLine *line)
{
  return line->fires > 0            ? LEDGER_FIRES
         : line->scope->lacking > 0 ? LEDGER_LACKS
         : line->scope->looked > 0  ? LEDGER_PASSES
                                    : LEDGER_IDLE;
}

static char *
why_fires (const LedgerLine *line)
{
  if (line->waived == 0)
    return g_strdup_printf ("%u 处", line->fires);
  if (line->waived == line->fires)
    return g_strdup_printf ("%u 处，都已豁免", line->fires);
  return g_strdup_printf ("%u 处，其中 %u 处已豁免", line->fires, line->waived);
}

static char *
why (const LedgerLine *line)
{
  const Scope *scope = line->scope;

  switch (line->state)
    {
    case LEDGER_FIRES:
      return why_fires (line);
    case LEDGER_LACKS:
      return g_strdup_printf ("%" G_GINT64_FORMAT " 处%s核对不了：%s", scope->lacking,
                              scope->subject,
                              scope->lacks ? scope->lacks : "要比的内容空白或读不出");
    case LEDGER_IDLE:
      return g_strconcat ("没有", scope->subject, NULL);
    case LEDGER_PASSES:
    default:
      return g_strdup_printf ("核对了 %" G_GINT64_FORMAT " 处%s", scope->looked,
                              scope->subject);
    }
}

static void
count_findings (LedgerLine *line, GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const Finding *finding = findings->pdata[i];

      if (strcmp (finding->rule, line->scope->rule) != 0)
        continue;
      line->fires++;
      line->waived += finding->waived != 0;
    }
}

/* Takes the scopes. */
static GPtrArray *
lines_of (GPtrArray *scopes, GPtrArray *findings)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);

  while (scopes->len > 0)
    {
      LedgerLine *line = g_new0 (LedgerLine, 1);

      line->scope = g_ptr_array_steal_index (scopes, 0);
      count_findings (line, findings);
      line->state = state_of (line);
      line->why = why (line);
      g_ptr_array_add (lines, line);
    }
  return lines;
}

/* 第3个项目 …, 整体绩效指标, 专项资金绩效指标 or 全文. */
static char *
title_of (Db *db, gint64 project, GError **error)
{
  g_autofree char *kind = NULL;
  g_autofree char *name = NULL;
  gint64           ordinal;

  if (project == DB_NULL)
    return g_strdup ("全文");
  if (!cell_get (db, &project_table, project, "kind", &kind, error) ||
      !cell_get (db, &project_table, project, "name", &name, error) ||
      !cell_get_integer (db, &project_table, project, "ordinal", &ordinal, error))
    return NULL;
  if (strcmp (kind, "project") != 0)
    return g_strdup (strcmp (kind, "overall") == 0 ? "整体绩效指标"
                                                   : "专项资金绩效指标");
  return g_strdup_printf ("第%" G_GINT64_FORMAT "个项目 %s", ordinal, name ? name : "");
}

LedgerTable *
ledger_of_table (Db *db, gint64 document, gint64 project, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *title = title_of (db, project, error);
  g_autoptr (GPtrArray) scopes =
      title != NULL ? scope_list (db, document, project, error) : NULL;
  g_autoptr (GPtrArray) findings = NULL;
  LedgerTable *table;

  if (scopes == NULL)
    return NULL;
  g_array_append_val (ids, *(project != DB_NULL ? &project : &document));
  findings = project != DB_NULL ? finding_of_projects (db, ids, error)
                                : finding_of_documents (db, ids, error);
  if (findings == NULL)
    return NULL;
  table = g_new0 (LedgerTable, 1);
  table->document_id = document;
  table->project_id = project;
  table->title = g_steal_pointer (&title);
  table->lines = lines_of (scopes, findings);
  return table;
}

/* Whether ids is NULL or holds id. */
static gboolean
takes (GArray *ids, gint64 id)
{
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return ids == NULL;
}

static gboolean
add_table (GPtrArray *tables, Db *db, const ListedDocument *document, gint64 project,
           GError **error)
{
  LedgerTable *table = ledger_of_table (db, document->id, project, error);

  if (table == NULL)
    return FALSE;
  table->document = document->fiscal_year == DB_NULL
                        ? g_strdup (document->department)
                        : g_strdup_printf ("%s %" G_GINT64_FORMAT "年",
                                           document->department, document->fiscal_year);
  g_ptr_array_add (tables, table);
  return TRUE;
}

static gboolean
add_document (GPtrArray *tables, Db *db, const ListedDocument *document,
              GArray *projects, Progress *progress, GError **error)
{
  g_autoptr (GPtrArray) listed = listing_projects (db, document->id, error);

  if (listed != NULL)
    progress_begin (progress, 0, listed->len);
  if (listed == NULL ||
      (projects == NULL && !add_table (tables, db, document, DB_NULL, error)))
    return FALSE;
  for (guint i = 0; i < listed->len; i++)
    {
      gint64 id = ((ListedProject *) listed->pdata[i])->id;

      if ((takes (projects, id) && !add_table (tables, db, document, id, error)) ||
          (!progress_step (progress) && progress_failed (progress, error)))
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
ledger_tables (Db *db, GArray *documents, GArray *projects, Progress *progress,
               GError **error)
{
  g_autoptr (GPtrArray) listed = listing_documents (db, NULL, 0, error);
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (ledger_table_free);

  if (listed == NULL)
    return NULL;
  for (guint i = 0; i < listed->len; i++)
    {
      const ListedDocument *document = listed->pdata[i];

      if (takes (documents, document->id) &&
          !add_document (tables, db, document, projects, progress, error))
        return NULL;
    }
  return g_steal_pointer (&tables);
}

GPtrArray *
ledger_rules (GPtrArray *tables)
{
  GPtrArray *rules = g_ptr_array_new_with_free_func (rule_free);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < tables->len; i++)
    {
      const LedgerTable *table = tables->pdata[i];

      for (guint k = 0; k < table->lines->len; k++)
        {
          const LedgerLine *line = table->lines->pdata[k];
          LedgerRule       *rule = g_hash_table_lookup (known, line->scope->rule);

          if (rule == NULL)
            {
              rule = g_new0 (LedgerRule, 1);
              rule->rule = g_strdup (line->scope->rule);
              rule->title = g_strdup (line->scope->title);
              rule->severity = g_strdup (line->scope->severity);
              g_hash_table_insert (known, rule->rule, rule);
              g_ptr_array_add (rules, rule);
            }
          rule->tables[line->state]++;
        }
    }
  return rules;
}
