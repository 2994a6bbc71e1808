/* db/finding.c — what is inconsistent, as the view finding lists it. */

#include "db/finding.h"

#define FINDINGS                                                               \
  "SELECT f.rule, f.severity, f.title, f.department, f.project_name, f.place," \
  " f.field, f.seen, f.expected, f.message,"                                   \
  " (SELECT implied_by FROM rule WHERE id = f.rule),"                          \
  " (SELECT explanation FROM rule WHERE id = f.rule),"                         \
  " (SELECT title FROM finding_field WHERE id = f.field),"                     \
  " (SELECT ordinal FROM rule WHERE id = f.rule),"                             \
  " f.document_id, f.project_id, f.indicator_id, f.year, f.project_no,"        \
  " f.indicator_no,"                                                           \
  " (SELECT amount_fen FROM project WHERE id = f.project_id),"                 \
  " f.waived FROM finding f"

/* The texts of a finding, in the order of FINDINGS. */
static const gsize texts[] = {
  G_STRUCT_OFFSET (Finding, rule),         G_STRUCT_OFFSET (Finding, severity),
  G_STRUCT_OFFSET (Finding, title),        G_STRUCT_OFFSET (Finding, department),
  G_STRUCT_OFFSET (Finding, project_name), G_STRUCT_OFFSET (Finding, place),
  G_STRUCT_OFFSET (Finding, field),        G_STRUCT_OFFSET (Finding, seen),
  G_STRUCT_OFFSET (Finding, expected),     G_STRUCT_OFFSET (Finding, message),
  G_STRUCT_OFFSET (Finding, implied_by),   G_STRUCT_OFFSET (Finding, explanation),
  G_STRUCT_OFFSET (Finding, field_title),
};

/* Characters that are kept of a sentence that quotes a text of a thousand pages. */
#define BEGINNING 300
#define END       100

#define TEXT(finding, i) G_STRUCT_MEMBER (char *, finding, texts[i])

void
finding_free (gpointer finding)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (TEXT (finding, i));
  g_free (finding);
}

Finding *
finding_copy (const Finding *finding)
{
  Finding *copy = g_memdup2 (finding, sizeof *finding);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    TEXT (copy, i) = g_strdup (TEXT (finding, i));
  return copy;
}

static void
leave_out_middle (char **sentence)
{
  glong            length = g_utf8_strlen (*sentence, -1);
  g_autofree char *whole = NULL;
  g_autofree char *beginning = NULL;

  if (length <= BEGINNING + END)
    return;
  whole = *sentence;
  beginning = g_utf8_substring (whole, 0, BEGINNING);
  *sentence = g_strconcat (beginning, "…",
                           g_utf8_offset_to_pointer (whole, length - END), NULL);
}

static Finding *
read_row (sqlite3_stmt *q)
{
  Finding *f = g_new0 (Finding, 1);
  gint64  *integers[] = { &f->rule_ordinal, &f->document_id, &f->project_id,
                          &f->indicator_id, &f->year,        &f->project_no,
                          &f->indicator_no, &f->amount_fen };
  int      column = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    TEXT (f, i) = g_strdup (db_column_text (q, column++));
  leave_out_middle (&f->place);
  leave_out_middle (&f->message);
  for (gsize i = 0; i < G_N_ELEMENTS (integers); i++)
    *integers[i] = db_column_int (q, column++);
  f->waived = sqlite3_column_int (q, column) != 0;
  return f;
}

static gboolean
add_rows (sqlite3_stmt *q, GPtrArray *findings, GError **error)
{
  DbStep step;

  while ((step = db_step (q, error)) == DB_ROW)
    g_ptr_array_add (findings, read_row (q));
  return step == DB_DONE;
}

GPtrArray *
finding_all (Db *db, GError **error)
{
  sqlite3_stmt *q = db_prepare_kept (db, FINDINGS, error);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (finding_free);

  return q != NULL && add_rows (q, findings, error) ? g_steal_pointer (&findings)
                                                    : NULL;
}

/* Asks once for each id: only = ? reaches every rule of the union, IN and joins do not.
 */
static GPtrArray *
each (Db *db, const char *sql, GArray *ids, GError **error)
{
  sqlite3_stmt *q = db_prepare_kept (db, sql, error);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (finding_free);

  if (q == NULL)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      db_bind_int (q, ":id", g_array_index (ids, gint64, i));
      if (!add_rows (q, findings, error))
        return NULL;
    }
  return g_steal_pointer (&findings);
}

GPtrArray *
finding_of_projects (Db *db, GArray *ids, GError **error)
{
  return each (db, FINDINGS " WHERE f.project_id = :id", ids, error);
}

GPtrArray *
finding_of_documents (Db *db, GArray *ids, GError **error)
{
  return each (db, FINDINGS " WHERE f.document_id = :id AND f.project_id IS NULL", ids,
               error);
}
