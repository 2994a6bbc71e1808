/* app/read/relations.c — the .rels parts of a package. */

#include "app/read/relations.h"

#include "app/read/part.h"

#include <string.h>

static void
relation_free (gpointer data)
{
  Relation *relation = data;

  g_free (relation->id);
  g_free (relation->type);
  g_free (relation->path);
  g_free (relation);
}

/* "../styles.xml" as seen from the folder of a part.  Steps up end at the top. */
static char *
resolve (const char *from, const char *target)
{
  g_autofree char *rooted = g_strconcat ("/", from != NULL ? from : "", NULL);
  g_autofree char *folder = g_path_get_dirname (rooted);
  g_autofree char *path = g_canonicalize_filename (target, folder);

  return g_strdup (path + 1);
}

static void
add (GPtrArray *relations, Part *part, const char *from)
{
  Relation   *relation = g_new0 (Relation, 1);
  const char *type = part_attribute (part, "Type");
  const char *word = type != NULL ? strrchr (type, '/') : NULL;
  const char *target;

  g_ptr_array_add (relations, relation);
  relation->type = g_strdup (word != NULL ? word + 1 : type);
  relation->id = g_strdup (part_attribute (part, "Id"));
  target = part_attribute (part, "Target");
  if (target != NULL)
    relation->path = resolve (from, target);
}

/* "word/document.xml" has its relations in "word/_rels/document.xml.rels". */
static char *
path_of (const char *path)
{
  const char *name = path != NULL ? strrchr (path, '/') : NULL;

  if (path == NULL)
    return g_strdup ("_rels/.rels");
  name = name != NULL ? name + 1 : path;
  return g_strdup_printf ("%.*s_rels/%s.rels", (int) (name - path), path, name);
}

GPtrArray *
relations_read (Package *package, const char *path, GError **error)
{
  static const char *const names[] = { "Relationship", NULL };
  g_autoptr (GPtrArray) relations = g_ptr_array_new_with_free_func (relation_free);
  g_autofree char *own = path_of (path);
  g_autoptr (Part) part = NULL;
  PartEvent event;

  if (!package_has (package, own))
    return g_steal_pointer (&relations);
  part = part_open (package, own, names, error);
  if (part == NULL)
    return NULL;
  while ((event = part_next (part)) != PART_DONE)
    if (event == PART_START && part_name (part) == 0)
      add (relations, part, path);
  return part_finish (part, error) ? g_steal_pointer (&relations) : NULL;
}

const char *
relations_find (const GPtrArray *relations, const char *type)
{
  for (guint i = 0; i < relations->len; i++)
    {
      const Relation *relation = relations->pdata[i];

      if (g_strcmp0 (relation->type, type) == 0)
        return relation->path;
    }
  return NULL;
}

const char *
relations_find_id (const GPtrArray *relations, const char *id)
{
  for (guint i = 0; i < relations->len; i++)
    {
      const Relation *relation = relations->pdata[i];

      if (g_strcmp0 (relation->id, id) == 0)
        return relation->path;
    }
  return NULL;
}
