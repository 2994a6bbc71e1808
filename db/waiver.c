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

static void
earlier_free (gpointer data)
{
  EarlierWaiver *earlier = data;

  g_free (earlier->rule);
  g_free (earlier->field);
  g_free (earlier->seen);
  g_free (earlier->reason);
  g_free (earlier->who);
  g_free (earlier->at);
  g_free (earlier);
}

/* The name of a project without the year of its text. */
#define YEARLESS(project, document) \
  "replace(" project ".name, " document ".fiscal_year || '年', '')"

#define EARLIER                                                                       \
  "SELECT w.id, e.fiscal_year, p.id, i.id, w.rule_id, w.field, w.seen, w.reason,"     \
  " w.who, w.at"                                                                      \
  " FROM document d"                                                                  \
  " JOIN document e ON e.department_id = d.department_id AND e.fiscal_year ="         \
  "  (SELECT max(fiscal_year) FROM document"                                          \
  "   WHERE department_id = d.department_id AND fiscal_year < d.fiscal_year)"         \
  " JOIN waiver w ON w.document_id = e.id"                                            \
  " LEFT JOIN project o ON o.id = w.project_id"                                       \
  " LEFT JOIN project_reading b ON b.project_id = o.id"                               \
  " LEFT JOIN project p ON p.document_id = d.id AND p.kind = o.kind AND"              \
  "  (p.kind <> 'project' OR " YEARLESS ("p", "d") " = " YEARLESS (                   \
      "o", "e") " OR"                                                                 \
                "   b.code = (SELECT code FROM project_reading a WHERE a.project_id " \
                "= p.id))"                                                            \
                " LEFT JOIN indicator k ON k.id = w.indicator_id"                     \
                " LEFT JOIN indicator i ON i.project_id = p.id AND i.name = k.name"   \
                "  AND i.level2 IS k.level2"                                          \
                " WHERE d.id = :document AND (o.id IS NULL) = (p.id IS NULL)"         \
                "  AND (k.id IS NULL) = (i.id IS NULL) ORDER BY w.id"

static gint64
integer (sqlite3_stmt *q, int column)
{
  return sqlite3_column_type (q, column) == SQLITE_NULL
             ? DB_NULL
             : sqlite3_column_int64 (q, column);
}

GPtrArray *
waiver_earlier (Db *db, gint64 document, GError **error)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (db, EARLIER, error);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (earlier_free);
  DbStep step;

  if (q == NULL)
    return NULL;
  db_bind_int (q, ":document", document);
  while ((step = db_step (q, error)) == DB_ROW)
    {
      EarlierWaiver *earlier = g_new0 (EarlierWaiver, 1);
      gint64        *numbers[] = { &earlier->id, &earlier->year, &earlier->project_id,
                                   &earlier->indicator_id };
      char         **texts[] = { &earlier->rule,   &earlier->field, &earlier->seen,
                                 &earlier->reason, &earlier->who,   &earlier->at };

      for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
        *numbers[i] = integer (q, i);
      for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
        *texts[i] = g_strdup (db_column_text (q, G_N_ELEMENTS (numbers) + i));
      g_ptr_array_add (found, earlier);
    }
  return step == DB_DONE ? g_steal_pointer (&found) : NULL;
}

char *
waiver_rule_title (Db *db, const char *rule)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db, "SELECT title FROM rule WHERE id = :rule", NULL);

  db_bind_text (q, ":rule", rule);
  return db_step (q, NULL) == DB_ROW ? g_strdup (db_column_text (q, 0)) : NULL;
}
