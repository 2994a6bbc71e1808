/* tests/test-paste.c — a table that was copied from Word, WPS or a browser. */

#include "app/import/preview.h"
#include "app/read/reader.h"
#include "tests/outline.h"
#include "tests/suite.h"

#include <string.h>

#define HEAD(html, end, from, to)                                               \
  "Version:0.9\r\nStartHTML:" html "\r\nEndHTML:" end "\r\nStartFragment:" from \
  "\r\nEndFragment:" to "\r\nSourceURL:file:///C:/表.docx\r\n"

static const struct {
  const char *what, *page, *outline;
} pages[] = {
  { "Word",
    "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
    "xmlns:w=\"urn:schemas-microsoft-com:office:word\"><head><meta "
    "http-equiv=Content-Type content=\"text/html; charset=utf-8\"><meta name=Generator "
    "content=\"Microsoft Word 15\"><style><!-- td {mso-width:1} --></style></head>"
    "<body lang=ZH-CN><!--StartFragment--><table class=MsoTableGrid border=1 "
    "cellspacing=0><tr style='mso-yfti-irow:0'><td width=100 rowspan=2 "
    "style='border:solid windowtext 1.0pt'><p class=MsoNormal><span "
    "style='font-family:宋体'>产出<span lang=EN-US><o:p></o:p></span></span></p></td>"
    "<td><p class=MsoNormal><span lang=EN-US>95.00%<o:p></o:p></span></p></td></tr>"
    "<tr><td><p class=MsoNormal><span style='mso-spacerun:yes'></span>丁"
    "<o:p></o:p></p></td></tr></table><!--EndFragment--></body></html>",
    "T 0,0+2x1:产出 0,1:95.00% 1,1:丁" },
  { "WPS, as a spreadsheet",
    "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><meta "
    "charset=\"utf-8\"/><meta name=ProgId content=Excel.Sheet><style>.xl65 "
    "{mso-number-format:\"0%\";}</style></head><body><table width=\"200\" "
    "style='border-collapse:collapse;width:200.00pt;'><!--StartFragment--><col "
    "width=\"72\" span=\"2\"/><tr height=\"18\"><td class=\"xl65\" colspan=\"2\" "
    "x:str>甲</td></tr><tr><td x:num=\"0.95\">95%</td><td x:str>乙<br/>丙</td></tr>"
    "<!--EndFragment--></table></body></html>",
    "T 0,0+1x2:甲 1,0:95% 1,1:乙¶丙" },
  { "Chromium",
    "<meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\"><table "
    "style=\"color: rgb(0, 0, 0); font-family: sans-serif;\"><tbody><tr><td "
    "style=\"padding: 4px;\">甲</td><td>乙</td></tr></tbody></table><br "
    "class=\"Apple-interchange-newline\">",
    "T 0,0:甲 0,1:乙" },
  { "Windows: offsets in front",
    HEAD ("0000000136", "0000000999", "0000000149",
          "0000000199") "<html><body><table><tr><td>甲</td><td>乙</td></tr></table></"
                        "body></html>",
    "T 0,0:甲 0,1:乙" },
  { "offsets that lie",
    HEAD ("9999999999999999999999", "-5", "7",
          "3") "<table><tr><td>甲</td></tr></table>",
    "文件：里面没有文字，请在文档里选中表格，复制后再粘贴" },
  { "rows without their table", "<tr><td>甲</td><td>乙</td></tr><tr><td>丙</td></tr>",
    "T 0,0:甲 0,1:乙 1,0:丙" },
  { "nothing", "", "文件：里面没有文字，请在文档里选中表格，复制后再粘贴" },
};

START_TEST (a_copied_table_is_read)
{
  g_autoptr (GBytes) bytes =
      g_bytes_new_static (pages[_i].page, strlen (pages[_i].page));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) blocks = paste_read (bytes, "文件", &error);
  g_autofree char *seen = blocks != NULL ? outline (blocks) : g_strdup (error->message);

  ck_assert_msg (g_str_equal (seen, pages[_i].outline), "%s\n  %s\n  %s",
                 pages[_i].what, seen, pages[_i].outline);
}
END_TEST

static const char table[] =
    "<table><tr><td>项目编码</td><td>13000001</td><td>项目名称</td><td>河道清淤</td></"
    "tr>"
    "<tr><td>资金用途</td><td colspan=3>清淤</td></tr><tr><td>一级指标</td><td>二级指标"
    "</td><td>三级指标</td><td>指标值</td></tr><tr><td>产出指标</td><td>数量指标</td>"
    "<td>清淤长度</td><td>≥3公里</td></tr></table>";

START_TEST (a_copied_table_becomes_a_project_of_the_text)
{
  Document into = { .department = (char *) "甲局",
                    .fiscal_year = 2025,
                    .stage = (char *) "draft1",
                    .form_id = NULL };
  g_autoptr (GBytes) bytes = g_bytes_new_static (table, strlen (table));
  g_autoptr (GError) error = NULL;
  g_autoptr (Import) import = import_paste (bytes, &into, &error);
  const Document *document;
  const Project  *project;

  ck_assert_msg (import != NULL, "%s", error ? error->message : "");
  document = ((Proposal *) import->proposals->pdata[0])->document;
  ck_assert_str_eq (document->department, "甲局");
  ck_assert_int_eq (document->fiscal_year, 2025);
  ck_assert_uint_eq (document->projects->len, 1);
  project = document->projects->pdata[0];
  ck_assert_str_eq (project->name, "河道清淤");
  ck_assert_uint_eq (project->indicators->len, 1);
}
END_TEST

START_TEST (what_holds_no_table_is_refused)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("<p>你好</p>", strlen ("<p>你好</p>"));
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (import_paste (bytes, NULL, &error));
  ck_assert (g_str_has_prefix (error->message, "剪贴板：没有找到"));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("paste");
  TCase *tc = tcase_create ("paste");

  tcase_add_loop_test (tc, a_copied_table_is_read, 0, G_N_ELEMENTS (pages));
  tcase_add_test (tc, a_copied_table_becomes_a_project_of_the_text);
  tcase_add_test (tc, what_holds_no_table_is_refused);
  suite_add_tcase (suite, tc);
  return suite_run (suite);
}
