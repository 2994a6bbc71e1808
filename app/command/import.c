/* app/command/import.c — jixiao import: documents become records. */

#include "app/import/import.h"
#include "app/command/command.h"
#include "db/indicator.h"
#include "db/project.h"

#include <glib/gstdio.h>

static gboolean dry_run;
static gboolean replace;

static const GOptionEntry options[] = {
  { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry_run,
    "只显示会读到什么、哪些没有看懂，不写任何文件", NULL },
  { "replace", 'r', 0, G_OPTION_ARG_NONE, &replace,
    "文件里已有同部门、同年、同阶段的文本时，替换它", NULL },
  { NULL },
};

static guint
indicator_count (const Document *document)
{
  guint n = 0;

  for (guint i = 0; i < document->projects->len; i++)
    n += ((Project *) document->projects->pdata[i])->indicators->len;
  return n;
}

static guint
project_count (const Document *document, const char *kind)
{
  guint n = 0;

  for (guint i = 0; i < document->projects->len; i++)
    n += g_str_equal (((Project *) document->projects->pdata[i])->kind, kind);
  return n;
}

static void
print_parts (const Document *document)
{
  const struct {
    const char *title;
    guint       n;
  } parts[] = {
    { "目录", document->catalogue->len },
    { "总体目标", document->overall_goals->len },
    { "分项目标", document->sub_goals->len },
    { "整体指标表", project_count (document, "overall") },
    { "保障措施", document->safeguards->len },
    { "专项资金表", project_count (document, "special_fund") },
    { "项目", project_count (document, "project") },
    { "指标", indicator_count (document) },
    { "政府采购", document->procurements->len },
    { "国有资产", document->asset_reports->len },
    { "名词解释", document->glossary->len },
    { "预算批复", document->approvals->len },
  };
  const char *separator = "  ";

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].n > 0)
      {
        g_print ("%s%s %u", separator, parts[i].title, parts[i].n);
        separator = "，";
      }
  g_print ("\n");
}

static void
print_projects (const Document *document)
{
  for (guint i = 0; i < document->projects->len; i++)
    {
      Project *project = document->projects->pdata[i];

      if (g_str_equal (project->kind, "project"))
        g_print ("  %3u  %s  %s  指标 %u\n", i + 1,
                 project->name ? project->name : "（无名称）",
                 project->amount_text ? project->amount_text : "（无金额）",
                 project->indicators->len);
    }
}

static void
print_notes (const Proposal *proposal, NoteKind kind, const char *title)
{
  gboolean titled = FALSE;

  for (guint i = 0; i < proposal->notes->len; i++)
    {
      Note *note = proposal->notes->pdata[i];

      if (note->kind != kind)
        continue;
      if (!titled)
        g_print ("  %s：\n", title);
      titled = TRUE;
      if (note->line > 0)
        g_print ("    第 %u 行  %s\n", note->line, note->text);
      else
        g_print ("    %s\n", note->text);
    }
}

static void
print_proposal (const char *name, const Proposal *proposal)
{
  const Document  *document = proposal->document;
  g_autofree char *year = document->fiscal_year == DB_NULL
                              ? g_strdup ("年度不明")
                              : g_strdup_printf ("%d 年", (int) document->fiscal_year);

  g_print ("%s：%s，%s\n", name, document->department, year);
  print_parts (document);
  if (dry_run)
    print_projects (document);
  print_notes (proposal, NOTE_REPAIRED, "已复位");
  print_notes (proposal, NOTE_UNREAD, "没有看懂");
  if (proposal->texts_in > 0)
    g_print ("  读入 %u 处文字 = 采用 %u + 列出 %u\n", proposal->texts_in,
             proposal->texts_used, proposal->texts_listed);
}

static gboolean
import_one (Db *db, const char *path, GError **error)
{
  g_autoptr (Import) import = NULL;

  command_progress ("读 %s …", path);
  import = import_read (path, error);
  if (import == NULL || (db != NULL && !import_store (import, db, replace, error)))
    return FALSE;
  command_progress (NULL);
  for (guint i = 0; i < import->proposals->len; i++)
    print_proposal (import->name, import->proposals->pdata[i]);
  return TRUE;
}

/* One document that cannot be read does not keep the others out. */
static CommandStatus
import_all (Db *db, int n, char **paths)
{
  CommandStatus status = COMMAND_FINE;

  for (int i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;

      if (import_one (db, paths[i], &error))
        continue;
      command_progress (NULL);
      if (g_error_matches (error, IMPORT_ERROR_DOMAIN, IMPORT_KNOWN))
        g_print ("%s\n", error->message);
      else
        status = command_failed (error);
    }
  return status;
}

static gboolean
has_documents (Db *db)
{
  g_autoptr (GArray) ids = document_ids (db, NULL);

  return ids == NULL || ids->len > 0;
}

static CommandStatus
run (const Command *self, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Db) db = NULL;
  CommandStatus status;
  gboolean      fresh;

  if (!command_parse (self, options, &argc, &argv, 2, -1, &status))
    return status;
  if (dry_run)
    return import_all (NULL, argc - 2, argv + 2);

  fresh = !g_file_test (argv[1], G_FILE_TEST_EXISTS);
  db = db_open (argv[1], DB_OPEN_CREATE, &error);
  if (db == NULL)
    return command_failed (error);
  status = import_all (db, argc - 2, argv + 2);
  /* A file that was made for documents none of which could be read is no use. */
  if (fresh && !has_documents (db))
    {
      g_clear_pointer (&db, db_close);
      g_unlink (argv[1]);
    }
  return status;
}

const Command command_import = {
  .name = "import",
  .summary = "把绩效文本读入记录文件",
  .synopsis = "FILE.jixiao DOCUMENT…",
  .description =
      "DOCUMENT 是绩效文本的文字稿（.txt：UTF-8、UTF-16 或 GB18030），或 jixiao "
      "export\n"
      "--format json "
      "写出的交换文件。记录文件不存在时新建。表格按其中的标签认读，不认行列位置；\n"
      "没有看懂的文字连同行号一一列出，一处不丢；错位一格的行自动复位并注明。原文件连同"
      "校验值\n"
      "存入记录文件；同一份文档再次导入不增加任何内容。每份文档一次导入，要么全部写入，"
      "要么\n"
      "什么都不改。\n\n"
      "例：jixiao import --dry-run 绩效.jixiao 人社局2024.txt",
  .run = run,
};
