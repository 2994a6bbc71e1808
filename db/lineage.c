/* db/lineage.c — 沿革: what a person said of what continues what. */

#include "db/lineage.h"

static const DbField fields[] = {
  DB_FIELD_INTEGER (Lineage, project_id),
  DB_FIELD_INTEGER (Lineage, indicator_id),
  DB_FIELD_INTEGER (Lineage, earlier_project_id),
  DB_FIELD_INTEGER (Lineage, earlier_indicator_id),
  DB_FIELD_TEXT (Lineage, who),
  DB_FIELD_TEXT (Lineage, at),
};

const DbTable lineage_table = {
  .name = "lineage",
  .parent = "document_id",
  .size = sizeof (Lineage),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};

GPtrArray *
lineage_of_document (Db *db, gint64 document, GError **error)
{
  return db_record_list (db, &lineage_table, document, error);
}

gboolean
lineage_say (DbWriter *writer, gint64 document, gint64 project, gint64 indicator,
             gint64 earlier_project, gint64 earlier_indicator, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  Lineage          said = { { 0, 0 },
                            project,
                            indicator,
                            earlier_project,
                            earlier_indicator,
                            (char *) g_get_user_name (),
                            at };

  return db_writer_insert (writer, &lineage_table, &said, document, error);
}

gboolean
lineage_forget (Db *db, gint64 project, gint64 indicator, guint *n, GError **error)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db,
                  "DELETE FROM lineage"
                  " WHERE project_id = :project AND indicator_id IS :indicator"
                  " RETURNING id",
                  error);
  guint  gone = 0;
  DbStep step;

  if (q == NULL)
    return FALSE;
  db_bind_int (q, ":project", project);
  if (indicator == DB_NULL)
    db_bind_null (q, ":indicator");
  else
    db_bind_int (q, ":indicator", indicator);
  while ((step = db_step (q, error)) == DB_ROW)
    gone++;
  if (n != NULL)
    *n = gone;
  return step == DB_DONE;
}

char *
lineage_earlier_outcome (Db *db, gint64 indicator, GError **error)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db,
                  "SELECT coalesce(d.fiscal_year || ' 年', '上年') || '目标 ' || "
                  "coalesce(f.text, '（空）')"
                  "   || coalesce('，实际 ' || nullif(trim(o.actual_text), ''), "
                  "'，实际完成值没有填')"
                  " FROM lineage l"
                  "   JOIN indicator i ON i.id = l.earlier_indicator_id"
                  "   JOIN project p ON p.id = i.project_id"
                  "   JOIN document d ON d.id = p.document_id"
                  "   LEFT JOIN form_target f ON f.id = i.id"
                  "   LEFT JOIN outcome o ON o.indicator_id = i.id"
                  " WHERE l.indicator_id = :indicator",
                  error);

  if (q == NULL)
    return NULL;
  db_bind_int (q, ":indicator", indicator);
  return db_step (q, error) == DB_ROW ? g_strdup (db_column_text (q, 0)) : NULL;
}
