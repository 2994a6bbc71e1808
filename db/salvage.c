/* db/salvage.c — a new record file of what can still be read of a damaged one.
 *
 * A broken page stops a scan of its table.  So a table is read from its begin to the
 * first one, and from its end back to the last one.  The indexes lie on other pages and
 * know of every row in between: these are looked for one by one.  Of one that cannot be
 * read the columns of the index remain, so that what belongs to it keeps its place.
 */

#include "db/salvage.h"
#include "db/title.h"
#include "db/transplant.h"
#include "db/upgrade.h"

#include <glib/gstdio.h>

static const char copied_tables[] =
    "SELECT name, instr(sql, 'WITHOUT ROWID') = 0 FROM sqlite_schema"
    " WHERE type = 'table' AND instr(name, 'sqlite_') <> 1 AND instr(name, 'unread_') "
    "<> 1"
    " AND instr(name, '_reading') = 0 AND name NOT IN ('recording', 'search')"
    " AND instr(name, 'search_') <> 1 ORDER BY rowid";

typedef struct {
  sqlite3   *from, *to;
  GPtrArray *notes;
} Salvage;

/* One table on its way. */
typedef struct {
  Salvage      *salvage;
  const char   *name;
  char         *columns; /* id, name, … */
  sqlite3_stmt *insertion;
  gint64        first, last; /* what lies between was not reached by the scans */
} Passage;

static void note (Salvage *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
note (Salvage *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (self->notes, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static sqlite3_stmt *prepare (sqlite3 *sqlite, const char *format, ...)
    G_GNUC_PRINTF (2, 3);

/* NULL when it cannot be done: with a damaged file that is nothing unusual. */
static sqlite3_stmt *
prepare (sqlite3 *sqlite, const char *format, ...)
{
  g_autofree char *sql = NULL;
  sqlite3_stmt    *q = NULL;
  va_list          arguments;

  va_start (arguments, format);
  sql = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  sqlite3_prepare_v2 (sqlite, sql, -1, &q, NULL);
  return q;
}

/* The first column of the first row. */
static gint64
number (sqlite3_stmt *q)
{
  gint64 value = sqlite3_step (q) == SQLITE_ROW ? sqlite3_column_int64 (q, 0) : 0;

  sqlite3_finalize (q);
  return value;
}

/* The first columns of all rows, joined. */
static char *
joined (sqlite3_stmt *q, const char *separator)
{
  g_autoptr (GString) text = g_string_new (NULL);

  while (sqlite3_step (q) == SQLITE_ROW)
    g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "",
                            (const char *) sqlite3_column_text (q, 0));
  sqlite3_finalize (q);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* which: a condition on the columns. */
static char *
column_names (sqlite3 *to, const char *table, const char *which)
{
  return joined (prepare (to,
                          "SELECT '\"' || name || '\"' FROM pragma_table_info ('%s')"
                          " WHERE %s ORDER BY pk, cid",
                          table, which),
                 ", ");
}

/* Puts over the rows that q gives, its first column being their key.  FALSE when it
 * breaks off; last is the key of the last row read.  */
static gboolean
carry (Passage *self, sqlite3_stmt *q, gint64 *last)
{
  int result = q != NULL ? SQLITE_ROW : SQLITE_ERROR;

  while (result == SQLITE_ROW && (result = sqlite3_step (q)) == SQLITE_ROW)
    {
      *last = sqlite3_column_int64 (q, 0);
      for (int i = 1; i < sqlite3_column_count (q); i++)
        sqlite3_bind_value (self->insertion, i, sqlite3_column_value (q, i));
      sqlite3_step (self->insertion);
      sqlite3_reset (self->insertion);
    }
  sqlite3_finalize (q);
  return result == SQLITE_DONE;
}

static gboolean
carry_keyed (Passage *self, const char *keys)
{
  g_autofree char *backwards = NULL;
  g_auto (GStrv) names = g_strsplit (keys, ", ", -1);
  gint64 last;

  if (carry (self,
             prepare (self->salvage->from, "SELECT 0, %s FROM %s ORDER BY %s",
                      self->columns, self->name, keys),
             &last))
    return TRUE;
  backwards = g_strjoinv (" DESC, ", names);
  carry (self,
         prepare (self->salvage->from, "SELECT 0, %s FROM %s ORDER BY %s DESC",
                  self->columns, self->name, backwards),
         &last);
  return FALSE;
}

static gboolean
carry_numbered (Passage *self)
{
  sqlite3 *from = self->salvage->from;

  self->last = G_MAXINT64;
  if (carry (self,
             prepare (from, "SELECT rowid, %s FROM %s NOT INDEXED ORDER BY rowid",
                      self->columns, self->name),
             &self->first))
    return TRUE;
  carry (self,
         prepare (from,
                  "SELECT rowid, %s FROM %s NOT INDEXED"
                  " WHERE rowid > %" G_GINT64_FORMAT " ORDER BY rowid DESC",
                  self->columns, self->name, self->first),
         &self->last);
  return FALSE;
}

/* What a column that must not be blank holds where only the index is left. */
static char *
fillers (sqlite3 *to, const char *table, const char *index, gboolean names)
{
  return joined (
      prepare (to,
               "SELECT %s FROM pragma_table_info ('%s') c LEFT JOIN"
               " pragma_foreign_key_list ('%s') k ON k.\"from\" = c.name"
               " WHERE c.\"notnull\" AND c.dflt_value IS NULL AND c.pk = 0"
               " AND c.name NOT IN (SELECT name FROM pragma_index_info ('%s'))",
               names ? "c.name"
                     : "CASE WHEN k.\"table\" IS NOT NULL THEN"
                       " format ('(SELECT min (id) FROM %s)', k.\"table\")"
                       " WHEN c.type = 'TEXT' THEN '''''' ELSE '0' END",
               table, table, index),
      ", ");
}

/* Makes skeletons of the rows that were not reached.  TRUE when each is there now. */
static gboolean
carry_index (const Passage *table, const char *index)
{
  sqlite3         *to = table->salvage->to;
  g_autofree char *columns =
      joined (prepare (to, "SELECT name FROM pragma_index_info ('%s')", index), ", ");
  g_autofree char *places =
      joined (prepare (to, "SELECT '?' || (seqno + 2) FROM pragma_index_info ('%s')",
                       index),
              ", ");
  g_autofree char *settings = joined (
      prepare (to,
               "SELECT name || ' = excluded.' || name FROM pragma_index_info ('%s')",
               index),
      ", ");
  g_autofree char *more = fillers (to, table->name, index, TRUE);
  g_autofree char *filling = fillers (to, table->name, index, FALSE);
  Passage          passage = { .salvage = table->salvage };
  gint64           last;
  gboolean         is_whole;

  passage.insertion = prepare (
      to,
      "INSERT INTO %s (rowid, %s%s%s) VALUES (?1, %s%s%s) ON CONFLICT DO UPDATE SET %s"
      " WHERE rowid > %" G_GINT64_FORMAT " AND rowid < %" G_GINT64_FORMAT,
      table->name, columns, *more ? ", " : "", more, places, *more ? ", " : "", filling,
      settings, table->first, table->last);
  is_whole =
      carry (&passage,
             prepare (table->salvage->from, "SELECT 0, rowid, %s FROM %s INDEXED BY %s",
                      columns, table->name, index),
             &last);
  sqlite3_finalize (passage.insertion);
  return is_whole;
}

static gboolean
carry_indexes (const Passage *self)
{
  g_autofree char *names =
      joined (prepare (self->salvage->to,
                       "SELECT name FROM pragma_index_list ('%s') WHERE NOT partial",
                       self->name),
              " ");
  g_auto (GStrv) indexes = g_strsplit (names, " ", -1);
  gboolean is_whole = FALSE;

  for (char **index = indexes; *index != NULL && **index != '\0'; index++)
    is_whole = carry_index (self, *index) || is_whole;
  return is_whole;
}

/* Fills in the skeletons that can be read one by one; how many cannot. */
static guint
carry_singly (Passage *self)
{
  sqlite3_stmt *skeletons =
      prepare (self->salvage->to,
               "SELECT rowid FROM %s WHERE rowid > %" G_GINT64_FORMAT
               " AND rowid < %" G_GINT64_FORMAT,
               self->name, self->first, self->last);
  guint left = 0;

  while (sqlite3_step (skeletons) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (skeletons, 0);
      gint64 found = id - 1;

      carry (self,
             prepare (self->salvage->from,
                      "SELECT rowid, %s FROM %s NOT INDEXED WHERE rowid"
                      " = %" G_GINT64_FORMAT,
                      self->columns, self->name, id),
             &found);
      left += found != id;
    }
  sqlite3_finalize (skeletons);
  return left;
}

/* What the scans did not reach. */
static void
carry_rest (Passage *self, gboolean is_numbered)
{
  const char *title = title_of_table (self->name);
  gboolean    is_whole = is_numbered && carry_indexes (self);
  guint       left = is_numbered ? carry_singly (self) : 0;

  if (left > 0)
    note (self->salvage, "%s：有 %u 行只知道位置，文字读不出", title, left);
  if (!is_whole)
    note (self->salvage, "%s：只读出 %" G_GINT64_FORMAT " 行，还有多少不知道", title,
          number (prepare (self->salvage->to, "SELECT count(*) FROM %s", self->name)));
}

static void
carry_table (Salvage *self, const char *name, gboolean is_numbered)
{
  g_autofree char *columns = column_names (self->to, name, "1");
  g_autofree char *places = joined (
      prepare (self->to,
               "SELECT '?' || row_number() OVER () FROM pragma_table_info ('%s')",
               name),
      ", ");
  g_autofree char *keys = column_names (self->to, name, "pk > 0");
  Passage          passage = { .salvage = self, .name = name, .columns = columns };

  passage.insertion = prepare (self->to, "INSERT OR REPLACE INTO %s (%s) VALUES (%s)",
                               name, columns, places);
  if (!(is_numbered ? carry_numbered (&passage) : carry_keyed (&passage, keys)))
    carry_rest (&passage, is_numbered);
  sqlite3_finalize (passage.insertion);
}

/* Where a reference leads nowhere, it is dropped if it may be blank, else its row. */
static int
drop_orphans (Salvage *self, const char *table)
{
  sqlite3_stmt *keys = prepare (
      self->to,
      "SELECT k.\"from\", k.\"table\","
      " (SELECT name FROM pragma_table_info (k.\"table\") WHERE pk = 1), c.\"notnull\""
      " FROM pragma_foreign_key_list ('%s') k"
      " JOIN pragma_table_info ('%s') c ON c.name = k.\"from\"",
      table, table);
  int dropped = 0;

  while (sqlite3_step (keys) == SQLITE_ROW)
    {
      const char      *column = (const char *) sqlite3_column_text (keys, 0);
      gboolean         is_required = sqlite3_column_int (keys, 3) != 0;
      g_autofree char *what =
          is_required ? g_strdup_printf ("DELETE FROM %s", table)
                      : g_strdup_printf ("UPDATE %s SET %s = NULL", table, column);
      sqlite3_stmt *q =
          prepare (self->to,
                   "%s WHERE %s IS NOT NULL AND %s NOT IN (SELECT %s FROM %s)", what,
                   column, column, (const char *) sqlite3_column_text (keys, 2),
                   (const char *) sqlite3_column_text (keys, 1));

      if (sqlite3_step (q) == SQLITE_DONE && sqlite3_changes (self->to) > 0)
        {
          dropped += sqlite3_changes (self->to);
          if (is_required)
            note (self, "%s：去掉 %d 行，它们所属的%s不在", title_of_table (table),
                  sqlite3_changes (self->to),
                  title_of_table ((const char *) sqlite3_column_text (keys, 1)));
        }
      sqlite3_finalize (q);
    }
  sqlite3_finalize (keys);
  return dropped;
}

/* Ids that were given out must not be given to other rows: history names them. */
static void
keep_sequences (Salvage *self)
{
  static const char *const sql[] = {
    "UPDATE sqlite_sequence SET seq = ?2 WHERE name = ?1 AND seq < ?2",
    "INSERT INTO sqlite_sequence SELECT ?1, ?2"
    " WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?1)",
  };
  sqlite3_stmt *q = prepare (self->from, "SELECT name, seq FROM sqlite_sequence");

  while (q != NULL && sqlite3_step (q) == SQLITE_ROW)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (sql); i++)
        {
          sqlite3_stmt *set = prepare (self->to, "%s", sql[i]);

          sqlite3_bind_value (set, 1, sqlite3_column_value (q, 0));
          sqlite3_bind_value (set, 2, sqlite3_column_value (q, 1));
          sqlite3_step (set);
          sqlite3_finalize (set);
        }
    }
  sqlite3_finalize (q);
}

static void
carry_all (Salvage *self)
{
  sqlite3_stmt *tables = prepare (self->to, "%s", copied_tables);
  int           dropped;

  while (sqlite3_step (tables) == SQLITE_ROW)
    carry_table (self, (const char *) sqlite3_column_text (tables, 0),
                 sqlite3_column_int (tables, 1));
  do
    {
      dropped = 0;
      sqlite3_reset (tables);
      while (sqlite3_step (tables) == SQLITE_ROW)
        dropped += drop_orphans (self, (const char *) sqlite3_column_text (tables, 0));
    }
  while (dropped > 0);
  sqlite3_finalize (tables);
  keep_sequences (self);
}

static sqlite3 *
handle (Db *db)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (db, "SELECT 1", NULL);

  return sqlite3_db_handle (q);
}

/* Rows are put over as they are: no trigger may add to history or to the queue, and
 * what a row refers to may follow it.  */
static gboolean
write_rows (Db *from, Db *to, GPtrArray *notes, GError **error)
{
  g_auto (DbTxn) txn = { NULL };
  Salvage self = { handle (from), handle (to), notes };

  sqlite3_db_config (self.to, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (self.to, SQLITE_DBCONFIG_ENABLE_FKEY, 0, NULL);
  if (!db_txn_begin (&txn, to, error))
    return FALSE;
  carry_all (&self);
  return db_txn_commit (&txn, error);
}

/* The damaged file as far as it can be asked anything: where its schema cannot be read,
 * or is not ours, by a copy at part that has ours.  */
static Db *
open_source (const char *damaged, Db *fresh, const char *part, GError **error)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (Db) db = db_open_damaged (damaged, NULL);

  if (db != NULL && upgrade_check_schema (handle (db), NULL))
    return g_steal_pointer (&db);
  if (transplant_schema (damaged, fresh, part, &failed))
    return db_open_damaged (part, error);
  if (failed == NULL && db != NULL)
    return g_steal_pointer (&db);
  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  else
    g_set_error (error, DB_ERROR_DOMAIN, DB_DAMAGED,
                 "%s：内部结构已毁，读不出任何内容，请从备份恢复", damaged);
  return NULL;
}

/* Fills the fresh file. */
static gboolean
fill (const char *damaged, Db *fresh, GPtrArray *notes, GError **error)
{
  g_autofree char *part = g_strconcat (db_get_path (fresh), ".part", NULL);
  g_autoptr (Db) from = open_source (damaged, fresh, part, error);
  gboolean done = from != NULL && write_rows (from, fresh, notes, error);

  g_unlink (part);
  return done;
}

gboolean
salvage_write (const char *damaged, const char *copy, GPtrArray **notes, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (Db) to = NULL;

  if (g_file_test (copy, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, DB_ERROR_DOMAIN, DB_REFUSED,
                   "%s：已有这个文件，没有覆盖；请先把它移走", copy);
      return FALSE;
    }
  to = db_open (copy, DB_OPEN_CREATE, error);
  if (to == NULL)
    return FALSE;
  if (!fill (damaged, to, lines, error))
    {
      g_clear_pointer (&to, db_close);
      g_unlink (copy);
      return FALSE;
    }
  *notes = g_steal_pointer (&lines);
  return TRUE;
}
