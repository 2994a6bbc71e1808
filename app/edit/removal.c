/* app/edit/removal.c — removing a department, a text, a unit or a project. */

#include "app/edit/removal.h"
#include "app/edit/change.h"
#include "db/cell.h"
#include "db/department.h"
#include "db/document.h"
#include "db/extent.h"
#include "db/project.h"
#include "db/row.h"
#include "db/title.h"
#include "db/unit.h"

#include <string.h>

static const DbTable *
table_of (const Removal *removal)
{
  static const DbTable *const tables[] = {
    [REMOVAL_DEPARTMENT] = &department_table,
    [REMOVAL_DOCUMENT] = &document_table,
    [REMOVAL_UNIT] = &unit_table,
    [REMOVAL_PROJECT] = &project_table,
  };

  return tables[removal->kind];
}

char *
removal_title (Db *db, const Removal *removal, GError **error)
{
  g_autofree char *title = NULL;

  if (removal->kind == REMOVAL_UNIT && removal->id == 0)
    return g_strdup ("没有单位的项目");
  title = title_of_row (db, table_of (removal)->name, removal->id, error);
  if (title == NULL)
    return NULL;
  return removal->kind == REMOVAL_DOCUMENT     ? g_strconcat (title, "的文本", NULL)
         : removal->kind == REMOVAL_DEPARTMENT ? g_strconcat ("部门 ", title, NULL)
         : removal->kind == REMOVAL_UNIT ? g_strconcat ("预算单位 ", title, NULL)
                                         : g_steal_pointer (&title);
}

/* The records at the top of what goes: projects of a unit, else the one itself. */
static GArray *
top_of (Db *db, const Removal *removal, GError **error)
{
  GArray *ids;

  if (removal->kind == REMOVAL_UNIT)
    return project_ids_of_unit (db, removal->document, removal->id, error);
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (ids, removal->id);
  return ids;
}

/* A department's rows hang below its documents. */
static GArray *
read_extents (Db *db, const Removal *removal, GError **error)
{
  g_autoptr (GArray) ids = top_of (db, removal, error);
  g_autoptr (GArray) documents = NULL;
  g_autoptr (GArray) extents = NULL;
  const DbTable *table =
      removal->kind == REMOVAL_UNIT ? &project_table : table_of (removal);
  Extent all = { .title = title_of_table ("document") };

  if (ids == NULL)
    return NULL;
  if (removal->kind == REMOVAL_DEPARTMENT)
    {
      documents = document_ids_of_department (db, removal->id, error);
      if (documents == NULL)
        return NULL;
      table = &document_table;
      all.n = documents->len;
    }
  extents = extent_below (db, table, documents ? documents : ids, error);
  if (extents == NULL ||
      (removal->kind == REMOVAL_UNIT && !extent_of_projects (db, ids, extents, error)))
    return NULL;
  if (all.n > 0)
    g_array_prepend_val (extents, all);
  else if (removal->kind == REMOVAL_UNIT && extents->len > 0)
    {
      /* The projects themselves were counted last, and are named first. */
      Extent projects = g_array_index (extents, Extent, extents->len - 1);

      g_array_set_size (extents, extents->len - 1);
      g_array_prepend_val (extents, projects);
    }
  return g_steal_pointer (&extents);
}

/* How such things are counted. */
static const char *
measure_word (const char *title)
{
  static const struct {
    const char *title, *word;
  } words[] = {
    { "总体目标", "段" }, { "保障措施", "段" }, { "批复段落", "段" },
    { "文本", "份" },     { "资产", "行" },     { "采购项目", "行" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (title, words[i].title) == 0)
      return words[i].word;
  return "个";
}

char *
removal_extent (Db *db, const Removal *removal, GError **error)
{
  g_autoptr (GArray) extents = read_extents (db, removal, error);
  g_autoptr (GString) text = g_string_new (NULL);

  if (extents == NULL)
    return NULL;
  for (guint i = 0; i < extents->len; i++)
    {
      const Extent *extent = &g_array_index (extents, Extent, i);

      g_string_append_printf (text, "%s%" G_GINT64_FORMAT " %s%s", i > 0 ? "、" : "",
                              extent->n, measure_word (extent->title), extent->title);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A department that has no text any more would be shown nowhere. */
static gboolean
remove_document (Db *db, gint64 document, GError **error)
{
  g_autoptr (GArray) left = NULL;
  gint64 department;

  if (!cell_get_integer (db, &document_table, document, document_table.parent,
                         &department, error) ||
      !row_remove (db, &document_table, document, error))
    return FALSE;
  left = document_ids_of_department (db, department, error);
  return left != NULL &&
         (left->len > 0 || row_remove (db, &department_table, department, error));
}

static gboolean
remove_unit (Db *db, const Removal *removal, GError **error)
{
  g_autoptr (GArray) ids = top_of (db, removal, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!row_remove (db, &project_table, g_array_index (ids, gint64, i), error))
      return FALSE;
  return ids != NULL && (removal->id == 0 || unit_is_used (db, removal->id) ||
                         row_remove (db, &unit_table, removal->id, error));
}

gboolean
removal_run (Db *db, const Removal *removal, GError **error)
{
  g_auto (DbTxn) txn = { NULL };
  g_autofree char *title = removal_title (db, removal, error);
  g_autofree char *label = title != NULL ? g_strconcat ("删除", title, NULL) : NULL;

  if (label == NULL || !change_begin (&txn, db, label, error))
    return FALSE;
  return (removal->kind == REMOVAL_DOCUMENT ? remove_document (db, removal->id, error)
          : removal->kind == REMOVAL_UNIT
              ? remove_unit (db, removal, error)
              : row_remove (db, table_of (removal), removal->id, error)) &&
         change_finish (&txn, error);
}
