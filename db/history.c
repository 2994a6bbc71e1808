/* db/history.c — what was done to a record file, and the cells it changed. */

#include "db/history.h"
#include "db/cell.h"
#include "db/title.h"

#include <string.h>

void
history_entry_free (gpointer data)
{
  HistoryEntry *entry = data;

  g_free (entry->at);
  g_free (entry->who);
  g_free (entry->label);
  g_array_unref (entry->lines);
  g_free (entry);
}

static HistoryEntry *
new_entry (gint64 action)
{
  HistoryEntry *entry = g_new0 (HistoryEntry, 1);

  entry->kind = HISTORY_FOREIGN;
  entry->action = action;
  entry->lines = g_array_new (FALSE, FALSE, sizeof (gint64));
  return entry;
}

void
history_change_free (gpointer data)
{
  HistoryChange *change = data;

  g_free (change->table);
  g_free (change->column);
  g_free (change->old);
  g_free (change->new);
  g_free (change);
}

/* The lines of history, newest first. */
static const char all_lines[] = "SELECT id, action_id FROM history ORDER BY id DESC";

/* Those of a project: its own, those of its rows, gone ones too, and the arrival of its
 * document, as an import leaves no other line.  */
#define PROJECT_LINES                                                           \
  "WITH mine (table_name, row_id) AS ("                                         \
  "  SELECT 'project', :project"                                                \
  "  UNION SELECT 'funding', id FROM funding WHERE project_id = :project"       \
  "  UNION SELECT 'plan_point', id FROM plan_point WHERE project_id = :project" \
  "  UNION SELECT 'goal', id FROM goal WHERE project_id = :project"             \
  "  UNION SELECT 'indicator', id FROM indicator WHERE project_id = :project"   \
  "  UNION SELECT 'waiver', id FROM waiver WHERE project_id = :project"         \
  "  UNION SELECT 'lineage', id FROM lineage WHERE project_id = :project"       \
  "  UNION SELECT table_name, row_id FROM history"                              \
  "    WHERE column_name = 'project_id' AND old = :project)"                    \
  " SELECT h.id, h.action_id FROM mine m CROSS JOIN history h"                  \
  "   ON h.table_name = m.table_name AND h.row_id = m.row_id"                   \
  " UNION SELECT h.id, h.action_id FROM project p CROSS JOIN history h"         \
  "   ON h.table_name = 'document' AND h.row_id = p.document_id"                \
  "   AND h.change = 'insert' WHERE p.id = :project"

static const char project_lines[] = PROJECT_LINES " ORDER BY 1 DESC";

static gboolean
fill_entry (Db *db, HistoryEntry *entry, GError **error)
{
  g_autoptr (sqlite3_stmt) q = NULL;
  DbStep step;

  if (entry->action == 0)
    return TRUE;
  q = db_prepare (db,
                  "SELECT at, who, label, undoes, redoes FROM action WHERE id = :id",
                  error);
  if (q == NULL)
    return FALSE;
  db_bind_int (q, ":id", entry->action);
  step = db_step (q, error);
  if (step == DB_ROW)
    {
      entry->at = g_strdup (db_column_text (q, 0));
      entry->who = g_strdup (db_column_text (q, 1));
      entry->label = g_strdup (db_column_text (q, 2));
      entry->kind = sqlite3_column_int64 (q, 3) != 0   ? HISTORY_UNDONE
                    : sqlite3_column_int64 (q, 4) != 0 ? HISTORY_REDONE
                                                       : HISTORY_DONE;
    }
  return step != DB_ERROR;
}

GPtrArray *
history_entries (Db *db, gint64 project, guint limit, GError **error)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db, project != 0 ? project_lines : all_lines, error);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (history_entry_free);
  HistoryEntry *entry = NULL;
  DbStep        step;

  if (q == NULL)
    return NULL;
  if (project != 0)
    db_bind_int (q, ":project", project);
  while ((step = db_step (q, error)) == DB_ROW)
    {
      gint64 id = sqlite3_column_int64 (q, 0);
      gint64 action = sqlite3_column_int64 (q, 1); /* NULL is 0 */

      if (entry == NULL || entry->action != action)
        {
          if (limit > 0 && entries->len == limit)
            return g_steal_pointer (&entries);
          entry = new_entry (action);
          g_ptr_array_add (entries, entry);
          if (!fill_entry (db, entry, error))
            return NULL;
        }
      g_array_append_val (entry->lines, id);
    }
  return step == DB_DONE ? g_steal_pointer (&entries) : NULL;
}

/* A line of each entry that has one which is asked for, the newest first.  The lines of
 * an action stand together, so any of them tells its place.  Those of another program
 * are still each for itself.  */
static const char every_entry[] =
    "SELECT max(id) AS line, 0 FROM history WHERE action_id IS NOT NULL"
    " GROUP BY action_id"
    " UNION ALL SELECT id, 1 FROM history WHERE action_id IS NULL ORDER BY line DESC";

#define HAS_TEXT                                            \
  "(:text IS NULL OR instr(lower(h.old), lower(:text)) > 0" \
  " OR instr(lower(h.new), lower(:text)) > 0"

#define CHOSEN(lines)                                                                \
  "SELECT max(h.id) AS line, 0 FROM " lines " h JOIN action a ON a.id = h.action_id" \
  " WHERE (:since IS NULL OR a.at >= :since) AND (:until IS NULL OR a.at < :until)"  \
  "   AND " HAS_TEXT " OR instr(lower(a.label), lower(:text)) > 0"                   \
  "     OR instr(lower(a.who), lower(:text)) > 0)"                                   \
  " GROUP BY h.action_id"                                                            \
  " UNION ALL SELECT h.id, 1 FROM " lines " h WHERE h.action_id IS NULL"             \
  "   AND :since IS NULL AND :until IS NULL AND " HAS_TEXT ") ORDER BY line DESC"

static const char chosen_entries[] = CHOSEN ("history");
static const char chosen_of_project[] =
    CHOSEN ("(SELECT l.* FROM history l JOIN (" PROJECT_LINES ") m ON m.id = l.id)");

/* The line before those that another program wrote in one go, 0: there is none. */
static gint64
line_before (sqlite3_stmt *q, gint64 line, GError **error)
{
  gint64 before = -1;

  db_bind_int (q, ":line", line);
  if (db_step (q, error) == DB_ROW)
    before = sqlite3_column_int64 (q, 0);
  sqlite3_reset (q);
  return before;
}

static gboolean
read_lines (Db *db, sqlite3_stmt *q, GArray *lines, GError **error)
{
  g_autoptr (sqlite3_stmt) earlier = db_prepare (
      db, "SELECT max(id) FROM history WHERE id < :line AND action_id IS NOT NULL",
      error);
  gint64 foreign = G_MAXINT64; /* the first line of the last that were foreign */
  DbStep step;

  if (earlier == NULL)
    return FALSE;
  while ((step = db_step (q, error)) == DB_ROW)
    {
      gint64   line = sqlite3_column_int64 (q, 0);
      gboolean is_foreign = sqlite3_column_int (q, 1) != 0;

      if (is_foreign && line > foreign)
        continue;
      if (is_foreign && (foreign = line_before (earlier, line, error)) < 0)
        return FALSE;
      g_array_append_val (lines, line);
    }
  return step == DB_DONE;
}

GArray *
history_search (Db *db, const HistoryChoice *choice, GError **error)
{
  gboolean all = choice->text == NULL && choice->since == NULL &&
                 choice->until == NULL && choice->project == 0;
  const char *sql = all                    ? every_entry
                    : choice->project != 0 ? chosen_of_project
                                           : chosen_entries;
  g_autoptr (sqlite3_stmt) q = db_prepare (db, sql, error);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (q == NULL)
    return NULL;
  if (choice->project != 0)
    db_bind_int (q, ":project", choice->project);
  if (!all)
    {
      db_bind_text (q, ":text", choice->text);
      db_bind_text (q, ":since", choice->since);
      db_bind_text (q, ":until", choice->until);
    }
  return read_lines (db, q, lines, error) ? g_steal_pointer (&lines) : NULL;
}

/* Of an action all; of another program those it wrote in one go. */
static const char lines_of_entry[] =
    "SELECT h.id, h.action_id FROM history n JOIN history h ON h.action_id = "
    "n.action_id"
    " WHERE n.id = :line"
    " UNION ALL SELECT h.id, 0 FROM history n JOIN history h"
    "   ON h.action_id IS NULL AND h.id > coalesce((SELECT max(id) FROM history"
    "     WHERE id < n.id AND action_id IS NOT NULL), 0)"
    "   AND h.id < coalesce((SELECT min(id) FROM history"
    "     WHERE id > n.id AND action_id IS NOT NULL), 9223372036854775807)"
    " WHERE n.id = :line AND n.action_id IS NULL"
    " ORDER BY 1 DESC";

HistoryEntry *
history_entry (Db *db, gint64 line, GError **error)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (db, lines_of_entry, error);
  HistoryEntry *entry = NULL;
  DbStep        step;

  if (q == NULL)
    return NULL;
  db_bind_int (q, ":line", line);
  while ((step = db_step (q, error)) == DB_ROW)
    {
      gint64 id = sqlite3_column_int64 (q, 0);

      if (entry == NULL)
        entry = new_entry (sqlite3_column_int64 (q, 1));
      g_array_append_val (entry->lines, id);
    }
  if (step == DB_DONE && entry != NULL && fill_entry (db, entry, error))
    return entry;
  if (step == DB_DONE && entry == NULL)
    g_set_error_literal (error, DB_ERROR_DOMAIN, DB_MISSING, "历史里没有这一行");
  g_clear_pointer (&entry, history_entry_free);
  return NULL;
}

/* Rows that came and went, and the cells that people see of changed ones. */
static gboolean
is_shown (const char *table, HistoryChangeKind kind, const char *column)
{
  return kind == HISTORY_UPDATED ? title_of_column (table, column) != NULL
                                 : column == NULL;
}

static HistoryChangeKind
kind_of (const char *change)
{
  return strcmp (change, "insert") == 0   ? HISTORY_INSERTED
         : strcmp (change, "update") == 0 ? HISTORY_UPDATED
                                          : HISTORY_DELETED;
}

static HistoryChange *
read_change (sqlite3_stmt *q)
{
  HistoryChangeKind kind = kind_of (db_column_text (q, 2));
  HistoryChange    *change;

  if (!is_shown (db_column_text (q, 0), kind, db_column_text (q, 3)))
    return NULL;
  change = g_new0 (HistoryChange, 1);
  change->kind = kind;
  change->table = g_strdup (db_column_text (q, 0));
  change->row = sqlite3_column_int64 (q, 1);
  change->column = g_strdup (db_column_text (q, 3));
  change->old = g_strdup (db_column_text (q, 4));
  change->new = g_strdup (db_column_text (q, 5));
  return change;
}

GPtrArray *
history_changes (Db *db, const HistoryEntry *entry, GError **error)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (
      db,
      "SELECT table_name, row_id, change, column_name, old, new FROM history"
      " WHERE id = :id",
      error);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (history_change_free);

  if (q == NULL)
    return NULL;
  for (guint i = entry->lines->len; i > 0; i--)
    {
      HistoryChange *change;
      DbStep         step;

      db_bind_int (q, ":id", g_array_index (entry->lines, gint64, i - 1));
      step = db_step (q, error);
      if (step == DB_ERROR)
        return NULL;
      change = step == DB_ROW ? read_change (q) : NULL;
      if (change != NULL)
        g_ptr_array_add (changes, change);
      sqlite3_reset (q);
    }
  return g_steal_pointer (&changes);
}

gint64
history_parent (Db *db, const DbTable *table, gint64 row, GError **error)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db,
                  "SELECT old FROM history WHERE table_name = :table AND row_id = :row"
                  " AND change = 'delete' AND column_name = :parent"
                  " ORDER BY id DESC LIMIT 1",
                  error);

  if (q == NULL)
    return 0;
  db_bind_text (q, ":table", table->name);
  db_bind_int (q, ":row", row);
  db_bind_text (q, ":parent", table->parent);
  return db_step (q, error) == DB_ROW ? sqlite3_column_int64 (q, 0) : 0;
}

gint64
history_document (Db *db, const HistoryChange *change, GError **error)
{
  const DbTable *table = table_find (change->table);
  gint64         row = change->row;

  while (table != NULL && row != 0 && !g_str_equal (table->name, "document"))
    {
      g_autoptr (GError) failed = NULL;
      const DbTable *parent = table_parent (table);
      gint64         above = 0;

      if (parent != NULL &&
          !cell_get_integer (db, table, row, table->parent, &above, &failed))
        {
          if (!g_error_matches (failed, DB_ERROR_DOMAIN, DB_MISSING))
            {
              g_propagate_error (error, g_steal_pointer (&failed));
              return 0;
            }
          above = history_parent (db, table, row, error);
        }
      table = parent;
      row = above;
    }
  return table != NULL ? row : 0;
}
