/* tests/suite.h — what every test program shares: running its cases, and
 * where the sample documents are.
 */

#pragma once

#include <check.h>
#include <glib.h>

/* Runs the suite, prints TAP, returns the exit status for main(). */
int suite_run (Suite *suite);

/* data/samples/NAME of this project.  Newly allocated. */
char *sample_path (const char *name);

/* NAME in the folder of real documents that JIXIAO_SAMPLES names; NULL when there is
 * none: such a case then has nothing to test.  Newly allocated.  */
char *real_sample_path (const char *name);
