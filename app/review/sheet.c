/* app/review/sheet.c — 退回意见 as a table to be printed, and as a file of any kind. */

#include "app/review/sheet.h"
#include "app/export/export.h"
#include "app/export/save.h"
#include "db/title.h"

const char *const review_sheet_formats[] = {
  "txt", "html", "pdf", "xlsx", "docx", NULL
};

#define DAY_BYTES 10 /* 2024-03-01 of the time */

static const struct {
  const char *title;
  guint       mm;
  FormStyle   style;
} columns[] = {
  { "序号", 12, FORM_CENTRE },   { "项目", 32, FORM_TEXT },   { "位置", 30, FORM_TEXT },
  { "审核意见", 50, FORM_TEXT }, { "状态", 16, FORM_CENTRE }, { "答复", 38, FORM_TEXT },
};

/* The table in the making. */
typedef struct {
  Db        *db;
  GPtrArray *cells;
  guint      row; /* the next one */
  guint      n;   /* comments so far */
} Sheet;

/* Takes text. */
static void
add_cell (Sheet *sheet, guint col, guint span, FormStyle style, char *text)
{
  FormCell *cell = g_new0 (FormCell, 1);

  cell->row = sheet->row;
  cell->col = col;
  cell->row_span = 1;
  cell->col_span = span;
  cell->style = style;
  cell->text = text;
  g_ptr_array_add (sheet->cells, cell);
}

static char *
answer_text (const Comment *comment)
{
  return comment->answer == NULL
             ? g_strdup ("")
             : g_strdup_printf ("%s（%s）", comment->answer,
                                comment->answered_by ? comment->answered_by : "");
}

static gboolean
add_comment (Sheet *sheet, const Comment *comment, GError **error)
{
  char *place = review_place (sheet->db, comment, error);
  char *project = place == NULL ? NULL
                  : comment->project_id == DB_NULL
                      ? g_strdup ("")
                      : title_of_row (sheet->db, "project", comment->project_id, error);

  if (project == NULL)
    {
      g_free (place);
      return FALSE;
    }
  add_cell (sheet, 0, 1, columns[0].style, g_strdup_printf ("%u", ++sheet->n));
  add_cell (sheet, 1, 1, columns[1].style, project);
  add_cell (sheet, 2, 1, columns[2].style, place);
  add_cell (sheet, 3, 1, columns[3].style,
            g_strdup_printf ("%s（%s，%.*s）", comment->text, comment->who, DAY_BYTES,
                             comment->at));
  add_cell (sheet, 4, 1, columns[4].style,
            g_strdup (review_state_title (comment->state)));
  add_cell (sheet, 5, 1, columns[5].style, answer_text (comment));
  sheet->row++;
  return TRUE;
}

static void
add_head (Sheet *sheet, const char *document)
{
  add_cell (sheet, 0, G_N_ELEMENTS (columns), FORM_TITLE, g_strdup ("退回意见"));
  sheet->row++;
  add_cell (sheet, 0, G_N_ELEMENTS (columns), FORM_CENTRE,
            g_strdup_printf ("%s部门预算绩效文本", document));
  sheet->row++;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_cell (sheet, i, 1, FORM_HEAD, g_strdup (columns[i].title));
  sheet->row++;
}

static gboolean
add_comments (Sheet *sheet, gint64 document, GError **error)
{
  GPtrArray *comments = comments_of_document (sheet->db, document, NULL, error);
  gboolean   done = comments != NULL;

  for (guint i = 0; done && i < comments->len; i++)
    if (!g_str_equal (((Comment *) comments->pdata[i])->state, "settled"))
      done = add_comment (sheet, comments->pdata[i], error);
  db_record_array_free (&comment_table, comments);
  if (done && sheet->n == 0)
    g_set_error (error, DB_ERROR_DOMAIN, DB_MISSING,
                 "没有待了结的审核意见，没有可以写成退回意见的内容");
  return done && sheet->n > 0;
}

static Form *
form_of_sheet (void)
{
  Form *form = g_new0 (Form, 1);

  form->id = g_strdup ("comments");
  form->title = g_strdup ("退回意见");
  form->widths = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    g_array_append_val (form->widths, columns[i].mm);
  return form;
}

static Outline *
outline_of_sheet (Db *db, gint64 document, GError **error)
{
  g_autofree char *text = title_of_row (db, "document", document, error);
  g_autofree char *title = text ? g_strconcat (text, " 退回意见", NULL) : NULL;
  Sheet            sheet = { db, NULL, 0, 0 };
  FormTable       *table;

  if (text == NULL)
    return NULL;
  sheet.cells = g_ptr_array_new_with_free_func (form_cell_free);
  add_head (&sheet, text);
  if (!add_comments (&sheet, document, error))
    {
      g_ptr_array_unref (sheet.cells);
      return NULL;
    }
  table = form_table_of_list (form_of_sheet (), sheet.cells, error);
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
