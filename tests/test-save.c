/* tests/test-save.c — a file is replaced whole or not at all. */

#include "app/export/save.h"
#include "tests/suite.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static char *folder, *path;

static void
set_up (void)
{
  folder = g_dir_make_tmp ("jixiao-XXXXXX", NULL);
  path = g_build_filename (folder, "out", NULL);
  ck_assert (g_file_set_contents (path, "old", -1, NULL));
}

static void
tear_down (void)
{
  g_unlink (path);
  ck_assert_int_eq (g_rmdir (folder), 0); /* nothing else is left in it */
  g_free (path);
  g_free (folder);
}

static void
check_text (const char *expected)
{
  g_autofree char *text = NULL;

  ck_assert (g_file_get_contents (path, &text, NULL, NULL));
  ck_assert_str_eq (text, expected);
}

START_TEST (a_written_file_takes_the_place_of_the_old_one)
{
  g_autoptr (GError) error = NULL;
  char *temporary = save_begin (path, &error);

  ck_assert_ptr_nonnull (temporary);
  check_text ("old");
  ck_assert (g_file_set_contents (temporary, "new", -1, NULL));
  ck_assert (save_end (temporary, path, TRUE, &error));
  check_text ("new");
}
END_TEST

START_TEST (the_new_file_has_the_permissions_of_the_old_one)
{
  struct stat status;
  char       *temporary;

  g_chmod (path, 0640);
  temporary = save_begin (path, NULL);
  ck_assert (save_end (temporary, path, TRUE, NULL));
  ck_assert (save_text (path, "new", NULL));
  ck_assert_int_eq (stat (path, &status), 0);
  ck_assert_int_eq (status.st_mode & 0777, 0640);
}
END_TEST

START_TEST (a_failed_one_leaves_the_old_one_and_nothing_else)
{
  g_autoptr (GError) error = NULL;
  char *temporary = save_begin (path, &error);

  ck_assert (!save_end (temporary, path, FALSE, &error));
  ck_assert_ptr_nonnull (strstr (error->message, path));
  check_text ("old");
}
END_TEST

START_TEST (where_nothing_can_be_written_is_said)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *missing = g_build_filename (folder, "no", "out", NULL);

  ck_assert_ptr_null (save_begin (missing, &error));
  ck_assert_ptr_nonnull (strstr (error->message, missing));
  ck_assert_ptr_nonnull (strstr (error->message, "没有这个文件夹"));
  g_clear_error (&error);
  ck_assert_ptr_null (save_begin (folder, &error));
  ck_assert_ptr_nonnull (strstr (error->message, "这是一个文件夹"));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("save");
  TCase *tcase = tcase_create ("save");

  tcase_add_checked_fixture (tcase, set_up, tear_down);
  tcase_add_test (tcase, a_written_file_takes_the_place_of_the_old_one);
  tcase_add_test (tcase, the_new_file_has_the_permissions_of_the_old_one);
  tcase_add_test (tcase, a_failed_one_leaves_the_old_one_and_nothing_else);
  tcase_add_test (tcase, where_nothing_can_be_written_is_said);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
