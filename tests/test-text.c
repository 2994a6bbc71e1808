/* tests/test-text.c — text extracts as paragraphs and tables. */

#include "app/read/block.h"
#include "app/read/reader.h"
#include "tests/suite.h"

#include <string.h>

static GPtrArray *
read_bytes (const char *bytes, gssize size, GError **error)
{
  g_autoptr (GBytes) copy =
      g_bytes_new (bytes, size < 0 ? strlen (bytes) : (gsize) size);

  return reader_read (copy, "文本.txt", error);
}

/* "P text" for a paragraph, "T a|b / c|d" for a table, breaks as ¶, joined by " ; ". */
static char *
outline (GPtrArray *blocks)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const Block *block = blocks->pdata[i];
      guint        row = 0;

      g_string_append (text, i > 0 ? " ; " : "");
      g_string_append (text, block->kind == BLOCK_TABLE ? "T " : "P ");
      if (block->kind == BLOCK_PARAGRAPH)
        g_string_append (text, block->text);
      for (guint j = 0; block->cells != NULL && j < block->cells->len; j++)
        {
          const BlockCell *cell = block->cells->pdata[j];

          if (cell->col > 0)
            g_string_append_c (text, '|');
          else if (cell->row > row)
            g_string_append (text, " / ");
          row = cell->row;
          g_string_append (text, cell->text);
        }
    }
  g_string_replace (text, "\n", "¶", 0);
  return g_string_free (text, FALSE);
}

static const struct {
  const char *text, *outline;
} extracts[] = {
  /* a row a line */
  { "甲\t乙\n丙\t丁", "T 甲|乙 / 丙|丁" },
  { "头\n\n甲\t乙\n\n\n丙\t\t丁\n尾", "P 头 ; T 甲|乙 / 丙||丁 ; P 尾" },
  { "\t\t值\r\n甲\t乙\t丙\r\n", "T ||值 / 甲|乙|丙" },
  /* a cell a line */
  { "\t甲\n\t乙\n\n\t丙\n\t丁", "T 甲|乙 / 丙|丁" },
  { "头\n\t甲\n\t\n\t乙\n\n\n尾", "P 头 ; T 甲||乙 ; P 尾" },
  { "\t甲\n\t一\n二\n\n\t乙\n\t三", "T 甲|一¶二 / 乙|三" },
  /* a break in the label of the first row, and of later rows */
  { "\t项目\n\n编码\n\t1\n\t项目名称\n\t甲\n\n\t乙\n\t丙",
    "T 项目¶¶编码|1|项目名称|甲 / 乙|丙" },
  { "\t一\n\t二\n\t三\n\n\t效\n\n果\n\t五\n\t六\n\n\t七\n\t八\n\t九",
    "T 一|二|三 / 效¶¶果|五|六 / 七|八|九" },
  /* a cell that ends with an empty paragraph does not end its row */
  { "\t一\n\t二\n\t三\n\n\t四\n\t五\n\n\n\t六\n\n\t七\n\t八\n\t九",
    "T 一|二|三 / 四|五|六 / 七|八|九" },
  /* lines behind the last cell are the next heading */
  { "\t一\n\t二\n\n\t三\n\t四\n\n\n下一张\n绩效表\n\n\t五\n\t六",
    "T 一|二 / 三|四 ; P 下一张 ; P 绩效表 ; T 五|六" },
  { "\t一\n\t二\n\n\t三\n\t四\n\n下一张\n\t五\n\t六\n\t七\n\n\t八",
    "T 一|二 / 三|四 ; P 下一张 ; T 五|六|七 / 八" },
  { "\t一\n\t二\n\n\t三\n\t四\n\n三、措施\n说明。",
    "T 一|二 / 三|四 ; P 三、措施 ; P 说明。" },
  /* all blank lines twice */
  { "\t一\n\t二\n\t三\n\n\n\t效\n\n\n果\n\t五\n\t六\n\n\n\t七\n\t八\n\t九\n\n\n\n\n尾",
    "T 一|二|三 / 效¶¶¶果|五|六 / 七|八|九 ; P 尾" },
  /* a text at once behind a cell belongs to it, however wide the row is already */
  { "\t一\n\t二\n\n\t三\n\t四\n其五\n\t六", "T 一|二 / 三|四¶其五|六" },
  /* page numbers, and the marks of new pages, are none of the text */
  { "\t一\n\t二\n\n- 12 -\n\n\t三\n\t四\n\f\t五", "T 一|二 / 三|四|五" },
  { "\t一\n\n第 3 页\n\n\t二\n— 4 —\n\t三", "T 一 / 二 / 三" },
  { "甲\t乙\n—5—\n丙\t丁", "T 甲|乙 / 丙|丁" },
  { "甲\t乙\n（续表）\n丙\t丁", "T 甲|乙 / 丙|丁" },
  { "没有表格。", "P 没有表格。" },
};

START_TEST (an_extract_becomes_paragraphs_and_tables)
{
  g_autoptr (GPtrArray) blocks = read_bytes (extracts[_i].text, -1, NULL);
  g_autofree char *got = NULL;

  ck_assert_ptr_nonnull (blocks);
  got = outline (blocks);
  ck_assert_str_eq (got, extracts[_i].outline);
}
END_TEST

START_TEST (a_cell_knows_its_line)
{
  g_autoptr (GPtrArray) blocks =
      read_bytes ("头\n\t甲\n\n\t项目\n\n编码\n\t乙", -1, NULL);
  const Block     *table = blocks->pdata[1];
  const BlockCell *cell = table->cells->pdata[2];

  ck_assert_uint_eq (table->line, 2);
  ck_assert_str_eq (cell->text, "乙");
  ck_assert_uint_eq (cell->line, 7);
  ck_assert_uint_eq (cell->row, 1);
  ck_assert_uint_eq (cell->col, 1);
}
END_TEST

static const struct {
  const char *charset, *mark;
} encodings[] = {
  { "UTF-8", "" },
  { "UTF-8", "\xEF\xBB\xBF" },
  { "UTF-16LE", "\xFF\xFE" },
  { "UTF-16BE", "\xFE\xFF" },
  { "GB18030", "" },
};

START_TEST (the_encoding_is_found)
{
  gsize            size;
  g_autofree char *bytes = g_convert ("绩效\t≥95%\n镕\t㐀", -1, encodings[_i].charset,
                                      "UTF-8", NULL, &size, NULL);
  g_autoptr (GByteArray) file = g_byte_array_new ();
  g_autoptr (GPtrArray) blocks = NULL;
  g_autofree char *got = NULL;

  ck_assert_ptr_nonnull (bytes);
  g_byte_array_append (file, (const guint8 *) encodings[_i].mark,
                       strlen (encodings[_i].mark));
  g_byte_array_append (file, (const guint8 *) bytes, size);
  blocks = read_bytes ((const char *) file->data, file->len, NULL);
  ck_assert_ptr_nonnull (blocks);
  got = outline (blocks);
  ck_assert_str_eq (got, "T 绩效|≥95% / 镕|㐀");
}
END_TEST

static const struct {
  const char *bytes;
  gssize      size;
  int         code;
  const char *says;
} failures[] = {
  { "", 0, READER_EMPTY, "文本.txt：是空文件" },
  { " \n\t\n　\n", -1, READER_EMPTY, "文本.txt：是空文件" },
  { "甲\0乙", 7, READER_UNKNOWN, "文本.txt：不是文本文件" },
  { "\x01\x02\x03\x04\x05\x06", -1, READER_UNKNOWN, "文本.txt：不是文本文件" },
  { "abc\xFF", -1, READER_UNKNOWN, "文本.txt：不是文本文件" },
};

START_TEST (what_is_no_text_is_refused_in_one_line)
{
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (read_bytes (failures[_i].bytes, failures[_i].size, &error));
  ck_assert (g_error_matches (error, READER_ERROR_DOMAIN, failures[_i].code));
  ck_assert (g_str_has_prefix (error->message, failures[_i].says));
  ck_assert_ptr_null (strchr (error->message, '\n'));
}
END_TEST

static void
append_visible (GString *to, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (to, g_utf8_get_char (p));
}

static const char *const samples[] = {
  "chengde-2024.txt",
  "nanpu-2020-first7.txt",
  "tangshan-renshe-2024.txt",
  "zunhua-2022-first12.txt",
  "tangshan-shehui-2024-first12.txt",
};

START_TEST (no_character_of_a_document_is_lost)
{
  g_autofree char *path = real_sample_path (samples[_i]);
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GString) in = g_string_new (NULL);
  g_autoptr (GString) out = g_string_new (NULL);

  if (path == NULL)
    return;
  ck_assert (g_file_get_contents (path, &text, NULL, NULL));
  blocks = read_bytes (text, -1, NULL);
  ck_assert_ptr_nonnull (blocks);
  for (guint i = 0; i < blocks->len; i++)
    {
      const Block *block = blocks->pdata[i];

      append_visible (out, block->text != NULL ? block->text : "");
      for (guint j = 0; block->cells != NULL && j < block->cells->len; j++)
        append_visible (out, ((const BlockCell *) block->cells->pdata[j])->text);
    }
  append_visible (in, text);
  ck_assert_str_eq (in->str, out->str);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("text");
  TCase *tcase = tcase_create ("text");

  tcase_add_loop_test (tcase, an_extract_becomes_paragraphs_and_tables, 0,
                       G_N_ELEMENTS (extracts));
  tcase_add_test (tcase, a_cell_knows_its_line);
  tcase_add_loop_test (tcase, the_encoding_is_found, 0, G_N_ELEMENTS (encodings));
  tcase_add_loop_test (tcase, what_is_no_text_is_refused_in_one_line, 0,
                       G_N_ELEMENTS (failures));
  tcase_add_loop_test (tcase, no_character_of_a_document_is_lost, 0,
                       G_N_ELEMENTS (samples));
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
