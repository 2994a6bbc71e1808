/* db/salvage.h — a new record file of what can still be read of a damaged one. */

#pragma once

#include "db/db.h"

/* Copies every row that can be read of the file into a new one at copy, which must not
 * exist.  The damaged file is only read.  What is missing is said in notes (char *, one
 * Chinese line each, freed with the array).  The readings are left to be made anew.  */
gboolean salvage_write (const char *damaged, const char *copy, GPtrArray **notes,
                        GError **error);
