/* db/waiver.c — 豁免: a finding that an office has answered. */

#include "db/waiver.h"

static const DbField fields[] = {
  DB_FIELD_TEXT (Waiver, rule_id),
  DB_FIELD_INTEGER (Waiver, project_id),
  DB_FIELD_INTEGER (Waiver, indicator_id),
  DB_FIELD_TEXT (Waiver, field),
  DB_FIELD_TEXT (Waiver, seen),
  DB_FIELD_TEXT (Waiver, expected),
  DB_FIELD_TEXT (Waiver, reason),
  DB_FIELD_INTEGER (Waiver, earlier_id),
  DB_FIELD_TEXT (Waiver, who),
  DB_FIELD_TEXT (Waiver, at),
};

const DbTable waiver_table = {
  .name = "waiver",
  .parent = "document_id",
  .size = sizeof (Waiver),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};

static void
bind (sqlite3_stmt *q, const char *name, gint64 value)
{
  if (value == DB_NULL)
    db_bind_null (q, name);
  else
    db_bind_int (q, name, value);
}

gboolean
waiver_add (Db *db, const Finding *finding, const char *reason, const char *who,
            gint64 earlier, GError **error)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (
      db,
      "INSERT INTO waiver (rule_id, document_id, project_id, indicator_id, field, seen,"
      " expected, reason, earlier_id, who) VALUES (:rule, :document, :project,"
      " :indicator, :field, :seen, :expected, :reason, :earlier, :who)",
      error);

  if (q == NULL)
    return FALSE;
  db_bind_text (q, ":rule", finding->rule);
  db_bind_int (q, ":document", finding->document_id);
  bind (q, ":project", finding->project_id);
  bind (q, ":indicator", finding->indicator_id);
  db_bind_text (q, ":field", finding->field);
  db_bind_text (q, ":seen", finding->seen);
  db_bind_text (q, ":expected", finding->expected);
  db_bind_text (q, ":reason", reason);
  bind (q, ":earlier", earlier);
  db_bind_text (q, ":who", who);
  return db_run (q, error);
}

/* Those of the department's latest earlier year, and those that a table of the document
 * is said to continue, which another department may have handed over.  */
#define EARLIER                                                                    \
  "SELECT e.id FROM document d CROSS JOIN document e ON e.id <> d.id WHERE d.id =" \
  " :document AND (e.department_id = d.department_id AND e.fiscal_year ="          \
  "  (SELECT max(fiscal_year) FROM document WHERE department_id = d.department_id" \
  "    AND fiscal_year < d.fiscal_year)"                                           \
  "  OR e.id IN (SELECT p.document_id FROM lineage l JOIN project p ON p.id ="     \
  "    l.earlier_project_id WHERE l.document_id = d.id))"                          \
  " AND EXISTS (SELECT 1 FROM waiver w WHERE w.document_id = e.id)"                \
  " ORDER BY e.fiscal_year DESC,"                                                  \
  "  instr('draft1 draft2 approved adjusted', e.stage) DESC"

GArray *
waiver_earlier_documents (Db *db, gint64 document, GError **error)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (db, EARLIER, error);

  if (q == NULL)
    return NULL;
  db_bind_int (q, ":document", document);
  return db_collect (q, error);
}

char *
waiver_rule_title (Db *db, const char *rule)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db, "SELECT title FROM rule WHERE id = :rule", NULL);

  db_bind_text (q, ":rule", rule);
  return db_step (q, NULL) == DB_ROW ? g_strdup (db_column_text (q, 0)) : NULL;
}
