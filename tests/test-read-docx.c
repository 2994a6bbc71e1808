/* tests/test-read-docx.c — a Word document as it stands on the page. */

#include "tests/outline.h"
#include "tests/suite.h"

#define P(text)         "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define R(text)         "<w:r><w:t>" text "</w:t></w:r>"
#define TC(text)        "<w:tc>" P (text) "</w:tc>"
#define TC_PR(pr, text) "<w:tc><w:tcPr>" pr "</w:tcPr>" P (text) "</w:tc>"
#define SPAN(n)         "<w:gridSpan w:val=\"" #n "\"/>"
#define RESTART         "<w:vMerge w:val=\"restart\"/>"
#define GO_ON           "<w:vMerge/>"
#define TR(cells)       "<w:tr>" cells "</w:tr>"
#define TBL(rows)       "<w:tbl><w:tblPr/><w:tblGrid/>" rows "</w:tbl>"
#define SDT(pr, content) \
  "<w:sdt><w:sdtPr>" pr "</w:sdtPr><w:sdtContent>" content "</w:sdtContent></w:sdt>"
#define CHAR(mark) "<w:r><w:fldChar w:fldCharType=\"" mark "\"/></w:r>"
#define CODE(text) "<w:r><w:instrText>" text "</w:instrText></w:r>"
#define BOX(content)                                                  \
  "<w:r><w:pict><v:textbox xmlns:v=\"urn:v\"><w:txbxContent>" content \
  "</w:txbxContent></v:textbox></w:pict></w:r>"

static const struct {
  const char *what, *body, *outline;
} documents[] = {
  { "runs join, paragraphs part", "<w:p>" R ("甲") R ("乙") "</w:p>" P ("丙") P (""),
    "P 甲乙 ; P 丙" },
  { "white space",
    "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r></w:p>",
    "P 甲\t乙 ; P 丙" },
  { "spans",
    TBL (TR (TC_PR (SPAN (2), "甲") TC ("乙")) TR (TC ("丙") TC ("丁") TC (""))),
    "T 0,0+1x2:甲 0,2:乙 1,0:丙 1,1:丁 1,2:" },
  { "merged down",
    TBL (TR (TC_PR (RESTART, "甲") TC ("乙")) TR (TC_PR (GO_ON, "") TC ("丙"))
             TR (TC_PR (GO_ON, "不见") TC ("丁")) TR (TC_PR (RESTART, "戊") TC ("己"))),
    "T 0,0+3x1:甲 0,1:乙 1,1:丙 2,1:丁 3,0:戊 3,1:己" },
  { "merged both ways",
    TBL (TR (TC_PR (SPAN (2) RESTART, "甲") TC ("乙"))
             TR (TC_PR (SPAN (2) GO_ON, "") TC ("丙"))),
    "T 0,0+2x2:甲 0,2:乙 1,2:丙" },
  { "a merge that goes on from nothing", TBL (TR (TC_PR (GO_ON, "甲") TC ("乙"))),
    "T 0,0:甲 0,1:乙" },
  { "columns left free in front",
    TBL (TR (TC ("甲") TC ("乙"))
             TR ("<w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" TC ("丙"))),
    "T 0,0:甲 0,1:乙 1,1:丙" },
  { "lines of a cell",
    TBL (TR ("<w:tc>" P ("") P ("甲") P ("乙") P ("") "</w:tc>" TC ("丙"))),
    "T 0,0:甲¶乙 0,1:丙" },
  { "a table in a cell follows",
    TBL (TR (TC ("甲") "<w:tc>" P ("乙") TBL (TR (TC ("一") TC ("二")))
                 P ("") "</w:tc>") TR (TC ("丙") TC ("丁"))),
    "T 0,0:甲 0,1:乙 1,0:丙 1,1:丁 ; T 0,0:一 0,1:二" },
  { "a frame around everything dissolves",
    TBL (TR ("<w:tc>" P ("头") TBL (TR (TC ("一") TC ("二"))) P ("尾") "</w:tc>")),
    "P 头 ; T 0,0:一 0,1:二 ; P 尾" },
  { "a text box",
    "<w:p>" R ("甲") BOX (P ("一") TBL (TR (TC ("二") TC ("三")))) R ("乙") "</w:p>",
    "P 甲乙 ; P 一 ; T 0,0:二 0,1:三" },
  { "a text box once, whatever program shows it",
    "<w:p><mc:AlternateContent xmlns:mc=\"urn:mc\"><mc:Choice>" BOX (P (
        "一")) "</mc:Choice><mc:Fallback>" BOX (P ("一")) "</mc:Fallback></"
                                                          "mc:AlternateContent></w:p>",
    "P 一" },
  { "changes accepted",
    "<w:p>" R ("甲") "<w:ins>" R (
        "乙") "</w:ins><w:del><w:r><w:delText>丙</w:delText>"
              "</w:r></w:del><w:moveFrom>" R ("丁") "</w:moveFrom><w:moveTo>" R (
                  "戊") "</w:moveTo></w:p>",
    "P 甲乙戊" },
  { "the end of a paragraph deleted",
    "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" R ("甲") "</w:p>" P ("乙") P ("丙"),
    "P 甲乙 ; P 丙" },
  { "a row deleted",
    TBL (TR (TC ("甲") TC ("乙")) TR ("<w:trPr><w:del/></w:trPr>" TC ("丙") TC ("丁"))
             TR (TC ("戊") TC ("己"))),
    "T 0,0:甲 0,1:乙 1,0:戊 1,1:己" },
  { "cells deleted and inserted",
    TBL (TR (TC ("甲") TC_PR ("<w:cellDel/>", "乙") TC ("丙"))
             TR (TC ("丁") TC_PR ("<w:cellIns/>", "戊"))),
    "T 0,0:甲 0,1:丙 1,0:丁 1,1:戊" },
  { "a merge that is tracked",
    TBL (TR (TC_PR ("<w:cellMerge w:vMerge=\"rest\"/>", "甲") TC ("乙"))
             TR (TC_PR ("<w:cellMerge w:vMerge=\"cont\"/>", "丙") TC ("丁"))),
    "T 0,0+2x1:甲 0,1:乙 1,1:丁" },
  { "merged to the right, cell by cell",
    TBL (TR (TC_PR ("<w:hMerge w:val=\"restart\"/>", "甲") TC_PR ("<w:hMerge/>", "")
                 TC_PR ("<w:hMerge/>", "") TC ("乙"))
             TR (TC ("丙") TC ("丁") TC_PR ("<w:hMerge/>", "不见") TC ("戊"))),
    "T 0,0+1x3:甲 0,3:乙 1,0:丙 1,1+1x2:丁 1,3:戊" },
  { "rows and cells in content controls",
    TBL (SDT ("", TR (TC ("甲") TC ("乙"))) "<w:tr>" SDT ("", TC ("丙"))
             TC ("丁") "</w:tr>"),
    "T 0,0:甲 0,1:乙 1,0:丙 1,1:丁" },
  { "what a control asks for",
    SDT ("<w:showingPlcHdr/>", P ("单击此处输入") SDT ("", P ("日期"))) P ("甲"),
    "P 甲" },
  { "properties before a change do not count",
    TBL (TR ("<w:tc><w:tcPr><w:tcPrChange><w:tcPr>" SPAN (
        3) "</w:tcPr></w:tcPrChange></w:tcPr>" P ("甲") "</w:tc>" TC ("乙"))),
    "T 0,0:甲 0,1:乙" },
  { "field codes",
    "<w:p>" CHAR ("begin") CODE ("TC 9、甲 \\f C \\l 1") CHAR ("end") R ("乙") "</w:p>",
    "P 乙" },
  { "what a field gives",
    "<w:p>" CHAR ("begin") CODE (" DATE ") CHAR ("separate") R ("2025年")
        CHAR ("end") "<w:fldSimple w:instr=\"AUTHOR\">" R ("甲") "</w:fldSimple></w:p>",
    "P 2025年甲" },
  { "contents without page numbers",
    "<w:p>" CHAR ("begin") CODE ("TOC \\o") CHAR ("separate") R ("一、甲")
        CHAR ("begin") CODE ("PAGE") CODE ("REF _Toc1 \\h") CHAR ("separate") R ("3")
            CHAR ("end") "</w:p><w:p>" R ("二、乙") CHAR ("end") "</w:p>" P ("丙"),
    "P 一、甲 ; P 二、乙 ; P 丙" },
  { "a field that never ends hides its paragraph only",
    "<w:p>" CHAR ("begin") CODE ("TC 甲") "</w:p>" P ("乙"), "P 乙" },
  { "bookmarks, hidden text, headers of pages",
    "<w:p><w:bookmarkStart "
    "w:name=\"甲\"/><w:r><w:rPr><w:vanish/></w:rPr><w:t>乙</w:t></w:r>"
    "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>丙</w:t></w:r></w:p>"
    "<w:sectPr><w:headerReference/></w:sectPr>",
    "P 丙" },
  { "signs and hyphens",
    "<w:p><w:r><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/><w:t>95</w:t>"
    "<w:noBreakHyphen/><w:t>1</w:t></w:r></w:p>",
    "P ≥95-1" },
  { "content controls and links",
    "<w:sdt><w:sdtPr><w:alias "
    "w:val=\"甲\"/></w:sdtPr><w:sdtContent><w:p><w:hyperlink>" R (
        "乙") "</w:hyperlink></w:p></w:sdtContent></w:sdt>",
    "P 乙" },
  { "characters by number and name", P ("&#19968;&lt;&amp;"), "P 一<&" },
};

START_TEST (a_document_reads_as_it_looks)
{
  g_autoptr (GBytes) bytes = zipped_docx (documents[_i].body, NULL, NULL);
  g_autofree char *seen = outline_of (bytes);

  ck_assert_msg (g_strcmp0 (seen, documents[_i].outline) == 0, "%s: %s, not %s",
                 documents[_i].what, seen, documents[_i].outline);
}
END_TEST

#define LVL(n, format, text)                                                 \
  "<w:lvl w:ilvl=\"" #n "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" format \
  "\"/><w:lvlText w:val=\"" text "\"/></w:lvl>"
#define NUM(id, scheme, more)                                                     \
  "<w:num w:numId=\"" #id "\"><w:abstractNumId w:val=\"" #scheme "\"/>" more "</" \
  "w:num>"
#define ITEM(list, level, text)                                                \
  "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" #level "\"/><w:numId w:val=\"" #list \
  "\"/></w:numPr></w:pPr>" R (text) "</w:p>"

static const char numbering[] =
    "<w:numbering xmlns:w=\"urn:w\"><w:abstractNum w:abstractNumId=\"0\">" LVL (
        0, "chineseCounting", "第%1部分") LVL (1, "japaneseCounting", "%2、")
        LVL (2, "decimal", "（%3）") LVL (
            3, "decimal",
            "%1.%4") "</w:abstractNum>"
                     "<w:abstractNum w:abstractNumId=\"1\">" LVL (
                         0, "bullet",
                         "●") "</w:abstractNum>"
                              "<w:abstractNum w:abstractNumId=\"2\"><w:lvl "
                              "w:ilvl=\"0\"><w:start w:val=\"1\"/>"
                              "<w:pStyle w:val=\"甲\"/><w:numFmt "
                              "w:val=\"decimal\"/><w:suff w:val=\"nothing\"/>"
                              "<w:lvlText "
                              "w:val=\"%1、\"/></w:lvl></w:abstractNum>" NUM (1, 0, "")
                                  NUM (2, 1, "") NUM (3, 2, "") NUM (
                                      4, 0,
                                      "<w:lvlOverride w:ilvl=\"0\"><w:startOverride "
                                      "w:val=\"7\"/></w:lvlOverride>") "</w:numbering>";

static const char styles[] =
    "<w:styles xmlns:w=\"urn:w\"><w:style w:styleId=\"甲\"><w:pPr><w:numPr>"
    "<w:numId w:val=\"3\"/></w:numPr></w:pPr></w:style>"
    "<w:style w:styleId=\"乙\"><w:basedOn w:val=\"甲\"/></w:style>"
    "<w:style w:styleId=\"丙\"><w:rPr><w:vanish/></w:rPr></w:style>"
    "<w:style w:styleId=\"丁\"><w:basedOn w:val=\"丙\"/></w:style></w:styles>";

static const struct {
  const char *body, *outline;
} numbered[] = {
  { ITEM (1, 0, "甲") ITEM (1, 1, "乙") ITEM (1, 2, "丙") ITEM (1, 2, "丁")
        ITEM (1, 1, "戊") ITEM (1, 2, "己") ITEM (1, 0, "庚"),
    "P 第一部分 甲 ; P 一、 乙 ; P （1） 丙 ; P （2） 丁 ; P 二、 戊 ; P （1） 己 ; "
    "P 第二部分 庚" },
  { ITEM (1, 3, "甲"), "P 一.1 甲" },
  { ITEM (2, 0, "甲") ITEM (0, 0, "乙") ITEM (99, 0, "丙"), "P 甲 ; P 乙 ; P 丙" },
  { ITEM (1, 0, "甲") ITEM (4, 0, "乙") ITEM (4, 0, "丙"),
    "P 第一部分 甲 ; P 第七部分 乙 ; P 第八部分 丙" },
  { "<w:p><w:pPr><w:pStyle w:val=\"甲\"/></w:pPr>" R (
        "一") "</w:p>"
              "<w:p><w:pPr><w:pStyle w:val=\"乙\"/></w:pPr>" R (
                  "二") "</w:p>"
                        "<w:p><w:pPr><w:pStyle w:val=\"乙\"/><w:numPr><w:numId "
                        "w:val=\"0\"/></w:numPr></w:pPr>" R ("三") "</w:p>",
    "P 1、一 ; P 2、二 ; P 三" },
  { TBL (TR ("<w:tc>" ITEM (3, 0, "") "</w:tc>" TC ("甲"))
             TR ("<w:tc>" ITEM (3, 0, "") "</w:tc>" TC ("乙"))),
    "T 0,0:1、 0,1:甲 1,0:2、 1,1:乙" },
};

/* Hidden by the style of words or of a paragraph; what the words say of themselves goes
 * before. */
static const struct {
  const char *body, *outline;
} hidden[] = {
#define STYLED(style, more, text)                                                    \
  "<w:r><w:rPr><w:rStyle w:val=\"" style "\"/>" more "</w:rPr><w:t>" text "</w:t></" \
  "w:r>"
  { "<w:p>" R ("甲") STYLED ("丁", "", "不见") STYLED ("甲", "", "乙")
        STYLED ("丙", "<w:vanish w:val=\"0\"/>", "丙") "</w:p>",
    "P 甲乙丙" },
  { "<w:p><w:pPr><w:pStyle w:val=\"丁\"/></w:pPr>" R ("不见")
        STYLED ("甲", "", "不见") "</w:p>" P ("甲"),
    "P 甲" },
#undef STYLED
};

START_TEST (a_style_may_hide_words)
{
  g_autoptr (GBytes) bytes = zipped_docx (hidden[_i].body, numbering, styles);
  g_autofree char *seen = outline_of (bytes);

  ck_assert_str_eq (seen, hidden[_i].outline);
}
END_TEST

START_TEST (automatic_numbers_are_text)
{
  g_autoptr (GBytes) bytes = zipped_docx (numbered[_i].body, numbering, styles);
  g_autofree char *seen = outline_of (bytes);

  ck_assert_str_eq (seen, numbered[_i].outline);
}
END_TEST

START_TEST (a_document_without_text_is_said_to_be_empty)
{
  g_autoptr (GBytes) bytes = zipped_docx (P (""), NULL, NULL);
  g_autofree char *seen = outline_of (bytes);

  ck_assert_str_eq (seen, "文件：里面没有文字，请选择有内容的文件再导入");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("read-docx");
  TCase *tc = tcase_create ("docx");

  tcase_add_loop_test (tc, a_document_reads_as_it_looks, 0, G_N_ELEMENTS (documents));
  tcase_add_loop_test (tc, automatic_numbers_are_text, 0, G_N_ELEMENTS (numbered));
  tcase_add_test (tc, a_document_without_text_is_said_to_be_empty);
  tcase_add_loop_test (tc, a_style_may_hide_words, 0, G_N_ELEMENTS (hidden));
  suite_add_tcase (suite, tc);
  return suite_run (suite);
}
