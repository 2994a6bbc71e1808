/* app/review/review.c — the review round: a reviewer's comments, the department's
 * answers. */

#include "app/review/review.h"
#include "app/edit/change.h"
#include "db/cell.h"
#include "db/title.h"

#include <string.h>

static const struct {
  const char *state, *title;
} states[] = { { "open", "待答复" },
               { "answered", "已答复" },
               { "settled", "已了结" } };

const char *
review_state_title (const char *state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (states[i].state, state) == 0)
      return states[i].title;
  return state;
}

static char *
now (void)
{
  g_autoptr (GDateTime) time = g_date_time_new_now_utc ();

  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text ? text : ""));

  return *stripped == '\0';
}

gint64
review_say (Db *db, gint64 document, Comment *comment, GError **error)
{
  g_auto (DbTxn) txn = { NULL };
  g_autofree char *label = g_strconcat ("审核意见：", comment->text, NULL);

  if (is_blank (comment->text))
    {
      g_set_error_literal (error, DB_ERROR_DOMAIN, DB_REFUSED, "请写明审核意见");
      return 0;
    }
  db_record_take_text (&comment->who, g_strdup (g_get_user_name ()));
  db_record_take_text (&comment->at, now ());
  db_record_take_text (&comment->state, g_strdup ("open"));
  return change_begin (&txn, db, label, error) &&
                 db_record_insert (db, &comment_table, comment, document, error) &&
                 change_finish (&txn, error)
             ? comment->record.id
             : 0;
}

static gboolean
set_state (Db *db, gint64 comment, const char *state, GError **error)
{
  return cell_set (db, &comment_table, comment, "state", state, error);
}

gboolean
review_answer (Db *db, gint64 comment, const char *answer, GError **error)
{
  gboolean         is_answer = !is_blank (answer);
  g_autofree char *at = is_answer ? now () : NULL;
  g_autofree char *label =
      g_strconcat (is_answer ? "答复：" : "撤回答复", answer, NULL);
  g_auto (DbTxn) txn = { NULL };

  return change_begin (&txn, db, label, error) &&
         cell_set (db, &comment_table, comment, "answer", is_answer ? answer : NULL,
                   error) &&
         cell_set (db, &comment_table, comment, "answered_by",
                   is_answer ? g_get_user_name () : NULL, error) &&
         cell_set (db, &comment_table, comment, "answered_at", at, error) &&
         set_state (db, comment, is_answer ? "answered" : "open", error) &&
         change_finish (&txn, error);
}

gboolean
review_settle (Db *db, gint64 comment, gboolean is_settled, GError **error)
{
  g_autofree char *answer = NULL;
  g_auto (DbTxn) txn = { NULL };

  return cell_get (db, &comment_table, comment, "answer", &answer, error) &&
         change_begin (&txn, db, is_settled ? "审核意见了结" : "审核意见重提", error) &&
         set_state (db, comment,
                    is_settled       ? "settled"
                    : answer != NULL ? "answered"
                                     : "open",
                    error) &&
         change_finish (&txn, error);
}

ReviewTarget
review_target (const Comment *comment)
{
  if (comment->part != NULL)
    return (ReviewTarget){ comment->part, comment->part_row, comment->field };
  if (comment->indicator_id != DB_NULL)
    return (ReviewTarget){ "indicator", comment->indicator_id, comment->field };
  if (comment->project_id != DB_NULL)
    return (ReviewTarget){ "project", comment->project_id, comment->field };
  return (ReviewTarget){ NULL, 0, NULL };
}

void
review_aim (Comment *comment, gint64 project, const char *table, gint64 row,
            const char *column)
{
  gboolean is_indicator = g_strcmp0 (table, "indicator") == 0;
  gboolean is_part =
      table != NULL && !is_indicator && strcmp (table, "project") != 0 && row != 0;

  comment->project_id = project != 0 ? project : (gint64) DB_NULL;
  comment->indicator_id = is_indicator ? row : (gint64) DB_NULL;
  comment->part_row = is_part ? row : (gint64) DB_NULL;
  db_record_take_text (&comment->part, is_part ? g_strdup (table) : NULL);
  db_record_take_text (&comment->field, g_strdup (column));
}

char *
review_place (Db *db, const Comment *comment, GError **error)
{
  ReviewTarget     target = review_target (comment);
  g_autofree char *place = NULL;
  const char      *title;

  if (target.table == NULL)
    return g_strdup ("全文");
  place = strcmp (target.table, "project") != 0
              ? title_of_row (db, target.table, target.row, error)
              : g_strdup ("");
  if (place == NULL || target.column == NULL)
    return g_steal_pointer (&place);
  title = title_of_cell (db, target.table, target.row, target.column);
  return g_strstrip (g_strdup_printf ("%s %s", place, title ? title : target.column));
}
