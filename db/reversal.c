/* db/reversal.c — putting back what an action changed.
 *
 * History is read backwards.  Neighbouring lines of one row are put back by one
 * statement: the cells that an update changed, or that a deleted row held.  Names of
 * tables and columns are looked up, so that nothing that stands in a file becomes SQL.
 */

#include "db/reversal.h"
#include "db/table.h"
#include "db/title.h"

#include <string.h>

/* Longer texts are cut where they are quoted. */
#define QUOTED_CHARACTERS 20

typedef enum { INSERTED, UPDATED, DELETED } Kind;

typedef struct {
  const char    *column;
  sqlite3_value *old, *new;
} Cell;

typedef struct {
  Db            *db;
  GHashTable    *insertions; /* const DbTable * -> sqlite3_stmt * */
  const DbTable *table;      /* of the lines in hand; NULL: there are none */
  gint64         row;
  Kind           kind;
  GArray        *cells; /* Cell */
} Reversal;

static void
clear_cell (gpointer data)
{
  Cell *cell = data;

  sqlite3_value_free (cell->old);
  sqlite3_value_free (cell->new);
}

static void
finalize (gpointer statement)
{
  sqlite3_finalize (statement);
}

static void
refuse (Db *db, const char *table, gint64 row, const char *column, const char *now,
        GError **error)
{
  g_autofree char *place = title_of_place (db, table, row, NULL);
  const char      *title = title_of_cell (db, table, row, column);
  g_autofree char *quoted =
      now != NULL
          ? g_utf8_substring (now, 0, MIN (g_utf8_strlen (now, -1), QUOTED_CHARACTERS))
          : g_strdup ("空");

  g_set_error (error, DB_ERROR_DOMAIN, DB_REFUSED, "此处后来又改为“%s”（%s，%s）",
               quoted, place, title ? title : column);
}

static void
refuse_gone_row (const Reversal *self, GError **error)
{
  g_set_error (error, DB_ERROR_DOMAIN, DB_REFUSED, "这里的%s后来被别的程序删去",
               title_of_table (self->table->name));
}

/* Whether a cell still holds what the action had set. */
static gboolean
check_cell (Reversal *self, const Cell *cell, GError **error)
{
  const char      *table = self->table->name;
  g_autofree char *sql = g_strdup_printf ("SELECT %s IS ?2, %s FROM %s WHERE id = ?1",
                                          cell->column, cell->column, table);
  g_autoptr (sqlite3_stmt) q = db_prepare (self->db, sql, error);

  if (q == NULL)
    return FALSE;
  sqlite3_bind_int64 (q, 1, self->row);
  sqlite3_bind_value (q, 2, cell->new);
  switch (db_step (q, error))
    {
    case DB_ROW:
      if (sqlite3_column_int (q, 0))
        return TRUE;
      refuse (self->db, table, self->row, cell->column, db_column_text (q, 1), error);
      return FALSE;
    case DB_DONE:
      refuse_gone_row (self, error);
      return FALSE;
    default:
      return FALSE;
    }
}

/* All cells of a row at once: what is unique in the table is so by several. */
static gboolean
put_back_cells (Reversal *self, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (sqlite3_stmt) q = NULL;

  g_string_printf (sql, "UPDATE %s SET ", self->table->name);
  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);

      if (!check_cell (self, cell, error))
        return FALSE;
      g_string_append_printf (sql, "%s%s = ?%u", i > 0 ? ", " : "", cell->column,
                              i + 2);
    }
  g_string_append (sql, " WHERE id = ?1");
  q = db_prepare (self->db, sql->str, error);
  if (q == NULL)
    return FALSE;
  sqlite3_bind_int64 (q, 1, self->row);
  for (guint i = 0; i < self->cells->len; i++)
    sqlite3_bind_value (q, (int) i + 2, g_array_index (self->cells, Cell, i).old);
  return db_run (q, error);
}

static sqlite3_stmt *
insertion (Reversal *self, GError **error)
{
  sqlite3_stmt *q = g_hash_table_lookup (self->insertions, self->table);
  g_autoptr (GPtrArray) columns = NULL;
  g_autoptr (GString) sql = NULL;
  g_autoptr (GString) cells = NULL;

  if (q != NULL)
    {
      sqlite3_clear_bindings (q);
      return q;
    }
  columns = table_columns (self->table);
  sql = g_string_new (NULL);
  cells = g_string_new (":id");
  g_string_printf (sql, "INSERT INTO %s (id", self->table->name);
  for (guint i = 0; i < columns->len; i++)
    {
      g_string_append_printf (sql, ", %s", (char *) columns->pdata[i]);
      g_string_append_printf (cells, ", :%s", (char *) columns->pdata[i]);
    }
  g_string_append_printf (sql, ") VALUES (%s)", cells->str);
  q = db_prepare (self->db, sql->str, error);
  if (q != NULL)
    g_hash_table_insert (self->insertions, (gpointer) self->table, q);
  return q;
}

static gboolean
put_back_row (Reversal *self, GError **error)
{
  sqlite3_stmt *q = insertion (self, error);

  if (q == NULL)
    return FALSE;
  db_bind_int (q, ":id", self->row);
  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell      *cell = &g_array_index (self->cells, Cell, i);
      g_autofree char *name = g_strconcat (":", cell->column, NULL);

      sqlite3_bind_value (q, sqlite3_bind_parameter_index (q, name), cell->old);
    }
  return db_run (q, error);
}

static gboolean
take_row_away (Reversal *self, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("DELETE FROM %s WHERE id = ?1", self->table->name);
  g_autoptr (sqlite3_stmt) q = db_prepare (self->db, sql, error);

  if (q == NULL)
    return FALSE;
  sqlite3_bind_int64 (q, 1, self->row);
  if (!db_run (q, error))
    return FALSE;
  if (sqlite3_changes (sqlite3_db_handle (q)) > 0)
    return TRUE;
  refuse_gone_row (self, error);
  return FALSE;
}

/* Puts back the lines in hand. */
static gboolean
put_back (Reversal *self, GError **error)
{
  static gboolean (*const ways[]) (Reversal *, GError **) = {
    [INSERTED] = take_row_away,
    [UPDATED] = put_back_cells,
    [DELETED] = put_back_row,
  };

  if (self->table == NULL)
    return TRUE;
  if (!ways[self->kind](self, error))
    return FALSE;
  g_array_set_size (self->cells, 0);
  return TRUE;
}

static gboolean
holds_column (const Reversal *self, const char *column)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (g_array_index (self->cells, Cell, i).column == column)
      return TRUE;
  return FALSE;
}

static Kind
kind_of (const char *change)
{
  return strcmp (change, "insert") == 0   ? INSERTED
         : strcmp (change, "update") == 0 ? UPDATED
                                          : DELETED;
}

#define LINE_COLUMNS "table_name, row_id, change, column_name, old, new"

/* Takes one line in hand, after putting back those that are not of its row. */
static gboolean
take_line (Reversal *self, sqlite3_stmt *q, GError **error)
{
  const DbTable *table = table_find (db_column_text (q, 0));
  gint64         row = sqlite3_column_int64 (q, 1);
  Kind           kind = kind_of (db_column_text (q, 2));
  const char    *name = db_column_text (q, 3);
  const char    *column = table && name ? table_column (table, name) : NULL;

  if (table == NULL || (column == NULL && name != NULL))
    {
      g_set_error_literal (error, DB_ERROR_DOMAIN, DB_DAMAGED,
                           "历史记录有误，请用 jixiao repair 检查文件");
      return FALSE;
    }
  if ((table != self->table || row != self->row || kind != self->kind ||
       holds_column (self, column)) &&
      !put_back (self, error))
    return FALSE;
  self->table = table;
  self->row = row;
  self->kind = kind;
  if (column != NULL)
    {
      Cell cell = { column, sqlite3_value_dup (sqlite3_column_value (q, 4)),
                    sqlite3_value_dup (sqlite3_column_value (q, 5)) };

      g_array_append_val (self->cells, cell);
    }
  return TRUE;
}

static gboolean
take_all (Reversal *self, gint64 action, GError **error)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (self->db,
                  "SELECT " LINE_COLUMNS
                  " FROM history WHERE action_id = :action ORDER BY id DESC",
                  error);
  DbStep step;

  if (q == NULL)
    return FALSE;
  db_bind_int (q, ":action", action);
  while ((step = db_step (q, error)) == DB_ROW)
    if (!take_line (self, q, error))
      return FALSE;
  return step == DB_DONE && put_back (self, error);
}

/* Rows that went away, alone or with what they belonged to, must not take with them
 * what another program has written since: its changes have no action.  Stands on one
 * such change, if there is any.  */
static sqlite3_stmt *
find_lost_change (Db *db, gint64 action, GError **error)
{
  sqlite3_stmt *q = db_prepare (
      db,
      "SELECT other.table_name, other.row_id, other.column_name, other.new"
      " FROM recording"
      " CROSS JOIN history gone ON gone.action_id = recording.action_id"
      "   AND gone.change = 'delete' AND gone.column_name IS NULL"
      " CROSS JOIN history other ON other.table_name = gone.table_name"
      "   AND other.row_id = gone.row_id AND other.action_id IS NULL"
      "   AND other.id > (SELECT min(id) FROM history WHERE action_id = :action)"
      " LIMIT 1",
      error);

  if (q != NULL)
    db_bind_int (q, ":action", action);
  return q;
}

static gboolean
check_keys (Db *db, GError **error)
{
  if (!db_keys_hold (db))
    g_set_error_literal (error, DB_ERROR_DOMAIN, DB_REFUSED,
                         "与它相连的内容后来被别的程序改动");
  return db_keys_hold (db);
}

static gboolean
check_rows (Db *db, DbTxn *txn, gint64 action, GError **error)
{
  g_autoptr (sqlite3_stmt) q = find_lost_change (db, action, error);
  DbStep           step = q != NULL ? db_step (q, error) : DB_ERROR;
  g_autofree char *table = NULL;
  g_autofree char *column = NULL;
  g_autofree char *now = NULL;
  gint64           row;

  if (step != DB_ROW)
    return step == DB_DONE;
  table = g_strdup (db_column_text (q, 0));
  row = sqlite3_column_int64 (q, 1);
  column = g_strdup (db_column_text (q, 2));
  now = g_strdup (db_column_text (q, 3));
  g_clear_pointer (&q, sqlite3_finalize);

  /* Only with the row back in its place can be said where it is. */
  db_txn_clear (txn);
  if (column != NULL)
    refuse (db, table, row, column, now, error);
  else
    {
      g_autofree char *place = title_of_place (db, table, row, NULL);

      g_set_error (error, DB_ERROR_DOMAIN, DB_REFUSED, "%s是别的程序后来增加的", place);
    }
  return FALSE;
}

gboolean
reversal_run (Db *db, gint64 action, GError **error)
{
  g_auto (DbTxn) txn = { NULL };
  Reversal self = { .db = db };
  gboolean done;

  /* Rows come back one by one: what one refers to may follow it. */
  if (!db_txn_begin (&txn, db, error) ||
      !db_exec (db, "PRAGMA defer_foreign_keys = ON", error))
    return FALSE;
  self.insertions = g_hash_table_new_full (NULL, NULL, NULL, finalize);
  self.cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (self.cells, clear_cell);
  done = take_all (&self, action, error);
  g_hash_table_unref (self.insertions);
  g_array_unref (self.cells);
  return done && check_keys (db, error) && check_rows (db, &txn, action, error) &&
         db_txn_commit (&txn, error);
}
