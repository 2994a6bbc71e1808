/* app/command/selection.c — choosing documents and projects. */

#include "app/command/selection.h"

GPtrArray *
selection_documents (const Selection *selection, Db *db, GError **error)
{
  g_autoptr (GPtrArray) documents =
      listing_documents (db, selection->department, selection->year, error);

  if (documents == NULL || documents->len > 0)
    return g_steal_pointer (&documents);
  g_set_error (error, DB_ERROR_DOMAIN, DB_MISSING,
               "%s：里面没有%s文本；jixiao list 列出有哪些", db_get_path (db),
               selection->department || selection->year ? "符合条件的" : "");
  return NULL;
}

/* One "3" or "4-6" of the list; FALSE when it is neither. */
static gboolean
read_range (const char *text, gint64 *first, gint64 *last)
{
  g_auto (GStrv) ends = g_strsplit (text, "-", 2);
  const char *from = ends[0] ? ends[0] : "";
  const char *to = ends[0] && ends[1] ? ends[1] : from;

  return g_ascii_string_to_signed (from, 10, 1, G_MAXINT, first, NULL) &&
         g_ascii_string_to_signed (to, 10, *first, G_MAXINT, last, NULL);
}

static gboolean
is_valid (const char *projects)
{
  g_auto (GStrv) ranges = g_strsplit (projects, ",", -1);
  gint64 first, last;

  for (char **range = ranges; *range != NULL; range++)
    if (!read_range (*range, &first, &last))
      return FALSE;
  return *ranges != NULL;
}

gboolean
selection_takes (const Selection *selection, const char *kind, gint64 ordinal)
{
  g_auto (GStrv) ranges = NULL;
  gint64 first, last;

  if (selection->projects == NULL)
    return TRUE;
  if (!g_str_equal (kind, "project"))
    return FALSE;
  ranges = g_strsplit (selection->projects, ",", -1);
  for (char **range = ranges; *range != NULL; range++)
    if (read_range (*range, &first, &last) && first <= ordinal && ordinal <= last)
      return TRUE;
  return FALSE;
}

GArray *
selection_project_ids (const Selection *selection, Db *db, gint64 document,
                       GError **error)
{
  g_autoptr (GPtrArray) projects = listing_projects (db, document, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (projects == NULL)
    return NULL;
  for (guint i = 0; i < projects->len; i++)
    {
      ListedProject *project = projects->pdata[i];

      if (selection_takes (selection, project->kind, project->ordinal))
        g_array_append_val (ids, project->id);
    }
  if (ids->len > 0 || (selection->projects == NULL && projects->len == 0))
    return g_steal_pointer (&ids);
  if (!is_valid (selection->projects))
    g_set_error (error, DB_ERROR_DOMAIN, DB_MISSING,
                 "“%s”：请写项目序号，如 3 或 1,4-6", selection->projects);
  else
    g_set_error (error, DB_ERROR_DOMAIN, DB_MISSING,
                 "没有第 %s 个项目；这份文本有 %u 个", selection->projects,
                 projects->len);
  return NULL;
}
