/* app/check/group.c — findings arranged for working them off. */

#include "app/check/group.h"
#include "app/fold.h"

#include <string.h>

static void
group_free (gpointer data)
{
  CheckGroup *group = data;

  g_free (group->title);
  g_ptr_array_unref (group->folds);
  g_free (group);
}

/* What is wrong with a text as a whole concerns all its money. */
static gint64
stake (const Finding *finding)
{
  if (finding->amount_fen != DB_NULL)
    return finding->amount_fen;
  return finding->project_no == DB_NULL ? G_MAXINT64 : 0;
}

static int
compare_integers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

static int
compare_findings (const Finding *a, const Finding *b)
{
  int result = compare_integers (check_severity_rank (a->severity),
                                 check_severity_rank (b->severity));

  return result != 0 ? result : compare_integers (stake (b), stake (a));
}

/* Sorting is stable: what is equal here stays in the order of the pages. */
static int
compare_folds (gconstpointer one, gconstpointer other)
{
  return compare_findings ((*(FoldedFinding *const *) one)->finding,
                           (*(FoldedFinding *const *) other)->finding);
}

static int
compare_groups (gconstpointer one, gconstpointer other)
{
  const CheckGroup *a = *(CheckGroup *const *) one;
  const CheckGroup *b = *(CheckGroup *const *) other;

  return compare_findings (((FoldedFinding *) a->folds->pdata[0])->finding,
                           ((FoldedFinding *) b->folds->pdata[0])->finding);
}

/* Neither width nor case of letters makes a difference. */
static char *
searchable (const char *text)
{
  g_autofree char *folded = fold (text);

  return g_utf8_casefold (folded, -1);
}

static gboolean
has_text (const Finding *finding, const char *sought)
{
  const char *texts[] = { finding->message, finding->place, finding->title,
                          finding->rule };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = searchable (texts[i]);

      if (strstr (text, sought) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* sought: choice->text as searchable() makes it, or NULL. */
static gboolean
is_chosen (const FoldedFinding *folded, const CheckChoice *choice, const char *sought)
{
  if (choice->hidden[check_severity_rank (folded->finding->severity)])
    return FALSE;
  if (choice->rule != NULL && strcmp (choice->rule, folded->finding->rule) != 0)
    return FALSE;
  for (guint i = 0; sought != NULL && i < folded->same->len; i++)
    if (has_text (folded->same->pdata[i], sought))
      return TRUE;
  return sought == NULL;
}

/* Each by itself: a reason is given for one place. */
static GPtrArray *
waived_ones (GPtrArray *findings)
{
  GPtrArray *folds = g_ptr_array_new_with_free_func (check_folded_free);

  for (guint i = 0; i < findings->len; i++)
    if (((Finding *) findings->pdata[i])->waived)
      g_ptr_array_add (folds, check_folded_new (findings->pdata[i]));
  return folds;
}

static CheckGroup *
group_new (const Finding *finding, CheckGrouping grouping)
{
  CheckGroup *group = g_new0 (CheckGroup, 1);

  group->title = grouping == CHECK_BY_RULE ? g_strdup (finding->title)
                                           : check_table_title (finding);
  group->amount_fen =
      grouping == CHECK_BY_PROJECT ? finding->amount_fen : (gint64) DB_NULL;
  group->folds = g_ptr_array_new_with_free_func (check_folded_free);
  return group;
}

/* Newly allocated. */
static char *
key_of (const Finding *finding, CheckGrouping grouping)
{
  if (grouping == CHECK_BY_RULE)
    return g_strdup (finding->rule);
  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                          finding->document_id, finding->project_id);
}

GPtrArray *
check_groups (GPtrArray *findings, CheckGrouping grouping, const CheckChoice *choice)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (group_free);
  g_autoptr (GHashTable) by_key =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) folds =
      choice->waived ? waived_ones (findings) : check_fold (findings);
  g_autofree char *sought =
      choice->text != NULL && *choice->text != '\0' ? searchable (choice->text) : NULL;

  g_ptr_array_set_free_func (folds, NULL); /* each goes into its group */
  for (guint i = 0; i < folds->len; i++)
    {
      FoldedFinding *folded = folds->pdata[i];
      char          *key = key_of (folded->finding, grouping);
      CheckGroup    *group = g_hash_table_lookup (by_key, key);

      if (is_chosen (folded, choice, sought))
        {
          if (group == NULL)
            g_ptr_array_add (groups, group = group_new (folded->finding, grouping));
          group->counts[check_severity_rank (folded->finding->severity)] +=
              folded->times;
          g_ptr_array_add (group->folds, folded);
        }
      else
        check_folded_free (folded);
      g_hash_table_insert (by_key, key, group);
    }
  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_sort (((CheckGroup *) groups->pdata[i])->folds, compare_folds);
  g_ptr_array_sort (groups, compare_groups);
  return groups;
}
