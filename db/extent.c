/* db/extent.c — how much hangs below records. */

#include "db/extent.h"
#include "db/project.h"
#include "db/title.h"

/* Tables of a kind count by themselves: an overall table is no project. */
static gboolean
add (Db *db, const char *title, const char *sql, GArray *extents, GError **error)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (db, sql, error);
  Extent extent = { .title = title };

  if (q == NULL || db_step (q, error) != DB_ROW)
    return FALSE;
  extent.n = sqlite3_column_int64 (q, 0);
  if (extent.n > 0)
    g_array_append_val (extents, extent);
  return TRUE;
}

/* where: which rows of the table. */
static gboolean
add_projects (Db *db, const char *where, GArray *extents, GError **error)
{
  static const struct {
    const char *condition, *title;
  } kinds[] = {
    { "kind = 'project'", "项目" },
    { "kind = 'overall'", "整体绩效指标表" },
    { "kind = 'special_fund'", "专项资金绩效表" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *sql =
          g_strdup_printf ("SELECT count(*) FROM project WHERE %s AND %s", where,
                           kinds[i].condition);

      if (!add (db, kinds[i].title, sql, extents, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_below (Db *db, const DbTable *table, const char *where, GArray *extents,
           GError **error)
{
  for (int i = 0; table->children[i].table != NULL; i++)
    {
      const DbTable   *child = table->children[i].table;
      g_autofree char *below = g_strdup_printf ("%s IN (SELECT id FROM %s WHERE %s)",
                                                child->parent, table->name, where);
      g_autofree char *sql =
          g_strdup_printf ("SELECT count(*) FROM %s WHERE %s", child->name, below);

      if (!(child == &project_table
                ? add_projects (db, below, extents, error)
                : add (db, title_of_table (child->name), sql, extents, error)) ||
          !add_below (db, child, below, extents, error))
        return FALSE;
    }
  return TRUE;
}

static char *
among (GArray *ids)
{
  GString *where = g_string_new ("id IN (");

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (where, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "",
                            g_array_index (ids, gint64, i));
  return g_string_free (g_string_append_c (where, ')'), FALSE);
}

GArray *
extent_below (Db *db, const DbTable *table, GArray *ids, GError **error)
{
  g_autoptr (GArray) extents = g_array_new (FALSE, FALSE, sizeof (Extent));
  g_autofree char *where = among (ids);

  return add_below (db, table, where, extents, error) ? g_steal_pointer (&extents)
                                                      : NULL;
}

gboolean
extent_of_projects (Db *db, GArray *ids, GArray *extents, GError **error)
{
  g_autofree char *where = among (ids);

  return add_projects (db, where, extents, error);
}
