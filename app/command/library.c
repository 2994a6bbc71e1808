/* app/command/library.c — jixiao library: every indicator of a file, like ones
 * together. */

#include "app/library/library.h"
#include "app/command/command.h"

#include <string.h>

#define SHOWN 50

static char    *variants;
static char    *unify;
static gboolean is_dry;
static gboolean with_uses;
static int      limit;

static const GOptionEntry options[] = {
  { "uses", 'u', 0, G_OPTION_ARG_NONE, &with_uses,
    "列出每一处：年度、单位、目标值、依据", NULL },
  { "limit", 'n', 0, G_OPTION_ARG_INT, &limit, "最多列几个（默认 50，0 为全部）",
    "个" },
  { "variants", 'v', 0, G_OPTION_ARG_STRING, &variants,
    "列出写法不一的：name（名称）、unit（单位）、basis（依据）或 "
    "number（文号，在哪段文字里都算）",
    "栏" },
  { "unify", 0, 0, G_OPTION_ARG_STRING, &unify,
    "与 --variants 同用：写法不一的都改成这个写法", "写法" },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &is_dry,
    "与 --unify 同用：只列出会改哪些地方，不写入", NULL },
  { NULL },
};

/* As LibraryKind. */
static const char *const kinds[] = { [LIBRARY_UNITS] = "unit",
                                     [LIBRARY_NAMES] = "name",
                                     [LIBRARY_BASES] = "basis",
                                     [LIBRARY_NUMBERS] = "number" };

static char *
years_of (gint64 first, gint64 last)
{
  if (first == DB_NULL)
    return g_strdup ("—");
  return first == last ? g_strdup_printf ("%d", (int) first)
                       : g_strdup_printf ("%d-%d", (int) first, (int) last);
}

static gboolean
print_uses (Db *db, const LibraryEntry *entry, GError **error)
{
  g_autoptr (GPtrArray) uses = library_entry_uses (db, entry, error);

  for (guint i = 0; uses != NULL && i < uses->len; i++)
    {
      const LibraryUse *use = uses->pdata[i];
      g_autofree char  *year = years_of (use->year, use->year);

      g_print ("        %s  %s  %s%s  %s  依据：%s%s\n", year,
               use->unit ? use->unit : use->department, use->target ? use->target : "—",
               library_is_outlier (uses, use) ? "（与别处相差悬殊）" : "",
               use->project_name ? use->project_name : "（无名称）",
               use->basis ? use->basis : "—", use->findings > 0 ? "  有问题" : "");
    }
  return uses != NULL;
}

static gboolean
print_entries (Db *db, const char *words, GError **error)
{
  g_autoptr (Library) library = library_new (db, error);
  g_autoptr (GPtrArray) found = library ? library_find (library, words, NULL) : NULL;

  for (guint i = 0;
       found != NULL && i < found->len && (limit == 0 || i < (guint) limit); i++)
    {
      const LibraryEntry *entry = found->pdata[i];
      g_autofree char    *years = years_of (entry->first_year, entry->last_year);

      g_print ("%4u 次  %-9s  ", entry->times, years);
      command_print_padded (entry->name->level2 ? entry->name->level2 : "—", 20);
      g_print ("  %s%s\n", entry->name->name,
               entry->spellings->len > 1 ? "（另有别的写法）" : "");
      for (guint k = 1; with_uses && k < entry->spellings->len; k++)
        g_print ("        写作：%s\n",
                 ((LibraryName *) entry->spellings->pdata[k])->name);
      if (with_uses && !print_uses (db, entry, error))
        return FALSE;
    }
  if (found != NULL && limit != 0 && found->len > (guint) limit)
    g_print ("… 还有 %u 个；--limit 0 列出全部\n", found->len - (guint) limit);
  return found != NULL;
}

/* The group that has a spelling, as a NULL-ended list; NULL when there is none. */
static const char **
spellings_with (GPtrArray *groups, const char *spelling)
{
  for (guint i = 0; i < groups->len; i++)
    {
      GPtrArray              *group = groups->pdata[i];
      g_autofree const char **names = g_new0 (const char *, group->len + 1);
      gboolean                is_there = FALSE;

      for (guint k = 0; k < group->len; k++)
        {
          names[k] = ((LibraryName *) group->pdata[k])->name;
          is_there |= strcmp (names[k], spelling) == 0;
        }
      if (is_there)
        return g_steal_pointer (&names);
    }
  return NULL;
}

static gboolean
unify_one (Db *db, LibraryKind kind, GPtrArray *groups, GError **error)
{
  g_autofree const char **names = spellings_with (groups, unify);
  g_autoptr (GPtrArray) cells = NULL;

  if (names == NULL)
    {
      g_set_error (error, DB_ERROR_DOMAIN, DB_MISSING,
                   "“%s”没有别的写法；不带 --unify 列出写法不一的", unify);
      return FALSE;
    }
  cells = library_respell (db, kind, names, unify, error);
  if (cells == NULL || (!is_dry && !library_unify (db, cells, unify, error)))
    return FALSE;
  for (guint i = 0; i < cells->len; i++)
    {
      const Respelling *cell = cells->pdata[i];

      g_print ("%s　%s\n", cell->place, cell->label);
    }
  g_print (is_dry ? "%u 处会改为“%s”；没有写入\n"
                  : "%u 处改为“%s”；jixiao undo 可以撤销\n",
           cells->len, unify);
  return TRUE;
}

static gboolean
print_variants (Db *db, LibraryKind kind, GError **error)
{
  g_autoptr (GPtrArray) groups = library_variants (db, kind, error);

  if (groups == NULL)
    return FALSE;
  if (unify != NULL)
    return unify_one (db, kind, groups, error);
  for (guint i = 0; i < groups->len; i++)
    {
      GPtrArray *group = groups->pdata[i];

      for (guint k = 0; k < group->len; k++)
        {
          const LibraryName *name = group->pdata[k];

          if (name->times > 0)
            g_print ("%s（%u）  ", name->name, name->times);
          else
            g_print ("规范写法 %s  ", name->name);
        }
      g_print ("\n");
    }
  return TRUE;
}

static CommandStatus
run (const Command *self, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Db) db = NULL;
  gsize         kind = 0;
  CommandStatus status;

  limit = SHOWN;
  if (!command_parse (self, options, &argc, &argv, 1, 2, &status))
    return status;
  while (variants != NULL && kind < G_N_ELEMENTS (kinds) &&
         !g_str_equal (kinds[kind], variants))
    kind++;
  if (kind == G_N_ELEMENTS (kinds) || (unify != NULL && variants == NULL))
    return command_misused (self, "--variants 应为 name、unit、basis 或 number");
  if (is_dry && unify == NULL)
    return command_misused (self, "--dry-run 要与 --unify 同用");
  db = unify != NULL && !is_dry ? db_open (argv[1], DB_OPEN_WRITE, &error)
                                : command_open (argv[1], &error);
  if (db == NULL ||
      !(variants != NULL ? print_variants (db, (LibraryKind) kind, &error)
                         : print_entries (db, argc > 2 ? argv[2] : NULL, &error)))
    return command_failed (error);
  return COMMAND_FINE;
}

const Command command_library = {
  .name = "library",
  .summary = "指标库：用过的全部指标",
  .synopsis = "FILE.jixiao [词]",
  .description = "把文件里所有年度、所有单位的指标归在一起：写法相近的算一个，"
                 "列出用过几次、哪些年度。\n"
                 "“词”可以是名称里的几个字，也可以是拼音首字母。\n\n"
                 "例：jixiao library 绩效.jixiao 满意度 --uses\n"
                 "    jixiao library 绩效.jixiao --variants unit\n"
                 "    jixiao library 绩效.jixiao --variants unit --unify 人次\n"
                 "    jixiao library 绩效.jixiao --variants number --unify "
                 "财预〔2020〕10号 --dry-run",
  .run = run,
};
