/* tests/test-xlsx.c — tables become sheets: cells, merges, names and texts survive. */

#include "app/edit/edit.h"
#include "app/export/export.h"
#include "app/form/form.h"
#include "tests/folder.h"
#include "tests/printed.h"
#include "tests/record-file.h"
#include "tests/suite.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

static char      *path;
static GPtrArray *documents;

static void
set_up (void)
{
  open_empty ();
  folder_make ();
  path = folder_path ("out.xlsx");
  documents = g_ptr_array_new_with_free_func (document_free);
}

static void
tear_down (void)
{
  g_ptr_array_unref (documents);
  g_free (path);
  close_file ();
}

/* A project of this name in a document of its own. */
static void
add (const char *form, const char *name)
{
  Printed   printed = { form, 2, 5, 4, FALSE };
  Project  *project;
  Document *document = printed_new (&printed, &project);

  document->fiscal_year += documents->len;
  db_record_take_text (&project->name, g_strdup (name));
  ck_assert (document_store (db, document, NULL));
  g_ptr_array_add (documents, document);
}

static gint64
first_project (void)
{
  const Document *document = documents->pdata[0];

  return ((Project *) document->projects->pdata[0])->record.id;
}

static gboolean
export_xlsx (const char *to, GError **error)
{
  const ExportOptions options = { .format = "xlsx" };

  return export_write (db, documents, &options, to, error);
}

static GBytes *
write_xlsx (void)
{
  g_autoptr (GError) error = NULL;
  char *bytes;
  gsize length;

  ck_assert_msg (export_xlsx (path, &error), "%s", error ? error->message : "");
  ck_assert (g_file_get_contents (path, &bytes, &length, NULL));
  return g_bytes_new_take (bytes, length);
}

static guint32
little_endian (const guint8 *at, guint bytes)
{
  guint32 value = 0;

  while (bytes-- > 0)
    value = value << 8 | at[bytes];
  return value;
}

static char *
inflate (const guint8 *data, gsize length)
{
  g_autoptr (GZlibDecompressor) inflater =
      g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW);
  g_autoptr (GInputStream) packed =
      g_memory_input_stream_new_from_data (data, length, NULL);
  g_autoptr (GInputStream) plain =
      g_converter_input_stream_new (packed, G_CONVERTER (inflater));
  GString *text = g_string_new (NULL);
  char     buffer[4096];
  gssize   n;

  while ((n = g_input_stream_read (plain, buffer, sizeof buffer, NULL, NULL)) > 0)
    g_string_append_len (text, buffer, n);
  return g_string_free (text, FALSE);
}

/* The text of a part, found in the directory at the end of the ZIP. */
static char *
part (GBytes *file, const char *name)
{
  gsize         length;
  const guint8 *data = g_bytes_get_data (file, &length);
  const guint8 *end = data + length - 22;

  for (const guint8 *at = data + little_endian (end + 16, 4); at < end;
       at += 46 + little_endian (at + 28, 2) + little_endian (at + 30, 2) +
             little_endian (at + 32, 2))
    if (little_endian (at + 28, 2) == strlen (name) &&
        memcmp (at + 46, name, strlen (name)) == 0)
      {
        const guint8 *head = data + little_endian (at + 42, 4);

        return inflate (head + 30 + little_endian (head + 26, 2) +
                            little_endian (head + 28, 2),
                        little_endian (at + 20, 4));
      }
  ck_abort_msg ("no part %s", name);
  return NULL;
}

static guint
count (const char *text, const char *what)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, what)) != NULL; p += strlen (what))
    n++;
  return n;
}

START_TEST (the_same_records_give_the_same_bytes)
{
  g_autoptr (GBytes) one = NULL;
  g_autoptr (GBytes) two = NULL;

  add ("chengde", "河道清淤");
  one = write_xlsx ();
  two = write_xlsx ();
  ck_assert (g_bytes_equal (one, two));
}
END_TEST

/* A day is no part of records, nor of a list that none ride in. */
START_TEST (a_file_says_what_it_is_and_no_day)
{
  g_autoptr (GBytes) file = NULL;
  g_autoptr (Outline) outline = NULL;
  g_autofree char *says = NULL;
  char            *bytes;
  gsize            length;

  add ("chengde", "河道清淤");
  outline = outline_of_tables (db, documents->pdata[0], NULL, NULL, NULL);
  ck_assert (export_outline (outline, "xlsx", path, NULL));
  ck_assert (g_file_get_contents (path, &bytes, &length, NULL));
  file = g_bytes_new_take (bytes, length);
  says = part (file, "docProps/core.xml");
  ck_assert_ptr_nonnull (strstr (says, "<dc:title>"));
  ck_assert_ptr_null (strstr (says, "dcterms"));
}
END_TEST

/* A program without 宋体 takes another font with serifs. */
START_TEST (the_kind_of_the_font_is_said)
{
  g_autoptr (GBytes) file = NULL;
  g_autofree char *styles = NULL;

  add ("chengde", "河道清淤");
  file = write_xlsx ();
  styles = part (file, "xl/styles.xml");
  ck_assert_ptr_nonnull (strstr (styles, "<name val=\"SimSun\"/><family val=\"1\"/>"));
}
END_TEST

START_TEST (merged_cells_are_merged)
{
  g_autoptr (GBytes) file = NULL;
  g_autoptr (FormTable) table = NULL;
  g_autofree char *sheet = NULL;
  guint            merged = 0;

  add ("chengde", "河道清淤");
  file = write_xlsx ();
  sheet = part (file, "xl/worksheets/sheet2.xml");
  table = form_table_new (db, first_project (), NULL, NULL);
  for (guint i = 0; i < table->cells->len; i++)
    {
      const FormCell *cell = table->cells->pdata[i];

      merged += cell->row_span * cell->col_span > 1;
    }
  ck_assert_uint_gt (merged, 10);
  ck_assert_uint_eq (count (sheet, "<mergeCell "), merged);
  ck_assert_ptr_nonnull (strstr (sheet, "<mergeCell ref=\"A1:J1\"/>"));
}
END_TEST

START_TEST (a_sheet_is_set_up_for_printing)
{
  g_autoptr (GBytes) file = NULL;
  g_autofree char *sheet = NULL;
  g_autofree char *book = NULL;

  add ("zunhua", "河道清淤");
  file = write_xlsx ();
  sheet = part (file, "xl/worksheets/sheet2.xml");
  book = part (file, "xl/workbook.xml");
  ck_assert_ptr_nonnull (strstr (sheet, "paperSize=\"9\""));
  ck_assert_ptr_nonnull (strstr (sheet, "orientation=\"portrait\""));
  ck_assert_ptr_nonnull (strstr (sheet, "state=\"frozen\""));
  ck_assert_ptr_null (strstr (sheet, "fitToHeight=\"0\""));
  ck_assert_ptr_nonnull (strstr (sheet, "horizontalCentered=\"1\""));
  ck_assert_ptr_nonnull (strstr (sheet, "第 &amp;P 页　共 &amp;N 页"));
  ck_assert_ptr_nonnull (strstr (book, "_xlnm.Print_Titles"));
  ck_assert_ptr_nonnull (strstr (book, "$9:$9"));
}
END_TEST

static char *
sheet_of_long_table (gboolean keep_size)
{
  const ExportOptions options = { .format = "xlsx",
                                  .setup = { .keep_size = keep_size } };
  g_autoptr (GBytes) file = NULL;
  char *bytes;
  gsize length;

  ck_assert (export_write (db, documents, &options, path, NULL));
  ck_assert (g_file_get_contents (path, &bytes, &length, NULL));
  file = g_bytes_new_take (bytes, length);
  return part (file, "xl/worksheets/sheet2.xml");
}

/* As on paper: a table that is longer than a page is set smaller. */
START_TEST (a_table_that_is_a_little_too_long_fits_a_page)
{
  g_autoptr (GString) purpose = g_string_new (NULL);
  g_autofree char *fitted = NULL;
  g_autofree char *kept = NULL;

  add ("zunhua", "河道清淤");
  for (guint i = 0; i < 1600; i++)
    g_string_append (purpose, "字");
  ck_assert (
      edit_cell (db, "project", first_project (), "purpose", purpose->str, NULL));
  fitted = sheet_of_long_table (FALSE);
  kept = sheet_of_long_table (TRUE);
  ck_assert_ptr_null (strstr (fitted, "fitToHeight=\"0\""));
  ck_assert_ptr_nonnull (strstr (kept, "fitToHeight=\"0\""));
  ck_assert_str_ne (fitted, kept);
}
END_TEST

START_TEST (a_text_stays_a_text)
{
  g_autoptr (GBytes) file = NULL;
  g_autofree char *sheet = NULL;
  g_autofree char *strings = NULL;

  add ("zunhua", "=1+1");
  file = write_xlsx ();
  sheet = part (file, "xl/worksheets/sheet2.xml");
  strings = part (file, "xl/sharedStrings.xml");
  ck_assert_ptr_nonnull (strstr (strings, ">=1+1<"));
  ck_assert_ptr_nonnull (strstr (strings, ">00070<"));
  ck_assert_ptr_null (strstr (sheet, "<f>"));
  ck_assert_ptr_null (strstr (sheet, "<v>00070<"));
}
END_TEST

/* A spreadsheet takes _x0041_ for an A: it is written so that it stays what it is. */
START_TEST (characters_that_xml_lacks_are_written_as_spreadsheets_do)
{
  g_autoptr (GBytes) file = NULL;
  g_autofree char *strings = NULL;

  add ("zunhua", "一_x0041_\x02<&>");
  file = write_xlsx ();
  strings = part (file, "xl/sharedStrings.xml");
  ck_assert_ptr_nonnull (strstr (strings, ">一_x005F_x0041__x0002_&lt;&amp;&gt;<"));
}
END_TEST

START_TEST (pages_have_the_texts_of_the_setup_at_their_edges)
{
  const ExportOptions options = {
    .format = "xlsx", .setup = { .header = (char *) "送审稿", .footer = (char *) "A&B" }
  };
  g_autofree char *bytes = NULL;
  g_autoptr (GBytes) file = NULL;
  g_autofree char *sheet = NULL;
  gsize            length;

  add ("zunhua", "河道清淤");
  ck_assert (export_write (db, documents, &options, path, NULL));
  ck_assert (g_file_get_contents (path, &bytes, &length, NULL));
  file = g_bytes_new (bytes, length);
  sheet = part (file, "xl/worksheets/sheet2.xml");
  ck_assert_ptr_nonnull (strstr (sheet, "<oddHeader>&amp;R"));
  ck_assert_ptr_nonnull (strstr (sheet, "送审稿</oddHeader>"));
  ck_assert_ptr_nonnull (strstr (sheet, "A&amp;&amp;B　　第"));
}
END_TEST

/* A row of a sheet is at most 409 points high: what is higher stands in several. */
START_TEST (a_very_long_text_is_shown_to_its_end)
{
  g_autoptr (GString) purpose = g_string_new (NULL);
  g_autoptr (GBytes) file = NULL;
  g_autofree char *sheet = NULL;
  double           sum = 0;

  add ("zunhua", "河道清淤");
  for (guint i = 0; i < 3000; i++)
    g_string_append (purpose, "字");
  ck_assert (
      edit_cell (db, "project", first_project (), "purpose", purpose->str, NULL));
  file = write_xlsx ();
  sheet = part (file, "xl/worksheets/sheet2.xml");
  for (const char *at = sheet; (at = strstr (at, " ht=\"")) != NULL; at++)
    {
      double height = g_ascii_strtod (at + strlen (" ht=\""), NULL);

      ck_assert_double_le (height, 409.5);
      sum += height;
    }
  ck_assert_double_gt (sum, 3000 * 10 * 10 * 1.2 / 440); /* so wide is the cell */
  ck_assert_ptr_nonnull (strstr (sheet, "<mergeCell ref=\"B5:G7\"/>"));
}
END_TEST

/* It is signed on paper, also on that of a spreadsheet. */
START_TEST (the_line_to_sign_stands_below_the_table)
{
  const ExportOptions options = { .format = "xlsx", .setup = { .seal = TRUE } };
  g_autofree char    *bytes = NULL;
  g_autoptr (GBytes) file = NULL;
  g_autofree char *strings = NULL;
  gsize            length;

  add ("zunhua", "河道清淤");
  ck_assert (export_write (db, documents, &options, path, NULL));
  ck_assert (g_file_get_contents (path, &bytes, &length, NULL));
  file = g_bytes_new (bytes, length);
  strings = part (file, "xl/sharedStrings.xml");
  ck_assert_ptr_nonnull (strstr (strings, "填报单位（盖章）："));
}
END_TEST

/* … and a number is one, that shows as it was printed. */
START_TEST (a_number_is_a_number)
{
  g_autoptr (GBytes) file = NULL;
  g_autofree char *sheet = NULL;
  g_autofree char *styles = NULL;

  add ("chengde", "河道清淤");
  file = write_xlsx ();
  sheet = part (file, "xl/worksheets/sheet2.xml");
  styles = part (file, "xl/styles.xml");
  ck_assert_ptr_nonnull (strstr (sheet, "<v>1.5<"));  /* 值: 1.50 */
  ck_assert_ptr_nonnull (strstr (sheet, "<v>0.01<")); /* 1% */
  ck_assert_ptr_nonnull (strstr (styles, "formatCode=\"0.00\""));
  ck_assert_ptr_nonnull (strstr (styles, "formatCode=\"0%\""));
}
END_TEST

START_TEST (levels_and_operators_are_offered)
{
  g_autoptr (GBytes) file = NULL;
  g_autofree char *sheet = NULL;

  add ("chengde", "河道清淤");
  file = write_xlsx ();
  sheet = part (file, "xl/worksheets/sheet2.xml");
  ck_assert_uint_eq (count (sheet, "<dataValidation "), 3);
  ck_assert_ptr_nonnull (strstr (sheet, "产出指标,"));
  ck_assert_ptr_nonnull (strstr (sheet, "errorStyle=\"information\""));
}
END_TEST

START_TEST (a_sheet_sums_the_projects_up)
{
  g_autoptr (GBytes) file = NULL;
  g_autofree char *sheet = NULL;
  g_autofree char *book = NULL;

  add ("zunhua", "河道清淤");
  add ("zunhua", "护坡");
  file = write_xlsx ();
  sheet = part (file, "xl/worksheets/sheet1.xml");
  book = part (file, "xl/workbook.xml");
  ck_assert_ptr_nonnull (strstr (book, "<sheet name=\"汇总\""));
  ck_assert_uint_eq (count (sheet, "<row "), 3);
  ck_assert_uint_eq (count (sheet, "<hyperlink "), 2);
  ck_assert_ptr_nonnull (strstr (sheet, "'2 护坡'!A1"));
}
END_TEST

START_TEST (sheets_have_names_that_a_spreadsheet_accepts)
{
  static const char *const names[] = {
    "河道/清淤[一期]:*?\\",
    "'引号'",
    "",
    "一个特别特别特别特别特别特别特别特别特别长的项目名称而且没有完",
    "𠮷野河",
  };
  g_autoptr (GBytes) file = NULL;
  g_autofree char *book = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    add ("zunhua", names[i]);
  file = write_xlsx ();
  book = part (file, "xl/workbook.xml");
  ck_assert_uint_eq (count (book, "<sheet "), 1 + G_N_ELEMENTS (names));
  ck_assert_ptr_nonnull (strstr (book, "\"1 河道-清淤-一期-----\""));
  ck_assert_ptr_nonnull (strstr (book, "\"2 -引号-\""));
  ck_assert_ptr_nonnull (strstr (book, "\"5  野河\""));
}
END_TEST

START_TEST (a_failed_export_leaves_the_old_file)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *elsewhere = g_build_filename (folder, "no", "out.xlsx", NULL);

  add ("zunhua", "河道清淤");
  ck_assert (!export_xlsx (elsewhere, &error));
  ck_assert_ptr_nonnull (strstr (error->message, elsewhere));
  ck_assert_ptr_null (strchr (error->message, '\n'));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("xlsx");
  TCase *tcase = tcase_create ("xlsx");

  tcase_add_checked_fixture (tcase, set_up, tear_down);
  tcase_add_test (tcase, the_same_records_give_the_same_bytes);
  tcase_add_test (tcase, a_file_says_what_it_is_and_no_day);
  tcase_add_test (tcase, the_kind_of_the_font_is_said);
  tcase_add_test (tcase, merged_cells_are_merged);
  tcase_add_test (tcase, a_sheet_is_set_up_for_printing);
  tcase_add_test (tcase, a_table_that_is_a_little_too_long_fits_a_page);
  tcase_add_test (tcase, a_text_stays_a_text);
  tcase_add_test (tcase, characters_that_xml_lacks_are_written_as_spreadsheets_do);
  tcase_add_test (tcase, pages_have_the_texts_of_the_setup_at_their_edges);
  tcase_add_test (tcase, the_line_to_sign_stands_below_the_table);
  tcase_add_test (tcase, a_very_long_text_is_shown_to_its_end);
  tcase_add_test (tcase, a_number_is_a_number);
  tcase_add_test (tcase, levels_and_operators_are_offered);
  tcase_add_test (tcase, a_sheet_sums_the_projects_up);
  tcase_add_test (tcase, sheets_have_names_that_a_spreadsheet_accepts);
  tcase_add_test (tcase, a_failed_export_leaves_the_old_file);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
