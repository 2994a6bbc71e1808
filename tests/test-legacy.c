/* tests/test-legacy.c — documents of old versions, by way of LibreOffice, where it is
 * installed; and what is said where it is not, or does not do. */

#include "app/read/legacy.h"
#include "app/read/process.h"
#include "app/read/reader.h"
#include "tests/outline.h"
#include "tests/suite.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#define OLD  "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
#define TAIL "请用办公软件打开后另存为 .docx 或 .xlsx 再导入"

static char *folder;

static void
set_up (void)
{
  folder = g_dir_make_tmp ("legacy-XXXXXX", NULL);
  ck_assert_ptr_nonnull (folder);
}

static void
tear_down (void)
{
  const char *argv[] = { "/bin/rm", "-rf", folder, NULL };

  g_spawn_sync (NULL, (char **) argv, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL);
  g_free (folder);
}

static const struct {
  const char *page, *filter, *kind, *outline;
} documents[] = {
  { "<p>甲</p><table><tr><td colspan=2>乙</td></tr><tr><td>丙</td><td>丁</td></tr>"
    "</table>",
    "--infilter=HTML (StarWriter)", "doc", "P 甲 ; T 0,0+1x2:乙 1,0:丙 1,1:丁" },
  { "<p>甲</p><table><tr><td>丙</td><td>丁</td></tr></table>",
    "--infilter=HTML (StarWriter)", "rtf", "P 甲 ; T 0,0:丙 0,1:丁" },
  { "<table border=1><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>95.5</td></tr>"
    "</table>",
    "--infilter=HTML (StarCalc)", "xls", "T 0,0:甲 0,1:乙 1,0:丙 1,1:95.5" },
};

/* The page as LibreOffice writes it in an old format; NULL: it is not installed. */
static GBytes *
old (const char *page, const char *filter, const char *kind)
{
  g_autofree char *program = g_find_program_in_path ("soffice");
  g_autofree char *file = g_strconcat (folder, "/new.html", NULL);
  g_autofree char *made = g_strconcat (folder, "/new.", kind, NULL);
  g_autofree char *own =
      g_strconcat ("-env:UserInstallation=file://", folder, "/profile", NULL);
  g_autofree char *text =
      g_strconcat ("<html><head><meta charset=utf-8></head>", page, NULL);
  const char   *argv[] = { program, own,        "--headless", filter, "--convert-to",
                           kind,    "--outdir", folder,       file,   NULL };
  ProcessLimits limits = { .seconds = 100, .output = 1 };
  g_autoptr (GBytes) said = NULL;
  int   status;
  char *data;
  gsize size;

  if (program == NULL)
    return NULL;
  ck_assert (g_file_set_contents (file, text, -1, NULL));
  said = process_run (argv, NULL, NULL, &limits, &status, NULL);
  ck_assert (said != NULL && g_file_get_contents (made, &data, &size, NULL));
  return g_bytes_new_take (data, size);
}

START_TEST (an_old_document_is_read_like_the_new_one)
{
  g_autoptr (GBytes) bytes =
      old (documents[_i].page, documents[_i].filter, documents[_i].kind);
  g_autofree char *seen = bytes != NULL ? outline_of (bytes) : NULL;

  if (seen != NULL)
    ck_assert_str_eq (seen, documents[_i].outline);
}
END_TEST

START_TEST (garbage_is_refused)
{
  g_autofree char *program = g_find_program_in_path ("soffice");
  g_autofree char *bytes = g_malloc0 (4096);
  g_autoptr (GBytes) garbage = NULL;
  g_autofree char *seen = NULL;

  memcpy (bytes, OLD, strlen (OLD));
  garbage = g_bytes_new (bytes, 4096);
  seen = outline_of (garbage);
  if (program != NULL)
    ck_assert_str_eq (seen,
                      "文件：LibreOffice 读不了这份文档，可能已损坏或有密码；" TAIL);
}
END_TEST

START_TEST (a_computer_without_libreoffice_says_what_is_missing)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (OLD, strlen (OLD));
  g_autofree char *seen = NULL;

  g_setenv ("PATH", folder, TRUE);
  seen = outline_of (bytes);
  ck_assert (g_str_has_prefix (
      seen, "文件：读旧版文档（.doc、.xls）要用 LibreOffice，这台电脑上没有；请安装"));
}
END_TEST

/* A LibreOffice that does nothing for ever, or ends without having done anything; so
 * many seconds it has. */
static const struct {
  const char *script, *message;
  guint       seconds;
} failures[] = {
  { "#!/bin/sh\n/bin/sleep 600\n", "LibreOffice 在规定时间内没有转换完", 1 },
  { "#!/bin/sh\n/bin/sleep 600 &\n/bin/sleep 600\n",
    "LibreOffice 在规定时间内没有转换完", 1 },
  { "#!/bin/sh\nexit 0\n", "LibreOffice 读不了这份文档", 100 },
  { "#!/bin/sh\nkill -SEGV $$\n", "LibreOffice 读不了这份文档", 100 },
};

START_TEST (a_libreoffice_that_fails_leaves_nothing_behind)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (OLD, strlen (OLD));
  g_autofree char *program = g_build_filename (folder, "soffice", NULL);
  g_autofree char *room = g_build_filename (folder, "tmp", NULL);
  g_autoptr (GError) error = NULL;

  ck_assert (
      g_file_set_contents_full (program, failures[_i].script, -1, 0, 0700, NULL));
  ck_assert_int_eq (g_mkdir (room, 0700), 0);
  g_setenv ("PATH", folder, TRUE);
  g_setenv ("TMPDIR", room, TRUE);
  ck_assert_ptr_null (legacy_convert (bytes, "文件", failures[_i].seconds, &error));
  ck_assert_ptr_nonnull (strstr (error->message, failures[_i].message));
  ck_assert_int_eq (g_rmdir (room), 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("legacy");
  TCase *tc = tcase_create ("libreoffice");

  tcase_add_checked_fixture (tc, set_up, tear_down);
  tcase_add_loop_test (tc, an_old_document_is_read_like_the_new_one, 0,
                       G_N_ELEMENTS (documents));
  tcase_add_test (tc, garbage_is_refused);
  tcase_add_test (tc, a_computer_without_libreoffice_says_what_is_missing);
  tcase_add_loop_test (tc, a_libreoffice_that_fails_leaves_nothing_behind, 0,
                       G_N_ELEMENTS (failures));
  suite_add_tcase (suite, tc);
  return suite_run (suite);
}
