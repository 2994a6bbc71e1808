/* app/command/merge.c — jixiao merge: a colleague's copy, or an edited export. */

#include "app/review/merge.h"
#include "app/command/command.h"

static gboolean is_dry;
static char    *take;

static const GOptionEntry options[] = {
  { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &is_dry, "只列出会改什么，不写入", NULL },
  { "take", 't', 0, G_OPTION_ARG_STRING, &take,
    "两边都改过的地方：theirs 用送回的，ours 用自己的；不写就一处也不合并", "哪边" },
  { NULL },
};

static const char *
shown (const char *text)
{
  return text != NULL && *text != '\0' ? text : "（空）";
}

static const char *
sign_of (const MergeItem *item)
{
  return item->is_unknown ? "不同" : item->is_conflict ? "冲突" : "　　";
}

static void
print_item (const MergeItem *item)
{
  switch (item->kind)
    {
    case MERGE_NEW:
      g_print ("%s  增  %s\n", sign_of (item), item->place);
      break;
    case MERGE_GONE:
      g_print ("%s  删  %s%s\n", sign_of (item), item->place,
               item->is_conflict ? "（这边改过）" : "");
      break;
    default:
      g_print ("%s  改  %s：%s", sign_of (item), item->place, shown (item->before));
      if (item->is_conflict)
        g_print (" → 这边 %s，送回 %s\n", shown (item->ours), shown (item->theirs));
      else
        g_print (" → %s\n", shown (item->theirs));
    }
}

static void
decide (Merge *merge, gboolean is_theirs)
{
  for (guint i = 0; i < merge->items->len; i++)
    {
      MergeItem *item = merge->items->pdata[i];

      if (item->is_conflict)
        item->is_taken = is_theirs && g_strcmp0 (item->ours, "（已删除）") != 0 &&
                         item->kind != MERGE_NEW;
    }
}

static CommandStatus
run (const Command *self, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Db) ours = NULL;
  g_autoptr (Merge) merge = NULL;
  g_autofree char *name = NULL;
  CommandStatus    status;
  guint            n = 0;

  if (!command_parse (self, options, &argc, &argv, 2, 2, &status))
    return status;
  if (take != NULL && !g_str_equal (take, "theirs") && !g_str_equal (take, "ours"))
    return command_misused (self, "--take 应为 theirs 或 ours");
  ours = db_open (argv[1], is_dry ? DB_OPEN_READ : DB_OPEN_WRITE, &error);
  merge = ours ? merge_open (ours, argv[2], &error) : NULL;
  if (merge == NULL)
    return command_failed (error);
  for (guint i = 0; i < merge->items->len; i++)
    print_item (merge->items->pdata[i]);
  if (take != NULL)
    decide (merge, g_str_equal (take, "theirs"));
  g_print ("共 %u 处，其中 %u 处两边都改过\n", merge->items->len, merge->conflicts);
  if (merge->is_two_way)
    g_print (
        "送回的文件被别的程序另存过，里面不再带有记录：分不清是谁改的，逐处请人选定\n");
  if (merge->unplaced > 0)
    g_print ("另有 %u 处改动认不出是哪条记录，没有列入；请对照送回的文件\n",
             merge->unplaced);
  if (is_dry || (merge->conflicts > 0 && take == NULL))
    return merge->conflicts > 0 ? COMMAND_FOUND : COMMAND_FINE;
  name = g_path_get_basename (argv[2]);
  if (!merge_apply (merge, ours, name, &n, &error))
    return command_failed (error);
  g_print ("合并了 %u 处；jixiao undo 可以撤销\n", n);
  return COMMAND_FINE;
}

const Command command_merge = {
  .name = "merge",
  .summary = "把同事送回的记录文件、改过的 Word 或 Excel 合并进来",
  .synopsis = "FILE.jixiao 送回的文件",
  .description = "送回的文件应是这份文件的副本：按历史认出分开之后各自改了什么。"
                 "只有一边改过的直接合并；\n"
                 "两边改得不同的逐处列出，一处也不会悄悄取舍：不写 --take 就全不写入，"
                 "退出状态为 1。\n"
                 "合并是一步操作，可以撤销。\n\n"
                 "例：jixiao merge 绩效.jixiao 送回.jixiao --dry-run\n"
                 "    jixiao merge 绩效.jixiao 送回.jixiao --take ours",
  .run = run,
};
