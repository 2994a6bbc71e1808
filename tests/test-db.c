/* tests/test-db.c — opening, refusing and protecting record files. */

#include "db/db.h"
#include "db/schema-hash.h"
#include "db/upgrade.h"
#include "tests/suite.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static char *folder;
static char *path;

static void
make_folder (void)
{
  folder = g_dir_make_tmp ("jixiao-XXXXXX", NULL);
  path = g_build_filename (folder, "records.jixiao", NULL);
}

static void
remove_folder (void)
{
  g_unlink (path);
  g_rmdir (folder); /* fails when something was left beside the file */
  ck_assert (!g_file_test (folder, G_FILE_TEST_EXISTS));
  g_free (path);
  g_free (folder);
}

static void
create_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Db) db = db_open (path, DB_OPEN_CREATE, &error);

  ck_assert_msg (db != NULL, "%s", error ? error->message : "");
  ck_assert (db_exec (db, "INSERT INTO department (name) VALUES ('甲')", &error));
}

/* Runs SQL past db_open(), as any other tool could. */
static void
tamper (const char *sql)
{
  sqlite3 *sqlite;

  ck_assert_int_eq (sqlite3_open (path, &sqlite), SQLITE_OK);
  ck_assert_int_eq (sqlite3_exec (sqlite, sql, NULL, NULL, NULL), SQLITE_OK);
  sqlite3_close (sqlite);
}

static void
overwrite (gsize offset, const char *bytes, gsize n)
{
  g_autofree char *data = NULL;
  gsize            size;

  ck_assert (g_file_get_contents (path, &data, &size, NULL));
  ck_assert_uint_le (offset + n, size);
  memcpy (data + offset, bytes, n);
  ck_assert (g_file_set_contents (path, data, size, NULL));
}

static char *
digest (void)
{
  g_autofree char *data = NULL;
  gsize            size;

  ck_assert (g_file_get_contents (path, &data, &size, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) data, size);
}

/* Opening must fail with this code, say it in one line and change nothing. */
static void
assert_refused (DbOpenMode mode, int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = digest ();
  g_autofree char *after = NULL;
  Db              *db = db_open (path, mode, &error);

  ck_assert_ptr_null (db);
  ck_assert_msg (g_error_matches (error, DB_ERROR_DOMAIN, code), "%s", error->message);
  ck_assert_ptr_null (strchr (error->message, '\n'));
  ck_assert_ptr_nonnull (strstr (error->message, path));
  after = digest ();
  ck_assert_str_eq (before, after);
}

START_TEST (a_new_file_opens_again_and_leaves_nothing_beside_it)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Db) db = NULL;
  g_autoptr (sqlite3_stmt) q = NULL;

  create_file ();
  db = db_open (path, DB_OPEN_READ, &error);
  ck_assert_msg (db != NULL, "%s", error ? error->message : "");
  q = db_prepare (db, "SELECT name FROM department", &error);
  ck_assert_int_eq (db_step (q, &error), DB_ROW);
  ck_assert_str_eq (db_column_text (q, 0), "甲");
}
END_TEST

START_TEST (a_missing_file_is_named)
{
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (db_open (path, DB_OPEN_WRITE, &error));
  ck_assert (g_error_matches (error, DB_ERROR_DOMAIN, DB_MISSING));
}
END_TEST

static const DbOpenMode modes[] = { DB_OPEN_READ, DB_OPEN_WRITE, DB_OPEN_CREATE };

START_TEST (a_folder_is_said_to_be_one)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *above = g_path_get_dirname (path);

  ck_assert_ptr_null (db_open (above, modes[_i], &error));
  ck_assert (g_error_matches (error, DB_ERROR_DOMAIN, DB_NOT_OURS));
  ck_assert_msg (strstr (error->message, "是文件夹") != NULL, "%s", error->message);
}
END_TEST

static const struct {
  const char *what;
  gsize       offset;
  const char *bytes;
  gsize       n;
  int         code;
} patches[] = {
  { "not SQLite", 0, "PK\003\004", 4, DB_NOT_OURS },
  { "another application", 68, "\0\0\0\0", 4, DB_NOT_OURS },
  { "a later version", 60, "\0\0\0\143", 4, DB_TOO_NEW },
  { "broken pages", 8192, "garbage garbage garbage", 23, DB_DAMAGED },
};

START_TEST (a_patched_file_is_refused_and_unchanged)
{
  create_file ();
  overwrite (patches[_i].offset, patches[_i].bytes, patches[_i].n);
  assert_refused (DB_OPEN_WRITE, patches[_i].code);
  assert_refused (DB_OPEN_READ, patches[_i].code);
  assert_refused (DB_OPEN_CREATE, patches[_i].code);
}
END_TEST

/* Another connection to it, for a thread, comes without waiting for that. */
START_TEST (the_pages_of_a_file_that_is_open_are_not_looked_at_again)
{
  static const char garbage[4096] = "garbage";
  g_autofree char  *data = NULL;
  gsize             size;
  Db               *first, *second;

  create_file ();
  ck_assert (g_file_get_contents (path, &data, &size, NULL));
  first = db_open (path, DB_OPEN_READ, NULL);
  overwrite (size - sizeof garbage, garbage, sizeof garbage);
  second = db_open (path, DB_OPEN_READ, NULL);
  ck_assert_ptr_nonnull (second);
  db_close (second);
  db_close (first);
  assert_refused (DB_OPEN_READ, DB_DAMAGED);
}
END_TEST

static const char *const plants[] = {
  "CREATE TRIGGER evil AFTER UPDATE ON project BEGIN DELETE FROM document; END",
  "CREATE VIEW extra AS SELECT 1",
  "CREATE TABLE extra (x)",
  "DROP TRIGGER project_updated",
};

START_TEST (a_file_with_a_planted_object_is_refused_and_unchanged)
{
  create_file ();
  tamper (plants[_i]);
  assert_refused (DB_OPEN_WRITE, DB_ALTERED);
  assert_refused (DB_OPEN_READ, DB_ALTERED);
}
END_TEST

START_TEST (an_empty_file_is_refused_and_unchanged)
{
  ck_assert (g_file_set_contents (path, "", 0, NULL));
  assert_refused (DB_OPEN_CREATE, DB_NOT_OURS);
}
END_TEST

START_TEST (a_truncated_file_is_refused_and_unchanged)
{
  create_file ();
  ck_assert_int_eq (truncate (path, 20000), 0);
  assert_refused (DB_OPEN_WRITE, DB_DAMAGED);
}
END_TEST

START_TEST (a_locked_file_is_busy)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *other;

  create_file ();
  sqlite3_open (path, &other);
  sqlite3_exec (other, "BEGIN EXCLUSIVE", NULL, NULL, NULL);
  ck_assert_ptr_null (db_open (path, DB_OPEN_WRITE, &error));
  ck_assert_msg (g_error_matches (error, DB_ERROR_DOMAIN, DB_BUSY), "%s",
                 error->message);
  sqlite3_close (other);
}
END_TEST

START_TEST (a_file_opened_to_read_takes_no_change)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Db) db = NULL;

  create_file ();
  db = db_open (path, DB_OPEN_READ, NULL);
  ck_assert (!db_exec (db, "DELETE FROM department", &error));
  ck_assert (g_error_matches (error, DB_ERROR_DOMAIN, DB_READ_ONLY));
}
END_TEST

static int
count (Db *db, const char *sql)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (db, sql, NULL);

  ck_assert_int_eq (db_step (q, NULL), DB_ROW);
  return sqlite3_column_int (q, 0);
}

START_TEST (a_transaction_left_without_commit_rolls_back)
{
  g_autoptr (Db) db = db_open (":memory:", DB_OPEN_CREATE, NULL);
  g_auto (DbTxn) outer = { NULL };

  ck_assert (db_txn_begin (&outer, db, NULL));
  ck_assert (db_exec (db, "INSERT INTO department (name) VALUES ('甲')", NULL));
  {
    g_auto (DbTxn) inner = { NULL };

    ck_assert (db_txn_begin (&inner, db, NULL));
    ck_assert (db_exec (db, "INSERT INTO department (name) VALUES ('乙')", NULL));
  }
  ck_assert_int_eq (count (db, "SELECT count(*) FROM department"), 1);
  ck_assert (db_txn_commit (&outer, NULL));
  ck_assert_int_eq (count (db, "SELECT count(*) FROM department"), 1);
}
END_TEST

START_TEST (a_text_in_another_encoding_is_read_as_valid_utf_8)
{
  g_autoptr (Db) db = db_open (":memory:", DB_OPEN_CREATE, NULL);
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db, "SELECT name FROM (SELECT CAST (x'd6d0e9' AS TEXT) AS name)",
                  NULL);

  ck_assert_int_eq (db_step (q, NULL), DB_ROW);
  ck_assert (g_utf8_validate (db_column_text (q, 0), -1, NULL));
}
END_TEST

START_TEST (the_hardening_is_on)
{
  static const struct {
    const char *pragma;
    const char *value;
  } pragmas[] = {
    { "PRAGMA foreign_keys", "1" },      { "PRAGMA trusted_schema", "0" },
    { "PRAGMA cell_size_check", "1" },   { "PRAGMA synchronous", "2" },
    { "PRAGMA user_version", "1" },      { "PRAGMA application_id", "1247300930" },
    { "PRAGMA journal_mode", "delete" },
  };
  g_autoptr (Db) db = NULL;

  create_file ();
  db = db_open (path, DB_OPEN_WRITE, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (pragmas); i++)
    {
      g_autoptr (sqlite3_stmt) q = db_prepare (db, pragmas[i].pragma, NULL);

      ck_assert_int_eq (db_step (q, NULL), DB_ROW);
      ck_assert_str_eq (db_column_text (q, 0), pragmas[i].value);
    }
  ck_assert (
      !db_exec (db, "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema", NULL));
}
END_TEST

/* An older file: today's schema with one column less, known by its hash. */
static sqlite3 *
make_older (char **hash)
{
  sqlite3 *sqlite;

  create_file ();
  sqlite3_open (path, &sqlite);
  sqlite3_exec (sqlite,
                "DROP TRIGGER department_updated; PRAGMA user_version = 0;"
                "CREATE TABLE later (id INTEGER PRIMARY KEY);",
                NULL, NULL, NULL);
  *hash = schema_hash (sqlite);
  return sqlite;
}

static int
user_version (sqlite3 *sqlite)
{
  sqlite3_stmt *q;
  int           version;

  sqlite3_prepare_v2 (sqlite, "PRAGMA user_version", -1, &q, NULL);
  sqlite3_step (q);
  version = sqlite3_column_int (q, 0);
  sqlite3_finalize (q);
  return version;
}

START_TEST (an_older_file_is_brought_to_the_same_schema_with_its_records)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = NULL;
  g_autoptr (Db) db = NULL;
  sqlite3    *sqlite = make_older (&hash);
  UpgradeStep steps[] = { { -1, hash, "DROP TABLE later" }, { 0, NULL, NULL } };

  ck_assert_msg (upgrade_run (sqlite, -1, steps, &error), "%s",
                 error ? error->message : "");
  ck_assert_int_eq (user_version (sqlite), UPGRADE_VERSION);
  sqlite3_close (sqlite);
  db = db_open (path, DB_OPEN_WRITE, &error);
  ck_assert_msg (db != NULL, "%s", error ? error->message : "");
  ck_assert_int_eq (count (db, "SELECT count(*) FROM department"), 1);
}
END_TEST

START_TEST (a_failing_upgrade_changes_nothing)
{
  static const char *const bad[] = { "DROP TABLE nothing_of_this_name",
                                     "SELECT 1" /* leaves the extra table */ };
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = NULL;
  sqlite3         *sqlite = make_older (&hash);
  g_autofree char *before = digest ();
  g_autofree char *after = NULL;
  UpgradeStep      steps[] = { { -1, hash, bad[_i] }, { 0, NULL, NULL } };

  ck_assert (!upgrade_run (sqlite, -1, steps, &error));
  ck_assert_ptr_nonnull (error);
  sqlite3_close (sqlite);
  after = digest ();
  ck_assert_str_eq (before, after);
}
END_TEST

START_TEST (an_older_file_with_a_planted_trigger_is_refused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = NULL;
  sqlite3         *sqlite = make_older (&hash);
  UpgradeStep      steps[] = { { -1, hash, "DROP TABLE later" }, { 0, NULL, NULL } };

  sqlite3_exec (sqlite, plants[0], NULL, NULL, NULL);
  ck_assert (!upgrade_run (sqlite, -1, steps, &error));
  ck_assert (g_error_matches (error, DB_ERROR_DOMAIN, DB_ALTERED));
  sqlite3_close (sqlite);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("db");
  TCase *tcase = tcase_create ("db");

  tcase_add_checked_fixture (tcase, make_folder, remove_folder);
  tcase_add_test (tcase, a_new_file_opens_again_and_leaves_nothing_beside_it);
  tcase_add_test (tcase, a_missing_file_is_named);
  tcase_add_loop_test (tcase, a_folder_is_said_to_be_one, 0, G_N_ELEMENTS (modes));
  tcase_add_loop_test (tcase, a_patched_file_is_refused_and_unchanged, 0,
                       G_N_ELEMENTS (patches));
  tcase_add_test (tcase, the_pages_of_a_file_that_is_open_are_not_looked_at_again);
  tcase_add_loop_test (tcase, a_file_with_a_planted_object_is_refused_and_unchanged, 0,
                       G_N_ELEMENTS (plants));
  tcase_add_test (tcase, an_empty_file_is_refused_and_unchanged);
  tcase_add_test (tcase, a_truncated_file_is_refused_and_unchanged);
  tcase_add_test (tcase, a_locked_file_is_busy);
  tcase_add_test (tcase, a_file_opened_to_read_takes_no_change);
  tcase_add_test (tcase, a_transaction_left_without_commit_rolls_back);
  tcase_add_test (tcase, a_text_in_another_encoding_is_read_as_valid_utf_8);
  tcase_add_test (tcase, the_hardening_is_on);
  tcase_add_test (tcase, an_older_file_is_brought_to_the_same_schema_with_its_records);
  tcase_add_loop_test (tcase, a_failing_upgrade_changes_nothing, 0, 2);
  tcase_add_test (tcase, an_older_file_with_a_planted_trigger_is_refused);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
