/* app/command/import.c — jixiao import: documents become records. */

#include "app/import/import.h"
#include "app/command/command.h"
#include "app/import/previewed.h"
#include "app/import/report.h"

#include <glib/gstdio.h>

static gboolean dry_run;
static gboolean replace;
static gboolean add;
static gboolean update;
static char   **skip;

static const GOptionEntry options[] = {
  { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry_run,
    "只显示会读到什么、与文件里的有何不同、哪些没有看懂，不写任何文件", NULL },
  { "add", 'a', 0, G_OPTION_ARG_NONE, &add,
    "文件里已有同部门、同年、同阶段的文本时，增加其中没有的项目", NULL },
  { "update", 'u', 0, G_OPTION_ARG_NONE, &update, "同上，把不同的项目改为新内容",
    NULL },
  { "skip", 's', 0, G_OPTION_ARG_STRING_ARRAY, &skip,
    "不要这个项目（序号、编码或名称；“正文”指表外的文字）；可以多次给出", "项目" },
  { "replace", 'r', 0, G_OPTION_ARG_NONE, &replace,
    "文件里已有同部门、同年、同阶段的文本时，整个替换它", NULL },
  { NULL },
};

static void
print_report (const Import *import, gboolean projects)
{
  command_progress (NULL);
  for (guint i = 0; i < import->proposals->len; i++)
    {
      g_autofree char *report =
          report_text (import->name, import->proposals->pdata[i], projects);

      g_print ("%s", report);
    }
}

static GPtrArray *
compare (Import *import, Db *db, GError **error)
{
  g_autoptr (GPtrArray) previews =
      g_ptr_array_new_with_free_func ((GDestroyNotify) preview_free);

  for (guint i = 0; i < import->proposals->len; i++)
    {
      Preview *preview = preview_new (import->proposals->pdata[i], db, error);

      if (preview == NULL)
        return NULL;
      g_ptr_array_add (previews, preview);
    }
  return g_steal_pointer (&previews);
}

static gboolean
is_skipped (const Preview *preview, const PreviewItem *item)
{
  for (char **words = skip; words != NULL && *words != NULL; words++)
    if (preview_item_is (preview, item, *words))
      return TRUE;
  return FALSE;
}

/* Chooses as the options say.  A text that the file does not have comes in whole but
 * for what is skipped. */
static void
choose_cb (gpointer data, gpointer user_data)
{
  Preview *preview = data;

  for (guint i = 0; i < preview->items->len; i++)
    {
      PreviewItem *item = preview->items->pdata[i];

      if (is_skipped (preview, item) ||
          (preview->stored != NULL && item->state == PREVIEW_NEW && !add) ||
          (item->state == PREVIEW_DIFFERS && !update))
        item->choice = PREVIEW_SKIP;
    }
}

/* What a document would change of a text that the file has, counted over all. */
typedef struct {
  guint new, same, different;
  gboolean is_there;
} Counts;

static Counts
count (const GPtrArray *previews)
{
  Counts counts = { 0 };

  for (guint i = 0; i < previews->len; i++)
    {
      const Preview *preview = previews->pdata[i];

      counts.new += preview_count (preview, PREVIEW_NEW);
      counts.same += preview_count (preview, PREVIEW_SAME);
      counts.different += preview_count (preview, PREVIEW_DIFFERS);
      counts.is_there = counts.is_there || preview->stored != NULL;
    }
  return counts;
}

/* Why a document is not simply taken in: it was read before, or the file has a text of
 * it.  TRUE: because all of it is there already. */
static gboolean
refuse (Import *import, Counts counts, Db *db, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (import_store (import, db, FALSE, &cause))
    return TRUE;
  if (!g_error_matches (cause, IMPORT_ERROR_DOMAIN, IMPORT_EXISTS))
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  if (counts.new + counts.different > 0)
    {
      g_set_error (
          error, IMPORT_ERROR_DOMAIN, IMPORT_EXISTS,
          "%s：文件里已有这份文本，新增 %u 处、不同 %u 处；请加 --dry-run 查看，"
          "--add 增加新项目，--update 改为新内容，--replace 整个替换",
          import->name, counts.new, counts.different);
      return FALSE;
    }
  command_progress (NULL);
  g_print ("%s：与文件里的记录相同，没有新增内容\n", import->name);
  return TRUE;
}

/* Brings a document to a text of it that the file has, or leaves out what is skipped.
 */
static gboolean
merge (Import *import, GPtrArray *previews, Db *db, GError **error)
{
  Counts counts = count (previews);

  if (counts.is_there && !add && !update)
    return refuse (import, counts, db, error);
  g_ptr_array_foreach (previews, choose_cb, NULL);
  if (!previewed_store (import, previews, db, error))
    return FALSE;
  print_report (import, FALSE);
  return TRUE;
}

static gboolean
import_one (Db *db, const char *path, GError **error)
{
  g_autoptr (Import) import = NULL;
  g_autoptr (GPtrArray) previews = NULL;

  command_progress ("读 %s …", path);
  import = import_read (path, error);
  if (import == NULL)
    return FALSE;
  if (db != NULL && !replace)
    {
      previews = compare (import, db, error);
      if (previews == NULL)
        return FALSE;
    }
  if (dry_run)
    {
      print_report (import, previews == NULL);
      for (guint i = 0; previews != NULL && i < previews->len; i++)
        {
          g_autofree char *text = preview_text (previews->pdata[i]);

          g_print ("%s", text);
        }
      return TRUE;
    }
  if (previews != NULL && (skip != NULL || count (previews).is_there))
    return merge (import, previews, db, error);
  if (!import_store (import, db, replace, error))
    return FALSE;
  print_report (import, FALSE);
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
      if (error->domain == DB_ERROR_DOMAIN) /* it is not the document's fault */
        g_prefix_error (&error, "%s：", db_get_path (db));
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
  fresh = !g_file_test (argv[1], G_FILE_TEST_EXISTS);
  if (dry_run && fresh)
    return import_all (NULL, argc - 2, argv + 2);
  db = db_open (argv[1], dry_run ? DB_OPEN_READ : DB_OPEN_CREATE, &error);
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
      "DOCUMENT 是一份绩效文本：Word（.docx）、Excel（.xlsx）、LibreOffice（.odt、"
      ".ods）、\n"
      "PDF、网页（.html）、文字稿（.txt：UTF-8、UTF-16 或 GB18030），或 jixiao export "
      "--format\n"
      "json 写出的交换文件。记录文件不存在时新建。\n\n"
      "表格按其中的标签认读，不认行列位置；没有看懂的文字连同位置一一列出，一处不丢；"
      "错位\n"
      "一格的行自动复位并注明。原文件连同校验值存入记录文件；"
      "同一份文档再次导入不增加任何\n"
      "内容。每份文档一次导入，要么全部写入，要么什么都不改，可以撤销。\n\n"
      "文件里已有同部门、同年、同阶段的文本时，逐个项目比较：内容相同就不再写入；"
      "有新增或不同\n"
      "时，用 --dry-run 查看，用 --add、--update、--skip 选择，或用 --replace "
      "整个替换。\n"
      "项目按编码对应，没有编码的按名称。\n\n"
      "例：jixiao import --dry-run 绩效.jixiao 人社局2024.docx",
  .run = run,
};
