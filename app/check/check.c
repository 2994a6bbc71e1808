/* app/check/check.c — the findings of a record file in order. */

#include "app/check/check.h"

#include "db/document.h"
#include "db/listing.h"

#include <string.h>

/* From worst to least. */
static const struct {
  const char *severity, *title, *sign;
} severities[] = {
  { "error", "错误", "✖" },
  { "warning", "警告", "▲" },
  { "hint", "提示", "●" },
};

guint
check_severity_rank (const char *severity)
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
  return severities[check_severity_rank (severity)].title;
}

const char *
check_severity_sign (const char *severity)
{
  return severities[check_severity_rank (severity)].sign;
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
      { check_severity_rank (a->severity), check_severity_rank (b->severity) },
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

GArray *
check_tables (Db *db, GArray *documents, GError **error)
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
  g_autoptr (GArray) tables = check_tables (db, documents, error);
  GPtrArray *whole = tables ? finding_of_documents (db, documents, error) : NULL;

  return whole ? joined (whole, finding_of_projects (db, tables, error)) : NULL;
}

static gboolean
passes (const Finding *finding, const CheckFilter *filter)
{
  if (filter->rule != NULL && strcmp (finding->rule, filter->rule) != 0)
    return FALSE;
  return filter->severity == NULL || check_severity_rank (finding->severity) <=
                                         check_severity_rank (filter->severity);
}

void
check_sort (GPtrArray *findings)
{
  g_ptr_array_sort (findings, compare);
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
  check_sort (findings);
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
