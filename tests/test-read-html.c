/* tests/test-read-html.c — a web page as a browser shows it. */

#include "tests/outline.h"
#include "tests/suite.h"

#include <string.h>

static const struct {
  const char *what, *page, *outline;
} pages[] = {
  { "paragraphs, headings, breaks",
    "<!DOCTYPE "
    "html><html><head><title>题</title></head><body><h1>甲</h1><p>乙<br>丙<br/>"
    "<div>丁 <b>戊</b>\n  己</div>庚</body></html>",
    "P 甲 ; P 乙 ; P 丙 ; P 丁 戊 己 ; P 庚" },
  { "entities", "<p>&lt;&#19968;&#x4E8C;&nbsp;&ge;&amp;&quot;</p>",
    "P <一二\302\240≥&\"" },
  { "scripts, styles, ways around the site",
    "<html><head><style>p{}</style></head><body><script>alert('<p>不见</p>')</script>"
    "<nav><a>首页</a></nav><ul class=\"main nav\"><li>首页</li></ul><div "
    "id=footer>备案</div>"
    "<div "
    "role='navigation'>不见</div><footer>不见</footer><form><select><option>不见</"
    "select>"
    "</form><p>甲</p><noscript>不见</noscript></body></html>",
    "P 甲" },
  { "the contents of the text are no way around the site",
    "<p>目录</p><nav aria-label='目录'><ul><li>一、甲</li></ul></nav><p>乙</p>",
    "P 目录 ; P 一、甲 ; P 乙" },
  { "what is not shown",
    "<p style='display: none'>不见</p><span style='DISPLAY:NONE'>不见</span><p "
    "hidden>不见</p>"
    "<p>甲</p>",
    "P 甲" },
  { "lists",
    "<ul><li>甲<li>乙</ul><ol><li>丙</li><li>丁</ol><ol type=A start=3><li>戊</ol>",
    "P 甲 ; P 乙 ; P 1. 丙 ; P 2. 丁 ; P C. 戊" },
  { "the number of an item stands before its words, whatever begins there",
    "<ol><li><p>甲</p><p>乙</p><li>\n <div><b>丙</b></div><li><ul><li>丁</ul></ol>",
    "P 1. 甲 ; P 乙 ; P 2. 丙 ; P 丁" },
  { "spans",
    "<table><tr><td rowspan=2>甲</td><td colspan=\"2\">乙</td></tr>"
    "<tr><td>丙</td><td>丁</td></tr></table>",
    "T 0,0+2x1:甲 0,1+1x2:乙 1,1:丙 1,2:丁" },
  { "ends that are missing", "<table><tr><td>甲<td>乙<tr><td>丙<td>丁</table><p>戊",
    "T 0,0:甲 0,1:乙 1,0:丙 1,1:丁 ; P 戊" },
  { "spans down to the end of a group",
    "<table><tbody><tr><td "
    "rowspan=0>甲<td>乙<tr><td>丙</tbody><tbody><tr><td>丁<td>戊</tbody>"
    "</table>",
    "T 0,0+2x1:甲 0,1:乙 1,1:丙 2,0:丁 2,1:戊" },
  { "absurd spans",
    "<table><tr><td rowspan=999999999999 colspan=-1>甲<td colspan=99999>乙<tr>"
    "<td rowspan=x colspan=0>丙</table>",
    "T 0,0+2x1:甲 0,1:乙 1,1:丙" },
  { "a row that is not shown still counts",
    "<table><tr><td rowspan=3>甲<td>乙<tr "
    "style='display:none'><td>不见<tr><td>丙</table>",
    "T 0,0+3x1:甲 0,1:乙 2,1:丙" },
  { "lines of a cell",
    "<table><tr><td><p>甲</p>\n<p>乙<br>丙</p></td><td>\n 丁 \n</td></tr></table>",
    "T 0,0:甲¶乙¶丙 0,1:丁" },
  { "a table in a cell",
    "<table><tr><td>甲<td>乙<tr><td>丙<td>丁<table><tr><td>一<td>二</table></table>",
    "T 0,0:甲 0,1:乙 1,0:丙 1,1:丁 ; T 0,0:一 0,1:二" },
  { "a page that is laid out in a table",
    "<table><tr><td>头</td></tr><tr><td>旁</td><td><p>甲</p><table><tr><td>一<td>二"
    "<tr><td>三<td>四</table></td></tr><tr><td>尾</td></tr></table>",
    "P 头 ; P 旁 ; P 甲 ; T 0,0:一 0,1:二 1,0:三 1,1:四 ; P 尾" },
  { "a caption and a form around rows",
    "<table><caption>题</caption><form><tr><td>甲</td><td>乙</td></tr></form></table>",
    "P 题 ; T 0,0:甲 0,1:乙" },
  { "as Word saves it",
    "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><!--[if gte mso "
    "9]><xml>"
    "<o:p>不见</o:p></xml><![endif]--></head><body><p class=MsoNormal><![if "
    "!supportLists]>"
    "<span style='mso-list:Ignore'>1、</span><![endif]>甲<o:p></o:p></p>"
    "<p><span style='mso-hide:all;display:none'>不见</span>乙<o:p>&nbsp;</o:p></p>"
    "<div style='mso-element:footer'><p>不见</p></div></body></html>",
    "P 1、甲 ; P 乙\302\240" },
  { "words in a line that are not shown",
    "<p>甲<span hidden>不见</span><b style='visibility: hidden'>不见</b>乙</p>",
    "P 甲乙" },
  { "parts of a table by their style",
    "<div style='display: table'><div style='display: table-row'>"
    "<div style='display:table-cell'>甲</div><span style='display:table-cell'>乙</span>"
    "</div></div><p>丙</p>",
    "T 0,0:甲 0,1:乙 ; P 丙" },
  { "characters that do not show, and radicals",
    "<p>绩&shy;效&#8203;\357\273\277⽬标⻓，&#x200F;“在”</p><table><tr><td>⼀<td>⾦</"
    "table>",
    "P 绩效目标长，“在” ; T 0,0:一 0,1:金" },
  { "a table alone", "  <table><tr><td>甲<td>乙</table>", "T 0,0:甲 0,1:乙" },
  { "a comment in front", "<!-- 存自 -->\n<?xml version='1.0'?><html><p>甲", "P 甲" },
};

START_TEST (a_page_reads_as_it_shows)
{
  g_autoptr (GBytes) bytes = g_bytes_new (pages[_i].page, strlen (pages[_i].page));
  g_autofree char *seen = outline_of (bytes);

  ck_assert_msg (g_strcmp0 (seen, pages[_i].outline) == 0, "%s: %s, not %s",
                 pages[_i].what, seen, pages[_i].outline);
}
END_TEST

static const struct {
  const char *said; /* in the page */
  const char *charset;
  const char *before, *behind; /* bytes */
} charsets[] = {
  { "utf-8", "UTF-8", "", "" },
  { "utf-8", "UTF-8", "\xEF\xBB\xBF", "" },
  { "gb2312", "UTF-8", "", "" },
  { "gb2312", "GB18030", "", "" },
  { "GBK", "GB18030", "", "" },
  { "nonsense", "GB18030", "", "" },
  { "utf-8", "GB18030", "", "" },
  { "big5", "BIG5", "", "" },
  { "unicode", "UTF-16LE", "\xFF\xFE", "" },
  { "unicode", "UTF-16BE", "\xFE\xFF", "" },
  { "utf-16", "UTF-16LE", "", "" },
  { "utf-16", "UTF-16BE", "", "" },
  { "utf-8", "UTF-8", "", "<p>\xE4\xB8" }, /* cut in the middle of a character */
};

START_TEST (a_page_is_read_in_its_own_characters)
{
  g_autofree char *page = g_strdup_printf (
      "<html><meta http-equiv=Content-Type content=\"text/html; charset=%s\">"
      "<p>人口一百</p><p>目的一致</p>",
      charsets[_i].said);
  gsize            size;
  g_autofree char *converted =
      g_convert (page, -1, charsets[_i].charset, "UTF-8", NULL, &size, NULL);
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *seen = NULL;

  g_byte_array_append (all, (const guint8 *) charsets[_i].before,
                       (guint) strlen (charsets[_i].before));
  g_byte_array_append (all, (const guint8 *) converted, (guint) size);
  g_byte_array_append (all, (const guint8 *) charsets[_i].behind,
                       (guint) strlen (charsets[_i].behind));
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&all));
  seen = outline_of (bytes);
  ck_assert_msg (g_str_has_prefix (seen, "P 人口一百 ; P 目的一致"), "%s as %s: %s",
                 charsets[_i].charset, charsets[_i].said, seen);
}
END_TEST

static const struct {
  const char *what, *before, *piece, *seen;
  guint       n;
} floods[] = {
  { "deep elements", "", "<div>", "套得太深", 100000 },
  { "deep tables", "", "<table><tr><td>", "不像一份绩效文本", 100 },
  { "wide tables", "<table><tr>", "<td colspan=1000>甲", "不像一份绩效文本", 5000 },
  { "cells over many rows", "<table>", "<tr><td rowspan=60000>甲", "不像一份绩效文本",
    5000 },
  { "attributes", "<!-- <p '--><p ", "a='>' b", "属性太多", 10000 },
  { "attributes without values", "<p", "\na", "属性太多", 10000 },
};

START_TEST (a_page_that_means_harm_ends_in_one_line)
{
  g_autoptr (GString) page = g_string_new ("<html><body>");
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *seen = NULL;

  g_string_append (page, floods[_i].before);
  for (guint i = 0; i < floods[_i].n; i++)
    g_string_append (page, floods[_i].piece);
  bytes = g_bytes_new (page->str, page->len);
  seen = outline_of (bytes);
  ck_assert_msg (strstr (seen, floods[_i].seen) != NULL, "%s: %.200s", floods[_i].what,
                 seen);
}
END_TEST

START_TEST (any_bytes_behind_a_tag_do_no_harm)
{
  static const char signs[] = "<>/td r=\"&;!-[]oabl\n";
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint) _i);
  g_autoptr (GString) page = g_string_new ("<html><body>");
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *seen = NULL;

  while (page->len < 2048)
    g_string_append_c (page, _i % 2 == 0 ? (char) g_rand_int (rand)
                                         : signs[g_rand_int_range (rand, 0, 20)]);
  bytes = g_bytes_new (page->str, page->len);
  seen = outline_of (bytes);
  ck_assert_ptr_nonnull (seen);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("read-html");
  TCase *tc = tcase_create ("html");

  tcase_add_loop_test (tc, a_page_reads_as_it_shows, 0, G_N_ELEMENTS (pages));
  tcase_add_loop_test (tc, a_page_is_read_in_its_own_characters, 0,
                       G_N_ELEMENTS (charsets));
  tcase_add_loop_test (tc, a_page_that_means_harm_ends_in_one_line, 0,
                       G_N_ELEMENTS (floods));
  tcase_add_loop_test (tc, any_bytes_behind_a_tag_do_no_harm, 0, 200);
  suite_add_tcase (suite, tc);
  return suite_run (suite);
}
