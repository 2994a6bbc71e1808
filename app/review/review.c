/* app/review/review.c — the review round: a reviewer's comments, the department's
 * answers. */

#include "app/review/review.h"
#include "app/edit/change.h"
#include "app/html-put.h"
#include "db/cell.h"
#include "db/title.h"

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

/* 项目 3 …，指标 2 指标值; 全文. */
static char *
place_of (Db *db, const Comment *comment, GError **error)
{
  g_autofree char *place = NULL;
  const char      *title;

  if (comment->project_id == DB_NULL)
    return g_strdup ("全文");
  place = comment->indicator_id != DB_NULL
              ? title_of_row (db, "indicator", comment->indicator_id, error)
              : g_strdup ("");
  if (place == NULL || comment->field == NULL)
    return g_steal_pointer (&place);
  title = title_of_column (comment->indicator_id != DB_NULL ? "indicator" : "project",
                           comment->field);
  return g_strstrip (g_strdup_printf ("%s %s", place, title ? title : comment->field));
}

/* Writes one part of the sheet: text or HTML. */
typedef struct {
  void (*begin) (GString *sheet, const char *title);
  void (*table) (GString *sheet, const char *title);
  void (*comment) (GString *sheet, guint n, const char *place, const Comment *comment);
  void (*end) (GString *sheet);
} Sheet;

static gboolean
add_comment (Db *db, const Sheet *kind, GString *sheet, guint n, const Comment *comment,
             GError **error)
{
  g_autofree char *place = place_of (db, comment, error);

  if (place == NULL)
    return FALSE;
  kind->comment (sheet, n, place, comment);
  return TRUE;
}

static gboolean
add_comments (Db *db, const Sheet *kind, GString *sheet, const GPtrArray *comments,
              GError **error)
{
  gint64 table = 0;
  guint  n = 0;

  for (guint i = 0; i < comments->len; i++)
    {
      const Comment *comment = comments->pdata[i];

      if (g_str_equal (comment->state, "settled"))
        continue;
      if (table != comment->project_id && comment->project_id != DB_NULL)
        {
          g_autofree char *title =
              title_of_row (db, "project", comment->project_id, error);

          if (title == NULL)
            return FALSE;
          kind->table (sheet, title);
        }
      table = comment->project_id;
      if (!add_comment (db, kind, sheet, ++n, comment, error))
        return FALSE;
    }
  return TRUE;
}

static char *
write_sheet (Db *db, gint64 document, const Sheet *kind, GError **error)
{
  g_autofree char *title = title_of_row (db, "document", document, error);
  GPtrArray *comments = title ? comments_of_document (db, document, NULL, error) : NULL;
  g_autoptr (GString) sheet = g_string_new (NULL);
  gboolean done;

  if (comments == NULL)
    return NULL;
  kind->begin (sheet, title);
  done = add_comments (db, kind, sheet, comments, error);
  kind->end (sheet);
  db_record_array_free (&comment_table, comments);
  return done ? g_string_free (g_steal_pointer (&sheet), FALSE) : NULL;
}

static void
begin_text (GString *sheet, const char *title)
{
  g_string_append_printf (sheet, "退回意见\n\n%s部门预算绩效文本\n", title);
}

static void
table_text (GString *sheet, const char *title)
{
  g_string_append_printf (sheet, "\n%s\n", title);
}

static void
comment_text (GString *sheet, guint n, const char *place, const Comment *comment)
{
  g_string_append_printf (sheet, "%u. %s%s%s  [%s，编号 %d]\n", n, place,
                          *place ? "：" : "", comment->text,
                          review_state_title (comment->state),
                          (int) comment->record.id);
  if (comment->answer != NULL)
    g_string_append_printf (sheet, "   答复：%s（%s）\n", comment->answer,
                            comment->answered_by ? comment->answered_by : "");
}

static void
end_text (GString *sheet)
{
}

static void
begin_html (GString *sheet, const char *title)
{
  g_string_append (
      sheet,
      "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<title>退回意见</title>\n<style>\n"
      "body { font: 15px/1.7 'Noto Serif CJK SC', SimSun, serif; max-width: 45em;"
      " margin: 2em auto; padding: 0 1em; }\n"
      "h1 { text-align: center; font-size: 1.5em; } h2 { font-size: 1.1em; }\n"
      "p { margin: .3em 0; } .answer { margin-left: 2em; color: #444; }\n"
      "</style>\n</head>\n<body>\n<h1>退回意见</h1>\n");
  html_put (sheet, "<p>%s部门预算绩效文本</p>\n", title);
}

static void
table_html (GString *sheet, const char *title)
{
  html_put (sheet, "<h2>%s</h2>\n", title);
}

static void
comment_html (GString *sheet, guint n, const char *place, const Comment *comment)
{
  g_autofree char *number = g_strdup_printf ("%u", n);

  html_put (sheet, "<p>%s. %s%s%s　[%s]</p>\n", number, place, *place ? "：" : "",
            comment->text, review_state_title (comment->state));
  if (comment->answer != NULL)
    html_put (sheet, "<p class=\"answer\">答复：%s（%s）</p>\n", comment->answer,
              comment->answered_by ? comment->answered_by : "");
}

static void
end_html (GString *sheet)
{
  g_string_append (sheet, "</body>\n</html>\n");
}

char *
review_sheet_text (Db *db, gint64 document, GError **error)
{
  static const Sheet text = { begin_text, table_text, comment_text, end_text };

  return write_sheet (db, document, &text, error);
}

char *
review_sheet_html (Db *db, gint64 document, GError **error)
{
  static const Sheet html = { begin_html, table_html, comment_html, end_html };

  return write_sheet (db, document, &html, error);
}
