/* app/command/repair.c — jixiao repair: what is broken in a file, and what can be
 * saved. */

#include "app/command/command.h"
#include "app/reading/reading.h"
#include "db/damage.h"
#include "db/salvage.h"

static const GOptionEntry options[] = { { NULL } };

static void
print_lines (const char *title, const GPtrArray *lines)
{
  if (lines->len > 0)
    g_print ("%s：\n", title);
  for (guint i = 0; i < lines->len; i++)
    g_print ("  %s\n", (char *) lines->pdata[i]);
}

static gboolean
read_anew (Db *db, GError **error)
{
  command_progress ("重新计算解读 …");
  if (!reading_forget_all (db, error) || !reading_refresh (db, error))
    return FALSE;
  command_progress (NULL);
  return TRUE;
}

/* The file itself stays as it is. */
static CommandStatus
rescue (const char *path)
{
  g_autofree char *copy = g_strconcat (path, ".repaired", NULL);
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Db) db = NULL;

  command_progress ("读出 %s …", path);
  if (!salvage_write (path, copy, &notes, &error))
    return command_failed (error);
  db = db_open (copy, DB_OPEN_WRITE, &error);
  if (db == NULL || !read_anew (db, &error))
    return command_failed (error);
  print_lines ("没有读全的", notes);
  g_print ("读得出的内容已存入 %s，请核对后使用；原文件没有改动\n", copy);
  return COMMAND_FOUND;
}

/* What is broken: lines in damage, empty where all is whole.  FALSE with an error when
 * it cannot be told; DB_DAMAGED is one way of being broken.  */
static gboolean
examine (Db *db, GPtrArray **pages, GPtrArray **keys, GError **error)
{
  command_progress ("检查每一页 …");
  *pages = damage_of_pages (db, error);
  if (*pages == NULL)
    return FALSE;
  *keys = damage_of_keys (db, error);
  command_progress (NULL);
  return *keys != NULL;
}

static CommandStatus
repair (const char *path, GError **error)
{
  g_autoptr (GPtrArray) pages = NULL;
  g_autoptr (GPtrArray) keys = NULL;
  g_autoptr (Db) db = db_open (path, DB_OPEN_WRITE, error);

  if (db == NULL || !examine (db, &pages, &keys, error))
    return COMMAND_FAILED;
  if (pages->len + keys->len > 0)
    {
      print_lines ("损坏的页或索引", pages);
      print_lines ("断开的引用", keys);
      g_clear_pointer (&db, db_close);
      return rescue (path);
    }
  if (!read_anew (db, error))
    return COMMAND_FAILED;
  g_print ("%s：页面、索引和引用都完好，解读已全部重新计算\n", path);
  return COMMAND_FINE;
}

static CommandStatus
run (const Command *self, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  CommandStatus status;

  if (!command_parse (self, options, &argc, &argv, 1, 1, &status))
    return status;
  status = repair (argv[1], &error);
  if (error == NULL)
    return status;
  if (!g_error_matches (error, DB_ERROR_DOMAIN, DB_DAMAGED) &&
      !g_error_matches (error, DB_ERROR_DOMAIN, DB_ALTERED))
    return command_failed (error);
  command_progress (NULL);
  g_print ("%s\n", error->message);
  return rescue (argv[1]);
}

const Command command_repair = {
  .name = "repair",
  .summary = "检查记录文件，抢救损坏的文件",
  .synopsis = "FILE.jixiao",
  .description = "检查每一页、每个索引和记录之间的引用，并重新计算全部解读。"
                 "文件有损坏时不动原文件，\n"
                 "把读得出的内容存入 FILE.jixiao.repaired，并列出没有读全的地方。\n"
                 "退出状态：0 完好；1 有损坏，已另存；3 读不出。",
  .run = run,
};
