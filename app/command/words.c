/* app/command/words.c — jixiao words: an office's word lists and severities as a file.
 */

#include "app/command/command.h"
#include "app/export/save.h"
#include "app/reading/word-file.h"
#include "app/text-file.h"

#include <string.h>

static char *list;
static char *output;

static const GOptionEntry options[] = {
  { "list", 'l', 0, G_OPTION_ARG_STRING, &list, "导出时只要这一个词表", "编号" },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "导出到这个文件", "OUT" },
  { NULL },
};

static CommandStatus
print_lists (Db *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lists = word_lists (db, &error);

  for (guint i = 0; lists != NULL && i < lists->len; i++)
    {
      const WordList *one = lists->pdata[i];
      GPtrArray      *words = word_of_list (db, one->id, &error);

      if (words == NULL)
        return command_failed (error);
      command_print_padded (one->id, 20);
      g_print ("%4u 个词  %s\n", words->len, one->title);
      db_record_array_free (&word_table, words);
    }
  return lists != NULL ? COMMAND_FINE : command_failed (error);
}

static CommandStatus
export_words (Db *db)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = word_file_write (db, list, &error);

  if (text == NULL || !(output != NULL ? save_text (output, text, &error)
                                       : command_write (text, &error)))
    return command_failed (error);
  return COMMAND_FINE;
}

static CommandStatus
import_words (Db *db, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = text_file_load (path, &error);
  WordFileResult   result;

  if (text == NULL)
    return command_failed (error);
  if (!word_file_read (db, text, &result, &error))
    {
      g_prefix_error (&error, "%s：", path);
      return command_failed (error);
    }
  g_print ("新增 %u、删去 %u、改动 %u；jixiao undo 撤销。\n", result.added,
           result.removed, result.changed);
  return COMMAND_FINE;
}

static CommandStatus
run (const Command *self, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Db) db = NULL;
  CommandStatus status;
  gboolean      is_import;

  if (!command_parse (self, options, &argc, &argv, 2, 3, &status))
    return status;
  is_import = strcmp (argv[2], "import") == 0;
  if (!is_import && strcmp (argv[2], "list") != 0 && strcmp (argv[2], "export") != 0)
    return command_misused (self, "没有 %s 这种用法，应为 list、export 或 import",
                            argv[2]);
  if (is_import != (argc == 4))
    return command_misused (self, is_import ? "请给出要导入的词表文件"
                                            : "list 和 export 后面不写文件");
  db = command_open (argv[1], &error);
  if (db == NULL)
    return command_failed (error);
  return is_import                         ? import_words (db, argv[3])
         : strcmp (argv[2], "export") == 0 ? export_words (db)
                                           : print_lists (db);
}

const Command command_words = {
  .name = "words",
  .summary = "词表：本单位的用词和严重程度",
  .synopsis = "FILE.jixiao list|export|import [词表.txt]",
  .description =
      "规则按词表认字：哪些名称是比率、哪些依据太笼统、空泛的话怎样改写。"
      "词表可以导出成文本，\n"
      "用记事本改好再导入，也可以发给别的单位。导入时，文件里有的词表整个换掉，"
      "没有的\n"
      "不动；写错时说明是第几行，什么都不改。导入是一步操作，可以撤销。\n\n"
      "词表文件的写法（# 开头的行是说明，* 代表任意文字）：\n"
      "  [rate] 比率的名称\n"
      "  *率\n"
      "  [vague] 空泛的话\n"
      "  明显改善 → 达标率≥__%\n"
      "  [severity] 本单位的严重程度\n"
      "  basis-vague → warning\n\n"
      "例：jixiao words 绩效.jixiao list\n"
      "    jixiao words 绩效.jixiao export -o 词表.txt\n"
      "    jixiao words 绩效.jixiao import 词表.txt",
  .run = run,
};
