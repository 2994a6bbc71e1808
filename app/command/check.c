/* app/command/check.c — jixiao check: what is inconsistent. */

#include "app/check/group.h"
#include "app/check/ledger.h"
#include "app/command/command.h"
#include "app/command/finding-choice.h"
#include "app/export/findings.h"
#include "app/export/save.h"

#include <string.h>

static FindingChoice choice;
static char         *format;
static char         *output;
static char         *group;
static gboolean      ledger;

static const GOptionEntry options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
    "写到这个文件；不给时写到标准输出", "OUT" },
  { "format", 't', 0, G_OPTION_ARG_STRING, &format,
    "text、mail、html、csv、json、pdf 或 xlsx；不给时看 OUT 的后缀，没有 OUT 时是 text",
    "格式" },
  { "group", 'g', 0, G_OPTION_ARG_STRING, &group,
    "按 project（项目）或 rule（规则）归并，最严重、金额最大的在前", "归并" },
  { "ledger", 'l', 0, G_OPTION_ARG_NONE, &ledger,
    "核对记录：每条规则在每张表上有问题、通过、不适用还是数据不足", NULL },
  FINDING_CHOICE_OPTIONS (choice),
  { NULL },
};

static const struct {
  const char   *name;
  CheckGrouping grouping;
} groupings[] = {
  { "project", CHECK_BY_PROJECT },
  { "rule", CHECK_BY_RULE },
};

static const struct {
  const char *format;
  char *(*write) (GPtrArray *tables);
} ledgers[] = {
  { "html", ledger_html },
  { "json", ledger_json },
  { "csv", ledger_csv },
};

/* What is asked for, else what the name of the file says. */
static const char *
asked_format (void)
{
  const char *dot = output != NULL ? strrchr (output, '.') : NULL;

  return format != NULL ? format : dot != NULL ? dot + 1 : "text";
}

static int
grouping_of (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (groupings); i++)
    if (strcmp (groupings[i].name, name) == 0)
      return i;
  return -1;
}

static gboolean
writes_ledger (const char *as)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ledgers); i++)
    if (strcmp (ledgers[i].format, as) == 0)
      return TRUE;
  return strcmp (as, "text") == 0 || strcmp (as, "txt") == 0;
}

static gboolean
write_text (const char *text, GError **error)
{
  return output != NULL ? save_text (output, text, error) : command_write (text, error);
}

/* Of chosen projects all is said, of a whole file the sums. */
static char *
ledger_as (GPtrArray *tables, const char *as)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ledgers); i++)
    if (strcmp (ledgers[i].format, as) == 0)
      return ledgers[i].write (tables);
  return ledger_text (tables, choice.selection.projects != NULL);
}

static CommandStatus
run_ledger (Db *db, const char *as)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) documents = NULL;
  g_autoptr (GArray) projects = NULL;
  g_autoptr (GPtrArray) tables = NULL;
  g_autofree char *text = NULL;

  if (!finding_choice_ids (&choice, db, &documents, &projects, &error))
    return command_failed (error);
  tables = ledger_tables (db, documents, projects, NULL, &error);
  if (tables == NULL)
    return command_failed (error);
  text = ledger_as (tables, as);
  return write_text (text, &error) ? COMMAND_FINE : command_failed (error);
}

static gboolean
write_groups (GPtrArray *findings, GError **error)
{
  static const CheckChoice all;
  CheckGrouping            grouping = groupings[grouping_of (group)].grouping;
  g_autoptr (GPtrArray) groups = check_groups (findings, grouping, &all);
  g_autofree char *text = check_groups_text (groups, grouping);

  return write_text (text, error);
}

static gboolean
write_findings (GPtrArray *findings, const char *as, GError **error)
{
  g_autofree char *text = NULL;

  if (group != NULL)
    return write_groups (findings, error);
  if (output != NULL)
    return findings_write (findings, as, output, error);
  text = findings_text (findings, as);
  return command_write (text, error);
}

/* FALSE: status is set. */
static gboolean
is_used_well (const Command *self, const char *as, CommandStatus *status)
{
  gboolean is_text = g_str_equal (as, "text") || g_str_equal (as, "txt");

  if (ledger ? !writes_ledger (as) : !g_strv_contains (findings_formats, as))
    *status = command_misused (self, "没有 %s 这种格式；请用 --format 说明", as);
  else if (group != NULL && grouping_of (group) == -1)
    *status = command_misused (self, "--group 应为 project 或 rule");
  else if (group != NULL && (!is_text || ledger))
    *status = command_misused (self, "--group 只用于 text 格式的问题清单");
  else if (output == NULL && (g_str_equal (as, "pdf") || g_str_equal (as, "xlsx")))
    *status = command_misused (self, "%s 要写到文件，请用 -o 给出", as);
  else if (!finding_choice_is_sound (&choice))
    *status = command_misused (self, FINDING_CHOICE_UNSOUND);
  else
    return TRUE;
  return FALSE;
}

static CommandStatus
run (const Command *self, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Db) db = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  CommandStatus status;
  const char   *as;

  if (!command_parse (self, options, &argc, &argv, 1, 1, &status))
    return status;
  as = asked_format ();
  if (!is_used_well (self, as, &status))
    return status;
  db = command_open (argv[1], &error);
  if (db != NULL && ledger)
    return run_ledger (db, as);
  findings = db != NULL ? finding_choice_find (&choice, db, &error) : NULL;
  if (findings == NULL)
    return command_failed (error);
  if (!write_findings (findings, as, &error))
    return command_failed (error);
  return check_count (findings, "error") > 0 ? COMMAND_FOUND : COMMAND_FINE;
}

const Command command_check = {
  .name = "check",
  .summary = "核对：哪里前后不一致",
  .synopsis = "FILE.jixiao",
  .description =
      "按全部规则核对，按项目分组列出：错误（自相矛盾，会被退回）、"
      "警告（审核人会问）、提示。\n"
      "每条说明看到什么、应当怎样、为什么、在第几个项目第几行。text "
      "把同类的折叠在一起；\n"
      "html、csv、json、pdf、xlsx 每处一行。有错误时退出状态为 1。\n\n"
      "--ledger 说明每条规则是否真的核对过：没有问题、没有这样的内容，还是缺数据、"
      "没法核对；\n"
      "选了项目时逐条列出，否则列出各规则的合计。\n\n"
      "例：jixiao check 绩效.jixiao --severity error\n"
      "    jixiao check 绩效.jixiao --format mail > 更正.txt\n"
      "    jixiao check 绩效.jixiao --ledger --project 3\n"
      "    jixiao check 绩效.jixiao -o 问题.xlsx",
  .run = run,
};
