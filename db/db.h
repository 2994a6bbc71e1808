/* db/db.h — an open record file and the few verbs used on it.
 *
 * Everything in db/ speaks plain C, GLib and SQLite, and nothing outside it
 * speaks SQL.  A function that can fail takes a GError** last and returns
 * FALSE, NULL or DB_ERROR; the message is one line that says what and what
 * to do, fit to be shown.
 */

#pragma once

#include <glib.h>
#include <sqlite3.h>

/* What went wrong, as far as a caller can do something about it. */
typedef enum {
  DB_FAILED,    /* anything else: the message says what */
  DB_MISSING,   /* there is no such file, or no such thing in it */
  DB_NOT_OURS,  /* a file, but not a record file */
  DB_ALTERED,   /* a record file whose schema is not as it was made */
  DB_DAMAGED,   /* a record file whose pages are broken */
  DB_TOO_NEW,   /* made by a later version of this program */
  DB_READ_ONLY, /* the file or its folder cannot be written */
  DB_BUSY,      /* another program holds the file */
  DB_REFUSED,   /* a constraint said no */
} DbErrorCode;

#define DB_ERROR_DOMAIN (db_error_quark ())
GQuark db_error_quark (void);

/* What SQLite says of its last call, for the user. */
void db_set_error (GError **error, sqlite3 *sqlite);

/* A number that there is none of. */
#define DB_NULL G_MININT64

typedef enum { DB_ROW, DB_DONE, DB_ERROR } DbStep;

typedef enum {
  DB_OPEN_READ,   /* must exist; nothing is written */
  DB_OPEN_WRITE,  /* must exist; an older file is upgraded */
  DB_OPEN_CREATE, /* made when missing */
} DbOpenMode;

typedef struct _Db Db;

/* path ":memory:" is a fresh file that lives in memory.  A foreign, newer,
 * damaged or tampered file is refused and left as it was.  */
Db  *db_open (const char *path, DbOpenMode mode, GError **error);
void db_close (Db *db);

/* A damaged file as it is, to save from it what can be read: nothing of it is checked,
 * and nothing is written.  */
Db *db_open_damaged (const char *path, GError **error);

const char *db_get_path (Db *db);
gboolean    db_is_read_only (Db *db);

/* For a connection beside another one of this program, in a thread of its own.  What it
 * writes stays in memory until it is committed, as others read meanwhile; while it does
 * not write, what it is asked ends with G_IO_ERROR_CANCELLED as soon as another
 * connection waits for the file, and once *stop is not zero, which another thread may
 * make it.  stop must outlive that; NULL: only the former.  */
void db_make_way (Db *db, const gint *stop);

/* Prepare once, bind by name, step.  An unknown parameter or a wrong SQL
 * text is a bug in this program and aborts.  Bound text must outlive the
 * statement's next step; NULL binds NULL.  What is read is valid UTF-8, whatever the
 * file holds; NULL is NULL.  */
sqlite3_stmt *db_prepare (Db *db, const char *sql, GError **error);

/* The same, reset and kept until the file is closed: for a text that takes longer to
 * prepare than to run.  sql is static; the statement is not to be finalized, and one
 * who steps it steps it to its end.  */
sqlite3_stmt *db_prepare_kept (Db *db, const char *sql, GError **error);

void     db_bind_int (sqlite3_stmt *q, const char *name, gint64 value);
void     db_bind_null (sqlite3_stmt *q, const char *name);
void     db_bind_text (sqlite3_stmt *q, const char *name, const char *text);
void     db_bind_bytes (sqlite3_stmt *q, const char *name, GBytes *bytes);
DbStep   db_step (sqlite3_stmt *q, GError **error);
gboolean db_run (sqlite3_stmt *q, GError **error); /* step to the end, reset */

/* Runs q for each of the ids, gint64, with the name bound to it. */
gboolean    db_run_each (sqlite3_stmt *q, const char *name, const GArray *ids,
                         GError **error);
gboolean    db_exec (Db *db, const char *sql, GError **error);
const char *db_column_text (sqlite3_stmt *q, int column); /* borrowed */
gint64      db_column_int (sqlite3_stmt *q, int column);  /* DB_NULL: none */
gint64      db_last_id (Db *db);

/* Steps to the end: the first column of all rows, gint64.  NULL with an error. */
GArray *db_collect (sqlite3_stmt *q, GError **error);

/* How many rows were written through this connection: whether something changed. */
gint64 db_count_changes (Db *db);

/* Whether every row refers to one that is there.  Where the keys are deferred to the
 * end of a transaction, it cannot be committed before they hold.  */
gboolean db_keys_hold (Db *db);

/* Scope of one all-or-nothing change.  Leaving the scope without
 * db_txn_commit() rolls back; scopes nest.  */
typedef struct {
  Db *db;
} DbTxn;

gboolean db_txn_begin (DbTxn *txn, Db *db, GError **error);
gboolean db_txn_commit (DbTxn *txn, GError **error);
void     db_txn_clear (DbTxn *txn);
gboolean db_txn_is_nested (const DbTxn *txn);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Db, db_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DbTxn, db_txn_clear)
