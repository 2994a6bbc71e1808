/* tests/test-lock.c — documents with a password are refused in one line that says so.
 */

#include "app/read/lock.h"
#include "tests/outline.h"
#include "tests/suite.h"

#include <string.h>

#define REFUSED "文件：" LOCKED

/* A file of an old version whose first stream begins as given: a head, and sectors. */
static GBytes *
old_file (const void *stream, gsize size, gsize at)
{
  guint8 *data = g_malloc0 (2048);

  memcpy (data, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  memcpy (data + at, stream, size);
  return g_bytes_new_take (data, 2048);
}

static const struct {
  const char *what, *stream;
  gsize       size, at;
  gboolean    is_locked;
} files[] = {
#define STREAM(bytes) bytes, sizeof bytes - 1
  { "a new document with a password",
    STREAM ("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"), 1024 + 64, TRUE },
  { "a text with one", STREAM ("\xEC\xA5\xC1\0\0\0\0\0\0\0\x04\x13"), 512, TRUE },
  { "a later one", STREAM ("\xEC\xA5\x01\x01M \x09\x04\0\0\xF0\x13"), 1536, TRUE },
  { "a text without", STREAM ("\xEC\xA5\xC1\0\0\0\0\0\0\0\x04\x12"), 512, FALSE },
  { "a workbook with one",
    STREAM ("\x09\x08\x10\0\0\x06\x05\0\0\0\0\0\0\0\0\0\0\0\0\0\x2F\0"), 1024, TRUE },
  { "a workbook without",
    STREAM ("\x09\x08\x10\0\0\x06\x05\0\0\0\0\0\0\0\0\0\0\0\0\0\xE1\0"), 1024, FALSE },
#undef STREAM
};

START_TEST (a_file_of_an_old_version_is_asked_for_its_password)
{
  g_autoptr (GBytes) bytes = old_file (files[_i].stream, files[_i].size, files[_i].at);

  ck_assert_msg (lock_is_on (bytes) == files[_i].is_locked, "%s", files[_i].what);
  if (files[_i].is_locked)
    {
      g_autofree char *said = outline_of (bytes);

      ck_assert_str_eq (said, REFUSED);
    }
}
END_TEST

START_TEST (a_file_that_is_cut_off_is_asked_within_its_end)
{
  g_autoptr (GBytes) whole = old_file (files[4].stream, files[4].size, files[4].at);

  for (gsize size = 0; size < 1024; size++)
    {
      g_autoptr (GBytes) part = g_bytes_new (g_bytes_get_data (whole, NULL), size);

      ck_assert (!lock_is_on (part));
    }
}
END_TEST

START_TEST (an_open_document_is_asked_too)
{
  static const ZippedPart parts[] = {
    { "content.xml", "\x8F\x1B\xC4 no XML" },
    { "META-INF/manifest.xml",
      "<manifest:manifest xmlns:manifest=\"urn:m\"><manifest:file-entry "
      "manifest:full-path=\"content.xml\"><manifest:encryption-data/>"
      "</manifest:file-entry></manifest:manifest>" },
    { NULL, NULL },
  };
  g_autoptr (GBytes) bytes = zipped (parts);
  g_autofree char *said = outline_of (bytes);

  ck_assert_str_eq (said, REFUSED);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("lock");
  TCase *tcase = tcase_create ("lock");

  tcase_add_loop_test (tcase, a_file_of_an_old_version_is_asked_for_its_password, 0,
                       G_N_ELEMENTS (files));
  tcase_add_test (tcase, a_file_that_is_cut_off_is_asked_within_its_end);
  tcase_add_test (tcase, an_open_document_is_asked_too);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
