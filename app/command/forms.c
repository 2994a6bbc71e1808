/* app/command/forms.c — jixiao forms: the layouts that tables can be printed in, and as
 * files.
 */

#include "app/command/command.h"
#include "app/export/save.h"
#include "app/form/file.h"
#include "app/text-file.h"
#include "db/form.h"

#include <string.h>

static char    *output;
static gboolean replace;

static const GOptionEntry options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "导出到这个文件", "OUT" },
  { "replace", 0, 0, G_OPTION_ARG_NONE, &replace, "导入时换掉有文本在用的同名格式",
    NULL },
  { NULL },
};

static void
print_form (const Form *form)
{
  command_print_padded (form->id, 18);
  command_print_padded (form->title, 16);
  command_print_padded (form->county ? form->county : "", 20);
  g_print ("%s，%u 列\n", form->landscape ? "横向" : "纵向", form->widths->len);
}

static CommandStatus
list_forms (Db *db, const char *unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) forms = form_list (db, &error);

  if (forms == NULL)
    return command_failed (error);
  for (guint i = 0; i < forms->len; i++)
    print_form (forms->pdata[i]);
  return COMMAND_FINE;
}

static CommandStatus
export_form (Db *db, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = form_file_write (db, id, &error);

  if (text == NULL || !(output != NULL ? save_text (output, text, &error)
                                       : command_write (text, &error)))
    return command_failed (error);
  return COMMAND_FINE;
}

static CommandStatus
import_forms (Db *db, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = text_file_load (path, &error);
  FormFileResult   result;

  if (text == NULL)
    return command_failed (error);
  if (!form_file_read (db, text, replace, &result, &error))
    {
      g_prefix_error (&error, "%s：", path);
      return command_failed (error);
    }
  g_print ("新增 %u、换掉 %u、原样 %u 种格式。\n", result.added, result.changed,
           result.same);
  for (guint i = 0; i < result.lost->len; i++)
    g_print ("不再印出：%s\n", (char *) result.lost->pdata[i]);
  g_ptr_array_unref (result.lost);
  return COMMAND_FINE;
}

static const struct {
  const char *name;
  gboolean    writes, has_argument;
  CommandStatus (*run) (Db *db, const char *argument);
} verbs[] = {
  { "list", FALSE, FALSE, list_forms },
  { "export", FALSE, TRUE, export_form },
  { "import", TRUE, TRUE, import_forms },
};

/* - is a file with nothing but what the program brings. */
static Db *
open_file (const char *path, gboolean writes, GError **error)
{
  if (path == NULL || strcmp (path, "-") == 0)
    return db_open (":memory:", DB_OPEN_CREATE, error);
  return db_open (path, writes ? DB_OPEN_WRITE : DB_OPEN_READ, error);
}

static CommandStatus
run (const Command *self, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Db) db = NULL;
  CommandStatus status;
  gsize         verb = 0;

  if (!command_parse (self, options, &argc, &argv, 0, 3, &status))
    return status;
  while (argc > 2 && verb < G_N_ELEMENTS (verbs) &&
         strcmp (argv[2], verbs[verb].name) != 0)
    verb++;
  if (verb == G_N_ELEMENTS (verbs))
    return command_misused (self, "没有 %s 这种做法；可用 list、export、import",
                            argv[2]);
  if ((argc > 3) != verbs[verb].has_argument)
    return command_misused (self, verb == 0 ? "list 后面不写别的"
                                  : verb == 1 ? "请写出要导出哪种格式，如 export zunhua"
                                              : "请写出要导入的文件");
  db = open_file (argc > 1 ? argv[1] : NULL, verbs[verb].writes, &error);
  return db != NULL ? verbs[verb].run (db, argc > 3 ? argv[3] : NULL)
                    : command_failed (error);
}

const Command command_forms = {
  .name = "forms",
  .summary = "列出能印的表格格式，导出、导入自己的格式",
  .synopsis = "[FILE.jixiao|- [list|export 格式|import FORM.txt]]",
  .description =
      "list    每行一种格式：--form 所要的名字、叫法、哪里用、纸张方向\n"
      "export  把一种格式写成文字文件，可以照着写本县的（写法见 data/forms.md）\n"
      "import  读入这样的文件；有错时说明在第几行，什么也不改\n\n"
      "- 或不给文件时是程序自带的格式。格式不是记录，导入不能撤销：先 export 留底。",
  .run = run,
};
