/* db/rule.c — reading the catalogue of rules. */

#include "db/rule.h"

static void
free_rule (gpointer data)
{
  Rule *rule = data;

  g_free (rule->id);
  g_free (rule->severity);
  g_free (rule->usual);
  g_free (rule->title);
  g_free (rule->explanation);
  g_free (rule->basis);
  g_free (rule->example_before);
  g_free (rule->example_after);
  g_free (rule->implied_by);
  g_free (rule);
}

GPtrArray *
rule_list (Db *db, GError **error)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db,
                  "SELECT id, coalesce((SELECT o.severity FROM office_severity o"
                  " WHERE o.rule = rule.id), severity), severity, title, explanation,"
                  " basis, example_before, example_after, implied_by"
                  " FROM rule ORDER BY ordinal",
                  error);
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func (free_rule);
  DbStep step;

  if (q == NULL)
    return NULL;
  while ((step = db_step (q, error)) == DB_ROW)
    {
      Rule  *rule = g_new0 (Rule, 1);
      char **texts[] = { &rule->id,
                         &rule->severity,
                         &rule->usual,
                         &rule->title,
                         &rule->explanation,
                         &rule->basis,
                         &rule->example_before,
                         &rule->example_after,
                         &rule->implied_by };

      for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
        *texts[i] = g_strdup (db_column_text (q, i));
      g_ptr_array_add (rules, rule);
    }
  return step == DB_DONE ? g_steal_pointer (&rules) : NULL;
}
