/* tests/zip-part.h — the parts of an office file that was written, looked at and
 * changed. */

#pragma once

#include <glib.h>

/* The bytes of a part.  The test fails when there is none. */
GBytes *zip_part_get (const char *path, const char *name);

/* Puts other bytes in its place, as a program would that saves the file. */
void zip_part_set (const char *path, const char *name, GBytes *part);
