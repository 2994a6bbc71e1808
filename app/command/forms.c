/* app/command/forms.c — jixiao forms: the layouts that tables can be printed in. */

#include "app/command/command.h"
#include "db/form.h"

static const GOptionEntry options[] = { { NULL } };

static void
print_form (const Form *form)
{
  command_print_padded (form->id, 18);
  command_print_padded (form->title, 16);
  command_print_padded (form->county ? form->county : "", 20);
  g_print ("%s，%u 列\n", form->landscape ? "横向" : "纵向", form->widths->len);
}

static CommandStatus
run (const Command *self, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Db) db = NULL;
  g_autoptr (GPtrArray) forms = NULL;
  CommandStatus status;

  if (!command_parse (self, options, &argc, &argv, 0, 1, &status))
    return status;
  db = argc > 1 ? db_open (argv[1], DB_OPEN_READ, &error)
                : db_open (":memory:", DB_OPEN_CREATE, &error);
  forms = db != NULL ? form_list (db, &error) : NULL;
  if (forms == NULL)
    return command_failed (error);
  for (guint i = 0; i < forms->len; i++)
    print_form (forms->pdata[i]);
  return COMMAND_FINE;
}

const Command command_forms = {
  .name = "forms",
  .summary = "列出能印的表格格式",
  .synopsis = "[FILE.jixiao]",
  .description = "每行一种格式：--form "
                 "所要的名字、叫法、哪里用、纸张方向。给出记录文件时列它里面的，\n"
                 "否则列程序自带的。",
  .run = run,
};
