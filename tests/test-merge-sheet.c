/* tests/test-merge-sheet.c — an edited workbook or Word document comes back: what was
 * edited is found, what both changed is shown, nothing is taken silently.
 */

#include "app/edit/arrangement.h"
#include "app/edit/edit.h"
#include "app/edit/undo.h"
#include "app/export/enclosure.h"
#include "app/export/export.h"
#include "app/reading/reading.h"
#include "app/review/merge.h"
#include "db/listing.h"
#include "tests/suite.h"
#include "tests/written.h"
#include "tests/zip-part.h"

#include <glib/gstdio.h>
#include <string.h>
#include <zip.h>

static const char *const formats[] = { "xlsx", "docx" };

static char *folder;
static Db   *ours, *theirs; /* theirs: what the colleague sees in the sheet */

static Db *
open_one (const char *name)
{
  g_autoptr (Import) import = written_import (2024, 2, 7);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  Db              *db = db_open (path, DB_OPEN_CREATE, NULL);

  ck_assert (import_store (import, db, FALSE, NULL));
  return db;
}

static void
setup (void)
{
  folder = g_dir_make_tmp ("merge-sheet-XXXXXX", NULL);
  ours = open_one ("ours.jixiao");
  theirs = open_one ("theirs.jixiao");
}

static void
teardown (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  db_close (ours);
  db_close (theirs);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

/* All texts of the file. */
static char *
print (Db *db, const char *name, const char *format)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func (document_free);
  g_autoptr (GPtrArray) listed = listing_documents (db, NULL, 0, NULL);
  ExportOptions options = { .format = format, .whole = g_str_equal (format, "docx") };
  g_autofree char *file = g_strconcat (name, ".", format, NULL);
  char            *path = g_build_filename (folder, file, NULL);

  for (guint i = 0; i < listed->len; i++)
    g_ptr_array_add (documents,
                     document_load (db, ((ListedDocument *) listed->pdata[i])->id,
                                    NULL));
  ck_assert (export_write (db, documents, &options, path, NULL));
  return path;
}

/* The sheet as it was printed, for theirs to be edited in; then what comes back: a
 * sheet that shows what they made of it, with the records of then inside.  */
static GBytes *
send (const char *format)
{
  g_autofree char *path = print (theirs, "sent", format);

  return zip_part_get (path, ENCLOSURE_PART);
}

static char *
receive (const char *format, GBytes *records)
{
  char *path = print (theirs, "back", format);

  zip_part_set (path, ENCLOSURE_PART, records);
  return path;
}

static void
set (Db *db, const char *table, gint64 row, const char *column, const char *text)
{
  ck_assert (edit_cell (db, table, row, column, text, NULL));
}

static char *
ask (const char *sql)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (ours, sql, NULL);

  ck_assert_int_eq (db_step (q, NULL), DB_ROW);
  return g_strdup (db_column_text (q, 0));
}

static void
check_says (const char *sql, const char *expected)
{
  g_autofree char *said = ask (sql);

  ck_assert_msg (g_strcmp0 (said, expected) == 0, "%s: %s, not %s", sql, said,
                 expected);
}

static Merge *
merge_of (const char *path, guint items, guint conflicts)
{
  g_autoptr (GError) error = NULL;
  Merge *merge = merge_open (ours, path, &error);

  ck_assert_msg (merge != NULL, "%s", error ? error->message : "");
  for (guint i = 0; merge->items->len != items && i < merge->items->len; i++)
    {
      const MergeItem *item = merge->items->pdata[i];

      g_printerr ("%d %s: %s → %s\n", item->kind, item->place, item->before,
                  item->theirs);
    }
  ck_assert_uint_eq (merge->items->len, items);
  ck_assert_uint_eq (merge->conflicts, conflicts);
  ck_assert_uint_eq (merge->unplaced, 0);
  return merge;
}

START_TEST (what_nobody_edited_is_the_same)
{
  g_autoptr (GBytes) records = send (formats[_i]);
  g_autofree char *path = receive (formats[_i], records);
  g_autoptr (Merge) merge = merge_of (path, 0, 0);
}
END_TEST

START_TEST (what_they_edited_is_found_and_taken_as_one_step)
{
  g_autoptr (GBytes) records = send (formats[_i]);
  g_autofree char *path = NULL, *before = written_hash (ours), *after = NULL;
  g_autofree char *label = NULL;
  g_autoptr (Merge) merge = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  set (theirs, "indicator", 8, "value_text", "77");
  set (theirs, "indicator", 12, "name", "换了说法的指标");
  set (theirs, "goal", 2, "text", "换了说法的目标");
  path = receive (formats[_i], records);
  merge = merge_of (path, 3, 0);
  ck_assert_msg (merge_apply (merge, ours, "back", &n, &error), "%s",
                 error ? error->message : "");
  ck_assert_uint_eq (n, 3);
  check_says ("SELECT value_text LIKE '%77%' FROM indicator WHERE id = 8", "1");
  check_says ("SELECT name FROM indicator WHERE id = 12", "换了说法的指标");
  check_says ("SELECT text FROM goal WHERE id = 2", "换了说法的目标");
  ck_assert (undo_step (ours, ACTION_UNDO, &label, NULL));
  after = written_hash (ours);
  ck_assert_str_eq (before, after);
}
END_TEST

START_TEST (what_only_we_changed_stays)
{
  g_autoptr (GBytes) records = send (formats[_i]);
  g_autofree char *path = receive (formats[_i], records);
  g_autoptr (Merge) merge = NULL;

  set (ours, "indicator", 8, "name", "这边改的");
  ck_assert (arrangement_remove (ours, "indicator", 9, NULL));
  merge = merge_of (path, 0, 0);
}
END_TEST

START_TEST (what_both_changed_is_a_conflict_and_not_taken)
{
  g_autoptr (GBytes) records = send (formats[_i]);
  g_autofree char *path = NULL;
  g_autoptr (Merge) merge = NULL;
  const MergeItem *item;
  guint            n;

  set (theirs, "indicator", 8, "name", "那边改的");
  set (ours, "indicator", 8, "name", "这边改的");
  set (theirs, "indicator", 9, "name", "两边同改");
  set (ours, "indicator", 9, "name", "两边同改");
  path = receive (formats[_i], records);
  merge = merge_of (path, 1, 1);
  item = merge->items->pdata[0];
  ck_assert_str_eq (item->ours, "这边改的");
  ck_assert_str_eq (item->theirs, "那边改的");
  ck_assert (!item->is_taken);
  ck_assert (merge_apply (merge, ours, "back", &n, NULL));
  ck_assert_uint_eq (n, 0);
  check_says ("SELECT name FROM indicator WHERE id = 8", "这边改的");
}
END_TEST

START_TEST (rows_come_and_go)
{
  static const RowValue values[] = { { "level1", "产出指标" },
                                     { "level2", "数量指标" },
                                     { "name", "表里新加的一行指标" },
                                     { "value_text", "≥30" } };
  g_autoptr (GBytes) records = send (formats[_i]);
  g_autofree char *path = NULL;
  g_autoptr (Merge) merge = NULL;
  guint n;

  ck_assert (arrangement_remove (theirs, "indicator", 10, NULL));
  ck_assert_int_ne (arrangement_add (theirs, "indicator", 3, 2, values,
                                     G_N_ELEMENTS (values), NULL),
                    0);
  path = receive (formats[_i], records);
  merge = merge_of (path, 2, 0);
  ck_assert (merge_apply (merge, ours, "back", &n, NULL));
  ck_assert_uint_eq (n, 2);
  check_says ("SELECT count(*) FROM indicator WHERE id = 10", "0");
  check_says ("SELECT project_id || ' ' || ordinal FROM indicator"
              " WHERE name = '表里新加的一行指标'",
              "3 2");
}
END_TEST

START_TEST (a_row_they_removed_and_we_changed_is_a_conflict)
{
  g_autoptr (GBytes) records = send (formats[_i]);
  g_autofree char *path = NULL;
  g_autoptr (Merge) merge = NULL;

  ck_assert (arrangement_remove (theirs, "indicator", 10, NULL));
  set (ours, "indicator", 10, "name", "这边还在改");
  path = receive (formats[_i], records);
  merge = merge_of (path, 1, 1);
}
END_TEST

/* As some programs store it: what is not theirs is gone. */
static void
drop_records (const char *path)
{
  int    code;
  zip_t *zip = zip_open (path, 0, &code);

  ck_assert_ptr_nonnull (zip);
  ck_assert_int_eq (
      zip_delete (zip, (zip_uint64_t) zip_name_locate (zip, ENCLOSURE_PART, 0)), 0);
  ck_assert_int_eq (zip_close (zip), 0);
}

START_TEST (without_the_records_all_that_differs_is_to_be_decided)
{
  g_autofree char *path = NULL;
  g_autoptr (Merge) merge = NULL;
  const MergeItem *item;

  set (theirs, "indicator", 8, "name", "那边改的");
  set (ours, "indicator", 9, "name", "这边改的");
  path = print (theirs, "back", formats[_i]);
  drop_records (path);
  merge = merge_of (path, 2, 2);
  ck_assert (merge->is_two_way);
  item = merge->items->pdata[0];
  ck_assert (item->is_unknown && !item->is_taken);
  ck_assert_str_eq (item->theirs, "那边改的");
}
END_TEST

START_TEST (other_files_are_refused)
{
  g_autofree char *path = g_build_filename (folder, "letter.docx", NULL);
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (merge_open (ours, path, &error));
  ck_assert_ptr_nonnull (strstr (error->message, "letter.docx"));
  g_clear_error (&error);
  g_free (path);
  path = g_build_filename (folder, "letter.txt", NULL);
  ck_assert (g_file_set_contents (path, "致全体职工的一封信\n", -1, NULL));
  ck_assert_ptr_null (merge_open (ours, path, &error));
  ck_assert_ptr_nonnull (strstr (error->message, "请确认选对了文件"));
}
END_TEST

/* The same words again in the two next years: three texts in one file. */
static void
add_texts (Db *db)
{
  g_auto (DbTxn) txn = { NULL };

  ck_assert (db_txn_begin (&txn, db, NULL));
  for (int year = 2025; year <= 2026; year++)
    {
      g_autoptr (Document) document = written_document (year, 2, 7);

      ck_assert (document_store (db, document, NULL));
    }
  ck_assert (reading_refresh (db, NULL));
  ck_assert (db_txn_commit (&txn, NULL));
}

static gint64
id_of (const char *sql)
{
  g_autofree char *text = ask (sql);

  return g_ascii_strtoll (text, NULL, 10);
}

#define ROW_OF(year)                                                        \
  "SELECT max(i.id) FROM indicator i JOIN project p ON p.id = i.project_id" \
  " JOIN document d ON d.id = p.document_id WHERE p.kind = 'project'"       \
  " AND d.fiscal_year = " #year
#define GOAL_OF(year)                                    \
  "SELECT min(g.id) FROM overall_goal g JOIN document d" \
  " ON d.id = g.document_id WHERE d.fiscal_year = " #year

START_TEST (several_texts_come_back_in_one_file)
{
  const char *format = formats[_i];
  g_autoptr (GBytes) records = NULL;
  g_autofree char *path = NULL;
  g_autoptr (Merge) merge = NULL;
  gint64 rows[3], conflicts = 0;
  guint  n;

  add_texts (ours);
  add_texts (theirs);
  rows[0] = id_of (ROW_OF (2024));
  rows[1] = id_of (ROW_OF (2025));
  rows[2] = id_of (ROW_OF (2026));
  records = send (format);
  set (theirs, "indicator", rows[0], "name", "那边改的一");
  set (theirs, "indicator", rows[1], "name", "那边改的二");
  set (theirs, "indicator", rows[2], "name", "那边改的三");
  set (ours, "indicator", rows[1], "name", "这边改的二");
  path = receive (format, records);
  merge = merge_of (path, 3, 1);
  for (guint i = 0; i < 3; i++)
    {
      const MergeItem *item = merge->items->pdata[i];

      ck_assert_int_eq (item->row, rows[i]);
      ck_assert_int_eq (item->is_conflict, i == 1);
      conflicts += item->is_conflict && !item->is_taken;
    }
  ck_assert_int_eq (conflicts, 1);
  ck_assert (merge_apply (merge, ours, "back", &n, NULL));
  ck_assert_uint_eq (n, 2);
  check_says ("SELECT group_concat(name) FROM (SELECT name FROM indicator WHERE name"
              " LIKE '%边改的%' ORDER BY id)",
              "那边改的一,这边改的二,那边改的三");
}
END_TEST

START_TEST (rows_come_and_go_in_any_of_several_texts)
{
  const RowValue values[] = { { "name", "新的指标" }, { "level1", "产出指标" } };
  g_autoptr (GBytes) records = NULL;
  g_autofree char *path = NULL;
  g_autoptr (Merge) merge = NULL;
  gint64 gone, project;
  guint  n;

  add_texts (ours);
  add_texts (theirs);
  gone = id_of (ROW_OF (2024));
  project = id_of ("SELECT max(p.id) FROM project p JOIN document d"
                   " ON d.id = p.document_id WHERE d.fiscal_year = 2026"
                   " AND p.kind = 'project'");
  records = send (formats[_i]);
  ck_assert (arrangement_remove (theirs, "indicator", gone, NULL));
  ck_assert_int_ne (arrangement_add (theirs, "indicator", project, 0, values, 2, NULL),
                    0);
  path = receive (formats[_i], records);
  merge = merge_of (path, 2, 0);
  ck_assert (merge_apply (merge, ours, "back", &n, NULL));
  ck_assert_uint_eq (n, 2);
  ck_assert_int_eq (id_of ("SELECT project_id FROM indicator WHERE name = '新的指标'"),
                    project);
  {
    g_autofree char *sql =
        g_strdup_printf ("SELECT count(*) FROM indicator WHERE id = %d", (int) gone);

    check_says (sql, "0");
  }
}
END_TEST

START_TEST (paragraphs_of_the_whole_text_are_of_their_year)
{
  g_autoptr (GBytes) records = NULL;
  g_autofree char *path = NULL;
  g_autoptr (Merge) merge = NULL;
  gint64 goal;

  add_texts (ours);
  add_texts (theirs);
  goal = id_of (GOAL_OF (2025));
  records = send ("docx");
  set (theirs, "overall_goal", goal, "text", "全面完成那边改的总体目标任务。");
  path = receive ("docx", records);
  merge = merge_of (path, 1, 0);
  ck_assert_int_eq (((MergeItem *) merge->items->pdata[0])->row, goal);
}
END_TEST

START_TEST (a_text_that_we_do_not_have_is_refused)
{
  g_autoptr (GBytes) records = send ("xlsx");
  g_autofree char *path = receive ("xlsx", records);
  g_autoptr (GError) error = NULL;

  ck_assert (arrangement_remove (ours, "document", 1, NULL));
  ck_assert_ptr_null (merge_open (ours, path, &error));
  ck_assert_ptr_nonnull (strstr (error->message, "2024"));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("merge-sheet");
  TCase *tcase = tcase_create ("merge-sheet");
  int    n = G_N_ELEMENTS (formats);

  tcase_add_checked_fixture (tcase, setup, teardown);
  tcase_add_loop_test (tcase, what_nobody_edited_is_the_same, 0, n);
  tcase_add_loop_test (tcase, what_they_edited_is_found_and_taken_as_one_step, 0, n);
  tcase_add_loop_test (tcase, what_only_we_changed_stays, 0, n);
  tcase_add_loop_test (tcase, what_both_changed_is_a_conflict_and_not_taken, 0, n);
  tcase_add_loop_test (tcase, rows_come_and_go, 0, n);
  tcase_add_loop_test (tcase, a_row_they_removed_and_we_changed_is_a_conflict, 0, n);
  tcase_add_loop_test (tcase, without_the_records_all_that_differs_is_to_be_decided, 0,
                       n);
  tcase_add_loop_test (tcase, several_texts_come_back_in_one_file, 0, n);
  tcase_add_loop_test (tcase, rows_come_and_go_in_any_of_several_texts, 0, n);
  tcase_add_test (tcase, paragraphs_of_the_whole_text_are_of_their_year);
  tcase_add_test (tcase, other_files_are_refused);
  tcase_add_test (tcase, a_text_that_we_do_not_have_is_refused);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
