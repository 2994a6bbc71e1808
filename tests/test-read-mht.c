/* tests/test-read-mht.c — web pages in one file, in frames, and inside documents. */

#include "tests/outline.h"
#include "tests/suite.h"

#include <string.h>

#define HEAD(type) \
  "From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: " type "\r\n\r\n"
#define RELATED    HEAD ("multipart/related;\r\n\ttype=\"text/html\"; boundary=\"-=_X\"")
#define PART(head) "\r\n---=_X\r\n" head "\r\n\r\n"
#define HTML       "Content-Type: text/html; charset=\"utf-8\""
#define QUOTED     HTML "\r\nContent-Transfer-Encoding: quoted-printable"
#define BASE64     HTML "\r\nContent-Transfer-Encoding: base64"
#define END        "\r\n---=_X--\r\n"
#define TABLE      "<table><tr><td>甲<td>乙<tr><td>丙<td>丁</table>"
#define SEEN       "T 0,0:甲 0,1:乙 1,0:丙 1,1:丁"

static const struct {
  const char *what, *file, *seen;
} files[] = {
  { "as it is", RELATED PART (HTML) TABLE END, SEEN },
  { "quoted, a line broken",
    RELATED PART (QUOTED) "<p>=E7=94=\r\n=B2=3D1</p>" PART ("Content-Type: image/png")
        END,
    "P 甲=1" },
  { "base64", RELATED PART (BASE64) "PHA+\r\n55SyPC9wPg==\r\n" END, "P 甲" },
  { "a page alone", HEAD ("text/html") TABLE, SEEN },
  { "the page is in a part of a part",
    RELATED PART (
        "Content-Type: multipart/alternative; boundary=Y") "--Y\r\nContent-Type: "
                                                           "text/"
                                                           "plain\r\n\r\n不见\r\n--"
                                                           "Y\r\n" HTML "\r\n\r\n" TABLE
                                                           "\r\n--Y--" END,
    SEEN },
  { "names and ends of lines as others write them",
    "mime-version: 1.0\ncontent-type: multipart/related; boundary=Z\n\n--Z\n"
    "content-type: text/html\n\n" TABLE "\n--Z--\n",
    SEEN },
  { "what frames show",
    RELATED PART (
        HTML) "<html><frameset><frame src=a><noframes><body>不见</body>"
              "</noframes></frameset></html>" PART (
                  HTML
                  "\r\nContent-Location: x.files/tabstrip.htm") "<p>表一</p>" PART (HTML)
                  TABLE PART (HTML) "<p>戊</p>" END,
    SEEN " ; P 戊" },
  { "an advertisement beside the page",
    RELATED PART (HTML) TABLE PART (HTML) "<p>不见</p>" END, SEEN },
  { "cut off", RELATED PART (HTML) "<p>甲</p><p>乙", "P 甲 ; P 乙" },
  { "without a page", RELATED PART ("Content-Type: image/png") "x" END,
    "文件：里面没有网页，请用浏览器打开后另存为 .html 再导入" },
  { "nothing behind the head", HEAD ("multipart/related; boundary=X"),
    "文件：里面没有网页，请用浏览器打开后另存为 .html 再导入" },
  { "a page without a byte", RELATED PART (HTML) END,
    "文件：里面没有文字，请选择有内容的文件再导入" },
  { "a boundary that has no end", HEAD ("multipart/related; boundary=\"X"),
    "文件：里面没有网页，请用浏览器打开后另存为 .html 再导入" },
  { "frames whose pages are elsewhere",
    "<html><frameset><frame src=\"x.files/sheet001.htm\"></frameset></html>",
    "文件：只是一个框架，内容在同名文件夹的网页里（如 sheet001.htm），请导入那些网页" },
  { "a text with a colon", "预算数: 20\n项目: 清淤\n", "P 预算数: 20 ; P 项目: 清淤" },
};

START_TEST (a_page_in_one_file_is_read)
{
  g_autoptr (GBytes) bytes =
      g_bytes_new_static (files[_i].file, strlen (files[_i].file));
  g_autofree char *seen = outline_of (bytes);

  ck_assert_msg (g_str_equal (seen, files[_i].seen), "%s: %s", files[_i].what, seen);
}
END_TEST

START_TEST (no_boundaries_are_too_many)
{
  g_autoptr (GString) file = g_string_new (HEAD ("multipart/related; boundary=X"));
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *seen = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (file, "--X\r\nContent-Type: multipart/mixed; boundary=X\r\n\r\n");
  bytes = g_string_free_to_bytes (g_steal_pointer (&file));
  seen = outline_of (bytes);
  ck_assert_str_eq (seen, "文件：里面没有网页，请用浏览器打开后另存为 .html 再导入");
}
END_TEST

#define REL(id, type, target)                                             \
  "<Relationship Id=\"" id "\" Type=\"http://schemas.openxmlformats.org/" \
  "officeDocument/2006/relationships/" type "\" Target=\"" target "\"/>"
#define RELS(all)                                                          \
  "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/" \
  "relationships\">" all "</Relationships>"

static const struct {
  const char *chunk, *seen;
} chunks[] = {
  { "<html><body>" TABLE "</body></html>", "P 前 ; " SEEN " ; P 后" },
  { RELATED PART (HTML) "<p>甲</p>" END, "P 前 ; P 甲 ; P 后" },
  { "PK\003\004", "文件：里面嵌着另一份文档，请用办公软件打开后另存再导入" },
};

START_TEST (a_document_takes_in_a_page)
{
  const char *body =
      "<w:document xmlns:w=\"urn:w\" xmlns:r=\"urn:r\"><w:body><w:p><w:r>"
      "<w:t>前</w:t></w:r></w:p><w:altChunk r:id=\"c\"/><w:p><w:r><w:t>"
      "后</w:t></w:r></w:p></w:body></w:document>";
  const ZippedPart parts[] = {
    { "_rels/.rels", RELS (REL ("a", "officeDocument", "main.xml")) },
    { "main.xml", body },
    { "_rels/main.xml.rels", RELS (REL ("c", "aFChunk", "chunk.htm")) },
    { "chunk.htm", chunks[_i].chunk },
    { NULL, NULL },
  };
  g_autoptr (GBytes) bytes = zipped (parts);
  g_autofree char *seen = outline_of (bytes);

  ck_assert_str_eq (seen, chunks[_i].seen);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("read-mht");
  TCase *tc = tcase_create ("mht");

  tcase_add_loop_test (tc, a_page_in_one_file_is_read, 0, G_N_ELEMENTS (files));
  tcase_add_test (tc, no_boundaries_are_too_many);
  tcase_add_loop_test (tc, a_document_takes_in_a_page, 0, G_N_ELEMENTS (chunks));
  suite_add_tcase (suite, tc);
  return suite_run (suite);
}
