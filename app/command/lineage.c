/* app/command/lineage.c — jixiao lineage: what continues what, and how sure it is. */

#include "app/command/command.h"
#include "app/command/lineage-list.h"
#include "app/command/side.h"
#include "app/compare/lineage-edit.h"
#include "app/edit/change.h"

#include <string.h>

static char    *department;
static char    *format;
static char   **said;
static char   **forgotten;
static int      confirm = -1;
static gboolean with_all;

static const GOptionEntry options[] = {
  { "department", 'd', 0, G_OPTION_ARG_STRING, &department, "只要名称含这几个字的部门",
    "名称" },
  { "all", 'a', 0, G_OPTION_ARG_NONE, &with_all, "有把握的和认定过的也列出", NULL },
  { "format", 't', 0, G_OPTION_ARG_STRING, &format, "text（默认）或 json", "格式" },
  { "confirm", 'c', 0, G_OPTION_ARG_INT, &confirm, "把握不低于这么多的全部认定，如 90",
    "百分数" },
  { "say", 's', 0, G_OPTION_ARG_STRING_ARRAY, &said,
    "认定：后一份的第3个项目承接前一份的第5个；3.2=5.4 是行；等号后空着是新的；"
    "3=5+6 是第6个并入；3=5 和 4=5 一起写是第5个拆成两个",
    "3=5" },
  { "forget", 'f', 0, G_OPTION_ARG_STRING_ARRAY, &forgotten, "取消认定，重新提出建议",
    "3 或 3.2" },
  { NULL },
};

/* A table of a text, or a row of it. */
typedef struct {
  const Project   *project;
  const Indicator *row; /* NULL: the table */
} Place;

/* "3", "3.2"; 整体 for the overall table.  FALSE: there is no such place. */
static gboolean
find_place (const Document *document, const char *text, Place *place)
{
  g_auto (GStrv) parts = g_strsplit (text, ".", 2);
  gint64 row;

  *place = (Place){ NULL, NULL };
  for (guint i = 0; parts[0] != NULL && i < document->projects->len; i++)
    {
      const Project   *project = document->projects->pdata[i];
      g_autofree char *no = lineage_list_no (document, project);

      if (strcmp (no, parts[0]) == 0)
        place->project = project;
    }
  if (place->project == NULL || parts[1] == NULL)
    return place->project != NULL;
  if (!g_ascii_string_to_signed (parts[1], 10, 1, place->project->indicators->len, &row,
                                 NULL))
    return FALSE;
  place->row = place->project->indicators->pdata[row - 1];
  return TRUE;
}

static gboolean
refuse (const char *text, const char *why, GError **error)
{
  g_set_error (error, DB_ERROR_DOMAIN, DB_REFUSED, "“%s”：%s", text, why);
  return FALSE;
}

/* One of the places behind the sign of a claim; "": none. */
static gboolean
add_claim (const Comparison *comparison, const char *text, const Place *after,
           const char *earlier, GArray *claims, GError **error)
{
  Place        before = { NULL, NULL };
  LineageClaim claim;

  if (*earlier != '\0' && !find_place (comparison->before, earlier, &before))
    return refuse (text, "前一份文本里没有这个项目或这一行", error);
  if (*earlier != '\0' && (after->row != NULL) != (before.row != NULL))
    return refuse (text, "两边应同是项目，或同是行", error);
  claim = (LineageClaim){ after->project->record.id,
                          after->row ? after->row->record.id : DB_NULL,
                          before.project ? before.project->record.id : DB_NULL,
                          before.row ? before.row->record.id : DB_NULL };
  g_array_append_val (claims, claim);
  return TRUE;
}

/* "3=5", "3.2=5.4", "3=", "3=5+6". */
static gboolean
read_claims (const Comparison *comparison, const char *text, GArray *claims,
             GError **error)
{
  g_auto (GStrv) sides = g_strsplit (text, "=", 2);
  g_auto (GStrv) earlier = NULL;
  Place after;

  if (sides[0] == NULL || sides[1] == NULL)
    return refuse (text, "应写成 3=5、3.2=5.4、3=5+6，或 3= （新增）", error);
  if (!find_place (comparison->after, sides[0], &after))
    return refuse (text, "后一份文本里没有这个项目或这一行", error);
  earlier = g_strsplit (sides[1], "+", -1);
  if (earlier[0] == NULL)
    return add_claim (comparison, text, &after, "", claims, error);
  for (char **one = earlier; *one != NULL; one++)
    if (!add_claim (comparison, text, &after, *one, claims, error))
      return FALSE;
  return TRUE;
}

static gboolean
say (Db *db, const Comparison *comparison, GError **error)
{
  g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (LineageClaim));

  for (char **text = said; *text != NULL; text++)
    if (!read_claims (comparison, *text, claims, error))
      return FALSE;
  if (!lineage_edit_say (db, comparison->after->record.id,
                         (LineageClaim *) claims->data, claims->len, error))
    return FALSE;
  g_print ("认定 %u 处\n", claims->len);
  return TRUE;
}

/* One action for all of them. */
static gboolean
forget (Db *db, const Comparison *comparison, GError **error)
{
  g_auto (DbTxn) txn = { NULL };
  g_autoptr (GString) nothing = g_string_new (NULL);
  guint all = 0;

  if (!change_begin (&txn, db, "取消认定的沿革", error))
    return FALSE;
  for (char **text = forgotten; *text != NULL; text++)
    {
      Place place;
      guint n;

      if (!find_place (comparison->after, *text, &place))
        return refuse (*text, "后一份文本里没有这个项目或这一行", error);
      if (!lineage_edit_forget (db, place.project->record.id,
                                place.row ? place.row->record.id : DB_NULL, &n, error))
        return FALSE;
      if (n == 0)
        g_string_append_printf (nothing, "%s%s", nothing->len > 0 ? "、" : "", *text);
      all += n;
    }
  if (all > 0 && !change_finish (&txn, error))
    return FALSE;
  g_print ("取消认定 %u 处%s%s%s\n", all, nothing->len > 0 ? "；" : "", nothing->str,
           nothing->len > 0 ? " 没有认定过" : "");
  return TRUE;
}

static gboolean
confirm_sure (Db *db, const Comparison *comparison, GError **error)
{
  guint n;

  if (!lineage_edit_confirm (db, comparison->after->record.id, comparison->lineage,
                             confirm * 10, &n, error))
    return FALSE;
  g_print ("认定 %u 处\n", n);
  return TRUE;
}

static gboolean
work (Db *db, const Comparison *comparison, GError **error)
{
  g_autofree char *text = NULL;

  if (said != NULL)
    return say (db, comparison, error);
  if (forgotten != NULL)
    return forget (db, comparison, error);
  if (confirm >= 0)
    return confirm_sure (db, comparison, error);
  text = g_strcmp0 (format, "json") == 0 ? lineage_list_json (comparison)
                                         : lineage_list_text (comparison, with_all);
  return command_write (text, error) &&
         (g_strcmp0 (format, "json") != 0 || command_write ("\n", error));
}

/* Only a list in text may tell of several departments. */
static gboolean
work_on_pairs (Db *db, const Side *before, const Side *after, GError **error)
{
  g_autoptr (GPtrArray) documents = listing_documents (db, department, 0, error);
  g_autoptr (GPtrArray) pairs =
      documents != NULL ? side_find_pairs (documents, before, after) : NULL;

  if (pairs == NULL)
    return FALSE;
  if (pairs->len == 0)
    g_set_error (
        error, DB_ERROR_DOMAIN, DB_MISSING,
        "%s：没有哪个部门同时有 %d 年和 %d 年的这两份文本；jixiao list 列出有哪些",
        db_get_path (db), before->year, after->year);
  else if (pairs->len > 2 && (said != NULL || forgotten != NULL || confirm >= 0 ||
                              g_strcmp0 (format, "json") == 0))
    g_set_error (error, DB_ERROR_DOMAIN, DB_FAILED,
                 "%s：几个部门都有这两份文本；请用 --department 选一个",
                 db_get_path (db));
  else
    {
      for (guint i = 0; i < pairs->len; i += 2)
        {
          g_autoptr (Comparison) comparison =
              comparison_new (db, ((ListedDocument *) pairs->pdata[i])->id,
                              ((ListedDocument *) pairs->pdata[i + 1])->id, FALSE, NULL,
                              error);

          if (comparison == NULL || !work (db, comparison, error))
            return FALSE;
        }
      return TRUE;
    }
  return FALSE;
}

static CommandStatus
run (const Command *self, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Db) db = NULL;
  CommandStatus status;
  Side          before, after;

  if (!command_parse (self, options, &argc, &argv, 3, 3, &status))
    return status;
  if (format != NULL && strcmp (format, "text") != 0 && strcmp (format, "json") != 0)
    return command_misused (self, "没有 %s 这种格式", format);
  if (!side_read (argv[2], &before) || !side_read (argv[3], &after))
    return command_misused (self, "年度应写成 2024 或 2024/二上");
  if ((said != NULL) + (forgotten != NULL) + (confirm >= 0) > 1)
    return command_misused (self, "--confirm、--say、--forget 一次只能用一种");
  if (confirm < -1 || confirm > 100)
    return command_misused (self, "--confirm 应为 0 到 100");
  db = said != NULL || forgotten != NULL || confirm >= 0
           ? db_open (argv[1], DB_OPEN_WRITE, &error)
           : db_open (argv[1], DB_OPEN_READ, &error);
  if (db == NULL || !work_on_pairs (db, &before, &after, &error))
    return command_failed (error);
  return COMMAND_FINE;
}

const Command command_lineage = {
  .name = "lineage",
  .summary = "沿革：哪个项目、哪一行承接上年的哪个，把握多大",
  .synopsis = "FILE.jixiao 年度[/阶段] 年度[/阶段]",
  .description =
      "按编码、名称、用语、目标值和位置，提出后一份文本的项目和行各承接前一份的哪个，"
      "说明把握多大。\n"
      "不写 --all 只列没有把握的、新的、没有了的和换了位置的。认定以后一直有效，"
      "可以撤销（jixiao undo）。\n"
      "编号：3 是第3个项目，3.2 是它的第2行，“整体”是整体绩效指标。\n\n"
      "例：jixiao lineage 绩效.jixiao 2024 2025\n"
      "    jixiao lineage 绩效.jixiao 2024 2025 --confirm 90\n"
      "    jixiao lineage 绩效.jixiao 2024 2025 --say 3=5 --say 3.2=5.4 --say 7=\n"
      "    jixiao lineage 绩效.jixiao 2024 2025 --say 3=5+6 --say 8=9 --say 9=9",
  .run = run,
};
