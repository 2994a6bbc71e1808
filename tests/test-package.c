/* tests/test-package.c — a package that means harm ends in one line. */

#include "app/read/block.h"
#include "app/read/reader.h"
#include "tests/outline.h"
#include "tests/suite.h"

#include <string.h>

#define WORD(before, body) \
  before "<w:document xmlns:w=\"urn:w\"><w:body>" body "</w:body></w:document>"
#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define ROOT                                               \
  "<Relationships xmlns=\"urn:r\"><Relationship Id=\"a\" " \
  "Type=\"urn:t/officeDocument\" Target=\"word/document.xml\"/></Relationships>"

static GBytes *
document (const char *text, const char *other, const char *other_text)
{
  return zipped ((ZippedPart[]){ { "_rels/.rels", ROOT },
                                 { "word/document.xml", text },
                                 { other, other_text },
                                 { NULL, NULL } });
}

/* The message that reading ends in: one line that names the file. */
static char *
refusal (GBytes *bytes, const char *what)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) blocks = reader_read (bytes, "文件", &error);

  ck_assert_msg (blocks == NULL, "%s is read", what);
  ck_assert_msg (g_str_has_prefix (error->message, "文件：") &&
                     strpbrk (error->message, "\n\r\t") == NULL &&
                     g_utf8_validate (error->message, -1, NULL),
                 "%s: %s", what, error->message);
  return g_strdup (error->message);
}

static const struct {
  const char *what, *text, *message;
} texts[] = {
  { "a document type", WORD ("<!DOCTYPE w [<!ENTITY a \"b\">]>", P ("&a;")),
    "DOCTYPE" },
  { "a document type without entities", WORD ("<!DOCTYPE w>", P ("甲")), "DOCTYPE" },
  { "a file of this machine",
    WORD ("<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>", P ("&a;")),
    "DOCTYPE" },
  { "entities of entities",
    "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\">"
    "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
    "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">"
    "<!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">]>"
    "<document a=\"&d;&d;&d;&d;&d;&d;&d;&d;\"/>",
    "word/document.xml" },
  { "an entity that is not there", WORD ("", P ("&a;")), "word/document.xml 已损坏" },
  { "XML that stops", "<document><body><p>", "word/document.xml 已损坏" },
  { "no XML", "甲", "word/document.xml 已损坏" },
  { "nothing", "", "word/document.xml 已损坏" },
  { "a character that XML has not", WORD ("", P ("\001")), "word/document.xml 已损坏" },
  { "another kind of document", "<presentation/>", "不是文字文档或电子表格" },
};

START_TEST (a_main_part_that_means_harm_is_refused)
{
  g_autoptr (GBytes) bytes = document (texts[_i].text, NULL, NULL);
  g_autofree char *message = refusal (bytes, texts[_i].what);

  ck_assert_msg (strstr (message, texts[_i].message) != NULL, "%s: %s", texts[_i].what,
                 message);
}
END_TEST

static char *
repeat (const char *text, guint n)
{
  GString *all = g_string_new (NULL);

  while (n-- > 0)
    g_string_append (all, text);
  return g_string_free (all, FALSE);
}

START_TEST (a_part_packed_too_well_is_refused)
{
  g_autofree char *blank = g_strnfill (3 << 20, ' ');
  g_autofree char *text = g_strconcat (WORD ("", P ("甲")), blank, NULL);
  g_autoptr (GBytes) bytes = document (text, NULL, NULL);
  g_autofree char *message = refusal (bytes, "a bomb");

  ck_assert_msg (strstr (message, "压缩率") != NULL, "%s", message);
}
END_TEST

START_TEST (too_many_parts_are_refused)
{
  g_autoptr (GArray) parts = g_array_new (TRUE, TRUE, sizeof (ZippedPart));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *message = NULL;

  for (int i = 0; i < 4097; i++)
    {
      ZippedPart part = { g_strdup_printf ("%d", i), "" };

      g_ptr_array_add (names, (char *) part.path);
      g_array_append_val (parts, part);
    }
  bytes = zipped ((ZippedPart *) parts->data);
  message = refusal (bytes, "many parts");
  ck_assert_msg (strstr (message, "4097 个部件") != NULL, "%s", message);
}
END_TEST

static const char *const names[] = { "../evil", "word/../../evil", "/etc/evil",
                                     "..\\evil", "word/.." };

START_TEST (a_name_that_leads_out_is_refused)
{
  g_autoptr (GBytes) bytes = document (WORD ("", P ("甲")), names[_i], "甲");
  g_autofree char *message = refusal (bytes, names[_i]);

  ck_assert_msg (strstr (message, "越出") != NULL, "%s", message);
}
END_TEST

/* Changes a number in every header of a kind: the local ones begin with PK34, those of
 * the directory with PK12.  */
static void
patch (guint8 *data, gsize size, const char *kind, gsize offset, guint bytes, guint by)
{
  for (gsize i = 0; i + 46 < size; i++)
    if (memcmp (data + i, kind, 4) == 0)
      for (guint j = 0; j < bytes; j++)
        data[i + offset + j] = (guint8) (data[i + offset + j] + (j == 0 ? by : 0));
}

static GBytes *
patched (gsize local, gsize directory, guint by)
{
  g_autoptr (GBytes) bytes = document (WORD ("", P ("甲")), NULL, NULL);
  gsize   size;
  guint8 *data = g_bytes_unref_to_data (g_bytes_ref (bytes), &size);

  patch (data, size, "PK\003\004", local, 4, by);
  patch (data, size, "PK\001\002", directory, 4, by);
  return g_bytes_new_take (data, size);
}

static const struct {
  const char *what;
  gsize       local, directory;
  guint       by;
  const char *message;
} lies[] = {
  { "a size too large", 22, 24, 1, "已损坏" },
  { "a size too small", 22, 24, 255, "已损坏" },
  { "a wrong check sum", 14, 16, 1, "已损坏" },
  { "a password", 6, 8, 1, "密码" },
};

START_TEST (an_entry_that_lies_is_refused)
{
  g_autoptr (GBytes) bytes = patched (lies[_i].local, lies[_i].directory, lies[_i].by);
  g_autofree char *message = refusal (bytes, lies[_i].what);

  ck_assert_msg (strstr (message, lies[_i].message) != NULL, "%s: %s", lies[_i].what,
                 message);
}
END_TEST

START_TEST (a_file_that_stops_is_refused)
{
  g_autoptr (GBytes) whole = document (WORD ("", P ("甲")), NULL, NULL);

  for (gsize size = 4; size < g_bytes_get_size (whole); size++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, size);
      g_autofree char *message = refusal (part, "a part of a file");

      ck_assert_msg (strstr (message, "损坏") != NULL, "%" G_GSIZE_FORMAT ": %s", size,
                     message);
    }
}
END_TEST

START_TEST (a_changed_byte_does_no_harm)
{
  g_autoptr (GBytes) whole =
      zipped_docx (P ("甲") P ("乙"), "<w:numbering xmlns:w=\"urn:w\"/>", NULL);
  gsize         size;
  const guint8 *data = g_bytes_get_data (whole, &size);

  for (gsize i = 0; i < size * 2; i++)
    {
      guint8 *changed = g_memdup2 (data, size);
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *seen = NULL;

      changed[i / 2] ^= i % 2 == 0 ? 0xFF : 0x01;
      bytes = g_bytes_new_take (changed, size);
      seen = outline_of (bytes);
      ck_assert (strpbrk (seen, "\n\r") == NULL);
    }
}
END_TEST

START_TEST (a_tag_with_very_many_attributes_is_refused)
{
  g_autoptr (GString) text = g_string_new ("<w:document xmlns:w=\"urn:w\" ");
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *message = NULL;

  for (int i = 0; i < 50000; i++)
    g_string_append_printf (text, "a%d = ''", i);
  g_string_append (text, "/>");
  bytes = document (text->str, NULL, NULL);
  message = refusal (bytes, "many attributes");
  ck_assert_msg (strstr (message, "word/document.xml 已损坏") != NULL, "%s", message);
}
END_TEST

static const struct {
  const char *what, *begin, *end;
  guint       n;
} nests[] = {
  { "elements", "<a>", "</a>", 100000 },
  { "tables", "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 70 },
  { "boxes", "<txbxContent>", "</txbxContent>", 5000 },
};

START_TEST (what_is_nested_too_deep_is_refused)
{
  g_autofree char *begin = repeat (nests[_i].begin, nests[_i].n);
  g_autofree char *end = repeat (nests[_i].end, nests[_i].n);
  g_autofree char *body = g_strconcat (begin, P ("甲"), end, NULL);
  g_autoptr (GBytes) bytes = zipped_docx (body, NULL, NULL);
  g_autofree char *message = refusal (bytes, nests[_i].what);

  ck_assert_ptr_nonnull (message);
}
END_TEST

START_TEST (what_is_no_document_is_said_to_be_none)
{
  g_autoptr (GBytes) other =
      zipped ((ZippedPart[]){ { "a.txt", "甲" }, { NULL, NULL } });
  g_autoptr (GBytes) gone =
      zipped ((ZippedPart[]){ { "_rels/.rels", ROOT }, { NULL, NULL } });
  g_autofree char *first = refusal (other, "a ZIP of something");
  g_autofree char *second = refusal (gone, "a package without its main part");

  ck_assert_msg (strstr (first, "不是能读的文档") != NULL, "%s", first);
  ck_assert_msg (strstr (second, "不在文件里") != NULL, "%s", second);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("package");
  TCase *tc = tcase_create ("package");

  tcase_add_loop_test (tc, a_main_part_that_means_harm_is_refused, 0,
                       G_N_ELEMENTS (texts));
  tcase_add_test (tc, a_part_packed_too_well_is_refused);
  tcase_add_test (tc, too_many_parts_are_refused);
  tcase_add_test (tc, a_tag_with_very_many_attributes_is_refused);
  tcase_add_loop_test (tc, a_name_that_leads_out_is_refused, 0, G_N_ELEMENTS (names));
  tcase_add_loop_test (tc, an_entry_that_lies_is_refused, 0, G_N_ELEMENTS (lies));
  tcase_add_test (tc, a_file_that_stops_is_refused);
  tcase_add_test (tc, a_changed_byte_does_no_harm);
  tcase_add_loop_test (tc, what_is_nested_too_deep_is_refused, 0, G_N_ELEMENTS (nests));
  tcase_add_test (tc, what_is_no_document_is_said_to_be_none);
  suite_add_tcase (suite, tc);
  return suite_run (suite);
}
