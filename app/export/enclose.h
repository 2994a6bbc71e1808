/* app/export/enclose.h — the records as a part of an office file. */

#pragma once

#include "app/export/parcel.h"

/* Adds the relations of the main part, by their name, and the records, NULL: none.
 * seen is the sum of what the file shows.  Takes relations.  */
void enclose (Parcel *parcel, const char *name, GBytes *relations, GChecksum *seen,
              const char *records);
