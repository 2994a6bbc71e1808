/* app/command/undo.c — jixiao undo and jixiao redo: one step back, one step forth. */

#include "app/edit/undo.h"
#include "app/command/command.h"

static const GOptionEntry options[] = { { NULL } };

static CommandStatus
run_step (const Command *self, ActionStep step, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Db) db = NULL;
  g_autofree char *label = NULL;
  const char      *verb = step == ACTION_UNDO ? "撤销" : "重做";
  CommandStatus    status;

  if (!command_parse (self, options, &argc, &argv, 1, 1, &status))
    return status;
  db = command_open (argv[1], &error);
  if (db == NULL)
    return command_failed (error);
  if (!undo_step (db, step, &label, &error))
    {
      g_prefix_error (&error, "%s：", argv[1]);
      return command_failed (error);
    }
  if (label != NULL)
    g_print ("%s：%s\n", verb, label);
  else
    g_print ("没有可以%s的操作\n", verb);
  return COMMAND_FINE;
}

static CommandStatus
run_undo (const Command *self, int argc, char **argv)
{
  return run_step (self, ACTION_UNDO, argc, argv);
}

static CommandStatus
run_redo (const Command *self, int argc, char **argv)
{
  return run_step (self, ACTION_REDO, argc, argv);
}

const Command command_undo = {
  .name = "undo",
  .summary = "撤销最近一次操作",
  .synopsis = "FILE.jixiao",
  .description =
      "一次撤销一步，次数不限，关闭文件后仍可撤销。导入整份文本也是一步。撤销本身记入\n"
      "历史，可用 jixiao redo "
      "重做。某处后来被别的程序改过时，说明是哪一处，什么都不改。",
  .run = run_undo,
};

const Command command_redo = {
  .name = "redo",
  .summary = "重做最近撤销的操作",
  .synopsis = "FILE.jixiao",
  .description = "一次重做一步。撤销之后又有新的修改时，就没有可以重做的了。",
  .run = run_redo,
};
