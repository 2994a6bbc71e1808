/* app/command/history.c — jixiao history: who did what, when, and which cells changed.
 */

#include "db/history.h"
#include "app/command/command.h"
#include "app/command/history.h"
#include "app/command/selection.h"
#include "app/local-time.h"
#include "db/title.h"

/* An action that changed more cells names the first ones only. */
#define CELLS_SHOWN     8
#define TEXT_CHARACTERS 30

static Selection selection;
static int       limit = 20;

static const GOptionEntry options[] = {
  SELECTION_OPTIONS (selection),
  { "limit", 'n', 0, G_OPTION_ARG_INT, &limit, "最多列出几步，0 为全部（默认 20）",
    "数目" },
  { NULL },
};

static char *
in_one_line (const char *text)
{
  glong            n = text != NULL ? g_utf8_strlen (text, -1) : 0;
  g_autofree char *part = NULL;

  if (n == 0)
    return g_strdup ("（空）");
  part = g_utf8_substring (text, 0, MIN (n, TEXT_CHARACTERS));
  return g_strconcat (g_strdelimit (part, "\r\n\t", ' '),
                      n > TEXT_CHARACTERS ? "…" : NULL, NULL);
}

static void
print_head (const HistoryEntry *entry)
{
  static const char *const verbs[] = {
    [HISTORY_DONE] = "",
    [HISTORY_UNDONE] = "撤销：",
    [HISTORY_REDONE] = "重做：",
  };
  g_autofree char *at = NULL;

  if (entry->kind == HISTORY_FOREIGN)
    {
      g_print ("（时间不详）      别的程序  直接修改了文件\n");
      return;
    }
  at = local_time_write (entry->at);
  g_print ("%s  %s  %s%s\n", at, entry->who, verbs[entry->kind], entry->label);
}

static gboolean
print_cell (Db *db, const HistoryChange *change, GError **error)
{
  g_autofree char *place = title_of_place (db, change->table, change->row, error);
  g_autofree char *old = in_one_line (change->old);
  g_autofree char *new = in_one_line (change->new);

  if (place == NULL)
    return FALSE;
  g_print ("    %s  %s：%s → %s\n", place,
           title_of_cell (db, change->table, change->row, change->column), old, new);
  return TRUE;
}

/* 增加：项目 1，指标 6 */
static void
print_rows (GPtrArray *changes, HistoryChangeKind kind, const char *verb)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new ();
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < changes->len; i++)
    {
      HistoryChange *change = changes->pdata[i];
      guint          n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, change->table));

      if (change->kind != kind)
        continue;
      if (n == 0)
        g_ptr_array_add (tables, change->table);
      g_hash_table_insert (counts, change->table, GUINT_TO_POINTER (n + 1));
    }
  for (guint i = 0; i < tables->len; i++)
    g_print ("%s%s %u%s", i == 0 ? verb : "，", title_of_table (tables->pdata[i]),
             GPOINTER_TO_UINT (g_hash_table_lookup (counts, tables->pdata[i])),
             i + 1 == tables->len ? "\n" : "");
}

gboolean
history_print_entry (Db *db, const HistoryEntry *entry, GError **error)
{
  g_autoptr (GPtrArray) changes = history_changes (db, entry, error);
  guint cells = 0;

  if (changes == NULL)
    return FALSE;
  print_head (entry);
  for (guint i = 0; i < changes->len; i++)
    {
      HistoryChange *change = changes->pdata[i];

      if (change->kind == HISTORY_UPDATED && ++cells <= CELLS_SHOWN &&
          !print_cell (db, change, error))
        return FALSE;
    }
  if (cells > CELLS_SHOWN)
    g_print ("    … 另有 %u 格\n", cells - CELLS_SHOWN);
  print_rows (changes, HISTORY_INSERTED, "    增加：");
  print_rows (changes, HISTORY_DELETED, "    删去：");
  return TRUE;
}

static gboolean
print_entries (Db *db, gint64 project, GError **error)
{
  g_autoptr (GPtrArray) entries =
      history_entries (db, project, (guint) MAX (limit, 0), error);

  if (entries == NULL)
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    if (!history_print_entry (db, entries->pdata[i], error))
      return FALSE;
  if (entries->len == 0)
    g_print ("还没有任何修改\n");
  return TRUE;
}

static gboolean
print_projects (Db *db, gint64 document, GError **error)
{
  g_autoptr (GArray) ids = selection_project_ids (&selection, db, document, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      gint64           project = g_array_index (ids, gint64, i);
      g_autofree char *place = title_of_place (db, "project", project, error);

      if (place == NULL)
        return FALSE;
      g_print ("%s\n", place);
      if (!print_entries (db, project, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
print_all (Db *db, GError **error)
{
  g_autoptr (GPtrArray) documents = NULL;

  if (selection.department == NULL && selection.year == 0 && selection.projects == NULL)
    return print_entries (db, 0, error);
  documents = selection_documents (&selection, db, error);
  if (documents == NULL)
    return FALSE;
  for (guint i = 0; i < documents->len; i++)
    if (!print_projects (db, ((ListedDocument *) documents->pdata[i])->id, error))
      return FALSE;
  return TRUE;
}

static CommandStatus
run (const Command *self, int argc, char **argv)
{
  return command_run_on_file (self, options, argc, argv, DB_OPEN_READ, print_all);
}

const Command command_history = {
  .name = "history",
  .summary = "列出谁在什么时候改了什么",
  .synopsis = "FILE.jixiao",
  .description = "最近的在前：时间、用户、操作，下面是每一格的原值和新值。给出 "
                 "--project 等选项时，\n"
                 "只列与这些项目有关的。别的程序（如 sqlite3）对文件的改动也在其中。",
  .run = run,
};
