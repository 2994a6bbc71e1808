/* app/check.c — the findings of a record file in order, and folded for reading. */

#include "app/check.h"

#include "db/document.h"
#include "db/listing.h"

#include <string.h>

#define TIMES_KEPT 2 /* a hint that a table has more often than this is said once */

/* From worst to least. */
static const struct {
  const char *severity, *title;
} severities[] = {
  { "error", "错误" },
  { "warning", "警告" },
  { "hint", "提示" },
};

static guint
rank (const char *severity)
{
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (severities) &&
         g_strcmp0 (severity, severities[i].severity) != 0)
    i++;
  return i;
}

const char *
check_severity_title (const char *severity)
{
  return severities[rank (severity)].title;
}

static int
compare_integers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

/* The document as a whole comes first (its project is DB_NULL, the least number), then
 * its overall table, then its projects.  */
static int
compare (gconstpointer one, gconstpointer other)
{
  const Finding *a = *(const Finding *const *) one;
  const Finding *b = *(const Finding *const *) other;
  const gint64   keys[][2] = {
      { a->year, b->year },
      { a->document_id, b->document_id },
      { a->project_id != DB_NULL, b->project_id != DB_NULL },
      { a->project_no, b->project_no },
      { a->project_id, b->project_id },
      { rank (a->severity), rank (b->severity) },
      { a->indicator_no, b->indicator_no },
      { a->rule_ordinal, b->rule_ordinal },
  };
  int result = g_strcmp0 (a->department, b->department);

  for (gsize i = 0; result == 0 && i < G_N_ELEMENTS (keys); i++)
    result = compare_integers (keys[i][0], keys[i][1]);
  return result != 0 ? result : g_strcmp0 (a->field, b->field);
}

static GPtrArray *
joined (GPtrArray *one, GPtrArray *other)
{
  if (one != NULL && other != NULL)
    {
      g_ptr_array_extend_and_steal (one, other);
      return one;
    }
  g_clear_pointer (&one, g_ptr_array_unref);
  g_clear_pointer (&other, g_ptr_array_unref);
  return NULL;
}

/* The ids of all tables of the documents. */
static GArray *
tables_of (Db *db, GArray *documents, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < documents->len; i++)
    {
      g_autoptr (GPtrArray) projects =
          listing_projects (db, g_array_index (documents, gint64, i), error);

      if (projects == NULL)
        return NULL;
      for (guint k = 0; k < projects->len; k++)
        g_array_append_val (ids, ((ListedProject *) projects->pdata[k])->id);
    }
  return g_steal_pointer (&ids);
}

static GPtrArray *
of_documents (Db *db, GArray *documents, GError **error)
{
  g_autoptr (GArray) tables = tables_of (db, documents, error);
  GPtrArray *whole = tables ? finding_of_documents (db, documents, error) : NULL;

  return whole ? joined (whole, finding_of_projects (db, tables, error)) : NULL;
}

static gboolean
passes (const Finding *finding, const CheckFilter *filter)
{
  if (filter->rule != NULL && strcmp (finding->rule, filter->rule) != 0)
    return FALSE;
  return filter->severity == NULL ||
         rank (finding->severity) <= rank (filter->severity);
}

GPtrArray *
check_findings (Db *db, const CheckFilter *filter, GError **error)
{
  static const CheckFilter all;
  GPtrArray               *findings;

  if (filter == NULL)
    filter = &all;
  if (filter->projects != NULL)
    findings = finding_of_projects (db, filter->projects, error);
  else if (filter->documents != NULL)
    findings = of_documents (db, filter->documents, error);
  else
    findings = finding_all (db, error);
  if (findings == NULL)
    return NULL;
  for (guint i = findings->len; i-- > 0;)
    if (!passes (findings->pdata[i], filter))
      g_ptr_array_remove_index_fast (findings, i);
  g_ptr_array_sort (findings, compare);
  return findings;
}

guint
check_count (GPtrArray *findings, const char *severity)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const Finding *finding = findings->pdata[i];

      n += !finding->waived && strcmp (finding->severity, severity) == 0;
    }
  return n;
}

static void
folded_free (gpointer data)
{
  FoldedFinding *folded = data;

  g_array_unref (folded->rows);
  g_free (folded);
}

static gboolean
same_table (const Finding *a, const Finding *b)
{
  return a->document_id == b->document_id && a->project_id == b->project_id;
}

/* Whether the rule that says it better fires at the same place, or stands for one that
 * does.  from is the first finding of the table. */
static gboolean
is_implied (GPtrArray *findings, guint from, const Finding *finding)
{
  for (guint i = from; finding->implied_by != NULL && i < findings->len; i++)
    {
      const Finding *other = findings->pdata[i];

      if (!same_table (other, finding))
        return FALSE;
      if (other->indicator_id == finding->indicator_id && !other->waived &&
          strcmp (other->rule, finding->implied_by) == 0)
        return TRUE;
    }
  return FALSE;
}

static FoldedFinding *
folded_new (const Finding *finding)
{
  FoldedFinding *folded = g_new (FoldedFinding, 1);

  folded->finding = finding;
  folded->times = 1;
  folded->rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (finding->indicator_no != DB_NULL)
    g_array_append_val (folded->rows, finding->indicator_no);
  return folded;
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

static void
add_to (FoldedFinding *folded, const Finding *finding)
{
  folded->times++;
  if (finding->indicator_no != DB_NULL)
    g_array_append_val (folded->rows, finding->indicator_no);
}

/* How often the table has this hint. */
static guint
times_said (GPtrArray *findings, guint from, const Finding *finding)
{
  guint n = 0;

  for (guint i = from; i < findings->len && same_table (findings->pdata[i], finding);
       i++)
    {
      const Finding *other = findings->pdata[i];

      n += !other->waived && strcmp (other->rule, finding->rule) == 0 &&
           strcmp (other->severity, finding->severity) == 0;
    }
  return n;
}

GPtrArray *
check_fold (GPtrArray *findings)
{
  GPtrArray *folds = g_ptr_array_new_with_free_func (folded_free);
  guint      table = 0;      /* where its findings begin */
  guint      table_fold = 0; /* … and its folds */

  for (guint i = 0; i < findings->len; i++)
    {
      const Finding *finding = findings->pdata[i];
      FoldedFinding *earlier = NULL;

      if (!same_table (findings->pdata[table], finding))
        {
          table = i;
          table_fold = folds->len;
        }
      if (finding->waived || is_implied (findings, table, finding))
        continue;
      if (strcmp (finding->severity, "hint") == 0 &&
          times_said (findings, table, finding) > TIMES_KEPT)
        earlier = same_hint (folds, table_fold, finding);
      if (earlier != NULL)
        add_to (earlier, finding);
      else
        g_ptr_array_add (folds, folded_new (finding));
    }
  return folds;
}
