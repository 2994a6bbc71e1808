/* tests/suite.c — running a test program's cases, finding the samples. */

#include "tests/suite.h"

/* No clock decides a case: a machine may be slow.  What hangs is ended with its
 * program, by the limit that meson has for it.  Check asks when a case is made, before
 * it knows of any runner.  */
__attribute__ ((constructor)) static void
give_all_time (void)
{
  g_setenv ("CK_DEFAULT_TIMEOUT", "0", TRUE);
}

int
suite_run (Suite *suite)
{
  SRunner *runner = srunner_create (suite);
  int      failed;

  srunner_set_tap (runner, "-");
  srunner_run_all (runner, CK_SILENT);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? 0 : 1;
}

char *
sample_path (const char *name)
{
  const char *data = g_getenv ("JIXIAO_DATA");

  return g_build_filename (data ? data : "data", "samples", name, NULL);
}

char *
real_sample_path (const char *name)
{
  const char *folder = g_getenv ("JIXIAO_SAMPLES");
  char       *path;

  if (folder == NULL)
    return NULL;
  path = g_build_filename (folder, name, NULL);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    g_clear_pointer (&path, g_free);
  return path;
}
