/* tests/test-export.c — an export is remembered, and what findings speak of can be
 * marked.
 */

#include "app/check/check.h"
#include "app/export/cover.h"
#include "app/export/proof.h"
#include "app/reading/reading.h"
#include "db/export-record.h"
#include "tests/folder.h"
#include "tests/printed.h"
#include "tests/record-file.h"
#include "tests/suite.h"
#include "tests/zip-part.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

static char      *path;
static GPtrArray *documents;

static void
set_up (void)
{
  Printed  printed = { "zunhua", 2, 5, 4, FALSE };
  Project *project;

  open_empty ();
  folder_make ();
  path = folder_path ("out.html");
  documents = g_ptr_array_new_with_free_func (document_free);
  g_ptr_array_add (documents, printed_new (&printed, &project));
  ck_assert (document_store (db, documents->pdata[0], NULL));
  ck_assert (reading_refresh (db, NULL));
}

static void
tear_down (void)
{
  g_ptr_array_unref (documents);
  g_free (path);
  close_file ();
}

static char *
export_html (gboolean marks, gboolean partial)
{
  const ExportOptions options = {
    .format = "html", .marks = marks, .partial = partial, .whole = TRUE
  };
  g_autoptr (GError) error = NULL;
  char *text;

  ck_assert_msg (export_write (db, documents, &options, path, &error), "%s",
                 error ? error->message : "");
  ck_assert (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

START_TEST (an_export_is_remembered)
{
  g_autofree char *text = export_html (FALSE, FALSE);
  g_autofree char *hash = export_hash (documents->pdata[0]);
  g_autoptr (GPtrArray) records = export_records (db, NULL);
  const ExportRecord *record = records->pdata[0];

  ck_assert_uint_eq (records->len, 1);
  ck_assert_str_eq (record->name, "out.html");
  ck_assert_str_eq (record->format, "html");
  ck_assert_str_eq (record->who, g_get_user_name ());
  ck_assert_str_eq (record->hash, hash);
}
END_TEST

START_TEST (the_last_one_counts_and_a_part_does_not)
{
  g_autofree char *one = export_html (FALSE, FALSE);
  g_autofree char *two = NULL;
  g_autofree char *three = NULL;
  g_autofree char *hash = NULL;
  g_autoptr (GPtrArray) records = NULL;

  db_record_take_text (&((Document *) documents->pdata[0])->title, g_strdup ("新题"));
  hash = export_hash (documents->pdata[0]);
  two = export_html (FALSE, FALSE);
  db_record_take_text (&((Document *) documents->pdata[0])->title, g_strdup ("旧题"));
  three = export_html (FALSE, TRUE);
  records = export_records (db, NULL);
  ck_assert_uint_eq (records->len, 1);
  ck_assert_str_eq (((ExportRecord *) records->pdata[0])->hash, hash);
}
END_TEST

START_TEST (findings_are_marked_when_wanted)
{
  g_autofree char *plain = export_html (FALSE, FALSE);
  g_autofree char *marked = NULL;
  g_autoptr (GPtrArray) findings = check_findings (db, NULL, NULL);

  ck_assert_uint_gt (findings->len, 0);
  marked = export_html (TRUE, FALSE);
  ck_assert_ptr_null (strstr (plain, "marked\""));
  ck_assert_ptr_nonnull (strstr (marked, "marked\""));
}
END_TEST

/* Whoever looks at the page by ear finds the way in it too. */
START_TEST (a_page_is_accessible)
{
  g_autofree char *text = export_html (FALSE, FALSE);

  ck_assert_ptr_nonnull (strstr (text, "<html lang=\"zh-CN\">"));
  ck_assert_ptr_nonnull (strstr (text, "<nav aria-label="));
  ck_assert_ptr_nonnull (strstr (text, "scope=\"col\""));
  ck_assert_ptr_nonnull (strstr (text, "scope=\"rowgroup\""));
  ck_assert_ptr_nonnull (strstr (text, "<tbody class=\"level\">"));
  ck_assert_ptr_nonnull (strstr (text, "@media print"));
  ck_assert_ptr_nonnull (strstr (text, "<h1 id=\"p0\" class=\"cover\">"));
  ck_assert_ptr_nonnull (strstr (text, "--size:10pt"));
  ck_assert_ptr_null (strstr (text, "<script"));
  ck_assert_ptr_null (strstr (text, "http"));
}
END_TEST

/* The start tag that has an id; NULL: there is none. */
static const char *
tag_of (const char *page, const char *id)
{
  g_autofree char *words = g_strdup_printf (" id=\"%s\"", id);
  const char      *at = strstr (page, words);

  while (at != NULL && *at != '<')
    at--;
  return at;
}

/* A cell below the column headings names those over it and the levels before it. */
START_TEST (what_a_cell_stands_under_is_named)
{
  g_autofree char *text = export_html (FALSE, FALSE);
  guint            seen = 0;

  for (const char *at = text; (at = strstr (at, " headers=\"")) != NULL; at++)
    {
      const char      *begin = at + strlen (" headers=\"");
      g_autofree char *names = g_strndup (begin, strcspn (begin, "\""));
      g_auto (GStrv) ids = g_strsplit (names, " ", -1);
      guint columns = 0, levels = 0;

      for (guint i = 0; ids[i] != NULL; i++)
        {
          const char *tag = tag_of (text, ids[i]);

          ck_assert_msg (tag != NULL, "%s", ids[i]);
          columns += g_str_has_prefix (tag, "<th scope=\"col");
          levels += g_str_has_prefix (tag, "<th scope=\"row");
          ck_assert_ptr_null (tag_of (strchr (tag, '>'), ids[i]));
        }
      ck_assert_uint_ge (columns, 1);
      ck_assert_uint_eq (levels, 2);
      seen++;
    }
  ck_assert_uint_gt (seen, 0);
}
END_TEST

/* Where no cover says what the page is, one hears it. */
START_TEST (a_page_without_a_cover_has_a_title)
{
  const ExportOptions options = { .format = "html" };
  g_autofree char    *text = NULL;
  const char         *title;

  ck_assert (export_write (db, documents, &options, path, NULL));
  ck_assert (g_file_get_contents (path, &text, NULL, NULL));
  title = strstr (text, "<h1 class=\"unseen\">");
  ck_assert_ptr_nonnull (title);
  ck_assert_ptr_null (strstr (title + 1, "<h1"));
}
END_TEST

/* They stand in a style sheet, and must not end it. */
START_TEST (edges_of_a_printed_page_are_strings)
{
  const ExportOptions options = { .format = "html",
                                  .setup = { .header = (char *) "送\"审</style>稿",
                                             .footer = (char *) "绩效科" } };
  g_autofree char    *text = NULL;

  ck_assert (export_write (db, documents, &options, path, NULL));
  ck_assert (g_file_get_contents (path, &text, NULL, NULL));
  ck_assert_ptr_nonnull (
      strstr (text, "@top-right{content:\"送\\22 审\\3c \\2f style\\3e 稿\"}"));
  ck_assert_ptr_nonnull (strstr (text, "@bottom-center{content:\"绩效科\""));
  ck_assert_ptr_null (strstr (text, "审</style>"));
}
END_TEST

/* Programs without 宋体 take another font of its kind, as its entry says. */
START_TEST (the_font_of_a_word_file_is_described)
{
  const ExportOptions options = { .format = "docx" };
  g_autoptr (GBytes) part = NULL;
  g_autofree char *text = NULL;

  ck_assert (export_write (db, documents, &options, path, NULL));
  part = zip_part_get (path, "word/fontTable.xml");
  ck_assert_ptr_nonnull (part);
  text = g_strndup (g_bytes_get_data (part, NULL), g_bytes_get_size (part));
  ck_assert_ptr_nonnull (strstr (text, "w:name=\"SimSun\""));
  ck_assert_ptr_nonnull (strstr (text, "<w:altName w:val=\"宋体\"/>"));
}
END_TEST

/* The texts of tables have a size, in half points, like all others. */
START_TEST (texts_of_word_tables_can_be_seen)
{
  const ExportOptions options = { .format = "docx", .whole = TRUE };
  g_autoptr (GBytes) part = NULL;
  g_autofree char *text = NULL;
  gsize            size;

  ck_assert (export_write (db, documents, &options, path, NULL));
  part = zip_part_get (path, "word/document.xml");
  size = g_bytes_get_size (part);
  text = g_strndup (g_bytes_get_data (part, NULL), size);
  ck_assert_ptr_nonnull (strstr (text, "<w:sz w:val=\"20\"/>"));
  ck_assert_ptr_null (strstr (text, "<w:sz w:val=\"0\"/>"));
}
END_TEST

/* A title of one line is that; a longer one goes on before its year, in every format.
 */
START_TEST (a_long_title_of_a_cover_is_broken_before_its_year)
{
  g_autoptr (Pages) pages = pages_new (NULL);
  g_auto (GStrv) one = cover_lines (pages, "卫生局2024年绩效文本");
  g_auto (GStrv) two =
      cover_lines (pages, "高新区人力资源和社会保障局 2024年部门预算绩效文本");

  ck_assert_uint_eq (g_strv_length (one), 1);
  ck_assert_uint_eq (g_strv_length (two), 2);
  ck_assert_str_eq (two[0], "高新区人力资源和社会保障局");
  ck_assert_str_eq (two[1], "2024年部门预算绩效文本");
}
END_TEST

/* A machine whose only fonts are Latin would print blank pages; nor are they shown. */
START_TEST (without_a_chinese_font_no_pages_are_made)
{
  static const char fonts[] = "<?xml version=\"1.0\"?><fontconfig></fontconfig>";

  const Document   *document = documents->pdata[0];
  const ProofChoice choice = { .extent = PROOF_TEXT, .document = document->record.id };
  const ExportOptions options = { .format = "pdf" };
  g_autofree char    *list = g_strconcat (path, ".conf", NULL);
  g_autoptr (GError) error = NULL;

  ck_assert (g_file_set_contents (list, fonts, -1, NULL));
  g_setenv ("FONTCONFIG_FILE", list, TRUE);
  ck_assert (!export_write (db, documents, &options, path, &error));
  ck_assert_ptr_nonnull (strstr (error->message, "没有中文字体"));
  ck_assert_ptr_null (strchr (error->message, '\n'));
  ck_assert (!g_file_test (path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  ck_assert_ptr_null (proof_new (db, &choice, NULL, &error));
  ck_assert_ptr_nonnull (strstr (error->message, "没有中文字体"));
  g_unlink (list);
}
END_TEST

static const char *const printed_formats[] = { "pdf", "docx", "xlsx", "html" };

/* What the file says of its pages, and what each kind of file shows of it. */
START_TEST (the_page_setup_of_the_file_is_in_every_kind)
{
  const Document   *document = documents->pdata[0];
  const ProofChoice choice = { .extent = PROOF_TEXT, .document = document->record.id };
  const PageSetup   setup = { .seal = TRUE, .header = (char *) "送审稿" };
  const char       *form = printed_formats[_i];
  g_autofree char  *plain = NULL;
  g_autofree char  *sealed = NULL;
  gsize             plain_length, sealed_length;

  ck_assert (proof_export (db, &choice, form, path, NULL, NULL));
  ck_assert (g_file_get_contents (path, &plain, &plain_length, NULL));
  ck_assert (page_setup_store (db, &setup, NULL));
  ck_assert (proof_export (db, &choice, form, path, NULL, NULL));
  ck_assert (g_file_get_contents (path, &sealed, &sealed_length, NULL));
  ck_assert_uint_gt (sealed_length, plain_length);
}
END_TEST

START_TEST (it_says_how_far_it_is)
{
  Progress            progress = { 0 };
  const ExportOptions options = { .format = printed_formats[_i],
                                  .whole = !g_str_equal (printed_formats[_i], "xlsx"),
                                  .progress = &progress };
  guint               done, all;

  ck_assert (export_write (db, documents, &options, path, NULL));
  ck_assert_int_eq (progress_read (&progress, &done, &all), PROGRESS_WRITING);
  ck_assert_uint_gt (all, 0);
  ck_assert_uint_eq (done, all);
}
END_TEST

START_TEST (one_that_is_stopped_leaves_the_old_file)
{
  Progress            progress = { 0 };
  const ExportOptions options = { .format = printed_formats[_i],
                                  .whole = !g_str_equal (printed_formats[_i], "xlsx"),
                                  .progress = &progress };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *text = NULL;

  ck_assert (g_file_set_contents (path, "old", -1, NULL));
  progress_stop (&progress);
  ck_assert (!export_write (db, documents, &options, path, &error));
  ck_assert (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
  ck_assert (g_file_get_contents (path, &text, NULL, NULL));
  ck_assert_str_eq (text, "old");
  records = export_records (db, NULL);
  ck_assert_uint_eq (records->len, 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("export");
  TCase *tcase = tcase_create ("export");

  tcase_add_checked_fixture (tcase, set_up, tear_down);
  tcase_add_test (tcase, an_export_is_remembered);
  tcase_add_test (tcase, the_last_one_counts_and_a_part_does_not);
  tcase_add_test (tcase, findings_are_marked_when_wanted);
  tcase_add_test (tcase, a_page_is_accessible);
  tcase_add_test (tcase, what_a_cell_stands_under_is_named);
  tcase_add_test (tcase, a_page_without_a_cover_has_a_title);
  tcase_add_test (tcase, edges_of_a_printed_page_are_strings);
  tcase_add_test (tcase, the_font_of_a_word_file_is_described);
  tcase_add_test (tcase, a_long_title_of_a_cover_is_broken_before_its_year);
  tcase_add_test (tcase, without_a_chinese_font_no_pages_are_made);
  tcase_add_test (tcase, texts_of_word_tables_can_be_seen);
  tcase_add_loop_test (tcase, the_page_setup_of_the_file_is_in_every_kind, 0,
                       G_N_ELEMENTS (printed_formats));
  tcase_add_loop_test (tcase, it_says_how_far_it_is, 0, G_N_ELEMENTS (printed_formats));
  tcase_add_loop_test (tcase, one_that_is_stopped_leaves_the_old_file, 0,
                       G_N_ELEMENTS (printed_formats));
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
