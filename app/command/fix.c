/* app/command/fix.c — jixiao fix: certain corrections, shown or made. */

#include "app/fix/fix.h"
#include "app/command/command.h"
#include "app/command/finding-choice.h"

static FindingChoice choice;
static gboolean      dry_run;
static gboolean      suggest;

static const GOptionEntry options[] = {
  { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry_run, "只列出会改什么，不改", NULL },
  { "suggest", 'g', 0, G_OPTION_ARG_NONE, &suggest,
    "只列出不能确定、供参考的改法（__ 处须自己填），不改", NULL },
  FINDING_CHOICE_OPTIONS (choice),
  { NULL },
};

static void
print_fix (const Fix *fix)
{
  g_print ("%s\n    %s〔%s〕\n", fix->place, fix->label, fix->rule);
  if (fix->obstacle != NULL)
    g_print ("    没有改：%s\n", fix->obstacle);
}

/* Makes them, or takes them all back again after trying. */
static gboolean
make (Db *db, GPtrArray *fixes, guint *applied, GError **error)
{
  g_auto (DbTxn) trial = { NULL };

  if (!dry_run)
    return fix_apply (db, fixes, NULL, applied, error);
  *applied = fixes->len;
  return db_is_read_only (db) || (db_txn_begin (&trial, db, error) &&
                                  fix_apply (db, fixes, NULL, applied, error));
}

static CommandStatus
fix (Db *db, GPtrArray *findings)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) fixes = fix_of_findings (db, findings, NULL, &error);
  guint applied = 0;

  if (fixes == NULL || !make (db, fixes, &applied, &error))
    return command_failed (error);
  for (guint i = 0; i < fixes->len; i++)
    print_fix (fixes->pdata[i]);
  if (fixes->len == 0)
    g_print ("没有能够确定的更正。\n");
  else if (dry_run)
    g_print ("\n可以更正 %u 处，没有改动文件。\n", applied);
  else
    g_print ("\n更正了 %u 处；jixiao undo 撤销。\n", applied);
  if (applied < fixes->len)
    g_print ("另有 %u 处没有改，原因见上。\n", fixes->len - applied);
  return COMMAND_FINE;
}

static CommandStatus
list_suggestions (Db *db, GPtrArray *findings)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const Finding *finding = findings->pdata[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) fixes =
          finding->waived ? NULL : fix_of_finding (db, finding, &error);

      if (error != NULL)
        return command_failed (error);
      for (guint k = 0; fixes != NULL && k < fixes->len; k++)
        if (!((Fix *) fixes->pdata[k])->is_certain)
          {
            print_fix (fixes->pdata[k]);
            n++;
          }
    }
  g_print (n > 0 ? "\n供参考的改法 %u 种，没有改动文件。\n" : "没有供参考的改法。\n",
           n);
  return COMMAND_FINE;
}

static CommandStatus
run (const Command *self, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Db) db = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  CommandStatus status;

  if (!command_parse (self, options, &argc, &argv, 1, 1, &status))
    return status;
  if (!finding_choice_is_sound (&choice))
    return command_misused (self, FINDING_CHOICE_UNSOUND);
  db = command_open (argv[1], &error);
  findings = db != NULL ? finding_choice_find (&choice, db, &error) : NULL;
  if (findings == NULL)
    return command_failed (error);
  return suggest ? list_suggestions (db, findings) : fix (db, findings);
}

const Command command_fix = {
  .name = "fix",
  .summary = "更正：改掉能够确定怎样改的问题",
  .synopsis = "FILE.jixiao",
  .description =
      "能够确定怎样改的问题（缺百分号、元和万元写错、支出计划空白、文号括号等）"
      "按选定的\n"
      "范围一次改完，逐处列出改了什么；是一步操作，可以撤销。改了会引出新问题的不改，\n"
      "并说明原因。已豁免的不改。\n\n"
      "例：jixiao fix 绩效.jixiao --dry-run\n"
      "    jixiao fix 绩效.jixiao --rule rate-without-percent --project 1,4-6\n"
      "    jixiao fix 绩效.jixiao --suggest",
  .run = run,
};
