/* tests/test-salvage.c — what can be read of a damaged file comes into a new one, and a
 * copy of a whole file is whole.
 */

#include "app/reading/reading.h"
#include "db/backup.h"
#include "db/damage.h"
#include "db/salvage.h"
#include "tests/suite.h"
#include "tests/written.h"

#include <glib/gstdio.h>
#include <string.h>

#define PROJECTS 60

static char *folder;
static char *path;
static char *copy;

static Db *
open_file (const char *name)
{
  g_autoptr (GError) error = NULL;
  Db *db = db_open (name, DB_OPEN_CREATE, &error);

  ck_assert_msg (db != NULL, "%s", error ? error->message : "");
  return db;
}

static void
set_up (void)
{
  g_autoptr (Import) text = written_import (2024, PROJECTS, 1);
  g_autoptr (Db) db = NULL;

  folder = g_dir_make_tmp ("jixiao-XXXXXX", NULL);
  path = g_build_filename (folder, "records.jixiao", NULL);
  copy = g_build_filename (folder, "copy.jixiao", NULL);
  db = open_file (path);
  ck_assert (import_store (text, db, FALSE, NULL));
}

static void
tear_down (void)
{
  g_unlink (copy);
  g_unlink (path);
  g_rmdir (folder); /* fails when something was left beside the files */
  ck_assert (!g_file_test (folder, G_FILE_TEST_EXISTS));
  g_free (copy);
  g_free (path);
  g_free (folder);
}

static gint64
number (Db *db, const char *sql)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (db, sql, NULL);

  ck_assert_int_eq (db_step (q, NULL), DB_ROW);
  return sqlite3_column_int64 (q, 0);
}

static char *
digest (const char *name)
{
  g_autofree char *data = NULL;
  gsize            size;

  ck_assert (g_file_get_contents (name, &data, &size, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) data, size);
}

static void
assert_whole (Db *db)
{
  g_autoptr (GPtrArray) pages = damage_of_pages (db, NULL);
  g_autoptr (GPtrArray) keys = damage_of_keys (db, NULL);

  ck_assert_uint_eq (pages->len, 0);
  ck_assert_uint_eq (keys->len, 0);
}

/* Spoils a page of a table: the one after its root that begins with a leaf of it. */
static void
spoil (const char *table, int place)
{
  g_autoptr (Db) db = db_open (path, DB_OPEN_READ, NULL);
  g_autofree char *sql = g_strdup_printf (
      "SELECT (pageno - 1) * pgsize FROM dbstat WHERE name = '%s' AND pagetype = 'leaf'"
      " ORDER BY path LIMIT 1 OFFSET %d",
      table, place);
  gint64           offset = number (db, sql);
  g_autofree char *data = NULL;
  gsize            size;

  g_clear_pointer (&db, db_close);
  ck_assert (g_file_get_contents (path, &data, &size, NULL));
  memset (data + offset, 0xee, 1024);
  ck_assert (g_file_set_contents (path, data, (gssize) size, NULL));
}

/* Saves the file; lends what was noted to the test, which frees it. */
static Db *
salvage (GPtrArray **notes)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = digest (path);
  g_autofree char *after = NULL;

  ck_assert_msg (salvage_write (path, copy, notes, &error), "%s",
                 error ? error->message : "");
  after = digest (path);
  ck_assert_str_eq (before, after);
  return open_file (copy);
}

START_TEST (a_whole_file_is_saved_whole)
{
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (Db) from = open_file (path);
  g_autoptr (Db) to = salvage (&notes);
  g_autofree char *before = written_hash (from);
  g_autofree char *after = written_hash (to);

  ck_assert_uint_eq (notes->len, 0);
  ck_assert_str_eq (before, after);
  ck_assert_int_eq (number (to, "SELECT count(*) FROM history"),
                    number (from, "SELECT count(*) FROM history"));
  ck_assert_int_eq (number (to, "SELECT count(*) FROM provenance"), 1);
  assert_whole (to);
}
END_TEST

static const struct {
  const char *table;
  int         place;
} spoilt[] = {
  { "indicator", 0 }, { "indicator", 2 }, { "project", 1 },
  { "document", 0 },  { "goal", 0 },      { "department", 0 },
  { "source", 0 },    { "form", 0 },      { "provenance", 0 },
};

START_TEST (rows_beside_a_broken_page_are_saved)
{
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (Db) to = NULL;

  spoil (spoilt[_i].table, spoilt[_i].place);
  to = salvage (&notes);
  assert_whole (to);
  ck_assert_uint_ge (notes->len, 1);
  /* The indexes know of every row. */
  ck_assert_int_eq (number (to, "SELECT count(*) FROM project"), PROJECTS + 1);
  ck_assert_int_eq (number (to, "SELECT count(*) FROM indicator"), 6 * (PROJECTS + 1));
  ck_assert_int_gt (number (to, "SELECT count(*) FROM project WHERE name <> ''"),
                    PROJECTS / 2);
  ck_assert_int_eq (number (to, "SELECT max(ordinal) FROM project"), PROJECTS);
  ck_assert (reading_forget_all (to, NULL) && reading_refresh (to, NULL));
  ck_assert_int_eq (number (to, "SELECT count(*) FROM project_reading"), PROJECTS + 1);
}
END_TEST

START_TEST (a_broken_index_costs_nothing)
{
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (Db) to = NULL;

  spoil ("indicator_by_project", 0);
  to = salvage (&notes);
  assert_whole (to);
  ck_assert_uint_eq (notes->len, 0);
  ck_assert_int_eq (number (to, "SELECT count(*) FROM indicator WHERE name <> ''"),
                    6 * (PROJECTS + 1));
}
END_TEST

START_TEST (a_broken_or_altered_schema_costs_nothing)
{
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (Db) from = open_file (path);
  g_autoptr (Db) to = NULL;
  g_autofree char *before = written_hash (from);
  g_autofree char *after = NULL;

  ck_assert (_i == 0 || db_exec (from, "CREATE TABLE planted (x)", NULL));
  g_clear_pointer (&from, db_close);
  if (_i == 0)
    spoil ("sqlite_schema", 9);
  to = salvage (&notes);
  assert_whole (to);
  ck_assert_uint_eq (notes->len, 0);
  after = written_hash (to);
  ck_assert_str_eq (before, after);
}
END_TEST

START_TEST (a_file_of_another_make_is_refused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = NULL;

  ck_assert (g_file_set_contents (path, "not a record file", -1, NULL));
  ck_assert (!salvage_write (path, copy, &notes, &error));
  ck_assert_msg (strstr (error->message, "读不出任何内容") != NULL, "%s",
                 error->message);
  ck_assert (!g_file_test (copy, G_FILE_TEST_EXISTS));
}
END_TEST

START_TEST (rows_without_what_they_belong_to_are_left_out)
{
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (Db) from = open_file (path);
  g_autoptr (Db) to = NULL;

  ck_assert (db_exec (from,
                      "PRAGMA foreign_keys = OFF; DELETE FROM project WHERE id = 2;",
                      NULL));
  to = salvage (&notes);
  assert_whole (to);
  ck_assert_int_eq (number (to, "SELECT count(*) FROM indicator"), 6 * PROJECTS);
  ck_assert_uint_eq (notes->len, 4); /* fundings, points, goals, indicators */
}
END_TEST

START_TEST (ids_that_were_used_stay_used)
{
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (Db) from = open_file (path);
  g_autoptr (Db) to = NULL;

  ck_assert (db_exec (from, "DELETE FROM document", NULL));
  to = salvage (&notes);
  ck_assert (
      db_exec (to, "INSERT INTO document (department_id, form_id) VALUES (1, 'zunhua')",
               NULL));
  ck_assert_int_eq (db_last_id (to), 2);
}
END_TEST

START_TEST (nothing_is_overwritten)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = NULL;

  ck_assert (g_file_set_contents (copy, "mine", -1, NULL));
  ck_assert (!salvage_write (path, copy, &notes, &error));
  ck_assert (g_error_matches (error, DB_ERROR_DOMAIN, DB_REFUSED));
}
END_TEST

START_TEST (a_backup_holds_all_and_is_not_overwritten_unasked)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Db) from = db_open (path, DB_OPEN_READ, NULL);
  g_autoptr (Db) to = NULL;
  g_autofree char *before = written_hash (from);
  g_autofree char *after = NULL;

  ck_assert_msg (backup_write (from, copy, FALSE, &error), "%s",
                 error ? error->message : "");
  ck_assert (!backup_write (from, copy, FALSE, &error));
  ck_assert_msg (strstr (error->message, "--force") != NULL, "%s", error->message);
  ck_assert (backup_write (from, copy, TRUE, NULL));
  to = open_file (copy);
  after = written_hash (to);
  ck_assert_str_eq (before, after);
}
END_TEST

START_TEST (a_file_is_no_backup_of_itself)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Db) from = db_open (path, DB_OPEN_READ, NULL);
  g_autofree char *before = digest (path);
  g_autofree char *after = NULL;

  ck_assert (!backup_write (from, path, TRUE, &error));
  after = digest (path);
  ck_assert_str_eq (before, after);
}
END_TEST

START_TEST (a_backup_that_cannot_be_written_leaves_nothing)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Db) from = db_open (path, DB_OPEN_READ, NULL);
  g_autofree char *nowhere = g_build_filename (folder, "no", "copy.jixiao", NULL);

  ck_assert (!backup_write (from, nowhere, FALSE, &error));
  ck_assert_msg (g_str_has_prefix (error->message, nowhere), "%s", error->message);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("salvage");
  TCase *tcase = tcase_create ("salvage");

  tcase_add_checked_fixture (tcase, set_up, tear_down);
  tcase_add_test (tcase, a_whole_file_is_saved_whole);
  tcase_add_loop_test (tcase, rows_beside_a_broken_page_are_saved, 0,
                       G_N_ELEMENTS (spoilt));
  tcase_add_test (tcase, a_broken_index_costs_nothing);
  tcase_add_loop_test (tcase, a_broken_or_altered_schema_costs_nothing, 0, 2);
  tcase_add_test (tcase, a_file_of_another_make_is_refused);
  tcase_add_test (tcase, rows_without_what_they_belong_to_are_left_out);
  tcase_add_test (tcase, ids_that_were_used_stay_used);
  tcase_add_test (tcase, nothing_is_overwritten);
  tcase_add_test (tcase, a_backup_holds_all_and_is_not_overwritten_unasked);
  tcase_add_test (tcase, a_file_is_no_backup_of_itself);
  tcase_add_test (tcase, a_backup_that_cannot_be_written_leaves_nothing);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
