/* app/command/draft.c — jixiao draft: next year's text from this year's. */

#include "app/edit/draft.h"
#include "app/command/command.h"
#include "app/command/selection.h"

static char *department;
static char *ended;
static int   added;
static int   from;
static int   year;

static const GOptionEntry options[] = {
  { "year", 'y', 0, G_OPTION_ARG_INT, &year, "起草哪一年的；默认是最近一年的下一年",
    "年度" },
  { "from", 'f', 0, G_OPTION_ARG_INT, &from, "从哪一年的文本起草；默认是最近一年",
    "年度" },
  { "department", 'd', 0, G_OPTION_ARG_STRING, &department, "名称含这几个字的部门",
    "名称" },
  { "end", 'e', 0, G_OPTION_ARG_STRING, &ended, "到期不再做的项目（序号）", "1,4-6" },
  { "new", 'n', 0, G_OPTION_ARG_INT, &added, "另加几个空白的新项目", "个" },
  { NULL },
};

static const ListedDocument *
choose_document (Db *db, GPtrArray *documents, GError **error)
{
  const ListedDocument *chosen = NULL;

  for (guint i = 0; i < documents->len; i++)
    {
      const ListedDocument *document = documents->pdata[i];

      if (document->fiscal_year == DB_NULL ||
          (year != 0 && document->fiscal_year >= year))
        continue;
      if (chosen != NULL && !g_str_equal (chosen->department, document->department))
        {
          g_set_error (error, DB_ERROR_DOMAIN, DB_FAILED,
                       "文件里有几个部门的文本；请用 --department 选一个");
          return NULL;
        }
      if (chosen == NULL || document->fiscal_year >= chosen->fiscal_year)
        chosen = document;
    }
  if (chosen == NULL)
    g_set_error (error, DB_ERROR_DOMAIN, DB_MISSING,
                 "%s：没有可以起草下一年的文本；jixiao list 列出有哪些",
                 db_get_path (db));
  return chosen;
}

static GArray *
ended_ids (Db *db, gint64 document, GError **error)
{
  Selection selection = { .projects = ended };

  return ended != NULL ? selection_project_ids (&selection, db, document, error)
                       : g_array_new (FALSE, FALSE, sizeof (gint64));
}

static gboolean
write_draft (Db *db, GError **error)
{
  g_autoptr (GPtrArray) documents = listing_documents (db, department, from, error);
  const ListedDocument *document =
      documents != NULL ? choose_document (db, documents, error) : NULL;
  g_autoptr (GArray) ids = document ? ended_ids (db, document->id, error) : NULL;
  gint64 next = year;
  Draft  draft;

  if (ids == NULL)
    return FALSE;
  if (next == 0)
    next = document->fiscal_year + 1;
  if (!draft_next_year (db, document->id, next,
                        &(DraftPlan){ .ended = ids, .added = (guint) MAX (added, 0) },
                        &draft, error))
    return FALSE;
  g_print ("%s %d 年（一上）：%u 张表由 %d 年接续，%u 处年份已改，%u "
           "个数字照搬上年，待核对\n",
           document->department, (int) next, draft.projects,
           (int) document->fiscal_year, draft.years, draft.carried);
  return TRUE;
}

static CommandStatus
run (const Command *self, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Db) db = NULL;
  CommandStatus status;

  if (!command_parse (self, options, &argc, &argv, 1, 1, &status))
    return status;
  db = db_open (argv[1], DB_OPEN_WRITE, &error);
  if (db == NULL || !write_draft (db, &error))
    return command_failed (error);
  return COMMAND_FINE;
}

const Command command_draft = {
  .name = "draft",
  .summary = "由今年的文本起草下一年的",
  .synopsis = "FILE.jixiao",
  .description = "文字照搬，其中指预算年度的年份往后移；引用的文件、文号和作比较的基年"
                 "不动。金额、支出计"
                 "划和\n目标值记为“照搬上年”，改过或确认过才算数。每张表、每一行都记下"
                 "由上年哪一行而来，"
                 "对比时不用再认。\n预算批复不搬。起草可以撤销（jixiao undo）。\n\n"
                 "例：jixiao draft 绩效.jixiao --year 2025 --end 3,7",
  .run = run,
};
