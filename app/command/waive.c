/* app/command/waive.c — jixiao waive and jixiao waivers: findings answered with a
 * reason.
 */

#include "app/check/waive.h"
#include "app/command/command.h"
#include "app/command/finding-choice.h"
#include "app/export/export.h"
#include "app/export/save.h"

#include <string.h>

static FindingChoice choice;
static char         *reason;
static char         *revoked;
static int           row;
static gboolean      confirm;

static const GOptionEntry options[] = {
  { "reason", 'm', 0, G_OPTION_ARG_STRING, &reason, "理由（必填）", "理由" },
  { "row", 0, 0, G_OPTION_ARG_INT, &row, "只要指标表的这一行", "行" },
  { "confirm", 0, 0, G_OPTION_ARG_NONE, &confirm,
    "确认去年已说明的：照去年的理由豁免今年同样的问题", NULL },
  { "revoke", 0, 0, G_OPTION_ARG_STRING, &revoked,
    "撤回这几项豁免（编号见 jixiao waivers）", "1,4" },
  FINDING_CHOICE_OPTIONS (choice),
  { NULL },
};

/* "1,4": ids; NULL with an error where it is anything else, or there is no such one. */
static GArray *
read_ids (GPtrArray *list, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (revoked, ",", -1);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (char **part = parts; *part != NULL; part++)
    {
      guint64  number = 0;
      gint64   id;
      gboolean found = FALSE;

      if (g_ascii_string_to_unsigned (*part, 10, 1, G_MAXINT64, &number, NULL))
        for (guint i = 0; i < list->len; i++)
          {
            const Waived *waived = list->pdata[i];

            found |= waived->id == (gint64) number && waived->state != WAIVED_EARLIER;
          }
      if (!found)
        {
          g_set_error (error, DB_ERROR_DOMAIN, DB_MISSING,
                       "没有 %s 号豁免；jixiao waivers 列出全部", *part);
          return NULL;
        }
      id = (gint64) number;
      g_array_append_val (ids, id);
    }
  return g_steal_pointer (&ids);
}

static CommandStatus
revoke (Db *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = waive_list (db, NULL, &error);
  g_autoptr (GArray) ids = list != NULL ? read_ids (list, &error) : NULL;

  if (ids == NULL || !waive_revoke (db, ids, &error))
    return command_failed (error);
  g_print ("撤回了 %u 项豁免；jixiao undo 撤销。\n", ids->len);
  return COMMAND_FINE;
}

static gboolean
is_chosen (const Waived *waived, GArray *projects)
{
  if (waived->state != WAIVED_EARLIER ||
      (choice.rule != NULL && strcmp (choice.rule, waived->rule) != 0))
    return FALSE;
  for (guint i = 0; projects != NULL && i < projects->len; i++)
    if (g_array_index (projects, gint64, i) == waived->finding->project_id)
      return TRUE;
  return projects == NULL;
}

static CommandStatus
confirm_earlier (Db *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) documents = NULL;
  g_autoptr (GArray) projects = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  if (!finding_choice_ids (&choice, db, &documents, &projects, &error))
    return command_failed (error);
  list = waive_list (db, documents, &error);
  if (list == NULL)
    return command_failed (error);
  for (guint i = 0; i < list->len; i++)
    if (is_chosen (list->pdata[i], projects))
      g_ptr_array_add (chosen, list->pdata[i]);
  if (!waive_confirm (db, chosen, &error))
    return command_failed (error);
  g_print (chosen->len > 0 ? "确认了 %u 项去年的说明；jixiao undo 撤销。\n"
                           : "没有去年已说明、待确认的问题。\n",
           chosen->len);
  return COMMAND_FINE;
}

static CommandStatus
waive_chosen (Db *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = finding_choice_find (&choice, db, &error);

  if (findings == NULL)
    return command_failed (error);
  for (guint i = findings->len; i-- > 0;)
    {
      const Finding *finding = findings->pdata[i];

      if (finding->waived || (row != 0 && finding->indicator_no != row))
        g_ptr_array_remove_index (findings, i);
    }
  if (findings->len > 0 && !waive (db, findings, reason, &error))
    return command_failed (error);
  for (guint i = 0; i < findings->len; i++)
    g_print ("%s：%s\n", ((Finding *) findings->pdata[i])->place,
             ((Finding *) findings->pdata[i])->title);
  g_print (findings->len > 0 ? "豁免了 %u 处；jixiao undo 撤销。\n"
                             : "没有这样的问题，或者都已豁免。\n",
           findings->len);
  return COMMAND_FINE;
}

static CommandStatus
run_waive (const Command *self, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Db) db = NULL;
  CommandStatus status;

  if (!command_parse (self, options, &argc, &argv, 1, 1, &status))
    return status;
  if (!finding_choice_is_sound (&choice))
    return command_misused (self, FINDING_CHOICE_UNSOUND);
  if (!confirm && revoked == NULL && choice.rule == NULL)
    return command_misused (self, "请用 --rule 说明豁免哪一条规则的问题");
  if (!confirm && revoked == NULL && (reason == NULL || *reason == '\0'))
    return command_misused (self, "请用 --reason 写明理由");
  db = command_open (argv[1], &error);
  if (db == NULL)
    return command_failed (error);
  return revoked != NULL ? revoke (db)
         : confirm       ? confirm_earlier (db)
                         : waive_chosen (db);
}

const Command command_waive = {
  .name = "waive",
  .summary = "豁免：对不改的问题写明理由",
  .synopsis = "FILE.jixiao",
  .description =
      "豁免只对当时的内容有效，内容一改就失效，问题重新列出。谁、什么时候、"
      "为什么都记录\n"
      "在案，可以撤销。去年文本里说明过的，今年同样的问题列为“去年已说明”，"
      "确认后才算。\n\n"
      "例：jixiao waive 绩效.jixiao -r code-missing -p 3 -m 新增项目，编码待下达\n"
      "    jixiao waive 绩效.jixiao --confirm --year 2025\n"
      "    jixiao waive 绩效.jixiao --revoke 2,5",
  .run = run_waive,
};

static FindingChoice listed;
static char         *format;
static char         *output;
static gboolean      statement;

static const GOptionEntry list_options[] = {
  { "statement", 0, 0, G_OPTION_ARG_NONE, &statement,
    "差异说明：有效的豁免按项目写成一份说明，随文本报送", NULL },
  { "format", 't', 0, G_OPTION_ARG_STRING, &format,
    "text（默认）、json；差异说明为 text（默认）、html、pdf、docx、xlsx", "格式" },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "写到文件，格式按文件名的后缀",
    "OUT" },
  SELECTION_OPTIONS (listed.selection),
  { NULL },
};

static const struct {
  const char *format;
  gboolean    is_statement;
  char *(*write) (GPtrArray *waived);
} writers[] = {
  { "text", FALSE, waive_text },
  { "json", FALSE, waive_json },
  { "text", TRUE, waive_statement },
  { "html", TRUE, waive_statement_html },
};

/* What was asked for, or what the file's name ends with. */
static const char *
asked_format (void)
{
  const char *ending = output != NULL ? strrchr (output, '.') : NULL;

  if (format != NULL)
    return format;
  return ending == NULL || strcmp (ending, ".txt") == 0 ? "text" : ending + 1;
}

static int
writer_of (const char *as)
{
  for (gsize i = 0; i < G_N_ELEMENTS (writers); i++)
    if (writers[i].is_statement == statement && strcmp (writers[i].format, as) == 0)
      return i;
  return -1;
}

/* One that is printed, not written as text. */
static gboolean
is_printed (const char *as)
{
  static const char *const printed[] = { "pdf", "docx", "xlsx", NULL };

  return statement && g_strv_contains (printed, as);
}

static gboolean
write_list (GPtrArray *list, const char *as, GError **error)
{
  int              writer = writer_of (as);
  g_autofree char *text = writer != -1 ? writers[writer].write (list) : NULL;
  g_autoptr (Outline) outline = NULL;

  if (text != NULL)
    return output != NULL ? save_text (output, text, error)
                          : command_write (text, error);
  outline = waive_statement_outline (list, error);
  return outline != NULL && export_outline (outline, as, output, error);
}

/* Leaves those of the selected tables. */
static void
keep_projects (GPtrArray *list, GArray *projects)
{
  for (guint i = list->len; projects != NULL && i-- > 0;)
    {
      const Waived *waived = list->pdata[i];
      gboolean      keep = FALSE;

      for (guint k = 0; k < projects->len; k++)
        keep |= g_array_index (projects, gint64, k) == waived->project_id;
      if (!keep)
        g_ptr_array_remove_index (list, i);
    }
}

static CommandStatus
run_list (const Command *self, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Db) db = NULL;
  g_autoptr (GArray) documents = NULL;
  g_autoptr (GArray) projects = NULL;
  g_autoptr (GPtrArray) list = NULL;
  CommandStatus status;
  const char   *as;

  if (!command_parse (self, list_options, &argc, &argv, 1, 1, &status))
    return status;
  as = asked_format ();
  if (writer_of (as) == -1 && !is_printed (as))
    return command_misused (self, "没有 %s 这种格式；请用 --format 说明", as);
  if (is_printed (as) && output == NULL)
    return command_misused (self, "%s 要写到文件，请用 -o 给出", as);
  db = command_open (argv[1], &error);
  if (db == NULL || !finding_choice_ids (&listed, db, &documents, &projects, &error))
    return command_failed (error);
  list = waive_list (db, documents, &error);
  if (list == NULL)
    return command_failed (error);
  keep_projects (list, projects);
  return write_list (list, as, &error) ? COMMAND_FINE : command_failed (error);
}

const Command command_waivers = {
  .name = "waivers",
  .summary = "列出豁免；写成差异说明",
  .synopsis = "FILE.jixiao",
  .description =
      "每项豁免的编号、状态（有效、已失效、问题已不存在、去年已说明待确认）、"
      "原文和理由。\n"
      "--statement 写出差异说明，随文本报送：-o 写成 PDF、Word、Excel 或网页。\n\n"
      "例：jixiao waivers 绩效.jixiao\n"
      "    jixiao waivers 绩效.jixiao --statement -o 差异说明.pdf",
  .run = run_list,
};
