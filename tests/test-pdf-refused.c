/* tests/test-pdf-refused.c — a PDF document that means harm: it is refused in a line.
 */

#include "tests/outline.h"
#include "tests/suite.h"

#include <string.h>

#define BROKEN "文件：PDF 文件已损坏，请重新下载，或用 PDF 软件打开后另存再导入"
#define LOCKED "文件：有密码保护，请用 PDF 软件打开，取消密码后另存再导入"
#define TOO_MUCH \
  "文件：页数或内容多得不像一份绩效文本，没有读下去；请把其中的绩效文本另存出来再导入"
#define TOO_LONG         "文件：一分钟还没有读完，没有再读下去；请用办公软件另存为 .docx 再导入"
#define OBJECT(n, words) n " 0 obj " words " endobj\n"

static const struct {
  const char *what, *file, *outline;
} hostile[] = {
  { "only a mark", "%PDF-1.4\n", BROKEN },
  { "no pages",
    "%PDF-1.4\n" OBJECT ("1", "<</Type/Catalog>>") "trailer <</Root 1 0 R>>\n",
    BROKEN },
  { "pages that hold themselves",
    "%PDF-1.4\n" OBJECT ("1", "<</Type/Catalog/Pages 2 0 R>>") OBJECT (
        "2", "<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>") "trailer <</Root 1 0 R>>\n",
    BROKEN },
  { "a drawing that draws itself",
    "%PDF-1.4\n" OBJECT ("1", "<</Type/Catalog/Pages 2 0 R>>")
        OBJECT ("2", "<</Type/Pages/Count 1/Kids[3 0 R]>>") OBJECT (
            "3", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 5 0 R"
                 "/Resources<</XObject<</X 4 0 R>>>>>>")
            OBJECT (
                "4",
                "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 11"
                "/Resources<</XObject<</X 4 0 R>>>>>>stream\n/X Do /X Do\nendstream")
                OBJECT ("5", "<</Length 5>>stream\n/X Do\nendstream") "trailer <</Root "
                                                                      "1 0 R>>\n",
    "文件：里面没有文字，请选择有内容的文件再导入" },
  { "a password",
    "%PDF-1.4\n" OBJECT ("1", "<</Type/Catalog/Pages 2 0 R>>")
        OBJECT ("2", "<</Type/Pages/Count 0/Kids[]>>") OBJECT (
            "3", "<</Filter/Standard/V 1/R 2/P -4"
                 "/O<0000000000000000000000000000000000000000000000000000000000000000>"
                 "/U<0000000000000000000000000000000000000000000000000000000000000000>"
                 ">>") "trailer <</Root 1 0 R/Encrypt 3 0 R/ID[<00><00>]>>\n",
    LOCKED },
  { "a count of pages that is not true",
    "%PDF-1.4\n" OBJECT ("1", "<</Type/Catalog/Pages 2 0 R>>")
        OBJECT ("2", "<</Type/Pages/Count 2000000000/Kids[3 0 R]>>")
            OBJECT ("3",
                    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>") "trailer <</Root "
                                                                     "1 0 R>>\n",
    BROKEN },
  { "a page as large as a field",
    "%PDF-1.4\n" OBJECT ("1", "<</Type/Catalog/Pages 2 0 R>>")
        OBJECT ("2", "<</Type/Pages/Count 1/Kids[3 0 R]>>") OBJECT (
            "3", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99999 99999]/Contents 4 0 R"
                 "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
                 ">>>>>>") OBJECT ("4", "<</Length 35>>stream\n"
                                        "BT /F 12 Tf 20 20 Td (one) Tj ET   \n"
                                        "endstream") "trailer <</Root 1 0 R>>\n",
    "P one" },
  { "a turned page whose font changes with each letter",
    "%PDF-1.4\n" OBJECT ("1", "<</Type/Catalog/Pages 2 0 R>>")
        OBJECT ("2", "<</Type/Pages/Count 1/Kids[3 0 R]>>") OBJECT (
            "3",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Rotate 90/Contents 4 0 R"
            "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
            "/G<</Type/Font/Subtype/Type1/BaseFont/Courier>>>>>>>>")
            OBJECT ("4", "<</Length 90>>stream\n"
                         "BT /F 12 Tf 20 100 Td (o) Tj /G 12 Tf (n) Tj /F 12 Tf (e) Tj "
                         "/G 12 Tf (s) Tj ET      \n"
                         "endstream") "trailer <</Root 1 0 R>>\n",
    "P ones" },
  { "a page without measure",
    "%PDF-1.4\n" OBJECT ("1", "<</Type/Catalog/Pages 2 0 R>>")
        OBJECT ("2", "<</Type/Pages/Count 1/Kids[3 0 R]>>") OBJECT (
            "3",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9e30 9e30]>>") "trailer <</Root 1 "
                                                                   "0 R>>\n",
    "文件：里面没有文字，请选择有内容的文件再导入" },
};

START_TEST (a_hostile_file_is_refused)
{
  g_autoptr (GBytes) bytes =
      g_bytes_new_static (hostile[_i].file, strlen (hostile[_i].file));
  g_autofree char *seen = outline_of (bytes);

  ck_assert_msg (g_str_equal (seen, hostile[_i].outline), "%s\n  %s\n  %s",
                 hostile[_i].what, seen, hostile[_i].outline);
}
END_TEST

START_TEST (what_is_nested_deep_is_refused_or_read)
{
  g_autoptr (GString) file =
      g_string_new ("%PDF-1.4\n" OBJECT ("1", "<</Type/Catalog/Pages 2 0 R>>")
                        OBJECT ("2", "<</Type/Pages/Count 1"
                                     "/Kids[3 0 R]>>") "3 0 obj "
                                                       "<</Type"
                                                       "/Page"
                                                       "/MediaBo"
                                                       "x ");
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *seen = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append_c (file, '[');
  g_string_append (file, ">> endobj trailer <</Root 1 0 R>>\n");
  bytes = g_bytes_new (file->str, file->len);
  seen = outline_of (bytes);
  ck_assert_msg (g_str_has_prefix (seen, "文件："), "%s", seen);
}
END_TEST

#define MEASURE  "[0 0 90000 90000]"
#define DRAWINGS 10 /* that each drawing consists of */
#define WORD     19000

/* A drawing that consists of the next one, again and again, each at a place of its own;
 * the last is a long word. */
static void
add_drawing (GString *file, guint number, double step, gboolean is_last)
{
  g_autoptr (GString) content = g_string_new (is_last ? "BT /F 8 Tf 1 1 Td (" : NULL);
  g_autofree char *next = g_strdup_printf ("/XObject<</X %u 0 R>>", number + 1);
  const char      *font = "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>";

  for (guint i = 0; i < (is_last ? WORD : DRAWINGS); i++)
    if (is_last)
      g_string_append_c (content, 'a');
    else
      g_string_append_printf (content, "1 0 0 1 0 %g cm /X Do ", step);
  if (is_last)
    g_string_append (content, ") Tj ET");
  g_string_append_printf (file,
                          "%u 0 obj <</Type/XObject/Subtype/Form/BBox" MEASURE
                          "/Length %u/Resources<<%s>>>>stream\n%s\nendstream endobj ",
                          number, (guint) content->len, is_last ? font : next,
                          content->str);
}

START_TEST (what_needs_too_much_memory_is_refused)
{
  g_autoptr (GString) file = g_string_new (
      "%PDF-1.4\n" OBJECT ("1", "<</Type/Catalog/Pages 2 0 R>>")
          OBJECT ("2", "<</Type/Pages/Count 1/Kids[3 0 R]>>")
              OBJECT ("3", "<</Type/Page/Parent 2 0 R/MediaBox" MEASURE
                           "/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>")
                  OBJECT ("4", "<</Length 6>>stream\n/X Do\nendstream"));
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *seen = NULL;

  add_drawing (file, 5, 7000, FALSE);
  add_drawing (file, 6, 700, FALSE);
  add_drawing (file, 7, 70, FALSE);
  add_drawing (file, 8, 0, TRUE);
  g_string_append (file, "trailer <</Root 1 0 R>>\n");
  bytes = g_bytes_new (file->str, file->len);
  seen = outline_of (bytes);
  /* On a busy machine its time may be over first.  */
  ck_assert_msg (g_str_equal (seen, TOO_MUCH) || g_str_equal (seen, TOO_LONG), "%s",
                 seen);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("pdf-refused");
  TCase *tc = tcase_create ("files");

  tcase_add_loop_test (tc, a_hostile_file_is_refused, 0, G_N_ELEMENTS (hostile));
  tcase_add_test (tc, what_is_nested_deep_is_refused_or_read);
  tcase_add_test (tc, what_needs_too_much_memory_is_refused);
  suite_add_tcase (suite, tc);
  return suite_run (suite);
}
