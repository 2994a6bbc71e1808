/* app/review/sheet.c — 退回意见 as a table to be printed, and as a file of any kind. */

#include "app/review/sheet.h"
#include "app/export/export.h"
#include "app/export/save.h"
#include "app/form/list.h"
#include "db/title.h"

const char *const review_sheet_formats[] = {
  "txt", "html", "pdf", "xlsx", "docx", NULL
};

#define DAY_BYTES 10 /* 2024-03-01 of the time */

static const FormColumn columns[] = {
  { "序号", 12, FORM_CENTRE },   { "项目", 32, FORM_TEXT },   { "位置", 30, FORM_TEXT },
  { "审核意见", 50, FORM_TEXT }, { "状态", 16, FORM_CENTRE }, { "答复", 38, FORM_TEXT },
};

static char *
answer_text (const Comment *comment)
{
  return comment->answer == NULL
             ? g_strdup ("")
             : g_strdup_printf ("%s（%s）", comment->answer,
                                comment->answered_by ? comment->answered_by : "");
}

/* n: its number in the list. */
static gboolean
add_comment (FormList *list, Db *db, const Comment *comment, guint n, GError **error)
{
  char *place = review_place (db, comment, error);
  char *project = place == NULL ? NULL
                  : comment->project_id == DB_NULL
                      ? g_strdup ("")
                      : title_of_row (db, "project", comment->project_id, error);
  char *texts[G_N_ELEMENTS (columns)];

  if (project == NULL)
    {
      g_free (place);
      return FALSE;
    }
  texts[0] = g_strdup_printf ("%u", n);
  texts[1] = project;
  texts[2] = place;
  texts[3] = g_strdup_printf ("%s（%s，%.*s）", comment->text, comment->who, DAY_BYTES,
                              comment->at);
  texts[4] = g_strdup (review_state_title (comment->state));
  texts[5] = answer_text (comment);
  form_list_add_row (list, texts);
  return TRUE;
}

static gboolean
add_comments (FormList *list, Db *db, gint64 document, GError **error)
{
  GPtrArray *comments = comments_of_document (db, document, NULL, error);
  gboolean   done = comments != NULL;
  guint      n = 0;

  for (guint i = 0; done && i < comments->len; i++)
    if (!g_str_equal (((Comment *) comments->pdata[i])->state, "settled"))
      done = add_comment (list, db, comments->pdata[i], ++n, error);
  db_record_array_free (&comment_table, comments);
  if (done && n == 0)
    g_set_error (error, DB_ERROR_DOMAIN, DB_MISSING,
                 "没有待了结的审核意见，没有可以写成退回意见的内容");
  return done && n > 0;
}

static Outline *
outline_of_sheet (Db *db, gint64 document, GError **error)
{
  g_autofree char *text = title_of_row (db, "document", document, error);
  g_autofree char *title = text ? g_strconcat (text, " 退回意见", NULL) : NULL;
  g_autoptr (FormList) list = NULL;
  FormTable *table;

  if (text == NULL)
    return NULL;
  list = form_list_new ("comments", "退回意见", FALSE, columns, G_N_ELEMENTS (columns));
  form_list_add_line (list, FORM_TITLE, g_strdup ("退回意见"));
  form_list_add_line (list, FORM_CENTRE, g_strdup_printf ("%s部门预算绩效文本", text));
  form_list_add_heads (list);
  if (!add_comments (list, db, document, error))
    return NULL;
  table = form_list_finish (g_steal_pointer (&list), error);
  return table != NULL ? outline_of_list (table, title) : NULL;
}

gboolean
review_sheet_write (Db *db, gint64 document, const char *format, const char *path,
                    GError **error)
{
  gboolean         is_html = g_str_equal (format, "html");
  g_autofree char *text = is_html || g_str_equal (format, "txt")
                              ? (is_html ? review_sheet_html (db, document, error)
                                         : review_sheet_text (db, document, error))
                              : NULL;
  g_autoptr (Outline) outline = NULL;

  if (text != NULL)
    return save_text (path, text, error);
  if (is_html || g_str_equal (format, "txt"))
    return FALSE;
  outline = outline_of_sheet (db, document, error);
  return outline != NULL && export_outline (outline, format, path, error);
}
