/* tests/test-read-xlsx.c — the cells of a workbook as they show, as lines and tables.
 */

#include "tests/outline.h"
#include "tests/suite.h"

#include <string.h>

#define DATA(rows)     "<sheetData>" rows "</sheetData>"
#define ROW(n, cells)  "<row r=\"" #n "\">" cells "</row>"
#define C(place, text) "<c r=\"" place "\" t=\"str\"><v>" text "</v></c>"
#define N(place, style, value) \
  "<c r=\"" place "\" s=\"" #style "\"><v>" value "</v></c>"
#define FRAMED(place, text) "<c r=\"" place "\" s=\"1\" t=\"str\"><v>" text "</v></c>"
#define EMPTY(place)        "<c r=\"" place "\" s=\"1\"/>"
#define MERGE(area)         "<mergeCells><mergeCell ref=\"" area "\"/></mergeCells>"

/* 0: plain, 1: with borders, 2: 0.00, 3: percent, 4: a date, 5: text, 6: its own */
static const char styles[] =
    "<styleSheet><numFmts><numFmt numFmtId=\"170\" "
    "formatCode=\"#,##0.0&quot;万元&quot;\"/>"
    "</numFmts><borders><border><left/></border><border><left style=\"thin\"/>"
    "<right style=\"none\"/></border></borders>"
    "<cellStyleXfs><xf numFmtId=\"9\" borderId=\"1\"/></cellStyleXfs>"
    "<cellXfs><xf numFmtId=\"0\" borderId=\"0\"/><xf numFmtId=\"0\" borderId=\"1\"/>"
    "<xf numFmtId=\"2\"/><xf numFmtId=\"10\"/><xf numFmtId=\"31\"/><xf "
    "numFmtId=\"49\"/>"
    "<xf numFmtId=\"170\"/></cellXfs></styleSheet>";

static const char shared[] = "<sst><si><t>甲</t></si><si><r><rPr/><t>乙</t></r><r><t "
                             "xml:space=\"preserve\">丙 </t>"
                             "</r></si><si><t>丁</t><rPh><t>ding</t></rPh></"
                             "si><si><t>一_x000D_\n二</t></si></sst>";

static const struct {
  const char *what, *sheet, *outline;
} sheets[] = {
  { "texts of all kinds",
    DATA (ROW (
        1, "<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
           "<c r=\"C1\" t=\"s\"><v>2</v></c><c r=\"D1\" t=\"s\"><v>3</v></c>"
           "<c r=\"E1\" t=\"s\"><v>99</v></c>"
           "<c r=\"F1\" t=\"inlineStr\"><is><r><t>戊</t></r><r><t>己</t></r></is></c>"
           "<c r=\"G1\" t=\"str\"><f>A1</f><v>庚</v></c>")),
    "T 0,0:甲 0,1:乙丙  0,2:丁 0,3:一¶二 0,5:戊己 0,6:庚" },
  { "values of all kinds",
    DATA (ROW (
        1, N ("A1", 0, "0.30000000000000004") N ("B1", 2, "95") N ("C1", 3, "0.95") N (
               "D1", 4, "45352")
               N ("E1", 6,
                  "1234.5") "<c r=\"F1\" t=\"b\"><v>1</v></c><c r=\"G1\" "
                            "t=\"e\"><v>#DIV/0!</v></c>"
                            "<c r=\"H1\" t=\"d\" s=\"4\"><v>2024-03-01T00:00:00</v></c>"
                            "<c r=\"I1\"><f>SUM(A1)</f><v>7</v></c><c "
                            "r=\"J1\"><f>B1</f></c>")),
    "T 0,0:0.3 0,1:95.00 0,2:95.00% 0,3:2024年3月1日 0,4:1,234.5万元 0,5:TRUE "
    "0,6:#DIV/0! 0,7:2024年3月1日 0,8:7" },
  { "places that are not said",
    DATA ("<row><c t=\"str\"><v>甲</v></c><c t=\"str\"><v>乙</v></c></row>"
          "<row><c t=\"str\"><v>丙</v></c><c t=\"str\"><v>丁</v></c></row>"),
    "T 0,0:甲 0,1:乙 1,0:丙 1,1:丁" },
  { "merged cells; what lies under them does not show",
    DATA (ROW (1, C ("A1", "甲") C ("B1", "不见") C ("C1", "乙"))
              ROW (2, C ("A2", "不见") C ("C2", "丙"))) MERGE ("A1:B2"),
    "T 0,0+2x2:甲 0,2:乙 1,2:丙" },
  { "areas with the same corner",
    DATA (
        ROW (1, C ("A1", "甲") C ("B1", "乙"))
            ROW (2, C ("A2", "丙") C ("B2", "丁"))) "<mergeCells><mergeCell ref=\"A1:A2"
                                                    "\"/><mergeCell ref=\"A1:B2\"/>"
                                                    "</mergeCells>",
    "T 0,0+2x1:甲 0,1:乙 1,1:丁" },
  { "a form in the middle of the sheet",
    DATA (ROW (5, C ("D5", "甲") C ("E5", "乙"))
              ROW (6, C ("D6", "丙") C ("E6", "丁"))),
    "T 0,0:甲 0,1:乙 1,0:丙 1,1:丁" },
  { "headings between forms",
    DATA (ROW (1, C ("A1", "头")) ROW (2, C ("A2", "甲") C ("B2", "乙"))
              ROW (3, C ("A3", "中")) ROW (4, C ("A4", "丙") C ("B4", "丁"))),
    "P 头 ; T 0,0:甲 0,1:乙 ; P 中 ; T 0,0:丙 0,1:丁" },
  { "a heading over the whole width, of two lines",
    DATA (ROW (1, C ("A1", "头\n二"))
              ROW (3, C ("A3", "甲") C ("B3", "乙") C ("C3", "丙"))) MERGE ("A1:C2"),
    "P 头 ; P 二 ; T 0,0:甲 0,1:乙 0,2:丙" },
  { "empty rows part tables",
    DATA (ROW (1, C ("A1", "甲") C ("B1", "乙"))
              ROW (3, C ("A3", "丙") C ("B3", "丁"))),
    "T 0,0:甲 0,1:乙 ; T 0,0:丙 0,1:丁" },
  { "a merged cell holds its rows together",
    DATA (ROW (1, C ("A1", "甲") C ("B1", "乙")) ROW (3, C ("B3", "丙")))
        MERGE ("A1:A3"),
    "T 0,0+3x1:甲 0,1:乙 2,1:丙" },
  { "empty rows with borders are a part of a form",
    DATA (ROW (1, FRAMED ("A1", "甲") FRAMED ("B1", "乙"))
              ROW (2, EMPTY ("A2") EMPTY ("B2"))
                  ROW (3, FRAMED ("A3", "丙") EMPTY ("B3"))),
    "T 0,0:甲 0,1:乙 2,0:丙" },
  { "a label whose value is empty",
    DATA (ROW (1, C ("A1", "甲") C ("B1", "乙")) ROW (2, C ("A2", "丙") "<c r=\"B2\"/>")
              ROW (3, C ("A3", "丁") C ("B3", "戊"))) MERGE ("B2:C2"),
    "T 0,0:甲 0,1:乙 1,0:丙 2,0:丁 2,1:戊" },
  { "hidden rows and columns",
    "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols>" DATA (ROW (
        1,
        C ("A1", "甲") C ("B1", "不见") C (
            "D1",
            "乙")) "<row r=\"2\" hidden=\"1\">" C ("A2",
                                                   "不见") "</row>" ROW (3,
                                                                         C ("A3", "丙")
                                                                             C ("D3",
                                                                                "丁"))),
    "T 0,0:甲 0,1:乙 1,0:丙 1,1:丁" },
  { "a merged cell of which a part is hidden",
    DATA ("<row r=\"1\" hidden=\"1\">" C ("A1", "甲")
              C ("B1", "不见") "</row>" ROW (2, C ("B2", "乙")) ROW (3, C ("B3", "丙")))
        MERGE ("A1:A3"),
    "T 0,0+2x1:甲 0,1:乙 1,1:丙" },
  { "far away and far apart",
    DATA (ROW (1, C ("A1", "甲") C ("XFD1", "乙")) ROW (1048576, C ("A1048576", "丙"))),
    "T 0,0:甲 0,1:乙 ; P 丙" },
  { "places outside any sheet",
    DATA (ROW (1, C ("A1", "甲") C ("XFE1", "乙")) ROW (1048577, C ("A1048577", "丙"))
              ROW (99999999999, C ("A2", "丁"))) MERGE ("A1:ZZZZ99999999999"),
    "P 甲" },
};

START_TEST (a_sheet_reads_as_it_looks)
{
  const char *one[] = { sheets[_i].sheet, NULL };
  g_autoptr (GBytes) bytes = zipped_xlsx (one, shared, styles);
  g_autofree char *seen = outline_of (bytes);

  ck_assert_msg (g_strcmp0 (seen, sheets[_i].outline) == 0, "%s: %s, not %s",
                 sheets[_i].what, seen, sheets[_i].outline);
}
END_TEST

START_TEST (sheets_follow_each_other_without_the_hidden)
{
  const char *three[] = { DATA (ROW (1, C ("A1", "甲") C ("B1", "乙"))),
                          "hidden:" DATA (ROW (1, C ("A1", "不见"))),
                          DATA (ROW (1, C ("A1", "丙") C ("B1", "丁"))), NULL };
  g_autoptr (GBytes) bytes = zipped_xlsx (three, NULL, NULL);
  g_autofree char *seen = outline_of (bytes);

  ck_assert_str_eq (seen, "T 0,0:甲 0,1:乙 ; T 0,0:丙 0,1:丁");
}
END_TEST

START_TEST (a_huge_empty_range_costs_nothing)
{
  g_autoptr (GString) rows = g_string_new ("<sheetData>");
  const char *one[] = { NULL, NULL };
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *seen = NULL;

  for (int i = 1; i <= 20000; i++)
    {
      g_string_append_printf (rows, "<row r=\"%d\">", i);
      for (int j = 0; j < 20; j++)
        g_string_append (rows, "<c s=\"1\"/>");
      g_string_append (rows, "</row>");
    }
  g_string_append (rows,
                   ROW (20001, C ("A20001", "甲") C ("B20001", "乙")) "</sheetData>");
  one[0] = rows->str;
  bytes = zipped_xlsx (one, NULL, NULL);
  seen = outline_of (bytes);
  ck_assert_str_eq (seen, "T 0,0:甲 0,1:乙");
}
END_TEST

/* One long text that many cells refer to. */
START_TEST (a_text_shared_too_often_is_refused)
{
  g_autoptr (GString) text = g_string_new ("<sst><si><t>");
  g_autoptr (GString) rows = g_string_new ("<sheetData>");
  const char *one[] = { NULL, NULL };
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *seen = NULL;

  for (int i = 0; i < 20000; i++)
    g_string_append_printf (text, "%d", i);
  g_string_append (text, "</t></si></sst>");
  for (int i = 1; i <= 4000; i++)
    g_string_append (rows, "<row><c t=\"s\"><v>0</v></c></row>");
  g_string_append (rows, "</sheetData>");
  one[0] = rows->str;
  bytes = zipped_xlsx (one, text->str, NULL);
  seen = outline_of (bytes);
  ck_assert_msg (strstr (seen, "不像一份绩效文本") != NULL, "%s", seen);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("read-xlsx");
  TCase *tc = tcase_create ("xlsx");

  tcase_add_loop_test (tc, a_sheet_reads_as_it_looks, 0, G_N_ELEMENTS (sheets));
  tcase_add_test (tc, sheets_follow_each_other_without_the_hidden);
  tcase_add_test (tc, a_huge_empty_range_costs_nothing);
  tcase_add_test (tc, a_text_shared_too_often_is_refused);
  suite_add_tcase (suite, tc);
  return suite_run (suite);
}
