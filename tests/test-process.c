/* tests/test-process.c — a program that misbehaves is ended, and said so. */

#include "app/read/process.h"
#include "tests/suite.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static const struct {
  const char *script;
  int         code, status; /* code -1: it succeeds */
  const char *output;
} cases[] = {
  { "cat", -1, 0, "甲" },
  { "cat; exit 7", -1, 7, "甲" },
  { "sleep 60", PROCESS_SLOW, 0, NULL },
  { "exec >&-; sleep 60", PROCESS_SLOW, 0, NULL },
  { "sleep 60 & sleep 60", PROCESS_SLOW, 0, NULL },
  { "cat /dev/zero", PROCESS_LARGE, 0, NULL },
  { "kill -SEGV $$", PROCESS_FAILED, 0, NULL },
};

START_TEST (a_program_runs_within_its_limits)
{
  const char   *argv[] = { "/bin/sh", "-c", cases[_i].script, NULL };
  ProcessLimits limits = { .seconds = cases[_i].code == PROCESS_SLOW ? 1 : 30,
                           .output = 1 };
  g_autoptr (GBytes) input = g_bytes_new_static ("甲", strlen ("甲"));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) output = NULL;
  int status = 0;

  output = process_run (argv, NULL, input, &limits, &status, &error);
  if (cases[_i].code >= 0)
    {
      ck_assert_ptr_null (output);
      ck_assert (g_error_matches (error, PROCESS_ERROR_DOMAIN, cases[_i].code));
      return;
    }
  ck_assert_ptr_nonnull (output);
  ck_assert_int_eq (status, cases[_i].status);
  ck_assert_uint_eq (g_bytes_get_size (output), strlen (cases[_i].output));
}
END_TEST

START_TEST (a_program_that_is_not_there)
{
  const char   *argv[] = { "/nonexistent", NULL };
  ProcessLimits limits = { .seconds = 30, .output = 1 };
  g_autoptr (GError) error = NULL;
  int status;

  ck_assert_ptr_null (process_run (argv, NULL, NULL, &limits, &status, &error));
  ck_assert (g_error_matches (error, PROCESS_ERROR_DOMAIN, PROCESS_MISSING));
}
END_TEST

static gint stopped;

/* Programs that hold the pipe $0 and start another one; who speaks, and who does not.
 */
static const char *const scripts[] = {
  "exec 3>\"$0\"; sleep 600 & sleep 600",
  "exec 3>\"$0\"; exec >&-; sleep 600 & sleep 600",
};

/* Waits until the programs hold a pipe, has them stopped, and until nobody holds it. */
static gpointer
stop_and_wait (gpointer data)
{
  const char *pipe = data;
  FILE       *held = fopen (pipe, "r");

  g_atomic_int_set (&stopped, 1);
  ck_assert_int_eq (fgetc (held), EOF);
  fclose (held);
  return NULL;
}

START_TEST (a_program_is_stopped_with_all_it_started)
{
  g_autofree char *folder = g_dir_make_tmp ("process-XXXXXX", NULL);
  g_autofree char *pipe = g_build_filename (folder, "pipe", NULL);
  const char      *argv[] = { "/bin/sh", "-c", scripts[_i], pipe, NULL };
  ProcessLimits    limits = { .seconds = 600, .output = 1 };
  g_autoptr (GError) error = NULL;
  GThread *other;
  int      status;

  ck_assert_int_eq (mkfifo (pipe, 0600), 0);
  other = g_thread_new ("other", stop_and_wait, pipe);
  process_heed (&stopped);
  ck_assert_ptr_null (process_run (argv, NULL, NULL, &limits, &status, &error));
  ck_assert (g_error_matches (error, PROCESS_ERROR_DOMAIN, PROCESS_STOPPED));
  g_thread_join (other);
  process_heed (NULL);
  g_remove (pipe);
  g_rmdir (folder);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("process");
  TCase *tc = tcase_create ("limits");

  tcase_add_loop_test (tc, a_program_runs_within_its_limits, 0, G_N_ELEMENTS (cases));
  tcase_add_test (tc, a_program_that_is_not_there);
  tcase_add_loop_test (tc, a_program_is_stopped_with_all_it_started, 0,
                       G_N_ELEMENTS (scripts));
  suite_add_tcase (suite, tc);
  return suite_run (suite);
}
