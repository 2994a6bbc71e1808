/* db/db.c — an open record file: opening and hardening, statements, transactions. */

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

static const struct {
  int         result; /* of SQLite: an extended code, or the primary one behind it */
  DbErrorCode code;
  const char *message; /* NULL: what SQLite says */
} refusals[] = {
  { SQLITE_BUSY, DB_BUSY, "文件正被另一个程序使用，请关闭它后再试" },
  { SQLITE_LOCKED, DB_BUSY, "文件正被另一个程序使用，请关闭它后再试" },
  { SQLITE_CONSTRAINT_UNIQUE, DB_REFUSED, "文件里已有相同的一项" },
  { SQLITE_CONSTRAINT_PRIMARYKEY, DB_REFUSED, "文件里已有相同的一项" },
  { SQLITE_CONSTRAINT_FOREIGNKEY, DB_REFUSED, "与它相连的内容不在，或还要用到它" },
  { SQLITE_CONSTRAINT_NOTNULL, DB_REFUSED, "此处不能为空" },
  { SQLITE_CONSTRAINT_CHECK, DB_REFUSED, "此处不能填这个内容" },
  { SQLITE_CONSTRAINT, DB_REFUSED, NULL },
  { SQLITE_NOTADB, DB_NOT_OURS, "不是绩效记录文件" },
  { SQLITE_CORRUPT, DB_DAMAGED, "文件已损坏，请从备份恢复" },
  { SQLITE_READONLY, DB_READ_ONLY, "文件或所在文件夹不可写，请检查权限或另存到别处" },
  { SQLITE_CANTOPEN, DB_READ_ONLY, "文件无法打开，请检查权限" },
  { SQLITE_FULL, DB_FAILED, "磁盘已满，请腾出空间后再试" },
  { SQLITE_IOERR, DB_FAILED, "读写文件出错，请检查磁盘" },
};

/* The one place where an SQLite result code becomes a GError. */
static void
set_error (GError **error, sqlite3 *sqlite)
{
  int         extended = sqlite3_extended_errcode (sqlite);
  int         primary = extended & 0xff;
  DbErrorCode code = DB_FAILED;
  const char *message = NULL;

  if (primary == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "已取消");
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    if (refusals[i].result == extended || refusals[i].result == primary)
      {
        code = refusals[i].code;
        message = refusals[i].message;
        break;
      }
  g_set_error_literal (error, DB_ERROR_DOMAIN, code,
                       message ? message : sqlite3_errmsg (sqlite));
}

/* A name the SQL does not have is a bug in this program, not an error. */
static int
param (sqlite3_stmt *q, const char *name)
{
  int i = sqlite3_bind_parameter_index (q, name);

  if (i == 0)
    g_error ("no parameter %s in: %s", name, sqlite3_sql (q));
  return i;
}

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
  set_error (error, sqlite);
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
      set_error (error, sqlite);
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
      set_error (error, sqlite);
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
    set_error (error, sqlite);
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
    set_error (error, db->sqlite);
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

void
db_bind_int (sqlite3_stmt *q, const char *name, gint64 value)
{
  sqlite3_bind_int64 (q, param (q, name), value);
}

void
db_bind_null (sqlite3_stmt *q, const char *name)
{
  sqlite3_bind_null (q, param (q, name));
}

void
db_bind_text (sqlite3_stmt *q, const char *name, const char *text)
{
  sqlite3_bind_text (q, param (q, name), text, -1, SQLITE_STATIC);
}

void
db_bind_bytes (sqlite3_stmt *q, const char *name, GBytes *bytes)
{
  gsize         size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  sqlite3_bind_blob64 (q, param (q, name), data ? data : "", size, SQLITE_STATIC);
}

DbStep
db_step (sqlite3_stmt *q, GError **error)
{
  switch (sqlite3_step (q))
    {
    case SQLITE_ROW:
      return DB_ROW;
    case SQLITE_DONE:
      sqlite3_reset (q);
      return DB_DONE;
    default:
      set_error (error, sqlite3_db_handle (q));
      sqlite3_reset (q);
      return DB_ERROR;
    }
}

gboolean
db_run (sqlite3_stmt *q, GError **error)
{
  DbStep step;

  do
    step = db_step (q, error);
  while (step == DB_ROW);
  return step == DB_DONE;
}

gboolean
db_exec (Db *db, const char *sql, GError **error)
{
  return exec (db->sqlite, sql, error);
}

GArray *
db_collect (sqlite3_stmt *q, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  DbStep step;

  while ((step = db_step (q, error)) == DB_ROW)
    {
      gint64 id = sqlite3_column_int64 (q, 0);

      g_array_append_val (ids, id);
    }
  return step == DB_DONE ? g_steal_pointer (&ids) : NULL;
}

gint64
db_column_int (sqlite3_stmt *q, int column)
{
  return sqlite3_column_type (q, column) == SQLITE_NULL
             ? DB_NULL
             : sqlite3_column_int64 (q, column);
}

const char *
db_column_text (sqlite3_stmt *q, int column)
{
  const char      *text = (const char *) sqlite3_column_text (q, column);
  g_autofree char *valid = NULL;

  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return text;
  /* Damaged or hostile: rare enough for a text that is never freed. */
  valid = g_utf8_make_valid (text, -1);
  return g_intern_string (valid);
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
