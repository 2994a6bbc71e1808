/* app/edit/draft-plan.c — the projects of a draft, before their year is moved. */

#include "app/edit/draft-plan.h"
#include "app/edit/split.h"
#include "db/indicator.h"
#include "db/project.h"

static gboolean
is_among (const GArray *ids, gint64 id)
{
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

/* Where a project stands in the text; -1: it is not there. */
static int
place_of (const Document *document, gint64 project)
{
  for (guint i = 0; i < document->projects->len; i++)
    if (((DbRecord *) document->projects->pdata[i])->id == project)
      return (int) i;
  return -1;
}

static void
drop (Document *document, guint at)
{
  db_record_free (&project_table, g_ptr_array_steal_index (document->projects, at));
}

static void
move_all (GPtrArray *from, GPtrArray *to)
{
  while (from->len > 0)
    g_ptr_array_add (to, g_ptr_array_steal_index (from, 0));
}

/* The money stays as it is in the one that goes on: the user adds it up. */
static gboolean
merge (Document *document, const DraftMerger *merger, GError **error)
{
  int      from = place_of (document, merger->project);
  int      into = place_of (document, merger->into);
  Project *project, *heir;

  if (from < 0 || into < 0 || from == into)
    {
      g_set_error_literal (error, DB_ERROR_DOMAIN, DB_REFUSED,
                           "项目只能并入这份文本里另一个继续做的项目");
      return FALSE;
    }
  project = document->projects->pdata[from];
  heir = document->projects->pdata[into];
  move_all (project->goals, heir->goals);
  move_all (project->indicators, heir->indicators);
  drop (document, (guint) from);
  return TRUE;
}

/* The same again, as a record of its own. */
static gboolean
split (Db *db, Document *document, gint64 id, GError **error)
{
  int              at = place_of (document, id);
  Project         *whole = at >= 0 ? document->projects->pdata[at] : NULL;
  g_autofree char *name = split_half_name (whole != NULL ? whole->name : NULL);
  Project         *half;

  if (whole == NULL)
    {
      g_set_error_literal (error, DB_ERROR_DOMAIN, DB_REFUSED,
                           "只能拆分这份文本里继续做、不并入别的项目的项目");
      return FALSE;
    }
  half = split_half_new (db, id, name, error);
  if (half == NULL)
    return FALSE;
  db_record_take_text (&half->unit_code, g_strdup (whole->unit_code));
  db_record_take_text (&half->unit_name, g_strdup (whole->unit_name));
  g_ptr_array_insert (document->projects, at + 1, half);
  return TRUE;
}

gboolean
draft_arrange (Db *db, Document *document, const DraftPlan *plan, GError **error)
{
  for (guint i = document->projects->len; i-- > 0;)
    if (is_among (plan->ended, ((DbRecord *) document->projects->pdata[i])->id))
      drop (document, i);
  for (guint i = 0; plan->merged != NULL && i < plan->merged->len; i++)
    if (!merge (document, &g_array_index (plan->merged, DraftMerger, i), error))
      return FALSE;
  for (guint i = 0; plan->split != NULL && i < plan->split->len; i++)
    if (!split (db, document, g_array_index (plan->split, gint64, i), error))
      return FALSE;
  return TRUE;
}
