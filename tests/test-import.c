/* tests/test-import.c — a document file is stored whole, once, or not at all. */

#include "app/import/import.h"
#include "tests/folder.h"
#include "tests/record-file.h"
#include "tests/suite.h"

#include <glib/gstdio.h>
#include <string.h>

static const char json[] =
    "{\"format\": \"jixiao\", \"version\": 1, \"documents\": [{\"department\": "
    "\"甲局\","
    " \"year\": 2025, \"projects\": [{\"no\": 1, \"name\": \"河道清淤\", "
    "\"amount_wan\": \"12\","
    " \"goals\": [\"完成清淤\"], \"indicators\": [{\"level1\": \"产出指标\","
    " \"level2\": \"数量指标\", \"level3\": \"清淤长度\", \"value_as_printed\": "
    "\"≥3公里\"}]}]}]}";

static char *path;
static void
set_up (void)
{
  g_autoptr (GError) error = NULL;

  folder_make ();
  path = folder_path ("text.json");
  ck_assert (g_file_set_contents (path, json, -1, NULL));
  open_empty ();
}

static void
tear_down (void)
{
  g_free (path);
  close_file ();
}

static Import *
read_it (void)
{
  g_autoptr (GError) error = NULL;
  Import *import = import_read (path, &error);

  ck_assert_msg (import != NULL, "%s", error ? error->message : "");
  return import;
}

START_TEST (an_import_is_one_action_and_keeps_its_source)
{
  g_autoptr (Import) import = read_it ();

  ck_assert (import_store (import, db, FALSE, NULL));
  ck_assert_int_eq (number (
                        "SELECT count(*) FROM action WHERE label = '导入：text.json'"),
                    1);
  /* The document and what was made for it, but not its rows. */
  ck_assert_int_eq (number (
                        "SELECT count(*) FROM history WHERE table_name = 'indicator'"),
                    0);
  ck_assert_int_eq (number ("SELECT count(*) FROM recording"), 0);
  ck_assert_int_eq (number ("SELECT count(*) FROM source WHERE name = 'text.json' AND"
                            " length(bytes) > 100"),
                    1);
  ck_assert_int_eq (number ("SELECT count(*) FROM indicator_reading"), 1);
}
END_TEST

START_TEST (the_same_file_again_adds_nothing)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Import) first = read_it ();
  g_autoptr (Import) second = read_it ();

  ck_assert (import_store (first, db, FALSE, NULL));
  ck_assert (!import_store (second, db, TRUE, &error));
  ck_assert (g_error_matches (error, IMPORT_ERROR_DOMAIN, IMPORT_KNOWN));
  ck_assert_int_eq (number ("SELECT count(*) FROM document"), 1);
  ck_assert_int_eq (number ("SELECT count(*) FROM action"), 1);
}
END_TEST

/* Another file about the same department and year. */
static Import *
read_another (void)
{
  g_autofree char *other = g_strdup_printf ("%s ", json);

  ck_assert (g_file_set_contents (path, other, -1, NULL));
  return read_it ();
}

START_TEST (another_text_of_the_same_year_is_refused_unless_it_replaces)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Import) first = read_it ();
  g_autoptr (Import) second = read_another ();
  g_autoptr (Import) third = read_it ();

  ck_assert (import_store (first, db, FALSE, NULL));
  ck_assert (!import_store (second, db, FALSE, &error));
  ck_assert (g_error_matches (error, IMPORT_ERROR_DOMAIN, IMPORT_EXISTS));
  ck_assert_int_eq (number ("SELECT count(*) FROM action"), 1);
  ck_assert (import_store (third, db, TRUE, NULL));
  ck_assert_int_eq (number ("SELECT count(*) FROM document"), 1);
  /* What gave way is in history, cell by cell. */
  ck_assert_int_gt (number (
                        "SELECT count(*) FROM history WHERE table_name = 'indicator'"
                        " AND change = 'delete' AND old = '清淤长度'"),
                    0);
}
END_TEST

static const struct {
  const char *what, *text;
} bad[] = {
  { "empty", "" },
  { "cut off", "{\"format\": \"jixiao\", \"documents\": [" },
  { "no table", "今天天气很好。\n" },
};

START_TEST (a_document_that_cannot_be_read_is_named)
{
  g_autoptr (GError) error = NULL;

  ck_assert (g_file_set_contents (path, bad[_i].text, -1, NULL));
  ck_assert_ptr_null (import_read (path, &error));
  ck_assert_msg (strstr (error->message, "text.json") != NULL, "%s: %s", bad[_i].what,
                 error->message);
  ck_assert_ptr_null (strchr (error->message, '\n'));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("import");
  TCase *tcase = tcase_create ("import");

  tcase_add_checked_fixture (tcase, set_up, tear_down);
  tcase_add_test (tcase, an_import_is_one_action_and_keeps_its_source);
  tcase_add_test (tcase, the_same_file_again_adds_nothing);
  tcase_add_test (tcase, another_text_of_the_same_year_is_refused_unless_it_replaces);
  tcase_add_loop_test (tcase, a_document_that_cannot_be_read_is_named, 0,
                       G_N_ELEMENTS (bad));
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
