/* app/review/sheet-text.c — 退回意见 as a text and as a page. */

#include "app/html-put.h"
#include "app/review/sheet.h"
#include "db/title.h"

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
  g_autofree char *place = review_place (db, comment, error);

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
