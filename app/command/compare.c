/* app/command/compare.c — jixiao compare: one year against another. */

#include "app/command/command.h"
#include "app/command/side.h"
#include "app/compare/list.h"
#include "app/compare/write.h"

#include <string.h>

static char    *department;
static char    *format;
static char    *output;
static char    *kinds;
static gboolean is_loose;
static gboolean by_size;
static gboolean only_remarked;
static gboolean only_moved;

static const GOptionEntry options[] = {
  { "format", 't', 0, G_OPTION_ARG_STRING, &format, "text（默认）、html 或 json",
    "格式" },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
    "写到这个文件，按扩展名定格式：pdf、xlsx、html、json、txt", "文件" },
  { "department", 'd', 0, G_OPTION_ARG_STRING, &department, "只要名称含这几个字的部门",
    "名称" },
  { "show", 's', 0, G_OPTION_ARG_STRING, &kinds,
    "列出哪些：增、删、改、标（目标变动）、同（未变）；默认 增删改标", "增删改标同" },
  { "remarks", 'r', 0, G_OPTION_ARG_NONE, &only_remarked, "只要有提请注意的", NULL },
  { "moved", 'm', 0, G_OPTION_ARG_NONE, &only_moved, "只要换了位置的", NULL },
  { "by-size", 'z', 0, G_OPTION_ARG_NONE, &by_size, "变动大的项目排在前面", NULL },
  { "loose", 'l', 0, G_OPTION_ARG_NONE, &is_loose, "只差标点、空格和全半角的算相同",
    NULL },
  { NULL },
};

static gboolean
read_kinds (const char *text, ComparisonSelection *selection)
{
  if (text == NULL)
    return TRUE;
  memset (selection->kinds, 0, sizeof selection->kinds);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_str_has_prefix (p, "同"))
      selection->kinds[COMPARISON_SAME] = TRUE;
    else
      {
        int kind = COMPARISON_N_KINDS - 1;

        while (kind > COMPARISON_SAME &&
               !g_str_has_prefix (p, comparison_kind_sign (kind)))
          kind--;
        if (kind == COMPARISON_SAME)
          return FALSE;
        selection->kinds[kind] = TRUE;
      }
  return TRUE;
}

static gboolean
has_changes (const Comparison *comparison)
{
  guint changes = comparison->differences->len;

  for (int kind = COMPARISON_SAME + 1; kind < COMPARISON_N_KINDS; kind++)
    changes += comparison->n_tables[kind] + comparison->n_rows[kind];
  return changes > 0;
}

/* NULL: there is no such format. */
static const char *
format_of_file (const char *path)
{
  const char *dot = strrchr (path, '.');

  for (guint i = 0; dot != NULL && comparison_formats[i] != NULL; i++)
    if (g_ascii_strcasecmp (dot + 1, comparison_formats[i]) == 0)
      return comparison_formats[i];
  return NULL;
}

static gboolean
write_one (Db *db, const ListedDocument *before, const ListedDocument *after,
           const ComparisonSelection *selection, gboolean *differ, GError **error)
{
  g_autoptr (Comparison) comparison =
      comparison_new (db, before->id, after->id, is_loose, NULL, error);
  g_autofree char *text = NULL;

  if (comparison == NULL)
    return FALSE;
  *differ |= has_changes (comparison);
  if (output != NULL)
    return comparison_write (comparison, selection, format_of_file (output), output,
                             error);
  text = g_strcmp0 (format, "json") == 0   ? comparison_json (comparison, selection)
         : g_strcmp0 (format, "html") == 0 ? comparison_html (comparison, selection)
                                           : comparison_text (comparison, selection);
  return command_write (text, error) && command_write ("\n", error);
}

/* Only text may tell of several departments, one below the other. */
static gboolean
write_all (Db *db, const Side *before, const Side *after,
           const ComparisonSelection *selection, gboolean *differ, GError **error)
{
  g_autoptr (GPtrArray) documents = listing_documents (db, department, 0, error);
  g_autoptr (GPtrArray) pairs =
      documents != NULL ? side_find_pairs (documents, before, after) : NULL;
  gboolean is_single =
      output != NULL || (format != NULL && g_strcmp0 (format, "text") != 0);

  if (pairs == NULL)
    return FALSE;
  if (pairs->len == 0)
    g_set_error (
        error, DB_ERROR_DOMAIN, DB_MISSING,
        "%s：没有哪个部门同时有 %d 年和 %d 年的这两份文本；jixiao list 列出有哪些",
        db_get_path (db), before->year, after->year);
  else if (pairs->len > 2 && is_single)
    g_set_error (error, DB_ERROR_DOMAIN, DB_FAILED,
                 "%s：几个部门都有这两份文本；请用 --department 选一个",
                 db_get_path (db));
  if (pairs->len == 0 || (pairs->len > 2 && is_single))
    return FALSE;
  for (guint i = 0; i < pairs->len; i += 2)
    if (!write_one (db, pairs->pdata[i], pairs->pdata[i + 1], selection, differ, error))
      return FALSE;
  return TRUE;
}

static CommandStatus
run (const Command *self, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Db) db = NULL;
  ComparisonSelection selection = comparison_changes;
  CommandStatus       status;
  gboolean            differ = FALSE;
  Side                before, after;

  if (!command_parse (self, options, &argc, &argv, 3, 3, &status))
    return status;
  if (format != NULL && !g_str_equal (format, "text") &&
      !g_str_equal (format, "html") && !g_str_equal (format, "json"))
    return command_misused (self, "没有 %s 这种格式", format);
  if (output != NULL && format_of_file (output) == NULL)
    return command_misused (
        self, "%s：不知道这是什么格式，扩展名应为 pdf、xlsx、html、json 或 txt",
        output);
  if (!side_read (argv[2], &before))
    return command_misused (self, "“%s”应为年度，如 2024 或 2024/二上", argv[2]);
  if (!side_read (argv[3], &after))
    return command_misused (self, "“%s”应为年度，如 2025 或 2025/批复", argv[3]);
  if (!read_kinds (kinds, &selection))
    return command_misused (self, "--show 只能由 增、删、改、标、同 组成");
  selection.by_size = by_size;
  selection.only_remarked = only_remarked;
  selection.only_moved = only_moved;
  db = db_open (argv[1], DB_OPEN_READ, &error);
  if (db == NULL || !write_all (db, &before, &after, &selection, &differ, &error))
    return command_failed (error);
  return differ ? COMMAND_FOUND : COMMAND_FINE;
}

const Command command_compare = {
  .name = "compare",
  .summary = "对比两个年度，或同一年度的两次上报",
  .synopsis = "FILE.jixiao 年度[/阶段] 年度[/阶段]",
  .description = "把后一份与前一份逐表逐行对上，列出新增、删除、修改、目标变动，并"
                 "提请注意：目标降低而预算增加、\n"
                 "单位变了、预算变动而目标一个没变、照抄上年且写着上年。改名、换位置、"
                 "拆分、合并都认得出。\n"
                 "阶段是 一上、二上、批复、调整；不写就用批复。有变动时退出状态为 "
                 "1。\n\n"
                 "例：jixiao compare 绩效.jixiao 2024 2025\n"
                 "    jixiao compare 绩效.jixiao 2025/一上 2025/二上 --show 增删\n"
                 "    jixiao compare 绩效.jixiao 2024 2025 -o 对比.pdf",
  .run = run,
};
