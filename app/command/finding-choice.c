/* app/command/finding-choice.c — which findings a command is about. */

#include "app/command/finding-choice.h"
#include "db/rule.h"

#include <string.h>

gboolean
finding_choice_is_sound (const FindingChoice *choice)
{
  static const char *const names[] = { "error", "warning", "hint", NULL };

  return choice->severity == NULL || g_strv_contains (names, choice->severity);
}

static gboolean
check_rule (const char *rule, Db *db, GError **error)
{
  g_autoptr (GPtrArray) rules = NULL;

  if (rule == NULL)
    return TRUE;
  rules = rule_list (db, error);
  for (guint i = 0; rules != NULL && i < rules->len; i++)
    if (strcmp (((Rule *) rules->pdata[i])->id, rule) == 0)
      return TRUE;
  if (rules != NULL)
    g_set_error (error, DB_ERROR_DOMAIN, DB_MISSING,
                 "没有 %s 这条规则；jixiao rules 列出全部", rule);
  return FALSE;
}

gboolean
finding_choice_ids (const FindingChoice *choice, Db *db, GArray **documents,
                    GArray **projects, GError **error)
{
  const Selection *selection = &choice->selection;
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) tables = g_array_new (FALSE, FALSE, sizeof (gint64));

  *documents = *projects = NULL;
  if (!selection->department && !selection->year && !selection->projects)
    return TRUE;
  listed = selection_documents (selection, db, error);
  if (listed == NULL)
    return FALSE;
  for (guint i = 0; i < listed->len; i++)
    {
      gint64 id = ((ListedDocument *) listed->pdata[i])->id;
      g_autoptr (GArray) own = NULL;

      g_array_append_val (ids, id);
      if (selection->projects == NULL)
        continue;
      own = selection_project_ids (selection, db, id, error);
      if (own == NULL)
        return FALSE;
      g_array_append_vals (tables, own->data, own->len);
    }
  *documents = g_steal_pointer (&ids);
  if (selection->projects != NULL)
    *projects = g_steal_pointer (&tables);
  return TRUE;
}

GPtrArray *
finding_choice_find (const FindingChoice *choice, Db *db, GError **error)
{
  g_autoptr (GArray) documents = NULL;
  g_autoptr (GArray) projects = NULL;
  CheckFilter filter = { .rule = choice->rule, .severity = choice->severity };

  if (!check_rule (choice->rule, db, error) ||
      !finding_choice_ids (choice, db, &documents, &projects, error))
    return NULL;
  filter.documents = documents;
  filter.projects = projects;
  return check_findings (db, &filter, error);
}
