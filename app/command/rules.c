/* app/command/rules.c — jixiao rules: what is checked, and why. */

#include "app/check/check.h"
#include "app/check/severity.h"
#include "app/command/command.h"
#include "app/edit/change.h"
#include "db/rule.h"

#include <string.h>

static char  *file;
static char **severities;

static const GOptionEntry options[] = {
  { "file", 'f', 0, G_OPTION_ARG_FILENAME, &file,
    "这个记录文件里本单位的严重程度；默认为规则自己的", "FILE.jixiao" },
  { "severity", 's', 0, G_OPTION_ARG_STRING_ARRAY, &severities,
    "与 --file 一起：改规则的严重程度为 error、warning 或 hint，default "
    "为规则自己的；可写几个",
    "RULE=LEVEL" },
  { NULL },
};

/* The rule's own is named where the office sees it otherwise. */
static char *
severity_text (const Rule *rule)
{
  const char *own = check_severity_title (rule->severity);

  return strcmp (rule->severity, rule->usual) == 0
             ? g_strdup (own)
             : g_strdup_printf ("%s（原为%s）", own,
                                check_severity_title (rule->usual));
}

static void
print_rule (const Rule *rule)
{
  g_autofree char *severity = severity_text (rule);

  g_print ("%s  %s  %s\n    %s\n", severity, rule->id, rule->title, rule->explanation);
  if (rule->basis != NULL)
    g_print ("    依据：%s\n", rule->basis);
  if (rule->example_before != NULL)
    g_print ("    例：%s → %s\n", rule->example_before,
             rule->example_after ? rule->example_after : "");
  if (rule->implied_by != NULL)
    g_print ("    与 %s 在同一处时不单列\n", rule->implied_by);
  g_print ("\n");
}

static gboolean
is_asked_for (const Rule *rule, int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    if (g_str_equal (argv[i], rule->id))
      return TRUE;
  return argc == 1;
}

static gboolean
set_severities (Db *db, GError **error)
{
  g_auto (DbTxn) txn = { NULL };

  if (!change_begin (&txn, db, "规则的严重程度", error))
    return FALSE;
  for (guint i = 0; severities[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (severities[i], "=", 2);
      const char *level = parts[0] != NULL ? parts[1] : NULL;

      if (level == NULL)
        {
          g_set_error (error, DB_ERROR_DOMAIN, DB_REFUSED,
                       "%s：应写成 规则=严重程度，如 basis-vague=warning",
                       severities[i]);
          return FALSE;
        }
      if (!severity_set (db, parts[0], strcmp (level, "default") == 0 ? NULL : level,
                         error))
        return FALSE;
    }
  if (!change_finish (&txn, error))
    return FALSE;
  g_print ("改了 %u 条规则的严重程度；jixiao undo 撤销。\n",
           g_strv_length (severities));
  return TRUE;
}

static CommandStatus
run (const Command *self, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Db) db = NULL;
  g_autoptr (GPtrArray) rules = NULL;
  CommandStatus status;
  guint         printed = 0;

  if (!command_parse (self, options, &argc, &argv, 0, -1, &status))
    return status;
  if (severities != NULL && file == NULL)
    return command_misused (self, "请用 --file 说明是哪个记录文件");
  db = file != NULL ? command_open (file, &error)
                    : db_open (":memory:", DB_OPEN_CREATE, &error);
  if (db != NULL && severities != NULL)
    return set_severities (db, &error) ? COMMAND_FINE : command_failed (error);
  rules = db != NULL ? rule_list (db, &error) : NULL;
  if (rules == NULL)
    return command_failed (error);
  for (guint i = 0; i < rules->len; i++)
    if (is_asked_for (rules->pdata[i], argc, argv))
      {
        print_rule (rules->pdata[i]);
        printed++;
      }
  if (printed == 0)
    return command_misused (self, "没有 %s 这条规则；jixiao rules 列出全部", argv[1]);
  if (argc == 1)
    g_print ("共 %u 条规则\n", printed);
  return COMMAND_FINE;
}

const Command command_rules = {
  .name = "rules",
  .summary = "列出核对的规则：查什么、为什么",
  .synopsis = "[RULE…]",
  .description = "每条规则：严重程度、名字、标题、解释、依据、改前改后的例子。\n"
                 "错误：自相矛盾，会被退回；警告：审核人会问；提示：写法上可以更好。\n"
                 "本单位可以另定严重程度，随记录文件保存，也随词表文件分享。\n\n"
                 "例：jixiao rules rate-without-percent\n"
                 "    jixiao rules -f 绩效.jixiao -s basis-vague=warning\n"
                 "    jixiao rules -f 绩效.jixiao",
  .run = run,
};
