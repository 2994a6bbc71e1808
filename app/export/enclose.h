/* app/export/enclose.h — the records as a part of an office file. */

#pragma once

#include "app/export/parcel.h"

/* Adds the part.  seen is the sum of what the file shows. */
void enclose_records (Parcel *parcel, GChecksum *seen, const char *records);

/* Adds the relations of the main part, by their name, with one to the records.  Takes
 * relations.  */
void enclose_relation (Parcel *parcel, const char *name, GBytes *relations);
