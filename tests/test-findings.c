/* tests/test-findings.c — the findings as files: every kind holds every place. */

#include "app/check/list.h"
#include "app/export/findings.h"
#include "app/read/block.h"
#include "app/read/reader.h"
#include "app/reading/reading.h"
#include "tests/folder.h"
#include "tests/record-file.h"
#include "tests/rules-cases.h"
#include "tests/suite.h"

#include <glib/gstdio.h>
#include <string.h>

static GPtrArray *findings;

static void
set_up (void)
{
  static const char mess[] = "UPDATE indicator SET value_text = '=15', basis = NULL;"
                             "UPDATE indicator SET name = '<b>' || name;"
                             "UPDATE approval SET project_fen = 1";

  open_empty ();
  for (gsize i = 0; sound_document[i] != NULL; i++)
    ck_assert (db_exec (db, sound_document[i], NULL));
  ck_assert (db_exec (db, mess, NULL));
  ck_assert (reading_refresh (db, NULL));
  findings = check_findings (db, NULL, NULL);
  ck_assert_uint_gt (findings->len, 30);
  folder_make ();
}

static void
tear_down (void)
{
  g_ptr_array_unref (findings);
  close_file ();
}

/* The bytes of a file of this kind, and the name it had. */
static GBytes *
written_as (const char *format, char **path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strconcat ("out.", format, NULL);
  char            *bytes;
  gsize            length;

  *path = folder_path (name);
  ck_assert_msg (findings_write (findings, format, *path, &error), "%s",
                 error ? error->message : "");
  ck_assert (g_file_get_contents (*path, &bytes, &length, NULL));
  g_unlink (*path);
  return g_bytes_new_take (bytes, length);
}

START_TEST (every_kind_is_written)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = written_as (findings_formats[_i], &path);

  ck_assert_uint_gt (g_bytes_get_size (bytes), 1000);
}
END_TEST

/* The cells of one column below the headings, read from the file again. */
static GPtrArray *
column_of (const char *format, CheckColumn column)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = written_as (format, &path);
  g_autoptr (GPtrArray) blocks = reader_read (bytes, path, NULL);
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  gboolean   below = FALSE;

  ck_assert_ptr_nonnull (blocks);
  for (guint i = 0; i < blocks->len; i++)
    {
      const Block *block = blocks->pdata[i];

      for (guint k = 0; block->cells != NULL && k < block->cells->len; k++)
        {
          const BlockCell *cell = block->cells->pdata[k];

          if (below && cell->col == (guint) column)
            g_ptr_array_add (texts, g_strdup (cell->text));
          below |= strcmp (cell->text, check_column_title (CHECK_MESSAGE)) == 0;
        }
    }
  return texts;
}

/* The one document is not named in a column, but in the title. */
START_TEST (a_list_has_a_row_for_each_finding)
{
  g_autoptr (GPtrArray) sheet = column_of ("xlsx", CHECK_MESSAGE - 1);
  g_autoptr (GPtrArray) page = column_of ("html", CHECK_MESSAGE - 1);

  ck_assert_uint_eq (sheet->len, findings->len);
  ck_assert_uint_eq (page->len, findings->len);
  for (guint i = 0; i < findings->len; i++)
    {
      ck_assert_str_eq (sheet->pdata[i], ((Finding *) findings->pdata[i])->message);
      ck_assert_str_eq (page->pdata[i], ((Finding *) findings->pdata[i])->message);
    }
}
END_TEST

START_TEST (a_finding_says_where_and_what_in_columns_of_its_own)
{
  static const char *const expected[CHECK_COLUMNS] = {
    [CHECK_SEVERITY] = "错误",
    [CHECK_RULE] = "没有单位",
    [CHECK_DOCUMENT] = "示范市人社局 2024年",
    [CHECK_PROJECT] = "第2个项目 创业孵化补助",
    [CHECK_ROW] = "1",
    [CHECK_FIELD] = "单位",
    [CHECK_SEEN] = "=15",
    [CHECK_EXPECTED] = "",
  };
  const Finding *found = NULL;

  for (guint i = 0; found == NULL && i < findings->len; i++)
    if (strcmp (((Finding *) findings->pdata[i])->rule, "unit-missing") == 0 &&
        ((Finding *) findings->pdata[i])->project_no == 2)
      found = findings->pdata[i];
  ck_assert_ptr_nonnull (found);
  for (CheckColumn column = 0; column < CHECK_COLUMNS; column++)
    {
      g_autofree char *text = check_column_text (column, found);

      if (expected[column] != NULL)
        ck_assert_str_eq (text, expected[column]);
    }
}
END_TEST

START_TEST (no_findings_are_a_list_too)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autofree char *path = folder_path ("none.pdf");
  g_autofree char *html = findings_text (none, "html");

  ck_assert_ptr_nonnull (strstr (html, "没有发现前后不一致的地方。"));
  ck_assert (findings_write (none, "pdf", path, NULL));
  g_unlink (path);
}
END_TEST

START_TEST (a_list_that_nobody_would_print_is_refused)
{
  g_autoptr (GPtrArray) many = g_ptr_array_new ();
  g_autofree char *path = folder_path ("many.pdf");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 60001; i++)
    g_ptr_array_add (many, findings->pdata[0]);
  ck_assert (!findings_write (many, "pdf", path, &error));
  ck_assert_ptr_nonnull (strstr (error->message, "60001"));
  ck_assert (!g_file_test (path, G_FILE_TEST_EXISTS));
}
END_TEST

START_TEST (a_file_that_cannot_be_written_is_an_error)
{
  g_autofree char *path = g_build_filename (folder, "no", "such.csv", NULL);
  g_autoptr (GError) error = NULL;

  ck_assert (!findings_write (findings, findings_formats[_i], path, &error));
  ck_assert_ptr_nonnull (strstr (error->message, path));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("findings");
  TCase *tcase = tcase_create ("findings");
  guint  kinds = g_strv_length ((char **) findings_formats);

  tcase_add_checked_fixture (tcase, set_up, tear_down);
  tcase_add_loop_test (tcase, every_kind_is_written, 0, kinds);
  tcase_add_test (tcase, a_list_has_a_row_for_each_finding);
  tcase_add_test (tcase, a_finding_says_where_and_what_in_columns_of_its_own);
  tcase_add_test (tcase, no_findings_are_a_list_too);
  tcase_add_test (tcase, a_list_that_nobody_would_print_is_refused);
  tcase_add_loop_test (tcase, a_file_that_cannot_be_written_is_an_error, 0, kinds);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
