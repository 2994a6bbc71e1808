/* app/command/show.c — jixiao show: the printed table of a project, on the terminal. */

#include "app/command/canvas.h"
#include "app/command/command.h"
#include "app/command/selection.h"

#define DEFAULT_WIDTH 120
#define MIN_WIDTH     60

static Selection selection;
static char     *layout;
static int       width;

static const GOptionEntry options[] = {
  SELECTION_OPTIONS (selection),
  { "form", 'f', 0, G_OPTION_ARG_STRING, &layout,
    "用这种格式，不用文本自己的（见 jixiao forms）", "格式" },
  { "width", 'w', 0, G_OPTION_ARG_INT, &width, "画多宽（列数，默认 120）", "列" },
  { NULL },
};

static gboolean
show_document (Db *db, gint64 document, GError **error)
{
  g_autoptr (GArray) ids = selection_project_ids (&selection, db, document, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (FormTable) table =
          form_table_new (db, g_array_index (ids, gint64, i), layout, error);
      g_autofree char *text = NULL;

      if (table == NULL)
        return FALSE;
      text = canvas_draw (table, width);
      g_print ("%s\n", text);
    }
  return TRUE;
}

static gboolean
show_all (Db *db, GError **error)
{
  g_autoptr (GPtrArray) documents = selection_documents (&selection, db, error);

  for (guint i = 0; documents != NULL && i < documents->len; i++)
    if (!show_document (db, ((ListedDocument *) documents->pdata[i])->id, error))
      return FALSE;
  return documents != NULL;
}

static CommandStatus
run (const Command *self, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Db) db = NULL;
  CommandStatus status;

  width = DEFAULT_WIDTH;
  if (!command_parse (self, options, &argc, &argv, 1, 1, &status))
    return status;
  if (width < MIN_WIDTH || width > 1000)
    return command_misused (self, "--width 应在 %d 到 1000 之间", MIN_WIDTH);
  db = db_open (argv[1], DB_OPEN_READ, &error);
  if (db == NULL || !show_all (db, &error))
    return command_failed (error);
  return COMMAND_FINE;
}

const Command command_show = {
  .name = "show",
  .summary = "在终端上显示项目的绩效表",
  .synopsis = "FILE.jixiao",
  .description = "按文本自己的格式画出绩效表，与印出来的逐格相同。\n\n"
                 "例：jixiao show 绩效.jixiao --project 3",
  .run = run,
};
