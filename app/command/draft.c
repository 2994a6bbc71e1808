/* app/command/draft.c — jixiao draft: next year's text from this year's. */

#include "app/edit/draft.h"
#include "app/command/command.h"
#include "app/command/selection.h"

static char  *department;
static char  *ended;
static char  *split;
static char **merged;
static int    added;
static int    from;
static int    year;

static const GOptionEntry options[] = {
  { "year", 'y', 0, G_OPTION_ARG_INT, &year, "起草哪一年的；默认是最近一年的下一年",
    "年度" },
  { "from", 'f', 0, G_OPTION_ARG_INT, &from, "从哪一年的文本起草；默认是最近一年",
    "年度" },
  { "department", 'd', 0, G_OPTION_ARG_STRING, &department, "名称含这几个字的部门",
    "名称" },
  { "end", 'e', 0, G_OPTION_ARG_STRING, &ended, "到期不再做的项目（序号）", "1,4-6" },
  { "split", 's', 0, G_OPTION_ARG_STRING, &split, "拆成两个的项目（序号）", "2,5" },
  { "merge", 'm', 0, G_OPTION_ARG_STRING_ARRAY, &merged,
    "第4个项目并入第2个；可以写几次", "4=2" },
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

/* The projects of the numbers, NULL: none. */
static GArray *
project_ids_of (Db *db, gint64 document, const char *numbers, GError **error)
{
  Selection selection = { .projects = (char *) numbers };

  return numbers != NULL ? selection_project_ids (&selection, db, document, error)
                         : g_array_new (FALSE, FALSE, sizeof (gint64));
}

/* "4=2", "4-6=2". */
static gboolean
add_mergers (Db *db, gint64 document, const char *text, GArray *mergers, GError **error)
{
  g_auto (GStrv) sides = g_strsplit (text, "=", 2);
  g_autoptr (GArray) those = NULL, into = NULL;

  if (sides[0] != NULL && sides[1] != NULL && *sides[0] != '\0' && *sides[1] != '\0')
    {
      those = project_ids_of (db, document, sides[0], error);
      into = those != NULL ? project_ids_of (db, document, sides[1], error) : NULL;
      if (into == NULL)
        return FALSE;
    }
  if (into == NULL || into->len != 1)
    {
      g_set_error (error, DB_ERROR_DOMAIN, DB_REFUSED,
                   "“%s”应写成 4=2：第4个项目并入第2个", text);
      return FALSE;
    }
  for (guint i = 0; i < those->len; i++)
    {
      DraftMerger merger = { g_array_index (those, gint64, i),
                             g_array_index (into, gint64, 0) };

      g_array_append_val (mergers, merger);
    }
  return TRUE;
}

static GArray *
mergers_of (Db *db, gint64 document, GError **error)
{
  g_autoptr (GArray) mergers = g_array_new (FALSE, FALSE, sizeof (DraftMerger));

  for (char **text = merged; text != NULL && *text != NULL; text++)
    if (!add_mergers (db, document, *text, mergers, error))
      return NULL;
  return g_steal_pointer (&mergers);
}

/* “，其中 1 个拆成两个、2 个并入别的”: what became of the projects; "" for nothing. */
static char *
fates_text (const Draft *draft)
{
  const struct {
    guint       n;
    const char *words;
  } fates[] = { { draft->ended, "个到期不再做" },
                { draft->merged, "个并入别的项目" },
                { draft->split, "个拆成两个" },
                { draft->added, "个是空白的新项目" } };
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (fates); i++)
    if (fates[i].n > 0)
      g_string_append_printf (text, "%s%u %s", text->len > 0 ? "、" : "项目：",
                              fates[i].n, fates[i].words);
  return g_string_free (text, FALSE);
}

static gboolean
write_draft (Db *db, GError **error)
{
  g_autoptr (GPtrArray) documents = listing_documents (db, department, from, error);
  const ListedDocument *document =
      documents != NULL ? choose_document (db, documents, error) : NULL;
  g_autoptr (GArray) ends =
      document ? project_ids_of (db, document->id, ended, error) : NULL;
  g_autoptr (GArray) parted =
      ends ? project_ids_of (db, document->id, split, error) : NULL;
  g_autoptr (GArray) mergers = parted ? mergers_of (db, document->id, error) : NULL;
  g_autofree char *fates = NULL;
  gint64           next = year;
  Draft            draft;

  if (mergers == NULL)
    return FALSE;
  if (next == 0)
    next = document->fiscal_year + 1;
  if (!draft_next_year (db, document->id, next,
                        &(DraftPlan){ ends, parted, mergers, (guint) MAX (added, 0) },
                        &draft, error))
    return FALSE;
  fates = fates_text (&draft);
  g_print ("%s %d 年（一上）：%u 张表由 %d 年接续，%u 处年份已改，%u "
           "个数字照搬上年，待核对\n",
           document->department, (int) next, draft.projects,
           (int) document->fiscal_year, draft.years, draft.carried);
  if (*fates != '\0')
    g_print ("%s\n", fates);
  return TRUE;
}

static CommandStatus
run (const Command *self, int argc, char **argv)
{
  return command_run_on_file (self, options, argc, argv, DB_OPEN_WRITE, write_draft);
}

const Command command_draft = {
  .name = "draft",
  .summary = "由今年的文本起草下一年的",
  .synopsis = "FILE.jixiao",
  .description = "文字照搬，其中指预算年度的年份往后移；引用的文件、"
                 "文号和作比较的基年不动。金额、支出计划和\n"
                 "目标值记为“照搬上年”，改过或确认过才算数。每张表、"
                 "每一行都记下由上年哪一行而来，对比时不用再认。\n"
                 "预算批复不搬。起草可以撤销（jixiao undo）。\n\n"
                 "例：jixiao draft 绩效.jixiao --year 2025 --end 3,7\n"
                 "    jixiao draft 绩效.jixiao --split 2 --merge 4=1 --new 1",
  .run = run,
};
