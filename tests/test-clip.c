/* tests/test-clip.c — blocks of texts as spreadsheets copy and paste them. */

#include "app/form/clip.h"
#include "tests/suite.h"

/* A block as rows of [text][text], one behind the other with slashes between. */
static char *
outline (const Clip *clip)
{
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < clip->rows; row++)
    {
      g_string_append (text, row > 0 ? "/" : "");
      for (guint col = 0; col < clip->cols; col++)
        g_string_append_printf (text, "[%s]", clip_get (clip, row, col));
    }
  return g_string_free (text, FALSE);
}

static const struct {
  const char *what, *copied, *block;
  const char *written; /* NULL: as copied */
} blocks[] = {
  { "nothing", "", "[]", NULL },
  { "one text", "≥95%", "[≥95%]", NULL },
  { "one text of a spreadsheet", "≥95%\r\n", "[≥95%]", "≥95%" },
  { "a row", "甲\t乙\t丙\n", "[甲][乙][丙]", "甲\t乙\t丙" },
  { "rows as on Windows", "甲\t乙\r\n丙\t丁\r\n", "[甲][乙]/[丙][丁]",
    "甲\t乙\n丙\t丁\n" },
  { "no line break at the end", "甲\n乙", "[甲]/[乙]", "甲\n乙\n" },
  { "blank cells", "\t\n\t乙\n", "[][]/[][乙]", NULL },
  { "a blank row at the end", "甲\n\n", "[甲]/[]", NULL },
  { "a short line", "甲\n乙\t丙\n", "[甲][]/[乙][丙]", "甲\t\n乙\t丙\n" },
  { "a line break in a cell", "\"甲\n乙\"\t丙\n", "[甲\n乙][丙]", "\"甲\n乙\"\t丙" },
  { "a line break of Windows in a cell", "\"甲\r\n乙\"\t丙\r\n", "[甲\n乙][丙]",
    "\"甲\n乙\"\t丙" },
  { "a tab in a cell", "\"甲\t乙\"\t丙\n", "[甲\t乙][丙]", "\"甲\t乙\"\t丙" },
  { "quotes in quotes", "\"\"\"甲\"\"\n乙\"\n", "[\"甲\"\n乙]", "\"\"\"甲\"\"\n乙\"" },
  { "quotes inside a text", "称“甲\"乙\"”\t丙", "[称“甲\"乙\"”][丙]", NULL },
  { "a quote that nothing ends", "\"甲\t乙", "[\"甲][乙]", "\"\"\"甲\"\t乙" },
  { "a quote that ends too early", "\"甲\"乙\t丙", "[\"甲\"乙][丙]",
    "\"\"\"甲\"\"乙\"\t丙" },
  { "a blank in quotes", "\"\"\t甲", "[][甲]", "\t甲" },
};

START_TEST (a_block_is_read_as_a_spreadsheet_copies_it)
{
  g_autoptr (Clip) clip = clip_read (blocks[_i].copied);
  g_autofree char *text = outline (clip);

  ck_assert_msg (g_str_equal (text, blocks[_i].block), "%s: %s", blocks[_i].what, text);
}
END_TEST

START_TEST (what_is_written_reads_back_the_same)
{
  const char *expected = blocks[_i].written ? blocks[_i].written : blocks[_i].copied;
  g_autoptr (Clip) clip = clip_read (blocks[_i].copied);
  g_autofree char *written = clip_write (clip);
  g_autoptr (Clip) again = clip_read (written);
  g_autofree char *text = outline (again);

  ck_assert_msg (g_str_equal (written, expected), "%s: %s", blocks[_i].what, written);
  ck_assert_msg (g_str_equal (text, blocks[_i].block), "%s: %s", blocks[_i].what, text);
}
END_TEST

static Suite *
clip_suite (void)
{
  Suite *suite = suite_create ("clip");
  TCase *tests = tcase_create ("clip");

  tcase_add_loop_test (tests, a_block_is_read_as_a_spreadsheet_copies_it, 0,
                       G_N_ELEMENTS (blocks));
  tcase_add_loop_test (tests, what_is_written_reads_back_the_same, 0,
                       G_N_ELEMENTS (blocks));
  suite_add_tcase (suite, tests);
  return suite;
}

int
main (void)
{
  return suite_run (clip_suite ());
}
