/* tests/test-read-odf.c — OpenDocument texts and spreadsheets. */

#include "tests/outline.h"
#include "tests/suite.h"

#define NAMES                                                          \
  " xmlns:office=\"urn:o\" xmlns:text=\"urn:t\" xmlns:table=\"urn:b\"" \
  " xmlns:draw=\"urn:d\" xmlns:style=\"urn:s\" xmlns:fo=\"urn:f\" "    \
  "xmlns:number=\"urn:n\""
#define P(text)     "<text:p>" text "</text:p>"
#define CELL(text)  "<table:table-cell>" P (text) "</table:table-cell>"
#define COVERED     "<table:covered-table-cell/>"
#define ROW(cells)  "<table:table-row>" cells "</table:table-row>"
#define TABLE(rows) "<table:table>" rows "</table:table>"
#define DEEP(text)                                     \
  "<table:table-cell table:number-rows-spanned=\"2\" " \
  "table:number-columns-spanned=\"2\">" P (text) "</table:table-cell>"

static const struct {
  const char *kind, *body, *outline;
} documents[] = {
  { "text",
    "<text:h>甲</text:h><text:p>乙<text:s/>丙<text:tab/><text:span>丁</text:span>"
    "<text:line-break/>戊</text:p>",
    "P 甲 ; P 乙 丙\t丁 ; P 戊" },
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
      "<number:number-style><number:text>不见</number:text></number:number-style>"
      "</office:automatic-styles><office:body><office:%s>%s</office:%s></office:body>"
      "</office:document-content>",
      documents[_i].kind, documents[_i].body, documents[_i].kind);
  g_autoptr (GBytes) bytes =
      zipped ((ZippedPart[]){ { "content.xml", content }, { NULL, NULL } });
  g_autofree char *seen = outline_of (bytes);

  ck_assert_str_eq (seen, documents[_i].outline);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("read-odf");
  TCase *tc = tcase_create ("odf");

  tcase_add_loop_test (tc, an_opendocument_reads_as_it_looks, 0,
                       G_N_ELEMENTS (documents));
  suite_add_tcase (suite, tc);
  return suite_run (suite);
}
