/* tests/test-enclosed.c — what is printed is read back exactly, and a file that
 * somebody changed is noticed.
 */

#include "app/edit/edit.h"
#include "app/export/enclosure.h"
#include "app/export/export.h"
#include "app/import/enclosed.h"
#include "app/import/import.h"
#include "app/interchange/interchange.h"
#include "tests/folder.h"
#include "tests/record-file.h"
#include "tests/suite.h"
#include "tests/zip-part.h"

#include <glib/gstdio.h>
#include <string.h>

static const char *const formats[] = { "pdf", "docx", "html", "xlsx" };

static const char *const samples[] = { "wenlv-2025.txt", "nongye-2024.txt",
                                       "shijian-2023.txt", "shuiwu-2025.txt",
                                       "zhujian-2025.txt" };

static char      *path;
static GPtrArray *documents;

static void
set_up (void)
{
  open_empty ();
  folder_make ();
  path = NULL;
  documents = g_ptr_array_new_with_free_func (document_free);
}

static void
tear_down (void)
{
  g_ptr_array_unref (documents);
  g_free (path);
  close_file ();
}

static Import *
import_of (const char *file)
{
  g_autoptr (GError) error = NULL;
  Import *import = import_read (file, &error);

  ck_assert_msg (import != NULL, "%s", error ? error->message : "");
  return import;
}

/* Stores a sample and prints it. */
static void
print (const char *sample, const char *format, gboolean whole)
{
  const ExportOptions options = { .format = format, .whole = whole };
  g_autofree char    *name = g_strconcat ("out.", format, NULL);
  g_autofree char    *from = sample_path (sample);
  g_autoptr (Import) import = import_of (from);
  g_autoptr (GError) error = NULL;

  path = folder_path (name);
  ck_assert (import_store (import, db, FALSE, NULL));
  g_ptr_array_add (documents, document_load (db, 1, NULL));
  ck_assert_msg (export_write (db, documents, &options, path, &error), "%s",
                 error ? error->message : "");
}

/* The records that come back, as JSON. */
static char *
records_of (const Import *import)
{
  g_autoptr (GPtrArray) back = g_ptr_array_new ();

  for (guint i = 0; i < import->proposals->len; i++)
    g_ptr_array_add (back, ((Proposal *) import->proposals->pdata[i])->document);
  return interchange_write (back);
}

static gboolean
says_changed (const Import *import)
{
  const Proposal *proposal = import->proposals->pdata[0];

  for (guint i = 0; i < proposal->notes->len; i++)
    if (strstr (((Note *) proposal->notes->pdata[i])->text, "改过") != NULL)
      return TRUE;
  return FALSE;
}

START_TEST (what_is_printed_is_read_back_exactly)
{
  guint sample = _i / G_N_ELEMENTS (formats), format = _i % G_N_ELEMENTS (formats);
  g_autoptr (Import) back = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  print (samples[sample], formats[format], TRUE);
  back = import_of (path);
  before = interchange_write (documents);
  after = records_of (back);
  ck_assert_str_eq (before, after);
  ck_assert (!says_changed (back));
}
END_TEST

/* Signs that files have a use of their own for. */
START_TEST (signs_of_the_format_come_back)
{
  static const char odd[] = "甲'乙\"丙&丁<戊>己&quot;庚&#39;辛\\n壬(癸)/%";

  const ExportOptions options = { .format = formats[_i], .whole = TRUE };
  g_autoptr (Import) back = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  print (samples[0], formats[_i], TRUE);
  ck_assert (edit_cell (db, "project", 1, "purpose", odd, NULL));
  g_ptr_array_set_size (documents, 0);
  g_ptr_array_add (documents, document_load (db, 1, NULL));
  ck_assert (export_write (db, documents, &options, path, NULL));
  back = import_of (path);
  before = interchange_write (documents);
  after = records_of (back);
  ck_assert_str_eq (before, after);
  ck_assert (!says_changed (back));
}
END_TEST

static GBytes *
bytes_of (const char *file)
{
  char *text;
  gsize size;

  ck_assert (g_file_get_contents (file, &text, &size, NULL));
  return g_bytes_new_take (text, size);
}

/* Puts new words in place of old ones, once. */
static GBytes *
replaced (GBytes *bytes, const char *old, const char *new)
{
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);
  GString    *text = g_string_new_len (data, size);
  guint       times = g_string_replace (text, old, new, 1);

  ck_assert_uint_eq (times, 1);
  g_bytes_unref (bytes);
  return g_string_free_to_bytes (text);
}

/* Changes a word that the file shows, as its own program would. */
static void
edit (const char *format, const char *old, const char *new)
{
  g_autoptr (GBytes) page = NULL;
  const char *part =
      g_str_equal (format, "docx") ? "word/document.xml" : "xl/sharedStrings.xml";

  if (!g_str_equal (format, "html"))
    {
      page = replaced (zip_part_get (path, part), old, new);
      zip_part_set (path, part, page);
      return;
    }
  page = bytes_of (path);
  /* the head holds the records: the words behind it are shown */
  {
    gsize       size;
    const char *text = g_bytes_get_data (page, &size);
    const char *body = strstr (text, "<body>");
    g_autoptr (GBytes) shown =
        replaced (g_bytes_new (body, size - (body - text)), old, new);
    g_autoptr (GString) whole = g_string_new_len (text, body - text);

    g_string_append_len (whole, g_bytes_get_data (shown, NULL),
                         g_bytes_get_size (shown));
    ck_assert (g_file_set_contents (path, whole->str, whole->len, NULL));
  }
}

START_TEST (a_changed_file_is_read_as_it_shows)
{
  g_autoptr (Import) back = NULL;
  g_autofree char *after = NULL;

  print ("nongye-2024.txt", formats[_i], TRUE);
  edit (formats[_i], "建立管护台账", "建立管护名册");
  back = import_of (path);
  ck_assert (says_changed (back));
  after = records_of (back);
  ck_assert_ptr_nonnull (strstr (after, "建立管护名册"));
  ck_assert_uint_eq (((Proposal *) back->proposals->pdata[0])->document->projects->len,
                     4);
}
END_TEST

/* Spaces and looks are not words. */
START_TEST (a_file_that_looks_different_is_not_changed)
{
  g_autoptr (Import) back = NULL;

  print ("nongye-2024.txt", "docx", TRUE);
  edit ("docx", "<w:jc w:val=\"center\"/>", "<w:jc w:val=\"right\"/>");
  back = import_of (path);
  ck_assert (!says_changed (back));
}
END_TEST

static Enclosed
enclosed_in (const char *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autofree char *json = NULL;
  Enclosed         enclosed = enclosed_find (bytes, "out.pdf", &json);

  ck_assert ((enclosed == ENCLOSED_INTACT) == (json != NULL));
  return enclosed;
}

START_TEST (a_changed_pdf_is_noticed)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *data = NULL;
  gsize            size;

  print ("nongye-2024.txt", "pdf", FALSE);
  bytes = bytes_of (path);
  size = g_bytes_get_size (bytes);
  data = g_malloc (size + 20);
  memcpy (data, g_bytes_get_data (bytes, NULL), size);
  ck_assert_int_eq (enclosed_in (data, size), ENCLOSED_INTACT);
  data[size / 3] ^= 1;
  ck_assert_int_eq (enclosed_in (data, size), ENCLOSED_CHANGED);
  data[size / 3] ^= 1;
  memset (data + size, ' ', 20);
  ck_assert_int_eq (enclosed_in (data, size / 2), ENCLOSED_NONE);
  memcpy (g_strrstr_len (data + size - 300, 300, "/JixiaoRecords"), "/JixiaoXXXXXXX",
          14);
  ck_assert_int_eq (enclosed_in (data, size), ENCLOSED_CHANGED);
}
END_TEST

START_TEST (an_update_behind_a_pdf_is_noticed)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GString) more = NULL;

  print ("nongye-2024.txt", "pdf", FALSE);
  bytes = bytes_of (path);
  more = g_string_new_len (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  for (guint i = 0; i < 40; i++)
    g_string_append (more, "999 0 obj << >> endobj\n");
  ck_assert_int_eq (enclosed_in (more->str, more->len), ENCLOSED_CHANGED);
}
END_TEST

START_TEST (programs_find_the_attachment)
{
  g_autofree char *qpdf = g_find_program_in_path ("qpdf");
  g_autofree char *list = g_find_program_in_path ("pdfdetach");
  g_autofree char *said = NULL;
  int              status = 0;

  print ("wenlv-2025.txt", "pdf", TRUE);
  if (qpdf != NULL)
    {
      const char *check[] = { qpdf, "--check", path, NULL };

      ck_assert (g_spawn_sync (NULL, (char **) check, NULL,
                               G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                               NULL, NULL, NULL, NULL, &status, NULL));
      ck_assert_int_eq (status, 0);
    }
  if (list != NULL)
    {
      const char *names[] = { list, "-list", path, NULL };

      ck_assert (g_spawn_sync (NULL, (char **) names, NULL, 0, NULL, NULL, &said, NULL,
                               NULL, NULL));
      ck_assert_ptr_nonnull (strstr (said, "jixiao-records.json"));
    }
}
END_TEST

START_TEST (the_same_records_give_the_same_bytes)
{
  const ExportOptions options = { .format = formats[_i], .whole = TRUE };
  g_autoptr (GBytes) one = NULL;
  g_autoptr (GBytes) two = NULL;

  print ("wenlv-2025.txt", formats[_i], TRUE);
  one = bytes_of (path);
  ck_assert (export_write (db, documents, &options, path, NULL));
  two = bytes_of (path);
  ck_assert (g_bytes_equal (one, two));
}
END_TEST

/* What other programs change in passing: spaces, what does not show, the radicals and
 * compatibility forms that fonts leave behind.  */
static const struct {
  const char *text, *other;
  gboolean    counts_as_same;
} shown[] = {
  { "预算 100 万元", "预算100万元", TRUE },
  { "甲　乙\u00a0丙\u3000", "甲乙丙", TRUE },
  { "甲\u200b乙\ufeff", "甲乙", TRUE },
  { "\u2ec5 \u2f00 \uf900", "见一\u8c48", TRUE },
  { "≥95％，见附件（一）", "≥ 95％，见附件（一）", TRUE },
  { " ", NULL, TRUE },
  { "甲乙", "乙甲", FALSE },
  { "95%", "95％", FALSE },
  { "\u9fff", "\ua000", FALSE },
};

START_TEST (what_does_not_show_does_not_count)
{
  g_autoptr (GChecksum) one = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GChecksum) two = g_checksum_new (G_CHECKSUM_SHA256);

  enclosure_see (one, shown[_i].text);
  enclosure_see (two, shown[_i].other);
  ck_assert_int_eq (g_str_equal (g_checksum_get_string (one),
                                 g_checksum_get_string (two)),
                    shown[_i].counts_as_same);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("enclosed");
  TCase *tcase = tcase_create ("enclosed");

  tcase_add_checked_fixture (tcase, set_up, tear_down);
  tcase_add_loop_test (tcase, what_is_printed_is_read_back_exactly, 0,
                       G_N_ELEMENTS (samples) * G_N_ELEMENTS (formats));
  tcase_add_loop_test (tcase, signs_of_the_format_come_back, 0, G_N_ELEMENTS (formats));
  tcase_add_loop_test (tcase, a_changed_file_is_read_as_it_shows, 1,
                       G_N_ELEMENTS (formats));
  tcase_add_test (tcase, a_file_that_looks_different_is_not_changed);
  tcase_add_test (tcase, a_changed_pdf_is_noticed);
  tcase_add_test (tcase, an_update_behind_a_pdf_is_noticed);
  tcase_add_test (tcase, programs_find_the_attachment);
  tcase_add_loop_test (tcase, what_does_not_show_does_not_count, 0,
                       G_N_ELEMENTS (shown));
  tcase_add_loop_test (tcase, the_same_records_give_the_same_bytes, 0,
                       G_N_ELEMENTS (formats));
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
