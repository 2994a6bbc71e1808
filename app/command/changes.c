/* app/command/changes.c — jixiao changes: what changed since a text was last printed.
 */

#include "app/command/command.h"
#include "app/command/history.h"
#include "app/command/selection.h"
#include "app/export/export.h"
#include "app/local-time.h"
#include "db/export-record.h"

static Selection selection;

static const GOptionEntry options[] = {
  { "department", 'd', 0, G_OPTION_ARG_STRING, &selection.department,
    "只要名称含这几个字的部门", "名称" },
  { "year", 'y', 0, G_OPTION_ARG_INT, &selection.year, "只要这一年", "年度" },
  { NULL },
};

/* Whether a step changed something of the document, or something that all have. */
static gboolean
concerns (Db *db, const HistoryEntry *entry, gint64 document, GError **error)
{
  g_autoptr (GPtrArray) changes = history_changes (db, entry, error);
  gboolean concerned = FALSE;

  for (guint i = 0; changes != NULL && !concerned && i < changes->len; i++)
    {
      gint64 changed = history_document (db, changes->pdata[i], error);

      concerned = changed == document || changed == 0;
    }
  return concerned;
}

/* Leaves an entry the lines behind one: what another program wrote before and after it
 * is one entry.  Whether there are any.  */
static gboolean
keep_behind (HistoryEntry *entry, gint64 line)
{
  guint kept = 0;

  while (kept < entry->lines->len && g_array_index (entry->lines, gint64, kept) > line)
    kept++;
  g_array_set_size (entry->lines, kept);
  return kept > 0;
}

/* The steps of a document that came after a line of the history, the oldest first;
 * their number.  error is set where the history could not be read to its end.  */
static guint
print_since (Db *db, gint64 document, gint64 line, GError **error)
{
  g_autoptr (GPtrArray) entries = history_entries (db, 0, 0, error);
  guint since = 0, printed = 0;

  while (entries != NULL && since < entries->len &&
         keep_behind (entries->pdata[since], line))
    since++;
  for (guint i = since; i-- > 0 && *error == NULL;)
    if (concerns (db, entries->pdata[i], document, error) &&
        history_print_entry (db, entries->pdata[i], error))
      printed++;
  return printed;
}

static const ExportRecord *
last_export (const GPtrArray *records, gint64 document)
{
  for (guint i = 0; i < records->len; i++)
    {
      const ExportRecord *record = records->pdata[i];

      if (record->document == document)
        return record;
    }
  return NULL;
}

static gboolean
print_document (Db *db, const ListedDocument *listed, const ExportRecord *record,
                GError **error)
{
  g_autofree char *at = NULL;
  g_autofree char *hash = NULL;
  g_autoptr (Document) document = NULL;
  g_autoptr (GError) failed = NULL;

  g_print ("%s %d 年：", listed->department,
           listed->fiscal_year != DB_NULL ? (int) listed->fiscal_year : 0);
  if (record == NULL)
    {
      g_print ("还没有导出过\n");
      return TRUE;
    }
  document = document_load (db, listed->id, error);
  if (document == NULL)
    return FALSE;
  hash = export_hash (document);
  at = local_time_write (record->at);
  g_print ("%s %s 导出 %s，此后%s\n", at, record->who, record->name,
           g_str_equal (hash, record->hash) ? "没有改动" : "有改动：");
  if (g_str_equal (hash, record->hash))
    return TRUE;
  if (print_since (db, listed->id, record->line, &failed) == 0 && failed == NULL)
    g_print ("    别的程序直接修改了文件，没有留下记录\n");
  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  return failed == NULL;
}

static gboolean
print_changes (Db *db, GError **error)
{
  g_autoptr (GPtrArray) documents = selection_documents (&selection, db, error);
  g_autoptr (GPtrArray) records = documents ? export_records (db, error) : NULL;

  for (guint i = 0; records != NULL && i < documents->len; i++)
    {
      const ListedDocument *document = documents->pdata[i];

      if (!print_document (db, document, last_export (records, document->id), error))
        return FALSE;
    }
  return records != NULL;
}

static CommandStatus
run (const Command *self, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Db) db = NULL;
  CommandStatus status;

  if (!command_parse (self, options, &argc, &argv, 1, 1, &status))
    return status;
  db = command_open (argv[1], &error);
  if (db == NULL || !print_changes (db, &error))
    return command_failed (error);
  return COMMAND_FINE;
}

const Command command_changes = {
  .name = "changes",
  .summary = "上次导出（打印）以后改了什么",
  .synopsis = "FILE.jixiao",
  .description =
      "每份文本：上次是谁、什么时候、导出成哪个文件，以后有没有改动、改了哪些格子。\n"
      "只导出部分项目不算一次导出。",
  .run = run,
};
