/* app/command/rules.c — jixiao rules: what is checked, and why. */

#include "app/check.h"
#include "app/command/command.h"
#include "db/rule.h"

static const GOptionEntry options[] = { { NULL } };

static void
print_rule (const Rule *rule)
{
  g_print ("%s  %s  %s\n    %s\n", check_severity_title (rule->severity), rule->id,
           rule->title, rule->explanation);
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
  db = db_open (":memory:", DB_OPEN_CREATE, &error);
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
                 "错误：自相矛盾，会被退回；警告：审核人会问；提示：写法上可以更好。",
  .run = run,
};
