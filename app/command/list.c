/* app/command/list.c — jixiao list: what a record file holds. */

#include "app/command/command.h"
#include "app/command/selection.h"
#include "app/decimal.h"

static Selection selection;

static const GOptionEntry options[] = { SELECTION_OPTIONS (selection), { NULL } };

static char *
amount_wan (gint64 fen)
{
  return fen == DB_NULL ? g_strdup ("—") : decimal_write (fen);
}

static void
print_document (const ListedDocument *document)
{
  g_autofree char *amount = amount_wan (document->amount_fen);

  g_print ("%s", document->department);
  if (document->fiscal_year != DB_NULL)
    g_print ("  %d 年", (int) document->fiscal_year);
  g_print ("  %d 个项目，%d 个指标，合计 %s 万元，格式 %s\n", (int) document->projects,
           (int) document->indicators, amount, document->form_id);
}

static void
print_project (const ListedProject *project)
{
  g_autofree char *amount = amount_wan (project->amount_fen);

  g_print ("  %3d  ", (int) project->ordinal);
  command_print_padded (project->code ? project->code : "—", 21);
  g_print ("  %*s  %2d 个指标  %s", 12, amount, (int) project->indicators,
           project->name ? project->name : "（无名称）");
  g_print (project->unit ? "（%s）\n" : "\n", project->unit);
}

static gboolean
print_all (Db *db, GError **error)
{
  g_autoptr (GPtrArray) documents = selection_documents (&selection, db, error);

  if (documents == NULL)
    return FALSE;
  for (guint i = 0; i < documents->len; i++)
    {
      ListedDocument *document = documents->pdata[i];
      g_autoptr (GPtrArray) projects = listing_projects (db, document->id, error);

      if (projects == NULL)
        return FALSE;
      print_document (document);
      for (guint k = 0; k < projects->len; k++)
        {
          ListedProject *project = projects->pdata[k];

          if (g_str_equal (project->kind, "project") &&
              selection_takes (&selection, project->kind, project->ordinal))
            print_project (project);
        }
    }
  return TRUE;
}

static CommandStatus
run (const Command *self, int argc, char **argv)
{
  return command_run_on_file (self, options, argc, argv, DB_OPEN_READ, print_all);
}

const Command command_list = {
  .name = "list",
  .summary = "列出记录文件里的文本和项目",
  .synopsis = "FILE.jixiao",
  .description =
      "每份文本一行，下面每个项目一行：序号、编码、金额（万元）、指标数、名称。\n"
      "序号就是其他命令 --project 所要的数。",
  .run = run,
};
