/* app/fix/apply.c — doing fixes: as one action, and none that puts something else
 * wrong.
 *
 * The fixes of a project are tried together inside a savepoint.  Where a finding comes
 * up that was not there before, or one that was to go stays, they are tried one by one,
 * and those that do it are left out.
 */

#include "app/edit/change.h"
#include "app/edit/edit.h"
#include "app/fix/fix.h"
#include "app/reading/reading.h"
#include "db/listing.h"

#include <string.h>

/* What a finding is known by, whatever its words: how many there are of each. */
static char *
key_of (const char *rule, gint64 project, gint64 indicator, const char *field)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s", rule,
                          project, indicator, field ? field : "");
}

static guint
count_of (GHashTable *counts, const char *key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));
}

static GHashTable *
counted (GPtrArray *findings)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const Finding *finding = findings->pdata[i];
      char *key = key_of (finding->rule, finding->project_id, finding->indicator_id,
                          finding->field);

      g_hash_table_replace (counts, key, GUINT_TO_POINTER (count_of (counts, key) + 1));
    }
  return counts;
}

/* The findings that a fix of such a kind can touch: those of its project; of a
 * document, all.  */
static GPtrArray *
findings_around (Db *db, const Fix *fix, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) projects = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  GPtrArray *whole;

  if (fix->project_id != DB_NULL)
    {
      g_array_append_val (ids, fix->project_id);
      return finding_of_projects (db, ids, error);
    }
  projects = listing_projects (db, fix->document_id, error);
  for (guint i = 0; projects != NULL && i < projects->len; i++)
    g_array_append_val (ids, ((ListedProject *) projects->pdata[i])->id);
  findings = projects != NULL ? finding_of_projects (db, ids, error) : NULL;
  if (findings == NULL)
    return NULL;
  g_array_set_size (ids, 0);
  g_array_append_val (ids, fix->document_id);
  whole = finding_of_documents (db, ids, error);
  if (whole == NULL)
    return NULL;
  g_ptr_array_extend_and_steal (whole, g_steal_pointer (&findings));
  return whole;
}

static gboolean
put (Db *db, const Fix *fix, GError **error)
{
  for (guint i = 0; i < fix->changes->len; i++)
    {
      const FixChange *change = &g_array_index (fix->changes, FixChange, i);
      EditCell         cell = { change->table, change->row,    change->column,
                                change->text,  change->parent, change->source };
      gboolean         done;

      if (change->column == NULL)
        done = row_remove (db, table_find (change->table), change->row, error);
      else
        done = edit_cells_within (db, &cell, 1, error);
      if (!done)
        return FALSE;
    }
  return TRUE;
}

/* Why the fixes cannot stay, newly allocated; NULL: they can. */
static char *
obstacle_of (GPtrArray *group, GHashTable *before, GPtrArray *findings)
{
  g_autoptr (GHashTable) after = counted (findings);

  for (guint i = 0; i < findings->len; i++)
    {
      const Finding   *finding = findings->pdata[i];
      g_autofree char *key = key_of (finding->rule, finding->project_id,
                                     finding->indicator_id, finding->field);

      if (count_of (after, key) > count_of (before, key))
        return g_strdup_printf ("改了会有新的问题：%s", finding->message);
    }
  for (guint i = 0; i < group->len; i++)
    {
      const Fix       *fix = group->pdata[i];
      g_autofree char *key =
          key_of (fix->rule, fix->project_id, fix->indicator_id, fix->field);

      if (count_of (after, key) > 0 && count_of (after, key) >= count_of (before, key))
        return g_strdup ("改了问题仍在，请手工修改");
    }
  return NULL;
}

/* Puts the group, or leaves the file as it was and says what stands in the way. */
static gboolean
try (Db *db, GPtrArray *group, char **obstacle, GError **error)
{
  g_auto (DbTxn) txn = { NULL };
  g_autoptr (GPtrArray) before = findings_around (db, *group->pdata, error);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GHashTable) counts = NULL;

  if (before == NULL || !db_txn_begin (&txn, db, error))
    return FALSE;
  for (guint i = 0; i < group->len; i++)
    if (!put (db, group->pdata[i], error))
      return FALSE;
  if (!reading_refresh (db, error) ||
      (after = findings_around (db, *group->pdata, error)) == NULL)
    return FALSE;
  counts = counted (before);
  *obstacle = obstacle_of (group, counts, after);
  return *obstacle != NULL || db_txn_commit (&txn, error);
}

static gboolean
apply_one (Db *db, Fix *fix, guint *applied, GError **error)
{
  g_autoptr (GPtrArray) alone = g_ptr_array_new ();

  g_ptr_array_add (alone, fix);
  if (!try (db, alone, &fix->obstacle, error))
    return FALSE;
  *applied += fix->obstacle == NULL;
  return TRUE;
}

static gboolean
apply_group (Db *db, GPtrArray *group, guint *applied, GError **error)
{
  g_autofree char *obstacle = NULL;

  if (group->len > 1)
    {
      if (!try (db, group, &obstacle, error))
        return FALSE;
      if (obstacle == NULL)
        {
          *applied += group->len;
          return TRUE;
        }
    }
  for (guint i = 0; i < group->len; i++)
    if (!apply_one (db, group->pdata[i], applied, error))
      return FALSE;
  return TRUE;
}

/* Whether another fix has this one's cells, and what for.  Two fixes that want the same
 * go together.  */
static gboolean
is_taken (GHashTable *taken, const Fix *fix)
{
  for (guint i = 0; i < fix->changes->len; i++)
    {
      const FixChange *change = &g_array_index (fix->changes, FixChange, i);
      g_autofree char *cell =
          g_strdup_printf ("%s %" G_GINT64_FORMAT " %s", change->table, change->row,
                           change->column ? change->column : "");
      const char *text;

      if (change->row > 0 &&
          g_hash_table_lookup_extended (taken, cell, NULL, (gpointer *) &text) &&
          g_strcmp0 (text, change->text) != 0)
        return TRUE;
      g_hash_table_replace (taken, g_steal_pointer (&cell), change->text);
    }
  return FALSE;
}

static gboolean
apply_all (Db *db, GPtrArray *fixes, Progress *progress, guint *applied, GError **error)
{
  g_autoptr (GHashTable) taken =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) group = g_ptr_array_new ();

  for (guint i = 0; i < fixes->len; i++)
    {
      Fix *fix = fixes->pdata[i];
      Fix *first = group->len > 0 ? *group->pdata : fix;

      if (!progress_step (progress) && progress_failed (progress, error))
        return FALSE;
      if (is_taken (taken, fix))
        {
          fix->obstacle = g_strdup ("同一格另有更正，改完再看");
          continue;
        }
      if (first->document_id != fix->document_id ||
          first->project_id != fix->project_id)
        {
          if (!apply_group (db, group, applied, error))
            return FALSE;
          g_ptr_array_set_size (group, 0);
        }
      g_ptr_array_add (group, fix);
    }
  return group->len == 0 || apply_group (db, group, applied, error);
}

static char *
label_of (GPtrArray *fixes)
{
  const Fix *first = *fixes->pdata;

  for (guint i = 1; i < fixes->len; i++)
    if (strcmp (((Fix *) fixes->pdata[i])->rule, first->rule) != 0)
      return g_strdup ("批量更正");
  return fixes->len > 1 ? g_strdup_printf ("批量更正：%s", first->title)
                        : g_strdup (first->label);
}

gboolean
fix_apply (Db *db, GPtrArray *fixes, Progress *progress, guint *applied, GError **error)
{
  g_auto (DbTxn) txn = { NULL };
  g_autofree char *label = NULL;
  guint            done = 0;

  if (applied != NULL)
    *applied = 0;
  if (fixes->len == 0)
    return TRUE;
  label = label_of (fixes);
  for (guint i = 0; i < fixes->len; i++)
    g_clear_pointer (&((Fix *) fixes->pdata[i])->obstacle, g_free);
  progress_begin (progress, 0, fixes->len);
  if (!change_begin (&txn, db, label, error) ||
      !apply_all (db, fixes, progress, &done, error) || !change_finish (&txn, error))
    return FALSE;
  if (applied != NULL)
    *applied = done;
  return TRUE;
}
