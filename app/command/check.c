/* app/command/check.c — jixiao check: what is inconsistent. */

#include "app/check.h"
#include "app/command/command.h"
#include "app/command/selection.h"
#include "app/export/findings.h"
#include "db/rule.h"

#include <string.h>

static Selection selection;
static char     *format;
static char     *output;
static char     *rule;
static char     *severity;

static const GOptionEntry options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
    "写到这个文件；不给时写到标准输出", "OUT" },
  { "format", 't', 0, G_OPTION_ARG_STRING, &format,
    "text、html、csv、json、pdf 或 xlsx；不给时看 OUT 的后缀，没有 OUT 时是 text",
    "格式" },
  { "rule", 'r', 0, G_OPTION_ARG_STRING, &rule, "只查这一条规则（见 jixiao rules）",
    "规则" },
  { "severity", 's', 0, G_OPTION_ARG_STRING, &severity,
    "只列这样严重和更严重的：error、warning 或 hint", "程度" },
  SELECTION_OPTIONS (selection),
  { NULL },
};

/* What is asked for, else what the name of the file says. */
static const char *
asked_format (void)
{
  const char *dot = output != NULL ? strrchr (output, '.') : NULL;

  return format != NULL ? format : dot != NULL ? dot + 1 : "text";
}

static gboolean
is_severity (const char *name)
{
  static const char *const names[] = { "error", "warning", "hint", NULL };

  return g_strv_contains (names, name);
}

/* FALSE with an error when there is no such rule. */
static gboolean
check_rule (Db *db, GError **error)
{
  g_autoptr (GPtrArray) rules = rule_list (db, error);

  for (guint i = 0; rules != NULL && i < rules->len; i++)
    if (g_str_equal (((Rule *) rules->pdata[i])->id, rule))
      return TRUE;
  if (rules != NULL)
    g_set_error (error, DB_ERROR_DOMAIN, DB_MISSING,
                 "没有 %s 这条规则；jixiao rules 列出全部", rule);
  return FALSE;
}

/* The ids of the selected documents, or of the selected projects in them. */
static gboolean
select_ids (Db *db, CheckFilter *filter, GError **error)
{
  g_autoptr (GPtrArray) documents = selection_documents (&selection, db, error);

  if (documents == NULL)
    return FALSE;
  for (guint i = 0; i < documents->len; i++)
    {
      ListedDocument *document = documents->pdata[i];
      g_autoptr (GArray) projects = NULL;

      g_array_append_val (filter->documents, document->id);
      if (selection.projects == NULL)
        continue;
      projects = selection_project_ids (&selection, db, document->id, error);
      if (projects == NULL)
        return FALSE;
      g_array_append_vals (filter->projects, projects->data, projects->len);
    }
  return TRUE;
}

static GPtrArray *
find (Db *db, GError **error)
{
  g_autoptr (GArray) documents = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) projects = g_array_new (FALSE, FALSE, sizeof (gint64));
  CheckFilter filter = { documents, projects, rule, severity };
  gboolean    all = !selection.department && !selection.year && !selection.projects;

  if ((rule != NULL && !check_rule (db, error)) ||
      (!all && !select_ids (db, &filter, error)))
    return NULL;
  if (all)
    filter.documents = NULL;
  if (selection.projects == NULL)
    filter.projects = NULL;
  return check_findings (db, &filter, error);
}

static gboolean
write_findings (GPtrArray *findings, const char *as, GError **error)
{
  g_autofree char *text = NULL;

  if (output != NULL)
    return findings_write (findings, as, output, error);
  text = findings_text (findings, as);
  return command_write (text, error);
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
  if (!g_strv_contains (findings_formats, as))
    return command_misused (self, "没有 %s 这种格式；请用 --format 说明", as);
  if (output == NULL && (g_str_equal (as, "pdf") || g_str_equal (as, "xlsx")))
    return command_misused (self, "%s 要写到文件，请用 -o 给出", as);
  if (severity != NULL && !is_severity (severity))
    return command_misused (self, "--severity 应为 error、warning 或 hint");
  db = command_open (argv[1], &error);
  findings = db != NULL ? find (db, &error) : NULL;
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
      "按全部规则核对，按项目分组列出：错误（自相矛盾，会被退回）、警告（审"
      "核人会问）、提示。\n"
      "每条说明看到什么、应当怎样、为什么、在第几个项目第几行。text 把同类的折"
      "叠在一起；\n"
      "html、csv、json、pdf、xlsx 每处一行。有错误时退出状态为 1。\n\n"
      "例：jixiao check 绩效.jixiao --severity error\n"
      "    jixiao check 绩效.jixiao -o 问题.xlsx",
  .run = run,
};
