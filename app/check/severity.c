/* app/check/severity.c — how severe an office sees a rule. */

#include "app/check/severity.h"
#include "app/check/check.h"
#include "app/edit/change.h"
#include "db/cell.h"
#include "db/row.h"
#include "db/rule.h"

#include <string.h>

static const Rule *
find_rule (GPtrArray *rules, const char *id, GError **error)
{
  for (guint i = 0; i < rules->len; i++)
    if (strcmp (((Rule *) rules->pdata[i])->id, id) == 0)
      return rules->pdata[i];
  g_set_error (error, DB_ERROR_DOMAIN, DB_MISSING,
               "没有 %s 这条规则；jixiao rules 列出全部", id);
  return NULL;
}

/* The row that says it now, 0 for none; -1 on error. */
static gint64
row_of (Db *db, const char *rule, GError **error)
{
  GPtrArray *severities = word_severities (db, error);
  gint64     row = severities != NULL ? 0 : -1;

  for (guint i = 0; severities != NULL && i < severities->len; i++)
    {
      const OfficeSeverity *own = severities->pdata[i];

      if (strcmp (own->rule, rule) == 0)
        row = own->record.id;
    }
  db_record_array_free (&office_severity_table, severities);
  return row;
}

static gboolean
store (Db *db, const Rule *rule, const char *severity, GError **error)
{
  const RowValue values[] = { { "rule", rule->id }, { "severity", severity } };
  gint64         row = row_of (db, rule->id, error);

  if (row == -1)
    return FALSE;
  if (severity == NULL || strcmp (severity, rule->usual) == 0)
    return row == 0 || row_remove (db, &office_severity_table, row, error);
  if (row != 0)
    return cell_set (db, &office_severity_table, row, "severity", severity, error);
  return row_insert (db, &office_severity_table, 0, values, G_N_ELEMENTS (values),
                     error) != 0;
}

gboolean
severity_set (Db *db, const char *rule, const char *severity, GError **error)
{
  static const char *const severities[] = { "error", "warning", "hint", NULL };
  g_autoptr (GPtrArray) rules = rule_list (db, error);
  const Rule *found = rules != NULL ? find_rule (rules, rule, error) : NULL;
  g_auto (DbTxn) txn = { NULL };
  g_autofree char *label = NULL;

  if (found == NULL)
    return FALSE;
  if (severity != NULL && !g_strv_contains (severities, severity))
    {
      g_set_error (error, DB_ERROR_DOMAIN, DB_REFUSED,
                   "严重程度应为 error、warning 或 hint，不是 %s", severity);
      return FALSE;
    }
  label = g_strdup_printf ("规则“%s”的严重程度：%s", found->title,
                           check_severity_title (severity ? severity : found->usual));
  return change_begin (&txn, db, label, error) && store (db, found, severity, error) &&
         change_finish (&txn, error);
}
