/* tests/test-read-odf.c — OpenDocument texts and spreadsheets. */

#include "tests/outline.h"
#include "tests/suite.h"

#include <string.h>

#define NAMES                                                          \
  " xmlns:office=\"urn:o\" xmlns:text=\"urn:t\" xmlns:table=\"urn:b\"" \
  " xmlns:draw=\"urn:d\" xmlns:style=\"urn:s\" xmlns:fo=\"urn:f\" "    \
  "xmlns:number=\"urn:n\" xmlns:loext=\"urn:l\""
#define P(text)     "<text:p>" text "</text:p>"
#define CELL(text)  "<table:table-cell>" P (text) "</table:table-cell>"
#define COVERED     "<table:covered-table-cell/>"
#define ROW(cells)  "<table:table-row>" cells "</table:table-row>"
#define TABLE(rows) "<table:table>" rows "</table:table>"
#define DEEP(text)                                     \
  "<table:table-cell table:number-rows-spanned=\"2\" " \
  "table:number-columns-spanned=\"2\">" P (text) "</table:table-cell>"

#define LIST(style, more, items) \
  "<text:list text:style-name=\"" style "\"" more ">" items "</text:list>"
#define ITEM(more, text) \
  "<text:list-item" more "><text:p>" text "</text:p></text:list-item>"
/* ends the paragraph that it stands in */
#define NESTED(text) "</text:p><text:list>" ITEM ("", text) "</text:list><text:p>"
#define LEVEL(n, format, more)                                                    \
  "<text:list-level-style-number text:level=\"" n "\" style:num-format=\"" format \
  "\"" more "/>"

/* In the part with the text: what its styles are. */
#define STYLES                                                                           \
  "<style:style style:name=\"T1\"><style:text-properties text:display=\"none\"/>"        \
  "</style:style><style:style style:name=\"P1\" style:parent-style-name=\"T1\"/>"        \
  "<text:list-style style:name=\"L1\">" LEVEL ("1", "一, 二, 三, ...",                   \
                                               " style:num-suffix=\"、\"")               \
      LEVEL (                                                                            \
          "2", "1",                                                                      \
          " text:display-levels=\"2\" style:num-suffix=\")\"") "</"                      \
                                                               "text:list-style><"       \
                                                               "text:list-style "        \
                                                               "style:name=\"L2\">"      \
                                                               "<text:list-level-"       \
                                                               "style-number "           \
                                                               "text:level=\"1\" "       \
                                                               "style:num-format=\"①," \
                                                               " ②\" "                 \
                                                               "loext:num-list-"         \
                                                               "format=\"（%%1%%）\">" \
                                                               "<"                       \
                                                               "style:list-level-"       \
                                                               "properties>"             \
                                                               "<style:list-level-"      \
                                                               "label-alignment "        \
                                                               "text:label-followed-"    \
                                                               "by=\"nothing\"/>"        \
                                                               "</"                      \
                                                               "style:list-level-"       \
                                                               "properties></"           \
                                                               "text:list-level-"        \
                                                               "style-number>"           \
                                                               "</"                      \
                                                               "text:list-style><"       \
                                                               "text:list-style "        \
                                                               "style:name=\"L3\">"      \
                                                               "<text:list-level-"       \
                                                               "style-bullet "           \
                                                               "text:level=\"1\" "       \
                                                               "text:bullet-char="       \
                                                               "\"•\"/>"               \
                                                               "</"                      \
                                                               "text:list-style><"       \
                                                               "text:outline-style><"    \
                                                               "text:outline-level-"     \
                                                               "style "                  \
                                                               "text:level=\"1\" "       \
                                                               "style:num-format="       \
                                                               "\"1\" "                  \
                                                               "style:num-prefix="       \
                                                               "\"第\" "                \
                                                               "style:num-suffix="       \
                                                               "\"章\"/"                \
                                                               "><text:outline-level-"   \
                                                               "style "                  \
                                                               "text:level=\"2\" "       \
                                                               "style:num-format="       \
                                                               "\"\"/></"                \
                                                               "text:outline-style>"

static const struct {
  const char *kind, *body, *outline;
} documents[] = {
  { "text",
    "<text:h>甲</text:h><text:p>乙<text:s/>丙<text:tab/><text:span>丁</text:span>"
    "<text:line-break/>戊</text:p>",
    "P 第1章 甲 ; P 乙 丙\t丁 ; P 戊" },
  { "text",
    TABLE (ROW (DEEP ("甲") COVERED CELL ("乙")) ROW (COVERED COVERED CELL ("丙"))),
    "T 0,0+2x2:甲 0,2:乙 1,2:丙" },
  { "text",
    "<text:tracked-changes><text:p>不见</text:p></text:tracked-changes>"
    "<text:p>甲<text:note><text:p>不见</text:p></"
    "text:note><office:annotation><text:p>不见"
    "</text:p></office:annotation><draw:frame><draw:text-box>" P (
        "框") "</draw:text-box>"
              "</draw:frame>乙</text:p>",
    "P 甲乙 ; P 框" },
  { "text",
    "<text:p>甲<text:span text:style-name=\"T1\">不见</text:span><text:hidden-text "
    "text:is-hidden=\"true\">不见</text:hidden-text>乙</text:p><text:section "
    "text:display=\"none\"><text:p>不见</text:p></text:section><text:p>"
    "<text:hidden-paragraph text:is-hidden=\"true\"/>不见</text:p><text:p "
    "text:style-name=\"P1\">不见</text:p><text:p>丙</text:p>",
    "P 甲乙 ; P 丙" },
  { "text",
    LIST (
        "L1", "",
        ITEM ("", "甲") ITEM (
            "",
            "乙" NESTED ("丙") NESTED (
                "丁"))) "<text:p>戊</text:p>" LIST ("L1",
                                                    " text:continue-numbering=\"true\"",
                                                    ITEM ("", "己"))
        LIST ("L1", "", ITEM ("", "庚"))
            LIST ("L1", "", ITEM (" text:start-value=\"5\"", "辛")),
    "P 一、 甲 ; P 二、 乙 ; P 二.1) 丙 ; P 二.2) 丁 ; P 戊 ; P 三、 己 ; P 一、 庚 ; "
    "P 五、 辛" },
  { "text",
    LIST ("L1", " xml:id=\"a\"", ITEM ("", "甲")) LIST ("L1", "", ITEM ("", "乙"))
        LIST ("L1", " text:continue-list=\"a\"", ITEM ("", "丙"))
            LIST ("L2", "", ITEM ("", "丁")) LIST ("L3", "", ITEM ("", "戊")),
    "P 一、 甲 ; P 一、 乙 ; P 二、 丙 ; P （①）丁 ; P 戊" },
  { "text",
    "<text:h text:outline-level=\"1\">甲</text:h><text:h "
    "text:outline-level=\"2\">乙</text:h><text:h text:outline-level=\"1\" "
    "text:is-list-header=\"true\">丙</text:h>",
    "P 第1章 甲 ; P 乙 ; P 丙" },
  { "spreadsheet", TABLE (ROW (CELL ("头")) ROW (CELL ("甲") CELL ("乙"))),
    "P 头 ; T 0,0:甲 0,1:乙" },
  { "spreadsheet",
    TABLE (ROW (DEEP ("甲") COVERED CELL ("乙")) ROW (COVERED COVERED CELL ("丙"))),
    "T 0,0+2x2:甲 0,2:乙 1,2:丙" },
  { "spreadsheet",
    TABLE (ROW (CELL ("甲") "<table:table-cell table:number-columns-repeated=\"2\">" P (
        "乙") P ("丙") "</table:table-cell>") "<table:table-row "
                                              "table:number-rows-repeated=\"1048575\"><"
                                              "table:table-cell"
                                              " table:number-columns-repeated="
                                              "\"16384\"/></table:table-row>"),
    "T 0,0:甲 0,1:乙¶丙 0,2:乙¶丙" },
  { "spreadsheet",
    TABLE (ROW (CELL ("甲") CELL (
        "乙")) "<table:table-row "
               "table:visibility=\"collapse\">" CELL ("不见") "</table:table-row>" ROW (
                   CELL ("丙")
                       CELL ("丁"))) "<table:table "
                                     "table:style-name="
                                     "\"ta2\">" ROW (CELL ("不见")) "</table:table>",
    "T 0,0:甲 0,1:乙 1,0:丙 1,1:丁" },
  { "spreadsheet",
    TABLE (ROW (CELL ("甲") CELL ("乙")) ROW (
        "<table:table-cell table:style-name=\"ce1\""
        " table:number-columns-repeated=\"2\"/>") ROW (CELL ("丙") CELL ("丁"))),
    "T 0,0:甲 0,1:乙 2,0:丙 2,1:丁" },
};

START_TEST (an_opendocument_reads_as_it_looks)
{
  g_autofree char *content = g_strdup_printf (
      "<office:document-content" NAMES "><office:automatic-styles>"
      "<style:style style:name=\"ta2\"><style:table-properties "
      "table:display=\"false\"/>"
      "</style:style><style:style style:name=\"ce1\"><style:table-cell-properties"
      " fo:border=\"0.06pt solid #000000\"/></style:style>"
      "<number:number-style><number:text>不见</number:text></"
      "number:number-style>" STYLES
      "</office:automatic-styles><office:body><office:%s>%s</office:%s>"
      "</office:body></office:document-content>",
      documents[_i].kind, documents[_i].body, documents[_i].kind);
  g_autoptr (GBytes) bytes =
      zipped ((ZippedPart[]){ { "content.xml", content }, { NULL, NULL } });
  g_autofree char *seen = outline_of (bytes);

  ck_assert_str_eq (seen, documents[_i].outline);
}
END_TEST

/* In one piece, with what repeats on each page. */
START_TEST (a_file_in_one_piece_reads_the_same)
{
  g_autofree char *text = g_strdup_printf (
      "<?xml version=\"1.0\"?>\n<office:document "
      "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
      "xmlns:text=\"urn:t\" xmlns:table=\"urn:b\" xmlns:style=\"urn:s\">"
      "<office:master-styles><style:header><text:p>不见</text:p></style:header>"
      "</office:master-styles><office:body><office:%s>%s</office:%s></office:body>"
      "</office:document>",
      _i == 0 ? "text" : "spreadsheet",
      _i == 0 ? "<text:p>甲</text:p>" : TABLE (ROW (CELL ("甲") CELL ("乙"))),
      _i == 0 ? "text" : "spreadsheet");
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GBytes) cut = g_bytes_new (text, strlen (text) - 20);
  g_autofree char *seen = outline_of (bytes), *broken = outline_of (cut);

  ck_assert_str_eq (seen, _i == 0 ? "P 甲" : "T 0,0:甲 0,1:乙");
  ck_assert_ptr_nonnull (strstr (broken, "已损坏"));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("read-odf");
  TCase *tc = tcase_create ("odf");

  tcase_add_loop_test (tc, an_opendocument_reads_as_it_looks, 0,
                       G_N_ELEMENTS (documents));
  tcase_add_loop_test (tc, a_file_in_one_piece_reads_the_same, 0, 2);
  suite_add_tcase (suite, tc);
  return suite_run (suite);
}
