/* db/db.c — an open record file: opening and hardening, transactions. */

#include "db/db.h"
#include "db/header.h"
#include "db/upgrade.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

struct _Db {
  sqlite3    *sqlite;
  char       *path;
  gboolean    read_only;
  gboolean    is_counted; /* among the files that are open */
  int         depth;      /* of nested DbTxn */
  const gint *stop;       /* of db_make_way() */
  GHashTable *kept;       /* SQL text → sqlite3_stmt */
};

G_DEFINE_QUARK (db_error, db_error)

/* Below this size every opening checks all pages (10 ms a megabyte); a larger
 * file is checked as it is read.  */
#define QUICK_CHECK_LIMIT (8 * 1024 * 1024)

/* So many steps of a statement are taken before it looks whether it is to stop: less
 * than a millisecond.  */
#define STOP_INTERVAL 10000

/* Until when some connection of this program wants a file, in microseconds; the
 * monotonic time.  A pause of one that makes way is longer than one of who waits.  */
static gint64 wanted_until;

#define PATIENCE 2000 /* milliseconds that a file may be busy */
#define PAUSE    2

static int
wait_cb (void *data, int times)
{
  if (times * PAUSE >= PATIENCE)
    return 0;
  __atomic_store_n (&wanted_until, g_get_monotonic_time () + 5 * PAUSE * 1000,
                    __ATOMIC_RELAXED);
  g_usleep (PAUSE * 1000);
  return 1;
}

/* Nothing that stands in a file may make the program do more than read and
 * write records: see https://www.sqlite.org/security.html.  */
static void
harden (sqlite3 *sqlite)
{
  static const struct {
    int option, value;
  } options[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },      { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_DQS_DDL, 0 },        { SQLITE_DBCONFIG_DQS_DML, 0 },
    { SQLITE_DBCONFIG_ENABLE_FKEY, 1 },    { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
    { SQLITE_DBCONFIG_ENABLE_TRIGGER, 1 }, { SQLITE_DBCONFIG_ENABLE_VIEW, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    sqlite3_db_config (sqlite, options[i].option, options[i].value, NULL);
  sqlite3_limit (sqlite, SQLITE_LIMIT_LENGTH, 256 * 1024 * 1024);
  sqlite3_limit (sqlite, SQLITE_LIMIT_TRIGGER_DEPTH, 8);
  sqlite3_limit (sqlite, SQLITE_LIMIT_ATTACHED, 1);
  sqlite3_busy_handler (sqlite, wait_cb, NULL);
}

static gboolean
exec (sqlite3 *sqlite, const char *sql, GError **error)
{
  if (sqlite3_exec (sqlite, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  db_set_error (error, sqlite);
  return FALSE;
}

static sqlite3 *
open_sqlite (const char *path, int flags, GError **error)
{
  sqlite3 *sqlite = NULL;

  /* Only before the first opening; to count memory under a lock takes a sixth of the
   * time of preparing a statement.  */
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  if (sqlite3_open_v2 (path, &sqlite, flags | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
    {
      db_set_error (error, sqlite);
      sqlite3_close (sqlite);
      return NULL;
    }
  harden (sqlite);
  if (!exec (sqlite,
             "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;"
             "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL;",
             error))
    {
      sqlite3_close (sqlite);
      return NULL;
    }
  return sqlite;
}

static gboolean
check_pages (sqlite3 *sqlite, GError **error)
{
  g_autoptr (sqlite3_stmt) size = NULL;
  g_autoptr (sqlite3_stmt) check = NULL;
  int result;

  sqlite3_prepare_v2 (sqlite,
                      "SELECT page_count * page_size"
                      " FROM pragma_page_count, pragma_page_size",
                      -1, &size, NULL);
  if (sqlite3_step (size) != SQLITE_ROW)
    {
      db_set_error (error, sqlite);
      return FALSE;
    }
  if (sqlite3_column_int64 (size, 0) > QUICK_CHECK_LIMIT)
    return TRUE;
  sqlite3_prepare_v2 (sqlite, "PRAGMA quick_check (1)", -1, &check, NULL);
  result = sqlite3_step (check);
  if (result == SQLITE_ROW &&
      g_strcmp0 ((const char *) sqlite3_column_text (check, 0), "ok") == 0)
    return TRUE;
  if (result == SQLITE_BUSY)
    db_set_error (error, sqlite);
  else
    {
      g_autofree char *what =
          g_strdup (result == SQLITE_ROW ? (const char *) sqlite3_column_text (check, 0)
                                         : sqlite3_errmsg (sqlite));

      g_set_error (error, DB_ERROR_DOMAIN, DB_DAMAGED, "文件已损坏（%s），请从备份恢复",
                   g_strdelimit (what, "\n", ' '));
    }
  return FALSE;
}

/* The files that this program has open, as often as it has: path → GUINT. */
static GHashTable *open_files;
static GMutex      open_files_mutex;

/* Whether it is open, after one more connection, or less; by 0: as it is. */
static gboolean
count_open (const char *path, int by)
{
  guint n;

  g_mutex_lock (&open_files_mutex);
  if (open_files == NULL)
    open_files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  n = GPOINTER_TO_UINT (g_hash_table_lookup (open_files, path)) + (guint) by;
  if (by != 0 && n > 0)
    g_hash_table_insert (open_files, g_strdup (path), GUINT_TO_POINTER (n));
  else if (by != 0)
    g_hash_table_remove (open_files, path);
  g_mutex_unlock (&open_files_mutex);
  return n > 0;
}

/* A file that is there: trusted only when its pages are whole and its schema is
 * word for word ours, as a planted trigger shows in nothing else.  The pages of one
 * that is open already were looked at then.  */
static sqlite3 *
open_existing (const char *path, gboolean write, GError **error)
{
  int      version;
  sqlite3 *sqlite;

  if (!header_check (path, &version, error))
    return NULL;
  if (version < UPGRADE_VERSION && !write)
    {
      g_set_error (error, DB_ERROR_DOMAIN, DB_READ_ONLY,
                   "%s：由旧版本的程序建立，须先以可写方式打开一次以升级", path);
      return NULL;
    }
  sqlite =
      open_sqlite (path, write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY, error);
  if (sqlite == NULL || (write && sqlite3_db_readonly (sqlite, "main") == 1))
    {
      if (sqlite != NULL)
        g_set_error_literal (error, DB_ERROR_DOMAIN, DB_READ_ONLY,
                             "文件不可写，请检查权限或另存到别处");
    }
  else if ((count_open (path, 0) || check_pages (sqlite, error)) &&
           (version == UPGRADE_VERSION
                ? upgrade_check_schema (sqlite, error)
                : upgrade_run (sqlite, version, upgrade_steps, error)))
    return sqlite;

  g_prefix_error (error, "%s：", path);
  sqlite3_close (sqlite);
  return NULL;
}

static sqlite3 *
create (const char *path, GError **error)
{
  sqlite3 *sqlite =
      open_sqlite (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);

  if (sqlite != NULL && upgrade_create (sqlite, error))
    return sqlite;
  g_prefix_error (error, "%s：", path);
  if (sqlite != NULL)
    {
      sqlite3_close (sqlite);
      g_unlink (path);
    }
  return NULL;
}

static Db *
wrap (sqlite3 *sqlite, const char *path, gboolean read_only)
{
  Db *db = g_new0 (Db, 1);

  db->sqlite = sqlite;
  db->path = g_strdup (path);
  db->read_only = read_only;
  return db;
}

Db *
db_open (const char *path, DbOpenMode mode, GError **error)
{
  gboolean fresh = strcmp (path, ":memory:") == 0 ||
                   (mode == DB_OPEN_CREATE && !g_file_test (path, G_FILE_TEST_EXISTS));
  sqlite3 *sqlite =
      fresh ? create (path, error) : open_existing (path, mode != DB_OPEN_READ, error);
  Db *db = sqlite != NULL ? wrap (sqlite, path, mode == DB_OPEN_READ) : NULL;

  if (db != NULL)
    db->is_counted = count_open (path, 1);
  return db;
}

Db *
db_open_damaged (const char *path, GError **error)
{
  sqlite3 *sqlite = open_sqlite (path, SQLITE_OPEN_READONLY, error);

  return sqlite != NULL ? wrap (sqlite, path, TRUE) : NULL;
}

void
db_close (Db *db)
{
  if (db == NULL)
    return;
  g_clear_pointer (&db->kept, g_hash_table_unref);
  if (sqlite3_close (db->sqlite) != SQLITE_OK)
    g_error ("record file closed while a statement is open");
  if (db->is_counted)
    count_open (db->path, -1);
  g_free (db->path);
  g_free (db);
}

const char *
db_get_path (Db *db)
{
  return db->path;
}

gboolean
db_is_read_only (Db *db)
{
  return db->read_only;
}

static gboolean
is_wanted (void)
{
  return g_get_monotonic_time () < __atomic_load_n (&wanted_until, __ATOMIC_RELAXED);
}

static int
is_to_end (void *data)
{
  Db *db = data;

  return (db->stop != NULL && g_atomic_int_get (db->stop)) ||
         (is_wanted () && sqlite3_txn_state (db->sqlite, NULL) < SQLITE_TXN_WRITE);
}

void
db_make_way (Db *db, const gint *stop)
{
  db->stop = stop;
  sqlite3_exec (db->sqlite, "PRAGMA cache_spill = OFF", NULL, NULL, NULL);
  sqlite3_busy_timeout (db->sqlite, PATIENCE); /* it does not ask others to make way */
  sqlite3_progress_handler (db->sqlite, STOP_INTERVAL, is_to_end, db);
}

sqlite3_stmt *
db_prepare (Db *db, const char *sql, GError **error)
{
  sqlite3_stmt *q = NULL;
  int           result = sqlite3_prepare_v2 (db->sqlite, sql, -1, &q, NULL);

  if (result == SQLITE_ERROR)
    g_error ("%s in: %s", sqlite3_errmsg (db->sqlite), sql);
  if (result != SQLITE_OK)
    db_set_error (error, db->sqlite);
  return q;
}

static void
finalize (gpointer statement)
{
  sqlite3_finalize (statement);
}

sqlite3_stmt *
db_prepare_kept (Db *db, const char *sql, GError **error)
{
  sqlite3_stmt *q;

  if (db->kept == NULL)
    db->kept = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, finalize);
  q = g_hash_table_lookup (db->kept, sql);
  if (q == NULL && (q = db_prepare (db, sql, error)) != NULL)
    g_hash_table_insert (db->kept, (gpointer) sql, q);
  sqlite3_reset (q);
  return q;
}

gboolean
db_exec (Db *db, const char *sql, GError **error)
{
  return exec (db->sqlite, sql, error);
}

gboolean
db_keys_hold (Db *db)
{
  int now, highest;

  sqlite3_db_status (db->sqlite, SQLITE_DBSTATUS_DEFERRED_FKS, &now, &highest, 0);
  return now == 0;
}

gint64
db_last_id (Db *db)
{
  return sqlite3_last_insert_rowid (db->sqlite);
}

gint64
db_count_changes (Db *db)
{
  return sqlite3_total_changes64 (db->sqlite);
}

gboolean
db_txn_begin (DbTxn *txn, Db *db, GError **error)
{
  if (!exec (db->sqlite, db->depth == 0 ? "BEGIN IMMEDIATE" : "SAVEPOINT txn", error))
    return FALSE;
  db->depth++;
  txn->db = db;
  return TRUE;
}

/* A commit that fails (disk full) leaves the transaction open: the scope's end
 * then rolls it back.  */
gboolean
db_txn_commit (DbTxn *txn, GError **error)
{
  Db *db = txn->db;

  if (!exec (db->sqlite, db->depth == 1 ? "COMMIT" : "RELEASE txn", error))
    return FALSE;
  db->depth--;
  txn->db = NULL;
  return TRUE;
}

void
db_txn_clear (DbTxn *txn)
{
  Db *db = g_steal_pointer (&txn->db);

  if (db == NULL)
    return;
  db->depth--;
  exec (db->sqlite, db->depth == 0 ? "ROLLBACK" : "ROLLBACK TO txn; RELEASE txn", NULL);
}

gboolean
db_txn_is_nested (const DbTxn *txn)
{
  return txn->db->depth > 1;
}
