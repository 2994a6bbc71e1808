/* app/command/backup.c — jixiao backup: a copy of the record file. */

#include "db/backup.h"
#include "app/command/command.h"

static gboolean force;

static const GOptionEntry options[] = {
  { "force", 'f', 0, G_OPTION_ARG_NONE, &force, "COPY 已有时覆盖它", NULL },
  { NULL },
};

static CommandStatus
run (const Command *self, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Db) db = NULL;
  CommandStatus status;

  if (!command_parse (self, options, &argc, &argv, 2, 2, &status))
    return status;
  db = db_open (argv[1], DB_OPEN_READ, &error);
  if (db == NULL || !backup_write (db, argv[2], force, &error))
    return command_failed (error);
  g_print ("已备份到 %s，并已核对能够打开\n", argv[2]);
  return COMMAND_FINE;
}

const Command command_backup = {
  .name = "backup",
  .summary = "备份记录文件",
  .synopsis = "FILE.jixiao COPY",
  .description = "把记录文件完整地写成 "
                 "COPY，别的程序正打开着它也可以。副本先写在旁边，核对能够打开、\n"
                 "每一页都完好，才换上名字；已有的文件不加 --force "
                 "不覆盖。要用备份，像记录文件一样\n"
                 "打开它即可。",
  .run = run,
};
