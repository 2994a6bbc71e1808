/* tests/record-file.c — the record file that a suite works on. */

#include "tests/record-file.h"
#include "app/reading/reading.h"
#include "db/finding.h"
#include "tests/folder.h"
#include "tests/rules-cases.h"
#include "tests/suite.h"
#include "tests/written.h"

Db *db;

static void
open_file (const char *path)
{
  g_autoptr (GError) error = NULL;

  db = db_open (path, DB_OPEN_CREATE, &error);
  ck_assert_msg (db != NULL, "%s", error ? error->message : "");
}

void
open_empty (void)
{
  open_file (":memory:");
}

void
open_in_folder (void)
{
  g_autofree char *path = NULL;

  folder_make ();
  path = folder_path ("records.jixiao");
  open_file (path);
}

void
reopen (void)
{
  g_autofree char *path = g_strdup (db_get_path (db));

  db_close (db);
  open_file (path);
}

void
import_sample (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = sample_path (name);
  g_autoptr (Import) import = import_read (path, &error);

  ck_assert_msg (import != NULL && import_store (import, db, FALSE, &error), "%s: %s",
                 name, error ? error->message : "");
}

void
open_written (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Import) import = written_import (2024, 3, 1);

  open_empty ();
  ck_assert_msg (import_store (import, db, FALSE, &error), "%s",
                 error ? error->message : "");
}

void
open_sound (void)
{
  open_empty ();
  for (gsize i = 0; sound_document[i] != NULL; i++)
    exec (sound_document[i]);
  refresh ();
  g_ptr_array_unref (finding_all (db, NULL));
}

void
close_file (void)
{
  g_clear_pointer (&db, db_close);
  if (folder != NULL)
    folder_remove ();
}

void
exec (const char *sql)
{
  g_autoptr (GError) error = NULL;

  ck_assert_msg (db_exec (db, sql, &error), "%s in: %s", error ? error->message : "",
                 sql);
}

void
refresh (void)
{
  g_autoptr (GError) error = NULL;

  ck_assert_msg (reading_refresh (db, &error), "%s", error ? error->message : "");
}

static sqlite3_stmt *
first_row (const char *sql)
{
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *q = db_prepare (db, sql, &error);

  ck_assert_msg (db_step (q, NULL) == DB_ROW, "%s in: %s",
                 error ? error->message : "nothing", sql);
  return q;
}

char *
text (const char *sql)
{
  g_autoptr (sqlite3_stmt) q = first_row (sql);

  return g_strdup (db_column_text (q, 0));
}

gint64
number (const char *sql)
{
  g_autoptr (sqlite3_stmt) q = first_row (sql);

  return sqlite3_column_int64 (q, 0);
}

void
assert_text (const char *sql, const char *expected)
{
  g_autofree char *found = text (sql);

  ck_assert_msg (g_strcmp0 (found, expected) == 0, "%s: %s", sql,
                 found ? found : "NULL");
}
