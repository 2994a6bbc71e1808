/* app/main.c — the command jixiao: finds the subcommand and hands over. */

#include "app/command/command.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>

static const Command *const commands[] = {
  &command_import,   &command_check,    &command_fix,     &command_waive,
  &command_waivers,  &command_words,    &command_compare, &command_draft,
  &command_evaluate, &command_library,  &command_merge,   &command_review,
  &command_export,   &command_list,     &command_search,  &command_show,
  &command_rules,    &command_forms,    &command_history, &command_changes,
  &command_lineage,  &command_overview, &command_undo,    &command_redo,
  &command_backup,   &command_repair,
};

static void
print_help (void)
{
  g_print (
      "jixiao — 预算绩效目标记录\n\n"
      "用法：jixiao 命令 [选项] …\n"
      "      jixiao [FILE.jixiao]              打开窗口\n\n"
      "一份记录文件（FILE.jixiao）存放部门预算绩效文本：文档导入为记录，按规则核对，\n"
      "再按各县区自己的格式印成预算项目绩效表。记录文件是 SQLite 数据库，任何 SQLite\n"
      "工具都能打开。\n\n命令：\n");
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-8s  %s\n", commands[i]->name, commands[i]->summary);
  g_print ("\n从头开始：\n"
           "  jixiao import 绩效.jixiao 文本.txt      读入一份绩效文本\n"
           "  jixiao check 绩效.jixiao                看哪里前后不一致\n"
           "  jixiao export 绩效.jixiao -o 绩效.pdf   印出绩效表\n\n"
           "jixiao 命令 --help 说明每个命令。退出状态：0 正常；1 check 发现错误；2 "
           "用法有误；\n"
           "3 文件或文档不能读写。\n");
}

/* Hands over to the window, which is a program of its own, so that this one starts
 * without GTK.  Returns only where there is no display or no such program.  */
static void
open_window (char **argv)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self != NULL ? g_path_get_dirname (self) : NULL;
  g_autofree char *beside =
      folder != NULL ? g_build_filename (folder, "jixiao-desktop", NULL) : NULL;

  if (g_getenv ("DISPLAY") == NULL && g_getenv ("WAYLAND_DISPLAY") == NULL)
    return;
  if (beside != NULL)
    execv (beside, argv);
  execvp ("jixiao-desktop", argv);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  /* The plain C locale has no Chinese; UTF-8 is what its user will want. */
  if (strcmp (nl_langinfo (CODESET), "ANSI_X3.4-1968") == 0)
    setlocale (LC_CTYPE, "C.UTF-8");
  if (argc < 2 || g_str_has_suffix (argv[1], ".jixiao"))
    open_window (argv);
  if (argc < 2 || strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0 ||
      strcmp (argv[1], "help") == 0)
    {
      print_help ();
      return argc < 2 ? COMMAND_USAGE : COMMAND_FINE;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      g_print ("jixiao %s\n", JIXIAO_VERSION);
      return COMMAND_FINE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (argv[1], commands[i]->name) == 0)
      return commands[i]->run (commands[i], argc - 1, argv + 1);
  g_printerr ("jixiao: 没有 %s 这个命令；jixiao --help 列出全部命令\n", argv[1]);
  return COMMAND_USAGE;
}
