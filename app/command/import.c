/* app/command/import.c — jixiao import: documents become records. */

#include "app/import/import.h"
#include "app/command/command.h"
#include "app/import/report.h"

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
    {
      g_autofree char *report =
          report_text (import->name, import->proposals->pdata[i], dry_run);

      g_print ("%s", report);
    }
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
      "DOCUMENT "
      "是一份绩效文本：Word（.docx）、Excel（.xlsx）、LibreOffice（.odt、.ods）、\n"
      "网页（.html）、文字稿（.txt：UTF-8、UTF-16 或 GB18030），或 jixiao export "
      "--format\n"
      "json 写出的交换文件。记录文件不存在时新建。\n\n"
      "表格按其中的标签认读，不认行列位置；没有看懂的文字连同行号一一列出，一处不丢；错"
      "位\n"
      "一格的行自动复位并注明。原文件连同校验值存入记录文件；同一份文档再次导入不增加任"
      "何\n"
      "内容。每份文档一次导入，要么全部写入，要么什么都不改。\n\n"
      "例：jixiao import --dry-run 绩效.jixiao 人社局2024.docx",
  .run = run,
};
