/* app/check/fold.c — findings folded for reading: what another one already says goes
 * under it, a hint that goes through many rows is said once.
 */

#include "app/check/check.h"

#include <string.h>

#define TIMES_KEPT 2 /* a hint that a table has more often than this is said once */

void
check_folded_free (gpointer data)
{
  FoldedFinding *folded = data;

  g_array_unref (folded->rows);
  g_ptr_array_unref (folded->same);
  g_ptr_array_unref (folded->implied);
  g_free (folded);
}

gboolean
check_same_table (const Finding *a, const Finding *b)
{
  return a->document_id == b->document_id && a->project_id == b->project_id;
}

static void
add_to (FoldedFinding *folded, const Finding *finding)
{
  folded->times++;
  g_ptr_array_add (folded->same, (gpointer) finding);
  if (finding->indicator_no != DB_NULL)
    g_array_append_val (folded->rows, finding->indicator_no);
}

FoldedFinding *
check_folded_new (const Finding *finding)
{
  FoldedFinding *folded = g_new0 (FoldedFinding, 1);

  folded->finding = finding;
  folded->rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  folded->same = g_ptr_array_new ();
  folded->implied = g_ptr_array_new ();
  add_to (folded, finding);
  return folded;
}

/* The finding of the table that begins at from which says it better at the same place,
 * or stands for one that does; NULL: none.  */
static const Finding *
better (GPtrArray *findings, guint from, const Finding *finding)
{
  for (guint i = from; finding->implied_by != NULL && i < findings->len; i++)
    {
      const Finding *other = findings->pdata[i];

      if (!check_same_table (other, finding))
        return NULL;
      if (other->indicator_id == finding->indicator_id && !other->waived &&
          strcmp (other->rule, finding->implied_by) == 0)
        return other;
    }
  return NULL;
}

/* The hint of the same rule that began further up in the table, or NULL. */
static FoldedFinding *
same_hint (GPtrArray *folds, guint from, const Finding *finding)
{
  for (guint i = from; i < folds->len; i++)
    {
      FoldedFinding *folded = folds->pdata[i];

      if (strcmp (folded->finding->rule, finding->rule) == 0 &&
          strcmp (folded->finding->severity, finding->severity) == 0)
        return folded;
    }
  return NULL;
}

/* How often the table has this hint. */
static guint
times_said (GPtrArray *findings, guint from, const Finding *finding)
{
  guint n = 0;

  for (guint i = from;
       i < findings->len && check_same_table (findings->pdata[i], finding); i++)
    {
      const Finding *other = findings->pdata[i];

      n += !other->waived && strcmp (other->rule, finding->rule) == 0 &&
           strcmp (other->severity, finding->severity) == 0;
    }
  return n;
}

/* Puts the findings from here on, up to the end of their table, under those that say
 * them better.  where: the FoldedFinding of each that is shown.  A better one may be
 * implied itself: the best is shown.  */
static void
add_implied (GPtrArray *findings, guint from, GHashTable *where)
{
  for (guint i = from; i < findings->len &&
                       check_same_table (findings->pdata[i], findings->pdata[from]);
       i++)
    {
      const Finding *finding = findings->pdata[i];
      const Finding *best = finding->waived ? NULL : better (findings, from, finding);
      FoldedFinding *folded = NULL;

      for (guint steps = 0; best != NULL && steps < CHECK_SEVERITIES; steps++)
        {
          folded = g_hash_table_lookup (where, best);
          best = folded == NULL ? better (findings, from, best) : NULL;
        }
      if (folded != NULL)
        g_ptr_array_add (folded->implied, (gpointer) finding);
    }
}

GPtrArray *
check_fold (GPtrArray *findings)
{
  GPtrArray *folds = g_ptr_array_new_with_free_func (check_folded_free);
  g_autoptr (GHashTable) where = g_hash_table_new (NULL, NULL);
  guint table = 0;      /* where its findings begin */
  guint table_fold = 0; /* … and its folds */

  for (guint i = 0; i < findings->len; i++)
    {
      const Finding *finding = findings->pdata[i];
      FoldedFinding *folded = NULL;

      if (!check_same_table (findings->pdata[table], finding))
        {
          add_implied (findings, table, where);
          table = i;
          table_fold = folds->len;
        }
      if (finding->waived || better (findings, table, finding) != NULL)
        continue;
      if (strcmp (finding->severity, "hint") == 0 &&
          times_said (findings, table, finding) > TIMES_KEPT)
        folded = same_hint (folds, table_fold, finding);
      if (folded != NULL)
        add_to (folded, finding);
      else
        g_ptr_array_add (folds, folded = check_folded_new (finding));
      g_hash_table_insert (where, (gpointer) finding, folded);
    }
  if (findings->len > 0)
    add_implied (findings, table, where);
  return folds;
}
