/* tests/test-pdf-file.c — the objects of a PDF file, and how numbers and texts are put.
 */

#include "app/export/pdf-file.h"
#include "tests/suite.h"

#include <string.h>

static const struct {
  double      number;
  const char *words;
} numbers[] = {
  { 0, "0" },         { -0.001, "0" },  { 0.05, "0.05" },           { 0.5, "0.5" },
  { 12, "12" },       { 12.5, "12.5" }, { 595.276, "595.28" },      { -10.4, "-10.4" },
  { -0.05, "-0.05" }, { 100, "100" },   { 1000000.004, "1000000" }, { 0.999, "1" },
  { 9.995001, "10" },
};

START_TEST (a_number_has_no_more_digits_than_it_needs)
{
  g_autoptr (GString) words = g_string_new (NULL);

  pdf_put_number (words, numbers[_i].number);
  ck_assert_str_eq (words->str, numbers[_i].words);
}
END_TEST

START_TEST (a_text_is_utf_16)
{
  g_autoptr (GString) words = g_string_new (NULL);

  pdf_put_text (words, "绩(a\xF0\x9F\x98\x80");
  ck_assert_str_eq (words->str, "<FEFF7EE900280061D83DDE00>");
  g_string_truncate (words, 0);
  pdf_put_text (words, "\xFF");
  ck_assert_str_eq (words->str, "<FEFFFFFD>");
}
END_TEST

static gsize
place_of (const PdfFile *file, const char *what)
{
  const GString *bytes = pdf_file_bytes (file);

  for (gsize at = 0; at + strlen (what) <= bytes->len; at++)
    if (memcmp (bytes->str + at, what, strlen (what)) == 0)
      return at;
  return 0;
}

START_TEST (bytes_stand_where_they_are_said_to)
{
  g_autoptr (PdfFile) file = pdf_file_new ();
  gsize begin = pdf_file_add_stream (file, pdf_file_numbers (file, 1), "/Type/Metadata",
                                     PDF_PLAIN, "some bytes", 10);

  ck_assert_mem_eq (pdf_file_bytes (file)->str + begin, "some bytes\nendstream", 20);
  ck_assert_uint_gt (place_of (file, "1 0 obj\n<</Type/Metadata/Length 10"), 0);
}
END_TEST

#define NAMES_BEGIN "/ID[<"
#define NAMES \
  NAMES_BEGIN "01234567890123456789012345678901><01234567890123456789012345678901>]"

/* More than go into one pack; then one of them again, behind the end. */
START_TEST (an_update_leaves_what_was_there)
{
  g_autoptr (PdfFile) file = pdf_file_new ();
  guint            first = pdf_file_numbers (file, 1200);
  g_autofree char *before = NULL;
  gsize            end;

  for (guint i = 0; i < 1200; i++)
    pdf_file_add (file, first + i, "<</A 1>>");
  pdf_file_end (file, first, first + 1, NULL);
  end = pdf_file_bytes (file)->len;
  before = g_memdup2 (pdf_file_bytes (file)->str, end);
  ck_assert_uint_gt (place_of (file, "/N 500/"), 0);
  ck_assert_uint_gt (place_of (file, "/N 200/"), 0);
  ck_assert_uint_eq (place_of (file, "/Prev"), 0);
  pdf_file_add (file, first, "<</A 2>>");
  pdf_file_end (file, first, first + 1, "/More 3");
  ck_assert_mem_eq (pdf_file_bytes (file)->str, before, end);
  ck_assert_uint_gt (place_of (file, "/Prev"), end);
  ck_assert_uint_gt (place_of (file, "/Index[1 1 "), end);
  ck_assert_uint_gt (place_of (file, "/More 3"), end);
  /* of its two names the first is kept */
  ck_assert_mem_eq (pdf_file_bytes (file)->str + place_of (file, "/Prev") -
                        strlen (NAMES),
                    before + place_of (file, NAMES_BEGIN), strlen (NAMES_BEGIN) + 32);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("pdf-file");
  TCase *tcase = tcase_create ("pdf-file");

  tcase_add_loop_test (tcase, a_number_has_no_more_digits_than_it_needs, 0,
                       G_N_ELEMENTS (numbers));
  tcase_add_test (tcase, a_text_is_utf_16);
  tcase_add_test (tcase, bytes_stand_where_they_are_said_to);
  tcase_add_test (tcase, an_update_leaves_what_was_there);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
