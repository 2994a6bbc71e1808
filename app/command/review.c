/* app/command/review.c — jixiao review: a reviewer's comments and what became of them.
 */

#include "app/command/command.h"
#include "app/command/selection.h"
#include "app/review/sheet.h"
#include "app/review/since.h"
#include "db/indicator.h"
#include "db/title.h"

#include <string.h>

static Selection selection;
static char     *say, *answer, *field, *output;
static int       row, id;
static gboolean  settle, reopen, as_html, looked, since;

static const GOptionEntry options[] = {
  SELECTION_OPTIONS (selection),
  { "say", 's', 0, G_OPTION_ARG_STRING, &say,
    "提一条意见（用 --project 和 --row 指明哪里）", "意见" },
  { "row", 'r', 0, G_OPTION_ARG_INT, &row, "意见说的是第几行指标", "行" },
  { "field", 'f', 0, G_OPTION_ARG_STRING, &field,
    "意见说的是哪一栏（value_text、basis …）", "栏" },
  { "id", 'i', 0, G_OPTION_ARG_INT, &id, "哪一条意见（列出时最前面的编号）", "编号" },
  { "answer", 'a', 0, G_OPTION_ARG_STRING, &answer, "答复 --id 那一条", "答复" },
  { "settle", 0, 0, G_OPTION_ARG_NONE, &settle, "了结 --id 那一条", NULL },
  { "reopen", 0, 0, G_OPTION_ARG_NONE, &reopen, "重提 --id 那一条", NULL },
  { "html", 0, 0, G_OPTION_ARG_NONE, &as_html, "退回意见写成可以打印的网页", NULL },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
    "退回意见写到文件：txt、html、pdf、xlsx 或 docx", "文件" },
  { "looked", 0, 0, G_OPTION_ARG_NONE, &looked, "记下现在已看过", NULL },
  { "since", 0, 0, G_OPTION_ARG_NONE, &since, "上次看过之后改了什么", NULL },
  { NULL },
};

/* The one text that is meant. */
static gint64
choose_document (Db *db, GError **error)
{
  g_autoptr (GPtrArray) documents = selection_documents (&selection, db, error);

  if (documents == NULL)
    return 0;
  if (documents->len == 1)
    return ((ListedDocument *) documents->pdata[0])->id;
  g_set_error (error, DB_ERROR_DOMAIN, DB_FAILED,
               "文件里有 %u 份文本；请用 --department 和 --year 选一份",
               documents->len);
  return 0;
}

static gboolean
find_place (Db *db, gint64 document, Comment *comment, GError **error)
{
  g_autoptr (GArray) projects = NULL;
  GPtrArray *rows;

  if (selection.projects == NULL)
    return TRUE;
  projects = selection_project_ids (&selection, db, document, error);
  if (projects == NULL)
    return FALSE;
  comment->project_id = g_array_index (projects, gint64, 0);
  if (row <= 0)
    return TRUE;
  rows = db_record_list (db, &indicator_table, comment->project_id, error);
  if (rows != NULL && (guint) row <= rows->len)
    comment->indicator_id = ((DbRecord *) rows->pdata[row - 1])->id;
  else if (rows != NULL)
    g_set_error (error, DB_ERROR_DOMAIN, DB_MISSING, "这个项目只有 %u 行指标",
                 rows->len);
  db_record_array_free (&indicator_table, rows);
  return comment->indicator_id != DB_NULL;
}

static gboolean
say_it (Db *db, gint64 document, GError **error)
{
  Comment *comment = db_record_new (&comment_table);
  gboolean done;

  comment->text = g_strdup (say);
  comment->field = g_strdup (field);
  done = find_place (db, document, comment, error) &&
         review_say (db, document, comment, error) != 0;
  if (done)
    g_print ("已记下第 %d 条意见\n", (int) comment->record.id);
  db_record_free (&comment_table, comment);
  return done;
}

static const char *
shown (const char *text)
{
  return text != NULL && *text != '\0' ? text : "（空）";
}

static void
print_change (const ReviewChange *change)
{
  switch (change->kind)
    {
    case HISTORY_INSERTED:
      g_print ("增  %s\n", change->place);
      break;
    case HISTORY_DELETED:
      g_print ("删  %s\n", change->place);
      break;
    default:
      g_print ("改  %s %s：%s → %s\n", change->place,
               title_of_column (change->table->name, change->column),
               shown (change->before), shown (change->after));
    }
}

static gboolean
print_since (Db *db, gint64 document, GError **error)
{
  gboolean is_first;
  g_autoptr (GPtrArray) changes = review_since (db, document, &is_first, error);

  if (changes == NULL)
    return FALSE;
  if (is_first)
    g_print ("还没有看过；看完用 --looked 记下\n");
  else if (changes->len == 0)
    g_print ("上次看过之后没有改动\n");
  for (guint i = 0; i < changes->len; i++)
    print_change (changes->pdata[i]);
  return TRUE;
}

static gboolean
write_sheet (Db *db, gint64 document, GError **error)
{
  const char *ending = strrchr (output, '.');

  if (ending != NULL && g_strv_contains (review_sheet_formats, ending + 1))
    return review_sheet_write (db, document, ending + 1, output, error);
  g_set_error (error, DB_ERROR_DOMAIN, DB_FAILED,
               "%s：文件名应以 .txt、.html、.pdf、.xlsx 或 .docx 结尾", output);
  return FALSE;
}

static gboolean
print_sheet (Db *db, gint64 document, GError **error)
{
  g_autofree char *sheet = as_html ? review_sheet_html (db, document, error)
                                   : review_sheet_text (db, document, error);

  return sheet != NULL && command_write (sheet, error);
}

static gboolean
is_there (Db *db, gint64 document, GError **error)
{
  GPtrArray *comments = comments_of_document (db, document, NULL, error);
  gboolean   found = FALSE;

  for (guint i = 0; comments != NULL && i < comments->len; i++)
    found |= ((DbRecord *) comments->pdata[i])->id == id;
  if (comments != NULL && !found)
    g_set_error (error, DB_ERROR_DOMAIN, DB_MISSING, "没有第 %d 条意见", id);
  db_record_array_free (&comment_table, comments);
  return found;
}

static gboolean
act (Db *db, GError **error)
{
  gint64 document = choose_document (db, error);

  if (document == 0)
    return FALSE;
  if (say != NULL)
    return say_it (db, document, error);
  if (answer != NULL || settle || reopen)
    return is_there (db, document, error) &&
           (answer != NULL ? review_answer (db, id, answer, error)
                           : review_settle (db, id, settle, error));
  if (looked)
    return review_seen (db, document, error);
  if (output != NULL)
    return write_sheet (db, document, error);
  return since ? print_since (db, document, error) : print_sheet (db, document, error);
}

static CommandStatus
run (const Command *self, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Db) db = NULL;
  CommandStatus status;
  gboolean      writes;

  if (!command_parse (self, options, &argc, &argv, 1, 1, &status))
    return status;
  writes = say != NULL || answer != NULL || settle || reopen || looked;
  if ((answer != NULL || settle || reopen) && id <= 0)
    return command_misused (self, "请用 --id 指明哪一条意见");
  db = db_open (argv[1], writes ? DB_OPEN_WRITE : DB_OPEN_READ, &error);
  if (db == NULL || !act (db, &error))
    return command_failed (error);
  return COMMAND_FINE;
}

const Command command_review = {
  .name = "review",
  .summary = "审核意见：提出、答复、了结，印退回意见",
  .synopsis = "FILE.jixiao",
  .description = "不带动作时写出退回意见：还没有了结的意见，按项目排列，连同答复。\n"
                 "意见可以说一份文本、一个项目、一行指标或其中一栏。\n\n"
                 "例：jixiao review 绩效.jixiao --say 目标值偏低 --project 3 --row 2\n"
                 "    jixiao review 绩效.jixiao --id 1 --answer 已改为95%\n"
                 "    jixiao review 绩效.jixiao --id 1 --settle\n"
                 "    jixiao review 绩效.jixiao -o 退回意见.pdf",
  .run = run,
};
