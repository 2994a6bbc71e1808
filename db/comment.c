/* db/comment.c — 审核意见: what a reviewer says of a text. */

#include "db/comment.h"

static const DbField fields[] = {
  DB_FIELD_INTEGER (Comment, project_id), DB_FIELD_INTEGER (Comment, indicator_id),
  DB_FIELD_TEXT (Comment, part),          DB_FIELD_INTEGER (Comment, part_row),
  DB_FIELD_TEXT (Comment, field),         DB_FIELD_TEXT (Comment, text),
  DB_FIELD_TEXT (Comment, who),           DB_FIELD_TEXT (Comment, at),
  DB_FIELD_TEXT (Comment, state),         DB_FIELD_TEXT (Comment, answer),
  DB_FIELD_TEXT (Comment, answered_by),   DB_FIELD_TEXT (Comment, answered_at),
};

const DbTable comment_table = {
  .name = "comment",
  .parent = "document_id",
  .size = sizeof (Comment),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};

GPtrArray *
comments_of_document (Db *db, gint64 document, const char *state, GError **error)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db,
                  "SELECT c.id FROM comment c"
                  " LEFT JOIN project p ON p.id = c.project_id"
                  " LEFT JOIN indicator i ON i.id = c.indicator_id"
                  " WHERE c.document_id = :document"
                  "   AND (:state IS NULL OR c.state = :state)"
                  " ORDER BY p.ordinal, p.id, i.ordinal, c.id",
                  error);
  GPtrArray *comments;
  DbStep     step;

  if (q == NULL)
    return NULL;
  db_bind_int (q, ":document", document);
  db_bind_text (q, ":state", state);
  comments = g_ptr_array_new ();
  while ((step = db_step (q, error)) == DB_ROW)
    {
      gpointer comment =
          db_record_get (db, &comment_table, sqlite3_column_int64 (q, 0), error);

      if (comment == NULL)
        {
          step = DB_ERROR;
          break;
        }
      g_ptr_array_add (comments, comment);
    }
  if (step == DB_DONE)
    return comments;
  db_record_array_free (&comment_table, comments);
  return NULL;
}

static sqlite3_stmt *
prepare_look (Db *db, const char *sql, gint64 document, const char *who, GError **error)
{
  sqlite3_stmt *q = db_prepare (db, sql, error);

  if (q == NULL)
    return NULL;
  db_bind_int (q, ":document", document);
  db_bind_text (q, ":who", who);
  return q;
}

gboolean
review_look_now (Db *db, gint64 document, const char *who, GError **error)
{
  g_autoptr (sqlite3_stmt) q =
      prepare_look (db,
                    "INSERT OR REPLACE INTO review_look (document_id, who, action_id)"
                    " SELECT :document, :who, coalesce(max(id), 0) FROM action",
                    document, who, error);

  return q != NULL && db_run (q, error);
}

gint64
review_look_action (Db *db, gint64 document, const char *who, GError **error)
{
  g_autoptr (sqlite3_stmt) q = prepare_look (
      db,
      "SELECT action_id FROM review_look WHERE document_id = :document AND who = :who",
      document, who, error);
  DbStep step = q != NULL ? db_step (q, error) : DB_ERROR;

  return step == DB_ROW ? sqlite3_column_int64 (q, 0) : step == DB_DONE ? 0 : -1;
}
